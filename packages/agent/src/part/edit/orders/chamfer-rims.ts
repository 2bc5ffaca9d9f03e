import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { chamferRims } from '../../bind/rims.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, pick } from '../pick.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'

/**
 * `chamfer the big hole 1 mm`, `0.5 mm chamfer on the corner holes`, `break the edges of the slot 1 mm`: the rims of openings
 * that are there, and neither how wide they are nor the edges of the part.
 */
export const chamferHoles: Order = (at, edit) => {
  const read = at.attempt(() => sizeLast(at)) ?? at.attempt(() => sizeFirst(at))
  if (!read) return undefined
  const both = bothSides(at) || read.both
  if (!clauseEnds(at)) return undefined
  const made = madeLast(edit)
  const them = read.phrase.kinds.length === 0 && read.phrase.parts.length === 0
  const found = (them && made.length > 0 ? made : pick(edit, read.phrase)).filter(({ feature }) =>
    OPENINGS.has(feature.kind),
  )
  if (found.length === 0) return undefined
  return () => {
    const hosts = found.map(({ feature }) => feature)
    chamferRims(edit.binder, hosts, read.size, () => (both ? ['rim-top', 'rim-bottom'] : ['rim-top']))
    edit.changed = true
  }
}

interface Said {
  phrase: Phrase
  size: Quantity
  both?: boolean
}

/** `chamfer the holes 1 mm`, `bevel the rim of each slot by 1 mm`. */
function sizeLast(at: Cursor): Said | undefined {
  if (!at.word('chamfer', 'bevel', 'break')) return undefined
  const phrase = openingsAt(at)
  at.skip('by', 'with', 'to', 'at', 'a')
  const size = phrase && lengthAt(at)
  return size && { phrase, size }
}

/** `1 mm chamfer on the holes`, `add a 0.5 chamfer to both hole rims`. */
function sizeFirst(at: Cursor): Said | undefined {
  at.skip('add', 'put', 'cut', 'a', 'with')
  const size = lengthAt(at)
  if (!size || !at.word('chamfer', 'chamfers', 'bevel') || !at.word('on', 'to', 'around', 'at')) return undefined
  const both = at.attempt(() => at.word('both'))
  const phrase = openingsAt(at)
  return phrase && { phrase, size, ...(both && !phrase.plural ? { both: true } : {}) }
}

/** `the corner holes`, `the edges of the slot`, `each hole rim`, `them`. */
function openingsAt(at: Cursor): Phrase | undefined {
  at.attempt(() => {
    at.skip('the', 'top', 'both', 'all', 'each')
    return at.word('edge', 'edges', 'rim', 'rims', 'mouth', 'mouths') && at.word('of')
  })
  const phrase = phraseAt(at, false) ?? pronounAt(at)
  at.word('edge', 'edges', 'rim', 'rims', 'mouth', 'mouths')
  // `it` may be the part.
  return phrase && (phrase.kinds.some((kind) => OPENINGS.has(kind)) || phrase.plural) ? phrase : undefined
}

function lengthAt(at: Cursor): Quantity | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  // `1 x 45°`
  at.attempt(() => (at.times() || at.word('at')) && at.number()?.unit === 'deg')
  return quantityOf(number)
}

/** `on both sides`, `top and bottom`. */
const bothSides = (at: Cursor): boolean =>
  at.attempt(() => {
    at.skip('on', 'at', 'from')
    const both = at.word('both') && at.word('sides', 'ends', 'faces', 'side', 'end', 'face')
    return both ?? (at.word('top') && at.word('and') && at.word('bottom'))
  }) !== undefined

const OPENINGS: ReadonlySet<string> = new Set(['hole', 'slot', 'pocket', 'cutout'])
