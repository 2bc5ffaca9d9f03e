import type { PartBody, PartFace, PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { bracketed, evaluate, half, minus, plus } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { faceOf, locate } from '../locate.ts'
import type { SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { featureOf } from '../registry.ts'

/** What a channel leads into, and the side of the body it comes from. */
interface Leading {
  goal: PartFeature
  side: PartFace
  /** How far it goes was said as well. */
  run: boolean
}

/**
 * `a 6 mm slot from the right side into the pocket`, `a groove from the pocket to the edge`: a channel between the two. It is made one
 * here, and what was said of its side is heard.
 */
export function leadingInto(
  frame: Frame,
  { features }: PartBody,
  form: Form,
  values: Binder['names']['values'],
): Leading | undefined {
  const channel = featureOf('channel')
  if (!channel || !RUNS.has(frame.kind.key) || form.outline.kind !== 'rectangle' || form.through) return undefined
  const side = sideOf(frame, form, values)
  const led = frame.targets.find(({ leads, keys }) => leads && keys.some((key) => GOALS.has(key)))
  // `a pocket with a 6 mm slot out to the back`
  const out = frame.places.some(({ place }) => isOutTo(place)) && !frame.places.some(({ place }) => isFrom(place))
  if (!side || !(led || out)) return undefined
  const goal = features.findLast((one) => (led ? led.keys.includes(one.kind) : one.kind === 'pocket'))
  if (!goal || (goal.at.on ?? 'top') !== 'top' || goal.at.upon || goal.sizes['count']) return undefined
  frame.kind = channel
  frame.flags.set('leading', frame.at)
  frame.targets = frame.targets.filter((one) => one !== led)
  frame.places = frame.places.filter(({ place }) => !tellsRun(place))
  const long = frame.sizes.get('length')
  if (long) frame.sizes.set('run', long)
  frame.sizes.delete('length')
  return { goal, side, run: long !== undefined }
}

/** From the wall it meets to the side it is open at; of what is round or turned, from its middle. */
export function leadTo({ names }: Binder, feature: PartFeature, { goal, side, run }: Leading, form: Form): void {
  const { sizes } = feature
  const [cu, cv] = locate(goal.at, { face: faceOf(form, 'top'), count: undefined, values: names.values }).single ?? [
    '0',
    '0',
  ]
  const upright = side === 'front' || side === 'back'
  const [middle, aside, size] = upright ? [cv, cu, form.size[1]] : [cu, cv, form.size[0]]
  const { length, width } = goal.sizes
  const turned = goal.at.along === 'y' ? upright : !upright
  const reach = goal.kind === 'pocket' && !goal.at.turn ? half((turned ? length : width) ?? '0') : '0'
  const outward = side === 'right' || side === 'back'
  if (!run) sizes['run'] = bracketed(minus(minus(half(size), outward ? middle : minus('0', middle)), reach))
  const far = bracketed(minus(half(size), half(sizes['run'] ?? '0')))
  sizes['middle'] = outward ? far : minus('0', far)
  if (!feature.at.relations.some(({ kind }) => kind === 'edge' || kind === 'offset')) sizes['aside'] = plus('0', aside)
  feature.at.along = upright ? 'y' : 'x'
  const depth = goal.sizes['depth']
  if (!sizes['depth'] && !feature.flags.includes('half') && !feature.flags.includes('vee'))
    sizes['depth'] = names.add(`${feature.id}_depth`, {
      label: 'Channel depth',
      value: evaluate(depth ?? sizes['width'] ?? '0', names.values),
      unit: 'mm',
      min: 0.1,
      origin: { from: 'assumed', why: depth ? `as deep as the ${goal.label}` : 'no depth was said' },
    })
}

const RUNS: ReadonlySet<string> = new Set(['slot', 'channel', 'groove', 'notch', 'cutout', 'topnotch'])
const GOALS: ReadonlySet<string> = new Set(['pocket', 'hole'])
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])

function sideOf({ places }: Frame, form: Form, values: Binder['names']['values']): PartFace | undefined {
  const specs = places.flatMap(({ place }) => (tellsRun(place) && place.kind === 'spec' ? [place.spec] : []))
  const named = specs.flatMap((spec) => spec.places).find((one) => SIDES.has(one))
  if (named) return named as PartFace
  const [first] = specs
  if (!first) return undefined
  // `from one side`, `along X from one side`, `from one short end`: which one is the same to what is cut.
  const [x = 0, y = 0] = form.size.map((one) => evaluate(one, values))
  const told = places.flatMap(({ place }) => (place.kind === 'along' && /^[xy]$/.test(place.axis) ? [place.axis] : []))
  const ends = first.places.includes('long') ? x < y : x >= y
  return (told[0] ?? (ends ? 'x' : 'y')) === 'x' ? 'left' : 'front'
}

const isFrom = (place: SaidPlace): boolean => isSide(place) && place.kind === 'spec' && place.spec.prep === 'from'
const isOutTo = (place: SaidPlace): boolean => isSide(place) && place.kind === 'spec' && place.spec.prep === 'to'
/** From a side or to it, and the way between. */
const tellsRun = (place: SaidPlace): boolean => isFrom(place) || isOutTo(place)

const isSide = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  ['edge', 'side', 'end', 'face', 'wall', undefined].includes(place.spec.noun) &&
  (place.spec.noun !== undefined || place.spec.places.some((one) => SIDES.has(one)))
