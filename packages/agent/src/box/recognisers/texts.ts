import type { Reader } from '../../read/reader.ts'
import type { NumberToken, Token } from '../../read/tokens.ts'
import type { PanelPlace, Recogniser } from '../meaning.ts'
import { ARTICLES } from './numbers.ts'
import { places } from './places.ts'

const WRITE = new Set([
  'engrave',
  'engraved',
  'engraving',
  'etch',
  'etched',
  'score',
  'scored',
  'label',
  'labelled',
  'labeled',
  'write',
])

const CALLED = new Set(['text', 'word', 'words', 'lettering', 'name', 'title'])

/** `engrave "Tea" on the front, 20 mm high`, `with TEA engraved on the lid in 20 mm letters`, `20 mm high text "Tools" on the left`. */
export const text: Recogniser = (at) => {
  const led = at.word(['with', 'and', 'add']) !== undefined
  at.skip(['with', 'and', 'add'])
  const definite = at.token?.kind === 'word' && at.token.text === 'the'
  at.skip(ARTICLES)
  const before = at.attempt(() => {
    const number = at.number()
    at.skip(['high', 'tall', 'letters'])
    // `90 mm high with "Tea" engraved` speaks of the box.
    const token = at.token
    return number && token?.kind === 'word' && (WRITE.has(token.text) || CALLED.has(token.text)) ? number : undefined
  })
  const verb = at.word(WRITE)
  at.skip(['with', 'the', 'a', 'it', 'in', 'saying', 'reading'])
  const called = at.word(CALLED)
  // `the text bigger` speaks of one that is there; `the word NOTES` brings its own.
  const named = verb !== undefined || (called !== undefined && !(definite && THERE.has(called)))
  const quotes = quoted(at)
  const words = quotes ?? (named || led ? bare(at) : undefined)
  if (!words) return undefined
  const later = at.attempt(() => (at.skip(['is', 'are', 'to', 'be']), at.word(WRITE)))
  const tail = textTail(at)
  if (!named && later === undefined && !(quotes && (tail.faces || definite))) return undefined
  const height = before ?? tail.height
  const scored = (verb ?? later)?.startsWith('scor') === true
  return { kind: 'text', words, faces: tail.faces ?? [], scored, ...(height ? { height } : {}) }
}

const THERE: ReadonlySet<string> = new Set(['text', 'lettering', 'title'])

/** On which sides, and how high: `on the lid, letters 10 mm high`, `in 20 mm letters on the front`. */
function textTail(at: Reader): { faces?: PanelPlace[]; height?: NumberToken } {
  const tail: { faces?: PanelPlace[]; height?: NumberToken } = {}
  for (let going = true; going; ) {
    const height = tail.height ? undefined : at.attempt(() => letterHeight(at))
    const faces = height || tail.faces ? undefined : places(at)
    if (height) tail.height = height
    if (faces) tail.faces = faces
    going = height !== undefined || faces !== undefined
  }
  return tail
}

function letterHeight(at: Reader): NumberToken | undefined {
  at.mark(',')
  at.skip(['with', 'letters', 'lettering', 'text', 'characters', 'caps', 'in', 'and', 'of', 'about'])
  const number = at.number()
  return number && at.word(['high', 'tall', 'letters', 'lettering', 'text', 'size', 'caps', 'characters']) !== undefined
    ? number
    : undefined
}

/** `make the text bigger`: by how much is asked. */
export const largerText: Recogniser = (at) => {
  at.skip(['make', 'set'])
  at.skip(ARTICLES)
  if (at.word(['text', 'letters', 'lettering', 'engraving', 'writing', 'label', 'word', 'name']) === undefined)
    return undefined
  at.skip(['should', 'be', 'a', 'bit', 'little', 'much'])
  const word = at.word(['bigger', 'larger', 'taller', 'higher', 'smaller', 'lower'])
  if (word === undefined) return undefined
  return { kind: 'how-much', side: 'letters', sign: word === 'smaller' || word === 'lower' ? -1 : 1 }
}

/** The characters between quotation marks. */
function quoted(at: Reader): [number, number] | undefined {
  return at.attempt(() => {
    const open = at.token
    if (open?.kind !== 'mark' || !`"'“‘«`.includes(open.text)) return undefined
    at.next()
    for (let taken = 0; taken < 40; taken++) {
      const token = at.token
      if (!token) return undefined
      at.next()
      if (token.kind === 'mark' && `"'”’»`.includes(token.text)) return [open.at[1], token.at[0]] as [number, number]
    }
    return undefined
  })
}

/** Words that are written as they stand; up to six, and none of those that say where or how. */
function bare(at: Reader): [number, number] | undefined {
  const first = at.token
  if (!first || first.kind === 'number' || (first.kind === 'word' && NO_TEXT.has(first.text))) return undefined
  let last: Token = first
  for (let taken = 0; taken < 6; taken++) {
    const token = at.token
    if (!token || token.kind === 'mark' || (token.kind === 'word' && (ENDS.has(token.text) || WRITE.has(token.text))))
      break
    last = token
    at.next()
  }
  return at.place > 0 && last.at[1] > first.at[0] && at.token !== first ? [first.at[0], last.at[1]] : undefined
}

const ENDS = new Set(['on', 'in', 'at', 'onto', 'and', 'with', 'is', 'are'])
const NO_TEXT = new Set(
  'off away out bigger larger smaller taller higher lower deeper to should must be from again instead there'.split(' '),
)
