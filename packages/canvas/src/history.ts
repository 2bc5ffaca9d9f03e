import type { SessionId, TurnId, World } from '@hewn/model'
import { LIMITS } from '@hewn/protocol'
import { type CanvasState, canvasOf, emptyCanvas, foldAll } from './fold.ts'
import { lastOf } from './group.ts'
import type { CanvasLog, Commit, JsonObject, Snapshot } from './ports.ts'
import { LOG_PATIENCE } from './session-store.ts'
import { within } from './within.ts'

/** One commit as history tells it: a line of `S/replay` (CV25). */
export interface ReplayLine {
  from: number
  to: number
  at: number
  actor: Commit['actor']
  turn?: TurnId
  step?: string
  undoes?: TurnId
  events: { type: string; data: JsonObject }[]
}

/** What was, read from the log. `gone` has been folded away; `away` is a log that gives no answer (CV47). */
export interface History {
  /** All commits from a turn's first to the head. */
  since(session: SessionId, turn: TurnId): Promise<Commit[] | 'gone' | 'away'>
  /** The canvas at a number, or at the end of the commit before it. */
  at(session: SessionId, seq: number): Promise<CanvasState | 'gone' | 'away'>
  lines(session: SessionId, from: number, to: number): Promise<AsyncIterable<ReplayLine> | 'gone' | 'away'>
  /** The snapshot that it begins with, where what was before it has been folded away. */
  begins(session: SessionId): Promise<Snapshot | 'away' | undefined>
}

interface HistoryParts {
  log: CanvasLog
  world: World
  warn(event: string, details: object): void
}

const PAGE = { events: LIMITS.range.events, bytes: LIMITS.range.bytes }

export function createHistory({ log, world, warn }: HistoryParts): History {
  return {
    since: (session, turn) => patiently(since(session, turn)),
    at: (session, seq) => patiently(at(session, seq)),
    async lines(session, from, to) {
      const first = await patiently(log.read(session, from, to, PAGE))
      return first === 'gone' || first === 'away' ? first : linesOf(session, first, to)
    },
    begins: (session) => patiently(Promise.resolve(log.begins?.(session))),
  }

  async function since(session: SessionId, turn: TurnId): Promise<Commit[] | 'gone'> {
    const first = log.firstOf ? await log.firstOf(session, turn) : 1
    if (first === undefined) return []
    const commits: Commit[] = []
    for (let from = first; ; ) {
      const page = await log.read(session, from, Number.MAX_SAFE_INTEGER, PAGE)
      if (page === 'gone') return 'gone'
      const last = page.at(-1)
      if (!last) return commits
      commits.push(...page)
      from = lastOf(last) + 1
    }
  }

  async function at(session: SessionId, seq: number): Promise<CanvasState | 'gone'> {
    const saved = await log.snapshotBefore?.(session, seq)
    let canvas = saved ? canvasOf(saved) : emptyCanvas()
    while (canvas.seq < seq) {
      const commits = await log.read(session, canvas.seq + 1, seq, PAGE)
      if (commits === 'gone') return 'gone'
      const whole = commits.filter((commit) => lastOf(commit) <= seq && commit.first > canvas.seq)
      if (whole.length === 0) break
      if (whole[0]?.first !== canvas.seq + 1) return 'gone'
      canvas = foldAll(
        canvas,
        whole.flatMap((commit) => commit.events),
      )
    }
    return canvas
  }

  async function* linesOf(session: SessionId, first: Commit[], to: number): AsyncIterable<ReplayLine> {
    let page = first
    for (;;) {
      for (const commit of page) yield lineOf(commit)
      const last = page.at(-1)
      if (!last || lastOf(last) >= to) return
      const next = await log.read(session, lastOf(last) + 1, to, PAGE)
      if (next === 'gone') return
      page = next
    }
  }

  async function patiently<T>(read: Promise<T>): Promise<T | 'away'> {
    try {
      return await within(world, LOG_PATIENCE, read, 'away' as const)
    } catch (error) {
      warn('canvas_log_failed', { error })
      return 'away'
    }
  }
}

function lineOf(commit: Commit): ReplayLine {
  const { first, at, actor, turn, step, undoes } = commit
  return {
    from: first,
    to: lastOf(commit),
    at,
    actor,
    ...(turn === undefined ? {} : { turn }),
    ...(step === undefined ? {} : { step }),
    ...(undoes === undefined ? {} : { undoes }),
    events: commit.events.map(({ type, data }, index) => ({ type, data: { ...data, preview_seq: first + index } })),
  }
}
