import { createHash } from 'node:crypto'
import type { BlobStore } from '@hewn/kernel'

/** Bytes by their own name, for as long as the test runs. */
export function memoryBlobs(): BlobStore & { readonly size: number } {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      kept.set(hash, bytes)
      return { hash, bytes: bytes.length }
    },
    get: async (hash) => kept.get(hash),
    has: async (hash) => kept.has(hash),
    get size() {
      return kept.size
    },
  }
}
