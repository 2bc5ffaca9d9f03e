import { type CanvasJob, type JobError, type JobId, parseId } from '@hewn/model'
import type { RunComplete, RunEvent, RunStage } from '@hewn/protocol'
import type { Refusal } from '../port/http.ts'
import { isBuilding, newestJob } from '../situation.ts'
import { ENTRY } from './code-slice.ts'
import { appendToOwnRun, beginOwnRun, followRun, type LogLine, linesOfText, nameOwnRun, type RunLog } from './log.ts'
import { t } from '../strings/index.ts'
import type { Slice } from './workbench-store.ts'

export interface RunSlice {
  /** From the press of `Run & Stream` until `complete` is here. */
  running: boolean
  runJob: JobId | null
  runStage: RunStage | null
  runEnd: RunComplete | null
  /** The run was not begun, and why. */
  runRefusal: Refusal | null
  runs: readonly RunLog[]
  run(): Promise<void>
  stopRun(): Promise<void>
  followRuns(): void
  /** The log of a run this page has not seen, as it was kept. */
  loadLog(job: JobId): Promise<void>
  resetRuns(): void
}

interface JobLogEvent {
  job: JobId
  lines: LogLine[]
}

/** Lines come faster than anybody reads; the page draws them this often (milliseconds). */
const DRAW_EVERY = 40
/** So long the server has to end a run that was stopped, before the page leaves the stream. */
const PATIENCE = 3000
/** Where this tab keeps which run of its own has not ended. */
const KEPT_RUN = 'run'

export const runSlice: Slice<RunSlice> = (set, get, around) => {
  let leave = new AbortController()
  /** Puts away the timer of a run that was stopped. */
  let patience: (() => void) | null = null
  let stops: (() => void)[] = []
  let waiting: LogLine[] = []
  let drawing: (() => void) | null = null

  function draw() {
    drawing?.()
    drawing = null
    const lines = waiting
    waiting = []
    if (lines.length > 0) set(({ runs }) => ({ runs: appendToOwnRun(runs, lines) }))
  }

  function on(event: RunEvent) {
    switch (event.event) {
      case 'stage':
        if (get().runJob !== event.data.jobId) nameRun(event.data.jobId)
        return set({ runStage: event.data })
      case 'log':
        waiting.push({ stream: event.data.stream, level: event.data.level, text: event.data.message })
        drawing ??= around.world.after(DRAW_EVERY, draw)
        return
      case 'complete':
        draw()
        forget()
        if (get().runJob !== event.data.jobId) nameRun(event.data.jobId)
        return set({ runEnd: event.data })
    }
  }

  function nameRun(job: JobId) {
    around.tab.set(KEPT_RUN, `${get().port?.session} ${job}`)
    set(({ runs }) => ({ runJob: job, runs: nameOwnRun(runs, job) }))
  }

  async function begin(signal: AbortSignal): Promise<Refusal | null> {
    const { code } = get()
    const session = await get().ensureSession()
    if (!session.ok) return session.error
    const port = session.value
    // An empty script is the server's to refuse; it would be a pity to save it over a good one.
    if (code.trim() !== '') {
      const written = await port.writeFile(ENTRY, code, { build: false, expect: get().base?.hash ?? null })
      if (!written.ok) {
        if (written.error.code !== 'SESSION_CONFLICT') return written.error
        await get().codeConflict()
        // The server tells two hashes apart; somebody is told what to choose between.
        return { code: written.error.code, message: t.code.conflict, hint: t.code.conflictHint }
      }
      get().codeWritten(written.value.file.hash, code)
    }
    set(({ runs }) => ({ runs: beginOwnRun(runs) }))
    const ran = await port.run(code, on, signal)
    draw()
    return ran.ok ? null : ran.error
  }

  /** A run that another page began, or this one before it was loaded anew. */
  async function stopOthers() {
    const { canvas, port } = get()
    const job = newestJob((canvas?.channel('jobs').values() ?? []) as unknown as Iterable<CanvasJob>)
    if (!job || !port || !isBuilding(job)) return
    const reply = await port.cancel(job.id)
    if (!reply.ok) get().tell(t.command.stop, reply.error)
  }

  /** The page was loaded anew in the middle of its run: the server still has it, and its log from the first line. */
  async function rejoin(job: JobId) {
    const { port } = get()
    if (!port || get().running) return
    const mine = new AbortController()
    leave = mine
    let joined = false
    const join = (event: RunEvent) => {
      if (leave !== mine) return
      if (!joined) {
        joined = true
        const begun = nameOwnRun(beginOwnRun(get().runs), job)
        set({ running: true, runJob: job, runStage: null, runEnd: null, runRefusal: null, runs: begun })
      }
      on(event)
    }
    const ran = await port.rejoin(job, join, mine.signal)
    if (leave !== mine) return
    if (ran.ok) forget()
    if (!joined) return
    draw()
    ended(ran.ok ? null : ran.error)
  }

  function ended(refusal: Refusal | null) {
    patience?.()
    patience = null
    const stopped = refusal?.code === 'PAGE_STOPPED'
    set(({ runs }) => ({
      running: false,
      runStage: null,
      runRefusal: stopped ? null : refusal,
      // A run that was refused has no log.
      runs: runs.filter((run) => !(run.own && run.job === null && run.blocks.length === 0)),
    }))
  }

  const forget = () => around.tab.set(KEPT_RUN, '')

  return {
    running: false,
    runJob: null,
    runStage: null,
    runEnd: null,
    runRefusal: null,
    runs: [],

    async run() {
      if (get().running) return
      const mine = new AbortController()
      leave = mine
      set({ running: true, runJob: null, runStage: null, runEnd: null, runRefusal: null })
      const refusal = await begin(mine.signal)
      // Another session is on screen by now, perhaps with a run of its own.
      if (leave !== mine) return
      ended(refusal)
    },

    async stopRun() {
      const { running, runJob, port } = get()
      if (!running) return stopOthers()
      const mine = leave
      if (!runJob || !port) return mine.abort()
      patience?.()
      patience = around.world.after(PATIENCE, () => mine.abort())
      const reply = await port.cancel(runJob)
      if (!reply.ok) mine.abort()
    },

    followRuns() {
      for (const stop of stops) stop()
      const { canvas } = get()
      if (!canvas) return
      stops = [
        canvas.onEvent('job-log', (data) => {
          const { job, lines } = data as unknown as JobLogEvent
          if (typeof job === 'string' && Array.isArray(lines))
            set(({ runs }) => ({ runs: followRun(runs, job, lines) }))
        }),
      ]
      // At once: a run whose page is gone is ended by the server before long.
      const [session, job] = (around.tab.get(KEPT_RUN) ?? '').split(' ')
      const kept = job === undefined ? undefined : parseId('job', job)
      if (kept && session === get().port?.session) void rejoin(kept)
    },

    async loadLog(job) {
      const { port } = get()
      const unknown = () => !get().runs.some((run) => run.job === job)
      if (!port || !unknown()) return
      const text = await port.log(job)
      if (text.ok && unknown() && get().port === port)
        set(({ runs }) => ({ runs: followRun(runs, job, linesOfText(text.value)) }))
    },

    resetRuns() {
      for (const stop of stops) stop()
      stops = []
      leave.abort()
      leave = new AbortController()
      patience?.()
      patience = null
      waiting = []
      set({ running: false, runJob: null, runStage: null, runEnd: null, runRefusal: null, runs: [] })
    },
  }
}

/** What stopped the newest run, to be told at its line: of a run that was not begun, of this page's, or of anybody's. */
export function problemOf(
  own: Pick<RunSlice, 'running' | 'runRefusal' | 'runEnd' | 'runJob'>,
  jobs: Iterable<CanvasJob>,
): Problem | null {
  if (own.running) return null
  if (own.runRefusal) return own.runRefusal
  const newest = newestJob(jobs)
  const { runEnd, runJob } = own
  // Stopped on purpose is not a mistake; the log says that it was.
  const ended = runEnd && !runEnd.success && runEnd.error.code !== 'JOB_CANCELLED' ? runEnd.error : null
  if (ended && (newest === null || newest.id === runJob)) return ended
  return newest?.state === 'failed' ? newest.error : null
}

export type Problem = Pick<JobError, 'message' | 'line' | 'column' | 'hint' | 'traceback'> & { code: string }
