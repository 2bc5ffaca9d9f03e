import { BY, LENGTH, type Rewrite } from './notation.ts'

const SINK = /\bheat[- ]?sinks?\b[^]*\bfins?\b/i
const ofSink =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    SINK.test(match.input) || /\bplate\b[^]*\bfins?\b/i.test(match.input) ? put(match) : match[0]
const SIDES = new RegExp(String.raw`(${LENGTH})${BY}(${LENGTH})`, 'i')

/** A heat sink is a plate with fins on it; which way they run is told by a side of that. */
export const FIN_WORDS: readonly Rewrite[] = [
  // `heat sink 60 x 60, base 5 thick`, `heatsink 40 x 40, 3 mm base`: how thick the plate is.
  [
    new RegExp(
      String.raw`\bbase(?: plate)?(?: is| of| thickness)*[:=]? (${LENGTH}) thick\b|\bbase(?: plate)? thickness(?: is| of)?[:=]? ?(${LENGTH})|\b(${LENGTH}) (?:thick )?base(?: plate)?\b(?! ?\d)`,
      'gi',
    ),
    ofSink((match) => `${match[1] ?? match[2] ?? match[3]} thick`),
  ],
  [
    /\b(?:an? )?(?:(?:simple|small|aluminium|aluminum|finned|passive) )*heat[- ]?sink\b[:,]?(?:(?: with| has| having)?(?: an?)? base(?: plate)?(?=:? (?:of )?\d))?/gi,
    ofSink(() => 'plate'),
  ],
  // `fins running along the 80 mm direction` of a base 80 x 60
  [
    new RegExp(
      String.raw`\b(running|parallel|lengthwise) ?(?:along|to|in|with)? (?:the )?(${LENGTH}) (?:direction|side|length|edge|dimension|axis|way)\b`,
      'gi',
    ),
    (match) => {
      const [, long = '', wide = ''] = SIDES.exec(match.input) ?? []
      const of = Number.parseFloat(match[2] ?? '')
      if (!/\b(?:fins?|ribs?)\b/i.test(match.input) || Number.parseFloat(long) === Number.parseFloat(wide))
        return match[0]
      return of === Number.parseFloat(long)
        ? 'running lengthwise'
        : of === Number.parseFloat(wide)
          ? 'running crosswise'
          : match[0]
    },
  ],
]
