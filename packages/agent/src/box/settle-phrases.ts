import type { Token } from '../read/tokens.ts'
import { isCount } from './recognisers/numbers.ts'
import type { Link, Phrase } from './meaning.ts'
import { BOX_OBJECTS } from './object-library.ts'

/** What a phrase means beside the others of its request: a second, small product is a grid, `5 slots` without a side are compartments. */
export function settlePhrases(phrases: readonly Phrase[], tokens: readonly Token[]): Phrase[] {
  return phrases.map((phrase, index) => {
    const rest = phrases.filter((other) => other !== phrase)
    return (
      asGrid(phrase, rest) ??
      asCellSize(phrase, phrases.slice(0, index), tokens) ??
      asCells(phrase) ??
      asObject(phrase, tokens) ??
      phrase
    )
  })
}

/** `tray 300x200x40, 6x4` and `8 compartments, 4x2`. */
function asGrid(phrase: Phrase, rest: readonly Phrase[]): Phrase | undefined {
  if (phrase.kind !== 'size' || phrase.links.length !== 2 || !phrase.links.every(isPlain)) return undefined
  const [columns, rows] = phrase.links.map(({ number }) => number)
  if (!columns || !rows || columns.value > MOST || rows.value > MOST) return undefined
  const sized = rest.some((other) => other.kind === 'size' && other.links.length === 3)
  const counted = rest.some(
    (other) => other.kind === 'cells' && other.count.value === columns.value * rows.value && columns.value > 1,
  )
  const { from, to } = phrase
  return sized || counted ? { kind: 'grid', columns, rows, from, to } : undefined
}

const MOST = 20
const isPlain = ({ number, side }: Link): boolean =>
  side === undefined && isCount(number) && Number.isInteger(number.value) && number.value > 0

/** `5x8 compartments of 40x40`: what stands after *of* is the size of each. */
function asCellSize(phrase: Phrase, before: readonly Phrase[], tokens: readonly Token[]): Phrase | undefined {
  if (phrase.kind !== 'size') return undefined
  const cells = before.findLast(({ kind }) => kind !== 'filler')
  if (cells?.kind !== 'grid' && cells?.kind !== 'cells') return undefined
  const between = tokens.slice(cells.to, phrase.from)
  const of = between.length > 0 && between.every((token) => token.kind === 'word' && OF.has(token.text))
  return of ? { kind: 'cell-size', links: phrase.links, from: phrase.from, to: phrase.to } : undefined
}

const OF = new Set(['of', 'measuring', 'sized'])

/** `cutlery tray, 5 slots`: slots that are in no side and have no size are places to put things. */
function asCells(phrase: Phrase): Phrase | undefined {
  if (phrase.kind !== 'cutout' || phrase.shape !== 'slot' || phrase.faces.length > 0 || phrase.by !== '')
    return undefined
  const { size, sizes, count, at, from, to } = phrase
  if (!size || sizes || count || Object.keys(at).length > 0 || !isCount(size)) return undefined
  return Number.isInteger(size.value) && size.value > 1 && size.value <= MOST
    ? { kind: 'cells', count: size, from, to }
    : undefined
}

/** `wine crate for 6 bottles`: bottles of wine. */
function asObject(phrase: Phrase, tokens: readonly Token[]): Phrase | undefined {
  if (phrase.kind !== 'things') return undefined
  const name = phrase.name.split(' ').at(-1) ?? ''
  const said = tokens.flatMap((token) => (token.kind === 'word' ? [token.text] : []))
  const found = BOX_OBJECTS.find(
    ({ words: [kind = '', thing, more] }) => more === undefined && thing === name && said.includes(kind),
  )
  const { count, from, to } = phrase
  return found && { kind: 'object', object: found.object, count, from, to }
}
