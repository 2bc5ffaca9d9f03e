import type { CanvasDraft } from '@hewn/canvas'
import type { BuildResult, CanvasJob, Claim, Job, JobId, Message, Version } from '@hewn/model'

// How things look on the canvas (canvas.md §10). Everything that is committed there is put into its form here.

export const KEPT_JOBS = 20
export const KEPT_VERSIONS = 500
/** So many messages lie on the canvas; the others are a request away. */
export const KEPT_MESSAGES = 200

/** A job without its layers, which lie beside it in the channel `layers`. */
export function canvasJob(job: Job): CanvasJob {
  if (job.state !== 'done') return job
  const { layers: _, ...result } = job.result
  return { ...job, result }
}

export interface Shown {
  kind: 'box' | 'part'
  job: JobId
  version?: Version
  result: BuildResult
  claims: readonly Claim[]
}

/** The whole picture of one build: layers, claims, parameters and what is shown, replaced together. */
export function drawShown(draft: CanvasDraft, { kind, job, version, result, claims }: Shown): void {
  draft.bulkSetResources({ channel: 'layers', items: byId(result.layers), replace: true })
  draft.bulkSetResources({ channel: 'claims', items: byId(claims), replace: true })
  draft.patchState({
    patch: {
      kind,
      parameters: result.parameters,
      shown: { job, ...(version ? { version: version.id } : {}) },
      ...(version ? { head: version.id } : {}),
    },
  })
}

export const drawMessage = (draft: CanvasDraft, message: Message): void =>
  draft.setResource({ channel: 'messages', id: message.id, payload: message })

/** The empty session, before the first version. */
export function drawNothing(draft: CanvasDraft): void {
  draft.bulkSetResources({ channel: 'layers', items: {}, replace: true })
  draft.bulkSetResources({ channel: 'claims', items: {}, replace: true })
  draft.patchState({ patch: { kind: null, parameters: [], shown: null, head: null } })
}

export const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]))
