import type { PartBody, PartFeature } from '@hewn/model'
import type { Binder } from './bind.ts'
import { assumedInset } from './count.ts'
import { evaluate, half } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { isOther } from './both-ends.ts'
import { endBefore } from './from.ts'
import type { Spec } from '../read/atoms.ts'
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
  body: PartBody,
): void {
  const { at, sizes } = feature
  const family = familyOf(kind.key)
  const stands = kind.key === 'pad' || (family !== undefined && !flags.has('taken-out'))
  const lies = at.on === undefined || at.on === 'top' || at.on === 'bottom'
  const loose = at.relations.every((one) => LOOSE.has(one.kind))
  const near = kind.key === 'hole' && lies && loose ? nearWhat(places) : undefined
  // Of several both how far in and how far apart would be a guess.
  const several = (count?.value ?? 1) > 1 && at.relations.every((one) => one.kind !== 'line' || !one.spacing)
  if (near?.noun === 'end' && form.outline.kind === 'rectangle' && several)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How far from the end should the ${many(noun)} be?`,
      [where],
      ['10 mm from the end', '20 mm from the end'],
    )
  else if (near?.noun === 'end' && form.outline.kind === 'rectangle' && !form.endCentres) {
    const edge = endBefore(body, form, binder.names.values, isOther(near)) ?? (isOther(near) ? 'other' : 'end')
    at.relations.push({ kind: 'edge', edge, distance: assumedInset(binder, feature.id, form) })
    const [x, y] = form.size.map((one) => evaluate(one, binder.names.values))
    besideEachOther(at, (x ?? 0) >= (y ?? 0) ? 'y' : 'x')
  } else if (near && form.endCentres && !plural && at.relations.length === 0)
    at.relations.push({ kind: 'edge', edge: 'end', distance: form.endCentres })
  else if (near && at.relations.length === 0 && !plural && (count?.value ?? 1) === 1)
    if (form.outline.kind === 'rectangle' || (form.outline.kind === 'circle' && near.noun !== 'end'))
      binder.refuse(
        'AGENT_NEEDS_ANSWER',
        `How far from the ${near.noun} should the ${noun} be?`,
        [where],
        [`10 mm from the ${near.noun}`, `20 mm from the ${near.noun}`],
      )
  const end = kind.key === 'hole' ? undefined : nearWhat(places)
  if (
    CUTS.has(kind.key) &&
    !flags.has('open') &&
    end?.noun === 'end' &&
    lies &&
    !plural &&
    at.relations.length === 0 &&
    !at.along
  )
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How far from the end should the ${noun} be?`,
      [where],
      ['10 mm from the end', '20 mm from the end'],
    )
  const side = [...ACROSS, ...ALONG].find((one) => flags.has(`at-${one}`))
  // `running to the right` is the way it goes.
  const runs = places.some(({ place }) => place.kind === 'spec' && place.spec.prep === 'to')
  const cut = CUTS.has(kind.key) && !runs && !flags.has('cross') && !flags.has('radial')
  const untold = cut && lies && form.outline.kind === 'rectangle' && at.relations.every((one) => LOOSE.has(one.kind))
  if (side && untold && kind.key === 'hole' && !several) {
    // `a 5 mm hole on the right`: near that edge, like one at an end.
    at.relations.push({ kind: 'edge', edge: side, distance: assumedInset(binder, feature.id, form) })
    besideEachOther(at, side === 'left' || side === 'right' ? 'y' : 'x')
  } else if (side && untold)
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How far from the ${side} edge should the ${plural ? many(noun) : noun} be?`,
      [where],
      [`10 mm from the ${side} edge`, `20 mm from the ${side} edge`],
    )
  if (!stands || !lies || plural || (count?.value ?? 1) > 1 || form.outline.kind !== 'rectangle') return
  const upright = at.along === 'y'
  const extents = family
    ? family.form(sizes, (flag) => flags.has(flag), feature.parts).size
    : [
        sizes['diameter'] ?? sizes[upright ? 'width' : 'length'],
        sizes['diameter'] ?? sizes[upright ? 'length' : 'width'],
      ]
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

/** `two holes 30 mm apart at one end`: they stand along that edge. */
function besideEachOther(at: PartFeature['at'], along: 'x' | 'y'): void {
  for (const one of at.relations) if (one.kind === 'line') one.along ??= along
}

/** `near one end`, `6 mm hole the other end`: that it is there, and not how far from it. */
const nearWhat = (places: Frame['places']): Spec | undefined =>
  places.flatMap(({ place }) => {
    if (place.kind !== 'spec' || place.spec.places.length > 0) return []
    const { noun = '', prep, det = 'one' } = place.spec
    const one = ['one', 'the', 'other', 'opposite'].includes(det)
    const there = prep === undefined ? noun === 'end' : ['near', 'at', 'by'].includes(prep)
    return one && there && ['end', 'edge', 'rim'].includes(noun) ? [place.spec] : []
  })[0]
