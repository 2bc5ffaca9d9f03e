import type { PartFace } from '@hewn/model'
import type { Form } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { evaluate } from '../formula.ts'
import { isEach } from '../read/determiners.ts'

// Which rims of what is turned in steps are meant: its ends, the shoulders that stand out, the corners where two steps meet.

type Stages = NonNullable<Form['stages']>
type Wide = readonly { low: number; high: number }[]

/** The picks that a place says, `undefined` where it says nothing that is about steps. */
export function stagePicks(
  spec: Spec,
  { stages = [] }: Form,
  values: Readonly<Record<string, number>>,
): string[] | undefined {
  if (stages.length < 2) return undefined
  const wide = stages.map(({ diameter, end }) => {
    const low = evaluate(diameter, values)
    return { low, high: end ? evaluate(end, values) : low }
  })
  const sides = spec.places.filter((one): one is PartFace => one in LYING)
  if (spec.flags.includes('meet')) return meetings(spec, stages, wide)
  const stage = stageOf(spec, stages, wide)
  if (stage !== undefined) return rimsOf(stage, spec, sides, stages, wide)
  if (sides.length > 0 || spec.flags.includes('inner')) return undefined
  const thin = (wide[0]?.low ?? 0) < (wide.at(-1)?.high ?? 0) ? 'bottom' : 'top'
  if (spec.flags.includes('thin-end')) return [thin]
  if (spec.flags.includes('thick-end')) return [thin === 'top' ? 'bottom' : 'top']
  if (spec.noun === 'end' && !spec.many && (spec.flags.includes('free-end') || THE.has(spec.det ?? '')))
    // The end that has no head.
    return [/\bhead\b/.test(stages[0]?.label ?? '') ? 'top' : thin]
  return spec.noun === 'edge' && spec.det !== 'both' && isEach(spec.det) ? everyRim(wide) : undefined
}

/** `fillets at each step`, `chamfer each shoulder`: what is said of the steps themselves. */
export function eachStagePicks({ targets, kind, noun }: Frame, form: Form, values: Readonly<Record<string, number>>) {
  const said = targets.some(({ keys, det }) => keys.includes('stage') && isEach(det))
  // `a 2 mm base fillet`: at the foot of the hub.
  if (!(said || FOOT.test(noun)) || (form.stages?.length ?? 0) < 2) return undefined
  const spec: Spec = { places: [], flags: kind.key === 'fillet' ? ['meet'] : [], det: 'all', noun: 'edge' }
  return stagePicks(spec, form, values)
}

const FOOT = /\b(?:base|root|foot) fillet\b|^fillet (?:at|around) (?:the|its) (?:base|foot)$/
const THE = new Set(['the', 'its'])
/** What is turned stands on its left end. */
const LYING: Partial<Record<string, 'top' | 'bottom'>> = {
  left: 'bottom',
  right: 'top',
  front: 'bottom',
  back: 'top',
  top: 'top',
  bottom: 'bottom',
}
/** What a pin without its head is called. */
const SHANK = /^(?:shank|shaft|body|pin|stem|stud|rod|spindle|bolt|screw)$/

/** Which step it is of: by its name, or by how wide it is. */
function stageOf({ ofText, sized }: Spec, stages: Stages, wide: Wide): number | undefined {
  const [size, ...others] = sized ?? []
  if (size && others.length === 0) {
    const at = wide.findIndex(({ low, high }) => near(low, size.value) || near(high, size.value))
    if (at < 0) return undefined
    size.used = 'same'
    return at
  }
  if (!ofText) return undefined
  const named = stages.flatMap(({ label }, at) => (label.split(' ').includes(ofText) ? [at] : []))
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const body = stages.findIndex(({ label }) => label === 'body')
  return body >= 0 && SHANK.test(ofText) ? body : undefined
}

/** The rims that stand out around one of them. */
function rimsOf(at: number, spec: Spec, sides: readonly string[], stages: Stages, wide: Wide): string[] {
  const last = stages.length - 1
  const below =
    at === 0 ? 'bottom' : (wide[at]?.low ?? 0) > (wide[at - 1]?.high ?? 0) ? `shoulder-${at - 1}` : undefined
  const above = at === last ? 'top' : (wide[at]?.high ?? 0) > (wide[at + 1]?.low ?? 0) ? `shoulder-${at}` : undefined
  // A head that comes first lies upside down: its top is the end of it.
  const upright = !(at === 0 && /\bhead\b/.test(stages[at]?.label ?? ''))
  const [side] = sides
  if (side && sides.length === 1) {
    const one = (LYING[side] === 'top') === upright ? above : below
    if (one) return [one]
  }
  const rims = [below, above].flatMap((one) => one ?? [])
  if (spec.many || isEach(spec.det)) return rims
  // One rim of the first or of the last is that of its end.
  if (at === 0) return ['bottom']
  return at === last ? ['top'] : rims
}

/** Both ends and every shoulder between them. */
const everyRim = (wide: Wide): string[] => [
  'bottom',
  ...wide.slice(1).flatMap(({ low }, at) => (near(low, wide[at]?.high ?? 0) ? [] : [`shoulder-${at}`])),
  'top',
]

/** `under the head`, `where the 20 meets the 15`, `at each step`: the corners between two of them. */
function meetings({ ofText, sized = [] }: Spec, stages: Stages, wide: Wide): string[] {
  const all = wide.slice(1).flatMap(({ low }, at) => (near(low, wide[at]?.high ?? 0) ? [] : [at]))
  const named = [...(ofText ? [{ ofText }] : []), ...sized.map((size) => ({ sized: [size] }))].flatMap(
    (one) => stageOf({ places: [], flags: [], ...one }, stages, wide) ?? [],
  )
  const beside = all.filter((at) => named.length > 0 && named.every((one) => at === one || at === one - 1))
  return (beside.length > 0 ? beside : all).map((at) => `meet-${at}`)
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01
