import type { PartBody, PartFeature, Where } from '@hewn/model'
import { TAKEN } from '../features/standing.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf } from '../registry.ts'

/** `a knob on the end of the peg`, `a hole in the top of each post`: it is where that one is, and begins where that one ends. */
export function uponOf({ places, targets }: Frame, where: Where, { features }: PartBody): Where {
  const named = [
    ...targets.map(({ text }) => text),
    ...places.flatMap(({ place }) => (place.kind === 'spec' && place.spec.ofText ? [place.spec.ofText] : [])),
  ]
  const base = standsThere(features, named)
  const elsewhere = where.relations.some(({ kind }) => kind !== 'centre')
  if (!base || elsewhere) return where
  return { relations: [], upon: base.id, ...(base.at.on ? { on: base.at.on } : {}) }
}

/** What stands there by that name. */
export const standsThere = (features: readonly PartFeature[], named: readonly string[]): PartFeature | undefined =>
  features.findLast((one) => stands(one) && named.some((text) => isNamed(one, text)))

const stands = ({ kind, flags }: PartFeature): boolean =>
  (kind === 'pad' || familyOf(kind) !== undefined) && !flags.includes(TAKEN)
const isNamed = ({ label }: PartFeature, text: string): boolean =>
  label === text || label.split(' ').at(-1) === text.split(' ').at(-1)
