import { LENGTH, type Rewrite } from './notation.ts'

// What goes from one outline to another: `the base is 50 by 30, the top is 30 by 15, and the height is 40`.

const AXIS = String.raw`(?: ?\([xyz]\))?`
const UNIT = String.raw`(?: ?(?:mm|millimet(?:er|re)s?|cm|in(?:ch(?:es)?)?\b|"))?`
const NUMBER = String.raw`(?<![\w.])\d+(?:\.\d+)?${UNIT}`
const CHAIN = String.raw`(?<low>${NUMBER})${AXIS} ?(?:x|×|by) ?(?<wide>\d+(?:\.\d+)?${UNIT})${AXIS}`
const SIDE = String.raw`(?<side>${NUMBER})[- ]?square|square,? (?:side (?:length )?(?:of )?|(?:of |with )?(?:an? )?(?:side|edge)s?(?: lengths?)?(?: of| is)? )?(?<of>${NUMBER})(?![\d.]| ?(?:x|×|by))(?: (?:on each|per) side)?|side lengths? of the (?:bottom|top|upper|lower) square is (?<told>${NUMBER})|square is (?<is>${NUMBER}) on (?:each|a) side`
const ROUND = String.raw`(?<across>${NUMBER})(?: ?(?:in )?(?:diameter|dia\.?))? (?:round|circle)|(?<dia>${NUMBER}) ?(?:in )?(?:diameter|dia\b\.?)|circle (?:is |of |with )*(?:an? )?(?:diameter )?(?:of )?(?<circle>${NUMBER})(?: ?(?:in )?diameter)?|[ø⌀Ø] ?(?<mark>${NUMBER})`
const OUTLINE = new RegExp(`${CHAIN}|${SIDE}|${ROUND}`, 'gi')
const HEIGHT = new RegExp(
  String.raw`\b(?:height|distance)(?: is| of|:)* (?<h>${LENGTH})${AXIS}|(?<tall>${NUMBER})${AXIS}[- ]?(?:high|tall|apart|in height)\b|separated by (?<by>${NUMBER})|\b(?:over|in|within) (?:a height of )?(?<over>${NUMBER})(?! ?(?:dia|square|circle))`,
  'i',
)
const WALL = new RegExp(
  String.raw`,? ?(?:with |and )?(?:an? )?(?:(?:wall thickness|walls?)(?: of| is|:)? (?<of>${NUMBER})|(?<thick>${NUMBER})(?: thick)? walls?)`,
  'i',
)
const HIGH = /\b(?:top|upper)\b/i
const LOW = /\b(?:base|bottom|lower|foot)\b/i
/** Of which an outline is no more than a piece, or that is done to it beside. */
const ELSE =
  /\b(?:walls?|shell|thickness|thick|inside|three|flange|neck|cavity|chamfer|fillet|(?:each|both|one) ends?|round bar|rod|shaft|spindle|roller|dowel|loft(?:ing)? .*\b(?:then|and) .*\bloft)\b/i

interface End {
  text: string
  round: boolean
  at: number
  end: 'low' | 'high' | undefined
}

/** One outline below, another one above: told by a sentence each, by their ends, or the other way round. */
export const TWO_ENDED: readonly Rewrite[] = [
  [
    /^(?=[^]*\b(?:frustum|truncated|loft\w*|transition\w*|tapered|blend\w*|square[- ]to[- ]round)\b)[^]+$/gi,
    ({ 0: text }) => {
      const [told, ...others] = text.split(/(?<=[.;]) (?=[^.;]*\b(?:holes?|bores?|drill\w*)\b)/i)
      return others.length > 1 || !told ? text : (betweenEnds(told, others.join(' ')) ?? text)
    },
  ],
]

function betweenEnds(told: string, after: string): string | undefined {
  const wall = WALL.exec(told)
  const thick = wall?.groups?.['thick'] ?? wall?.groups?.['of']
  const plain = wall
    ? told.slice(0, wall.index) + ' '.repeat(wall[0].length) + told.slice(wall.index + wall[0].length)
    : told
  if (ELSE.test(plain)) return undefined
  const high = HEIGHT.exec(plain)
  const groups = high?.groups ?? {}
  const height = groups['h'] ?? groups['tall'] ?? groups['by'] ?? groups['over']
  if (!high || !height) return undefined
  const rest = plain.slice(0, high.index) + ' '.repeat(high[0].length) + plain.slice(high.index + high[0].length)
  const ends = [...rest.matchAll(OUTLINE)].map((match): End => outlineOf(match, rest))
  const [first, second, ...more] = ends
  const left = rest.replace(OUTLINE, '').replace(/\bz ?= ?0\b/gi, '')
  if (!first || !second || more.length > 0 || /\d/.test(left)) return undefined
  // Two circles are a cone, and two squares said in one breath are known as they are.
  if (first.round && second.round) return undefined
  const upsideDown = first.end === 'high' && second.end !== 'high'
  const [low, up] = upsideDown ? [second, first] : [first, second]
  return `loft from a ${low.text} to a ${up.text} , ${height} apart ${thick ? `, ${thick} wall ` : ''}${after && `. ${after}`}`
}

function outlineOf({ groups = {}, index, 0: text }: RegExpMatchArray, rest: string): End {
  const [from = 0, to = 0] = [index, (index ?? 0) + text.length]
  const { low, wide } = groups
  const side = groups['side'] ?? groups['of'] ?? groups['told'] ?? groups['is']
  const across = groups['across'] ?? groups['dia'] ?? groups['circle'] ?? groups['mark']
  const before =
    rest
      .slice(Math.max(0, from - 40), from)
      .split(/[,;.]|\bto\b|\band\b/)
      .at(-1) ?? ''
  const behind = rest.slice(to, to + 30).split(/[,;.]|\bto\b|\band\b|\bblend/)[0] ?? ''
  const around = /side lengths? of/i.test(text) ? text : `${behind} ${before}`
  return {
    text: across ? `${across} diameter circle` : side ? `${side} square` : `${low} x ${wide} rectangular section`,
    round: across !== undefined,
    at: from,
    end: HIGH.test(around) ? 'high' : LOW.test(around) ? 'low' : undefined,
  }
}
