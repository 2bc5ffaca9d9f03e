import type { Acting } from '@hewn/canvas'
import {
  type BuildResult,
  type Desk,
  type ErrorBody,
  fail,
  hewnError,
  type JobError,
  type JobId,
  ok,
  type Result,
  type TurnId,
} from '@hewn/model'
import type { FileRow, SessionRow } from '@hewn/storage'
import type { Built, Builds } from './builds.ts'
import { type BuildableDesign, ENTRY, readJson } from './design.ts'
import { textOf } from './file-content.ts'
import type { House } from './house.ts'
import { recipeError } from './boxes.ts'
import { pictureOf } from './picture.ts'

/** A turn's hands: what it wrote, and what it built last. */
export interface TurnDesk {
  desk: Desk
  /** Hash by path of what this turn wrote; null what it removed. */
  written: ReadonlyMap<string, string | null>
  built(): BuiltOfTurn | undefined
}

export interface BuiltOfTurn {
  job: Extract<Built['job'], { state: 'done' }>
  place: number
  kind: 'box' | 'part'
  files: readonly FileRow[]
}

/** Lays the desk for one turn: an agent reaches this session's files, builds and facts, and nothing else (AG1). */
export function layDesk(
  house: House,
  builds: Builds,
  turn: { id: TurnId; session: SessionRow; acting: Acting; seconds: number; started(job: JobId): void },
): TurnDesk {
  const { storage, desks, workspace, tools, queue, boxes } = house
  const { session, acting } = turn
  const written = new Map<string, string | null>()
  let last: BuiltOfTurn | undefined

  return {
    written,
    built: () => last,
    desk: {
      files: {
        list: async () => (await workspace.list(session.id)).map(({ path }) => path),
        async read(path) {
          const file = await workspace.read(session.id, path)
          if (!file.ok) return file
          const text = textOf(file.value.bytes)
          return text === undefined ? fail(hewnError('CANVAS_FILE_BINARY', `${path} is not text.`)) : ok(text)
        },
        async write(path, text) {
          const put = await tools.call(session.id, 'ws_write', { path, text }, acting)
          if (!put.ok) return put
          const file = put.value as FileRow
          written.set(file.path, file.hash)
          return ok(undefined)
        },
        async delete(path) {
          const removed = await tools.call(session.id, 'ws_delete', { path }, acting)
          if (!removed.ok) return removed
          const { path: gone, existed } = removed.value as { path: string; existed: boolean }
          if (existed) written.set(gone, null)
          return ok(undefined)
        },
      },
      build: (order, signal) => build(order.kind, order.claims, order.reason, signal),
      async measure(query) {
        const row = await storage.sessions.get(session.id)
        const head = row?.head ? await storage.versions.get(row.head, session.id) : undefined
        const job = head && (await pictureOf(storage, head))
        if (!job) return fail(hewnError('JOB_NO_BUILD'))
        const { facts } = job.result
        return ok(query.kinds === undefined ? facts : facts.filter(({ kind }) => query.kinds?.includes(kind)))
      },
    },
  }

  async function build(
    kind: 'box' | 'part',
    claims: Parameters<Desk['build']>[0]['claims'],
    reason: string,
    signal: AbortSignal,
  ): Promise<Result<BuildResult, JobError>> {
    const refused = await builds.refusal(kind)
    if (refused) return fail(jobError(refused))
    if (signal.aborted) return fail(hewnError('JOB_CANCELLED'))
    const started = await desks.at(session.id).alone(async () => {
      const files = await workspace.list(session.id)
      const design = await designOf(kind)
      if (!design.ok) return design
      const building = await builds.start({
        session,
        acting,
        design: design.value,
        files,
        request: reason,
        by: 'planner',
        claims,
        result: 'auto',
        formats: ['step', 'stl'],
        timeout: turn.seconds,
        attached: false,
        turn: turn.id,
      })
      return building.ok ? ok({ ...building.value, files }) : building
    })
    if (!started.ok) return fail(jobError(started.error))
    const { job: id, place, ended, files } = started.value
    turn.started(id)
    const stop = () => void queue.cancel(id, 'user')
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    const { job } = await ended.finally(() => signal.removeEventListener('abort', stop))
    if (job.state === 'failed') return fail(job.error)
    if (job.state !== 'done') return fail(hewnError('JOB_CANCELLED'))
    last = { job, place, kind, files }
    return ok(job.result)
  }

  async function designOf(kind: 'box' | 'part'): Promise<Result<BuildableDesign, ErrorBody>> {
    const file = await workspace.read(session.id, ENTRY[kind])
    if (!file.ok) return file
    const text = textOf(file.value.bytes) ?? ''
    if (kind === 'part') return ok({ kind, script: text, parameters: {} })
    const checked = await boxes.ask('check', readJson(text))
    return checked.ok ? ok({ kind, recipe: checked.value }) : fail(recipeError(checked.error))
  }
}

const jobError = ({ code, message, hint }: ErrorBody): JobError => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
})
