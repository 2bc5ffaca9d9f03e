import type { Reader } from '../../read/reader.ts'
import type { Recogniser } from '../meaning.ts'
import { faces } from './faces.ts'
import { ARTICLES } from './numbers.ts'

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
  at.skip(['wall', 'walls', 'panel', 'side', 'is', 'are', 'should', 'be', 'which', 'that', 'cut'])
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
  const turned = at.word(LOWER) !== undefined ? -1 : at.word(HIGHER) !== undefined ? 1 : undefined
  if (turned !== undefined) {
    thanOthers(at)
    return { kind: 'side-height', faces: list, number, sign: turned }
  }
  // `front 40 mm high` speaks of the front; the height of a box is not said that way round.
  return at.word(['high', 'tall']) !== undefined || only ? { kind: 'side-height', faces: list, number } : undefined
}

/** `40 mm higher than the front`: than what is not named, the height of the box. */
function thanOthers(at: Reader): void {
  at.attempt(() => {
    if (at.word(['than']) === undefined) return undefined
    at.skip([...ARTICLES, 'other'])
    return faces(at) ?? at.word(['others', 'rest', 'sides', 'walls', 'box'])
  })
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
  const loose = names.includes('lid') && at.word(['in', 'from', 'of']) !== undefined
  at.skip(['panel', 'of', 'from', 'is', 'are', 'in'])
  const number = at.number()
  if (!number) return undefined
  // `walls 3 mm, bottom 5 mm`: what lies flat has no other size that is said so.
  const flat =
    names.every((name) => ['bottom', 'dividers', 'lid'].includes(name)) && number.unit !== undefined && ends(at)
  const material = at.word(['plywood', 'ply', 'mdf', 'acrylic'])
  const thick = material !== undefined || at.word(['thick', 'thickness']) !== undefined || flat
  if (!thick) return undefined
  return { kind: 'side-thickness', names, number, ...(material ? { material } : {}), ...(loose ? { loose: true } : {}) }
}

const ends = ({ token }: Reader): boolean =>
  token === undefined ||
  token.kind === 'mark' ||
  (token.kind === 'word' && (token.text === 'and' || token.text === 'with'))

function stockOf(at: Reader): string[] | undefined {
  if (at.word(['dividers', 'divider', 'partitions']) !== undefined) return ['dividers']
  if (at.word(['lid']) !== undefined) return ['lid']
  if (at.word(['drawers']) !== undefined) return ['drawers']
  return faces(at)
}
