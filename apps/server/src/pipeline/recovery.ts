import type { SessionId } from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import type { Checks } from './checks.ts'
import { kindOfVersion } from './design.ts'
import { geometryOf } from './geometry-of.ts'
import { type House, SYSTEM } from './house.ts'
import { byId, canvasJob, drawNothing, drawShown, KEPT_JOBS, KEPT_MESSAGES, KEPT_VERSIONS } from './show.ts'

/** After a restart, or a commit that did not happen: the canvas is brought in line with the tables, the truth (CV47). */
export interface Recovery {
  /** Before a session is first used by this process. */
  ready(session: SessionRow): Promise<void>
}

export function createRecovery(house: House, checks: Checks): Recovery {
  const { storage, canvas, desks, workspace, kernels, report } = house

  return {
    ready(session) {
      const desk = desks.at(session.id)
      const kernel = JSON.stringify(kernels.shown())
      // Once, and again when the kernel has changed while nobody looked at this session.
      if (desk.ready === undefined || desk.kernel !== kernel) {
        desk.kernel = kernel
        desk.ready = desk
          .alone(() => bringInLine(session.id))
          .catch((error: unknown) => {
            delete desk.ready
            report.defect(error, { sessionId: session.id })
          })
      }
      return desk.ready
    },
  }

  async function bringInLine(id: SessionId): Promise<void> {
    const row = await storage.sessions.get(id)
    if (!row) return
    const on = canvas.session(id, SYSTEM)
    const shown = await on.getState()
    if (!shown.ok) throw new Error(shown.error.message)
    const { state, resources } = shown.value
    const desk = desks.at(id)

    const files = await storage.files.list(id)
    const versions = (await storage.versions.list(id)).slice(0, KEPT_VERSIONS)
    const rows = await storage.jobs.list({ session: id, limit: KEPT_JOBS })
    const jobs = rows.map((record) => record.job).filter(({ kind }) => kind === 'build')
    const messages = (await storage.turns.list(id, { limit: KEPT_MESSAGES })).map((turn) => turn.message)
    for (const { hash } of files) desk.blobs.add(hash)
    for (const version of versions) for (const { hash } of Object.values(version.files)) desk.blobs.add(hash)
    for (const job of jobs) for (const hash of geometryOf(job)) desk.blobs.add(hash)

    const head = versions.find((version) => version.id === row.head)
    // What was being measured when the server went is measured again.
    if (head?.claims.some(({ result }) => result.state === 'waiting')) checks.follow(row, head.id)
    const headJob = head?.job && (await storage.jobs.get(head.job))?.job
    const kind = head && (await kindOfVersion(storage, head))
    const changedFiles = !sameKeys(
      resources.files,
      Object.fromEntries(files.map((file) => [file.path, file.hash])),
      'hash',
    )
    const payloads = changedFiles ? await workspace.payloads(files) : {}
    const behind = jobs.filter((job) => stateOf(resources.jobs?.[job.id]) !== job.state)
    const missing = versions.filter((version) => resources.versions?.[version.id] === undefined)
    const untold = messages.filter((message) => stateOf(resources.messages?.[message.id]) !== message.state)
    // A turn that was broken off may have left its picture behind.
    const headMoved = (state.head ?? null) !== row.head || untold.length > 0
    const health = kernels.shown()
    const news =
      changedFiles ||
      behind.length > 0 ||
      missing.length > 0 ||
      untold.length > 0 ||
      headMoved ||
      (state.title ?? '') !== row.title
    if (!news && JSON.stringify(state.kernel) === JSON.stringify(health)) return

    const done = await on.together((draft) => {
      if (changedFiles) draft.bulkSetResources({ channel: 'files', items: payloads, replace: true })
      for (const job of behind) draft.setResource({ channel: 'jobs', id: job.id, payload: canvasJob(job) })
      if (missing.length > 0) draft.bulkSetResources({ channel: 'versions', items: byId(missing) })
      if (headMoved && head && kind && headJob?.state === 'done')
        drawShown(draft, { kind, job: headJob.id, version: head, result: headJob.result, claims: head.claims })
      else if (headMoved && !head) drawNothing(draft)
      if (untold.length > 0) draft.bulkSetResources({ channel: 'messages', items: byId(untold) })
      draft.patchState({
        patch: { title: row.title, head: row.head, kernel: health, ...(untold.length > 0 ? { turn: null } : {}) },
      })
    })
    if (!done.ok) throw new Error(done.error.message)
  }
}

const stateOf = (payload: unknown): unknown => (payload as { state?: unknown } | undefined)?.state

/** Whether a channel holds exactly these ids, each with this value in one of its fields. */
function sameKeys(
  channel: Readonly<Record<string, unknown>> | undefined,
  wanted: Record<string, string>,
  field: string,
) {
  const there = Object.entries(channel ?? {})
  return (
    there.length === Object.keys(wanted).length &&
    there.every(([id, payload]) => (payload as Record<string, unknown>)[field] === wanted[id])
  )
}
