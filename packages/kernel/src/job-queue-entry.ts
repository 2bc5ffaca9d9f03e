import {
  type BuildResult,
  type ErrorBody,
  hewnError,
  type Job,
  type JobError,
  type Layer,
  type Stage,
} from '@hewn/model'
import { CHECK_SECONDS } from './check-shapes.ts'
import type { Waiting } from './job-queue-turns.ts'
import type { JobOrder, Work } from './ports.ts'

export type CancelledBy = Extract<Job, { state: 'cancelled' }>['by']
export type EndedJob = Extract<Job, { endedAt: number }>
/** How a job ends, before it is written down. */
export type Outcome =
  | { state: 'done'; result: BuildResult }
  | { state: 'failed'; error: JobError }
  | { state: 'cancelled'; by: CancelledBy }

/** One job on its way through the queue. */
export interface Entry extends Waiting {
  order: JobOrder
  /** `adding` until its row is written, `starting` until the row says that it runs. */
  phase: 'adding' | 'waiting' | 'starting' | 'running' | 'ended'
  startedAt: number
  /** Who asked to stop it first. */
  cancelledBy?: CancelledBy
  abort: AbortController
  /** It is being stopped so that a script has its place, and waits again. */
  makesWay: boolean
  stage: Stage
  /** Stages on their way into the row. */
  noted: Promise<void>
  /** Its runner has answered, or is no longer believed in: what it says from now on is not heard. */
  isOver: boolean
  /** Layers it has shown: what is kept of it when it fails. */
  shown: Layer[]
  timers: Set<() => void>
  ended: Promise<Job>
  end: (job: Job) => void
}

/** The class of jobs that make way for newer ones. */
export const SLIDER = 0
const BOX_SECONDS = 60

export function newEntry(order: JobOrder, queuedAt: number, place: number): Entry {
  const { promise, resolve } = Promise.withResolvers<Job>()
  return {
    order,
    lane: order.lane,
    class: order.class,
    queuedAt,
    place,
    phase: 'adding',
    startedAt: 0,
    abort: new AbortController(),
    makesWay: false,
    stage: 'start',
    noted: Promise.resolve(),
    isOver: false,
    shown: [],
    timers: new Set(),
    ended: promise,
    end: resolve,
  }
}

export const isSliderOf = (entry: Entry, lane: string): boolean => entry.class === SLIDER && entry.lane === lane

export const isSameWork = (a: Entry, b: Entry): boolean => a.order.work.kind === b.order.work.kind

/** A runner keeps its own limit; the queue only knows when to stop believing in it. */
export const secondsOf = (work: Work): number =>
  work.kind === 'part' ? work.request.limits.seconds : work.kind === 'check' ? CHECK_SECONDS : BOX_SECONDS

export function missingRunner(kind: Work['kind']): ErrorBody & JobError {
  if (kind !== 'box') return hewnError('KERNEL_MISSING')
  return hewnError('KERNEL_BROKEN', 'This server was put together without anything that builds boxes.')
}

/** What was thrown may name places of this machine: it goes to `report`, never into the answer. */
export function brokenError(what: string): JobError {
  return errorOf('KERNEL_BROKEN', `${what}. The server's log has the reason, under the id of this job.`)
}

export const errorOf = (code: JobError['code'], message: string): JobError => hewnError(code, message)
