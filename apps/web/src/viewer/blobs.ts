import type { Geometry, Result } from '@hewn/model'

/** Where the bytes of a blob come from, and who reads them. Ports, so the viewer is tested without a server. */
export interface BlobPorts {
  fetch(hash: string): Promise<Uint8Array>
  /** Checks the hash and decodes; off the main thread where there is a worker. */
  decode(hash: string, bytes: Uint8Array): Promise<Result<Geometry, { message: string }>>
}

/** Decoded geometry kept beyond the scene on screen, for undo and for going back and forth. */
const SPARE_BYTES = 64 * 1024 * 1024
/** WB35: what is larger is drawn as its bounding box. */
export const LARGEST_BLOB = 256 * 1024 * 1024
export const MOST_TRIANGLES = 10_000_000

/** Geometry by hash: every hash is fetched and decoded once, and twice if the first time failed. */
export function createBlobs(ports: BlobPorts) {
  const known = new Map<string, { geometry: Promise<Geometry>; bytes: number }>()

  async function once(hash: string): Promise<Geometry> {
    const bytes = await ports.fetch(hash)
    const entry = known.get(hash)
    if (entry) entry.bytes = bytes.byteLength
    const decoded = await ports.decode(hash, bytes)
    if (!decoded.ok) throw new Error(decoded.error.message)
    return decoded.value
  }

  return {
    get(hash: string): Promise<Geometry> {
      const entry = known.get(hash)
      if (entry) {
        // Newest use last, so the front of the map is what leaves first.
        known.delete(hash)
        known.set(hash, entry)
        return entry.geometry
      }
      const geometry = once(hash).catch(() => once(hash))
      known.set(hash, { geometry, bytes: 0 })
      geometry.catch(() => known.delete(hash))
      return geometry
    },
    /** Forgets the oldest that are not on screen. */
    trim(onScreen: ReadonlySet<string>) {
      let spare = 0
      for (const [hash, entry] of [...known].toReversed()) {
        if (onScreen.has(hash)) continue
        spare += entry.bytes
        if (spare > SPARE_BYTES) known.delete(hash)
      }
    },
  }
}
