import type { Spec } from './atoms.ts'
import type { Cursor } from './cursor.ts'

const LEVELS: ReadonlySet<string> = new Set(['top', 'bottom', 'front', 'back'])
const SIDES: ReadonlySet<string> = new Set(['left', 'right'])

/** `top left, top right and bottom right`, `the top left corner and the bottom right corner`: several corners by their sides. */
export function cornerList(at: Cursor): Spec | undefined {
  at.skip('the', 'both', 'its', 'two', 'three', 'in')
  const first = pair(at)
  if (!first) return undefined
  const corners = [first]
  let named = noun(at)
  let last = false
  for (;;) {
    const next = at.attempt(() => {
      const comma = at.mark(',')
      const and = at.word('and') ?? at.mark('&/')
      if (!comma && !and) return undefined
      at.skip('the', 'in', 'on', 'at')
      const found = pair(at)
      if (!found) return undefined
      last = Boolean(and)
      return found
    })
    if (!next) break
    corners.push(next)
    named = noun(at) || named
  }
  return corners.length > 1 && (named || last)
    ? { places: corners.flat(), flags: [], noun: 'corner', corners, joined: true, ...(named ? { many: true } : {}) }
    : undefined
}

/** `all corners except the top left one`: those that it leaves. */
export function allBut(at: Cursor): string[][] | undefined {
  return at.attempt(() => {
    at.mark(',')
    if (!at.word('except', 'but', 'excluding', 'save', 'without', 'apart', 'other', 'bar')) return undefined
    at.skip('for', 'from', 'than', 'not')
    const left = at.attempt(() => cornerList(at))?.corners ?? only(at)
    if (!left) return undefined
    const gone = left.map((one) => one.map((place) => SEEN[place] ?? place))
    return FOUR.filter((corner) => !gone.some((one) => one.every((place) => corner.includes(place))))
  })
}
const FOUR = ['top', 'bottom'].flatMap((level) => ['left', 'right'].map((side) => [level, side]))
const SEEN: Readonly<Record<string, string>> = { back: 'top', front: 'bottom' }

function only(at: Cursor): string[][] | undefined {
  at.skip('the')
  const found = pair(at)
  if (!found) return undefined
  noun(at)
  at.skip('one')
  return [found]
}

function pair(at: Cursor): string[] | undefined {
  return at.attempt(() => {
    const words = [0, 1].map(() => at.wordIf(({ entry }) => isSide(entry?.place))?.entry?.place ?? '')
    return LEVELS.has(words[0] ?? '') !== LEVELS.has(words[1] ?? '') && words.every(isSide) ? words : undefined
  })
}
const isSide = (place = ''): boolean => LEVELS.has(place) || SIDES.has(place)
const noun = (at: Cursor): boolean => at.wordIf(({ entry }) => entry?.place === 'corner') !== undefined
