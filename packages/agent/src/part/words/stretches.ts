import { LENGTH, type Rewrite } from './notation.ts'

// What stands on one axis, told stretch by stretch under names of its own: `rook: base 30 dia x 8, body 20 dia x 30, head 26 dia x 10`.

const MARK = String.raw`(?:[Øø∅⌀] ?|(?:dia(?:meter)?|od) (?:of )?)`
const OF_ROUND = String.raw`(?:(?:in )?dia(?:meter)?|o\.?d\.?|outside(?: dia(?:meter)?)?|round|across)\b`
const NAME = String.raw`(?:(?<![\w.])((?:[a-z]+[ -]){0,3}?[a-z]+)(?: ?[:=] ?| (?:is |of |with |has )?(?:an? )?))?`
const LONG = String.raw`(?:long|high|thick|tall|in length|in height|wide)\b`
const TIMES = String.raw`(?:,? ?(?:x|×|by|for|over)(?: an?| the)?(?: length of)? ?)`
const BESIDE = String.raw`(?:,? ?(?:and|x|×|by|for|over)? ?)`
/** `30 dia x 8`, `6 dia and 20 long`, `Ø38 x 20`, `70 x 20` after the first. */
const SIZED = String.raw`(?:(?:${MARK}(${LENGTH})|(${LENGTH})(?: mm)? ?${OF_ROUND})(?:${TIMES}(${LENGTH})(?: mm)?(?: ${LONG})?|${BESIDE}(${LENGTH})(?: mm)? ${LONG}|,? (?:and )?(?:an? |its )?(?:height|length|thickness)(?: of| is|:)? (${LENGTH})(?: mm)?)|(${LENGTH})(?: mm)? ${LONG}${BESIDE}(?:${MARK}(${LENGTH})|(${LENGTH})(?: mm)? ?${OF_ROUND})|(${LENGTH}) ?[x×] ?(${LENGTH})(?: ${LONG})?|(?:${MARK}(${LENGTH})|(${LENGTH})(?: mm)? (?:in )?(?:dia(?:meter)?|o\.?d\.?)) ((?:[a-z]+ )?[a-z]+),? (${LENGTH})(?: mm)? ${LONG})`
/** `a cone from 40 dia to a point, 18 high`, `then a cone down to 8 mm over 25`. */
const CONE = String.raw`(?:an? )?(?:cone|conical (?:section|part|tip|end|point)|taper(?:ed (?:section|part|end))?|tapering|tapers)(?: (?:from )?(?:${MARK})?(${LENGTH})(?: mm)?(?: ${OF_ROUND})?)?,? (?:tapering |going |coming )?(?:down |up |out )?to (?:an? )?(?:(point)|(?:${MARK})?(${LENGTH})(?: mm)?(?: ${OF_ROUND})?),? ?(?:over |in |for |x |× )?(?:an? )?(?:length of )?(${LENGTH})(?: mm)?(?: ${LONG})?`
/** What is cut into it is no stretch of it. */
const CUTS =
  'holes?|bores?|bored|recess|recesses|groove|grooves|pocket|pockets|counterbore|countersink|slot|slots|keyway|notch|notches|chamfer(?:ed)?|bevell?ed|fillet(?:ed)?|rounded|radius(?:ed)?|undercut|through|deep'
const STRETCH = new RegExp(String.raw`${CONE}|${NAME}${SIZED}(?![\w.]| ?(?:${CUTS}|[x×]|pcd|circle|centres)\b)`, 'gi')
const CUT = new RegExp(String.raw`\b(?:${CUTS}|drilled|tapped|thread(?:ed)?|pcd|circle)$`, 'i')
const ELSE =
  /\b(?:square|hex\w*|rectang\w*|ball|sphere|plate|block|box|id|inside|bore|teeth|tooth|three|four|five|six|eight|each of|every|reduced|turned|stepped|machined|necked|milled|ground|length|leaving|within|first|last|remaining)\b/i
const WHEELS = /\b(?:flange|disc|disk|hub|gear|pulley|wheel)$/i
const TWO = /\b(?:two|2)\b/i
/** From one to the next: a list goes up or down, and not both ways. */
const UP =
  /,? ?\b(?:sitting |standing |sits |stands )?(?:above|over|on top(?: of)?|on)(?: (?:it|that|this))\b|,? ?\bon top\b(?= ?(?:an?\b|$|,))/gi
const DOWN = /,? ?\b(?:below|under|underneath|beneath)(?: (?:it|that|this))?\b/gi
const BESIDE_IT = /,? ?\b(?:behind|after|next to)(?: (?:it|that|this))\b/gi
const THREE_SIDES = new RegExp(String.raw`${LENGTH} ?[x×] ?${LENGTH} ?[x×] ?\d`, 'i')
const OTHERWISE = /\boverall\b/i
const ENDS =
  /,? ?\b(?:at|on|from|out of|sticking out (?:at|of)|projecting (?:at|from))? ?(?:both|each|either)(?: of the)?(?: two)? (?:ends?|sides?)\b/i
const NAMES = /^(?:head|shank|stem|neck|shoulder|flange|body|shaft|hub|base|spigot|journal|collar|disc|rim|step|pin)$/i

interface Stretch {
  name: string
  /** Nothing, where it is as wide as the one before. */
  wide?: string | undefined
  /** How wide it ends, of a cone. */
  end?: string | undefined
  long: string
  longFirst?: boolean
  /** What stands before one that has its name behind its width. */
  ahead?: string
  from: number
  to: number
}

/** A request that is told in stretches, as a stepped shaft of them; nothing, where it is not. */
export const STRETCHES: Rewrite = [/^[\s\S]+$/g, ({ 0: text }) => inStretches(text)?.text ?? text]

/** Where the first of them begins: what stands before it is what the part is called. */
export function inStretches(text: string): { text: string; from: number } | undefined {
  const found = calledBehind(
    text,
    [...text.matchAll(STRETCH)].map(stretchOf).filter((one) => !CUT.test(one.name) && one.long),
  )
  const [first] = found
  // What is long, wide and high is not turned.
  if (THREE_SIDES.test(text)) return undefined
  const widths = new Set(found.flatMap(({ wide, end }) => wide ?? end ?? []))
  if (!first || found.length < 2 || widths.size < 2) return undefined
  const title = (text.slice(0, first.from) + (first.ahead ?? '')).replace(LEADS, ' ')
  // `flange …, hub …, spigot …`: on which side each of them stands is another question.
  if (title.trim() === '' && WHEELS.test(first.name)) return undefined
  const told = text.slice(first.from)
  const bothWays = told.search(UP) >= 0 && told.search(DOWN) >= 0
  const [many] = /\b(?:two|three|four|five|six|seven|eight)\s*$/i.exec(title) ?? []
  if (
    /\d/.test(title) ||
    (many && !TWO.test(many)) ||
    bothWays ||
    OTHERWISE.test(text) ||
    found.some(({ name }) => ELSE.test(name))
  )
    return undefined
  const pieces: string[] = []
  for (const [index, one] of found.entries()) {
    const next = found[index + 1]
    const behind = text.slice(one.to, next?.from)
    const clause = /^[^,;.]*/.exec(behind)?.[0] ?? ''
    const lead = index === 0 ? '' : leadOf(text.slice(found[index - 1]?.to, one.from))
    // `200 long, 20 dia in the middle`: how long it is in all.
    if (one.longFirst && /\b(?:middle|cent(?:re|er)|between)\b/i.test(clause)) return undefined
    const twice =
      TWO.test(one.name) ||
      (index === 0 && many !== undefined) ||
      [lead, one.name, clause].some((words) => ENDS.test(words))
    const last = one.name.split(/[ -]/).at(-1)?.replace(/s$/, '') ?? ''
    const name = one.end === '0' ? 'cone' : one.end ? 'tapered section' : NAMES.test(last) ? last : 'step'
    let made = `, ${name} ${one.wide ? `⌀ ${one.wide} ` : ''}${one.end && one.end !== '0' ? `top diameter ${one.end} ` : ''}, ${one.long} long `
    if (twice) made += 'at each end '
    const rest = behind.slice(clause.length)
    const coming = next ? leadOf(rest) : ''
    made +=
      plainly(clause) + rest.slice(0, rest.length - coming.length) + (next ? plainly(coming).replace(LEADS, ' ') : '')
    pieces.push(made)
  }
  // `two 25 mm shafts 40 long joined by a 50 mm hub 60 long`: what they stand on comes first.
  if (found.length === 2 && (many ?? TWO.test(first.name))) pieces.reverse()
  return {
    text: `${(many ? title.slice(0, -many.length) : title).replace(/[:,.]?\s*$/, ', ')}stepped shaft ${pieces.join('')}`,
    from: first.from,
  }
}

/** `100 dia x 10 base, 40 dia x 60 column`: each is called behind its sizes, and what stands before the first is the title. */
function calledBehind(text: string, found: readonly Stretch[]): Stretch[] {
  const starts = found.map(({ from }) => from + text.slice(from).search(/[\dØø∅⌀]|\b(?:dia|od)/i))
  const behind = found.map(({ to }, index) => BEHIND.exec(text.slice(to, starts[index + 1])))
  if (behind.some((one) => one === null || NO_NAME.test(one[1] ?? ''))) return [...found]
  return found.map((one, index) => ({
    ...one,
    name: behind[index]?.[1] ?? '',
    from: starts[index] ?? one.from,
    to: one.to + (behind[index]?.[0].length ?? 0),
  }))
}
const BEHIND = /^ ?((?:[a-z]+ )??[a-z]+) ?(?=,|;|\.|$|\band\b|\bthen\b)/i
const NO_NAME =
  /\b(?:at|on|in|with|through|each|both|for|to|from|of|and|then|deep|long|high|thick|tall|wide|end|ends)\b/i

/** What leads to the next one: `, at each end a`. */
const leadOf = (between: string): string => /[^,;.]*$/.exec(between)?.[0] ?? ''
const LEADS = /[\s,;]*(?:\b(?:and|then|with|followed by|next|finally|at|on|an?)\b[\s,]*)*$/i

/** Without how one follows on another. */
const plainly = (words: string): string =>
  words
    .replace(ENDS, '')
    .replace(UP, '')
    .replace(DOWN, '')
    .replace(BESIDE_IT, '')
    .replace(/\s+(?:and|with)\s*$/i, ' ')

function stretchOf(match: RegExpExecArray): Stretch {
  const [, from, point, to, height, name = '', a, b, c, d, high, e, f, g, h, i, j, k, called, l] = match
  const at = { from: match.index, to: match.index + match[0].length }
  if (height) return { name: 'cone', wide: from, end: point ? '0' : to, long: height, ...at }
  return {
    name: called ?? name,
    wide: a ?? b ?? f ?? g ?? h ?? j ?? k,
    long: c ?? d ?? high ?? e ?? i ?? l ?? '',
    longFirst: e !== undefined,
    ...at,
    ...(called && { ahead: name }),
  }
}
