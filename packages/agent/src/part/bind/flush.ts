import type { PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { half } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf } from '../registry.ts'
import { plural as many } from '../../read/plural.ts'

const ACROSS = ['left', 'right'] as const
const ALONG = ['front', 'back'] as const
/** What is cut into a face, and is as well anywhere else on it. */
const CUTS = new Set(['hole', 'slot', 'cutout', 'pocket'])
/** Places that say nothing of how far from a side. */
const LOOSE: ReadonlySet<string> = new Set(['line', 'centre'])

/**
 * `a block on top at the left end`: what stands on a face ends where that side does, unless a distance from it was said. Of what
 * is cut there that is asked.
 */
export function flushAtSides(
  binder: Binder,
  { flags, kind, plural, count, noun, places, at: where }: Frame,
  feature: PartFeature,
  form: Form,
): void {
  const { at, sizes } = feature
  const family = familyOf(kind.key)
  const stands = kind.key === 'pad' || (family !== undefined && !flags.has('taken-out'))
  const lies = at.on === undefined || at.on === 'top' || at.on === 'bottom'
  if (kind.key === 'hole' && lies && at.relations.length === 0 && !plural && isNear(places))
    if (form.endCentres) at.relations.push({ kind: 'edge', edge: 'end', distance: form.endCentres })
    else if (form.outline.kind === 'rectangle' && (count?.value ?? 1) === 1)
      binder.refuse(
        'AGENT_NEEDS_ANSWER',
        `How far from the end should the ${noun} be?`,
        [where],
        ['10 mm from one end', '20 mm from one end'],
      )
  const side = [...ACROSS, ...ALONG].find((one) => flags.has(`at-${one}`))
  // `running to the right` is the way it goes.
  const runs = places.some(({ place }) => place.kind === 'spec' && place.spec.prep === 'to')
  const cut = CUTS.has(kind.key) && !runs && !flags.has('cross') && !flags.has('radial')
  if (cut && side && lies && form.outline.kind === 'rectangle' && at.relations.every((one) => LOOSE.has(one.kind)))
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How far from the ${side} edge should the ${plural ? many(noun) : noun} be?`,
      [where],
      [`10 mm from the ${side} edge`, `20 mm from the ${side} edge`],
    )
  if (!stands || !lies || plural || (count?.value ?? 1) > 1 || form.outline.kind !== 'rectangle') return
  const extents = family
    ? family.form(sizes, (flag) => flags.has(flag), feature.parts).size
    : [sizes['diameter'] ?? sizes['length'], sizes['diameter'] ?? sizes['width']]
  for (const [axis, sides] of [ACROSS, ALONG].entries()) {
    const side = sides.find((one) => flags.has(`at-${one}`))
    const extent = extents[axis]
    const told = at.relations.some(
      (one) =>
        (one.kind === 'edge' &&
          (sides as readonly string[]).concat('all', 'end', 'short', 'long').includes(one.edge)) ||
        ['points', 'corners', 'grid', 'circle', 'offset'].includes(one.kind),
    )
    if (side && extent && !told) at.relations.push({ kind: 'edge', edge: side, distance: half(extent) })
  }
}

/** `near one end`: that it is there, and not how far from it. */
const isNear = (places: Frame['places']): boolean =>
  places.some(
    ({ place }) =>
      place.kind === 'spec' &&
      place.spec.places.length === 0 &&
      (place.spec.noun === 'end' || place.spec.noun === 'edge') &&
      (place.spec.det === 'one' || place.spec.det === undefined) &&
      ['near', 'at', 'by'].includes(place.spec.prep ?? ''),
  )
