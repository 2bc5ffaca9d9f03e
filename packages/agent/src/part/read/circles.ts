import type { Quantity, SaidPlace } from './atoms.ts'
import type { WordItem } from '../words/items.ts'
import type { Cursor } from './cursor.ts'
import { distance, place } from './spec.ts'

/** `on a 60 mm bolt circle`, `60 PCD`, `on a circle of 60 mm diameter`, `on a 37.5 mm radius`. */
export const circle = place((at) => {
  const holes = holesBefore(at)
  const evenly = at.wordIf(({ entry }) => entry?.flag === 'evenly')
  const spaced = at.word('spaced', 'placed', 'distributed') ?? evenly
  const prep = at.word('on', 'around', 'at', 'in', 'along', 'round')
  at.skip('a', 'an', 'the')
  // `equally spaced on 70`
  const plain =
    (prep?.text === 'on' && spaced) || (['on', 'at'].includes(prep?.text ?? '') && holes && ofRound(at))
      ? at.attempt(() => {
          const found = distance(at)
          return found && (ends(at) || isListed(at)) ? found : undefined
        })
      : undefined
  if (plain) return { kind: 'circle', diameter: plain }
  return at.attempt(circleNamed) ?? (prep ? at.attempt(circleOf) : at.attempt(circleSized))
})

/** `4 holes 14 on 120`, `six holes of 8 mm dia on 80`: the holes just before, and how large they are. */
function holesBefore(at: Cursor): boolean {
  for (let back = -1; back > -6; back--) {
    const item = at.peek(back)
    if (item?.kind === 'word' && item.plural && isHole(item)) return true
    const size = item?.kind === 'word' && (item.entry?.role === 'diameter' || ['of', 'each'].includes(item.text))
    if (!size && item?.kind !== 'number' && !(item?.kind === 'mark' && item.text === '⌀')) return false
  }
  return false
}
/** What is said of a pattern ends here: nothing more is said of that number. */
const ends = ({ item }: Cursor): boolean =>
  item === undefined || item.kind === 'mark' || (item.kind === 'word' && ['and', 'with', 'plus'].includes(item.text))
/** `on 134 at 0, 90, 180 and 270`: so many places around it, with or without their sign. */
function listedAngles(at: Cursor): Quantity[] | undefined {
  if (!at.word('at')) return undefined
  const found: Quantity[] = []
  for (;;) {
    const number = at.number()
    if (!number || (number.unit !== undefined && number.unit !== 'deg') || number.value >= 360) return undefined
    found.push({ value: number.value, at: number.at, number })
    at.word('degree', 'degrees')
    if (!at.attempt(() => goesOn(at, number.value))) break
  }
  return found.length > 1 && ends(at) ? found : undefined
}
/** `, 240`: a larger one; `, and three more` counts others. */
function goesOn(at: Cursor, last: number): true | undefined {
  if (!joins(at)) return undefined
  at.skip('and')
  const next = at.item
  return next?.kind === 'number' && next.value > last && /\d/.test(next.text) ? true : undefined
}
function isListed(at: Cursor): boolean {
  const start = at.place
  const found = at.attempt(listedAngles)
  at.reset(start)
  return found !== undefined
}
/** A circle stands right before. */
function circledBefore(at: Cursor): boolean {
  const [size, led] = [at.peek(-1), at.peek(-2)]
  const named = (item: typeof size) => item?.kind === 'word' && item.entry?.role === 'pcd'
  const on = led?.kind === 'word' && led.text === 'on'
  return (
    named(size) || (size?.kind === 'word' && size.text === 'circle') || (size?.kind === 'number' && (on || named(led)))
  )
}
const isHole = ({ entry }: WordItem): boolean => entry?.nouns.includes('hole') ?? false
const ROUND = ['flange', 'washer', 'gasket', 'disc', 'tube', 'cylinder', 'gear', 'pulley', 'gt2', 'vpulley', 'spool']
/** `5 x 14 mm holes on 112 mm`: of what is round, that is a circle. */
function ofRound(at: Cursor): boolean {
  for (let back = -1; back > -80; back--) {
    const item = at.peek(back)
    if (item === undefined) return false
    if (item.kind === 'word' && item.entry?.nouns.some((key) => ROUND.includes(key))) return true
  }
  return false
}

/** `the first one at 12 o'clock`: where a pattern begins. */
export const firstAt = place((at) => {
  at.skip('with', 'the')
  if (!at.word('first')) return undefined
  if (at.item?.kind === 'number' && at.item.text.toLowerCase() === 'one') at.number()
  else at.wordIf(isHole)
  at.skip('is', 'being', 'at', 'starting', 'placed')
  const number = at.number()
  if (!number || number.unit !== undefined || number.value > 12) return undefined
  at.mark("'")
  if (!at.word('o-clock', 'oclock', 'o clock', "o'clock")) return undefined
  return { kind: 'angles', at: [{ value: 90 - number.value * 30, at: number.at, number }], start: true }
})

const isPcd = { word: (at: Cursor) => at.wordIf(({ entry }) => entry?.role === 'pcd') }
const DIAMETERS = (at: Cursor) => at.wordIf(({ entry }) => entry?.role === 'diameter')
const RADII = (at: Cursor) =>
  at.wordIf(({ entry, text }) => entry?.role === 'radius' || text === 'pitch radius' || text === 'radius circle')

/** `PCD of 60 mm`. */
function circleNamed(at: Cursor): SaidPlace | undefined {
  if (!isPcd.word(at)) return undefined
  at.skip('diameter', 'of', 'is', 'with', 'a', 'at', 'dia', 'd', 'to')
  at.mark(':=⌀')
  at.mark('⌀')
  // `bolt circle r45`
  const radiusFirst = RADII(at) !== undefined
  if (radiusFirst) at.skip('of')
  const found = distance(at)
  if (!found) return undefined
  if (radiusFirst || RADII(at)) return { kind: 'circle', radius: found }
  DIAMETERS(at)
  return { kind: 'circle', diameter: found }
}

/** `60 mm PCD`, `60 mm diameter pitch circle`. */
function circleSized(at: Cursor): SaidPlace | undefined {
  at.mark('⌀')
  const found = distance(at)
  if (!found) return undefined
  at.skip('in')
  const radius = RADII(at)
  if (!radius) DIAMETERS(at)
  if (!isPcd.word(at)) return undefined
  // `4 holes Ø9 PCD 78`: what stands before it is how wide they are.
  if (namedBehind(at)) return undefined
  return radius ? { kind: 'circle', radius: found } : { kind: 'circle', diameter: found }
}

/** A number of its own stands right behind the word, and nothing that says what else it would be. */
function namedBehind(at: Cursor): boolean {
  const places = [0, 1, 2, 3].map((step) => at.peek(step))
  const marked = places[0]?.kind === 'mark' && '⌀:='.includes(places[0].text) ? 1 : 0
  const [number, next] = places.slice(marked)
  if (number?.kind !== 'number' || number.unit === 'deg') return false
  return next === undefined || next.kind === 'mark' || (next.kind === 'word' && ['with', 'and'].includes(next.text))
}

/** after `on a`: `60 mm circle`, `circle of 60 mm diameter`, `37.5 mm radius`. */
function circleOf(at: Cursor): SaidPlace | undefined {
  const sized = at.attempt(circleSized)
  if (sized) return sized
  const named = at.word('circle', 'ring', 'pattern')
  if (named) {
    at.skip('of', 'with', 'a', 'diameter', 'dia')
    at.mark('⌀')
    const radiusFirst = RADII(at)
    at.skip('of')
    const found = distance(at)
    if (!found) return undefined
    at.skip('in')
    if (radiusFirst || RADII(at)) return { kind: 'circle', radius: found }
    DIAMETERS(at)
    return { kind: 'circle', diameter: found }
  }
  const symbol = at.mark('⌀')
  const found = distance(at)
  if (!found) return undefined
  if (RADII(at)) {
    at.skip('circle')
    return { kind: 'circle', radius: found }
  }
  DIAMETERS(at)
  if (!at.word('circle', 'circular pattern', 'ring') && !symbol) return undefined
  return { kind: 'circle', diameter: found }
}

const joins = (at: Cursor): boolean => at.mark(',') || at.word('and') !== undefined || at.mark('/') || at.mark('&')

/** `at 12 o'clock`, `at 3, 6 and 9 o'clock`. */
export const clock = place((at) => {
  at.skip('at', 'the', 'in')
  const hours: Quantity[] = []
  do {
    const number = at.number()
    if (!number || number.unit !== undefined || number.value > 12 || number.value < 0) return undefined
    hours.push({ value: number.value, at: number.at, number })
    at.mark("'")
    if (at.word('o-clock', 'oclock', 'o clock', "o'clock")) {
      at.skip('position', 'and')
      return { kind: 'clock', hours }
    }
    at.attempt(() => {
      at.mark(',')
      at.skip('and')
      return true
    })
  } while (hours.length < 13)
  return undefined
})

/** `120 degrees apart`, `at 60° intervals`, `every 45°`. */
export const apart = place((at) => {
  at.skip('at', 'with')
  const every = at.word('every')
  const number = at.number()
  if (!number || number.unit !== 'deg') return undefined
  const steps = at.word('apart', 'interval', 'intervals', 'spacing', 'pitch', 'increments')
  return every || steps ? { kind: 'apart', angle: { value: number.value, at: number.at, number } } : undefined
})

/** `0, 120 and 240 degrees, six M3 holes`: a count is no angle. What is cut off `at 45 degrees, 8 mm` has no list of them. */
const isAngle = (at: Cursor, turned: boolean): boolean => {
  const [item, next] = [at.item, at.peek(1)]
  if (item?.kind !== 'number') return false
  const listed = (next?.kind === 'mark' && ',/&'.includes(next.text)) || (next?.kind === 'word' && next.text === 'and')
  // `rotated by 30°, 20 mm from the left`
  return (turned ? item.unit === 'deg' : item.unit !== undefined) || (listed && item.unit === undefined)
}

/** `none at 12 o'clock`, `no hole at 6 o'clock`: those of a circle lie on both sides of that. */
export const straddling = place((at) => {
  at.skip('with', 'so', 'that')
  if (!at.word('none', 'nothing', 'no')) return undefined
  at.wordIf(isHole)
  at.skip('of', 'them', 'is', 'are', 'sits', 'lies')
  const told = clock(at)
  if (told?.is !== 'place' || told.place.kind !== 'clock') return undefined
  const [hour, ...others] = told.place.hours
  return hour && others.length === 0 ? { kind: 'straddle', hour } : undefined
})

/** `at 0, 120 and 240 degrees`, `at 45°`, `offset 30 degrees`, `starting at 45°`. */
export const angles = place((at) => {
  const listed = circledBefore(at) ? at.attempt(listedAngles) : undefined
  if (listed) return { kind: 'angles', at: listed }
  const first = at.attempt(() => {
    at.skip('with', 'the')
    if (!at.word('first')) return undefined
    return at.wordIf(({ text, entry }) => text === 'one' || (entry?.nouns.length ?? 0) > 0) ?? true
  })
  const start =
    at.word('offset', 'rotated', 'starting', 'start', 'turned', 'clocked') !== undefined || first !== undefined
  at.skip('by', 'at', 'from', 'an', 'angle', 'of')
  const prep = at.peek(-1)
  if (!start && !(prep?.kind === 'word' && ['at', 'by'].includes(prep.text))) return undefined
  const found: Quantity[] = []
  do {
    const number = at.number()
    if (!number || (number.unit !== undefined && number.unit !== 'deg')) return undefined
    found.push({ value: number.value, at: number.at, number })
    if (number.unit === 'deg' && !at.attempt(() => (joins(at) && isAngle(at, start) ? true : undefined))) {
      at.skip('around')
      return { kind: 'angles', at: found, ...(start ? { start: true as const } : {}) }
    }
    if (number.unit !== 'deg' && !joins(at)) return undefined
    at.skip('and')
  } while (found.length < 60)
  return undefined
})
