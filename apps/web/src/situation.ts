import type { CanvasJob, Fact, TurnId, VersionId } from '@hewn/model'
import type { Health } from '@hewn/protocol'

export type KernelState = Health['kernel']

/** What a command has to know to say whether it can be done: plain values, read from canvas and page. */
export interface Situation {
  /** There is a session, and its canvas is on screen. */
  session: boolean
  live: boolean
  /** How much say this viewer has here: none where the right to look has ended; absent until the canvas is live. */
  scope: 'none' | 'view' | 'edit' | 'owner' | undefined
  kind: 'box' | 'part' | null
  head: VersionId | null
  /** There is a version to go back from, or a draft on screen to take away. */
  canUndo: boolean
  /** A version was made from the head, and left again. */
  canRedo: boolean
  /** The turn that works now. */
  turn: TurnId | null
  kernel: KernelState | null
  /** The job whose layers are on screen. */
  shown: CanvasJob | null
  newest: CanvasJob | null
  layers: number
  /** This page's own run has not ended. */
  running: boolean
  designOpen: boolean
}

export const mayEdit = ({ scope }: Pick<Situation, 'scope'>): boolean => scope !== 'view' && scope !== 'none'

/** The newest job by the time it last changed: a channel's order is not a promise about time. */
export function newestJob(jobs: Iterable<CanvasJob>): CanvasJob | null {
  let newest: CanvasJob | null = null
  for (const job of jobs) if (newest === null || timeOf(job) >= timeOf(newest)) newest = job
  return newest
}

export function timeOf(job: CanvasJob): number {
  switch (job.state) {
    case 'queued':
      return job.queuedAt
    case 'running':
      return job.startedAt
    default:
      return job.endedAt
  }
}

export const isBuilding = (job: CanvasJob | null): boolean => job?.state === 'queued' || job?.state === 'running'

export const factsOf = (job: CanvasJob | null): Fact[] => (job?.state === 'done' ? job.result.facts : [])

export const artifactOf = (job: CanvasJob | null, format: string) =>
  job?.state === 'done' ? job.result.artifacts.find((artifact) => artifact.name === `model.${format}`) : undefined
