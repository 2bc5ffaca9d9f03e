import type { Span } from '@hewn/model'
import { BEARINGS } from '../library/bearings.ts'
import type { Rewrite } from './notation.ts'

// A bearing whose seat is told by its size is only what the part is for: `22 mm hole for a 608 bearing`, `bearing cap for 6204: … 47 mm recess`.

const CODE = String.raw`(\d{3,4})(?:[- ]?(?:zz|2z|2rs1?|rs|ddu|llu))?`
const BEARING = new RegExp(
  String.raw`(?:\b(?:for|to suit|to take|to fit|to hold|holding|of) )?(?:\b(?:an?|the|one|two|2) )?\b${CODE}(?! ?(?:mm|x|×|long|wide|dia))(?: (?:deep groove |ball |skate |skateboard )*bearings?\b(?! (?:spacer|cap|cover|plate|block|housing|holder|seat|mount|carrier|retainer))|(?= (?:ball )?bearings? (?:spacer|cap|cover|plate|block|housing|holder|seat|mount|carrier|retainer)\b)|(?=[,:;.)]|$))`,
  'gi',
)
/** What holds it, where the shape of that is said as well. */
const HOLDER =
  /\bbearing (?:housing|holder|block|mount|seat|carrier|support|retainer)s?:? ?(?=(?:[\d.]+ ?[x×] ?){2}[\d.]+|[^;.]*\b(?:block|plate|disc)\b)/gi

/** The seat, the bore or the width of it is among the numbers that were said. */
function isTold({ 0: text, 1: code = '', input, index }: RegExpExecArray): boolean {
  const row = Object.hasOwn(BEARINGS, code) ? BEARINGS[code] : undefined
  if (!row || !/\bbearings?\b/i.test(input)) return false
  const others = input.slice(0, index) + input.slice(index + text.length)
  const said = (size: number, as: string) =>
    new RegExp(
      String.raw`(?<![\d.])${size}(?: ?mm)?(?: (?:in )?dia(?:meter)?)? ?(?:${as})\b|\b(?:${as}),?(?: of| is)? ?[Øø]?${size}(?![\d.])|[Øø]${size}(?![\d.])`,
      'i',
    ).test(others)
  return (
    said(row.outer, 'holes?|bores?|pockets?|recess|seat|counterbore|dia(?:meter)?|od|outside|through') ||
    said(row.bore, 'bore|id|inside|hole')
  )
}

/** What a bearing sits in is round: `22 mm pocket`, `22x7 pocket`. */
const SEAT =
  /\b(\d+(?:\.\d+)?)( ?mm)?(?: ?[x×] ?(\d+(?:\.\d+)?)(?: ?mm)?(?: deep)?)? (pocket|recess|seat|counterbore)\b/gi

/** One is still to be looked up: its seat was not said. */
const isNamed = (words: string): boolean =>
  [...words.matchAll(/\b\d{3,4}\b/g)].some(([code]) => Object.hasOwn(BEARINGS, code))

/** Both of its diameters were said, and nothing that it goes in. */
const TOLD =
  /^(?=[^]*\b(?:outer|outside|od|external)\b)(?=[^]*\b(?:inner|inside|id|bore|internal)\b)(?![^]*\b(?:housing|block|holder|pocket|seat|cap|cover)\b)/i

export const BEARING_NAMES: readonly Rewrite[] = [
  // `pillow block 80 x 30 x 50, 22 mm bore at 30 from the bottom, two 9 mm feet holes`: bored across, and screwed down.
  [
    /^((?:an? )?(?:pillow|plummer|bearing)[- ]block(?= ?[:,]? \d[\d.]* ?[x×])[^;]*?\b(?:bore|hole))(?: (?:right )?through)?,?(?: (?:its |bore |with its )?(?:axis|cent(?:er|re)))? (?:at )?(\d[\d.]*(?: ?mm)?) (?:up )?(?:from|above) (?:the )?(?:bottom|base|underside|feet)\b([^]*)$/gi,
    ({ 1: block = '', 2: high = '', 3: rest = '' }) =>
      `${block.replace(/(?:pillow|plummer|bearing)[- ]block/i, 'block')} from front to back, ${high} from the bottom${rest.replace(/\b(?:feet|foot|base) holes\b/gi, 'holes from the top')}`,
  ],
  [
    SEAT,
    ({ 0: text, 1: wide, 2: unit = '', 3: deep, 4: seat, input }) =>
      [...input.matchAll(BEARING)].some(({ 1: code = '' }) => String(BEARINGS[code]?.outer) === wide)
        ? `${wide}${unit} diameter ${seat}${deep ? ` ${deep} deep` : ''}`
        : text,
  ],
  // `a seat for a 6202 bearing in each end`, `bearing seats 22 mm x 7 deep`: sunk into what is turned.
  [
    /\b(?:(?:ball |roller )?bearing )?seat(s?)(?=(?:,| is| for| to| of| suit\w*| tak\w*| hold\w*| in| at| on| each| both| one| the| an?| ends?| sides?)* (?:(?:an? )?\d{3,4}(?:[- ]?(?:zz|2rs))? (?:ball )?bearing|(?:[Øø∅⌀] ?)?\d[\d.]*(?: ?mm)?(?: (?:dia(?:meter)?))?(?:,| x|×| by)? ?\d[\d.]*(?: ?mm)? deep))(?<=\b(?:roller|wheel|pulley|hub|knob|disc|cylinder|ring|idler|sprocket|drum)s?\b[^]*)/gi,
    ({ 1: many = '' }) => `round pocket${many}`,
  ],
  [
    /(?<=\b\d{3,4}(?:[- ]?(?:zz|2rs))? (?:ball )?bearing )seat(s?)\b(?<!\b(?:shaft|spindle|axle|block|plate)\b[^]*)/gi,
    ({ 1: many = '' }) => `pocket${many}`,
  ],
  // `a ball bearing with an outer diameter of 22 mm, …`, `LM8UU linear bearing, 8 bore, 15 outside`: told by its own sizes, it is the ring they make.
  [
    /^\s*((?:(?!flanged? )[a-z\d]+ ){0,4}?)(?:deep groove )?(?:ball |roller |needle |plain |sleeve |radial |linear )?bearing(?! ?(?:block|holder|housing|mount|seat|carrier|cap|cover|spacer|puller|press|plate|\d{3,4}\b))\b/gi,
    ({ 0: text, 1: lead = '', input }) => (TOLD.test(input) ? `${lead.replace(/\S*\d\S* /g, '')}ring` : text),
  ],
  [BEARING, (match) => (isTold(match) ? ' ' : match[0])],
  [
    HOLDER,
    (match) => {
      if (isNamed(match.input)) return match[0]
      const after = match.input.slice(match.index + match[0].length)
      return /^[\d.]/.test(after) && !/\b(?:block|plate|disc)\b/i.test(after) ? 'block ' : ''
    },
  ],
]

export const bearingNumbers = (words: string): Span[] =>
  [...words.matchAll(BEARING)].filter(isTold).map(({ 0: text, index }): Span => [index, index + text.length])
