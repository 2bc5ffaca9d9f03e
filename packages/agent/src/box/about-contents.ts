import type { Claim } from '@hewn/model'

/**
 * `make it 2 rows` of a box for 40 cells says how these lie, and divides nothing: the words with what goes in before them.
 * @example aboutContents('make it 2 rows', claims) // → 'for 40 AA cells in 2 rows'
 */
export function aboutContents(words: string, claims: readonly Claim[]): string {
  const [, rows] = ROWS.exec(words) ?? []
  const held = claims.find(({ id, dropped }) => id.startsWith('claim:contents:') && !dropped)
  const [, what] = /: room for (.+)$/.exec(held?.text ?? '') ?? []
  return rows && what ? `for ${what} in ${rows}` : words
}

const ROWS =
  /^\s*(?:(?:please|now|no|actually|rather),? )*(?:(?:make|put|arrange|lay|have|do) (?:it|them|those|that|these) )?(?:(?:in|into|as|to) )?((?:\d+|one|two|three|four|five|six|eight|ten) (?:rows?|columns?))(?: instead| please)*[\s.!]*$/i
