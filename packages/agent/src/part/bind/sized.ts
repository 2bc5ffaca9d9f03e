import type { Binder } from './bind.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

/** `one 40 mm end`, `the 2 x 3 face`, `from the 60 mm edge`: a side told by how large it is, in the words for which one that is. */
export function named(binder: Binder, { places, children, flags, at }: Frame, { size, walls, stages }: Form): void {
  const [x = 0, y = 0, z = 0] = size.map((one) => evaluate(one, binder.names.values))
  // `counterbored from the 44 mm end`
  const heads = children.filter(({ kind }) => kind.key === 'counterbore' || kind.key === 'countersink')
  for (const { place } of [...places, ...heads.flatMap((head) => head.places)])
    for (const spec of place.kind === 'spec' ? [place.spec] : place.kind === 'from' ? place.specs : []) {
      const broad = spec.noun === 'face' || (walls === true && spec.noun === 'side')
      const end = ['end', 'side', 'face'].includes(spec.noun ?? '')
        ? endOf(spec, stages, binder.names.values)
        : undefined
      const wide = walls && wallOf(spec, [x, y, z])
      const which = end ?? wide ?? (broad ? faceOf(spec, [x, y, z]) : sideOf(spec, [x, y]))
      const both = walls && broad && (spec.det === 'both' || (spec.many && !EACH.has(spec.det ?? '')))
      // `through both 60 mm faces`, `through the wide sides` of a tube: one of them, and out at the other.
      if (both && which && (spec.prep === 'through' || flags.has('through'))) flags.set('through-everything', at)
      if (which === undefined) continue
      if (which !== '') spec.places.push(which)
      for (const one of spec.sized ?? []) one.used = 'same'
      delete spec.sized
    }
}

/** `a hex recess 4 deep in the head` of what is turned: from the end that this stretch has to itself. */
export function inStage(frame: Frame, { stages = [] }: Form): void {
  const { sizes, targets, places, flags, at } = frame
  const [first, next] = stages
  if (!first || !next || !sizes.has('depth') || flags.has('radial') || flags.has('cross')) return
  const named = targets.some(({ keys, text }) => keys.includes('stage') && first.label.split(' ').includes(text))
  const sided = places.some(({ place }) => place.kind === 'spec' && place.spec.places.length > 0)
  if (named && !sided && !stages.slice(1).some(({ label }) => label === first.label))
    places.push({ place: { kind: 'spec', spec: { places: ['bottom'], flags: [], noun: 'face', prep: 'in' } }, at })
}

/** `in the 20 mm end` of what is turned: the one that is so wide. */
function endOf({ sized }: Spec, stages: Form['stages'], values: Binder['names']['values']): string | undefined {
  const [one, ...others] = sized ?? []
  const [first, last] = [stages?.[0], stages?.at(-1)]
  if (!one || others.length > 0 || !first || !last) return undefined
  const [low, high] = [evaluate(first.diameter, values), evaluate(last.end ?? last.diameter, values)]
  if (same(low, high)) return undefined
  return same(one.value, low) ? 'bottom' : same(one.value, high) ? 'top' : undefined
}

/** `through the wide faces` of a tube that lies along x. */
function wallOf(spec: Spec, [x, y, z]: [number, number, number]): string | undefined {
  const wide = spec.flags.includes('wide-face')
  if ((!wide && !spec.flags.includes('narrow-face')) || same(y, z) || x < Math.max(y, z)) return undefined
  spec.places = spec.places.filter((one) => one !== 'long' && one !== 'short')
  return y > z === wide ? 'top' : 'front'
}

function sideOf({ sized }: Spec, [x, y]: [number, number]): string | undefined {
  const [one, ...others] = sized ?? []
  if (!one || others.length > 0) return undefined
  const [most, least] = [Math.max(x, y), Math.min(x, y)]
  if (same(most, least) && same(one.value, most)) return ''
  return same(one.value, most) ? 'long' : same(one.value, least) ? 'short' : undefined
}

/** Of a bar that is told by one size, that is how wide its face is. */
function faceOf({ sized }: Spec, [x, y, z]: [number, number, number]): string | undefined {
  const [one, other] = sized?.map(({ value }) => value) ?? []
  if (one === undefined) return undefined
  const long = Math.max(x, y, z)
  const has = (a: number, b: number) =>
    other === undefined
      ? same(Math.max(a, b), long) && same(Math.min(a, b), one)
      : (same(a, one) && same(b, other)) || (same(a, other) && same(b, one))
  if (has(x, y)) return 'top'
  if (has(x, z)) return 'front'
  return has(y, z) ? 'right' : undefined
}
const EACH: ReadonlySet<string> = new Set(['each', 'every', 'all'])
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01
