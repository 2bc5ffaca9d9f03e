import type { Binder } from './bind.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Spec } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

/** `one 40 mm end`, `the 2 x 3 face`, `from the 60 mm edge`: a side told by how large it is, in the words for which one that is. */
export function named(binder: Binder, { places, flags, at }: Frame, { size, walls }: Form): void {
  const [x = 0, y = 0, z = 0] = size.map((one) => evaluate(one, binder.names.values))
  for (const { place } of places)
    for (const spec of place.kind === 'spec' ? [place.spec] : place.kind === 'from' ? place.specs : []) {
      const broad = spec.noun === 'face' || (walls === true && spec.noun === 'side')
      const which = broad ? faceOf(spec, [x, y, z]) : sideOf(spec, [x, y])
      if (which === undefined) continue
      if (which !== '') spec.places.push(which)
      // `through both 60 mm faces` of a tube: one of them, and out at the other.
      if (walls && broad && spec.det === 'both' && spec.prep === 'through') flags.set('through-everything', at)
      for (const one of spec.sized ?? []) one.used = 'same'
      delete spec.sized
    }
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
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.01
