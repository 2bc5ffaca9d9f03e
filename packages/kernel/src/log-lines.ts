import type { World } from '@hewn/model'
import type { KernelEvent, Limits } from './kernel.ts'
import type { LogPart } from './worker-factory.ts'

export type LogEvent = Extract<KernelEvent, { t: 'log' }>

/** Bytes of output after which a job ends, however little of it is kept. */
export const LARGEST_OUTPUT = 256 * 1024 * 1024
/** A flood of lines with nothing in them must not become millions of records: on average a line has so many bytes, or they end. */
const LINE_BYTES = 64
const LINES_ALWAYS = 1000
/** A line without an end is shown after so many milliseconds. */
const PARTIAL_AFTER = 200
const NEWLINE = 10

interface Pending {
  stream: 'stdout' | 'stderr'
  level: LogEvent['level']
  parts: Uint8Array[]
  length: number
  cut: boolean
  /** Ends the wait for the rest of the line. */
  stop?: () => void
}

export interface LogLines {
  write(part: LogPart): void
  /** A line of ours among the script's. */
  note(level: LogEvent['level'], text: string): void
  /** Nothing more comes: what is pending is shown, and what was dropped is counted. */
  finish(): void
}

/**
 * Bytes in, lines out: each at once when it ends, cut at `limits.line`; past `limits.log` bytes, or very many lines, they are read and dropped
 * with a mark, and the script goes on (KN36). `onFlood` is called once, past 256 MiB.
 */
export function logLines(
  limits: Pick<Limits, 'line' | 'log'>,
  world: World,
  emit: (event: LogEvent) => void,
  onFlood: () => void,
): LogLines {
  const pending = new Map<string, Pending>()
  let read = 0
  let kept = 0
  let lines = 0
  const mostLines = Math.max(LINES_ALWAYS, Math.floor(limits.log / LINE_BYTES))
  let dropped = 0
  let full = false

  function write(part: LogPart): void {
    const before = read
    read += part.bytes.length
    if (before <= LARGEST_OUTPUT && read > LARGEST_OUTPUT) onFlood()
    if (full) {
      dropped += part.bytes.length
      return
    }
    const key = keyOf(part)
    let at = 0
    while (at < part.bytes.length) {
      const end = part.bytes.indexOf(NEWLINE, at)
      const bytes = part.bytes.subarray(at, end < 0 ? part.bytes.length : end)
      // Most lines come whole; a flood of short ones must not cost more than reading it.
      if (end >= 0 && bytes.length <= limits.line && !pending.has(key)) keep(part, bytes.length, decoded(bytes))
      else {
        add(part, bytes)
        if (end < 0) return
        close(part)
      }
      at = end + 1
      if (full) {
        dropped += part.bytes.length - at
        return
      }
    }
  }

  function add(part: LogPart, bytes: Uint8Array): void {
    const key = keyOf(part)
    const line = pending.get(key) ?? { stream: part.stream, level: part.level, parts: [], length: 0, cut: false }
    const room = limits.line - line.length
    if (bytes.length > room) line.cut = true
    const taken = bytes.subarray(0, room)
    if (taken.length > 0) line.parts.push(taken.slice())
    line.length += taken.length
    if (line.stop === undefined && line.length > 0) line.stop = world.after(PARTIAL_AFTER, () => close(part))
    pending.set(key, line)
  }

  function close(part: Pick<LogPart, 'from' | 'stream'>): void {
    const key = keyOf(part)
    const line = pending.get(key)
    if (line === undefined) return
    pending.delete(key)
    line.stop?.()
    keep(line, line.length, textOf(line, limits.line))
  }

  function keep({ stream, level }: Pick<LogPart, 'stream' | 'level'>, length: number, text: string): void {
    const tooMany = lines >= mostLines
    if (tooMany || kept + length > limits.log) {
      full = true
      dropped += length
      const here = tooMany ? `${lines} lines` : size(limits.log)
      note('warning', `The log is full: ${here} are kept. The script goes on; what it prints now is dropped.`)
      return
    }
    lines++
    // A line costs something even when it is empty.
    kept += length + 1
    emit({ t: 'log', stream, level, text, at: world.now() })
  }

  function note(level: LogEvent['level'], text: string): void {
    emit({ t: 'log', stream: 'hewn', level, text, at: world.now() })
  }

  return {
    write,
    note,
    finish() {
      for (const key of pending.keys()) {
        const [from, stream] = key.split(':') as [LogPart['from'], LogPart['stream']]
        close({ from, stream })
      }
      if (full) note('warning', `${size(dropped)} more were printed and not kept.`)
    },
  }
}

function textOf(line: Pending, limit: number): string {
  const bytes = new Uint8Array(line.length)
  let at = 0
  for (const part of line.parts) {
    bytes.set(part, at)
    at += part.length
  }
  // The cut may go through a character.
  if (line.cut) return `${decoder.decode(bytes).replace(/\uFFFD$/, '')} … (cut: a line has at most ${size(limit)})`
  return decoded(bytes)
}

const decoder = new TextDecoder()

function decoded(bytes: Uint8Array): string {
  if (bytes.length === 0) return ''
  const text = decoder.decode(bytes)
  return text.endsWith('\r') ? text.slice(0, -1) : text
}

const keyOf = ({ from, stream }: Pick<LogPart, 'from' | 'stream'>) => `${from}:${stream}`

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const kib = bytes / 1024
  return kib < 1024 ? `${Math.round(kib * 10) / 10} KiB` : `${Math.round((kib / 1024) * 10) / 10} MiB`
}
