import type { Token } from '../read/tokens.ts'
import { isCount } from './recognisers/numbers.ts'
import type { Link, Phrase } from './meaning.ts'
import { BOX_OBJECTS } from './object-library.ts'

/** What a phrase means beside the others of its request: a second, small product is a grid, `5 slots` without a side are compartments. */
export function settlePhrases(phrases: readonly Phrase[], tokens: readonly Token[]): Phrase[] {
  return phrases.flatMap((phrase, index) => {
    const rest = phrases.filter((other) => other !== phrase)
    return (
      asWhole(phrase, rest) ??
      asOnLid(phrase, phrases[index - 1]) ??
      asLidOpens(phrase, rest) ??
      asThere(phrase, phrases.slice(0, index)) ??
      asNamed(phrase, rest) ??
      asGrid(phrase, rest) ??
      asCellSize(phrase, phrases.slice(0, index), tokens) ??
      asCells(phrase) ??
      asObject(phrase, tokens) ??
      phrase
    )
  })
}

/** `with a lid in 3 mm acrylic`, and nothing else is said of the sheet: it is that of the box. */
function asWhole(phrase: Phrase, rest: readonly Phrase[]): Phrase[] | undefined {
  if (phrase.kind !== 'side-thickness' || !phrase.loose || rest.some(({ kind }) => kind === 'thickness'))
    return undefined
  const { from, to, number, material } = phrase
  return [
    { kind: 'lid', lid: 'lift-off', said: false, from, to: from },
    { kind: 'thickness', number, ...(material ? { material } : {}), from, to },
  ]
}

/** `lid with engraved text TEA`: where nothing else stands between, it is the lid that is written on. */
function asOnLid(phrase: Phrase, before: Phrase | undefined): Phrase | undefined {
  const several = phrase.kind === 'cutout' && phrase.count !== undefined
  if (!several && phrase.kind !== 'text') return undefined
  if (phrase.faces.length > 0 || before?.kind !== 'lid' || before.to !== phrase.from) return undefined
  return { ...phrase, faces: ['lid'] }
}

/** `… in the lid, which lifts off`: of the lid; drawers slide anyway. */
function asLidOpens(phrase: Phrase, rest: readonly Phrase[]): Phrase | undefined {
  if (phrase.kind !== 'lid-opens') return undefined
  const { lid, toward, from, to } = phrase
  if (rest.some(({ kind }) => kind === 'drawers')) return { kind: 'filler', from, to }
  return { kind: 'lid', lid, said: true, ...(toward ? { toward } : {}), from, to }
}

/** `box with window: … front window 120 x 60`: named first, and told later. */
function asNamed(phrase: Phrase, rest: readonly Phrase[]): Phrase | undefined {
  if (phrase.kind !== 'cutout' || phrase.size || phrase.sizes || phrase.count || phrase.faces.length > 0)
    return undefined
  const told = rest.some(
    (other) =>
      other.kind === 'cutout' && other.shape === phrase.shape && other.sizes !== undefined && other.faces.length > 0,
  )
  return told ? { kind: 'filler', from: phrase.from, to: phrase.to } : undefined
}

/** `a 165 mm hole in the front and a 50 mm port 80 mm from the top`: what says how far, and no side, is in the same one. */
function asThere(phrase: Phrase, before: readonly Phrase[]): Phrase | undefined {
  if (phrase.kind !== 'cutout' || phrase.faces.length > 0 || Object.keys(phrase.at).length === 0) return undefined
  const last = before.findLast(({ kind }) => kind !== 'filler')
  return last?.kind === 'cutout' && last.faces.length > 0 ? { ...phrase, faces: last.faces } : undefined
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
  // Of a box that is there, `2x2` and `make it 3x2`: no box is as small as that.
  const alone = columns.value <= LEAST && rows.value <= LEAST && rest.every(({ kind }) => kind === 'filler')
  const { from, to } = phrase
  return sized || counted || alone ? { kind: 'grid', columns, rows, from, to } : undefined
}

const MOST = 20
const LEAST = 9
const isPlain = ({ number, side }: Link): boolean =>
  side === undefined && isCount(number) && Number.isInteger(number.value) && number.value > 0

/** `5x8 compartments of 40x40`: what stands after *of* is the size of each. */
function asCellSize(phrase: Phrase, before: readonly Phrase[], tokens: readonly Token[]): Phrase | undefined {
  if (phrase.kind !== 'size') return undefined
  const cells = before.findLast(({ kind }) => kind !== 'filler')
  if (cells?.kind !== 'grid' && cells?.kind !== 'cells') return undefined
  const between = tokens.slice(cells.to, phrase.from)
  const of = between.length > 0 && between.every((token) => token.kind === 'word' && OF.has(token.text))
  // `two compartments 66 x 92`: of two sizes right behind, where those of the box are told by themselves or not at all.
  const right =
    between.length === 0 && phrase.links.length === 2 && phrase.links.every(({ side }) => side === undefined)
  return of || right ? { kind: 'cell-size', links: phrase.links, from: phrase.from, to: phrase.to } : undefined
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
