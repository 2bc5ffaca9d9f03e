import type { Result, Span } from '@hewn/model'
import type { PartAnswer } from './answer.ts'
import { codeOf } from './code-of.ts'

const OTHER: Readonly<Record<string, string>> = {
  two: 'five',
  three: 'five',
  four: 'seven',
  five: 'seven',
  six: 'eight',
  eight: 'nine',
  ten: 'twelve',
  twelve: 'ten',
}
/** `two shafts`, `five-step`, `9 holes`: how many, and no size. */
const COUNTS =
  /\b(?:two|three|four|five|six|eight|ten|twelve)\b|(?<![\d.,/x×] ?)\b(?:[2-9]|1\d)(?= (?:[a-z]+ ){0,2}[a-z]{3,}s\b)/gi
const MOST = 4

/**
 * Counts that nothing listened to: with another one the same is made, the same is claimed, and nobody says that it was passed
 * by. `other`: the words read again, with `instead` in that place.
 */
export function unheardCounts(
  words: string,
  part: PartAnswer,
  other: (at: Span, instead: string) => Result<PartAnswer, unknown>,
): Span[] {
  const made = (one: PartAnswer): string => codeOf(one) + JSON.stringify(one.claims)
  const built = made(part)
  const told = part.understanding.spans.filter(({ role }) => role === 'unread' || role === 'noted')
  return [...words.matchAll(COUNTS)]
    .map(({ 0: text, index }) => ({ text, at: [index, index + text.length] as Span }))
    .filter(({ at }) => !told.some((one) => meet(one.at, at)))
    .slice(0, MOST)
    .flatMap(({ text, at }) => {
      const read = other(at, OTHER[text.toLowerCase()] ?? String(Number(text) + 1))
      if (!read.ok || made(read.value) !== built) return []
      const reported = read.value.understanding.spans.some(
        (one) => (one.role === 'unread' || one.role === 'noted') && meet(one.at, at),
      )
      return reported ? [] : [at]
    })
}

const meet = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1]
