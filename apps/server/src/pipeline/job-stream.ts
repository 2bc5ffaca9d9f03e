import type { JobId, World } from '@hewn/model'
import type { RunComplete, RunEvent, RunLog, RunStage } from '@hewn/protocol'

export type NumberedEvent = RunEvent & { number: number }

/** What a job says while it runs, numbered and kept, so that a reader may leave and come back. */
export interface JobStream {
  readonly job: JobId
  readonly ended: boolean
  /** Number of the last event. */
  readonly last: number
  /** Readers at this moment. */
  readonly readers: number
  stage(data: RunStage): void
  log(line: RunLog): void
  /** Once, and last. */
  complete(data: RunComplete): void
  /** The log so far, as the file has it. */
  logText(): string
  /** Everything after `number`, now and as it comes. The answer takes the reader away. */
  read(after: number, reader: (event: NumberedEvent) => void): () => void
  /** Called whenever the last reader has gone. */
  onDeserted(listener: () => void): void
}

export interface StreamLimits {
  /** Bytes of log that are kept. */
  log: number
  /** Bytes of one line. */
  line: number
}

export function createJobStream(job: JobId, limits: StreamLimits, startAt = 0, onEnd = () => {}): JobStream {
  const events: NumberedEvent[] = []
  const readers = new Set<(event: NumberedEvent) => void>()
  const deserted: (() => void)[] = []
  let number = startAt
  let kept = 0
  let full = false
  let lastStage = ''
  let ended = false

  function push(event: RunEvent): void {
    if (ended) return
    ended = event.event === 'complete'
    const numbered = { ...event, number: ++number }
    events.push(numbered)
    // A reader that joins while this one is told reads it from `events`.
    const hearing = Array.from(readers)
    for (const reader of hearing) reader(numbered)
    if (ended) onEnd()
  }

  return {
    job,
    get ended() {
      return ended
    },
    get last() {
      return number
    },
    get readers() {
      return readers.size
    },
    stage(data) {
      // The queue and the kernel both say where a job is; readers hear it once.
      const text = JSON.stringify(data)
      if (text === lastStage) return
      lastStage = text
      push({ event: 'stage', data })
    },
    log(line) {
      if (full) return
      const cut = { ...line, message: cutLine(line.message, limits.line) }
      kept += Buffer.byteLength(cut.message) + 1
      full = kept > limits.log
      push({
        event: 'log',
        data: full
          ? {
              ...line,
              level: 'warning',
              stream: 'hewn',
              message: `The log ends here: more than ${limits.log} bytes (HEWN_LOG_MAX).`,
            }
          : cut,
      })
    },
    complete: (data) => push({ event: 'complete', data }),
    logText: () => events.flatMap((event) => (event.event === 'log' ? [`${event.data.message}\n`] : [])).join(''),
    read(after, reader) {
      // Those kept go first and in order; a line that is pushed by a reader meanwhile waits its turn in `events`.
      for (let index = 0; index < events.length; index++) {
        const event = events[index]
        if (event && event.number > after) reader(event)
      }
      readers.add(reader)
      return () => {
        if (readers.delete(reader) && readers.size === 0 && !ended) for (const listener of deserted) listener()
      }
    },
    onDeserted: (listener) => void deserted.push(listener),
  }
}

/** Streams by job: the running ones, and for a minute those that have ended. */
export interface JobStreams {
  open(job: JobId, startAt?: number): JobStream
  get(job: JobId): JobStream | undefined
  /** Of a job that never came to be. */
  drop(job: JobId): void
}

const KEPT_FOR = 60_000
const KEPT_ENDED = 64

export function createJobStreams(limits: StreamLimits, world: World): JobStreams {
  const streams = new Map<JobId, JobStream>()
  const ended: JobId[] = []
  return {
    get: (job) => streams.get(job),
    drop: (job) => void streams.delete(job),
    open(job, startAt) {
      const stream = createJobStream(job, limits, startAt, () => {
        ended.push(job)
        while (ended.length > KEPT_ENDED) streams.delete(ended.shift() ?? job)
        world.after(KEPT_FOR, () => streams.delete(job))
      })
      streams.set(job, stream)
      return stream
    },
  }
}

/** A cut never falls inside a character. */
function cutLine(message: string, limit: number): string {
  const bytes = Buffer.from(message)
  if (bytes.length <= limit) return message
  const kept = new TextDecoder().decode(bytes.subarray(0, limit)).replace(/\uFFFD+$/, '')
  return `${kept} … (${bytes.length - limit} bytes of this line left out)`
}
