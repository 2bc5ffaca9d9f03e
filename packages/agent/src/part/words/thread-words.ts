import type { Span } from '@hewn/model'
import { LENGTH, type Rewrite } from './notation.ts'

// A thread on what is round is not made: the bar keeps its diameter, and how long the thread is is noted.

const SCREW = String.raw`M\d+(?:\.\d+)?(?: ?[x×] ?[\d.]+)?`
const AT_ENDS = String.raw`,? ?(?:at|on|from|in|of)? ?(?:the )?(?:each|both|one|either|other|far|two)(?: of the)?(?: two)? ends?\b`
const BAR = /\b(?:bar|rod|stud|shaft|pin|bolt|screw|spindle|axle|dowel|rods|tie)\b/i
/** What is threaded there is a hole. */
const HOLE = /\b(?:holes?|tapped|internal(?:ly)?|female|bores?|inside)\b/i

const THREADS: readonly RegExp[] = [
  new RegExp(
    String.raw`,? ?(?:and |with )*\bthreaded(?: (?:to )?${SCREW})?,?(?: for| over)?(?: the)?(?: (?:last|first))? (${LENGTH})(?: mm)?(?: long| deep)?(?:${AT_ENDS}|$|(?=[,;.]))`,
    'gi',
  ),
  new RegExp(
    String.raw`,? ?(?:and |with )*(?:an? )?\b${SCREW} threads?,? (?:x |× )?(${LENGTH})(?: mm)?(?: long)?(?:${AT_ENDS})`,
    'gi',
  ),
  new RegExp(
    String.raw`,? ?(?:and |with )*(?:an? )?\bthreads? (?:of )?${SCREW},? (?:x |× |for )?(${LENGTH})(?: mm)?(?: long)?(?:${AT_ENDS})`,
    'gi',
  ),
  new RegExp(
    String.raw`,? ?(?:and |with )*(?:an? )?\b(${LENGTH})(?: mm)?(?: long)? (?:of )?(?:(?:an? )?${SCREW} )?threads?(?:${AT_ENDS})`,
    'gi',
  ),
  new RegExp(String.raw`,? ?(?:and |with )*\bthreaded(?: (?:to )?${SCREW})?(?:${AT_ENDS})`, 'gi'),
]

const isOutside = ({ 0: text, input }: RegExpExecArray): boolean =>
  BAR.test(input) && !HOLE.test(text) && !HOLE.test(input)

export const THREAD_WORDS: readonly Rewrite[] = THREADS.map(
  (pattern): Rewrite => [pattern, (match) => (isOutside(match) ? ' , isothread , ' : match[0])],
)

/** The numbers that threads are told by. */
export const threadNumbers = (words: string): Span[] =>
  THREADS.flatMap((pattern) =>
    [...words.matchAll(pattern)].filter(isOutside).map(({ 0: text, index }): Span => [index, index + text.length]),
  )
