import type { KernelEvent } from '@hewn/kernel'
import type { JobId, World } from '@hewn/model'

export type LogLine = Pick<Extract<KernelEvent, { t: 'log' }>, 'stream' | 'level' | 'text' | 'at'>

/** What `job-log` carries. */
export interface LogBatch {
  job: JobId
  from: number
  lines: LogLine[]
}

const EVERY = 100
/** Well under the 16 KiB that an emitted event may have; a line counts as its JSON. */
const BATCH_BYTES = 12 * 1024

/**
 * Hands a job's lines to the canvas at most ten times a second. What does not fit is counted and marked: the canvas is
 * a window on the log, the log itself has every line.
 */
export function batchLines(job: JobId, world: World, emit: (batch: LogBatch) => void) {
  let lines: LogLine[] = []
  let bytes = 0
  let leftOut = 0
  let from = 0
  let stop: (() => void) | undefined
  let lastAt = Number.NEGATIVE_INFINITY

  function flush(): void {
    stop?.()
    stop = undefined
    if (lines.length === 0 && leftOut === 0) return
    lastAt = world.now()
    const taken = lines.length + leftOut
    if (leftOut > 0)
      lines.push({
        stream: 'hewn',
        level: 'info',
        text: `${leftOut} lines left out here; the log has them`,
        at: lastAt,
      })
    emit({ job, from, lines })
    from += taken
    lines = []
    bytes = 0
    leftOut = 0
  }

  return {
    add(line: LogLine): void {
      // Once one is left out, so are the others until the next batch: a flood is counted, not measured.
      const cost = leftOut > 0 ? BATCH_BYTES : Buffer.byteLength(JSON.stringify(line)) + 1
      if (bytes + cost > BATCH_BYTES) leftOut++
      else {
        lines.push(line)
        bytes += cost
      }
      if (stop === undefined) stop = world.after(Math.max(0, EVERY - (world.now() - lastAt)), flush)
    },
    flush,
  }
}
