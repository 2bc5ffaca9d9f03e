import { evaluate } from '../../formula.ts'
import { stagesOf } from '../../families/turned-stages.ts'
import type { Kind } from '../../kinds.ts'
import type { Quantity } from '../../read/atoms.ts'
import { relative } from '../../read/changes.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { familyOf } from '../../registry.ts'
import { setSize } from '../set-size.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `the thin end should be 16`, `lengthen the thick end to 90`, `the 30 mm part should be 90 long`, `take 10 mm off the thin end`. */
export const stage: Order = (at, edit) => {
  const steps = stepsOf(edit)
  if (steps.length < 2) return undefined
  const said = at.attempt(() => offStep(at, steps)) ?? at.attempt(() => stepThen(at, steps))
  const more = said && !said.quantity.relative ? at.attempt(() => otherSize(at, said)) : undefined
  if (!said || !clauseEnds(at)) return undefined
  const { step, quantity } = said
  return () => {
    if (more) {
      const { kind, prefix, sizes, across } = said.step
      setSize(sizes, said.long ? across : 'height', { quantity: more, times: 1 }, kind, prefix, edit)
    }
    const slot = said.long ? 'height' : step.across
    const formula = step.sizes[slot] ?? '0'
    // What is left of a length by other steps grows with the length.
    const whole = edit.named(formula) === undefined && !quantity.relative
    const left = evaluate(formula, edit.names.values)
    const asked: Quantity = whole ? { ...quantity, value: quantity.value - left, relative: 'add' } : quantity
    setSize(step.sizes, slot, { quantity: asked, times: 1 }, step.kind, step.prefix, edit)
    quantity.used = slot
    edit.end = step.edge
    edit.changed = true
  }
}

export interface Step {
  sizes: Record<string, string>
  across: string
  kind: Kind
  prefix: string
  /** What it was called. */
  label: string
  wide: number
  /** What its free rim is called. */
  edge: string
}
interface Said {
  step: Step
  quantity: Quantity
  /** How long it is, and not how wide. */
  long: boolean
}

/** `… 12 diameter and 50 long`: the other size of the same step. */
function otherSize(at: Cursor, { long }: Said): Quantity | undefined {
  // `36 mm diameter x 18 mm`: across, and then how long.
  const times = at.times()
  if (!times && !at.mark(',')) at.word('and', 'by')
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  const role =
    at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role ?? (times && !long ? 'length' : undefined)
  return role !== undefined && LONG.has(role) !== long ? quantityOf(number) : undefined
}

/** `take 10 mm off the thin end`, `10 mm off the 20 mm section`. */
function offStep(at: Cursor, steps: readonly Step[]): Said | undefined {
  const verb = at.word('take', 'cut', 'trim', 'turn', 'saw', 'knock')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  // `a hole 10 mm from the left end` is a place.
  if (!at.word('off') && !(verb && at.word('from'))) return undefined
  at.skip('of', 'off')
  const step = stepAt(at, steps)
  const quantity = quantityOf(number)
  return step && { step, quantity: { ...quantity, value: -quantity.value, relative: 'add' }, long: true }
}

/** `lengthen the thick end to 90`, `the 20 mm part 10 mm longer`, `thin end 16`. */
function stepThen(at: Cursor, steps: readonly Step[]): Said | undefined {
  const verb = at.wordIf(({ text }) => Object.hasOwn(VERBS, text))
  const sign = VERBS[verb?.text ?? '']
  at.skip('the')
  const longer = at.word('shorter', 'longer')
  // `the length of the thin end to 70`
  const ofIt = at.attempt(() => {
    const named = at.wordIf(({ entry }) => entry?.role !== undefined)
    return named && at.word('of') ? named.entry?.role : undefined
  })
  const step = stepAt(at, steps, ofIt !== undefined)
  if (!step) return undefined
  at.skip('should', 'must', 'has', 'needs', 'be', 'to be', 'is', 'down', 'up', 'of', 'only', 'just')
  const to = at.word('to')
  const by = to ? undefined : at.word('by')
  at.skip('be')
  at.mark(':=,')
  at.mark('⌀')
  const change = at.attempt(() => {
    const read = at.attempt(relative)
    return read?.is === 'quantity' ? read.quantities[0] : undefined
  })
  if (change) return { step, quantity: change, long: LONG.has(change.role ?? ofIt ?? '') }
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.skip('in')
  const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role ?? ofIt
  const quantity = quantityOf(number)
  const long = longer !== undefined || sign !== undefined || LONG.has(role ?? '')
  // `shorten the thin end by 10`: without a word it is by so much, where it is to be shorter.
  const less = by !== undefined && (sign ?? BY[verb?.text ?? ''])
  return { step, quantity: less ? { ...quantity, value: less * quantity.value, relative: 'add' } : quantity, long }
}
const LONG = new Set(['length', 'height', 'depth', 'overall'])
/** Verbs that say a length, by which sign; the rest only lead on. */
const VERBS: Record<string, 1 | -1 | undefined> = {
  lengthen: 1,
  extend: 1,
  stretch: 1,
  shorten: -1,
  trim: -1,
  make: undefined,
  set: undefined,
  change: undefined,
  turn: undefined,
  take: undefined,
  let: undefined,
  reduce: undefined,
  increase: undefined,
  decrease: undefined,
  enlarge: undefined,
}

/** By so much it grows or shrinks, whichever size is meant. */
const BY: Record<string, 1 | -1> = { increase: 1, reduce: -1, decrease: -1, enlarge: 1 }

/** `the thin end`, `the 30 mm part`, `the threaded end`, `the first section`, `small diameter`. */
export function stepAt(at: Cursor, steps: readonly Step[], called = false): Step | undefined {
  at.skip('the')
  const own = called && at.wordIf(({ text }) => steps.filter(({ label }) => label === text).length === 1)
  if (own) return steps.find(({ label }) => label === own.text)
  const sorted = steps.toSorted((a, b) => a.wide - b.wide)
  const number = at.attempt(() => {
    at.mark('⌀')
    const found = at.number()
    at.wordIf(({ entry }) => entry?.role === 'diameter' || entry?.role === 'thickness')
    return found
  })
  const which = number ? undefined : at.wordIf(({ text }) => TRAITS.has(text) || TRAITS.has(text.split(' ')[0] ?? ''))
  if (!number && !which) return undefined
  const noun = at.word(...NOUNS)
  const across = number ? undefined : at.wordIf(({ entry }) => entry?.role === 'diameter')
  if (!noun && !across && !which?.text.includes(' ')) return undefined
  const fits = number
    ? steps.filter(({ wide }) => Math.abs(wide - quantityOf(number).value) < 0.01)
    : TRAITS.get(which?.text ?? '') === 'first'
      ? steps.slice(0, 1)
      : TRAITS.get(which?.text ?? '') === 'middle'
        ? steps.length % 2 === 1
          ? steps.slice((steps.length - 1) / 2, (steps.length + 1) / 2)
          : []
        : TRAITS.get(which?.text ?? '') === 'last'
          ? steps.slice(-1)
          : TRAITS.get(which?.text.split(' ')[0] ?? '') === 'thick'
            ? sorted.filter(({ wide }) => wide === sorted.at(-1)?.wide)
            : sorted.filter(({ wide }) => wide === sorted[0]?.wide)
  const [step, ...others] = fits
  // A journal at each end is one thing, said once.
  return others.every((other) => other.sizes === step?.sizes) ? step : undefined
}
const NOUNS = ['end', 'part', 'section', 'step', 'side', 'bit', 'portion', 'one', 'stage', 'journal', 'length', 'piece']
const TRAITS: ReadonlyMap<string, 'thin' | 'thick' | 'first' | 'middle' | 'last'> = new Map([
  ...['thin', 'thinner', 'thinnest', 'small', 'smaller', 'smallest', 'narrow', 'narrower', 'slim', 'little'].map(
    (word) => [word, 'thin'] as const,
  ),
  // What is threaded, or goes into something, is the thin one.
  ...['thread', 'threaded', 'reduced', 'spigot', 'journal'].map((word) => [word, 'thin'] as const),
  ...['thick', 'thicker', 'thickest', 'big', 'bigger', 'biggest', 'large', 'larger', 'largest', 'fat', 'wide'].map(
    (word) => [word, 'thick'] as const,
  ),
  ...['wider', 'widest', 'main'].map((word) => [word, 'thick'] as const),
  ...['middle', 'centre', 'central'].map((word) => [word, 'middle'] as const),
  ...['first', 'left', 'bottom', 'lower'].map((word) => [word, 'first'] as const),
  ...['last', 'right', 'top', 'upper', 'final'].map((word) => [word, 'last'] as const),
])

/** The steps of what is turned, from one end to the other. */
export function stepsOf({ plan, names }: Edit): Step[] {
  const body = plan.bodies.find(({ family, parts }) => family === 'turned' && parts.length > 0)
  const family = familyOf(body?.family ?? '')
  if (!body || !family) return []
  const order = stagesOf(body.sizes, body.parts, (flag) => body.flags.includes(flag))
  const kindOf = (key: string) => Object.values(family.parts ?? {}).find((kind) => kind.key === key)
  const all = [
    {
      sizes: body.sizes as Record<string, string>,
      across: 'outer',
      kind: family as Kind | undefined,
      prefix: '',
      label: body.label,
    },
    ...body.parts.map((piece) => ({
      sizes: piece.sizes as Record<string, string>,
      across: 'diameter',
      kind: kindOf(piece.kind),
      prefix: piece.kind,
      label: piece.label,
    })),
  ]
  return order.flatMap(({ diameter, height }, index) =>
    all.flatMap(({ kind, ...one }) =>
      kind && one.sizes[one.across] === diameter && one.sizes['height'] === height
        ? [{ ...one, kind, wide: evaluate(diameter, names.values), edge: `free-${index}` }]
        : [],
    ),
  )
}
