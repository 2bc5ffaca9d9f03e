import { createHash } from 'node:crypto'
import type { BlobStore } from '@hewn/kernel'

/** Blobs for as long as a bench runs; named as the server's own store names them. */
export function inMemoryBlobs(): BlobStore {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      kept.set(hash, bytes)
      return { hash, bytes: bytes.length }
    },
    get: async (hash) => kept.get(hash),
    has: async (hash) => kept.has(hash),
  }
}
