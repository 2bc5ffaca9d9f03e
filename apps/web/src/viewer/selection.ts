import type { Geometry, LayerId, Reference, Vec3 } from '@hewn/model'
import { matchShapes, signatureOf } from '@hewn/protocol'

/** A face, an edge or a corner that somebody pointed at. */
export interface PickedElement {
  layer: LayerId
  kind: 'face' | 'edge' | 'vertex'
  index: number
  /** The shape that index counts in. */
  hash: string
  geometry: Geometry
}

/** What is picked, and how many of those before were not found again in the last rebuild. */
export interface Selection {
  picks: readonly PickedElement[]
  lost: number
}

export const NOTHING: Selection = { picks: [], lost: 0 }
/** Between two of them there is a distance; a third replaces the first. */
const MOST = 2

/** One more, or without `add` only this; what is picked already is let go. */
export function picked({ picks }: Selection, pick: PickedElement, add: boolean): Selection {
  const same = (one: PickedElement) =>
    one.layer === pick.layer && one.kind === pick.kind && one.index === pick.index && one.hash === pick.hash
  const others = picks.filter((one) => !same(one))
  const isLetGo = others.length < picks.length && (add || picks.length === 1)
  if (isLetGo) return { picks: add ? others : [], lost: 0 }
  return { picks: [...(add ? others : []), pick].slice(-MOST), lost: 0 }
}

/**
 * The same elements in the shapes that are shown now: equal shape, equal number; else found by what it is, or lost, never
 * another in silence (WB21). A draft without tables says nothing: its picks rest until the full build.
 * @param shown what a layer shows now; nothing where it is gone
 */
export function followed(
  { picks, lost }: Selection,
  shown: (layer: LayerId) => { hash: string; geometry: Geometry } | undefined,
): Selection {
  const matches = new Map<string, ReturnType<typeof matchShapes>>()
  const kept = picks.flatMap((pick): PickedElement[] => {
    const now = shown(pick.layer)
    if (now === undefined) return []
    if (now.hash === pick.hash || !now.geometry.exact) return [pick]
    if (pick.kind === 'vertex') {
      const index = cornerAt(now.geometry, placeOf(pick))
      return index === undefined ? [] : [{ ...pick, ...now, index }]
    }
    const key = `${pick.hash} ${now.hash}`
    const match = matches.get(key) ?? matchShapes(pick.geometry, now.geometry)
    matches.set(key, match)
    const index = match[pick.kind === 'face' ? 'faces' : 'edges'][pick.index] ?? -1
    return index < 0 ? [] : [{ ...pick, ...now, index }]
  })
  const gone = picks.length - kept.length
  if (gone === 0 && kept.every((pick, at) => pick === picks[at])) return { picks, lost }
  return { picks: kept, lost: gone }
}

/** Where a picked corner lies. */
export const placeOf = ({ geometry: { vertices }, index }: PickedElement): Vec3 =>
  [0, 1, 2].map((axis) => vertices?.[index * 3 + axis] ?? Number.NaN) as Vec3

/** The corner that lies there; what was another place is another corner. */
export function cornerAt(
  { vertices = new Float32Array() }: Geometry,
  place: Vec3,
  within = SAME_PLACE,
): number | undefined {
  for (let index = 0; index * 3 < vertices.length; index++)
    if (place.every((part, axis) => Math.abs(part - (vertices[index * 3 + axis] ?? Number.NaN)) <= within)) return index
  return undefined
}
/** mm; corners are told in single precision. */
const SAME_PLACE = 1e-3

/** As the kernel knows it, also when the shape it measures is a later one (KN57). */
export function referenceOf({ layer, kind, index, hash, geometry }: PickedElement): Reference {
  const signature = kind === 'vertex' ? undefined : signatureOf(geometry, kind, index)
  return { layer, kind, index, hash, ...(signature ? { signature } : {}) }
}
