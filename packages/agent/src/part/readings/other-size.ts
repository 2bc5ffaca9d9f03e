import { known } from './known.ts'
import { isNoun, isNumber, isWord, put, type Turning } from './turn.ts'

// A number, or the word beside it, that says another size.

/** Sizes that people call by each other's names. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  thickness: ['wall', 'height', 'width'],
  depth: ['height', 'width', 'length'],
  height: ['length', 'depth', 'width'],
  length: ['height', 'width'],
  width: ['length', 'outside diameter', 'height'],
  wall: ['thickness'],
  inner: ['clear'],
  bend: ['radius'],
  radius: ['corner radius', 'bend radius'],
  'bottom-width': ['outside diameter', 'base diameter'],
  spacing: ['centre distance', 'pitch'],
  centres: ['spacing'],
  pitch: ['spacing'],
  overall: ['length', 'height', 'width'],
}

/** The word beside a number that found no place says another size. */
export const role: Turning = (items, place, { lost }) => {
  const item = items[place]
  const called = isWord(item) ? item.entry?.role : undefined
  if (!isWord(item) || called === undefined) return []
  const near = lost.some(({ at }) => Math.abs(at[0] - item.at[1]) < 5 || Math.abs(item.at[0] - at[1]) < 5)
  if (!near) return []
  return (NEAR[called] ?? []).map((other) => ({
    at: item.at,
    weight: 1.5,
    items: put(items, place, known(other, item.at)),
  }))
}

/** `rounded over 3 mm`, `tapering to 20 over 40`: over is no bound here. */
export const bound: Turning = (items, place) => {
  const item = items[place]
  if (!isNumber(item) || item.token.bound === undefined) return []
  const { bound: _, ...token } = item.token
  return [{ at: item.at, weight: 0.4, items: put(items, place, { ...item, token }) }]
}

/** `with one 2 mm divider`: one of it. */
export const article: Turning = (items, place, { lost }) => {
  const item = items[place]
  if (!isNumber(item) || item.text.toLowerCase() !== 'one' || !lost.some(({ at }) => at[0] === item.at[0])) return []
  return [{ at: item.at, weight: 0.2, items: put(items, place, known('a', item.at)) }]
}

/** A word that was taken for a known one with a letter wrong stands as it was written. */
export const typo: Turning = (items, place) => {
  const item = items[place]
  if (!isWord(item) || !item.typo) return []
  const { entry: _, typo: written, ...rest } = item
  return [{ at: item.at, weight: 0.8, items: put(items, place, { ...rest, text: written, plural: false }) }]
}

/** `two legs 40 x 20`: each so long and so wide, where one each does not do. */
export const eachLeg: Turning = (items, place) => {
  const [legs, long, times, wide] = items.slice(place, place + 4)
  if (!isWord(legs) || !legs.plural || !/^(?:leg|arm|flange)$/.test(legs.text)) return []
  if (!isNumber(long) || times?.kind !== 'times' || !isNumber(wide)) return []
  const [count] = items.slice(place - 1, place)
  const counted = isNumber(count) && count.value === 2 ? 1 : 0
  const put = [legs, long, known('long', long.at), wide, known('wide', wide.at)]
  return [{ at: legs.at, weight: 0.8, items: items.toSpliced(place - counted, 4 + counted, ...put) }]
}

/** `4 x 9 holes at 80 crs`: so many of that diameter, where so many rows and columns do not do. */
export const sizedHoles: Turning = (items, place) => {
  const [count, times, size, holes] = items.slice(place, place + 4)
  const whole = [count, size].every((one) => isNumber(one) && one.unit === undefined && Number.isInteger(one.value))
  if (!whole || times?.kind !== 'times' || !isNumber(size) || !isNoun(holes) || !holes.plural) return []
  // `two 10 x 15 holes` are counted.
  if (!holes.entry?.nouns.includes('hole') || isNumber(items[place - 1])) return []
  return [{ at: times.at, weight: 0.4, items: put(items, place + 1, { kind: 'mark', at: times.at, text: '⌀' }) }]
}
