import type { WordItem } from '../words/items.ts'
import type { Meaning } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'

/** `deburr all edges and holes`, `break sharp edges`, `all edges deburred`, `Ra 3.2`: what every shop does, and no shape; with a size it is one. */
export const finishing: Recogniser<Meaning> = (at) => {
  const text = at.attempt(roughness) ?? at.attempt(ordered) ?? at.attempt(described)
  return text ? { is: 'noted', what: 'purpose', text } : undefined
}

function ordered(at: Cursor): string | undefined {
  const before = at.peek(-1)
  const begins = before === undefined || before.kind === 'mark' || (before.kind === 'word' && JOINS.has(before.text))
  const deburr = at.word('deburr', 'debur')
  const work = deburr ?? (begins ? at.word('break', 'ease', 'remove', 'clean', 'smooth') : undefined)
  if (!work) return undefined
  at.skip('off', 'up')
  const what = worked(at) ?? ''
  // `remove all edges` would be another thing.
  if (work.text === 'remove' && !SHARP.test(what)) return undefined
  return (what || deburr) && !goesOn(at) ? work.text : undefined
}

function described(at: Cursor): string | undefined {
  if (!worked(at)) return undefined
  at.skip('are', 'is', 'to', 'be', 'must', 'should', 'being')
  const work = at.word('deburred', 'deburr')
  return work && !goesOn(at) ? work.text : undefined
}

/** `surface finish Ra 3.2` */
function roughness(at: Cursor): string | undefined {
  at.skip('surface', 'finish', 'roughness', 'of', 'is')
  at.mark(':')
  const scale = at.word('ra', 'rz')
  return scale && at.number() && scale.text
}

/** The edges, holes and burrs that are worked on, in their words. */
function worked(at: Cursor): string | undefined {
  while (at.wordIf(({ text, entry }) => PICKS.has(text) || entry?.place === 'top' || entry?.place === 'bottom'));
  const picked = at.peek(-1)
  const what = at.wordIf(isWorkedOn)
  if (!what) return undefined
  const more = at.attempt(() => {
    const joined = at.word('and', 'or', 'from', 'of') ?? at.mark(',')
    return joined ? worked(at) : undefined
  })
  return [picked?.kind === 'word' ? picked.text : '', what.text, more].join(' ')
}

const isWorkedOn = ({ text, entry }: WordItem): boolean =>
  entry?.place === 'edge' ||
  entry?.place === 'corner' ||
  (entry?.nouns.includes('hole') ?? false) ||
  /^(?:burr?s?|surfaces?|faces?|everything|parts?)$/.test(text)

/** `deburr all edges 0.5 mm`, `break edges with a 1 mm chamfer`: how much. */
function goesOn(at: Cursor): boolean {
  const next = at.item
  if (next?.kind === 'word') return !/^(?:and|before|after|please|thoroughly|throughout|lightly)$/.test(next.text)
  const comma = next?.kind === 'mark' && ',:('.includes(next.text)
  return (comma ? at.peek(1) : next)?.kind === 'number'
}

const SHARP = /\b(?:sharp|burr?s?)\b/
const JOINS: ReadonlySet<string> = new Set(['and', 'then', 'please', 'also'])
const PICKS: ReadonlySet<string> = new Set(
  'all any the its each every sharp outer outside inner inside external internal cut machined drilled'.split(' '),
)
