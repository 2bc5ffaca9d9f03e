import type { PartBody, PartFace } from '@hewn/model'
import type { Binder } from './bind.ts'
import { evaluate } from '../formula.ts'
import { blockEdges } from '../features/block-edges.ts'
import { hasEdges } from '../features/edges.ts'
import type { Form } from '../kinds.ts'
import { eachStagePicks, stagePicks } from './stage-edges.ts'
import { FACES } from '../locate.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { plural } from '../../read/plural.ts'
import { isEvery } from '../read/determiners.ts'

/**
 * `a hole in the lower end with a chamfer on the rim there`, `turn the last 30 mm down to 15, 1 mm chamfer on that end`: the rim of the
 * face that was spoken of; of what was turned down last, its own.
 */
export function thereOf({ places }: Frame, { features, parts }: PartBody, { outline }: Form): string[] | undefined {
  const [only, ...others] = places
  if (only?.place.kind !== 'spec' || others.length > 0) return undefined
  const { noun, det, places: sides, ofText, many } = only.place.spec
  const on = features.at(-1)?.at.on
  const last = on ?? (features.length > 0 || parts.some(({ kind }) => kind === 'stage') ? 'top' : undefined)
  const that = noun === 'end' && THIS.has(det ?? '') && !many && outline.kind === 'circle'
  if (that && (last === 'top' || last === 'bottom')) return [`pick-${last}`]
  const face = on
  if (face !== 'top' && face !== 'bottom') return undefined
  return noun === 'rim' && det === 'the' && sides.length === 0 && ofText === undefined ? [`pick-${face}`] : undefined
}

/** `the two vertical edges at the right end`: the right vertical edges. */
function asOne(specs: { spec: Spec; at: [number, number] }[]): typeof specs {
  const [first, second, ...others] = specs
  const upright = first?.spec.noun === 'edge' && first.spec.places.length === 0 && first.spec.flags.includes('vertical')
  const side = second?.spec.places.join() ?? ''
  if (!first || !second || !upright || second.at[0] - first.at[1] > 1 || !SIDES.has(side)) return specs
  return [{ spec: { ...first.spec, places: [side] }, at: [first.at[0], second.at[1]] }, ...others]
}
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])

/** Which edges a fillet or a chamfer is for. */
export function picksOf(binder: Binder, frame: Frame, form: Form, size: string | undefined): string[] {
  const values = binder.names.values
  const { outline } = form
  const specs = asOne(
    frame.places.flatMap(({ place, at }) =>
      place.kind === 'spec'
        ? [{ spec: place.spec, at }]
        : place.kind === 'corners'
          ? [{ spec: { places: [], flags: [], noun: 'corner' } as Spec, at }]
          : [],
    ),
  )
  // `bore 30 chamfered 2 mm`, `chamfered on the inside`: the rims of the bore.
  // `a 2 mm chamfer on the bore`
  const outer = specs.some(({ spec }) => spec.flags.includes('outer'))
  const bored =
    frame.flags.has('inner') ||
    frame.flags.has('inside') ||
    (!outer && frame.targets.some(({ keys }) => keys.includes('hole')))
  if (outline.kind === 'circle' && outline.bore && bored)
    return innerPicks(specs.flatMap(({ spec }) => spec.places.filter(isFace))).map((pick) => `pick-${pick}`)
  const whole = frame.flags.has('vertical') || /vertical|upright|corner/.test(frame.noun)
  const solid = form.outline.kind === 'rectangle'
  const sides = form.size.map((one) => evaluate(one, values)) as [number, number, number]
  let picks: string[] = []
  let end = -1
  for (const { spec, at } of specs) {
    if (THIS.has(spec.det ?? '') && (spec.noun === 'edge' || spec.noun === 'end') && spec.places.length === 0)
      binder.refuse(
        'AGENT_NEEDS_ANSWER',
        `Which ${spec.noun} is meant?`,
        [frame.at],
        spec.noun === 'edge'
          ? ['on the top edges', 'on the left edges', 'on all edges']
          : ['on the top end', 'on both ends'],
      )
    // `the lower left corner` of a triangle: none of its corners is passed over, and none is treated for another.
    if (outline.kind === 'other' && spec.noun === 'corner' && spec.places.some(isFace))
      binder.refuse('AGENT_UNSUPPORTED', `One corner of this shape alone cannot have a ${frame.noun} here yet.`, [at])
    const corner = whole && solid && spec.noun !== 'corner' && spec.places.some(isFace)
    const said = solid ? { ...spec, ...(corner ? { noun: 'corner' } : {}) } : spec
    const found =
      stagePicks(said, form, values) ??
      namedPicks(said, form) ??
      (solid ? squarePicks(said, sides) : roundPicks(said, form))
    // `the top edges on the left`: the second place narrows the first.
    const narrows = solid && picks.length > 0 && at[0] - end <= 1
    const both = narrows ? picks.flatMap((one) => found.flatMap((other) => common(one, other))) : []
    const counted = solid && !narrows ? countedPicks(binder, frame, said, found) : found
    // Of what is round: `the outer top edge` is one of its two outer rims.
    const rims = !solid && picks.length === 1 && picks[0] === 'ends' && at[0] - end <= 1
    // `the inner edge at the bottom`
    const [only] = counted
    const goesOn = at[0] - end <= 1 || spec.noun === undefined
    // `inside edges chamfered 1 mm at both ends`, `both ends chamfered on the inside`: one of the two says where, and the other which.
    const [before, now] = [picks.join(), counted.join()]
    if (
      !solid &&
      ((before === 'inner' && now === 'ends' && spec.noun === 'end') || (before === 'ends' && now === 'inner'))
    ) {
      picks = ['inner']
      end = at[1]
      continue
    }
    const inner = !solid && picks.join() === 'inner' && goesOn && (only === 'top' || only === 'bottom')
    picks = inner ? [`inner-${only}`] : both.length > 0 ? both : rims ? counted : [...picks, ...counted]
    end = at[1]
  }
  if (specs.length === 0) picks = eachStagePicks(frame, form, values) ?? picks
  if (picks.length === 0 && whole) picks = frame.count ? countedCorners(binder, frame) : ['vertical']
  // Both ends are the top and the bottom: named twice they are treated once.
  if (!solid && picks.includes('top') && picks.includes('bottom'))
    picks = ['ends', ...picks.filter((pick) => pick !== 'top' && pick !== 'bottom')]
  // `2X CHAMFER 1 X 45°`: of what is round, both ends.
  if (
    !solid &&
    picks.length === 0 &&
    specs.length === 0 &&
    frame.count?.value === 2 &&
    form.outline.kind === 'circle'
  ) {
    frame.count.used = 'count'
    picks = ['ends']
  }
  const unknown = picks.some((pick) => !hasEdges(form, pick))
  if (unknown)
    binder.refuse('AGENT_NEEDS_ANSWER', 'Which edges are meant?', [frame.at], ['on all edges', 'on the top edges'])
  const walled = whereThin(binder, picks, frame, form, size)
  const unique = [...new Set(walled ?? picks)].map((pick) => `pick-${pick}`)
  if (unique.length > 0) return picks.length === 0 ? [...unique, 'assumed-pick'] : unique
  if (frame.kind.key === 'fillet' && solid && evaluate(size ?? '0', values) * 2 >= (sides[2] ?? 0))
    return ['pick-vertical', 'assumed-pick']
  return [solid || form.outline.kind === 'other' ? 'pick-all' : 'pick-ends', 'assumed-pick']
}

/**
 * Of what has thin walls, all edges are those outside where both edges of a wall have no room for it; and the rim stays as it
 * is where the wall is no thicker than that. Which edges of legs that are so thin, is asked.
 */
function whereThin(
  binder: Binder,
  picks: readonly string[],
  frame: Frame,
  form: Form,
  size: string | undefined,
): string[] | undefined {
  const { values } = binder.names
  const own = form.edges === 'block' ? undefined : form.edges
  const sheet = form.nooks ? form.faces?.top?.through : form.through?.left
  if (!sheet || !(own?.['outer'] ?? form.nooks)) return undefined
  const [wide, thick] = [evaluate(size ?? '0', values), evaluate(sheet, values)]
  const every = picks.length === 0 || picks.join() === 'all'
  const both = (every || picks.includes('rim')) && 2 * wide >= thick
  if (both && !(every && own?.['outer']))
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `What is ${thick} mm thick has room for less than ${thick / 2} mm on both of its edges. Which edges are meant?`,
      [frame.at],
      [form.nooks ? 'in the inside corner' : 'on the outer edges'],
    )
  const outer = picks.join() === 'outer' || (picks.length === 0 && /outer|outside/.test(frame.noun))
  if (!own?.['outer'] || !(outer || both)) return undefined
  return [wide < thick || !own['below'] ? 'outer' : 'below']
}

/** Edges that a body has names for: where two of its parts meet, the free rim of a step, the tip of a shank. */
function namedPicks(spec: Spec, form: Form): string[] | undefined {
  const stage = spec.ofText
    ? (form.stages ?? []).findIndex(({ label }) => label.split(' ').includes(spec.ofText ?? ''))
    : -1
  if (stage < 0 && spec.noun === 'end' && spec.ofText && form.outline.kind === 'other') return ['tip']
  if (spec.flags.includes('meet')) return ['meet']
  const own = form.edges === 'block' ? undefined : form.edges
  const side = ['outer', 'inner', 'inside'].find((flag) => spec.flags.includes(flag))
  if (own?.['outer'] && side && (side !== 'outer' || spec.places.length === 0)) return [side]
  if (spec.noun === 'rim' && own?.['rim']) return ['rim']
  return stage >= 0 ? [`free-${stage}`] : undefined
}

/** Of what is round: its rims; of anything else all there are. */
function roundPicks(spec: Spec, { outline, stages }: Form): string[] {
  const sides = spec.places.filter(isFace)
  // `one outer edge only`: of a ring, the upper one.
  if (outline.kind === 'circle' && outline.bore && ONE.has(spec.det ?? '') && spec.noun === 'edge')
    return [spec.flags.includes('inner') ? 'inner-top' : 'outer-top']
  // `chamfer the bore`, `on the rim of the bore`
  if ((spec.flags.includes('inner') || spec.of?.includes('hole')) && outline.kind === 'circle' && outline.bore)
    return innerPicks(sides)
  if (spec.flags.includes('vertical') || spec.noun === 'corner' || spec.places.includes('z')) return ['vertical']
  if (sides.length > 0) return sides.map((side) => LYING[side] ?? side)
  if (ONE.has(spec.det ?? '') && (spec.noun === 'end' || spec.noun === 'face'))
    return [OTHER.has(spec.det ?? '') && !isHeaded(stages) ? 'bottom' : 'top']
  if (spec.noun === 'end' && spec.flags.includes('free-end') && !spec.many) return ['top']
  // Of a ring, those of its bore too.
  if (spec.noun === 'edge' && outline.kind === 'circle' && outline.bore) {
    const four = spec.count === 4 || spec.counted?.value === 4
    if (four && spec.counted) spec.counted.used = 'count'
    if (four || isEvery(spec.det)) return ['all']
  }
  return spec.noun === 'end' || spec.noun === 'rim' || spec.noun === 'edge' ? ['ends'] : []
}
/** What has a flange or a head stands on it: the other end is above. */
const isHeaded = ([first, next]: NonNullable<Form['stages']> = []): boolean =>
  next !== undefined && /\b(?:flange|head|collar|rim|brim|lip|shoulder)\b/.test(first?.label ?? '')
/** `the inside top edge`: that one; the two rims of a bore, where none is named. */
function innerPicks(sides: readonly PartFace[]): string[] {
  const ends = new Set(sides.map((side) => LYING[side] ?? side))
  return ends.size === 1 ? [...ends].map((end) => `inner-${end}`) : ['inner']
}
/** What is turned stands on its left end. */
const LYING: Partial<Record<PartFace, string>> = { left: 'bottom', right: 'top', front: 'bottom', back: 'top' }

/** Of what has square sides: some of twelve edges. */
function squarePicks(spec: Spec, [x, y, z]: [number, number, number]): string[] {
  const { noun, det = '', flags } = spec
  const faces = spec.places.filter(isFace)
  const axis = spec.places.find((one) => one === 'x' || one === 'y' || one === 'z')
  const flat = x >= y ? 'x' : 'y'
  const across = flat === 'x' ? 'y' : 'x'
  if (noun === 'corner') {
    // Seen from above, the top of a plate is its back.
    const above = (face: PartFace) => (z <= Math.max(x, y) ? (FROM_ABOVE[face] ?? face) : face)
    if (spec.corners) return spec.corners.map((corner) => corner.filter(isFace).map(above).join('+'))
    const seen = faces.map(above)
    if (seen.length === 0) return ['vertical']
    return joined(spec, seen) ? seen.map((face) => `${face}:z`) : [seen.join('+')]
  }
  if (flags.includes('vertical') || axis === 'z')
    return faces.length > 0 ? faces.map((face) => `${face}:z`) : ['vertical']
  const run = spec.places.includes('long') ? longest(faces, x, y, z) : spec.places.includes('short') ? across : axis
  if (run !== undefined && noun !== 'end' && noun !== 'face') {
    const [only, ...others] = faces
    if (only && others.length === 0 && ONE.has(det)) return [`${only}+${beside(only, run)}`]
    if (faces.length > 0) return faces.map((face) => `${face}:${run}`)
    if (PAIR.has(det) || spec.count === 2) return [`top:${run}`]
    if (ONE.has(det)) return [`top+${run === 'x' ? 'front' : 'right'}`]
    return [run]
  }
  if (noun === 'end' && faces.length === 0) {
    const [far, near] = z > x && z > y ? ['top', 'bottom'] : flat === 'x' ? ['right', 'left'] : ['back', 'front']
    if (OTHER.has(det)) return [near]
    return ONE.has(det) ? [far] : [near, far]
  }
  // A flat thing has two sides, above and below.
  if (noun === 'side' && faces.length === 0 && z < Math.min(x, y) / 2) {
    if (PAIR.has(det) || det === 'each' || spec.count === 2) return ['top', 'bottom']
    if (ONE.has(det)) return [OTHER.has(det) ? 'bottom' : 'top']
  }
  if (faces.length > 1 && !joined(spec, faces)) return [faces.join('+')]
  if (faces.length > 0) return faces
  return noun === 'edge' || noun === 'rim' || noun === 'end' ? ['all'] : []
}
/** The face that one edge of another runs against: any of two is like the other. */
function beside(face: PartFace, run: 'x' | 'y' | 'z'): PartFace {
  const { normal } = FACES[face]
  if (run === 'x') return normal === 'z' ? 'front' : 'top'
  if (run === 'y') return normal === 'z' ? 'right' : 'top'
  return normal === 'x' ? 'front' : 'right'
}
const FROM_ABOVE: Partial<Record<PartFace, PartFace>> = { top: 'back', bottom: 'front' }
const THIS = new Set(['this', 'that'])
const PAIR = new Set(['both', 'two', 'opposite'])
const ONE = new Set(['one', 'other', 'a', 'single'])
const OTHER = new Set(['other'])

/** `top and left` are two sides, `top left` is where they meet. */
const joined = ({ joined: said }: Spec, faces: readonly PartFace[]): boolean =>
  said === true || faces.length < 2 || blockEdges(faces.join('+')).length !== 1

function longest(faces: readonly PartFace[], x: number, y: number, z: number): 'x' | 'y' | 'z' {
  const lying = faces.some((face) => face === 'top' || face === 'bottom')
  if (!lying && z > x && z > y) return 'z'
  return x >= y ? 'x' : 'y'
}

/** What two picks have in common. */
function common(one: string, other: string): string[] {
  const there = new Set<string>(blockEdges(other))
  const both = blockEdges(one).filter((edge) => there.has(edge))
  return both.length === blockEdges(one).length ? [one] : both
}

/** `two corners`, `three edges`: as many as are meant, or it is asked which. */
function countedPicks(
  binder: Binder,
  frame: Frame,
  { noun, det, counted, count, flags, places }: Spec,
  found: string[],
): string[] {
  const many = count ?? (det === 'two' ? 2 : ONE.has(det ?? '') ? 1 : undefined)
  const there = new Set(found.flatMap(blockEdges)).size
  const run = places.includes('long') || places.includes('short')
  // `the five long top edges`: so many there are not, and it is asked about.
  if (counted && !(run && many !== undefined && many > 1 && many !== there)) counted.used = 'count'
  if (many === undefined || many === there || there === 0 || noun === 'end' || noun === 'side' || noun === 'face')
    return found
  if (run) return found
  const corners = noun === 'corner' || flags.includes('vertical')
  // Any of four corners is like the others, and so are any three.
  if (corners && there === 4 && (many === 1 || many === 3)) return CORNERS.slice(0, many)
  const diagonal = corners && (det === 'opposite' || frame.flags.has('opposite'))
  if (diagonal && many === 2) return ['front+left', 'back+right']
  binder.refuse(
    'AGENT_NEEDS_ANSWER',
    `Which ${many === 1 ? `${noun} is` : `${many} ${plural(noun ?? 'edge')} are`} meant?`,
    [frame.at],
    corners
      ? ['on the left corners', 'on the right corners', 'on the front corners', 'on the back corners']
      : ['on the top edges', 'on the left edges'],
  )
  return found
}
const CORNERS = ['front+right', 'back+right', 'back+left']

/** `two rounded corners`, `four rounded corners`. */
function countedCorners(binder: Binder, frame: Frame): string[] {
  const { count } = frame
  if (!count || count.value === 4) {
    if (count) count.used = 'count'
    return ['vertical']
  }
  return countedPicks(binder, frame, { places: [], flags: [], noun: 'corner', count: count.value, counted: count }, [
    'vertical',
  ])
}

const isFace = (place: string): place is PartFace => Object.hasOwn(FACES, place)
