import { type ErrorBody, fail, ok, type Result } from '@hewn/model'
import type { Span } from '../understanding.ts'
import { BOX_SIDES, type BoxSide } from './box-draft.ts'
import type { ReadLength } from './box-lengths.ts'
import type { ChangeSide, Phrase } from './meaning.ts'
import { ask } from './refuse-reading.ts'
import { ofKind } from './of-kind.ts'

/** `20 mm taller`, `twice as wide`: what becomes of a side depends on the box there is. */
export interface Change {
  side: BoxSide | 'thickness'
  /** Millimetres to add, or a factor. */
  by: { add: number } | { times: number }
  span: Span
}

/** What is to become larger or smaller than it is, side by side. */
export function bindChanges(
  phrases: readonly Phrase[],
  length: ReadLength,
  spanOf: (phrase: Phrase) => Span,
): Result<Change[], ErrorBody> {
  const all = ofKind(phrases)
  const changes: Change[] = []
  for (const phrase of all('change')) {
    const { number, sign } = phrase
    const span = spanOf(phrase)
    if (number.unit === '%') {
      for (const side of changedSides(phrase.side))
        changes.push({ side, by: { times: 1 + (sign * number.value) / 100 }, span })
      continue
    }
    const by = length(number)
    if (!by.ok) return by
    if (phrase.side === 'size')
      return fail(
        ask(
          `Which side should be ${number.text} ${sign > 0 ? 'larger' : 'smaller'}?`,
          (sign > 0 ? ['wider', 'deeper', 'taller'] : ['narrower', 'shallower', 'shorter']).map(
            (word) => `${number.text} ${word}`,
          ),
        ),
      )
    for (const side of changedSides(phrase.side)) changes.push({ side, by: { add: sign * by.value.value }, span })
  }
  for (const phrase of all('factor'))
    for (const side of changedSides(phrase.side))
      changes.push({ side, by: { times: phrase.factor }, span: spanOf(phrase) })
  for (const phrase of all('scale')) {
    const { value, unit } = phrase.number
    for (const side of BOX_SIDES)
      changes.push({ side, by: { times: unit === '%' ? value / 100 : value }, span: spanOf(phrase) })
  }
  return ok(changes)
}

const changedSides = (side: ChangeSide): readonly (BoxSide | 'thickness')[] =>
  side === 'size' ? BOX_SIDES : side === 'length' ? ['width'] : [side]
