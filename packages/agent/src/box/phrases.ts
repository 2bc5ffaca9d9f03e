import type { Face } from '@hewn/model'
import { type Reader, reader } from '../read/reader.ts'
import type { NumberToken, Token } from '../read/tokens.ts'
import * as known from './words.ts'

/** A number with the side it was said for, if one was. */
export interface Link {
  number: NumberToken
  side?: known.Side
}

/** What a few words in a row mean. `from` and `to` are places among the tokens. */
export type Phrase = { from: number; to: number } & Meaning

export type Meaning =
  | { kind: 'noun'; noun: string; definite: boolean; anew: boolean }
  | { kind: 'several'; count: NumberToken; noun: string }
  | { kind: 'part'; noun: string }
  | { kind: 'size'; links: Link[] }
  | { kind: 'cube'; number: NumberToken }
  | { kind: 'thickness'; number: NumberToken; material?: string }
  | { kind: 'material'; material: string }
  | { kind: 'fingers' | 'kerf'; number: NumberToken }
  | { kind: 'fit'; fit: 'loose' | 'glue' | 'snug' | 'press' }
  | { kind: 'sheet'; links: [Link, Link] }
  | { kind: 'measure'; measure: 'inside' | 'outside' }
  | { kind: 'open'; faces: Face[]; only: boolean }
  | { kind: 'closed'; faces: Face[] }
  | { kind: 'enclosed' }
  | { kind: 'which-side' }
  | { kind: 'lid'; lid: 'fixed' | 'lift-off' | 'slide'; said: boolean }
  | { kind: 'no-lid' }
  | { kind: 'grid'; columns: NumberToken; rows: NumberToken }
  | { [K in Counted]: { kind: K; count: NumberToken } }[Counted]
  | { kind: 'cell-size' }
  | { kind: 'undivided' }
  | { kind: 'change'; side: known.Side | 'thickness'; number: NumberToken; sign: 1 | -1 }
  | { kind: 'factor'; side: known.Side | 'thickness'; factor: number }
  | { kind: 'how-much'; side: known.Side | 'thickness' }
  | { kind: 'keep-inside' }
  | { kind: 'instead' }
  | { kind: 'unsupported'; word: string; nearest: string }
  | { kind: 'absent' }
  | { kind: 'foreign'; word: string }
  | { kind: 'purpose' }
  | { kind: 'filler' }

type Counted = 'cells' | 'columns' | 'rows' | 'dividers' | 'shelves' | 'instead-of'

export interface Reading {
  phrases: Phrase[]
  /** Tokens that no phrase took: numbers nobody could place, words nobody knows. */
  unread: Token[]
}

/** Reads from left to right; at every place the recogniser that takes most tokens wins, on a tie the earlier one. */
export function readPhrases(tokens: readonly Token[]): Reading {
  const phrases: Phrase[] = []
  const unread: Token[] = []
  let place = 0
  while (place < tokens.length) {
    const token = tokens[place]
    let best: Phrase | undefined
    for (const recognise of RECOGNISERS) {
      const at = reader(tokens, place)
      const meaning = recognise(at)
      if (meaning && at.place > (best?.to ?? place)) best = { ...meaning, from: place, to: at.place }
    }
    if (best) {
      phrases.push(best)
      place = best.to
      continue
    }
    if (token && (token.kind !== 'mark' || /[%±°#$€£]/.test(token.text))) unread.push(token)
    place++
  }
  return attachMeasures(tokens, phrases, unread)
}

/** `inside` says how sizes are measured where it stands beside a size, or names one itself (`inside dimensions`). */
function attachMeasures(tokens: readonly Token[], phrases: readonly Phrase[], unread: readonly Token[]): Reading {
  const telling = phrases.filter(({ kind }) => kind !== 'filler' && kind !== 'noun')
  const sized = ({ kind }: Phrase) => kind === 'size' || kind === 'cube'
  const beside = (phrase: Phrase, other: Phrase | undefined): boolean => {
    if (!other || !sized(other)) return false
    const [from, to] = phrase.from < other.from ? [phrase.to, other.from] : [other.to, phrase.from]
    return !tokens.slice(from, to).some((token) => unread.includes(token))
  }
  const loose = telling.filter((phrase, index) => {
    if (phrase.kind !== 'measure' || phrase.to - phrase.from > 1) return false
    return !beside(phrase, telling[index - 1]) && !beside(phrase, telling[index + 1])
  })
  return {
    phrases: phrases.filter((phrase) => !loose.includes(phrase)),
    unread: [...unread, ...loose.flatMap(({ from, to }) => tokens.slice(from, to))].toSorted(
      (a, b) => a.at[0] - b.at[0],
    ),
  }
}

type Recogniser = (at: Reader) => Meaning | undefined

const ARTICLES = new Set(['the', 'a', 'an', 'any', 'its'])
const LINKING = new Set(['of', 'is', 'to', 'at', 'be', 'should', 'as', 'exactly', 'the'])
const HEADERS = /^[lwdh]x[lwdh](x[lwdh])?$|^(lwh|wdh|whd|lhw)$/

/** `width: 150`, `150 mm wide`, `150 (w)`, `W150`, `150 in height`. */
function link(at: Reader): Link | undefined {
  return at.attempt(() => {
    const before = at.word(known.SIDE_WORDS)
    if (before !== undefined) {
      at.skip(LINKING)
      at.mark('=:')
      at.skip(LINKING)
    }
    const number = at.number()
    if (!number) return undefined
    const side = before !== undefined ? known.SIDES.get(before) : sideAfter(at)
    return side ? { number, side } : { number }
  })
}

function sideAfter(at: Reader): known.Side | undefined {
  const word = at.attempt(() => {
    const bracket = at.mark('(')
    if (!bracket) at.word(['in'])
    const side = at.word(known.SIDE_WORDS)
    if (side === undefined || (bracket && !at.mark(')'))) return undefined
    // `150 wide 20 deep` says sides; in `150 width 100` the word belongs to what follows only with a sign between.
    if (!bracket && at.token?.kind === 'mark' && '=:'.includes(at.token.text)) return undefined
    return side
  })
  return word === undefined ? undefined : known.SIDES.get(word)
}

const joiner = (at: Reader): boolean => at.times() || at.word(['by']) !== undefined

/** `150 x 100 x 80`, `150 mm wide by 100 deep by 80 high`, `(WxDxH) 150×100×80`. */
function chain(at: Reader): Link[] | undefined {
  const header = sidesHeader(at)
  const links: Link[] = []
  const first = link(at)
  if (!first) return undefined
  links.push(first)
  for (;;) {
    const next = at.attempt(() => (joiner(at) ? link(at) : undefined))
    if (!next) break
    links.push(next)
  }
  if (links.length < 2) return undefined
  const sides = header ?? sidesHeader(at)
  if (!sides) return links
  if (sides.length !== links.length || links.some(({ side }) => side !== undefined)) return undefined
  return links.map(({ number }, index) => ({ number, side: sides[index] ?? 'width' }))
}

/** `(W x D x H)`, `LxWxH:`, `w × d × h =`. */
function sidesHeader(at: Reader): known.Side[] | undefined {
  return at.attempt(() => {
    const bracket = at.mark('(')
    const sides = compactHeader(at) ?? spacedHeader(at)
    if (!sides || sides.length < 2) return undefined
    if (bracket && !at.mark(')')) return undefined
    at.mark(':=')
    return sides
  })
}

function compactHeader(at: Reader): known.Side[] | undefined {
  const token = at.token
  if (token?.kind !== 'word' || !HEADERS.test(token.text)) return undefined
  at.word([token.text])
  return [...token.text.replaceAll('x', '')].map((letter) => known.SIDES.get(letter) ?? 'width')
}

function spacedHeader(at: Reader): known.Side[] | undefined {
  const sides: known.Side[] = []
  do {
    const word = at.word(known.SIDE_WORDS)
    if (word === undefined) return undefined
    sides.push(known.SIDES.get(word) ?? 'width')
  } while (at.times() || at.word(['x', 'by']) !== undefined)
  return sides
}

/** Three bare numbers side by side are a chain as well: `150 100 80`, `150, 100, 80 mm`, `150/100/80`. A fourth spoils it. */
function row(at: Reader): Link[] | undefined {
  const numbers: NumberToken[] = []
  while (numbers.length < 3) {
    const number = at.number()
    if (!number || (number.unit !== undefined && numbers.length < 2)) return undefined
    numbers.push(number)
    if (numbers.length < 3) at.mark(',/')
  }
  const fourth = at.attempt(() => {
    at.mark(',/')
    const number = at.number()
    return number && number.unit === undefined ? number : undefined
  })
  return fourth || joins(at) ? undefined : numbers.map((number) => ({ number }))
}

const isCount = (number: NumberToken): boolean => number.unit === undefined && !number.about && !number.bound

function count(at: Reader): NumberToken | undefined {
  return at.attempt(() => {
    const number = at.number()
    if (!number || !isCount(number)) return undefined
    at.times()
    return number
  })
}

function face(at: Reader): Face | undefined {
  return at.attempt(() => {
    at.skip(ARTICLES)
    const word = at.word(known.FACE_WORDS)
    if (word === undefined) return undefined
    at.word(known.FACE_TAILS)
    at.word(['side'])
    return known.FACES.get(word)
  })
}

/** `top`, `top and front`, `left, right and back`. A comma alone does not go on: after `open top, front …` comes something else. */
function faces(at: Reader): Face[] | undefined {
  const first = face(at)
  if (!first) return undefined
  const list = [first]
  for (;;) {
    const listed = at.attempt(() => {
      const more: Face[] = []
      for (;;) {
        const comma = at.mark(',')
        const last = at.word(['and', 'or', 'plus']) !== undefined || at.mark('&+/')
        if (!comma && !last) return undefined
        const next = face(at)
        // `open top and bottom 6 mm thick`: the bottom belongs to its thickness.
        if (!next || at.token?.kind === 'number') return undefined
        more.push(next)
        if (last) return more
      }
    })
    if (!listed) return list
    list.push(...listed)
  }
}

const OPEN_AT = new Set(['at', 'on', 'in', 'to', 'towards', 'toward', 'from', 'is', 'are', 'the', 'up'])
const BE = new Set(['is', 'are', 'be', 'left', 'kept', 'stays', 'should', 'must', 'side'])

const openFaces: Recogniser = (at) => {
  const only = at.word(known.ONLY) !== undefined
  if (at.word(known.OPEN) === undefined) return undefined
  at.skip(OPEN_AT)
  const list = faces(at)
  if (!list) return undefined
  return { kind: 'open', faces: list, only: at.word(known.ONLY) !== undefined || only }
}

const facesOpen: Recogniser = (at) => {
  const only = at.word(known.ONLY) !== undefined
  at.word(['leave', 'keep'])
  const list = faces(at)
  if (!list) return undefined
  at.skip(BE)
  return at.word(known.OPEN) === undefined ? undefined : { kind: 'open', faces: list, only }
}

const faceless: Recogniser = (at) => {
  const word = at.word(new Set(known.FACELESS.keys()))
  const open = word === undefined ? undefined : known.FACELESS.get(word)
  return open ? { kind: 'open', faces: [open], only: false } : undefined
}

const withoutFaces: Recogniser = (at) => {
  if (at.word(known.WITHOUT) === undefined && !at.words('take', 'off') && !at.words('leave', 'off')) return undefined
  at.skip(ARTICLES)
  if (at.word(known.LIDS) !== undefined) {
    const more = at.attempt(() => (at.word(['or', 'and']) !== undefined ? faces(at) : undefined))
    return more ? { kind: 'open', faces: ['top', ...more], only: false } : { kind: 'no-lid' }
  }
  const list = faces(at)
  if (!list) return undefined
  const lid = at.attempt(() => (at.word(['or', 'and']) !== undefined ? at.word(known.LIDS) : undefined))
  return { kind: 'open', faces: lid ? [...list, 'top'] : list, only: false }
}

const notOpen: Recogniser = (at) => {
  if (at.word(['no', 'without', 'not']) === undefined) return undefined
  at.skip(ARTICLES)
  if (at.word(['open', 'opening', 'openings', 'opened']) === undefined) return undefined
  at.skip(OPEN_AT)
  const list = faces(at)
  if (list) return { kind: 'closed', faces: list }
  at.word(known.FACE_TAILS)
  return { kind: 'enclosed' }
}

const closedFaces: Recogniser = (at) => {
  const cue = at.word(known.CLOSED) ?? at.word(['with'])
  if (cue === undefined) return undefined
  at.skip(OPEN_AT)
  if (cue === 'with') at.skip(new Set(['closed', 'solid']))
  const list = faces(at)
  // `with top compartments` closes nothing; a face that is only named must stand at the end of its clause.
  if (!list || (cue === 'with' && at.token !== undefined && at.token.kind !== 'mark' && !endsClause(at.token)))
    return undefined
  return { kind: 'closed', faces: list }
}
const endsClause = (token: Token): boolean =>
  token.kind === 'word' && ['and', 'from', 'in', 'with', 'but'].includes(token.text)

const facesClosed: Recogniser = (at) => {
  const list = faces(at)
  if (!list) return undefined
  at.skip(BE)
  return at.word(known.CLOSED) === undefined ? undefined : { kind: 'closed', faces: list }
}

const HOW = new Set(['fully', 'completely', 'totally', 'entirely', 'all'])
const enclosed: Recogniser = (at) => {
  at.skip(HOW)
  if (at.word(known.ENCLOSED) === undefined) return undefined
  at.attempt(() => {
    at.skip(new Set(['on', 'from', 'at', 'in']))
    if (at.word(['all']) === undefined) return undefined
    at.number()
    return at.word(['sides', 'faces', 'around', 'round', 'over'])
  })
  return { kind: 'enclosed' }
}

/** `open on one side` does not say which. */
const whichSide: Recogniser = (at) => {
  if (at.word(known.OPEN) === undefined) return undefined
  at.skip(OPEN_AT)
  at.skip(ARTICLES)
  at.number()
  return at.word(['side', 'sides', 'face', 'end', 'ends']) === undefined ? undefined : { kind: 'which-side' }
}

/** `open box`: open where such a thing is open. */
const openNoun: Recogniser = (at) => {
  if (at.word(known.OPEN) === undefined) return undefined
  const noun = at.token?.kind === 'word' ? known.BOX_NOUNS.get(at.token.text) : undefined
  const open = noun?.open[0] ?? 'top'
  return { kind: 'open', faces: [open], only: false }
}

const LID_KINDS: [string[], 'lift-off' | 'slide' | 'fixed'][] = [
  [['lift', 'off'], 'lift-off'],
  [['lift-off'], 'lift-off'],
  [['removable'], 'lift-off'],
  [['loose'], 'lift-off'],
  [['separate'], 'lift-off'],
  [['sliding'], 'slide'],
  [['slide'], 'slide'],
  [['slide', 'on'], 'slide'],
  [['slide', 'in'], 'slide'],
  [['fixed'], 'fixed'],
  [['glued'], 'fixed'],
  [['closed'], 'fixed'],
]
const lid: Recogniser = (at) => {
  at.word(['with', 'add'])
  at.skip(ARTICLES)
  const kind = LID_KINDS.toSorted((a, b) => b[0].length - a[0].length).find(([words]) => at.words(...words))
  if (at.word(['lid', 'cover']) !== undefined)
    return { kind: 'lid', lid: kind?.[1] ?? 'lift-off', said: kind !== undefined }
  return !kind && at.word(['lidded']) !== undefined ? { kind: 'lid', lid: 'lift-off', said: false } : undefined
}

const noun: Recogniser = (at) => {
  const definite = at.word(['the', 'this', 'that', 'my', 'its'])
  const anew = definite === undefined && at.word(['a', 'an', 'another', 'new']) !== undefined
  const one = definite === undefined && !anew ? at.number() : undefined
  if (one && !(one.value === 1 && isCount(one))) return undefined
  const name = at.word(new Set(known.BOX_NOUNS.keys()))
  return name === undefined
    ? undefined
    : { kind: 'noun', noun: name, definite: definite !== undefined, anew: anew || one !== undefined }
}

const several: Recogniser = (at) => {
  const number = count(at)
  at.word(['of', 'identical', 'such', 'open', 'small'])
  const name = at.word(known.PLURAL_BOXES)
  return number && name !== undefined && number.value !== 1 ? { kind: 'several', count: number, noun: name } : undefined
}

/** `gear box` is a box: a thing right before a box noun only says what the box is for. */
const part: Recogniser = (at) => {
  const name = at.word(known.PART_NOUNS)
  if (name === undefined) return undefined
  const boxed = at.token?.kind === 'word' && known.BOX_NOUNS.has(at.token.text)
  return boxed ? { kind: 'purpose' } : { kind: 'part', noun: name }
}

const PER_CELL = new Set(['each', 'every', 'per', 'apiece'])
const size: Recogniser = (at) => {
  at.word(['footprint', 'base'])
  const links = at.attempt(chain) ?? at.attempt(row) ?? oneSide(at)
  if (!links) return undefined
  if (at.word(PER_CELL) !== undefined) {
    at.skip(known.CELLS)
    return { kind: 'cell-size' }
  }
  at.word(['footprint', 'base'])
  return { kind: 'size', links }
}
function oneSide(at: Reader): Link[] | undefined {
  const only = link(at)
  return only?.side ? [only] : undefined
}

const cellSize: Recogniser = (at) => {
  if (at.word(PER_CELL) === undefined && at.word(known.CELLS) === undefined) return undefined
  at.skip(known.CELLS)
  at.word(['of', 'is', 'are', 'measuring', 'being'])
  const sized =
    at.attempt(chain) ?? oneSide(at) ?? (at.attempt(() => (at.number()?.unit === undefined ? undefined : true)) && [])
  return sized ? { kind: 'cell-size' } : undefined
}

const SIDE_TAILS = new Set(['side', 'sides', 'edge', 'edges', 'a', 'per', 'long', 'each', 'way', 'on'])
const cube: Recogniser = (at) => {
  const before = at.number()
  if (before) return at.word(known.CUBES) === undefined ? undefined : { kind: 'cube', number: before }
  at.skip(ARTICLES)
  if (at.word(known.CUBES) === undefined) return undefined
  at.mark(',')
  at.skip(new Set(['of', 'with', 'side', 'sides', 'edge', 'edges', 'size', 'length', 'is', 'measuring']))
  at.mark(':=')
  const number = at.number()
  if (!number || joins(at)) return undefined
  at.skip(SIDE_TAILS)
  return { kind: 'cube', number }
}
const joins = (at: Reader): boolean =>
  at.token?.kind === 'times' || (at.token?.kind === 'word' && at.token.text === 'by')

/** A material may be two words: `birch plywood`. */
function material(at: Reader): string | undefined {
  at.skip(known.LOOKS)
  const first = at.word(known.MATERIALS)
  if (first === undefined) return undefined
  const second = at.word(known.MATERIALS)
  return second === undefined ? first : `${first} ${second}`
}

const thickness: Recogniser = (at) => before(at) ?? after(at) ?? materialFirst(at)

/** `3 mm plywood`, `5 mm thick`, `3 mm thick birch ply sheet`. */
function before(at: Reader): Meaning | undefined {
  return at.attempt(() => {
    const number = at.number()
    if (!number) return undefined
    const thick = at.word(known.THICK)
    at.skip(new Set(['of']))
    const name = at.attempt(material)
    const stock = at.word(known.STOCK)
    if (thick === undefined && name === undefined && stock === undefined) return undefined
    // `10 mm wall height`, `3 boards`: a count or another side, not a sheet.
    if (stock !== undefined && name === undefined && thick === undefined && number.unit === undefined) return undefined
    return { kind: 'thickness', number, ...(name === undefined ? {} : { material: name }) }
  })
}

/** `thickness 3`, `wall thickness: 3 mm`, `material 3 mm`, `walls of 3 mm`. */
function after(at: Reader): Meaning | undefined {
  return at.attempt(() => {
    const stock = at.word(known.STOCK)
    const thick = at.word(known.THICK)
    if (stock === undefined && thick === undefined) return undefined
    at.skip(LINKING)
    at.mark('=:')
    const number = at.number()
    if (!number || joins(at) || (thick === undefined && number.unit === undefined)) return undefined
    if (at.token?.kind === 'word' && known.SIDE_WORDS.has(at.token.text)) return undefined
    at.word(known.THICK)
    return { kind: 'thickness', number }
  })
}

/** `plywood 3 mm`, `birch, 3 mm thick`, `MDF (3mm)`. */
function materialFirst(at: Reader): Meaning | undefined {
  return at.attempt(() => {
    const name = material(at)
    if (name === undefined) return undefined
    at.skip(new Set(['sheet', 'sheets', 'of', 'stock', 'board', 'thickness', 'thick', 'at', 'is']))
    at.mark('(,:=')
    const number = at.number()
    if (!number || joins(at)) return undefined
    const thick = at.word(known.THICK)
    at.mark(')')
    if (number.unit === undefined && thick === undefined) return undefined
    if (at.token?.kind === 'word' && known.SIDE_WORDS.has(at.token.text)) return undefined
    return { kind: 'thickness', number, material: name }
  })
}

const onlyMaterial: Recogniser = (at) => {
  const name = material(at)
  return name === undefined ? undefined : { kind: 'material', material: name }
}

const fingers: Recogniser = (at) => {
  const number = at.number()
  if (number) {
    at.word(['wide', 'width'])
    if (at.word(known.FINGERS) === undefined) return undefined
    at.word(['width', 'joints', 'joint'])
    return { kind: 'fingers', number }
  }
  if (at.word(known.FINGERS) === undefined) return undefined
  at.skip(new Set(['width', 'joint', 'joints', 'size', 'of', 'is', 'are', 'to']))
  at.mark('=:')
  const size = at.number()
  if (!size || joins(at)) return undefined
  at.word(['wide'])
  return { kind: 'fingers', number: size }
}

const kerf: Recogniser = (at) => {
  const number = at.number()
  if (number) {
    at.word(['laser', 'of'])
    return at.word(['kerf']) === undefined ? undefined : { kind: 'kerf', number }
  }
  at.word(['laser'])
  if (at.word(['kerf']) === undefined) return undefined
  at.skip(LINKING)
  at.mark('=:')
  const size = at.number()
  return size ? { kind: 'kerf', number: size } : undefined
}

const fit: Recogniser = (at) => {
  const word = at.word(new Set(known.FITS.keys()))
  const found = word === undefined ? undefined : known.FITS.get(word)
  if (!found || at.word(['fit', 'fitting', 'joints', 'fits']) === undefined) return undefined
  return { kind: 'fit', fit: found }
}

const BEDS = new Set(['sheet', 'sheets', 'bed', 'stock'])
const sheet: Recogniser = (at) => {
  const named = at.word(BEDS) !== undefined
  if (named) {
    at.skip(new Set(['of', 'size', 'is']))
    at.mark(':=')
  }
  const links = chain(at)
  const [first, second] = links ?? []
  if (!first || !second || links?.length !== 2 || first.side || second.side) return undefined
  at.skip(new Set(['laser', 'plywood', 'ply', 'mdf', 'acrylic']))
  return named || at.word(BEDS) !== undefined ? { kind: 'sheet', links: [first, second] } : undefined
}

const measure: Recogniser = (at) => {
  const inside = at.word(known.INSIDE) !== undefined
  if (!inside && at.word(known.OUTSIDE) === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  return { kind: 'measure', measure: inside ? 'inside' : 'outside' }
}

const cells: Recogniser = (at) => {
  const divided = at.word(known.DIVIDED) !== undefined
  at.skip(new Set(['evenly', 'equally', 'into', 'in', 'by', 'up']))
  const grid = at.attempt(() => {
    const links = chain(at)
    const [columns, rows] = links ?? []
    const plain = links?.length === 2 && links.every(({ number, side }) => side === undefined && isCount(number))
    if (!columns || !rows || !plain) return undefined
    const gridded = at.word(known.GRID) !== undefined
    at.skip(new Set(['of']))
    at.skip(known.EVENLY)
    const celled = at.word(known.CELLS) !== undefined
    if (celled) skipWithin(at)
    return gridded || celled || divided ? { columns: columns.number, rows: rows.number } : undefined
  })
  if (grid) return { kind: 'grid', ...grid }
  const number = count(at)
  if (!number) return undefined
  at.skip(known.EVENLY)
  const celled = at.word(known.CELLS) !== undefined
  if (celled) skipWithin(at)
  return celled || divided ? { kind: 'cells', count: number } : undefined
}

/** `six compartments inside` says where compartments are anyway; `inside 150x100x80` says how it is measured. */
function skipWithin(at: Reader): void {
  at.attempt(() => {
    const within = at.word(['inside', 'within', 'internally'])
    const ends =
      at.token === undefined ||
      at.token.kind === 'mark' ||
      (at.token.kind === 'word' && !known.SIZE_WORDS.has(at.token.text))
    return within !== undefined && ends ? within : undefined
  })
}

/** `grid 3x2`, `compartments: 6`, `grid of 3 by 2`. */
const cellsNamed: Recogniser = (at) => {
  const named = at.word(known.GRID) ?? at.word(known.CELLS)
  if (named === undefined) return undefined
  at.skip(new Set(['of', 'is', 'in', 'to']))
  const marked = at.mark(':=')
  const links = at.attempt(chain)
  const [columns, rows] = links ?? []
  if (columns && rows && links?.length === 2 && links.every(({ number, side }) => !side && isCount(number)))
    return { kind: 'grid', columns: columns.number, rows: rows.number }
  if (links || !marked) return undefined
  const number = count(at)
  return number ? { kind: 'cells', count: number } : undefined
}

const counted =
  (names: ReadonlySet<string> | readonly string[], kind: 'columns' | 'rows' | 'dividers' | 'shelves'): Recogniser =>
  (at) => {
    const number = count(at)
    if (!number) return undefined
    at.skip(known.EVENLY)
    return at.word(names) === undefined ? undefined : { kind, count: number }
  }

const insteadOf: Recogniser = (at) => {
  if (!at.words('instead', 'of') && !at.words('rather', 'than')) return undefined
  const number = count(at)
  if (!number) return undefined
  at.skip(known.CELLS)
  return { kind: 'instead-of', count: number }
}

const undivided: Recogniser = (at) => {
  if (at.word(['undivided']) !== undefined) return { kind: 'undivided' }
  if (at.word(known.WITHOUT) === undefined) return undefined
  at.word(['all'])
  at.skip(ARTICLES)
  return (at.word(known.CELLS) ?? at.word(known.DIVIDERS)) === undefined ? undefined : { kind: 'undivided' }
}

const change: Recogniser = (at) => {
  const number = at.number()
  const word = at.word(known.COMPARATIVE_WORDS)
  const comparative = word === undefined ? undefined : known.COMPARATIVES.get(word)
  if (!comparative) return undefined
  if (number) return { kind: 'change', side: comparative.side, sign: comparative.sign, number }
  at.word(['by'])
  const by = at.number()
  if (by) return { kind: 'change', side: comparative.side, sign: comparative.sign, number: by }
  return { kind: 'how-much', side: comparative.side }
}

/** `increase the height by 20 mm`, `add 20 mm to the height`, `raise height to 120`. */
const changeOf: Recogniser = (at) => {
  const grow = at.word(known.GROW) !== undefined
  if (grow || at.word(known.SHRINK) !== undefined) {
    const side = namedSide(at)
    if (!side) return undefined
    if (at.word(['to']) !== undefined) {
      const number = at.number()
      return number && side !== 'thickness' ? { kind: 'size', links: [{ number, side }] } : undefined
    }
    at.word(['by'])
    const number = at.number()
    return number ? { kind: 'change', side, sign: grow ? 1 : -1, number } : { kind: 'how-much', side }
  }
  const add = at.word(known.ADD) !== undefined
  if (!add && at.word(known.TAKE) === undefined) return undefined
  at.word(['off'])
  const number = at.number()
  if (!number || at.word(['to', 'from', 'off', 'in']) === undefined) return undefined
  const side = namedSide(at)
  return side ? { kind: 'change', side, sign: add ? 1 : -1, number } : undefined
}

function namedSide(at: Reader): known.Side | 'thickness' | undefined {
  at.skip(ARTICLES)
  if (at.word(['thickness']) !== undefined) return 'thickness'
  const word = at.word(known.SIDE_WORDS)
  return word === undefined ? undefined : known.SIDES.get(word)
}

const factor: Recogniser = (at) => {
  const word = at.word(new Set(known.FACTORS.keys()))
  const by = word === undefined ? undefined : known.FACTORS.get(word)
  if (by === undefined) return undefined
  at.word(['as'])
  at.skip(ARTICLES)
  const side = namedSide(at)
  return side ? { kind: 'factor', side, factor: by } : undefined
}

const keepInside: Recogniser = (at) => {
  if (at.word(['keep', 'keeping', 'same', 'retain']) === undefined) return undefined
  at.skip(ARTICLES)
  at.skip(new Set(['same']))
  if (at.word(known.INSIDE) === undefined) return undefined
  at.skip(known.SIZE_WORDS)
  at.skip(new Set(['the', 'same', 'as', 'is', 'it', 'unchanged']))
  return { kind: 'keep-inside' }
}

const instead: Recogniser = (at) => (at.word(['instead']) === undefined ? undefined : { kind: 'instead' })

const unsupported: Recogniser = (at) => {
  const word = at.word(new Set(known.UNSUPPORTED.keys()))
  if (word === undefined) return undefined
  return { kind: 'unsupported', word, nearest: known.UNSUPPORTED.get(word) ?? '' }
}

/** `no holes` asks for what is so anyway. */
const absent: Recogniser = (at) => {
  if (at.word(known.WITHOUT) === undefined) return undefined
  at.skip(ARTICLES)
  return at.word(new Set(known.UNSUPPORTED.keys())) === undefined ? undefined : { kind: 'absent' }
}

const foreign: Recogniser = (at) => {
  const word = at.word(known.FOREIGN)
  return word === undefined ? undefined : { kind: 'foreign', word }
}

/** `for my sewing pins`: what it is for changes nothing; a number in it ends it, and has to be placed. */
const purpose: Recogniser = (at) => {
  const starts =
    at.word(known.PURPOSES) ??
    (at.words('to', 'hold') || at.words('to', 'store') || at.words('to', 'keep') ? 'to' : undefined)
  if (starts === undefined) return undefined
  let words = 0
  for (;;) {
    const token = at.token
    if (token?.kind !== 'word' || known.AFTER_PURPOSE.has(token.text)) break
    if (known.MATERIALS.has(token.text) || known.CELLS.has(token.text) || known.FITS.has(token.text)) break
    at.word([token.text])
    words++
  }
  return words > 0 ? { kind: 'purpose' } : undefined
}

const filler: Recogniser = (at) => (at.word(known.FILLERS) === undefined ? undefined : { kind: 'filler' })

// The order only decides between readings of equal length.
const RECOGNISERS: readonly Recogniser[] = [
  several,
  cube,
  cells,
  cellsNamed,
  insteadOf,
  sheet,
  fingers,
  kerf,
  fit,
  thickness,
  change,
  changeOf,
  factor,
  size,
  cellSize,
  counted(['columns', 'column', 'cols'], 'columns'),
  counted(['rows', 'row'], 'rows'),
  counted(known.DIVIDERS, 'dividers'),
  counted(known.SHELVES, 'shelves'),
  openFaces,
  facesOpen,
  faceless,
  withoutFaces,
  notOpen,
  closedFaces,
  facesClosed,
  whichSide,
  lid,
  openNoun,
  enclosed,
  undivided,
  keepInside,
  measure,
  instead,
  absent,
  noun,
  part,
  onlyMaterial,
  unsupported,
  foreign,
  purpose,
  filler,
]
