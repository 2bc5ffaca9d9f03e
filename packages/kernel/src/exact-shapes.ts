import { fail, type JobError, type Layer, ok, type Result } from '@hewn/model'
import type { BlobStore, ShapeIndex } from './ports.ts'
import { jobError } from './script-ending.ts'

/** The B-rep bytes behind what is shown, so that a file or an exact measure needs no second run of the script (KN1). */
export interface ExactShapes {
  /** `geometry` and `brep` are hashes: of the blob that is shown, and of the bytes it was measured on. */
  /** `lastingly`: found again after a restart, unlike the steps of a slider. */
  remember(geometry: string, brep: string, lastingly: boolean): void
  of(layer: Layer): Promise<Result<Uint8Array, JobError>>
  /** The hash of these bytes, where it is known. */
  hashOf(layer: Layer): Promise<string | undefined>
}

const REMEMBERED = 2000

export function exactShapes(blobs: BlobStore, index: ShapeIndex | undefined): ExactShapes {
  const sources = new Map<string, string>()

  function kept(geometry: string, brep: string): void {
    sources.delete(geometry)
    sources.set(geometry, brep)
    const [oldest] = sources.keys()
    if (sources.size > REMEMBERED && oldest !== undefined) sources.delete(oldest)
  }

  return {
    remember(geometry, brep, lastingly) {
      kept(geometry, brep)
      if (lastingly) index?.put(nameOf(geometry), brep).catch(() => undefined)
    },
    async of(layer) {
      const geometry = layer.geometry?.hash ?? ''
      const source = await sourceOf(geometry)
      const bytes = source === undefined ? undefined : await blobs.get(source)
      if (source === undefined || bytes === undefined)
        return fail(jobError('JOB_NO_BUILD', `The exact shape of "${layer.name}" is no longer kept. Build again.`))
      kept(geometry, source)
      return ok(bytes)
    },
    hashOf: (layer) => sourceOf(layer.geometry?.hash ?? ''),
  }

  async function sourceOf(geometry: string): Promise<string | undefined> {
    return sources.get(geometry) ?? (await index?.get(nameOf(geometry)).catch(() => undefined))
  }
}

const nameOf = (geometry: string) => `geometry ${geometry}`
