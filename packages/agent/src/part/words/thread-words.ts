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
  new RegExp(
    String.raw`,? ?(?:and |with )*(?:the )?(?:last|first|end) (${LENGTH})(?: mm)?(?:${AT_ENDS}),? (?:is |are )?threaded (?:to )?${SCREW}`,
    'gi',
  ),
  // `bolt 60 long with 35 mm threaded length`
  new RegExp(
    String.raw`,? ?(?:and |with )*(?:an? )?(?:thread(?:ed)? (?:length|portion)(?: of| is|:)? (${LENGTH})|(${LENGTH})(?: mm)?(?: long)? (?:of thread|thread(?:ed)? (?:length|portion|part)))(?<=\b(?:bolt|screw|stud)\b[^]*)`,
    'gi',
  ),
  // `both ends turned down to 8 mm for 15 mm and threaded M8`: what was turned down is.
  new RegExp(
    String.raw`(?<=\b(?:turned|stepped|reduced|machined|necked)(?: down)? to [^.;]{1,30}?) and threaded (?:to )?${SCREW}(?! ?\d)`,
    'gi',
  ),
]

const isOutside = ({ 0: text, input }: RegExpExecArray): boolean =>
  BAR.test(input) && !HOLE.test(text) && !HOLE.test(input)

/** How wide a bar is that has one diameter alone. */
function widthOf(input: string): number | undefined {
  const found = [
    ...input.matchAll(/(?:[Øø∅⌀] ?|\bdia(?:meter)? )(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)(?: ?mm)? dia(?:meter)?\b/gi),
    ...input.matchAll(/\b(?:shaft|axle|rod|bar|spindle|pin),? (?:of )?(\d+(?:\.\d+)?)(?: ?mm)? ?[x×] ?\d/gi),
  ].map((match) => Number(match[1] ?? match[2]))
  return found.length === 1 ? found[0] : undefined
}

/** `M12 thread 20 long at one end` of a bar of 20 mm: as far as the thread goes, it is turned down to it. */
function turnedDown({ 0: text, input, index }: RegExpExecArray): string | undefined {
  const size = Number(/M(\d+(?:\.\d+)?)/.exec(text)?.[1])
  const long = [...text.replace(/M\d+(?:\.\d+)?(?: ?[x×] ?[\d.]+(?= threads?))?/g, '').matchAll(/(\d+(?:\.\d+)?)/g)]
  const [length, ...others] = long
  const which = /\b(both|each|one|other|far|left|right|top|bottom)\b[^.;]*\bends?\b/i.exec(text)?.[1]?.toLowerCase()
  const ends = which ?? (/\bboth ends\b[^,.;]*$/i.test(input.slice(0, index)) ? 'both' : undefined)
  const wide = widthOf(input)
  if (!length || others.length > 0 || !ends || !wide || !(size < wide - 0.4)) return undefined
  if (ends === 'both' || ends === 'each')
    return `${which ? ', both ends' : ''} stepped to ${size} for the last ${length[1]}`
  return ` ; stepped to ${size} for the ${LOW.test(ends) ? 'first' : 'last'} ${length[1]}`
}
const LOW = /^(?:other|far|left|bottom)$/

export const THREAD_WORDS: readonly Rewrite[] = THREADS.map(
  (pattern): Rewrite => [pattern, (match) => (isOutside(match) ? (turnedDown(match) ?? ' , isothread , ') : match[0])],
)

/** The numbers that threads are told by. */
export const threadNumbers = (words: string): Span[] =>
  THREADS.flatMap((pattern) =>
    [...words.matchAll(pattern)]
      .filter((match) => isOutside(match) && turnedDown(match) === undefined)
      .map(({ 0: text, index }): Span => [index, index + text.length]),
  )
