import { isInRim, isOpen, isOpenBox, isSlab } from './sides.ts'
import { SIDES_OF } from '../features/polygon-cut.ts'
import { isEar } from '../features/ear.ts'
import { isAlongRound } from '../features/rim-fin.ts'
import { isInRimOfRound } from '../features/rim-notch.ts'
import { evaluate } from '../formula.ts'
import type { Form } from '../kinds.ts'
import { SAWN, sawnIntoEnd } from '../families/fork.ts'
import type { Frame } from '../read/frame.ts'
import { atBothEnds } from './both-ends.ts'

/** A slot that runs along a face is a channel, one that is open at an edge a notch; a groove around what is round is no channel. */
export function fitting(frame: Frame, form: Form, values: Readonly<Record<string, number>>): string {
  const { key } = frame.kind
  if (isEar(frame, form)) return 'ear'
  if (key === 'ear') return 'pad'
  if (isInRimOfRound(frame, form, (formula) => evaluate(formula, values))) return 'rim-notch'
  if (isAlongRound(frame, form, evaluate(form.size[2], values), evaluate(form.size[0], values))) return 'rim-fin'
  // `a half ball hollowed out of the top`
  if (key === 'dome' && frame.flags.has('hollow')) return 'scoop'
  // `with hemispherical caps on both ends`: one stands on each.
  if (key === 'dome' && !frame.flags.has('within') && frame.places.some(({ place }) => atBothEnds(place)))
    return 'hemisphere'
  // Half a ball that is as wide as the round thing it stands on rounds its end; any other stands there as it is.
  if (key === 'dome' && !frame.flags.has('within') && !/nose|tip|end|roof/.test(frame.noun)) {
    const said = frame.sizes.get('diameter')
    const wide = said && said.quantity.value * said.times
    const { outline } = form
    const differs =
      wide !== undefined && outline.kind === 'circle' && Math.abs(evaluate(outline.diameter, values) - wide) > 0.01
    if (outline.kind !== 'circle' ? wide !== undefined : differs) return 'hemisphere'
  }
  if (key === 'hemisphere' && isCap(frame, form, values)) return 'dome'
  if (key === 'chamfer' && isSlab(form) && isFullBevel(frame)) return 'mitre'
  // `an 8 mm port 15 deep` in what is solid is drilled.
  const [across, ...more] = [...frame.sizes.keys()].filter((slot) => slot !== 'depth')
  if (key === 'cutout' && /\bport$/.test(frame.noun) && !form.through && across && more.length === 0) {
    frame.sizes = new Map([...frame.sizes].map(([slot, size]) => [slot === across ? 'diameter' : slot, size]))
    return 'hole'
  }
  if (key === 'hole' && isOblong(frame, form, values)) {
    frame.sizes = new Map([...frame.sizes].map(([slot, size]) => [slot === 'diameter' ? 'length' : 'width', size]))
    return 'cutout'
  }
  if (key === 'hole' && isWithSides(frame)) return 'cutout'
  const along = frame.places.some(
    ({ place }) =>
      // `through the whole thickness` is how deep, and no way to run.
      (place.kind === 'along' && !place.through) || (place.kind === 'spec' && place.spec.prep === 'across'),
  )
  if ((isSlab(form) || form.straight) && sawnIntoEnd(frame, form, values))
    return frame.flags.has(SAWN) ? 'notch' : 'channel'
  if (OPENING.has(key) && isSlab(form) && isOpen(frame, evaluate(form.size[2], values))) {
    // `a slot from one edge to the centre`: so deep, and not in the middle of that edge alone.
    const inward = frame.places.some(({ place }) => place.kind === 'spec' && place.spec.prep === 'from')
    if (inward && frame.places.some(({ place }) => place.kind === 'centre')) frame.flags.set('to-centre', frame.at)
    return 'notch'
  }
  if (OPENING.has(key) && isOpenBox(form) && isInRim(frame)) return 'notch'
  if (key === 'notch' && isOpenBox(form)) return key
  // `a semicircular cutout in the bottom` of a block: an arch, the short way through it.
  const wide = frame.sizes.get('width')
  const arch = ((wide?.quantity.value ?? 0) * (wide?.times ?? 1)) / 2 < evaluate(form.size[2], values) - 1e-9
  if (key === 'notch' && isSlab(form) && !along && /half|semi/.test(frame.noun) && isInFace(frame)) {
    if (arch) frame.places.push({ place: { kind: 'along', axis: 'width', runs: true }, at: frame.at })
    // One that is as wide as the block is high, or wider, is seen from above: the block lies on its back.
    else for (const { place } of frame.places) if (place.kind === 'spec') place.spec = { ...place.spec, noun: 'edge' }
    return arch ? 'channel' : key
  }
  if (key === 'notch' && (!isSlab(form) || along)) return /\bv\b|vee|round|slot/.test(frame.noun) ? 'channel' : 'step'
  // `a 12 mm slot 35 deep`: with no length of its own it goes all along.
  const deep = key === 'slot' && frame.sizes.has('depth') && !['length', 'centres'].some((one) => frame.sizes.has(one))
  if (deep && (along || (form.outline.kind === 'rectangle' && !form.through))) return 'channel'
  if (key === 'slot' && isSlab(form) && isSectionAlong(frame, evaluate(form.size[2], values))) {
    const inTurn = [...frame.sizes.values()].toSorted((a, b) => a.quantity.at[0] - b.quantity.at[0])
    frame.sizes = new Map(inTurn.map((size, index) => [index === 0 ? 'width' : 'depth', size]))
    return 'channel'
  }
  if (key === 'channel' && form.outline.kind === 'circle' && !along && !/v.?groove|vee/.test(frame.noun))
    return 'groove'
  if (key === 'groove' && form.outline.kind !== 'circle') return 'channel'
  return key
}

/** `a spherical dome 15 mm high on top` of a disc: nobody said that it is narrower, and half a ball it is not. */
function isCap({ sizes, places, count }: Frame, { outline }: Form, values: Readonly<Record<string, number>>): boolean {
  const high = sizes.get('height')
  const onTop = places.every(
    ({ place }) => place.kind === 'centre' || (place.kind === 'spec' && place.spec.places.join() === 'top'),
  )
  return (
    outline.kind === 'circle' &&
    !outline.bore &&
    high !== undefined &&
    sizes.size === 1 &&
    onTop &&
    !count &&
    2 * high.quantity.value < evaluate(outline.diameter, values) - 1e-6
  )
}

/** `a 12 x 7 hole` in a wall of 2: no round one is deeper than what it is in, as deep as it is wide, or through and so deep. */
function isOblong({ sizes, children, flags }: Frame, form: Form, values: Readonly<Record<string, number>>): boolean {
  const [wide, deep] = ['diameter', 'depth'].map((slot) => sizes.get(slot))
  if (!wide || !deep || sizes.size > 2 || children.length > 0) return false
  if ([wide, deep].some(({ quantity }) => quantity.role !== undefined || quantity.designator !== undefined))
    return false
  const square = wide.quantity.value === deep.quantity.value && wide.quantity.at[1] + 6 >= deep.quantity.at[0]
  if (isSlab(form) && (square || flags.has('through'))) return true
  const walls = Object.values(form.through ?? {})
  const through = walls.length > 0 ? walls : isSlab(form) ? [form.size[2]] : []
  return through.length > 0 && through.every((one) => deep.quantity.value > evaluate(one, values) + 0.01)
}

/** `a square 20 mm hole`, `a hexagonal 12 mm hole`: its shape stands before its size, and it is not round. */
function isWithSides(frame: Frame): boolean {
  const across = frame.sizes.get('diameter')
  const shape = ['square', ...SIDES_OF.keys()].find((one) => {
    const said = frame.flags.get(one)
    return said && across && said[1] <= across.quantity.at[0] && across.quantity.at[1] <= frame.at[0]
  })
  if (!shape || !across || across.quantity.role !== undefined || frame.sizes.size > 1) return false
  if (frame.at[0] - (frame.flags.get(shape)?.[0] ?? 0) > 30) return false
  frame.noun = `${shape} hole`
  frame.sizes = new Map(
    shape === 'square'
      ? [
          ['length', across],
          ['width', across],
        ]
      : [['length', across]],
  )
  return true
}

/** `one long edge bevelled at 45°`, with no size of the bevel: it takes all of that edge. */
const isFullBevel = ({ noun, sizes, places }: Frame): boolean =>
  noun.startsWith('bevel') &&
  sizes.has('angle') &&
  !sizes.has('size') &&
  places.some(
    ({ place }) =>
      place.kind === 'spec' &&
      ['edge', 'side'].includes(place.spec.noun ?? '') &&
      !['top', 'bottom'].some((face) => place.spec.places.includes(face)),
  )

/** `a 20 x 10 slot along the length of the top`: two numbers that fit into the height are how wide and how deep it runs there. */
function isSectionAlong({ sizes, places }: Frame, high: number): boolean {
  const runs = places.some(
    ({ place }) =>
      place.kind === 'along' || (place.kind === 'spec' && ['along', 'across'].includes(place.spec.prep ?? '')),
  )
  const [wide, deep] = ['length', 'width'].map((slot) => sizes.get(slot)?.quantity)
  return (
    runs && sizes.size === 2 && [wide, deep].every((one) => one && one.role === undefined && one.value < high - 1e-9)
  )
}

const isInFace = ({ places, sizes }: Frame): boolean =>
  !sizes.has('blind') &&
  places.some(
    ({ place }) =>
      place.kind === 'spec' && place.spec.noun !== 'edge' && /^(?:top|bottom)$/.test(place.spec.places.join()),
  )

const OPENING = new Set(['slot', 'cutout', 'pocket'])

/** What is cut along or into the sides of what is flat. */
export const isSided = (key: string, form: Form): boolean =>
  key === 'mitre' ||
  key === 'ear' ||
  key === 'low-wall' ||
  ((key === 'notch' || key === 'step') && isSlab(form)) ||
  (key === 'notch' && isOpenBox(form))
