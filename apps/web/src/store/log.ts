import type { JobId } from '@hewn/model'

export interface LogLine {
  stream: 'stdout' | 'stderr' | 'hewn'
  level: 'info' | 'warning' | 'error'
  text: string
}

/** The log of one run. Lines lie in blocks, so that a new line redraws one block and not ten thousand lines. */
export interface RunLog {
  /** Unknown until the server has named the job. */
  job: JobId | null
  /** Read from this page's own stream; the canvas tells of all others. */
  own: boolean
  blocks: readonly (readonly LogLine[])[]
  /** Lines that are no longer shown. */
  cut: number
}

const BLOCK = 200
/** WB65: so many lines stay on screen; the whole log is an artifact. */
export const MOST_LINES = 10_000
const MOST_RUNS = 10

export const emptyRun = (job: JobId | null, own: boolean): RunLog => ({ job, own, blocks: [], cut: 0 })

/** Blocks that are full keep their identity. */
export function appendLines(run: RunLog, lines: readonly LogLine[]): RunLog {
  if (lines.length === 0) return run
  const blocks = [...run.blocks]
  const last = blocks.at(-1)
  let open = last && last.length < BLOCK ? [...(blocks.pop() ?? [])] : []
  for (const line of lines) {
    open.push(line)
    if (open.length === BLOCK) {
      blocks.push(open)
      open = []
    }
  }
  if (open.length > 0) blocks.push(open)
  let cut = run.cut
  let total = blocks.reduce((sum, block) => sum + block.length, 0)
  while (total > MOST_LINES) {
    const left = blocks.shift()?.length ?? 0
    total -= left
    cut += left
  }
  return { ...run, blocks, cut }
}

/** Lines of somebody else's run, as the canvas tells them. Those of our own run come by its stream and are not said twice. */
export function followRun(runs: readonly RunLog[], job: JobId, lines: readonly LogLine[]): readonly RunLog[] {
  const known = runs.find((run) => run.job === job)
  if (known?.own) return runs
  if (!known) return keepNewest([...runs, appendLines(emptyRun(job, false), lines)])
  return runs.map((run) => (run === known ? appendLines(run, lines) : run))
}

/** The job of our own run has a name now. What the canvas told of it before is in the stream as well. */
export function nameOwnRun(runs: readonly RunLog[], job: JobId): readonly RunLog[] {
  const own = runs.findLast((run) => run.own && run.job === null)
  if (!own) return runs
  return runs.filter((run) => run.job !== job).map((run) => (run === own ? { ...run, job } : run))
}

export const beginOwnRun = (runs: readonly RunLog[]): readonly RunLog[] => keepNewest([...runs, emptyRun(null, true)])

export function appendToOwnRun(runs: readonly RunLog[], lines: readonly LogLine[]): readonly RunLog[] {
  const own = runs.findLast((run) => run.own)
  return own ? runs.map((run) => (run === own ? appendLines(run, lines) : run)) : runs
}

const keepNewest = (runs: readonly RunLog[]) => runs.slice(-MOST_RUNS)

/** A kept log, as the server gives it in plain text. */
export const linesOfText = (text: string): LogLine[] =>
  text
    .split('\n')
    .filter((line, index, all) => line !== '' || index < all.length - 1)
    .map((line) => ({ stream: 'stdout', level: 'info', text: line }))
