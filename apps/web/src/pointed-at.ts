import type { Vec3 } from '@hewn/model'
import type { Pointed } from './say-pointed.ts'
import type { PickedElement } from './viewer/index.ts'
import type { SceneLayer } from './viewer/scene.ts'

/** Left and right, front and back, bottom and top, as the front view shows them (WB10). */
const ENDS = [
  ['left', 'right'],
  ['front', 'back'],
  ['bottom', 'top'],
] as const
const NEAR = 1e-4

/**
 * The name of a flat face or a straight edge on the outside of a part; of anything else there is none, and who says
 * *this edge* is asked which.
 */
export function pointedAt(pick: PickedElement, scene: readonly SceneLayer[]): Pointed | undefined {
  const layer = scene.find(({ id }) => id === pick.layer)
  const bounds = layer?.geometry?.bounds
  if (!layer || !bounds || isTurned(layer.placement)) return undefined
  const ends = (place: Vec3) =>
    ENDS.map(([low, high], axis) => {
      const at = place[axis] ?? Number.NaN
      if (Math.abs(at - (bounds.min[axis] ?? 0)) < NEAR) return low
      return Math.abs(at - (bounds.max[axis] ?? 0)) < NEAR ? high : undefined
    })
  const words = pick.kind === 'face' ? faceWords(pick, ends) : pick.kind === 'edge' ? edgeWords(pick, ends) : undefined
  if (words === undefined || pick.kind === 'vertex') return undefined
  const of = scene.length > 1 ? ` of the ${layer.name}` : ''
  return { kind: pick.kind, words: `the ${words}${of}` }
}

type Ends = (place: Vec3) => (string | undefined)[]

function faceWords({ geometry, index }: PickedElement, ends: Ends): string | undefined {
  const face = geometry.faces?.[index]
  if (face?.kind !== 'plane') return undefined
  const [only, ...others] = ends(face.centroid).filter((one) => one !== undefined)
  return only !== undefined && others.length === 0 ? `${only} face` : undefined
}

function edgeWords({ geometry, index }: PickedElement, ends: Ends): string | undefined {
  const edge = geometry.edges?.[index]
  if (edge?.kind !== 'line') return undefined
  const [x, y, z] = ends(edge.centre)
  const found = [z, y, x].filter((one) => one !== undefined)
  if (found.length !== 2) return undefined
  return z === undefined ? `${found.join(' ')} corner edge` : `${found.join(' ')} edge`
}

/** A layer that is turned has its left elsewhere. */
const isTurned = (m: readonly number[]): boolean =>
  [0, 1, 2].some((row) =>
    [0, 1, 2].some((column) => Math.abs((m[row + 4 * column] ?? 0) - Number(row === column)) > NEAR),
  )
