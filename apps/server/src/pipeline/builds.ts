import type { Acting } from '@hewn/canvas'
import type { BuildRequest, JobEvent, JobOrder, Work } from '@hewn/kernel'
import {
  type Claim,
  type ErrorBody,
  fail,
  type Format,
  hewnError,
  type Job,
  type JobId,
  type Layer,
  type LayerId,
  ok,
  type Result,
  type TurnId,
  type Version,
  type VersionId,
} from '@hewn/model'
import type { FileRow, SessionRow } from '@hewn/storage'
import { checkContract } from '@hewn/agent'
import { Refusal } from '../refusal.ts'
import { batchLines } from './canvas-log-lines.ts'
import type { Checks } from './checks.ts'
import { completeOf, uuidOf } from './complete.ts'
import { type BuildableDesign, ENTRY, kindOfVersion } from './design.ts'
import { geometryOf } from './geometry-of.ts'
import { type House, SYSTEM } from './house.ts'
import type { JobStream } from './job-stream.ts'
import { canvasJob, drawShown, KEPT_JOBS, KEPT_VERSIONS } from './show.ts'

export interface BuildOrder {
  session: SessionRow
  acting: Acting
  design: BuildableDesign
  /** The workspace as it is built: what a version of it will hold. */
  files: readonly FileRow[]
  /** The words it was asked for with; kept on the version. */
  request?: string
  by: Version['by']
  claims: readonly Claim[]
  result: 'required' | 'auto'
  formats: readonly Format[]
  /** Seconds. */
  timeout?: number
  /** Ends with the client that started it. */
  attached: boolean
  /** A slider is being dragged: quick, shown, and nothing is kept of it (SV51). */
  draft?: true
  /** The turn it belongs to. Its result is shown; what becomes of it is the turn's to say. */
  turn?: TurnId
  /** A version that is there already: its picture is made again, and no new one is kept. */
  again?: Version
}

export interface Building {
  job: JobId
  /** Its turn among the builds of its session. */
  place: number
  stream: JobStream
  ended: Promise<Built>
}

type DoneJob = Extract<Job, { state: 'done' }>

export interface Built {
  job: Job
  version?: Version
}

/** The one place where a design becomes a job, and a job's end becomes one commit and one version. */
export interface Builds {
  /** Why this kind of design cannot be built now. Asked before anything is written, so a refusal leaves nothing behind. */
  refusal(kind: 'box' | 'part'): Promise<ErrorBody | undefined>
  start(order: BuildOrder): Promise<Result<Building, ErrorBody>>
  /** Cancels everything that waits or runs: the server is stopping. */
  giveUp(): Promise<void>
  /** When the ends of all jobs that have ended are kept. */
  idle(): Promise<void>
}

/** A start of the kernel takes seconds; a request that comes meanwhile waits rather than being refused. */
const KERNEL_PATIENCE = 30_000

export function createBuilds(house: House, checks: Checks): Builds {
  const { storage, canvas, queue, kernels, streams, desks, settings, world, report } = house
  const open = new Map<JobId, Promise<Built>>()

  return {
    async refusal(kind) {
      if (kind === 'box') return undefined
      await kernels.settled(KERNEL_PATIENCE)
      return kernels.refusal()
    },

    async start(order) {
      const { session, design } = order
      const id: JobId = `job:${world.newId()}`
      // A file of the workspace, so it is kept before Python sees it: whatever happens, what ran can be read.
      const scriptHash = order.files.find((file) => file.path === ENTRY[design.kind])?.hash
      const work = await workOf(order, id)
      if (!work.ok) return work
      const desk = desks.at(session.id)
      const place = ++desk.ordered
      const before = (await storage.sessions.get(session.id))?.head ?? null
      const stream = streams.open(id)
      const tell = teller(order, id, stream)
      const submitted = await queue.submit({
        job: { id, sessionId: session.id, kind: 'build', ...(order.turn === undefined ? {} : { turn: order.turn }) },
        work: work.value,
        lane: session.id,
        class: order.draft ? 0 : 1,
        attached: order.attached,
        ...(scriptHash === undefined ? {} : { scriptHash }),
        ...(order.request === undefined ? {} : { prompt: order.request }),
        on: tell.event,
      } satisfies JobOrder)
      if (!submitted.ok) {
        streams.drop(id)
        return submitted
      }
      desk.busy++
      const ended = submitted.value.ended
        .then((job) => end(order, job, { place, before }, stream, tell.flush))
        .finally(() => {
          desk.busy--
          open.delete(id)
        })
      open.set(id, ended)
      return ok({ job: id, place, stream, ended })
    },

    async idle() {
      await Promise.all(open.values())
    },

    async giveUp() {
      await Promise.all([...open.keys()].map((id) => queue.cancel(id, 'shutdown')))
    },
  }

  async function workOf(order: BuildOrder, job: JobId): Promise<Result<Work, ErrorBody>> {
    const { design, session } = order
    if (design.kind === 'box') return ok({ kind: 'box', recipe: design.recipe })
    const files: BuildRequest['files'] = []
    for (const file of order.files) {
      if (file.path === 'model.py') continue
      const bytes = await storage.blobs.get(file.hash)
      if (!bytes) return fail(hewnError('CANVAS_FILE_MISSING', `The bytes of ${file.path} are no longer there.`))
      files.push({ path: file.path, bytes })
    }
    files.push({ path: 'model.py', bytes: Buffer.from(design.script) })
    const before = order.draft ? undefined : await shownBefore(order)
    const request: BuildRequest = {
      job,
      session: session.id,
      owner: session.owner,
      layerSecret: session.secret,
      files,
      entry: 'model.py',
      parameters: design.parameters,
      result: order.result,
      quality: order.draft ? 'draft' : 'full',
      formats: [...order.formats],
      ...(before === undefined ? {} : { before }),
      ...(order.claims.some(({ expect }) => expect?.fact === 'wall') ? { walls: true as const } : {}),
      limits: {
        seconds: order.timeout ?? settings.runTimeout,
        memory: settings.jobMemory,
        log: settings.logMax,
        line: settings.lineMax,
      },
    }
    return ok({ kind: 'part', request })
  }

  /** Hashes of the layers on screen, so that what was selected can be found again (KN58). */
  async function shownBefore({ session }: BuildOrder): Promise<Record<LayerId, string> | undefined> {
    const listed = await canvas.session(session.id, SYSTEM).listResources({ channel: 'layers' })
    if (!listed.ok) return undefined
    const layers = Object.values(listed.value.items) as unknown as Layer[]
    return Object.fromEntries(layers.flatMap(({ id, geometry }) => (geometry ? [[id, geometry.hash]] : [])))
  }

  /** Passes on what a job says: to who reads its stream, and to the canvas. */
  function teller(order: BuildOrder, id: JobId, stream: JobStream) {
    const on = canvas.session(order.session.id, order.acting)
    // One after another: a state must never arrive before the one it follows.
    let last: Promise<void> = Promise.resolve()
    const note = (write: () => Promise<Result<unknown, ErrorBody>>): void => {
      last = last
        .then(async () => throwUnless(await write()))
        .catch((error: unknown) => report.defect(error, { jobId: id, sessionId: order.session.id }))
    }
    const batch = batchLines(id, world, (data) => note(() => on.emit({ event_type: 'job-log', data })))
    const stage = { jobId: id, uuid: uuidOf(id) }
    return {
      async flush(): Promise<void> {
        batch.flush()
        await last
      },
      event(event: JobEvent): void {
        switch (event.t) {
          case 'log': {
            const shown = stream.log({ message: event.text, level: event.level, stream: event.stream, at: event.at })
            if (shown === undefined) return
            return batch.add({ stream: shown.stream, level: shown.level, text: shown.message, at: shown.at })
          }
          case 'stage': {
            const { stage: name, share, line } = event
            const more = { ...(share === undefined ? {} : { share }), ...(line === undefined ? {} : { line }) }
            stream.stage({ ...stage, stage: name, ...more })
            return note(() => on.patchResource({ channel: 'jobs', id, patch: { stage: name, ...more } }))
          }
          case 'state':
            // How it ended is told once everything about it is kept: `end` does that.
            if (event.job.state === 'queued') {
              stream.stage({ ...stage, stage: 'queued', ahead: event.job.ahead })
              return note(() => addJob(order, event.job))
            }
            if (event.job.state === 'running') {
              stream.stage({ ...stage, stage: event.job.stage })
              return note(() => on.setResource({ channel: 'jobs', id, payload: event.job }))
            }
            return
          case 'layer':
            return
        }
      },
    }
  }

  /** Puts a new job on the canvas; the oldest beyond what is kept go in the same commit. */
  async function addJob(order: BuildOrder, job: Job): Promise<Result<unknown, ErrorBody>> {
    const on = canvas.session(order.session.id, order.acting)
    const old = await oldest(order.session.id, 'jobs', KEPT_JOBS - 1)
    return on.together((draft) => {
      draft.setResource({ channel: 'jobs', id: job.id, payload: canvasJob(job) })
      for (const id of old) if (id !== job.id) draft.deleteResource({ channel: 'jobs', id })
    })
  }

  /** Those of a channel that are one too many, by the time they carry. */
  async function oldest(session: SessionRow['id'], channel: 'jobs' | 'versions', kept: number): Promise<string[]> {
    const listed = await canvas.session(session, SYSTEM).listResources({ channel })
    if (!listed.ok || listed.value.count <= kept) return []
    return Object.entries(listed.value.items)
      .toSorted(([, a], [, b]) => timeOf(b) - timeOf(a))
      .slice(kept)
      .map(([id]) => id)
  }

  async function end(
    order: BuildOrder,
    job: Job,
    ordered: Ordered,
    stream: JobStream,
    flush: () => Promise<void>,
  ): Promise<Built> {
    report.job(job)
    await flush()
    let built: Built = { job }
    let told = job
    try {
      await keepFiles(job, stream)
      built = await desks.at(order.session.id).alone(() => keepResult(order, job, ordered))
    } catch (error) {
      // The tables are the truth; the canvas is mended when the session is next used.
      delete desks.at(order.session.id).ready
      report.defect(error, { jobId: job.id, sessionId: order.session.id })
      const { code, message } = error instanceof Refusal ? error.body : hewnError('REQUEST_FAILED')
      told = { ...idOf(job), state: 'failed', endedAt: world.now(), error: { code, message } }
    }
    // Only now: whoever hears that it is complete finds everything kept (SV40).
    if (told.state === 'done' || told.state === 'failed' || told.state === 'cancelled')
      stream.complete(completeOf(told))
    if (built.version) checks.follow(order.session, built.version.id)
    // A turn is judged on all that can be measured.
    if (order.turn === undefined || built.job.state !== 'done') return built
    return { job: await checks.of(order.session, built.job, order.claims) }
  }

  async function keepFiles(job: Job, stream: JobStream): Promise<void> {
    const { hash: logHash } = await storage.blobs.put(stream.logBytes())
    await storage.jobs.move(job.id, job.state, job, { logHash })
    if (job.state === 'done') await storage.artifacts.addAll(job.id, job.result.artifacts)
  }

  /** Version, head and picture; one commit on the canvas. */
  async function keepResult(order: BuildOrder, job: Job, ordered: Ordered): Promise<Built> {
    const { session, design } = order
    const desk = desks.at(session.id)
    const on = canvas.session(session.id, order.acting)
    for (const hash of geometryOf(job)) desk.blobs.add(hash)
    if (job.state !== 'done') {
      throwUnless(await on.setResource({ channel: 'jobs', id: job.id, payload: canvasJob(job) }))
      return { job }
    }
    // A newer order may have been shown already; then this one is kept, and not shown.
    const isNewest = ordered.place > desk.shown
    if (isNewest) desk.shown = ordered.place
    if (order.turn !== undefined || order.draft) return drawTurn(order, job, isNewest)
    const row = (await storage.sessions.get(session.id)) ?? session
    // One that comes late grew from what was the head when it was ordered, not from what was built after it.
    const { version, isNew } = await versionOf(order, job, isNewest ? row.head : ordered.before)
    if (isNew) await storage.versions.add(session.id, version)
    if (isNewest) await moveHead(row, version.id)
    const title = row.title === '' && order.request !== undefined ? titleFrom(order.request) : undefined
    if (title !== undefined) await storage.sessions.setTitle(session.id, title)
    const old = isNew ? await oldest(session.id, 'versions', KEPT_VERSIONS - 1) : []
    throwUnless(
      await on.together((draft) => {
        draft.setResource({ channel: 'jobs', id: job.id, payload: canvasJob(job) })
        if (isNew || order.again) draft.setResource({ channel: 'versions', id: version.id, payload: version })
        for (const id of old) draft.deleteResource({ channel: 'versions', id })
        if (title !== undefined) draft.setState({ key: 'title', value: title })
        if (isNewest)
          drawShown(draft, { kind: design.kind, job: job.id, version, result: job.result, claims: version.claims })
      }),
    )
    return { job, version }
  }

  /** What a turn has built, or a slider, is seen at once; the head stays until the turn has ended or the slider is let go. */
  async function drawTurn(
    { session, acting, design, claims }: BuildOrder,
    job: DoneJob,
    draw: boolean,
  ): Promise<Built> {
    const judged = checkContract(claims, job.result.facts, job.result.left)
    const on = canvas.session(session.id, acting)
    throwUnless(
      await on.together((draft) => {
        draft.setResource({ channel: 'jobs', id: job.id, payload: canvasJob(job) })
        if (draw) drawShown(draft, { kind: design.kind, job: job.id, result: job.result, claims: judged })
      }),
    )
    return { job }
  }

  /** Another process may have moved it in the meantime: then from where it is now, or not at all. */
  async function moveHead(row: SessionRow, to: VersionId): Promise<void> {
    let from = row.head
    for (let tries = 0; tries < HEAD_TRIES; tries++) {
      if (from === to || (await storage.sessions.setHead(row.id, from, to))) return
      from = (await storage.sessions.get(row.id))?.head ?? null
    }
    throw new Refusal(hewnError('SESSION_CONFLICT', 'The head moved again and again while this build was kept.'))
  }

  async function versionOf(
    order: BuildOrder,
    job: DoneJob,
    parent: VersionId | null,
  ): Promise<{ version: Version; isNew: boolean }> {
    if (order.again) {
      const { parameters, facts, left } = job.result
      const judged = { job: job.id, parameters, claims: checkContract(order.again.claims, facts, left) }
      await storage.versions.change(order.again.id, judged)
      return { version: { ...order.again, ...judged }, isNew: false }
    }
    const files = Object.fromEntries(order.files.map(({ path, hash, bytes }) => [path, { hash, bytes }]))
    const head = parent === null ? undefined : await storage.versions.get(parent)
    if (head && JSON.stringify(head.files) === JSON.stringify(files) && (await isAgain(order, head)))
      return { version: head, isNew: false }
    const version: Version = {
      id: `version:${world.newId()}`,
      ...(parent === null ? {} : { parent }),
      at: world.now(),
      by: order.by,
      ...(order.request === undefined ? {} : { request: order.request }),
      files,
      parameters: job.result.parameters,
      claims: checkContract(order.claims, job.result.facts, job.result.left),
      job: job.id,
    }
    return { version, isNew: true }
  }

  /** Running the same thing again shows it again; it does not make the history longer. */
  async function isAgain({ design, request }: BuildOrder, head: Version): Promise<boolean> {
    const changed = design.kind === 'part' && Object.keys(design.parameters).length > 0
    return request === undefined && !changed && (await kindOfVersion(storage, head)) === design.kind
  }
}

/** When a build was ordered: its turn among the builds of its session, and the head at that moment. */
interface Ordered {
  place: number
  before: VersionId | null
}

const HEAD_TRIES = 3
const TITLE_MAX = 80

/** The first line of the words, as far as a title goes. */
function titleFrom(request: string): string {
  const line = request.trim().split('\n')[0] ?? ''
  return [...line].length > TITLE_MAX ? `${[...line].slice(0, TITLE_MAX - 1).join('')}…` : line
}

const idOf = ({ id, sessionId, kind }: Job) => ({ id, sessionId, kind })

function timeOf(payload: unknown): number {
  const { at, endedAt, startedAt, queuedAt } = payload as Record<string, number | undefined>
  return at ?? endedAt ?? startedAt ?? queuedAt ?? 0
}

function throwUnless(result: Result<unknown, ErrorBody>): void {
  if (!result.ok) throw new Refusal(result.error)
}
