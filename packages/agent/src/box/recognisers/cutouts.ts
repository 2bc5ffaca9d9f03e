import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Meaning, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, isCount, joins } from './numbers.ts'
import { PAIR, distances, places } from './places.ts'

const SHAPES: [words: readonly string[], shape: 'circle' | 'rect' | 'slot' | 'notch'][] = [
  [['hole', 'holes', 'opening', 'bore', 'grommet-hole'], 'circle'],
  [['window', 'windows', 'cutout', 'cutouts', 'cut-out', 'cut-outs'], 'rect'],
  [['slot', 'slots'], 'slot'],
  [['notch', 'notches'], 'notch'],
]

export const HOLE_KINDS = new Set([
  'round',
  'circular',
  'rectangular',
  'square',
  'cable',
  'finger',
  'thumb',
  'diameter',
  'dia',
  'wide',
  'mounting',
  'ventilation',
  'vent',
  'drilled',
  'through',
  'display',
  'viewing',
  'small',
  'large',
  'wire',
  'long',
  'hand',
  'coin',
])

/** `a 30 mm hole in the front`, `60x30 window in the back`, `two 20 mm holes`, `hole of 30 mm diameter`. */
export const cutout: Recogniser = (at) => {
  at.skip(['with', 'add', 'cut', 'drill', 'make', 'put', 'and', 'has', 'having'])
  at.skip(ARTICLES)
  const counted = at.attempt(() => {
    const number = at.number()
    // `two 20 mm holes`: a count stands before a size.
    return number && isCount(number) && at.token?.kind === 'number' ? number : undefined
  })
  // `2 x 40 mm holes`: so many of that size, and no window of 2 by 40.
  const times = counted ? undefined : at.attempt(() => countedHoles(at))
  const links = times ? undefined : at.attempt(() => chain(at))
  const [first, second, third] = links ?? []
  const single = times?.size ?? (links ? undefined : at.number())
  const square = at.token?.kind === 'word' && at.token.text === 'square'
  const about = at.attempt(() => howTo(at))
  const shape = shapeOf(at)
  if (!shape || third) return undefined
  // `three hand holes`: a count of holes for hands, and no diameter.
  if (about === 'hand' && single && isCount(single)) return undefined
  const later =
    single || links ? undefined : at.attempt(() => (at.skip(['of', 'measuring', 'size', 'sized']), chain(at)))
  const [width = first, height = second] = later ?? []
  const after = (single ?? width) ? undefined : sizeAfter(at)
  // `a notch for a cable in the back`
  at.attempt(() => {
    if (at.word(['for']) === undefined) return undefined
    at.skip(ARTICLES)
    const what = at.token
    return what?.kind === 'word' && !known.FACE_WORDS.has(what.text) ? at.next() : undefined
  })
  const where = places(at)
  const size = single ?? after
  const cut: Meaning = {
    kind: 'cutout',
    shape: ((width && height) || (square && size)) && shape === 'circle' ? 'rect' : shape,
    ...(size && !square ? { size } : {}),
    ...(width && height ? { sizes: [width.number, height.number] } : {}),
    ...(square && size ? { sizes: [size, size] } : {}),
    ...((counted ?? times?.count) ? { count: counted ?? times?.count } : {}),
    faces: where ?? [],
    at: distances(at),
    by: about ?? '',
  }
  return cut
}

function countedHoles(at: Reader): { count: NumberToken; size: NumberToken } | undefined {
  const many = at.number()
  if (!many || !isCount(many) || !Number.isInteger(many.value) || !at.times()) return undefined
  const size = at.number()
  // Only the second has a unit; of `30 x 20 mm` both are lengths.
  if (!size || size.unit === undefined || many.value > MOST_HOLES || many.value * 3 > size.value) return undefined
  let several = false
  at.attempt(() => {
    at.skip(HOLE_KINDS)
    several = at.word(['holes', 'slots', 'windows', 'notches']) !== undefined
    return undefined
  })
  return several ? { count: many, size } : undefined
}

const MOST_HOLES = 12

function howTo(at: Reader): string | undefined {
  let last: string | undefined
  for (;;) {
    const word = at.word(HOLE_KINDS)
    if (word === undefined) return last
    last = word
  }
}

function shapeOf(at: Reader): 'circle' | 'rect' | 'slot' | 'notch' | undefined {
  // `cut-out` may be cut in two words at its hyphen.
  if (at.words('cut', 'out') || at.words('cut', 'outs')) return 'rect'
  return SHAPES.find(([words]) => at.word(words) !== undefined)?.[1]
}

const sizeAfter = (at: Reader): NumberToken | undefined =>
  at.attempt(() => {
    at.skip(['of', 'with', 'a', 'diameter', 'is', 'measuring'])
    const number = at.number()
    if (!number || (at.token?.kind === 'word' && at.token.text === 'from')) return undefined
    at.skip(['in', 'diameter', 'dia', 'wide', 'across'])
    return number
  })

/** `make the hole 40 mm`, `change the hole to 40`, `hole diameter 40`: of the one that is there. */
export const resizedHole: Recogniser = (at) => {
  const verb = at.word(['make', 'change', 'set', 'enlarge']) !== undefined
  if (at.word(['the', 'that']) === undefined && !verb) return undefined
  at.skip(HOLE_KINDS)
  if (at.word(['hole']) === undefined) return undefined
  at.skip(['diameter', 'to', 'is', 'be', 'should'])
  const number = at.number()
  if (!number) return undefined
  at.skip(['wide', 'in', 'diameter', 'across'])
  return { kind: 'resized-hole', number }
}

/** `hand holes in both ends`, `100x30 handles left and right`. */
export const handHoles: Recogniser = (at) => {
  at.skip(['with', 'add', 'and', 'cut'])
  at.skip(ARTICLES)
  at.attempt(() => (at.word(['two', 'pair']) !== undefined ? true : PAIR(at.number()) ? true : undefined))
  const links = at.attempt(() => chain(at))
  const [width, height, third] = links ?? []
  const hand =
    at.words('hand', 'holes') ||
    at.words('hand', 'hole') ||
    at.words('carry', 'handles') ||
    at.words('carrying', 'handles')
  if (!hand && at.word(['handholes', 'handhole', 'handles', 'handle', 'handholds']) === undefined) return undefined
  if (links && (!width || !height || third)) return undefined
  const after = links ?? at.attempt(() => chain(at))
  const [wide = width, high = height] = after ?? []
  const where = places(at)
  const below = at.attempt(() => {
    at.mark(',')
    const number = at.number()
    if (!number) return undefined
    if (!at.words('from', 'the', 'top') && !at.words('below', 'the', 'edge') && !at.words('below', 'the', 'top'))
      return undefined
    at.skip(['edge'])
    return number
  })
  return {
    kind: 'hand-holes',
    faces: where ?? ['left', 'right'],
    said: where !== undefined,
    ...(wide && high ? { sizes: [wide.number, high.number] } : {}),
    ...(below ? { below } : {}),
  }
}

/** `10 vent slots in the back`, `10 vents 40x4`. */
export const vents: Recogniser = (at) => {
  at.skip(['with', 'add', 'and'])
  const number = at.number()
  if (!number || !isCount(number) || joins(at)) return undefined
  const before = at.attempt(() => chain(at))
  const named = at.word(['vents', 'ventilation', 'vent', 'cooling']) !== undefined
  at.skip(['slots', 'slits', 'holes'])
  if (!named) return undefined
  const links = before ?? at.attempt(() => chain(at))
  const [one, other, third] = links ?? []
  if (links && (!one || !other || third)) return undefined
  return {
    kind: 'vents',
    count: number,
    faces: places(at) ?? [],
    ...(one && other ? { sizes: [one.number, other.number] } : {}),
  }
}
