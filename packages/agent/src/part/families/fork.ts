import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import type { SaidPlace } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf } from '../registry.ts'

/** Sawn straight into the end of a bar: its ground is square. */
export const SAWN = 'sawn'

const endOf = (prep: string): SaidPlace => ({
  kind: 'spec',
  spec: { prep, noun: 'end', det: 'one', places: [], flags: [] },
})

/** `clevis 60 x 20 x 20, slot 10 wide, 30 deep`: a bar with three sizes and a slot in its end, and not bent from sheet. */
export function forkOfBar(frame: Frame): void {
  const { kind, sizes, children } = frame
  const slot = children.find((child) => isDeepSlot(child))
  const said = ['width', 'height', 'depth'].map((one) => sizes.get(one)?.quantity)
  if (kind.key !== 'u-bracket' || !slot || said.includes(undefined) || sizes.size > 3) return
  const block = familyOf('block')
  if (!block) return
  const turns = ['length', 'width', 'height']
  const named = (index: number) => {
    const role = said[index]?.role ?? ''
    return turns.includes(role) ? role : turns[index]
  }
  const names = ['width', 'height', 'depth'].map((one, index) => [named(index), sizes.get(one)] as const)
  if (new Set(names.map(([name]) => name)).size < 3) return
  frame.kind = block
  frame.sizes = new Map(names.flatMap(([name, size]) => (name && size ? [[name, size]] : [])))
  if (slot.places.length === 0) slot.places.push({ place: endOf('in'), at: slot.at })
}

/** What goes across a fork goes through its prongs: a pin that nobody said the place of is near their ends. */
export function pinsOfForks({ children }: Frame): void {
  if (!children.some((child) => isDeepSlot(child) && child.places.some(({ place }) => atOneEnd(place)))) return
  for (const { kind, noun, flags, places, at } of children) {
    if (kind.key !== 'hole' || !(flags.has('cross') || /\b(?:cross|pin)\b/.test(noun))) continue
    flags.set('cross', at)
    if (places.length === 0) places.push({ place: endOf('near'), at })
  }
}

/** `a 10 mm slot 30 deep at one end` of a bar: open there, and so deep along the bar. Into a bar that stands it goes down from the top. */
export function sawnIntoEnd(frame: Frame, form: Form, values: Readonly<Record<string, number>>): boolean {
  const end = frame.places.findIndex(({ place }) => atOneEnd(place))
  if (!isDeepSlot(frame) || end < 0 || frame.plural) return false
  const [x = 0, y = 0, z = 0] = form.size.map((one) => evaluate(one, values))
  const size = (slot: string) => frame.sizes.get(slot)?.quantity.value ?? 0
  const stands = form.outline.kind === 'circle' || z > Math.max(x, y)
  // Into the face of a plate it is sunk.
  if (size('width') > (stands ? Math.min(x, y) : z)) return false
  if (stands) frame.places[end] = { at: frame.at, place: { kind: 'spec', spec: { places: ['top'], flags: [] } } }
  else for (const flag of [SAWN, 'open']) frame.flags.set(flag, frame.at)
  return true
}

const isDeepSlot = ({ kind, sizes, flags }: Frame): boolean =>
  (kind.key === 'slot' || kind.key === 'notch') &&
  sizes.has('width') &&
  sizes.has('depth') &&
  !['length', 'centres'].some((one) => sizes.has(one)) &&
  !flags.has('through')

const atOneEnd = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  place.spec.noun === 'end' &&
  ['one', 'the'].includes(place.spec.det ?? 'one') &&
  [undefined, 'in', 'into', 'at', 'on'].includes(place.spec.prep)
