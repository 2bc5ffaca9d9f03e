import type { Named, Span } from '@hewn/model'

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^ ?(?:mm\b|millimet)/i, 1],
  [/^ ?cm\b/i, 10],
  [/^ ?(?:inch|in\b(?! (?:the|a|an|it|each|every|its|both|line|total)\b)|")/i, 25.4],
]
/** Where a part stands is nothing of its shape: `centred at 10, 20, 30 mm`. */
const STANDS =
  /\b(?:cent(?:re|er)e?d|starting|located|standing|placed|positioned|begins?|origin|about|approx(?:imately)?\.?) (?:at |is )?\(?(?:-?[\d.]+ ?(?:mm)?, ?)*$/i

/**
 * A length with its unit that no word of the grammar took (a rewrite passed over what it stands in), and that none of the sizes
 * comes to: something was asked for that is not made. What only says again what is so may be passed over. `words` are those the
 * span is of: of an edit, what was said last.
 */
export function isPassedOver(words: string, names: readonly Named[], [from, to]: Span): boolean {
  const factor = UNITS.find(([unit]) => unit.test(words.slice(to)))?.[1]
  const value = Number(words.slice(from, to)) * (factor ?? 1)
  if (factor === undefined || !(value > 0) || STANDS.test(words.slice(0, from))) return false
  return !comesTo(
    value,
    names.flatMap((one) => (one.unit === 'mm' ? [one.value] : [])),
  )
}

/** One of them, half or twice of it, or what two of them leave: the inside that goes with an outside and a wall. */
export function comesTo(value: number, made: readonly number[]): boolean {
  const near = (other: number) => Math.abs(other - value) < 1e-6
  return made.some(
    (one) =>
      [one, one / 2, one * 2].some(near) ||
      made.some((other) => [one - other, one - 2 * other, one + other, one + 2 * other, (one - other) / 2].some(near)),
  )
}
