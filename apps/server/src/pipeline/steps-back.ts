/**
 * How many steps words ask to go back; none, where they ask for something else (AG42).
 * @example stepsBack('undo the last two') // → 2
 */
export function stepsBack(words: string): number {
  const said = UNDO.exec(words.trim())
  if (!said) return 0
  const { many = '1' } = said.groups ?? {}
  return Math.min(COUNTS[many.toLowerCase()] ?? Number(many), MOST)
}

const UNDO =
  /^(?:please )?(?:undo|revert|take back|go back)(?: (?:that|it|this|them|both|by))?(?: (?:the )?(?:last|previous))?(?: (?<many>one|two|three|four|five|twice|both|\d+))?(?: (?:changes?|steps?|edits?|times|things?|ones?))?(?: please)?\s*[.!]*$|^(?:please )?take (?:it|that) back\s*[.!]*$/i
const COUNTS: Record<string, number> = { one: 1, two: 2, both: 2, twice: 2, three: 3, four: 4, five: 5 }
const MOST = 20
