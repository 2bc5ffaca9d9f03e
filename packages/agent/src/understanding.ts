/** A place in the request: first character, and the one after the last. */
export type Span = [number, number]

/** Where a number of a plan comes from. A number without one does not type-check: that is how nothing is guessed unseen. */
export type Origin =
  | { from: 'said'; span: Span }
  | { from: 'derived'; formula: string; span: Span }
  | { from: 'assumed'; why: string }

export interface Assumption {
  name: string
  text: string
  why: string
}

/** What was made of every word of a request. */
export interface Understanding {
  kind: 'box'
  language: 'en' | 'de' | 'fr' | 'es'
  /** The plan said back in one sentence; read again it gives the same plan. */
  say: string
  spans: { at: Span; role: 'used' | 'noted' | 'filler' | 'unread'; as?: string }[]
  assumed: Assumption[]
  /** Another design than there was, and no change of it. */
  anew?: true
}
