import type { PartFeature } from '@hewn/model'
import type { Form } from './kinds.ts'
import { FACES, type FaceOfForm, type Located } from './locate.ts'
import type { RealisedFeature } from './realise.ts'

/**
 * What a hole in the side of a round bar meets inside: a knob with a blind bore and a set screw is a tube there. Where it
 * meets the end of a bore, no short formula tells what it takes.
 */
export function boredThere(
  form: Form,
  { sizes, flags, kind }: PartFeature,
  where: FaceOfForm,
  located: Located | undefined,
  before: readonly RealisedFeature[],
  value: (formula: string) => number,
): Form {
  const { outline } = form
  const aside = flags.includes('radial') || flags.includes('cross')
  if (kind !== 'hole' || !aside || outline.kind !== 'circle' || FACES[where.face].normal === 'z') return form
  const half = value(sizes['diameter'] ?? '0') / 2
  const levels = (located?.spots ?? []).map(({ v }) => value(where.at[2]) + v)
  const [low, high] = [Math.min(...levels) - half, Math.max(...levels) + half]
  let bore = outline.bore
  for (const one of before.flatMap(axialBores)) {
    const far = value(one.face.at) - one.face.sign * value(one.depth)
    const [from, to] = [Math.min(value(one.face.at), far), Math.max(value(one.face.at), far)]
    const runsThrough = levels.every((at) => from < at - half + 1e-6 && to > at + half - 1e-6)
    if (runsThrough && (!bore || value(one.diameter) > value(bore))) bore = one.diameter
    else if (!runsThrough && from < high - 1e-6 && to > low + 1e-6) {
      const { straight: _, stages: __, ...other } = form
      return other
    }
  }
  return bore === outline.bore || !bore ? form : { ...form, outline: { ...outline, bore } }
}

/** Round cuts along its axis, each from its face. */
const axialBores = ({ form, face, located, start }: RealisedFeature) => {
  const [spot, ...others] = located?.spots ?? []
  const central = spot && others.length === 0 && Math.hypot(spot.u, spot.v) < 1e-6
  const { normal, sign } = FACES[face]
  if (!central || normal !== 'z') return []
  return (form.bores ?? []).map((bore) => ({ ...bore, face: { at: start[2], sign } }))
}
