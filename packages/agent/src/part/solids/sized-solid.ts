import type { PartBody, Span } from '@hewn/model'
import type { Binder } from '../bind/bind.ts'
import { evaluate } from '../formula.ts'
import { formOf } from '../form-of.ts'
import { identifier } from '../names.ts'
import type { Family } from '../kinds.ts'
import type { Atom, Quantity } from '../read/atoms.ts'
import { framesOf } from '../read/frames.ts'
import { readAtoms } from '../read/read-atoms.ts'
import { familyOf, lexicon, ownFeature } from '../registry.ts'
import { lostOf } from '../unplaced.ts'
import { type Item, itemsOf } from '../words/items.ts'
import type { Passage } from './passages.ts'

/** A solid that was told, before it has a place. */
export interface SizedSolid {
  body: PartBody
  family: string
  atoms: Atom[]
  /** A cut of no depth: it goes through, along an axis that its place tells. `sides`: the two sizes across it. */
  open?: { slot: string }
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bhemi|\bhalf/, 'hemisphere'],
  [/\b(?:sphere|spheres|spherical|balls?|globes?)\b/, 'sphere'],
  [/\b(?:truncated|frustum)/, 'truncated cone'],
  [/\bcones?\b|\bconical/, 'cone'],
  [/\bcubes?\b/, 'cube'],
  [
    /\b(?:rectangular|square|block|blocks|box|boxes|cuboids?|bricks?|slabs?|plates?|boards?|planks?|beams?|bars?|strips?)\b(?<!round bars?)/,
    'block',
  ],
  [
    /cylind|\bdis[ck]|\brods?|\bshafts?|\baxles?|\bpegs?|\bpins?|\bdowel|\bround|\bcircular|\b(?:holes?|bores?)\b/,
    'cylinder',
  ],
]
const ROUND_SIZES = /\b(?:diameter|diameters|dia|radius|radii|round)\b|[ø⌀Ø]/i

/** What a passage tells, read by the grammar that reads a body alone; nothing, where it is more or less than that. */
export function sizedSolid(words: string, passage: Passage, binder: Binder, open: boolean): SizedSolid | undefined {
  const round = passage.sizes.some((at) => ROUND_SIZES.test(words.slice(...at)))
  const shape = SHAPES.find(([pattern]) => pattern.test(passage.noun))?.[1] ?? (round ? 'cylinder' : 'block')
  // `a 20 mm square hole`: of holes, those that are not round are said to be so.
  const square = shape === 'cylinder' && passage.sizes.some((at) => /square/i.test(words.slice(...at)))
  const noun = square ? 'block' : shape === 'block' && round ? 'cylinder' : shape
  // Its noun first, then its sizes: each letter remembers where it was written.
  const pieces: { text: string; from: number }[] = [{ text: `${noun}, `, from: passage.nounAt[0] }]
  const says = (pattern: RegExp) => passage.sizes.some((at) => pattern.test(words.slice(...at)))
  const onEdge =
    says(/^thick/i) && says(/^(?:high|tall|height)/i) && !(says(/^(?:wide|width)/i) && says(/^(?:long|length)/i))
  const chained = passage.sizes.some((at) => /^[x×]$/.test(words.slice(...at)))
  // `20 x 20 square`: said twice.
  for (const [from, to] of passage.sizes)
    if (!chained || !/^square$/i.test(words.slice(from, to)))
      pieces.push({ text: `${inItsPlace(words.slice(from, to))} `, from })
  // `80 long, 50 high and 6 thick`: what stands on edge is as deep as it is thick.
  function inItsPlace(size: string): string {
    if (noun !== 'block' || !onEdge) return size
    return /^thick/i.test(size) ? 'wide' : /^(?:wide|width)$/i.test(size) ? 'long' : size
  }
  const text = pieces.map((piece) => piece.text).join('')
  const back = (place: number): number => {
    let start = 0
    for (const piece of pieces) {
      if (place < start + piece.text.length) return piece.from + Math.min(place - start, piece.text.length - 1)
      start += piece.text.length
    }
    return words.length
  }
  const items = itemsOf(text, lexicon()).map(
    (item): Item => ({ ...item, at: [back(item.at[0]), back(item.at[1] - 1) + 1] as Span }),
  )
  const atoms = readAtoms(items)
  const read = framesOf(atoms, { family: familyOf, feature: ownFeature })
  const [frame, ...others] = read.bodies
  if (!frame || others.length > 0 || frame.children.length > 0 || lostOf(atoms, read.spare).length > 0) return undefined
  const through = open ? throughCut(frame.kind.key, frame.sizes, binder, passage) : undefined
  if (through) return { ...through, atoms, family: through.body.family }
  frame.noun = passage.label
  const before = binder.names.all.length
  const body = binder.body(frame)
  if (binder.problem || !body || body.features.length > 0) return undefined
  // `square head 20 x 21`: one of the two is not so.
  const [wide, deep] = sizeOf(body, binder).map((formula) => evaluate(formula, binder.names.values))
  if (/\bsquare\b/i.test(words.slice(...passage.at)) && wide !== deep) return undefined
  // What would be assumed was told otherwise, or not at all: that is asked about.
  if (binder.names.all.slice(before).some(({ origin }) => origin.from === 'assumed')) return undefined
  return { body, atoms, family: body.family }
}

type Filled = ReadonlyMap<string, { quantity: Quantity; times: number }>

/** `a 20 mm hole`, `a square hole 20 x 20`: what has no depth goes through. */
function throughCut(
  family: string,
  sizes: Filled,
  binder: Binder,
  { label }: Passage,
): { body: PartBody; open: { slot: string } } | undefined {
  const id = identifier(label)
  const said = (slot: string, text: string) => {
    const size = sizes.get(slot)
    return size ? binder.names.said(`${id}_${slot}`, text, size.quantity, 'mm', size.times) : undefined
  }
  const body = (own: Record<string, string>): PartBody => ({
    id: binder.id(id),
    label,
    family,
    sizes: own,
    flags: [],
    parts: [],
    features: [],
  })
  if (family === 'cylinder' && sizes.has('outer') && !sizes.has('height')) {
    const outer = said('outer', 'Diameter') ?? '0'
    return { body: body({ outer }), open: { slot: 'height' } }
  }
  if (family === 'block' && !sizes.has('height') && (sizes.has('length') || sizes.has('width'))) {
    const long = said('length', 'Length')
    const wide = said('width', 'Width')
    return { body: body({ length: long ?? wide ?? '0', width: wide ?? long ?? '0' }), open: { slot: 'height' } }
  }
  return undefined
}

/** Its sizes along x, y and z as it stands. */
export const sizeOf = (body: PartBody, binder: Binder): [string, string, string] =>
  formOf(body, familyOf(body.family) as Family, binder.names.values).size
