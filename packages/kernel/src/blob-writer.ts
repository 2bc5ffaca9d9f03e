import type { BlobStore } from './ports.ts'

/** Blobs on their way to the store; whether all arrived is asked once, at the end. */
export function blobWriter(blobs: BlobStore) {
  const under: Promise<boolean>[] = []
  return {
    put(bytes: Uint8Array | undefined): void {
      if (bytes === undefined) return
      under.push(
        blobs.put(bytes).then(
          () => true,
          () => false,
        ),
      )
    },
    whole: async (): Promise<boolean> => (await Promise.all(under)).every(Boolean),
  }
}
