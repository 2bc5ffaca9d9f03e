import type { Reader } from '../../read/reader.ts'
import type { Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, count, isCount } from './numbers.ts'
import { NO_THINGS } from './objects.ts'

export const noun: Recogniser = (at) => {
  const definite = at.word(['the', 'this', 'that', 'my', 'its'])
  const anew = definite === undefined && at.word(['a', 'an', 'another', 'new']) !== undefined
  const one = definite === undefined && !anew ? at.number() : undefined
  if (one && !(one.value === 1 && isCount(one))) return undefined
  const name = houseName(at) ?? at.word(known.BOX_NOUNS)
  // `a chest of drawers` says what the chest is, and not how many.
  if (name === 'chest') at.words('of', 'drawers')
  if (name !== undefined) at.word(['cover'])
  return name === undefined
    ? undefined
    : { kind: 'noun', noun: name, definite: definite !== undefined, anew: anew || one !== undefined }
}

/** `bird house` is a birdhouse, whoever lives in it. */
function houseName(at: Reader): string | undefined {
  return at.attempt(() => (at.word(HOUSED) !== undefined && at.word(['house']) !== undefined ? 'birdhouse' : undefined))
}

const HOUSED = new Set(['bird', 'bat', 'bee', 'insect', 'cat', 'dog', 'hedgehog', 'squirrel', 'butterfly'])

const WRITTEN = ['engraved', 'etched', 'written', 'lettered', 'burned', 'marked']

/** `sewing box with tray`: a second thing inside the first. */
export const within: Recogniser = (at) => {
  if (at.word(['with', 'and', 'plus', 'including']) === undefined) return undefined
  at.skip(ARTICLES)
  at.skip(['removable', 'lift-out', 'inner', 'inside', 'small', 'separate', 'sliding'])
  const word = at.word(['tray', 'trays', 'insert', 'inserts', 'screws', 'bolts', 'dowel', 'dowels'])
  // `and a tray 50x50x20` is another thing, with sizes of its own.
  if (word === undefined || at.token?.kind === 'number') return undefined
  // `with SCREWS engraved on the front` is a text.
  if (at.word(WRITTEN) !== undefined) return undefined
  const wooden = at.word(['handle', 'handles']) !== undefined
  return { kind: 'unsupported', word, nearest: wooden ? 'hand holes in the ends' : 'compartments, or a box of its own' }
}

export const several: Recogniser = (at) => {
  const start = at.place
  const number = count(at)
  // `2x box`
  const crossed = at.place > start + 1
  const noun = crossed ? at.attempt(() => at.word(known.BOX_NOUNS)) : undefined
  if (number && noun !== undefined && number.value !== 1) return { kind: 'several', count: number, noun: plural(noun) }
  at.word(['of', 'identical', 'such', 'open', 'small'])
  const name = at.word(known.PLURAL_BOXES)
  return number && name !== undefined && number.value !== 1 ? { kind: 'several', count: number, noun: name } : undefined
}

const plural = (noun: string): string => (noun.endsWith('s') ? noun : `${noun}${/x$|ch$/.test(noun) ? 'es' : 's'}`)

/** `gear box` is a box: a thing right before a box noun only says what the box is for. */
export const part: Recogniser = (at) => {
  const name = at.word(known.PART_NOUNS)
  // `living hinge box` wants a hinge, and `gear box` no gear.
  if (name === undefined || known.UNSUPPORTED.has(name)) return undefined
  const boxed = at.token?.kind === 'word' && known.BOX_NOUNS.has(at.token.text)
  if (boxed) return { kind: 'purpose' }
  const next = at.token
  const more = next?.kind === 'word' && !NO_THINGS.has(next.text) && !known.PART_NOUNS.has(next.text)
  return { kind: 'part', noun: name, ...(more ? { more } : {}) }
}

export const unsupported: Recogniser = (at) => {
  const word = at.word(known.UNSUPPORTED)
  if (word === undefined) return undefined
  // A drawer organiser goes into a drawer and has none.
  const next = at.token
  if (word === 'drawer' && next?.kind === 'word' && known.BOX_NOUNS.has(next.text)) return { kind: 'purpose' }
  return { kind: 'unsupported', word, nearest: known.UNSUPPORTED.get(word) ?? '' }
}

/** `no holes` asks for what is so anyway. */
export const absent: Recogniser = (at) => {
  if (at.word(known.WITHOUT) === undefined) return undefined
  at.skip(ARTICLES)
  return at.word(known.UNSUPPORTED) === undefined ? undefined : { kind: 'absent' }
}

export const foreign: Recogniser = (at) => {
  const word = at.word(known.FOREIGN)
  return word === undefined ? undefined : { kind: 'foreign', word }
}

/** `for my sewing pins`: what it is for changes nothing; a number in it ends it, and has to be placed. */
export const purpose: Recogniser = (at) => {
  const starts =
    at.word(known.PURPOSES) ??
    (at.words('to', 'hold') || at.words('to', 'store') || at.words('to', 'keep') ? 'to' : undefined)
  if (starts === undefined) return undefined
  let words = 0
  for (;;) {
    const token = at.token
    // `for one bottle`: one of what it is for is no measure.
    if (words === 0 && token?.kind === 'number' && token.text === 'one') {
      at.number()
      continue
    }
    if (token?.kind !== 'word' || known.AFTER_PURPOSE.has(token.text)) break
    if (known.MATERIALS.has(token.text) || known.CELLS.has(token.text) || known.FITS.has(token.text)) break
    at.word([token.text])
    words++
  }
  return words > 0 ? { kind: 'purpose' } : undefined
}

export const filler: Recogniser = (at) => (at.word(known.FILLERS) === undefined ? undefined : { kind: 'filler' })
