import type { PartBody, PartFace } from '@hewn/model'
import { evaluate } from './formula.ts'
import type { Family, Form } from './kinds.ts'
import { FACES } from './locate.ts'
import type { SaidPlace, Spec } from './read/atoms.ts'
import type { Frame } from './read/frame.ts'
import { featureOf } from './registry.ts'

/** The faces that `in each leg`, `on the upright` mean. */
export function facesOf(frame: Frame, family: Family, form: Form, values: Record<string, number>): PartFace[] {
  const { targets, places, kind } = frame
  if (featureOf(kind.key)?.manner !== 'spot') return []
  const ends = endFaces(frame, form, values)
  if (ends) return ends
  if (form.outline.kind === 'rectangle' && places.some(({ place }) => isEveryFace(place)))
    return frame.sizes.has('depth') || frame.flags.has('blind') ? SIX : ['top', 'front', 'right']
  const sides = family.parts?.['leg']?.faces
  const both = places.some(
    ({ place }) =>
      place.kind === 'spec' && place.spec.noun === 'side' && ['both', 'each'].includes(place.spec.det ?? ''),
  )
  if (both && sides && sides.length > 1) return sides as PartFace[]
  for (const { keys, text, det, size } of targets) {
    const part = keys.map((key) => family.parts?.[key]).find((one) => one?.faces !== undefined)
    const faces = part?.faces
    if (!faces) continue
    const [first, second] = faces
    if (size !== undefined) {
      const { top = '0', left = '0' } = form.legs ?? {}
      if (evaluate(top, values) === size) return ['top']
      if (evaluate(left, values) === size) return ['left']
    }
    if (first === 'long' || first === 'short') {
      const { top = '0', left = '0' } = form.legs ?? {}
      const lying = evaluate(top, values) >= evaluate(left, values)
      return [(first === 'long') === lying ? 'top' : 'left']
    }
    const every = ['each', 'every', 'both', 'all', 'per'].includes(det ?? '')
    if (every) return faces as PartFace[]
    if (second && (det === 'other' || /other|second|upright|vertical/.test(text))) return [second as PartFace]
    return first ? [first as PartFace] : []
  }
  return []
}

const SIX: PartFace[] = ['top', 'bottom', 'front', 'back', 'right', 'left']
/** `through the centre of each face`, `in all three directions`. */
const isEveryFace = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  place.spec.noun === 'face' &&
  place.spec.places.length === 0 &&
  ['each', 'every', 'all'].includes(place.spec.det ?? '')

/** `tapped in both ends`: of what is turned or stands, below and above; of a bar, its two end faces. On a plate they are places. */
export function endFaces(
  { flags, kind }: Frame,
  form: Form,
  values: Record<string, number>,
): [PartFace, PartFace] | undefined {
  if (!flags.has('both-ends') || featureOf(kind.key)?.manner !== 'spot') return undefined
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  if (flags.has('cross') || flags.has('radial')) return undefined
  if (form.outline.kind !== 'rectangle' || z > 1.5 * Math.max(x, y)) return z * 3 > x ? ['top', 'bottom'] : undefined
  const bar = Math.max(x, y) > 2.5 * z && Math.max(x, y) > 2.5 * Math.min(x, y) && Math.min(x, y) < 2.5 * z
  if (!bar) return undefined
  return x > y ? ['right', 'left'] : ['front', 'back']
}

/** `two M6 holes` of what has two feet: one in each. */
export function spreadOver(child: Frame, { spots }: Family): readonly PartFace[] | undefined {
  const { places, targets, count, plural, kind } = child
  if (kind.key !== 'hole' || !spots || places.length > 0 || targets.length > 0) return undefined
  if (count ? count.value !== spots.length : !plural) return undefined
  if (count) count.used = 'count'
  delete child.count
  child.plural = false
  return spots
}

/** `a hole in the lower end with a chamfer on the rim there`: the rim of the face that was spoken of. */
export function thereOf({ places }: Frame, { features }: PartBody): string[] | undefined {
  const [only, ...others] = places
  const face = features.at(-1)?.at.on
  if (only?.place.kind !== 'spec' || others.length > 0 || (face !== 'top' && face !== 'bottom')) return undefined
  const { noun, det, places: sides, ofText } = only.place.spec
  return noun === 'rim' && det === 'the' && sides.length === 0 && ofText === undefined ? [`pick-${face}`] : undefined
}

/** Which edges a fillet or a chamfer is for. */
export function picksOf(
  frame: Frame,
  form: Form,
  values: Record<string, number>,
  sizes: Record<string, string>,
): string[] {
  const picks: string[] = []
  const specs = frame.places.flatMap(({ place }) =>
    place.kind === 'spec'
      ? [place.spec]
      : place.kind === 'corners'
        ? [{ places: [], flags: [], noun: 'corner' } as Spec]
        : [],
  )
  if (frame.flags.has('vertical') || /vertical|upright/.test(frame.noun)) picks.push('vertical')
  else if (/corner/.test(frame.noun)) picks.push('vertical')
  for (const spec of specs) {
    const stage = spec.ofText
      ? (form.stages ?? []).findIndex(({ label }) => label.split(' ').includes(spec.ofText ?? ''))
      : -1
    if (stage < 0 && spec.noun === 'end' && spec.ofText && form.outline.kind === 'other') picks.push('tip')
    else if (spec.flags.includes('meet')) picks.push('meet')
    else if (stage >= 0) picks.push(`free-${stage}`)
    else if (spec.flags.includes('vertical') || spec.noun === 'corner' || spec.places.includes('z'))
      picks.push('vertical')
    else if (spec.places.some(isFace)) picks.push(...spec.places.filter(isFace))
    else if (spec.noun === 'end' || spec.noun === 'rim') picks.push(form.outline.kind === 'circle' ? 'ends' : 'all')
    else if (spec.places.includes('long')) picks.push('long')
    else if (spec.noun === 'edge' && picks.length === 0) picks.push(form.outline.kind === 'circle' ? 'ends' : 'all')
  }
  const unique = [...new Set(picks)].map((pick) => `pick-${pick}`)
  if (unique.length > 0) return unique
  if (
    frame.kind.key === 'fillet' &&
    form.outline.kind === 'rectangle' &&
    evaluate(sizes['size'] ?? '0', values) * 2 >= evaluate(form.size[2], values)
  )
    return ['pick-vertical', 'assumed-pick']
  return [form.outline.kind === 'circle' ? 'pick-ends' : 'pick-all', 'assumed-pick']
}

const isFace = (place: string): place is PartFace => Object.hasOwn(FACES, place)
