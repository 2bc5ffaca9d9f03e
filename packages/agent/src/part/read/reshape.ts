import type { Family } from '../kinds.ts'
import type { Atom } from './atoms.ts'
import type { Frame } from './frame.ts'
import { SHAPES } from './premodifiers.ts'
import { add, isTitle, type Sentence, SIDES } from './sentence.ts'

/** `square pot`, `round tray`: an adjective makes another family of it before it has sizes. */
export function inItsPlace(on: Sentence, frame: Frame): void {
  if (frame.level !== 'body' || frame.seeded || frame.sizes.size > 0) return
  const { instead = [] } = frame.kind as Family
  const other = instead.find(({ when }) => when(frame))
  frame.kind = (other && on.kinds.family(other.family)) ?? frame.kind
}

/** `counterbored holes`: a part that stands before what it is part of. */
export function describe(on: Sentence, frame: Frame, atom: Atom & { is: 'noun' }): void {
  const shape = SHAPES.get(atom.text)
  if (shape) frame.flags.set(shape, atom.at)
  // `hexagonal nut blank`: the word before says what it is.
  const better = atom.nouns.map((key) => on.kinds.family(key)).find((kind) => kind !== undefined)
  if (
    better &&
    frame.level === 'body' &&
    isTitle(frame) &&
    // `nut strip`, `star washer`: what it is for is no outline.
    (WEAK.test(frame.noun) || (OUTLINES.has(better.key) && PLAIN.has(frame.kind.key) && !atom.text.endsWith('nut')))
  ) {
    frame.kind = better
    frame.noun = atom.text
  }
  const part = atom.nouns.map((key) => frame.kind.parts?.[key]).find((kind) => kind !== undefined)
  if (part) add(on, part, 'part', atom, frame)
}

/** `octagonal coaster`, `round cover plate`, `half pipe`: what is plain takes its outline from its adjective. */
export function reshape(on: Sentence, frame: Frame, flag: string): void {
  if (frame.level !== 'body' || !isTitle(frame)) return
  const key = ADJECTIVES.get(flag)?.[frame.kind.key]
  const kind = key === undefined ? undefined : on.kinds.family(key)
  if (!kind) return
  frame.kind = kind
  // `a plate which is circular in shape` is a circular plate.
  if (!/\b(?:half|round|circular)\b/.test(frame.noun) && !frame.noun.includes(flag))
    frame.noun = `${flag} ${frame.noun}`
}

/** `Diamond (rhombus) plate`: what is plain takes its outline from the word before it. */
export const OUTLINES = new Set([
  ...SIDES.keys(),
  'rhombus',
  'trapezoid',
  'parallelogram',
  'ellipse',
  'stadium',
  'star',
])

export const PLAIN = new Set(['plate', 'block', 'disc'])

/** By the adjective, what a plain noun becomes. */
const ADJECTIVES: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['circular', { plate: 'disc', block: 'cylinder' }],
  ['square', { disc: 'plate' }],
  ['rectangular', { flange: 'plate', disc: 'plate' }],
  [
    'half',
    {
      disc: 'half-disc',
      cylinder: 'half-disc',
      tube: 'half-disc',
      plate: 'half-disc',
      washer: 'half-disc',
      flange: 'half-disc',
    },
  ],
  ...[...SIDES.keys()].map((key): [string, Record<string, string>] => [
    key === 'triangle' ? 'triangular' : `${key}al`,
    key === 'hexagon' ? { plate: key, disc: key, tube: key } : { plate: key, disc: key, block: key, cylinder: key },
  ]),
  ['elliptical', { plate: 'ellipse', disc: 'ellipse' }],
  ['diamond', { plate: 'rhombus' }],
  ['trapezoidal', { plate: 'trapezoid', block: 'trapezoid' }],
])

/** What any part may be called. */
export const WEAK = /^(?:blank|body|piece|part|workpiece|stock|shape|solid)$/
/** `base`, `body`: what is below, or the part itself. */
export const BOTTOM = /^(?:base|body|bottom|foot)$/
