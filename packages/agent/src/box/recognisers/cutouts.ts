import type { Face } from '@hewn/model'
import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Link, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { holeTail } from './hole-tail.ts'
import { ARTICLES, chain, count, isCount, joins } from './numbers.ts'
import { PAIR } from './places.ts'
import { NO_THINGS } from './objects.ts'

const SHAPES: [words: readonly string[], shape: 'circle' | 'rect' | 'slot' | 'notch'][] = [
  [['hole', 'holes', 'opening', 'bore', 'grommet-hole', 'port', 'ports'], 'circle'],
  [['window', 'windows', 'cutout', 'cutouts', 'cut-out', 'cut-outs', 'entrance', 'doorway'], 'rect'],
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

/** `a 30 mm hole in the front`, `60x30 window in the back`, `two 20 mm drain holes in a row`, `hole of 30 mm diameter`. */
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
  const before = at.attempt(() => faceBefore(at))
  const looks = looksOf(at)
  const more = at.token?.kind === 'word' && /(?:holes|slots|ports|vents)$/.test(at.token.text)
  const shape = shapeOf(at)
  if (!shape || third) return undefined
  const hand = looks.at(-1) === 'hand'
  // `three hand holes`: a count of holes for hands, and no diameter.
  if (hand && single && isCount(single)) return undefined
  // `two round holes 130 mm in the top`: a count stands before the looks, and the size behind.
  const few =
    single && isCount(single) && Number.isInteger(single.value) && single.value > 1 && single.value <= MANY_HOLES
  const tail = holeTail(at, links === undefined && (single === undefined || few === true))
  const many = few && (tail.size ?? tail.sizes) !== undefined
  const size = many ? tail.size : (single ?? tail.size)
  const sizes = pairOf(first, second) ?? tail.sizes
  const count = counted ?? times?.count ?? (many ? single : tail.count) ?? tail.grid?.total
  const { square, round } = { square: looks.includes('square'), round: looks.some((look) => ROUND.has(look)) }
  return {
    kind: 'cutout',
    shape: (sizes || (square && size)) && shape === 'circle' ? 'rect' : round && size ? 'circle' : shape,
    ...(size && !square ? { size } : {}),
    ...(sizes ? { sizes } : {}),
    ...(square && size ? { sizes: [size, size] } : {}),
    ...(count ? { count } : more ? { more: true as const } : {}),
    ...(tail.apart ? { apart: tail.apart } : {}),
    ...(tail.near ? { near: tail.near } : {}),
    ...(tail.grid ? { grid: tail.grid } : {}),
    faces: tail.faces ?? (before ? [before] : []),
    at: tail.at,
    by: looks.at(-1) ?? '',
  }
}

/** `front window 120 x 60`: the side stands before what is in it. */
function faceBefore(at: Reader): Face | undefined {
  const word = at.word(known.FACE_WORDS)
  const next = at.token
  return word !== undefined && next?.kind === 'word' && (HOLE_KINDS.has(next.text) || isHole(at))
    ? known.FACES.get(word)
    : undefined
}

const pairOf = (one?: Link, other?: Link): [NumberToken, NumberToken] | undefined =>
  one && other && [one.number, other.number]

const ROUND = new Set(['round', 'circular'])

/** `2 x 40 mm holes`, `1 x 16 mm cable hole`. */
function countedHoles(at: Reader): { count: NumberToken; size: NumberToken } | undefined {
  const many = at.number()
  if (!many || !isCount(many) || !Number.isInteger(many.value) || !at.times()) return undefined
  const size = at.number()
  // Only the second has a unit; of `30 x 20 mm` both are lengths.
  if (!size || size.unit === undefined || many.value > MOST_HOLES || many.value * 3 > size.value) return undefined
  let holes = false
  at.attempt(() => {
    looksOf(at)
    holes = shapeOf(at) !== undefined
    return undefined
  })
  return holes ? { count: many, size } : undefined
}

const MOST_HOLES = 12
/** A bare number up to here counts holes whose size stands behind. */
const MANY_HOLES = 100

/** How a hole looks, or what it is for: words before it, those that are not known among them (`gland holes`). */
function looksOf(at: Reader): string[] {
  const looks: string[] = []
  for (;;) {
    // `an entrance hole` is a hole, and `an entrance` by itself is one too.
    const look =
      at.word(HOLE_KINDS) ??
      at.attempt(() => (at.word(NAMED_HOLES) !== undefined && isHole(at) ? 'entrance' : undefined))
    if (look === undefined) break
    looks.push(look)
  }
  const foreign = at.attempt(() => {
    const words: string[] = []
    while (at.token?.kind === 'word' && words.length < 3 && !isHole(at)) {
      if (NO_THINGS.has(at.token.text)) return undefined
      words.push(at.token.text)
      at.next()
    }
    return isHole(at) ? words : undefined
  })
  return [...looks, ...(foreign ?? [])]
}

const NAMED_HOLES = ['entrance', 'doorway', 'port', 'grommet']

const isHole = (at: Reader): boolean => {
  let found = false
  at.attempt(() => {
    found = shapeOf(at) !== undefined
    return undefined
  })
  return found
}

function shapeOf(at: Reader): 'circle' | 'rect' | 'slot' | 'notch' | undefined {
  // `cut-out` may be cut in two words at its hyphen.
  if (at.words('cut', 'out') || at.words('cut', 'outs')) return 'rect'
  return SHAPES.find(([words]) => at.word(words) !== undefined)?.[1]
}

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

/** `hand holes in both ends`, `100x30 handles left and right`, `handle cut-outs 100 x 30 in the short sides, 30 mm from the top`. */
export const handHoles: Recogniser = (at) => {
  at.skip(['with', 'add', 'and', 'cut'])
  at.skip(ARTICLES)
  at.attempt(() => (at.word(['two', 'pair']) !== undefined ? true : PAIR(at.number()) ? true : undefined))
  const links = at.attempt(() => chain(at))
  const [width, height, third] = links ?? []
  if (!handHole(at) || (links && (!width || !height || third))) return undefined
  const tail = holeTail(at, links === undefined)
  const sizes = pairOf(width, height) ?? tail.sizes
  return {
    kind: 'hand-holes',
    faces: tail.faces ?? ['left', 'right'],
    said: tail.faces !== undefined,
    ...(sizes ? { sizes } : {}),
    ...(tail.at.top ? { below: tail.at.top } : {}),
  }
}

const handHole = (at: Reader): boolean =>
  [
    ['hand', 'holes'],
    ['hand', 'hole'],
    ['carry', 'handles'],
    ['carrying', 'handles'],
    ['handle', 'cutouts'],
    ['handle', 'cut', 'outs'],
    ['handle', 'holes'],
    ['handle', 'slots'],
    ['hand', 'slots'],
    ['hand', 'grips'],
  ].some((words) => at.words(...words)) ||
  at.word(['handholes', 'handhole', 'handles', 'handle', 'handholds']) !== undefined

/** `10 vent slots in the back`, `10 vents 40x4`, `ventilation slots in both sides`. */
export const vents: Recogniser = (at) => {
  at.skip(['with', 'add', 'and'])
  const number = count(at)
  if (joins(at)) return undefined
  const before = at.attempt(() => chain(at))
  const named = at.word(['vents', 'ventilation', 'vent', 'cooling', 'air']) !== undefined
  const what = at.word(['slots', 'slits', 'holes', 'openings', 'slot', 'hole'])
  // `a vent hole` is a hole, and `ventilation` alone does not say that it is slots.
  if (!named || what === 'hole' || what === 'slot') return undefined
  const tail = holeTail(at, before === undefined)
  if (tail.size) return undefined
  const [one, other, third] = before ?? []
  if (before && (!one || !other || third)) return undefined
  const sizes = pairOf(one, other) ?? tail.sizes
  return {
    kind: 'vents',
    ...((number ?? tail.count) ? { count: number ?? tail.count } : {}),
    faces: tail.faces ?? [],
    ...(sizes ? { sizes } : {}),
  }
}
