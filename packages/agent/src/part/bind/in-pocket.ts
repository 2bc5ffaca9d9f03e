import type { PartBody, PartFeature } from '@hewn/model'
import { boxOf } from '../families/box-form.ts'
import { minus } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'

/** `four holes in the floor of the pocket, 10 mm from its walls`: the pocket that all else is said within. */
export function pocketOf({ kind, places, targets }: Frame, { features }: PartBody): PartFeature | undefined {
  const within =
    IN_IT.has(kind.key) &&
    (targets.some(({ keys }) => keys.some((key) => POCKET.has(key))) || places.some(({ place }) => isInPocket(place)))
  const pocket = within ? features.findLast(({ kind, sizes }) => kind === 'pocket' && sizes['depth']) : undefined
  const lies = pocket && (pocket.at.on ?? 'top') === 'top' && !pocket.at.turn && !pocket.at.upon
  return lies && !pocket.flags.includes('through') ? pocket : undefined
}
const POCKET: ReadonlySet<string> = new Set(['pocket', 'pocketfloor'])

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

/** A part whose top is the floor of that pocket. */
export function floorForm({ sizes }: PartFeature, form: Form): Form {
  const { length = '0', width = '0', depth = '0', diameter } = sizes
  const left = minus(form.size[2], depth)
  if (!diameter) return boxOf(length, width, left)
  return { ...boxOf(diameter, diameter, left), outline: { kind: 'circle', diameter } }
}
