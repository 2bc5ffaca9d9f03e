import type { Reader } from '../../read/reader.ts'
import type { NumberToken } from '../../read/tokens.ts'
import type { Recogniser } from '../meaning.ts'
import * as known from '../words.ts'
import { ARTICLES, chain, count, isCount } from './numbers.ts'
import { places } from './places.ts'

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
  // `3 columns and 4 rows of drawers`
  const crossed = at.attempt(() => {
    const one = count(at)
    const what = at.word(['columns', 'rows'])
    at.word(['and'])
    const other = count(at)
    if (!one || !other || at.word([what === 'rows' ? 'columns' : 'rows']) === undefined) return undefined
    if (what === undefined || at.word(['of']) === undefined || at.word(['drawers']) === undefined) return undefined
    return what === 'rows' ? { columns: other, rows: one } : { columns: one, rows: other }
  })
  if (piled ?? crossed) return { kind: 'drawers', ...(piled ?? crossed), beside: false }
  const links = at.attempt(() => chain(at))
  const [columns, rows, third] = links ?? []
  const number = links ? undefined : count(at)
  at.skip(ARTICLES)
  at.skip(DRAWER_LOOKS)
  const before = at.word(['numbered']) !== undefined
  at.skip(DRAWER_LOOKS)
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
  const inColumns = c || !number ? undefined : at.attempt(() => columnsOf(at, number))
  const numbered = before ? { numbered: true as const } : {}
  const beside = at.words('side', 'by', 'side') || at.words('next', 'to', 'each', 'other')
  if (c && r && number && c.number.value * r.number.value !== number.value) return undefined
  if (c && r) return { kind: 'drawers', columns: c.number, rows: r.number, beside, ...numbered }
  if (inColumns) return { kind: 'drawers', ...inColumns, beside, ...numbered }
  if (number) return { kind: 'drawers', count: number, beside, ...numbered }
  return many ? undefined : { kind: 'drawers', beside, ...numbered }
}

const DRAWER_LOOKS = new Set(['little', 'small', 'equal', 'identical'])

/** `12 drawers in 3 columns` are four rows. */
function columnsOf(at: Reader, total: NumberToken): { columns: NumberToken; rows: NumberToken } | undefined {
  at.mark(',')
  if (at.word(['in']) === undefined) return undefined
  const many = count(at)
  const what = at.word(['columns', 'rows'])
  if (!many || what === undefined || total.value % many.value !== 0) return undefined
  const other = { ...total, value: total.value / many.value }
  return what === 'columns' ? { columns: many, rows: other } : { columns: other, rows: many }
}

/** `numbered 1 to 24`, `with numbers engraved on the fronts` */
export const numbered: Recogniser = (at) => {
  at.skip(['with', 'each', 'all', 'engraved', 'etched', 'and'])
  if (at.word(['numbered', 'numbers']) === undefined) return undefined
  at.skip(['engraved', 'etched', 'on', 'the', 'fronts', 'front', 'of', 'them', 'each', 'from'])
  at.attempt(() => (at.number() && at.word(['to']) !== undefined ? at.number() : undefined))
  return { kind: 'numbered' }
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
  at.skip(['each', 'every', 'drawer', 'drawers', 'with', 'and', 'has'])
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

/** `drops into a drawer 300x400x60`, `fits into a 300 x 200 drawer`. */
export const dropsInto: Recogniser = (at) => {
  // `insert for a drawer that is 420 x 380 x 70 inside`
  const inside = at.attempt(() => {
    if (at.word(['for', 'into', 'inside']) === undefined) return undefined
    at.skip(ARTICLES)
    if (at.word(['drawer', 'space', 'gap', 'opening', 'cupboard']) === undefined) return undefined
    at.skip(['that', 'which', 'is', 'of', 'measuring', 'with', 'inside', 'size'])
    at.mark(':,')
    const links = chain(at)
    at.skip(['inside', 'clear', 'internally'])
    return links
  })
  if (inside) return { kind: 'drops-into', links: inside }
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
