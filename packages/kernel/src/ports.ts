import type { AssemblyRecipe, BuildResult, ErrorBody, Job, JobError, JobId, Result } from '@hewn/model'
import type { BuildRequest, CheckRequest, KernelEvent } from './kernel.ts'

/** Bytes by their own name: the lower-case hex SHA-256. Written once, never changed. */
export interface BlobStore {
  put(bytes: Uint8Array): Promise<{ hash: string; bytes: number }>
  /** Checks length and hash; a blob that differs from its name is never served. */
  get(hash: string): Promise<Uint8Array | undefined>
  has(hash: string): Promise<boolean>
}

/** What is known of shapes, by name, over restarts and between machines. To lose it costs time and nothing else (KN53). */
export interface ShapeIndex {
  get(name: string): Promise<string | undefined>
  put(name: string, value: string): Promise<void>
}

/** The row of a job is the truth: whoever moves it from one state to the next wins, everybody else has lost. */
export interface JobStore {
  add(record: JobRecord): Promise<void>
  get(id: JobId): Promise<JobRecord | undefined>
  /** Compare and set: true when the job was in `from` and now is `to`. */
  move(id: JobId, from: Job['state'], to: Job, more?: Partial<JobNotes>): Promise<boolean>
  /** Newest first. `left`: only those that no other server which lives holds. */
  list(filter: { session?: string; state?: Job['state']; limit?: number; left?: boolean }): Promise<JobRecord[]>
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

/** What a job works on: plain data, so that another process can do it as well. */
export type Work =
  | { kind: 'part'; request: BuildRequest }
  | { kind: 'box'; recipe: AssemblyRecipe }
  | { kind: 'check'; request: CheckRequest }

/** Does one kind of work. The queue knows when, the runner knows how. */
export type Runner<W extends Work = Work> = (
  work: W,
  on: (event: KernelEvent) => void,
  signal: AbortSignal,
) => Promise<Result<BuildResult, JobError>>

export interface JobOrder extends Omit<JobNotes, 'logHash'> {
  job: Pick<Job, 'id' | 'sessionId' | 'kind' | 'turn' | 'version'>
  work: Work
  /** Every state the job goes through, and what its runner says meanwhile, in order. */
  on: (event: JobEvent) => void
}

export type JobEvent = KernelEvent | { t: 'state'; job: Job }

/** Decides who runs next. A job is acknowledged once its row is written. */
export interface JobQueue {
  submit(order: JobOrder): Promise<Result<{ id: JobId; ended: Promise<Job> }, ErrorBody>>
  /** Answered when it has stopped; false when it had ended before. */
  cancel(id: JobId, by: 'user' | 'newer' | 'gone' | 'shutdown'): Promise<boolean>
  counts(): { waiting: number; running: number }
  close(): Promise<void>
}
