import type { Span } from '@hewn/model'
import type { PartAnswer } from './answer.ts'
import { cutOut } from './cut-out.ts'
import { isPassedOver } from './passed-over.ts'
import type { Item } from './words/items.ts'

/**
 * Numbers that no word of the grammar took, since what they stand in orders nothing: they are told as such, and never dropped
 * in silence (AG14). `3 mm from the short (18 mm) side` is a place, and its 18 mm only points at the side; a length that nothing
 * comes to was passed over, and stands open.
 */
export function withAsideNumbers(part: PartAnswer, words: string, items: readonly Item[]): PartAnswer {
  const { spans } = part.understanding
  const read = items
    .filter((item) => item.kind === 'number' || ('text' in item && /\d/.test(item.text)))
    .map(({ at }) => at)
  const told = spans.filter(({ role }) => role === 'noted' || role === 'unread').map(({ at }) => at)
  const all = spans.map(({ at }) => at)
  const found = [
    ...placesOf(/\d+(?:[.,]\d+)*/g, words).filter(isOutside([...read, ...told])),
    ...placesOf(COUNTS, words).filter(isOutside(all)),
  ]
  if (found.length === 0) return part
  const aside = found.map((at) =>
    isPassedOver(words, part.plan.names, at)
      ? { at, role: 'unread' as const }
      : { at, role: 'noted' as const, as: 'aside' },
  )
  const sorted = [...cutOut(spans, found), ...aside].toSorted((a, b) => a.at[0] - b.at[0])
  return { ...part, understanding: { ...part.understanding, spans: sorted } }
}

const COUNTS = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi

const placesOf = (pattern: RegExp, words: string): Span[] =>
  [...words.matchAll(pattern)].map(({ 0: text, index }): Span => [index, index + text.length])

const isOutside =
  (spans: readonly Span[]) =>
  ([from, to]: Span): boolean =>
    !spans.some(([start, end]) => start < to && from < end)
