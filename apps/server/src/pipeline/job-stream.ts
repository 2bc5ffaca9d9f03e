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
  /** The answer is what readers are shown: the line, a mark in its place, or nothing more. */
  log(line: RunLog): RunLog | undefined
  /** Once, and last. */
  complete(data: RunComplete): void
  /** The log so far, as the file has it. */
  logText(): string
  logBytes(): Buffer
  /** Bytes that are kept for those who come back. */
  readonly size: number
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

/** Lines that readers are shown. A line is an object here, so many empty ones would weigh far more than their text. */
export const LINES_SHOWN = 100_000

export function createJobStream(job: JobId, limits: StreamLimits, startAt = 0, onEnd = () => {}): JobStream {
  let events: NumberedEvent[] = []
  /** The same once the job has ended: one text weighs less than its objects. */
  let ndjson: Buffer | undefined
  const text = growingText()
  const readers = new Set<(event: NumberedEvent) => void>()
  const deserted: (() => void)[] = []
  let number = startAt
  let lines = 0
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
    if (!ended) return
    ndjson = Buffer.from(events.map((one) => JSON.stringify(one)).join('\n'))
    events = []
    onEnd()
  }

  function show(line: RunLog): RunLog {
    push({ event: 'log', data: line })
    return line
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
    get size() {
      return text.length + (ndjson?.length ?? 0)
    },
    stage(data) {
      // The queue and the kernel both say where a job is; readers hear it once.
      const said = JSON.stringify(data)
      if (said === lastStage) return
      lastStage = said
      push({ event: 'stage', data })
    },
    log(line) {
      if (full || ended) return undefined
      const message = cutLine(line.message, limits.line)
      full = text.length + Buffer.byteLength(message) + 1 > limits.log
      if (full) {
        const mark = markAt(line, `The log ends here: more than ${limits.log} bytes (HEWN_LOG_MAX).`)
        text.add(mark.message)
        return show(mark)
      }
      text.add(message)
      lines++
      if (lines < LINES_SHOWN) return show(message === line.message ? line : { ...line, message })
      if (lines > LINES_SHOWN) return undefined
      return show(markAt(line, `More than ${LINES_SHOWN} lines: from here on they are only in the log file.`))
    },
    complete: (data) => push({ event: 'complete', data }),
    logText: () => text.bytes().toString(),
    logBytes: () => text.bytes(),
    read(after, reader) {
      // Those kept go first and in order; a line that is pushed by a reader meanwhile waits its turn in `events`.
      const kept = ndjson === undefined ? events : eventsIn(ndjson)
      for (let index = 0; index < kept.length; index++) {
        const event = kept[index]
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

const markAt = (line: RunLog, message: string): RunLog => ({ ...line, level: 'warning', stream: 'hewn', message })

const eventsIn = (ndjson: Buffer): NumberedEvent[] =>
  ndjson
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line) as NumberedEvent)

/** Lines in one buffer, which grows: what a line costs is its bytes. */
function growingText() {
  let buffer = Buffer.alloc(0)
  let length = 0
  return {
    get length() {
      return length
    },
    bytes: () => buffer.subarray(0, length),
    add(line: string): void {
      const most = length + line.length * 3 + 1
      if (most > buffer.length) {
        const larger = Buffer.alloc(Math.max(1024, most, buffer.length * 2))
        buffer.copy(larger, 0, 0, length)
        buffer = larger
      }
      if (line !== '') length += buffer.write(line, length)
      buffer[length++] = 10
    },
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
/** Bytes of all streams that have ended; the newest stays whatever it weighs. */
const KEPT_BYTES = 64 * 1024 * 1024

export function createJobStreams(limits: StreamLimits, world: World): JobStreams {
  const streams = new Map<JobId, JobStream>()
  const ended: JobId[] = []
  const weight = () => ended.reduce((sum, job) => sum + (streams.get(job)?.size ?? 0), 0)

  function forget(job: JobId): void {
    streams.delete(job)
    const at = ended.indexOf(job)
    if (at >= 0) ended.splice(at, 1)
  }

  return {
    get: (job) => streams.get(job),
    drop: (job) => void streams.delete(job),
    open(job, startAt) {
      const stream = createJobStream(job, limits, startAt, () => {
        ended.push(job)
        while (ended.length > 1 && (ended.length > KEPT_ENDED || weight() > KEPT_BYTES)) forget(ended[0] ?? job)
        world.after(KEPT_FOR, () => forget(job))
      })
      streams.set(job, stream)
      return stream
    },
  }
}

/** A cut never falls inside a character. */
function cutLine(message: string, limit: number): string {
  // No character takes more than three bytes for each of its units.
  if (message.length * 3 <= limit || Buffer.byteLength(message) <= limit) return message
  const bytes = Buffer.from(message)
  const kept = new TextDecoder().decode(bytes.subarray(0, limit)).replace(/\uFFFD+$/, '')
  return `${kept} … (${bytes.length - limit} bytes of this line left out)`
}
