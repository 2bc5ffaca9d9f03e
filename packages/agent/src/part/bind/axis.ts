import type { PartFace } from '@hewn/model'
import type { Binder } from './bind.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { FACES } from '../locate.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

export function axisOf(said: string, form: Form, values: Record<string, number>): 'x' | 'y' | 'z' {
  if (said === 'x' || said === 'y' || said === 'z') return said
  const long = evaluate(form.size[0], values) >= evaluate(form.size[1], values)
  if (said === 'length') return long ? 'x' : 'y'
  if (said === 'width' || said === 'depth') return long ? 'y' : 'x'
  return 'z'
}

/** Where nothing is thinner, it is so thick as it is high. */
export function thinnest(form: Form, values: Record<string, number>): 'x' | 'y' | 'z' {
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  return z <= Math.min(x, y) ? 'z' : x < y ? 'x' : 'y'
}

export const stands = (form: Form, values: Record<string, number>): boolean => {
  const [x, y, z] = form.size.map((one) => evaluate(one, values))
  return (z ?? 0) > Math.max(x ?? 0, y ?? 0)
}

/** A solid bar that stands: its ends are its top and its bottom. */
export const isPost = (form: Form, values: Record<string, number>): boolean =>
  form.outline.kind === 'rectangle' && !form.faces && !form.through && stands(form, values)

/** Which way the edge runs that was spoken of: `20 mm from one short edge and parallel to it`. */
export function edgeSaid({ places }: Frame): string {
  const specs = places.flatMap(({ place }) =>
    place.kind === 'from' ? place.specs : place.kind === 'spec' ? [place.spec] : [],
  )
  const sides = specs.flatMap((spec) => spec.places)
  return sides.includes('short')
    ? 'width'
    : sides.includes('long')
      ? 'length'
      : sides.some((side) => side === 'left' || side === 'right')
        ? 'y'
        : 'x'
}

/** A size said again: `the 20 mm width`. It has to be one that is there. */
export function sameAs(binder: Binder, quantity: Quantity, form: Form): 'x' | 'y' | 'z' | undefined {
  const at = form.size.findIndex((one) => Math.abs(evaluate(one, binder.names.values) - quantity.value) < 0.01)
  if (at >= 0) quantity.used = 'same'
  return (['x', 'y', 'z'] as const)[at]
}

export const isFace = (place: string): place is PartFace => Object.hasOwn(FACES, place)
