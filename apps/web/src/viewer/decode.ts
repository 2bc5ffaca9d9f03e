import type { Geometry, Result } from '@hewn/model'
import { fail } from '@hewn/model'
import type { DecodeReply, DecodeRequest } from './decode.worker.ts'

/** Decodes blobs in one worker, in the order asked. */
export function createDecoder(): {
  decode(hash: string, bytes: Uint8Array): Promise<Result<Geometry, { message: string }>>
  close(): void
} {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (result: Result<Geometry, { message: string }>) => void>()
  let next = 0
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => {
    waiting.get(data.id)?.(data.result)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', (event) => {
    const reason = event.message || 'The worker that reads geometry did not start'
    for (const answer of waiting.values()) answer(fail({ message: reason }))
    waiting.clear()
  })
  return {
    decode(hash, bytes) {
      const id = next++
      const request: DecodeRequest = { id, hash, bytes }
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        worker.postMessage(request)
      })
    },
    close: () => worker.terminate(),
  }
}
