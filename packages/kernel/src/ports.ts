import type { Job, JobId } from '@hewn/model'

/** Bytes by their own name: the lower-case hex SHA-256. Written once, never changed. */
export interface BlobStore {
  put(bytes: Uint8Array): Promise<{ hash: string; bytes: number }>
  /** Checks length and hash; a blob that differs from its name is never served. */
  get(hash: string): Promise<Uint8Array | undefined>
  has(hash: string): Promise<boolean>
}

/** The row of a job is the truth: whoever moves it from one state to the next wins, everybody else has lost. */
export interface JobStore {
  add(record: JobRecord): Promise<void>
  get(id: JobId): Promise<JobRecord | undefined>
  /** Compare and set: true when the job was in `from` and now is `to`. */
  move(id: JobId, from: Job['state'], to: Job, more?: Partial<JobNotes>): Promise<boolean>
  list(filter: { session?: string; state?: Job['state']; limit?: number }): Promise<JobRecord[]>
}

/** What is noted about a job beside its state. */
export interface JobNotes {
  lane: string
  /** 0 slider and edit · 1 run and turn · 2 export · 3 check · 4 bulk. */
  class: 0 | 1 | 2 | 3 | 4
  /** The words, or the name, it was asked for with. */
  prompt?: string
  scriptHash?: string
  /** sha256 of the whole log, as a blob. */
  logHash?: string
  /** An attached run ends with the client that started it. */
  attached: boolean
}

export type JobRecord = { job: Job } & JobNotes
