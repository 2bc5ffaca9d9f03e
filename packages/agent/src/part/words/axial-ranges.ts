import type { Rewrite } from './notation.ts'

// What is turned, told by where each stretch begins and ends: `0-20: Ø30, 20-60: Ø25`, `From X = 0 to X = 30 the diameter is 20 mm`.

const NUMBER = String.raw`\d+(?:\.\d+)?`
const AXIS = String.raw`(?:[xyz] ?[=:]? ?)?`
const TO = String.raw`(?: ?mm)? ?(?:to|-|–|—|\.\.\.?|until) ?`
const FROM_TO = String.raw`(?:from )?${AXIS}(${NUMBER})${TO}${AXIS}(${NUMBER})(?: ?mm)?`
const IS = String.raw`,? ?[:=]? ?(?:it is |is |has |with |at )?(?:(?:the |its |a )?(?:shaft |outer |outside )?(?:diameter|dia|od)(?: is| of|:| =)? )?(?:[Øø∅⌀] ?)?`
const OF_ROUND = String.raw`(?: ?mm)?(?: (?:in )?(?:dia(?:meter)?|od|round))?`
/** `0-20: Ø30`, `Ø30 from 0 to 20`. */
const RANGE_FIRST = String.raw`(?:the )?${FROM_TO}${IS}(${NUMBER})${OF_ROUND}`
const WIDE_FIRST = String.raw`(?:[Øø∅⌀] ?|dia(?:meter)? (?:of )?)(${NUMBER})(?: ?mm)?,? (?:from|between) ${AXIS}(${NUMBER})(?:${TO}| and )${AXIS}(${NUMBER})(?: ?mm)?`
const BETWEEN = String.raw`[\s,;.|]*(?:and |then )*[\s-]*`
const chain = (one: string): RegExp => new RegExp(String.raw`(?<![\w.])${one}(?:${BETWEEN}${one})+(?![\w.]*\d)`, 'gi')
const TURNED =
  /\b(?:shaft|spindle|axle|pin|turned|stepped|arbor|mandrel|roller|stud|plunger|cylind\w*|revolved|lathe|dia(?:meter)?|od)\b|[Øø∅⌀]/i
const NOUN =
  /\b(?:shaft|spindle|axle|pin|turned part|stepped (?:shaft|pin|rod|bar|cylinder)|arbor|mandrel|roller|stud|plunger)\b/i

interface Range {
  from: number
  to: number
  wide: number
}

/** One behind the other from 0 on: so long is each. */
const isChain = (ranges: readonly Range[]): boolean =>
  ranges[0]?.from === 0 &&
  ranges.every(({ from, to, wide }, at) => to > from && wide > 0 && from === (ranges[at - 1]?.to ?? 0))

const clean = (value: number): number => Math.round(value * 1e6) / 1e6

function stepped({ 0: text, input, index }: RegExpExecArray, ranges: readonly Range[]): string {
  if (ranges.length < 2 || !isChain(ranges) || !TURNED.test(input)) return text
  const steps = ranges.map(({ from, to, wide }) => `, step ⌀ ${wide} x ${clean(to - from)} long`).join(' ')
  return `${NOUN.test(input.slice(0, index)) ? '' : 'stepped shaft '}${steps} `
}

const rangesIn = (text: string, one: string, order: readonly [number, number, number]): Range[] =>
  [...text.matchAll(new RegExp(one, 'gi'))].map((match) => {
    const [from, to, wide] = order.map((at) => Number(match[at]))
    return { from: from ?? 0, to: to ?? 0, wide: wide ?? 0 }
  })

const NAMED = String.raw`(?:base|bottom|lower|middle|cent(?:re|er|ral)|top|upper|first|second|third|fourth|last|next|final|small(?:er)?|large[r]?)`
/** `Bottom section: diameter 60 mm, height 20 mm`, `the middle one 25 mm and 50 long`. */
const SECTION = String.raw`(?<!\b(?!and |then )[a-z]{1,12} )(?:the )?${NAMED}(?: (?:section|part|step|cylinder|tier|stage|portion|disc|one))?[:,]? (?:is |has |with |of |being )?(?:an? )?(?:dia(?:meter)?(?: of| is| =|:)? )?(?:[Øø∅⌀] ?)?(${NUMBER})${OF_ROUND},? ?(?:and |by |x |× )?(?:an? )?(?:(?:height|length|thickness)(?: of| is| =|:)? )?(${NUMBER})(?: ?mm)?(?: (?:long|high|thick|tall|wide|in length))?(?![\w.]*\d)`
const SECTIONS = new RegExp(String.raw`${SECTION}(?:${BETWEEN}${SECTION})+`, 'gi')

/** One on the other: what is on top is no cone's end. */
function sections({ 0: text, input }: RegExpExecArray): string {
  if (!/\b(?:step(?:ped|s)?|shaft|spindle|pin|turned|sections?|stack\w*|tiers?)\b/i.test(input)) return text
  if (!/\bdia(?:meter)?\b|[Øø∅⌀]/i.test(text)) return text
  const found = [...text.matchAll(new RegExp(SECTION, 'gi'))]
  return found.map(({ 1: wide, 2: long }) => `, step ⌀ ${wide} x ${long} long`).join(' ')
}

export const AXIAL_RANGES: readonly Rewrite[] = [
  [SECTIONS, sections],
  [chain(RANGE_FIRST), (match) => stepped(match, rangesIn(match[0], RANGE_FIRST, [1, 2, 3]))],
  [chain(WIDE_FIRST), (match) => stepped(match, rangesIn(match[0], WIDE_FIRST, [2, 3, 1]))],
]
