import type { BuildResult, Geometry, Layer } from '@hewn/model'
import { decodeGeometry, matchShapes } from '@hewn/protocol'
import type { BuildRequest } from './kernel.ts'
import type { BlobStore } from './ports.ts'

type Maps = NonNullable<BuildResult['maps']>

/** Faces and edges of one layer; more would hold up everybody for longer than a tenth of a second. */
const MAPPED = 5000

/**
 * Where the faces and edges of the layers shown before have gone (KN58); a draft is over before anybody could point at it.
 */
export async function layerMaps(request: BuildRequest, layers: readonly Layer[], blobs: BlobStore): Promise<Maps> {
  const { before = {}, quality } = request
  const maps: Maps = []
  if (quality === 'draft') return maps
  for (const { id, geometry } of layers) {
    const from = Object.hasOwn(before, id) ? before[id] : undefined
    if (geometry === undefined || from === undefined || from === geometry.hash) continue
    const [old, now] = await Promise.all([blobs.get(from), blobs.get(geometry.hash)])
    const [one, other] = [old && decodeGeometry(old), now && decodeGeometry(now)]
    if (!one?.ok || !other?.ok || !one.value.exact || !other.value.exact) continue
    if (elements(one.value) > MAPPED || elements(other.value) > MAPPED) continue
    maps.push({ layer: id, from, to: geometry.hash, ...matchShapes(one.value, other.value) })
  }
  return maps
}

const elements = ({ faces = [], edges = [] }: Geometry): number => faces.length + edges.length
