import { checkContract, waitsFor } from '@hewn/agent'
import type { Claim, Job, JobId, Version, VersionId } from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import { type House, SYSTEM } from './house.ts'
import { pictureOf } from './picture.ts'
import { byId, canvasJob } from './show.ts'

type DoneJob = Extract<Job, { state: 'done' }>

/** What a build had no time to measure is measured when somebody waits for it (KN46). */
export interface Checks {
  /** The same job with the facts that these claims wait for; as it was where none waits, or nothing more was found. */
  of(session: SessionRow, job: DoneJob, claims: readonly Claim[]): Promise<DoneJob>
  /** The same for a version that is kept already: its claims, and the canvas, hear of it. Nobody waits for this. */
  follow(session: SessionRow, version: VersionId): void
  /** When all that was followed is done. */
  idle(): Promise<void>
  giveUp(): Promise<void>
}

export function createChecks(house: House): Checks {
  const { storage, canvas, queue, desks, world, report } = house
  const open = new Map<JobId, DoneJob['id']>()
  const followed = new Set<Promise<void>>()

  return {
    of,
    follow(session, version) {
      const done: Promise<void> = judgeAgain(session, version)
        .catch((error: unknown) => report.defect(error, { sessionId: session.id }))
        .finally(() => followed.delete(done))
      followed.add(done)
    },
    async idle() {
      await Promise.all(followed)
    },
    async giveUp() {
      await Promise.all([...open.keys()].map((id) => queue.cancel(id, 'shutdown')))
    },
  }

  async function of(session: SessionRow, job: DoneJob, claims: readonly Claim[]): Promise<DoneJob> {
    const want = waitsFor(claims, job.result.left)
    if (job.result.quality !== 'full' || want.length === 0) return job
    const id: JobId = `job:${world.newId()}`
    const submitted = await queue.submit({
      job: { id, sessionId: session.id, kind: 'check' },
      work: { kind: 'check', request: { job: id, owner: session.owner, result: job.result, want } },
      lane: session.id,
      class: 3,
      attached: false,
      on: () => undefined,
    })
    // Too much to do: the claims go on waiting, and the next build or claim asks again.
    if (!submitted.ok) return job
    open.set(id, job.id)
    const checked = await submitted.value.ended.finally(() => open.delete(id))
    if (checked.state !== 'done') return job
    const { facts, left } = checked.result
    const { left: _, ...result } = job.result
    const more: DoneJob = { ...job, result: { ...result, facts, ...(left === undefined ? {} : { left }) } }
    await storage.jobs.move(job.id, 'done', more)
    return more
  }

  async function judgeAgain(session: SessionRow, id: VersionId): Promise<void> {
    const before = await storage.versions.get(id, session.id)
    const job = before && (await pictureOf(storage, before))
    if (!before || !job) return
    const checked = await of(session, job, before.claims)
    if (checked === job) return
    await desks.at(session.id).alone(async () => {
      const version = await storage.versions.get(id, session.id)
      if (!version) return
      const { facts, left } = checked.result
      const judged: Version = { ...version, claims: checkContract(version.claims, facts, left) }
      await storage.versions.change(id, { claims: judged.claims })
      const head = (await storage.sessions.get(session.id))?.head
      const told = await canvas.session(session.id, SYSTEM).together((draft) => {
        draft.setResource({ channel: 'jobs', id: checked.id, payload: canvasJob(checked) })
        draft.setResource({ channel: 'versions', id, payload: judged })
        if (head === id) draft.bulkSetResources({ channel: 'claims', items: byId(judged.claims), replace: true })
      })
      if (!told.ok) throw new Error(told.error.message)
    })
  }
}
