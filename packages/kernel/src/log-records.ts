import type { LogPart } from './worker-factory.ts'

// One pipe carries Python's stdout and stderr as records, so their order is exact (KN36):
// u8 stream, u8 level, u16 zero, u32 length (little-endian), bytes.

const HEAD = 8
const LARGEST = 1 << 16
const STREAMS = ['stdout', 'stderr'] as const
const LEVELS = ['info', 'warning', 'error'] as const

/**
 * Takes bytes as they arrive and gives the records that are whole; `undefined` for what is not a record, as when a script
 * writes into the pipe itself. That is passed on as plain output: a forged log is just a log.
 */
export function recordReader(): (chunk: Uint8Array) => LogPart[] {
  let rest = new Uint8Array(0)
  let broken = false
  return (chunk) => {
    if (broken) return [plain(chunk)]
    const bytes = rest.length === 0 ? chunk : joined(rest, chunk)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const parts: LogPart[] = []
    let at = 0
    while (bytes.length - at >= HEAD) {
      const stream = STREAMS[view.getUint8(at)]
      const level = LEVELS[view.getUint8(at + 1)]
      const length = view.getUint32(at + 4, true)
      if (stream === undefined || level === undefined || length > LARGEST) {
        broken = true
        parts.push(plain(bytes.slice(at)))
        return parts
      }
      if (bytes.length - at - HEAD < length) break
      parts.push({ from: 'python', stream, level, bytes: bytes.slice(at + HEAD, at + HEAD + length) })
      at += HEAD + length
    }
    rest = bytes.slice(at)
    return parts
  }
}

const plain = (bytes: Uint8Array): LogPart => ({ from: 'native', stream: 'stdout', level: 'info', bytes })

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
