import type { Geometry, Result } from '@hewn/model'
import { fail } from '@hewn/model'
import { decodeGeometry, sha256Hex } from '@hewn/protocol'

export interface DecodeRequest {
  id: number
  hash: string
  bytes: Uint8Array
}
export interface DecodeReply {
  id: number
  result: Result<Geometry, { message: string }>
}

self.addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  const result = decode(data)
  const reply: DecodeReply = { id: data.id, result }
  self.postMessage(reply, { transfer: result.ok ? buffersOf(result.value) : [] })
})

function decode({ hash, bytes }: DecodeRequest): Result<Geometry, { message: string }> {
  const actual = sha256Hex(bytes)
  if (actual !== hash) return fail({ message: `Expected a blob with the hash ${hash}, got one with ${actual}` })
  return decodeGeometry(bytes)
}

/** Every buffer once: several sections may be windows on the same bytes. */
function buffersOf(geometry: Geometry): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const value of Object.values(geometry))
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer)
  return [...buffers]
}
