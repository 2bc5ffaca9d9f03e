import type { Reader } from '../../read/reader.ts'
import type { Meaning, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, joins, LINKING } from './numbers.ts'

/** A material may be two words: `birch plywood`. */
function material(at: Reader): string | undefined {
  at.skip(known.LOOKS)
  const first = at.word(known.MATERIALS)
  if (first === undefined) return undefined
  const second = at.word(known.MATERIALS)
  return second === undefined ? first : `${first} ${second}`
}

export const thickness: Recogniser = (at) => before(at) ?? after(at) ?? materialFirst(at)

/** `3 mm plywood`, `5 mm thick`, `3 mm thick birch ply sheet`. */
function before(at: Reader): Meaning | undefined {
  return at.attempt(() => {
    const number = at.number()
    if (!number) return undefined
    const thick = at.word(known.THICK)
    at.skip(['of'])
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
    at.skip(['sheet', 'sheets', 'of', 'stock', 'board', 'thickness', 'thick', 'at', 'is'])
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

export const onlyMaterial: Recogniser = (at) => {
  const name = material(at)
  // `card box for two decks`: what it is for.
  if (name === 'card' && at.token?.kind === 'word' && known.BOX_NOUNS.has(at.token.text)) return { kind: 'purpose' }
  return name === undefined ? undefined : { kind: 'material', material: name }
}

export const fingers: Recogniser = (at) => {
  const number = at.number()
  if (number) {
    const wide = at.word(['wide']) !== undefined
    if (at.word(known.FINGERS) === undefined) return undefined
    at.word(['joints', 'joint'])
    // `8 fingers` is a count, and nothing here is made by count.
    const sized = at.word(['width']) !== undefined || wide || number.unit !== undefined
    return sized ? { kind: 'fingers', number } : undefined
  }
  if (at.word(known.FINGERS) === undefined) return undefined
  at.skip(['joint', 'joints', 'of', 'are'])
  const named = at.word(['width', 'size']) !== undefined
  at.skip(['of', 'is', 'to'])
  at.mark('=:')
  const size = at.number()
  if (!size || joins(at)) return undefined
  const wide = at.word(['wide']) !== undefined
  return named || wide || size.unit !== undefined ? { kind: 'fingers', number: size } : undefined
}

export const kerf: Recogniser = (at) => {
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

export const fit: Recogniser = (at) => {
  const word = at.word(known.FITS)
  const found = word === undefined ? undefined : known.FITS.get(word)
  if (!found || at.word(['fit', 'fitting', 'joints', 'fits']) === undefined) return undefined
  return { kind: 'fit', fit: found }
}

const BEDS = new Set(['sheet', 'sheets', 'bed', 'stock'])

/** `sheet 600x400`, `fits on a 600 by 300 sheet`, `cut from one 600x300 sheet`: the last two on no more than one. */
export const sheet: Recogniser = (at) => {
  const fits = at.attempt(() => {
    at.skip(['must', 'should', 'will', 'it', 'all', 'to', 'has'])
    const fits = at.word(['fit', 'fits']) !== undefined
    return at.word(['on', 'onto', 'from']) === undefined ? undefined : { fits }
  })
  at.skip(ARTICLES)
  const single = at.word(['single']) !== undefined || isOne(at)
  const named = at.word(BEDS) !== undefined
  if (named) {
    at.skip(['of', 'size', 'is'])
    at.mark(':=')
  }
  const links = chain(at)
  const [first, second] = links ?? []
  if (!first || !second || links?.length !== 2 || first.side || second.side) return undefined
  at.skip(['laser', 'plywood', 'ply', 'mdf', 'acrylic'])
  if (!named && at.word(BEDS) === undefined) return undefined
  return { kind: 'sheet', links: [first, second], ...(single || fits?.fits ? { one: true } : {}) }
}

const isOne = (at: Reader): boolean =>
  at.token?.kind === 'number' && at.token.text === 'one' && at.number() !== undefined
