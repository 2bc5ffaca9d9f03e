import { UNSAID_SIDES } from './bind/sides.ts'
import type { Named, Result, Span } from '@hewn/model'
import type { PartAnswer } from './answer.ts'
import { codeOf, linesOf } from './code-of.ts'
import { cutOut } from './cut-out.ts'
import { evaluate } from './formula.ts'
import { familyOf } from './registry.ts'
import { unmadeShapes } from './unmade-shapes.ts'

/**
 * Words that narrow (`one end only`, `overall`, `inside`) and that the part is the same without: nothing listened to them,
 * so it may be another part than was meant.
 */
export function unheard(words: string, answer: PartAnswer, without: (at: Span) => Result<PartAnswer, unknown>): Span[] {
  const part = lastWords(answer, words)
  const built = codeOf(part)
  const narrowing = suspects(words, part)
    .slice(0, MOST)
    .filter((at) => {
      const fewer = without(at)
      return fewer.ok && codeOf(fewer.value) === built
    })
  return [...narrowing, ...spare(part), ...unmadeShapes(words, part)]
}

/** Words of an edit stand in a line of their own: what earlier ones said is no longer in question. */
function lastWords(part: PartAnswer, words: string): PartAnswer {
  const start = part.plan.request.length - words.length
  if (start <= 0 || !part.plan.request.endsWith(words)) return part
  const names = part.plan.names.map((named): Named => {
    const { origin } = named
    if (!('span' in origin) || origin.span === undefined) return named
    const [from, to] = origin.span
    return from < start
      ? { ...named, origin: { from: 'derived', formula: String(named.value) } }
      : { ...named, origin: { ...origin, span: [from - start, to - start] } }
  })
  return { ...part, plan: { ...part.plan, names } }
}

/** Steps and gaps that became a parameter no line of the script has: the first of two patterns, the gap of a split ring. */
function spare({ plan, script }: PartAnswer): Span[] {
  const lines = linesOf({ script })
  const used = ({ name }: Named) => lines.some((line) => new RegExp(`\\b${name}\\b`).test(line))
  const there = plan.names.filter(used)
  return plan.names.flatMap((named) => {
    const { origin, value, unit } = named
    const again = there.some((one) => one.value === value && one.unit === unit)
    return origin.from === 'said' && STEPS.test(named.label) && !used(named) && !again ? [origin.span] : []
  })
}

/** The spans of an understanding, with what was not heard cut out of them as a shape nobody made. */
export function withUnheard(part: PartAnswer, passed: readonly Span[]): PartAnswer {
  const spans = [
    ...cutOut(part.understanding.spans, passed),
    ...passed.map((at) => ({ at, role: 'unread' as const, as: 'shape' })),
  ]
  return { ...part, understanding: { ...part.understanding, spans: spans.toSorted((a, b) => a.at[0] - b.at[0]) } }
}

const STEPS = /spacing|opening|gap/i
const MOST = 6
const SIDE = 'edges?|ends?|sides?|rims?|legs?|arms?|ears?|feet|foot'
const LARGE = 'side walls?|walls?|faces?'
const WHICH =
  'one|single|each|every|each of the|three|four|five|six|both|either|opposite|short|shorter|long|longer|left|right|front|back|rear|upper|lower|top|bottom'
const PLACES = new RegExp(
  `\\b(?:(?:only )?(?:on|at|in|along|to|of) )?(?:just |only )?(?:the )?(?:(?:(?:${WHICH}|two) )+(?:${SIDE})|(?:each|every|both|each of the(?: two| four| six)?) (?:${LARGE}))\\b(?! lengths?\\b| of (?:the|each) (?:square|triangle|hexagon|polygon|cube|pattern)s?\\b)(?: only)?`,
  'gi',
)
const SINGLE = /\b(?:one|single|long|longer|short|shorter|left|right|front|back|rear)\b/gi
const TIPS =
  /\b(?:on|at|of) the (?:(?:small|smaller|big|bigger|large|larger|thin|thick|narrow|wide) end|tip|point|nose|inside|inner|shoulder|head)\b/gi
const WHOLE =
  /\b(?:overall|total)(?= (?:height|length|width|depth|thickness)\b)|\b(?:overall|(?<!\b(?:holes|slots)\b(?:[^.;]|\.\d){0,24})in total)\b(?! (?:height|length|width|depth|thickness|diameter|size|dimensions?)\b)/gi
const INSIDE = /\b(?:inside|internal|inner)(?= (?:bend|bending) radius\b)/gi
const ROW = /\bin an? (?:straight )?(?:row|line)\b/gi
const HEADS = 'flange|head|collar|rim|shoulder|lip|hub|boss'
const BEYOND = new RegExp(
  `\\b(?:below|under|beneath|above|behind|excluding|including|without) the (?:${HEADS})\\b`,
  'gi',
)
/** Some of several: `every other hole`, `all but the first`, `the top left hole`. */
const SOME = new RegExp(
  '\\b(?:every (?:other|second|third)|alternate|except(?: for)?|all but|(?:(?:upper|lower|top|bottom|front|back|rear)[ -])?(?:left|right|top|bottom|front|back|rear|upper|lower|first|second|third|last|outer|inner|outermost|innermost)(?:[ -]hand)?)(?= (?:one|two|three|four|\\d+)?\\s*(?:holes?|slots?|corners?(?! (?:(?:are|is|left|stay|stays|remain|kept) )*(?:square|sharp)\\b)|boss(?:es)?|pockets?)\\b)',
  'gi',
)
const LENGTHWISE =
  /(?<!\b(?:slot|groove|channel)\b[^.;,]*)\b(?:cut|split|sawn|halved|half)[ \w]*\b(?:lengthwise|lengthways|crosswise)\b/gi

function suspects(words: string, part: PartAnswer): Span[] {
  const places = found(words, PLACES)
    // What a distance is from is no place of its own; through both sides is through.
    .filter(([from]) => !isCounted(words, from))
    .filter(([from, to]) => !isPut(words, from, words.slice(from, to)))
    .filter(([from, to]) => !usual(words.slice(from, to), words, part) && !onThatLeg(words.slice(from, to), part))
    .filter(([from, to]) => !isAtEars(words.slice(from, to), part))
    .flatMap((at) => [at, ...singled(words, at, part)])
  const whole = part.plan.bodies.length === 1 ? found(words, WHOLE).filter((at) => !isWhole(words, at, part)) : []
  const inside = labelled(part, /inside/i) ? [] : found(words, INSIDE)
  const rows = /GridLocations\([^\n]*, 1(?:, \w+)?\)|\[Pos\(|Pos\([^()]*(?:spacing|\/ \(\d+ \+ 1\))/.test(part.script)
    ? []
    : found(words, ROW)
  const tips = /(?:chamfer|fillet)\(/.test(part.script) && !labelled(part, /inside corner/i) ? found(words, TIPS) : []
  // Of what is turned, the length is that of the shank.
  const beyond = part.plan.bodies.some(({ family }) => family === 'turned') ? [] : found(words, BEYOND)
  const some = (labelled(part, /free corner/i) ? [] : found(words, SOME)).filter(
    // The outer corners of a plate are all it has.
    ([from, to]) =>
      !isCounted(words, from) &&
      !/^outer corner/i.test(words.slice(from, to + 7)) &&
      !isMadeThere(words.slice(from, to), part),
  )
  const shapes = [...found(words, LENGTHWISE), ...found(words, MADE), ...headsIn(words, part)]
  return [...places, ...tips, ...whole, ...inside, ...rows, ...shapes, ...beyond, ...some]
}

/** `two ears on the short sides`: there they are, though they would be there without the words. */
const isAtEars = (text: string, { plan }: PartAnswer): boolean =>
  /\b(?:short|long|ends?)\b/i.test(text) &&
  plan.bodies.some(({ features }) =>
    features.some(({ kind, flags }) => kind === 'ear' && !flags.includes(UNSAID_SIDES)),
  )

/** `a notch in the front left corner`: there it is, though without the words it would be there as well. */
function isMadeThere(text: string, { plan }: PartAnswer): boolean {
  const [level = '', side = ''] = text.toLowerCase().split(/[ -]/)
  const corner = `at-${Object.hasOwn(LEVELS, level) ? LEVELS[level] : level}+${side}`
  return plan.bodies.some(({ features }) => features.some(({ flags }) => flags.includes(corner)))
}
const LEVELS: Readonly<Record<string, string>> = {
  upper: 'back',
  top: 'back',
  rear: 'back',
  lower: 'front',
  bottom: 'front',
}

/** `washer 30 x 13 x 2.5, hole countersunk`: a head that no hole of the part has. */
const headsIn = (words: string, { plan }: PartAnswer): Span[] =>
  plan.bodies.some(({ features }) => features.some(({ parts }) => parts.some(({ kind }) => kind === 'countersink')))
    ? []
    : found(words, SUNK)
const SUNK = /\b(?:countersunk|countersink|csk)\b/gi

/** `make it square instead`: another outline. */
const MADE = /(?<=\bmake (?:it|this|that) )(?:square|round|oval|rectangular|hexagonal|octagonal|triangular)\b/gi

const isCounted = (words: string, place: number): boolean =>
  /\b(?:from|off|through|(?:aligned|parallel)(?: (?:with|to))?|(?:origin|datum|zero)[:=]?(?: (?:is|being|point|at|in|on))*)(?: the)?(?: (?:left|right|upper|lower))?\s*$/i.test(
    words.slice(0, place),
  )

/** `a flange 5 mm thick at one end`: it is put there, whatever is done to other edges. */
function isPut(words: string, place: number, text: string): boolean {
  // `rounded corners and a 4 mm hole at one end`: that is where the hole is.
  if (/\bend$/i.test(text) && PUT_THERE.test(words.slice(0, place))) return true
  const [clause = ''] = /(?:[^.;]|\.\d)*$/.exec(words.slice(0, place)) ?? []
  return (
    /\bone end$/i.test(text) &&
    new RegExp(`\\b(?:${HEADS})\\b`, 'i').test(clause) &&
    !/chamfer|fillet|round|bevel/i.test(clause)
  )
}

/** `a 20 mm hole 30 mm deep` in one end */
const PUT_THERE = /\b(?:hole|slot|bore|pocket|cut-?out)(?:,? [\d.]+(?: ?mm)? deep)?\s*$/i

/** `along one long top edge`, where all edges of the top were treated: the words that single one out. */
const singled = (words: string, [from, to]: Span, { script }: PartAnswer): Span[] =>
  /(?:chamfer|fillet)\(/.test(script)
    ? found(words.slice(from, to), SINGLE)
        .map(([start, end]): Span => [from + start, from + end])
        // `the four 2" long edges`: how long they are.
        .filter(
          ([start, end]) =>
            !(/\d ?(?:mm|cm|in|inch|")? ?$/.test(words.slice(0, start)) && /^long$/i.test(words.slice(start, end))),
        )
    : []

const found = (words: string, what: RegExp): Span[] =>
  [...words.matchAll(what)].map(({ 0: text, index }) => [index, index + text.length])

/** `in the short leg`, where that is the leg a hole would be in anyhow. */
function onThatLeg(text: string, { plan }: PartAnswer): boolean {
  // `centred in each leg`: they are in two faces, or in two places of what lies flat.
  if (/\b(?:each|both|every) (?:leg|arm|flange|side)s?\b/i.test(text))
    return plan.bodies.some(({ family, features }) =>
      features.some(
        ({ kind, at }) =>
          (family !== 'l-bracket' && at.relations.some((one) => one.kind === 'points' && one.at.length > 1)) ||
          (at.on && features.some((other) => other.kind === kind && other.at.on && other.at.on !== at.on)),
      ),
    )
  const [, which] = /\b(short|long)(?:er)? (?:leg|arm)\b/i.exec(text) ?? []
  const [body] = plan.bodies
  const family = body && familyOf(body.family)
  if (!which || !body || !family) return false
  const { legs } = family.form(body.sizes, (flag) => body.flags.includes(flag), body.parts)
  if (!legs?.top || !legs.left) return false
  const values = Object.fromEntries(plan.names.map(({ name, value }) => [name, value]))
  const lying = evaluate(legs.top, values) >= evaluate(legs.left, values)
  const face = (which.toLowerCase() === 'long') === lying ? 'top' : 'left'
  return body.features.some(({ at }) => (at.on ?? 'top') === face)
}

/** Where nothing is cut, both ends are meant anyhow; one end is where a single thing is put, and of round edges both are all. */
function usual(text: string, words: string, { script }: PartAnswer): boolean {
  if (/\brevolv/i.test(words)) return true
  if (/\b(?:short|long|only)/i.test(text)) return false
  const edges = /(?:chamfer|fillet)\(/.test(script)
  if (edges && /\bevery edge/i.test(text)) return true
  if (/\b(?:both|each|every|two|three|four|five|six)\b/i.test(text))
    return edges ? /GeomType\.CIRCLE|\.outer_wire\(\)/.test(script) : !/-=/.test(script)
  return !edges
}

/** `overall height 30`: one of the sizes of the whole is that number, or is called so. */
function isWhole(words: string, [from, to]: Span, part: PartAnswer): boolean {
  if (labelled(part, /overall|total/i)) return true
  const saidAt = ({ origin }: Named): Span => ('span' in origin && origin.span ? origin.span : [-1, -1])
  // `12 mm overall height`, `overall height 12`: the number beside it.
  const away = (one: Named) => (saidAt(one)[1] <= from ? from - saidAt(one)[1] : saidAt(one)[0] - to)
  const between = (one: Named) =>
    saidAt(one)[1] <= from ? words.slice(saidAt(one)[1], from) : words.slice(to, saidAt(one)[0])
  const [number] = part.plan.names
    .filter((one) => saidAt(one)[0] >= 0 && away(one) < 24 && !/[,;:(]/.test(between(one)))
    .toSorted((a, b) => Math.abs(away(a)) - Math.abs(away(b)))
  const sizes = part.claims.flatMap(({ expect }) =>
    expect && 'fact' in expect && expect.fact === 'size' && typeof expect.equals === 'number' ? [expect.equals] : [],
  )
  return (
    number === undefined || /slot/i.test(number.label) || sizes.some((size) => Math.abs(size - number.value) < 0.01)
  )
}

const labelled = ({ plan }: PartAnswer, what: RegExp): boolean => plan.names.some(({ label }) => what.test(label))
