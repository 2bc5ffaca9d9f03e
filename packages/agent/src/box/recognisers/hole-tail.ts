import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Corner2, PanelPlace } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, isCount, joins } from './numbers.ts'
import { places } from './places.ts'

/** What is said of a hole behind its name, in any order: its size, its sides, how far from which edge, how they lie. */
export interface HoleTail {
  size?: NumberToken
  sizes?: [NumberToken, NumberToken]
  count?: NumberToken
  /** From centre to centre. */
  apart?: NumberToken
  faces?: PanelPlace[]
  at: Corner2
  grid?: { columns: number; rows: number; total: NumberToken }
  /** `near the top`: how near is not said. */
  near?: 'left' | 'right' | 'top' | 'bottom'
}

/** `of 30 mm diameter in the back, in a row 40 mm apart, 20 mm from the bottom`. */
export function holeTail(at: Reader, sized: boolean): HoleTail {
  const tail: HoleTail = { at: {} }
  for (let going = true; going; ) {
    going =
      at.attempt(() => {
        const comma = at.mark(',')
        at.word(['and'])
        return distance(at, tail) ||
          near(at, tail) ||
          again(at, tail) ||
          inGrid(at, tail) ||
          apart(at, tail) ||
          (!comma && where(at, tail))
          ? true
          : undefined
      }) ??
      at.attempt(() => {
        const comma = at.mark(',')
        return (sized && size(at, tail, comma)) || where(at, tail) || purpose(at) || centred(at) ? true : undefined
      }) ??
      false
  }
  return tail
}

/** `30 mm from the left`, `90 mm down from the top edge`, `30 below the rim`, `20 up from the bottom`. */
function distance(at: Reader, tail: HoleTail): boolean {
  return (
    at.attempt(() => {
      at.skip(['centred', 'centered', 'its', 'their', 'centre', 'center', 'centres', 'centers'])
      const number = at.number()
      if (!number) return undefined
      // `180 mm up`: from the floor, where nothing else is said.
      const upright = at.attempt(() => {
        const way = at.word(['up', 'down', 'high'])
        return at.token?.kind === 'word' && !['and', 'in', 'on', 'with'].includes(at.token.text) ? undefined : way
      })
      if (upright) {
        tail.at[upright === 'down' ? 'top' : 'bottom'] = number
        return true
      }
      at.skip(['in', 'down', 'up', 'away', 'across'])
      const from = at.word(['from', 'below', 'under', 'above', 'over'])
      if (from === undefined) return undefined
      at.skip(ARTICLES)
      const edge = at.word(['left', 'right', 'top', 'bottom', 'rim', 'floor', 'base', 'edge'])
      if (edge === undefined) return undefined
      at.skip(['hand', 'edge', 'side', 'rim'])
      tail.at[EDGES[edge] ?? (from === 'above' ? 'bottom' : 'top')] = number
      return true
    }) ?? false
  )
}

/** `near the top`, `close to the rim` */
function near(at: Reader, tail: HoleTail): boolean {
  return (
    at.attempt(() => {
      at.word(['placed'])
      // `in the back at the bottom`
      const named = tail.faces !== undefined && at.word(['at']) !== undefined
      if (!named && at.word(['near', 'by']) === undefined && !at.words('close', 'to') && !at.words('just', 'below'))
        return undefined
      at.skip(ARTICLES)
      const edge = at.word(['left', 'right', 'top', 'bottom', 'rim', 'floor', 'base'])
      if (edge === undefined || tail.near) return undefined
      at.skip(['hand', 'edge', 'side', 'rim'])
      tail.near = EDGES[edge] ?? 'top'
      return true
    }) ?? false
  )
}

/** `in a 4 x 4 grid`, `in 3 rows of 5` */
function inGrid(at: Reader, tail: HoleTail): boolean {
  if (tail.grid) return false
  return (
    at.attempt(() => {
      at.skip(['in', 'as', 'laid', 'out'])
      at.skip(ARTICLES)
      const one = at.number()
      const what = at.word(['rows', 'columns'])
      if (!one || !(what === undefined ? joins(at) && at.next() : at.word(['of']) !== undefined)) return undefined
      const other = at.number()
      if (!other || !isCount(one) || !isCount(other)) return undefined
      // `45 mm holes 4 by 3`: where their size is told, two small counts are no window.
      const few = tail.size !== undefined && !at.times() && [one, other].every(({ value }) => value <= FEW)
      if ((what ?? at.word(['grid', 'pattern', 'array'])) === undefined && !few) return undefined
      const [columns, rows] = what === 'rows' ? [other.value, one.value] : [one.value, other.value]
      tail.grid = { columns, rows, total: { ...one, value: columns * rows } }
      return true
    }) ?? false
  )
}

/** `vent slots in the back, 5 slots 60x5`: how many, said behind. */
function again(at: Reader, tail: HoleTail): boolean {
  if (tail.count) return false
  return (
    at.attempt(() => {
      const number = at.number()
      if (!number || !isCount(number) || !Number.isInteger(number.value)) return undefined
      if (at.word(['holes', 'slots', 'slits', 'vents', 'windows', 'pieces']) === undefined && !at.words('of', 'them'))
        return undefined
      tail.count = number
      return true
    }) ?? false
  )
}

const FEW = 20

const EDGES: Partial<Record<string, 'left' | 'right' | 'top' | 'bottom'>> = {
  left: 'left',
  right: 'right',
  top: 'top',
  bottom: 'bottom',
  rim: 'top',
  floor: 'bottom',
  base: 'bottom',
}

/** `in a row`, `40 mm apart`, `evenly spaced`, `at 40 mm centres`, `spaced 40 mm`. */
function apart(at: Reader, tail: HoleTail): boolean {
  return (
    at.attempt(() => {
      const row = at.words('in', 'a', 'row') || at.words('in', 'a', 'line') || at.words('side', 'by', 'side')
      at.mark(row ? ',' : '')
      const even = at.word(['evenly', 'equally']) !== undefined && at.word(['spaced']) !== undefined
      const step = at.attempt(() => {
        at.skip(['spaced', 'at', 'with', 'every'])
        const number = at.number()
        if (!number) return undefined
        at.skip(['mm'])
        const between = at.word(['apart', 'centres', 'centers', 'spacing', 'pitch', 'between']) !== undefined
        at.skip(['centres', 'centers', 'between', 'apart', 'on', 'to', 'centre', 'center'])
        return between ? number : undefined
      })
      if (step) tail.apart = step
      return row || even || step ? true : undefined
    }) ?? false
  )
}

/** `of 30 mm diameter`, `60 x 30`, `10 mm dia x 5` (five of them). Behind a comma only what can be nothing else. */
function size(at: Reader, tail: HoleTail, comma: boolean): boolean {
  if (tail.size || tail.sizes) return false
  return (
    at.attempt(() => {
      at.skip(['of', 'with', 'a', 'diameter', 'is', 'measuring', 'size', 'sized', 'should', 'be'])
      const [width, height, third] = at.attempt(() => chain(at)) ?? []
      if (third) return undefined
      if (width && height) {
        tail.sizes = [width.number, height.number]
        return true
      }
      const number = at.number()
      if (!number) return undefined
      const across = at.word(['in', 'diameter', 'dia', 'wide', 'across', 'round']) !== undefined
      at.skip(['diameter', 'dia'])
      if (comma && !across) return undefined
      if (isNext(at, 'from', 'apart', 'thick', 'below', 'down', 'up', 'above')) return undefined
      tail.size = number
      const many = at.attempt(() => {
        if (!at.times()) return undefined
        const times = at.number()
        return times && isCount(times) && Number.isInteger(times.value) && !at.times() ? times : undefined
      })
      if (many) tail.count = many
      return true
    }) ?? false
  )
}

const isNext = (at: Reader, ...words: string[]): boolean => at.token?.kind === 'word' && words.includes(at.token.text)

function where(at: Reader, tail: HoleTail): boolean {
  if (tail.faces) return false
  const faces = places(at)
  if (faces) tail.faces = faces
  return faces !== undefined
}

/** `a notch for a cable in the back` */
function purpose(at: Reader): boolean {
  return (
    at.attempt(() => {
      if (at.word(['for']) === undefined) return undefined
      at.skip([...ARTICLES, 'my', 'the'])
      const what = at.token
      return what?.kind === 'word' && !known.FACE_WORDS.has(what.text) ? at.next() : undefined
    }) !== undefined
  )
}

/** Where a hole is anyway. */
function centred(at: Reader): boolean {
  return (
    at.attempt(() => {
      at.skip(['in', 'the'])
      return at.word(['centred', 'centered', 'middle', 'centrally', 'centre', 'center'])
    }) !== undefined
  )
}
