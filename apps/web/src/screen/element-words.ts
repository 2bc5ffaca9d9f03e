import type { Vec3 } from '@hewn/model'
import { formatArea, formatLength, formatNumber } from '../format.ts'
import { t } from '../strings/index.ts'
import type { PickedElement } from '../viewer/index.ts'
import type { SceneLayer } from '../viewer/scene.ts'

/** `Hole · Ø 6 mm · 188.5 mm² · at 10, 0, 5` */
export function elementWords(pick: PickedElement, scene: readonly SceneLayer[]): string {
  const { kind, index, layer, geometry, hash } = pick
  const shown = scene.find(({ id }) => id === layer)
  const at = (place: Vec3) => t.selection.at(placed(place, shown?.placement).map(formatPlace).join(', '))
  const resting = shown?.geometry?.hash === hash ? [] : [t.selection.resting]
  if (kind === 'vertex') return [t.selection.corner, at(cornerPlace(pick)), ...resting].join(' · ')
  const face = kind === 'face' ? geometry.faces?.[index] : undefined
  if (face) {
    const round = face.kind === 'cylinder' || face.kind === 'sphere'
    const name = face.hollow && face.kind === 'cylinder' ? t.hover.hole : t.faceKind[face.kind]
    const size = round ? [`Ø ${formatLength(face.a * 2)}`] : []
    return [name, ...size, formatArea(face.area), at(round ? face.point : face.centroid), ...resting].join(' · ')
  }
  const edge = geometry.edges?.[index]
  if (!edge) return ''
  const circle = edge.kind === 'circle'
  const name = circle && edge.closed ? t.selection.circle : t.edgeKind[edge.kind]
  const size = circle ? [edge.closed ? `Ø ${formatLength(edge.radius * 2)}` : `R ${formatLength(edge.radius)}`] : []
  const place = edge.kind === 'other' ? [] : [at(edge.centre)]
  return [name, ...size, t.selection.long(formatLength(edge.length)), ...place, ...resting].join(' · ')
}

export const formatPlace = (value: number) => formatNumber(Math.round(value * 1e6) / 1e6)

function placed([x, y, z]: Vec3, m: readonly number[] = []): number[] {
  return [0, 1, 2].map((row) => (m[row] ?? 0) * x + (m[row + 4] ?? 0) * y + (m[row + 8] ?? 0) * z + (m[row + 12] ?? 0))
}

const cornerPlace = ({ geometry: { vertices }, index }: PickedElement): Vec3 =>
  [0, 1, 2].map((axis) => vertices?.[index * 3 + axis] ?? 0) as Vec3
