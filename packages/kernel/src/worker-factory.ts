import type { JobError, Result } from '@hewn/model'
import type { Frame, FrameFault, HostFrame } from '@hewn/protocol'
import type { KernelReport } from './kernel.ts'

/** `room`: one job with build123d, then gone. `reader`: without it; reads scripts, executes none, and stays. */
export type WorkerKind = 'room' | 'reader'

/** Starts Python, keeps some of it parked, and knows how scripts are held (KN9). */
export interface WorkerFactory {
  report(): KernelReport
  /** A parked worker at once, or the next one that is ready. Nobody else gets it. */
  order(kind: WorkerKind): Promise<Result<Worker, JobError>>
  /** Another step of a slider is near: one that waits takes the pages it will write for its own (KN7). */
  heat?(): void
  close(): Promise<void>
}

/** One process. Where a script ran it serves that job and dies (KN6); `dispose` leaves nothing of it behind, whatever happened. */
export interface Worker {
  readonly slot: string
  readonly pid: number
  send(frame: HostFrame, payload?: Uint8Array): Promise<void>
  onFrame(listener: (frame: Frame) => void): () => void
  onLog(listener: (part: LogPart) => void): () => void
  /** SIGKILL to it and all it started. */
  kill(): void
  /** When everything it had to say has been heard: its pipes are at their end, and it is as good as gone. */
  readonly silent: Promise<void>
  /** When the process has gone and everything it said has been heard. */
  readonly ended: Promise<WorkerEnd>
  /** What it left in its slot; asked for after `ended`, and gone after `dispose`. */
  collect(given: Record<string, string>): Promise<Collected>
  dispose(): Promise<void>
}

export interface WorkerEnd {
  code?: number
  signal?: string
  /** Not it but what it came from has ended: the job may be tried once more (KN8). */
  lost?: true
  /** It sent what is not a frame, or too much; that is why it was killed. */
  fault?: FrameFault
}

export interface LogPart {
  /** Python's own streams come on one pipe, in order; native code writes to descriptors 1 and 2. */
  from: 'python' | 'native'
  stream: 'stdout' | 'stderr'
  level: 'info' | 'warning' | 'error'
  bytes: Uint8Array
}

export interface Collected {
  files: { name: string; bytes: Uint8Array }[]
  /** What was rewritten or left out. */
  notes: string[]
  /** The top-level line it was on at its end. */
  line?: number
  /** What Python's fault handler wrote when native code crashed. */
  crash: string
}
