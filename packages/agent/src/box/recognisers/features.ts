import type { Face } from '@hewn/model'
import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Corner2, Meaning, PairPlace, PanelPlace, Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { faces } from './faces.ts'
import { ARTICLES, chain, count, isCount, joins, withoutWord } from './numbers.ts'

const ON = new Set(['in', 'on', 'through', 'to', 'into', 'at', 'of', 'for', 'across', 'onto'])

/** `in the front`, `on both ends`, `left and right`. */
function places(at: Reader): PanelPlace[] | undefined {
  return at.attempt(() => {
    at.skip(ON)
    at.skip(['the', 'a', 'middle', 'centre', 'center', 'of'])
    // `in the top of the back`: at that edge of it, where notches are anyway.
    at.attempt(() => {
      if (at.word(['top', 'edge']) === undefined) return undefined
      at.word(['edge'])
      return at.words('of', 'the') ? true : undefined
    })
    const pair = at.attempt(() => {
      const many = at.word(['both', 'each', 'two']) !== undefined || (at.token?.kind === 'number' && PAIR(at.number()))
      at.skip(['of', 'the'])
      const length = at.word(['long', 'longer', 'longest', 'short', 'shorter', 'shortest', 'narrow'])
      if ((!many && length === undefined) || at.word(['ends', 'end', 'sides', 'side']) === undefined) return undefined
      at.skip(['having', 'have'])
      if (length === undefined) return ['left', 'right'] as Face[]
      return [length.startsWith('long') ? 'long' : 'short'] as PairPlace[]
    })
    if (pair) return pair
    if (at.word(['ends']) !== undefined) return ['left', 'right'] as Face[]
    at.word(['each'])
    if (at.word(['lid']) !== undefined) return ['lid']
    const list = faces(at)
    if (list) at.skip(['sides', 'side', 'panel', 'panels', 'face', 'faces', 'wall', 'walls', 'ends'])
    return list
  })
}

/** `30 mm from the left and 20 mm from the bottom`. */
function distances(at: Reader): Corner2 {
  const found: Corner2 = {}
  for (;;) {
    const one = at.attempt(() => {
      at.mark(',')
      at.word(['and'])
      at.skip(['centred', 'centered', 'its', 'centre', 'center'])
      const number = at.number()
      if (!number || at.word(['from']) === undefined) return undefined
      at.skip(ARTICLES)
      const edge = at.word(['left', 'right', 'top', 'bottom'])
      if (edge === undefined) return undefined
      at.skip(['edge', 'side'])
      return { number, edge }
    })
    if (!one) return found
    found[one.edge as keyof Corner2] = one.number
  }
}

const SHAPES: [words: readonly string[], shape: 'circle' | 'rect' | 'slot' | 'notch'][] = [
  [['hole', 'holes', 'opening', 'bore', 'grommet-hole'], 'circle'],
  [['window', 'windows', 'cutout', 'cutouts', 'cut-out', 'cut-outs'], 'rect'],
  [['slot', 'slots'], 'slot'],
  [['notch', 'notches'], 'notch'],
]
const HOW = new Set([
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
    at.skip(HOW)
    several = at.word(['holes', 'slots', 'windows', 'notches']) !== undefined
    return undefined
  })
  return several ? { count: many, size } : undefined
}

const MOST_HOLES = 12

function howTo(at: Reader): string | undefined {
  let last: string | undefined
  for (;;) {
    const word = at.word(HOW)
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
  at.skip(HOW)
  if (at.word(['hole']) === undefined) return undefined
  at.skip(['diameter', 'to', 'is', 'be', 'should'])
  const number = at.number()
  if (!number) return undefined
  at.skip(['wide', 'in', 'diameter', 'across'])
  return { kind: 'resized-hole', number }
}

const PAIR = (number: NumberToken | undefined): boolean => number !== undefined && isCount(number) && number.value === 2

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

/** `feet 15 mm high`, `on 15 mm feet`, `with four feet`. */
export const feet: Recogniser = (at) => {
  at.skip(['with', 'on', 'add', 'has', 'and', 'put', 'it', 'having', 'stands', 'standing'])
  at.skip(ARTICLES)
  const four = at.token
  // `four feet` is cut as a length of four feet.
  if (four?.kind === 'number' && four.unit === 'ft' && four.value === 4 && !/["'.]/.test(four.text)) {
    at.number()
    return { kind: 'feet', ...highAfter(at) }
  }
  const before = at.number()
  at.skip(['high', 'tall', 'little', 'small'])
  if (at.word(['feet', 'foot', 'legs']) === undefined) return undefined
  if (before)
    return isCount(before) && before.value === 4 ? { kind: 'feet', ...highAfter(at) } : { kind: 'feet', number: before }
  return { kind: 'feet', ...highAfter(at) }
}

function highAfter(at: Reader): { number?: NumberToken } {
  const number = at.attempt(() => {
    at.skip(['of', 'height', 'that', 'are'])
    const found = at.number()
    if (!found) return undefined
    at.skip(['high', 'tall', 'in', 'height'])
    return found
  })
  return number ? { number } : {}
}

const LOWER = new Set(['lower', 'lowered', 'shorter', 'down'])
const HIGHER = new Set(['higher', 'raised', 'taller', 'up', 'extended'])

/** `front lowered by 30 mm`, `back 40 mm higher`, `front only 40 mm high`, `lower the front by 20`. */
export const sideHeight: Recogniser = (at) => {
  at.skip(['with', 'and', 'make'])
  const lower = at.word(['lower', 'drop', 'cut']) !== undefined
  const raise = !lower && at.word(['raise', 'extend']) !== undefined
  at.skip(ARTICLES)
  const low = at.word(['lowered', 'low']) !== undefined
  const raised = !low && at.word(['raised']) !== undefined
  const list = faces(at)
  if (!list) return undefined
  at.skip(['wall', 'walls', 'panel', 'side', 'is', 'are', 'should', 'be', 'which', 'cut'])
  const only = at.word(['only', 'just']) !== undefined
  const sign = lower || low ? -1 : raise || raised ? 1 : undefined
  if (sign !== undefined && (lower || raise)) {
    const to = at.word(['to']) !== undefined
    at.word(['by'])
    const number = at.number()
    if (!number) return undefined
    return { kind: 'side-height', faces: list, number, ...(to ? {} : { sign }) }
  }
  const word = at.word(LOWER) !== undefined ? -1 : at.word(HIGHER) !== undefined ? 1 : undefined
  if (word !== undefined) {
    const to = at.word(['to']) !== undefined
    at.word(['by'])
    const number = at.number()
    return number ? { kind: 'side-height', faces: list, number, ...(to ? {} : { sign: word }) } : undefined
  }
  const number = at.number()
  if (!number) return undefined
  if (at.word(LOWER) !== undefined) return { kind: 'side-height', faces: list, number, sign: -1 }
  if (at.word(HIGHER) !== undefined) return { kind: 'side-height', faces: list, number, sign: 1 }
  // `front 40 mm high` speaks of the front; the height of a box is not said that way round.
  return at.word(['high', 'tall']) !== undefined || only ? { kind: 'side-height', faces: list, number } : undefined
}

/** `6 mm bottom`, `bottom 6 mm thick`, `dividers 2 mm thick`, `2 mm dividers`. */
export const sideThickness: Recogniser = (at) => {
  at.skip(['with', 'and'])
  at.skip(ARTICLES)
  const before = at.number()
  if (before && before.unit === undefined) return undefined
  at.skip(['thick', 'thickness', 'for', 'the'])
  const names = stockOf(at)
  if (!names) return undefined
  if (before) return { kind: 'side-thickness', names, number: before }
  at.skip(['panel', 'of', 'from', 'is', 'are', 'in'])
  const number = at.number()
  if (!number) return undefined
  // `walls 3 mm, bottom 5 mm`: what lies flat has no other size that is said so.
  const flat =
    names.every((name) => ['bottom', 'dividers', 'lid'].includes(name)) && number.unit !== undefined && ends(at)
  const thick = at.word(['thick', 'thickness', 'plywood', 'ply', 'mdf', 'acrylic']) !== undefined || flat
  return thick ? { kind: 'side-thickness', names, number } : undefined
}

const ends = (at: Reader): boolean => at.token === undefined || at.token.kind === 'mark'

function stockOf(at: Reader): string[] | undefined {
  if (at.word(['dividers', 'divider', 'partitions']) !== undefined) return ['dividers']
  if (at.word(['lid']) !== undefined) return ['lid']
  if (at.word(['drawers']) !== undefined) return ['drawers']
  return faces(at)
}

/** `3 drawers`, `2x3 drawers`, `drawers in a grid of 2 by 3`, `a drawer`. */
export const drawers: Recogniser = (at) => {
  at.skip(['with', 'and', 'add', 'has', 'for'])
  // `two columns of three drawers`
  const piled = at.attempt(() => {
    const columns = count(at)
    if (!columns || at.word(['columns', 'stacks']) === undefined || at.word(['of', 'with']) === undefined)
      return undefined
    const rows = count(at)
    at.skip(['each'])
    return rows && at.word(['drawers']) !== undefined ? { columns, rows } : undefined
  })
  if (piled) return { kind: 'drawers', ...piled, beside: false }
  const links = at.attempt(() => chain(at))
  const [columns, rows, third] = links ?? []
  const number = links ? undefined : count(at)
  at.skip(ARTICLES)
  at.skip(['little', 'small', 'equal', 'numbered', 'identical'])
  const many = at.word(['drawers']) !== undefined
  if (!many && at.word(['drawer']) === undefined) return undefined
  const next = at.token
  // A drawer organiser goes into a drawer and has none.
  if (!many && !number && next?.kind === 'word' && known.BOX_NOUNS.has(next.text)) return { kind: 'purpose' }
  if (third || links?.some(({ side, number: one }) => side !== undefined || !isCount(one))) return undefined
  const after = links
    ? undefined
    : at.attempt(() => {
        at.mark('(,')
        at.skip(['in', 'a', 'grid', 'of', 'as'])
        const found = chain(at)
        at.mark(')')
        at.skip(['grid', 'layout'])
        return found?.length === 2 && found.every(({ side, number: one }) => !side && isCount(one)) ? found : undefined
      })
  const [c, r] = columns && rows ? [columns, rows] : (after ?? [])
  const beside = at.words('side', 'by', 'side') || at.words('next', 'to', 'each', 'other')
  if (c && r && number && c.number.value * r.number.value !== number.value) return undefined
  if (c && r) return { kind: 'drawers', columns: c.number, rows: r.number, beside }
  if (number) return { kind: 'drawers', count: number, beside }
  return many ? undefined : { kind: 'drawers', beside }
}

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

/** `engrave "Tea" on the front, 20 mm high`, `"Tea" engraved on the front`, `20 mm high text "Tools" on the left`. */
export const text: Recogniser = (at) => {
  at.skip(['with', 'and', 'add'])
  at.skip(ARTICLES)
  const before = at.attempt(() => {
    const number = at.number()
    at.skip(['high', 'tall', 'letters'])
    // `90 mm high with "Tea" engraved` speaks of the box.
    const token = at.token
    return number && token?.kind === 'word' && (WRITE.has(token.text) || CALLED.has(token.text)) ? number : undefined
  })
  const verb = at.word(WRITE)
  at.skip(['with', 'the', 'a', 'it', 'in'])
  const called = at.word(CALLED) !== undefined
  const words = quoted(at) ?? (verb !== undefined || called ? bare(at) : undefined)
  if (!words) return undefined
  const later = at.word(WRITE)
  if (verb === undefined && !called && later === undefined) return undefined
  const where = places(at)
  const height =
    before ??
    at.attempt(() => {
      at.mark(',')
      at.skip(['with', 'letters', 'in', 'and'])
      const number = at.number()
      return number && at.word(['high', 'tall', 'letters', 'text', 'size']) !== undefined ? number : undefined
    })
  const scored = (verb ?? later)?.startsWith('scor') === true
  return { kind: 'text', words, faces: where ?? [], scored, ...(height ? { height } : {}) }
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

function bare(at: Reader): [number, number] | undefined {
  const first = at.token
  let last = first
  for (let taken = 0; taken < 6; taken++) {
    const token = at.token
    if (
      !token ||
      token.kind === 'mark' ||
      (token.kind === 'word' && ['on', 'in', 'at', 'onto', 'and', 'with'].includes(token.text))
    )
      break
    last = token
    at.next()
  }
  return first && last && at.place > 0 && last.at[1] > first.at[0] && at.token !== first
    ? [first.at[0], last.at[1]]
    : undefined
}

/** `compartments of 100 mm, 50 mm and the rest`, `100:50:*`, `first compartment 100 mm wide`. */
export const split: Recogniser = (at) => {
  at.skip(['with', 'and', 'the'])
  const first = at.word(['first']) !== undefined
  at.skip(['divided', 'split', 'into'])
  const counted = at.attempt(() => {
    const number = count(at)
    at.skip(known.EVENLY)
    const token = at.token
    return number && token?.kind === 'word' && (known.CELLS.has(token.text) || token.text === 'columns')
      ? number
      : undefined
  })
  const celled = at.word(known.CELLS) !== undefined || at.word(['columns', 'rows']) !== undefined
  if (first) {
    // `the first one 100 wide`: one of them is no measure.
    if (at.token?.kind === 'number' && at.token.text === 'one') at.number()
    at.skip(['is'])
    const number = at.number()
    const side = number ? at.word(['wide', 'deep', 'clear', 'long']) : undefined
    if (!number || (!celled && side === undefined)) return undefined
    at.attempt(() => (at.word(['and']) !== undefined && rest(at) ? true : undefined))
    return { kind: 'split', sizes: [number, '*'], deep: side === 'deep', first: true }
  }
  at.skip(['of', 'measuring', 'sized'])
  at.mark(':')
  const sizes = at.attempt(() => sizeList(at))
  if (!sizes) return undefined
  const side = at.word(['wide', 'deep', 'long'])
  const shared = sizes.includes('*')
  if (!celled && !sizes.colon && !shared) return undefined
  if (!shared && side === undefined && !sizes.colon && sizes.some((one) => one !== '*' && one.unit === undefined))
    return undefined
  return { kind: 'split', sizes: [...sizes], deep: side === 'deep', ...(counted ? { count: counted } : {}) }
}

function rest(at: Reader): boolean {
  at.skip(['the', 'and'])
  if (at.word(['rest', 'remainder', 'remaining']) === undefined) return false
  at.skip(['open', 'of', 'it', 'the', 'space', 'free', 'undivided'])
  return true
}

function sizeList(at: Reader): ((NumberToken | '*')[] & { colon?: boolean }) | undefined {
  const sizes: (NumberToken | '*')[] & { colon?: boolean } = []
  for (;;) {
    const number = at.number()
    if (number) sizes.push(number)
    else if (at.times() || at.mark('*') || rest(at)) sizes.push('*')
    else return undefined
    const colon = at.mark(':')
    if (colon) sizes.colon = true
    const more =
      colon || at.attempt(() => ((at.mark(',') || at.word(['and']) !== undefined) && goesOn(at) ? true : undefined))
    if (!more) return sizes.length > 1 ? sizes : undefined
  }
}

function goesOn(at: Reader): boolean {
  at.word(['and'])
  const token = at.token
  return (
    token?.kind === 'number' ||
    token?.kind === 'times' ||
    (token?.kind === 'word' && ['the', 'rest', 'remainder'].includes(token.text))
  )
}

/** `front row in 3, back row in 2`, `3 compartments in the front row and 2 in the back row`. */
export const rowsApart: Recogniser = (at) => {
  const one = rowOf(at)
  if (!one) return undefined
  at.mark(',;')
  at.word(['and'])
  const other = rowOf(at)
  if (!other || other.row === one.row) return undefined
  const [front, back] = one.row === 'front' ? [one.count, other.count] : [other.count, one.count]
  return { kind: 'rows-apart', front, back }
}

function rowOf(at: Reader): { row: 'front' | 'back'; count: NumberToken } | undefined {
  return at.attempt(() => {
    at.skip(['with', 'the', 'a'])
    const before = count(at)
    if (before) {
      at.word(known.CELLS)
      at.skip(['in', 'the', 'at'])
    }
    const row = at.word(['front', 'back', 'rear'])
    if (row === undefined || at.word(['row']) === undefined) return undefined
    at.skip(['divided', 'split', 'in', 'into', 'has', 'with'])
    const number = before ?? count(at)
    if (!number) return undefined
    if (!before) at.word(known.CELLS)
    return { row: row === 'front' ? 'front' : 'back', count: number }
  })
}

/** `0.5 mm play`, `1.5 mm clearance around the drawers`. */
export const play: Recogniser = (at) => {
  at.skip(['with', 'and'])
  const number = at.number()
  if (!number || at.word(['play', 'clearance', 'gap']) === undefined) return undefined
  const drawer = at.attempt(() => {
    at.skip(['around', 'for', 'the', 'per', 'side', 'on', 'of'])
    return at.word(['drawers', 'drawer'])
  })
  at.skip(['per', 'side', 'all', 'round', 'around'])
  return { kind: 'play', number, drawers: drawer !== undefined }
}

const PULLS = new Set(['hole', 'holes', 'notch', 'slot', 'pull', 'grip'])

/** `25 mm finger hole`, `60x20 slot as a handle`, `without a finger hole`: how a lid or a drawer is gripped. */
export const pull: Recogniser = (at) => {
  if (at.word(known.WITHOUT) !== undefined) {
    at.skip(ARTICLES)
    const finger = at.word(['finger', 'thumb', 'pull']) !== undefined
    return finger && at.word(PULLS) !== undefined ? { kind: 'pull', shape: 'none' } : undefined
  }
  at.skip(['with', 'and', 'has'])
  at.skip(ARTICLES)
  const links = at.attempt(() => chain(at))
  const [width, height, third] = links ?? []
  const number = links ? undefined : at.number()
  const finger = at.word(['finger', 'thumb', 'pull']) !== undefined
  const shape = at.word(PULLS)
  if (shape === undefined || third) return undefined
  const handle = at.attempt(() =>
    at.words('as', 'a', 'handle') || at.words('as', 'handle') || at.words('for', 'pulling') ? true : undefined,
  )
  if (!finger && !handle) return undefined
  // In a named face it is a cut-out of that face.
  if (at.attempt(() => (at.word(['in', 'on']) !== undefined && at.token?.kind === 'word' ? places(at) : undefined)))
    return undefined
  const kind = shape === 'notch' ? 'notch' : shape === 'slot' ? 'slot' : 'hole'
  const one = number ?? width?.number
  return { kind: 'pull', shape: kind, ...(one ? { width: one } : {}), ...(height ? { height: height.number } : {}) }
}

/** `remove the feet`, `no holes`, `without the text`, `delete the drawers`. */
export const without: Recogniser = (at) => {
  if (!withoutWord(at)) return undefined
  at.word(['all'])
  at.skip(ARTICLES)
  at.skip(HOW)
  const word = at.word(REMOVABLE)
  return word === undefined ? undefined : { kind: 'without', what: REMOVABLE.get(word) ?? 'cutouts' }
}

const REMOVABLE: ReadonlyMap<string, 'feet' | 'cutouts' | 'texts' | 'drawers'> = new Map([
  ...(['feet', 'foot', 'legs'] as const).map((word): [string, 'feet'] => [word, 'feet']),
  ...[
    'hole',
    'holes',
    'window',
    'windows',
    'slot',
    'slots',
    'vents',
    'vent',
    'notch',
    'notches',
    'handles',
    'handle',
    'cutouts',
    'cutout',
  ].map((word): [string, 'cutouts'] => [word, 'cutouts']),
  ...['text', 'engraving', 'lettering', 'label'].map((word): [string, 'texts'] => [word, 'texts']),
  ...['drawers', 'drawer'].map((word): [string, 'drawers'] => [word, 'drawers']),
])

/** `drops into a drawer 300x400x60`, `fits into a 300 x 200 drawer`. */
export const dropsInto: Recogniser = (at) => {
  at.skip(['that', 'to', 'which', 'should'])
  const verb = at.word(['drops', 'drop', 'fits', 'fit', 'goes', 'go', 'slides']) !== undefined
  if (verb && at.word(['into', 'inside', 'in']) === undefined) return undefined
  // `organiser for a 380x280x60 drawer`
  if (!verb && at.word(['for']) === undefined) return undefined
  at.skip(ARTICLES)
  at.skip(['kitchen', 'space', 'of', 'drawer', 'shelf', 'gap', 'opening'])
  const links = at.attempt(() => chain(at))
  if (!links) return undefined
  const place = at.word(['drawer', 'space', 'shelf', 'gap', 'opening'])
  if (!verb && place === undefined) return undefined
  return { kind: 'drops-into', links }
}
