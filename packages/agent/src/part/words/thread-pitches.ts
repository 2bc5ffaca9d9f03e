import type { Span } from '@hewn/model'
import { pitched } from '../library/fasteners.ts'
import type { Rewrite } from './notation.ts'

/** `M10x1.25`, `M12 x 1.75`, `M8 - 1.25`: a screw with its pitch, and no hole so deep. */
const PITCHED =
  /\bM(\d+(?:\.\d+)?)( ?[x×*-] ?)(\d(?:\.\d+)?)(?: ?mm pitch| pitch|p\b)?(?![\d.]|,\d| ?(?:mm )?(?:deep|long)\b)/gi

const nameOf = ([, size = '', , pitch = '']: RegExpExecArray): string | undefined => pitched(`M${size}`, Number(pitch))

/** The coarse pitch of a screw says nothing new; with a fine one it has a name of its own, M10f125: the pitch in hundredths. */
export const THREAD_PITCHES: readonly Rewrite[] = [
  // `4xM8 holes`, `4-M6`: how many, and of which.
  [/(?<![\w./-])(\d{1,2})(?:x|×|\*| ?- ?)(?=(?:M|[Øø⌀] ?)\d)/gi, ({ 1: count = '' }) => `${count} x `],
  [PITCHED, (match) => nameOf(match)?.replace(/x(.+)$/, (_, pitch) => `f${100 * Number(pitch)}`) ?? match[0]],
]

/** Pitches that were told and are no sizes. */
export const pitchNumbers = (words: string): Span[] =>
  [...words.matchAll(PITCHED)].flatMap((match): Span[] => {
    const [text, size = '', mark = '', pitch = ''] = match
    const from = match.index + text.indexOf(pitch, 1 + size.length + mark.length)
    return nameOf(match) === `M${size}` ? [[from, from + pitch.length]] : []
  })
