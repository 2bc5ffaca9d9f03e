import type { PartBody, PartFace } from '@hewn/model'
import { minus, plus } from '../formula.ts'
import type { FeatureForm } from '../kinds.ts'
import { FACES, type Located } from '../locate.ts'
import type { RealisedFeature } from '../realise.ts'

type Axis = 'x' | 'y' | 'z'
const AXES = ['x', 'y', 'z'] as const
/** Along which axis each of its own lies, and which way. */
type Turned = Readonly<Record<Axis, readonly [Axis, 1 | -1]>>

/** How a body lies that was turned: a plate that stands along the front, or across from front to back. */
export const STANDS_ALONG = '90, 0, 0'
export const STANDS_ACROSS = '0, 90, 90'
const LIES: Readonly<Record<string, Turned>> = {
  '': { x: ['x', 1], y: ['y', 1], z: ['z', 1] },
  [STANDS_ALONG]: { x: ['x', 1], y: ['z', 1], z: ['y', -1] },
  [STANDS_ACROSS]: { x: ['y', 1], y: ['z', 1], z: ['x', 1] },
}

/** A feature of a body that became one with others, as it lies among them; nothing, where that is not told. */
export function placedFeature(feature: RealisedFeature, place: PartBody['place']): RealisedFeature | undefined {
  const lies = LIES[place?.lie ?? '']
  if (!lies) return undefined
  const { face, start, located, form } = feature
  const own = FACES[face]
  const [normal, way] = lies[own.normal]
  const to = faceAlong(normal, (own.sign * way) as 1 | -1)
  const [across, acrossWay] = lies[own.u]
  const [, upWay] = lies[own.v]
  // Of the face it is in now, the axes may come in the other order.
  const swapped = FACES[to].u !== across
  const turned = (spot: { u: number; v: number }) => {
    const [u, v] = [spot.u * acrossWay, spot.v * upWay]
    return swapped ? { u: v, v: u } : { u, v }
  }
  const from: Record<Axis, string> = { x: place?.x ?? '0', y: place?.y ?? '0', z: place?.z ?? '0' }
  const at = { ...from }
  AXES.forEach((axis, index) => {
    const [along, sign] = lies[axis]
    const far = start[index] ?? '0'
    at[along] = sign > 0 ? plus(from[along], far) : minus(from[along], far)
  })
  return {
    ...feature,
    face: to,
    start: [at.x, at.y, at.z],
    form: turnedForm(form, lies, swapped, turned),
    ...(located ? { located: turnedPlaces(located, swapped, turned) } : {}),
  }
}

const faceAlong = (normal: Axis, sign: 1 | -1): PartFace =>
  (Object.keys(FACES) as PartFace[]).find((face) => FACES[face].normal === normal && FACES[face].sign === sign) ?? 'top'

/** What is measured of it by places of its own is not told where it is turned. */
function turnedForm(
  { boxes, ...form }: FeatureForm,
  lies: Turned,
  swapped: boolean,
  turned: (spot: { u: number; v: number }) => { u: number; v: number },
): FeatureForm {
  const { reach, spots, loose } = form
  const exact = reach?.exact ? { exact: { u: reach.exact.v, v: reach.exact.u } } : {}
  return {
    ...form,
    ...(boxes ? { boxes: [] } : {}),
    ...(reach && swapped ? { reach: { ...reach, u: reach.v, v: reach.u, ...exact } } : {}),
    ...(spots ? { spots: spots.map(turned) } : {}),
    ...(loose ? { loose: loose.map((axis) => lies[axis][0]) } : {}),
  }
}

function turnedPlaces(
  { spots, turns, ...located }: Located,
  swapped: boolean,
  turned: (spot: { u: number; v: number }) => { u: number; v: number },
): Located {
  return {
    ...located,
    spots: spots.map(turned),
    ...(turns ? { turns: swapped ? turns.map((degrees) => 90 - degrees) : turns } : {}),
  }
}
