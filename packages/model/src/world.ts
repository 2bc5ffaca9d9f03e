/** Time, ids and chance arrive as an argument, so a test holds them in its hand. */
export interface World {
  /** UTC milliseconds. */
  now(): number
  /** Runs once after `milliseconds`; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void
  /** 22 characters of base62: a random UUID (version 4), unguessable. */
  newId(): string
  /** 0 ≤ value < 1. */
  random(): number
}
