import type { PartBody, PartFeature } from '@hewn/model'
import { boxOf } from '../families/box-form.ts'
import { minus } from '../formula.ts'
import { treadSide } from '../features/step.ts'
import type { Form } from '../kinds.ts'
import type { SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { isEach } from '../read/determiners.ts'

/**
 * `four holes in the floor of the pocket, 10 mm from its walls`, `a hole in the middle of the step`: the pocket or the step
 * that all else is said within.
 */
export function pocketOf({ kind, places, targets }: Frame, { features }: PartBody): PartFeature | undefined {
  const within =
    IN_IT.has(kind.key) &&
    (targets.some(({ keys }) => keys.some((key) => POCKET.has(key))) || places.some(({ place }) => isInPocket(place)))
  const pocket = within
    ? features.findLast((one) => one.sizes['depth'] && (one.kind === 'pocket' || treadSide(one) !== undefined))
    : undefined
  const lies = pocket && (pocket.at.on ?? 'top') === 'top' && !pocket.at.turn && !pocket.at.upon
  return lies && !pocket.flags.includes('through') ? pocket : undefined
}
/** `a hole in the middle of each pocket`: there are as many as there are pockets, and they lie as these do. */
export function inEachPocket(frame: Frame, pocket: PartFeature, made: readonly PartFeature[]): PartFeature[] {
  const every =
    frame.targets.some(({ keys, det }) => keys.some((key) => POCKET.has(key)) && isEach(det)) ||
    frame.places.some(({ place }) => isInPocket(place) && place.kind === 'spec' && isEach(place.spec.det))
  const [hole] = made
  const many = pocket.sizes['count']
  if (!every || !many || !hole || hole.kind !== 'hole' || hole.sizes['count'] || hole.sizes['depth']) return [...made]
  if (hole.at.relations.some(({ kind }) => kind !== 'centre')) return [...made]
  return [{ ...hole, at: structuredClone(pocket.at), sizes: { ...hole.sizes, count: many } }]
}
const POCKET: ReadonlySet<string> = new Set(['pocket', 'pocketfloor', 'step'])

const IN_IT: ReadonlySet<string> = new Set(['hole', 'slot', 'cutout', 'pocket', 'pad'])

/** The same, without the words that tell in which pocket it is. */
export function inItself(frame: Frame): Frame {
  const places = frame.places.flatMap((one) => {
    if (!isInPocket(one.place) || one.place.kind !== 'spec') return [one]
    const { of: _of, ofText: _text, ...spec } = one.place.spec
    return spec.noun ? [{ ...one, place: { ...one.place, spec } }] : []
  })
  const targets = frame.targets.filter(({ keys }) => !keys.some((key) => POCKET.has(key)))
  return { ...frame, places, targets }
}

/** `in the bottom of the pocket`, `in the corners of the pocket`. */
const isInPocket = (place: SaidPlace): boolean =>
  place.kind === 'spec' && (place.spec.of ?? []).some((key) => POCKET.has(key))

/** A part whose top is the floor of that pocket, or what is left of it under that step. */
export function floorForm(one: PartFeature, form: Form): Form {
  const { length = '0', width = '0', depth = '0', diameter } = one.sizes
  const left = minus(form.size[2], depth)
  const side = treadSide(one)
  if (side) {
    const [x, y] = form.size
    return side === 'left' || side === 'right' ? boxOf(width, y, left) : boxOf(x, width, left)
  }
  if (!diameter) return boxOf(length, width, left)
  return { ...boxOf(diameter, diameter, left), outline: { kind: 'circle', diameter } }
}
