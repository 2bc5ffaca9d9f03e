export interface Mark {
  message: string
  line?: number
  hint?: string
}

/** Where a problem is marked: a line beyond the end (an unclosed bracket, say) at the last one, one without a line nowhere. */
export function placeOf(mark: Mark, lines: number): { line: number } | null {
  if (mark.line === undefined || !Number.isInteger(mark.line) || mark.line < 1) return null
  return { line: Math.min(mark.line, lines) }
}
