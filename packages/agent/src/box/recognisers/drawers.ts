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
