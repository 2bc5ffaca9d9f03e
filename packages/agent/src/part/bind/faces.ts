import type { PartFace } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { Family, Form } from '../kinds.ts'
import { FACES, OPPOSITE } from '../locate.ts'
import type { SaidPlace, Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { featureOf } from '../registry.ts'
import { isEach, isEvery, isPair } from '../read/determiners.ts'

/** The faces that `in each leg`, `on the upright` mean. */
export function facesOf(frame: Frame, family: Family, form: Form, values: Record<string, number>): PartFace[] {
  const { targets, places, kind } = frame
  const every = everyFace(frame, form, values)
  if (CHANNELS.has(kind.key)) return channelFaces(frame, form, values) ?? (every === WALLS ? WALLS : [])
  if (featureOf(kind.key)?.manner === 'run') return []
  if (featureOf(kind.key)?.manner !== 'spot') return []
  const ends = endFaces(frame, form, values) ?? sideFaces(frame, form, values)
  if (ends) return ends
  if (every) {
    if (frame.sizes.has('depth') || frame.flags.has('blind')) return every
    return every === SIX ? ['top', 'front', 'right'] : ['front', 'right']
  }
  const sides = (family.parts?.['leg'] ?? family.parts?.['channelside'])?.faces
  const both = places.some(({ place }) => place.kind === 'spec' && place.spec.noun === 'side' && isPair(place.spec.det))
  if (both && sides && sides.length > 1) return sides as PartFace[]
  // `25 above the base`: nothing that lies is as high.
  const raised = places.some(({ place }) => place.kind === 'from' && place.specs.some(({ noun }) => noun === 'foot'))
  const standing = family.parts?.['upright']?.faces?.filter(
    (face): face is PartFace => isFace(face) && !!form.faces?.[face],
  )
  if (
    raised &&
    standing &&
    !targets.some(({ keys }) => keys.some((key) => family.parts?.[key]?.faces?.some((face) => face !== 'top')))
  )
    return standing
  if (inBothFlanges(frame, family, form)) return ['bottom', 'top']
  for (const { keys, text, det, size, many } of targets) {
    const parts = keys.flatMap((key) => family.parts?.[key] ?? [])
    // `the first leg` is a base of other brackets, and here one of two that stand.
    const part = parts.find(({ nouns }) => nouns.split(/,\s*/).includes(text)) ?? parts.find(({ faces }) => faces)
    if (part?.sides && many) return [...part.sides]
    if (part?.sides && det && SIDED.has(det))
      return det === 'left' ? part.sides.slice(0, 1) : det === 'right' ? part.sides.slice(1) : [...part.sides]
    // Of an upright that stands across, its two sides are faces; along, its front and back.
    const faces = part?.faces?.filter((face) => !isFace(face) || !form.faces || form.faces[face])
    if (!faces) continue
    const [first, second] = faces
    // Of two that lie one above the other: `in the lower flange`.
    if (faces.includes('bottom') && /^(?:bottom|lower)\b/.test(text)) return ['bottom']
    if (faces.includes('top') && faces.includes('bottom') && /^(?:top|upper)\b/.test(text)) return ['top']
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
    if (many || isEach(det)) return faces as PartFace[]
    // Of a channel that runs from left to right, the left leg is the one in front.
    if (det === 'left' || det === 'right')
      return [faces.find((face) => face === det) ?? (det === 'left' ? first : second)] as PartFace[]
    if (second && (det === 'other' || /other|second|upright|vertical/.test(text))) return [second as PartFace]
    return first ? [first as PartFace] : []
  }
  return isScrewedOn(frame, family) ? [...(family.screwed ?? [])] : []
}

const CHANNELS: ReadonlySet<string> = new Set(['channel', 'groove'])

/** `a groove along the top and the bottom`, `on two opposite long faces`, `along both long sides`: one in each of them. */
function channelFaces({ places }: Frame, form: Form, values: Record<string, number>): PartFace[] | undefined {
  if (form.outline.kind !== 'rectangle' || form.through !== undefined) return undefined
  const specs = places.flatMap(({ place }) =>
    place.kind === 'spec' &&
    [undefined, 'face', 'side'].includes(place.spec.noun) &&
    place.spec.prep !== 'from' &&
    place.spec.prep !== 'to'
      ? [place.spec]
      : [],
  )
  const named = specs.flatMap((spec) => spec.places).filter(isFace)
  const [one, other] = named
  if (one && other) return named.length === 2 && OPPOSITE[one] === other ? [one, other] : undefined
  const spec = specs.find(({ det, many, count }) => isEvery(det) || (det === 'both' && (count ?? (many ? 2 : 1)) === 2))
  if (one || !spec || spec.places.includes('short') || ![2, 4].includes(spec.count ?? 2)) return undefined
  if (spec.counted) spec.counted.used = 'count'
  const [x = 0, y = 0, z = 0] = form.size.map((size) => evaluate(size, values))
  const stands = z > Math.max(x, y)
  const around: PartFace[] = x >= y ? ['front', 'back'] : ['left', 'right']
  const four = spec.count === 4 || (spec.count === undefined && isEvery(spec.det) && spec.noun === 'face')
  if (four) return spec.places.includes('long') ? (stands ? WALLS : ['top', 'bottom', ...around]) : undefined
  return stands || spec.noun === 'side' ? around : ['top', 'bottom']
}

/** `four holes in each flange` of what is turned, the first and the last of its stretches; of a spool they are in both anyhow. */
function inBothFlanges({ kind, targets, places, sizes }: Frame, { key }: Family, { stages = [] }: Form): boolean {
  const [first, last] = [stages[0]?.label, stages.at(-1)?.label]
  if (kind.key !== 'hole' || sizes.has('depth') || stages.length < 3 || first === undefined || first !== last)
    return false
  if (targets.length === 0) return key === 'spool' && places.some(({ place }) => place.kind === 'circle')
  return targets.some(({ text, det, many }) => first.split(' ').includes(text) && (many === true || isPair(det)))
}

/** Holes that are put nowhere, in what is screwed on with certain faces; where those are two, as many are in both. */
export function isScrewedOn({ kind, targets, places, count, share, halved }: Frame, { screwed = [] }: Family): boolean {
  if (kind.key !== 'hole' || targets.length > 0 || screwed.length === 0) return false
  return (
    screwed.length === 1 || halved || (places.length === 0 && !share && count !== undefined && count.value % 2 === 0)
  )
}

const SIDED: ReadonlySet<string> = new Set(['left', 'right', 'each', 'both'])
const INTO: ReadonlySet<string> = new Set(['from', 'into'])
const isFace = (face: string): face is PartFace => Object.hasOwn(FACES, face)
const SIX: PartFace[] = ['top', 'bottom', 'front', 'back', 'right', 'left']
/** `through the centre of each face`, `in all three directions`, `in each of the four sides`; of what is thin, its sides are edges. */
function everyFace({ places }: Frame, form: Form, values: Record<string, number>): PartFace[] | undefined {
  if (form.outline.kind !== 'rectangle' || form.through !== undefined) return undefined
  const spec = places.flatMap(({ place }) => (place.kind === 'spec' && isEveryFace(place.spec) ? [place.spec] : []))[0]
  if (!spec) return undefined
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  if (spec.noun === 'side' && !spec.flags.includes('vertical') && z * 2 <= Math.min(x, y)) return undefined
  return spec.count === 4 || spec.flags.includes('vertical') ? WALLS : SIX
}
const isEveryFace = ({ noun, places, det }: Spec): boolean =>
  (noun === 'face' || noun === 'side') && places.length === 0 && isEvery(det)
/** `drilled from each end`: in at both of them. */
function drilledFrom(
  { places, sizes, kind }: Frame,
  form: Form,
  values: Record<string, number>,
): [PartFace, PartFace] | undefined {
  const said = places.some(
    ({ place }) =>
      place.kind === 'spec' &&
      place.spec.noun === 'end' &&
      place.spec.places.length === 0 &&
      INTO.has(place.spec.prep ?? '') &&
      isPair(place.spec.det),
  )
  if (!said || featureOf(kind.key)?.manner !== 'spot') return undefined
  if (form.outline.kind === 'circle') return ['top', 'bottom']
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  if (form.outline.kind !== 'rectangle' || (sizes.get('diameter')?.quantity.value ?? 0) >= z) return undefined
  return x >= y ? ['left', 'right'] : ['front', 'back']
}

/** `a spigot on one end`, `a tenon on each end`: it sticks out of the end of a bar, and does not stand on its top. */
export function offTheEnd(frame: Frame, form: Form, values: Record<string, number>): PartFace[] | undefined {
  const { kind, noun, places } = frame
  const spec = places.flatMap(({ place }) =>
    place.kind === 'spec' && place.spec.noun === 'end' ? [place.spec] : [],
  )[0]
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  // On what is thick, a boss as well.
  const off = STICKS_OUT.test(noun) || (noun.endsWith('boss') && 2 * z > Math.min(x, y))
  if (kind.key !== 'pad' || !off || form.outline.kind !== 'rectangle' || form.through) return undefined
  if (!spec || (spec.prep !== 'on' && spec.prep !== 'from')) return undefined
  frame.places = places.filter(({ place }) => place.kind !== 'spec' || place.spec !== spec)
  const pair: PartFace[] = x >= y ? ['right', 'left'] : ['front', 'back']
  if (isPair(spec.det)) return pair
  return [pair.find((face) => spec.places.includes(face)) ?? pair[0] ?? 'right']
}
const STICKS_OUT = /\b(?:tenon|spigot|stub|trunnion|tongue|stud|peg|pin|dowel)$/

/** `tapped in both ends`: of what is turned or stands, below and above; of a bar, its two end faces. On a plate they are places. */
export function endFaces(frame: Frame, form: Form, values: Record<string, number>): [PartFace, PartFace] | undefined {
  const { flags, kind, places } = frame
  const drilled = drilledFrom(frame, form, values)
  if (drilled) return drilled
  // `15 mm from each end` is so far from it, and not in it.
  if (places.some(({ place }) => place.kind === 'from' && place.specs.some(({ noun }) => noun === 'end')))
    return undefined
  if (!flags.has('both-ends') || featureOf(kind.key)?.manner !== 'spot') return undefined
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  if (flags.has('cross') || flags.has('radial')) return undefined
  // What is sunk into a wheel is in both of its faces, however thin it is.
  if (form.outline.kind === 'circle' && frame.sizes.has('depth')) return ['top', 'bottom']
  // The ends of what has walls are two of them.
  if (form.outline.kind === 'rectangle' && form.through?.left !== undefined && form.through.front !== undefined)
    return x >= y ? ['left', 'right'] : ['front', 'back']
  if (form.outline.kind !== 'rectangle' || z > 1.5 * Math.max(x, y)) return z * 3 > x ? ['top', 'bottom'] : undefined
  const bar = Math.max(x, y) > 2.5 * z && Math.max(x, y) > 2.5 * Math.min(x, y) && Math.min(x, y) < 2.5 * z
  if (!bar && !isInEnds(frame, [x, y, z])) return undefined
  return x > y ? ['right', 'left'] : ['front', 'back']
}

/** `a port in each end`, `a hole 20 deep in both ends` of a block: in what is thick, into it. */
function isInEnds({ noun, places, sizes }: Frame, [x, y, z]: readonly [number, number, number]): boolean {
  const into = places.flatMap(({ place }) =>
    place.kind === 'spec' && isPair(place.spec.det) && ['in', 'into', 'on'].includes(place.spec.prep ?? '')
      ? [place.spec]
      : [],
  )
  const wide = sizes.get('diameter')?.quantity.value ?? 0
  const deep =
    sizes.has('depth') ||
    noun.includes('port') ||
    into.some((spec) => spec.noun === 'face' || spec.flags.includes('end-face'))
  return into.length > 0 && deep && x !== y && 2 * z >= Math.min(x, y) && wide < z
}

/** `in each short side`, `through both long sides`: the faces of a block that are meant, where the hole fits into them. */
export function sideFaces(
  { places, sizes, count }: Frame,
  form: Form,
  values: Record<string, number>,
): PartFace[] | undefined {
  const walls = wallsOf(form)
  if (walls && places.some(({ place }) => isEveryWall(place))) {
    // One in each of them; said with their number, that is what it counts.
    if (count?.value === 4) {
      count.used = 'count'
      count.value = 1
    }
    return walls
  }
  const two = twoWalls({ places, sizes }, form, values)
  if (two) return two
  const bothOf = walls && places.map(({ place }) => place).find(isBothSides)?.spec
  const [high, ...flat] = [2, 0, 1].map((one) => evaluate(form.size[one] ?? '0', values))
  // `in the middle of one end` of a block; on a plate that is a place.
  const thick = (high ?? 0) * 2.5 >= Math.min(...flat) && places.some(({ place }) => place.kind === 'centre')
  const endOf = thick && !walls ? places.map(({ place }) => place).find(isAnEnd)?.spec : undefined
  const spec = places.map(({ place }) => place).find(isNamedSide)?.spec ?? bothOf ?? endOf
  // So far from an edge it lies on the top.
  const set = places.some(({ place }) => place.kind === 'from')
  // The wide face of a bar that lies is its top.
  if (spec?.flags.includes('wide-face')) return undefined
  if (!spec || form.outline.kind !== 'rectangle' || !['side', 'end', 'face'].includes(spec.noun ?? '')) return undefined
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  // `in the middle of each short side` of what has walls.
  const hollow = form.through?.front !== undefined
  // Where a distance is from is no question, where the walls are all there is.
  const inWalls =
    hollow && (places.some(({ place }) => place.kind === 'centre') || (spec.prep === 'on' && (!set || walls === ROUND)))
  const inside = places.some(({ place }) => place.kind === 'centre')
    ? ['in', 'into', 'through', 'of', 'on']
    : ['in', 'into', 'through']
  if (
    !(inWalls || inside.includes(spec.prep ?? (inside.includes('of') && !set ? 'of' : ''))) ||
    (sizes.get('diameter')?.quantity.value ?? 0) >= z
  )
    return undefined
  const length = spec.places.includes('long') || spec.places.includes('short')
  // `in both sides` of what has walls are its left and its right.
  const along = walls === ROUND || (length && spec.places.includes('long') === x >= y)
  const pair: PartFace[] = endOf
    ? x >= y
      ? ['right', 'left']
      : ['front', 'back']
    : along
      ? ['front', 'back']
      : ['left', 'right']
  const both = isPair(spec.det)
  // Through it, one of them is enough.
  const [first] = pair
  if (!first) return undefined
  // `five slots in each long side` of a box: so many in every one of them.
  const row = places.some(({ place }) => place.kind === 'line' || place.kind === 'spacing')
  const each = hollow && (spec.det === 'each' || spec.det === 'every' || (both && row))
  if (each && count && (count.value !== 2 || row)) return pair
  if (both && count !== undefined && count.value !== 2) return undefined
  if (both && count) {
    count.used = 'count'
    if (hollow) count.value = 1
  }
  return both && spec.prep !== 'through' ? pair : [first]
}
const WALLS: PartFace[] = ['front', 'back', 'left', 'right']
const ROUND: PartFace[] = ['top', 'bottom', 'front', 'back']
/** The walls of what is hollow: those of a box stand around its floor, those of a tube around its length. */
function wallsOf({ through }: Form): PartFace[] | undefined {
  if (through?.front === undefined) return undefined
  return through.left !== undefined ? WALLS : through.top !== undefined ? ROUND : undefined
}
/** `in each upright side`: words/hollow-words.ts writes it so. */
const isEveryWall = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  place.spec.noun === 'side' &&
  ((place.spec.flags.includes('vertical') && place.spec.det === 'each') ||
    (isEvery(place.spec.det) &&
      place.spec.places.length === 0 &&
      ['in', 'on', 'through', undefined].includes(place.spec.prep)))
/** `in the left and right walls`, `on the long sides` of a box or a block: the two that are meant, where nobody says that it is in each. */
export function twoWalls(
  { places, sizes }: Pick<Frame, 'places' | 'sizes'>,
  form: Form,
  values: Record<string, number>,
): PartFace[] | undefined {
  const high = evaluate(form.size[2], values)
  // Sunk into what is solid, and not on top of it.
  const sunk =
    form.outline.kind === 'rectangle' &&
    form.through === undefined &&
    sizes.has('depth') &&
    (sizes.get('diameter')?.quantity.value ?? high) < high
  if (wallsOf(form) !== WALLS && !sunk) return undefined
  const named = places.map(({ place }) => place).find(isTwoNamed)?.spec.places
  if (named) return named as PartFace[]
  const spec = places.map(({ place }) => place).find(isNamedSide)?.spec
  if (!spec?.many || isPair(spec.det) || !['in', 'on', 'into', 'through'].includes(spec.prep ?? '')) return undefined
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, values))
  return spec.places.includes('long') === x >= y ? ['front', 'back'] : ['left', 'right']
}
const isTwoNamed = (place: SaidPlace): place is SaidPlace & { kind: 'spec' } =>
  place.kind === 'spec' &&
  place.spec.joined === true &&
  place.spec.places.length === 2 &&
  place.spec.places.every((side) => WALLS.some((wall) => wall === side)) &&
  ['face', 'side', undefined].includes(place.spec.noun)
/** Which walls of a box something is in tells no place on them. */
export const tellsWall = (place: SaidPlace): boolean => isNamedSide(place) || isBothSides(place) || isTwoNamed(place)
const isNamedSide = (place: SaidPlace): place is SaidPlace & { kind: 'spec' } =>
  place.kind === 'spec' && (place.spec.places.includes('short') || place.spec.places.includes('long'))
/** `of one end`, and not of both. */
const isAnEnd = (place: SaidPlace): place is SaidPlace & { kind: 'spec' } =>
  place.kind === 'spec' &&
  place.spec.noun === 'end' &&
  place.spec.places.length === 0 &&
  !isPair(place.spec.det) &&
  place.spec.prep !== 'from'
const isBothSides = (place: SaidPlace): place is SaidPlace & { kind: 'spec' } =>
  place.kind === 'spec' &&
  (place.spec.noun === 'side' || place.spec.noun === 'face') &&
  place.spec.det === 'both' &&
  place.spec.places.length === 0
