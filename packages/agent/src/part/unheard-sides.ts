import type { Result, Span } from '@hewn/model'
import type { PartAnswer } from './answer.ts'
import { codeOf } from './code-of.ts'
import { OPPOSITE } from './locate.ts'
import { realise } from './realise.ts'

/** The other one of two that are named as places of a part. */
const OTHER: Readonly<Record<string, string>> = {
  ...OPPOSITE,
  rear: 'front',
  upper: 'lower',
  lower: 'upper',
  inner: 'outer',
  outer: 'inner',
  inside: 'outside',
  outside: 'inside',
}
/**
 * What lies above or within is where it is by what it is on; only of edges that are treated is it said to choose. Where an origin
 * is, nothing lies.
 */
const SIDES =
  /(?<!\b(?:origin|datum|zero)[:=]?(?: (?:is|being|point|at|in|on|the|lower|upper|bottom|top|front|rear|back))* )\b(?:left|right|front|back|rear|(?:top|bottom|upper|lower|inner|outer|inside|outside)(?=(?: (?:inner|outer|inside|outside))? (?:edges?|rims?)\b))\b/gi

/** What is called so, and is no side: `right through`, `a right triangle`, `on the back plate`, `on the right (3 o'clock)`. */
const CALLED =
  /^(?:-hand)?(?: \(\d|[ -](?:angl|triang|trapez|prism|cone|cylinder|across|through|at|in|into|up|down|along|over|under|open|free|square|sharp|plane|view|plate|panel|rest|lip|leg|to |and forth|length|size|coordinate|rule|xyz|system))/i
/**
 * The phrase a side stands in: what is left out to see whether the part is the same without. A place has a preposition before
 * it; what is looked at or counted *from* there is no place of its own.
 */
const BEFORE =
  /\b(?:on|at|in|along|near|into|across|through|toward|towards|with) (?:the |its |both |all )?(?:upper |lower |top |bottom )?$/i
const BEHIND = /^(?:[ -]hand)?(?: (?:side|end|edge|rim|face|half|wall|leg|surface)s?)?/i
const MOST = 4
const OUTSIDE = /^out/i
const LEFT = /left|right/i
const FRONT = /front|back|rear/i
/** Which way round such a one lies is nobody's business, and its ends are told apart by their sizes. */
const LIES_ANY_WAY = /hook|strip|rod-path|wedge|handle|spring/
/** Its front and its back are its top and its bottom. */
const ROUND = /disc|flange|washer|tube|cylinder|gear|pulley|turned|stopper|cap|gt2|grommet|jar|spool/

/**
 * Sides that nothing listened to: the part is the same without them, and where the opposite was said. What stands *on the left*
 * must not stand on the right as well, and a side that is what the part has anyhow makes another one where the opposite is said.
 * `other`: the words read again, with `instead` in that place.
 */
export function unheardSides(
  words: string,
  part: PartAnswer,
  other: (at: Span, instead: string) => Result<PartAnswer, unknown>,
): Span[] {
  if (part.plan.bodies.some(({ family }) => LIES_ANY_WAY.test(family))) return []
  const built = codeOf(part)
  const same = (at: Span, instead: string): boolean => {
    const read = other(at, instead)
    return read.ok && codeOf(read.value) === built
  }
  const treated = /(?:chamfer|fillet)\(/.test(part.script)
  const isRound = part.plan.bodies.some(({ family }) => ROUND.test(family))
  // All edges that a solid block has are its outer ones.
  const isSolid =
    treated &&
    realise(part.plan).bodies.every(
      ({ form: { outline, edges } }) =>
        outline.kind === 'rectangle' && (edges === undefined || edges === 'block' || !edges['outer']),
    )
  const told = part.understanding.spans.filter(({ role }) => role === 'unread' || role === 'noted')
  // The wall of an angle stands on its left anyhow.
  const stands = part.plan.bodies.some(({ family }) => family === 'l-bracket') ? /left/i : undefined
  const sides = [...words.matchAll(SIDES)]
    .filter(
      (side) =>
        isSide(side) &&
        !(isSolid && OUTSIDE.test(side[0])) &&
        !stands?.test(side[0]) &&
        (LEFT.test(side[0]) || (FRONT.test(side[0]) ? !isRound : treated)) &&
        !told.some(({ at }) => at[0] <= side.index && side.index < at[1]),
    )
    .slice(0, MOST)
    .map(({ 0: text, index }) => {
      const opposite = OTHER[text.toLowerCase()] ?? text
      const at: Span = [index, index + text.length]
      const around = phraseAt(words, at)
      return { text: text.toLowerCase(), around, deaf: same(at, opposite) && same(around, '') }
    })
  // `Left: a 5 mm hole, 8 mm from the left end`: it was heard where it was said again.
  const heard = new Set(sides.flatMap(({ text, deaf }) => (deaf ? [] : [text])))
  const deaf = sides.flatMap((one) => (one.deaf && !heard.has(one.text) ? [one.around] : []))
  const others = othersIn(words).filter(
    ({ at, instead }) =>
      ![...told.map((one) => one.at), ...deaf].some(([from, to]) => from < at[1] && at[0] < to) && same(at, instead),
  )
  return [...deaf, ...others.map(({ at }) => at)]
}

/** What could have been said instead of how many walls a cut is in, how many corners are, or which way it lies, and would make another part. */
const othersIn = (words: string): { at: Span; instead: string }[] =>
  [
    ...[...words.matchAll(SEVERAL)].map(({ 0: text, 1: prep = '', 2: noun = '', index }) => ({
      at: [index, index + text.length] as Span,
      instead: `${prep} one ${noun.replace(/s$/, '')}`,
    })),
    ...[...words.matchAll(ACROSS)].map(({ 0: text, index }) => ({
      at: [index, index + text.length] as Span,
      instead: 'along',
    })),
    ...[...words.matchAll(SOME_CORNERS)].map(({ 0: text, index }) => ({
      at: [index, index + text.length] as Span,
      instead: 'on all four corners',
    })),
  ].slice(0, MOST)
/** `holes on both sides`, `a hole in each of the four walls`: it is not in one of them. */
const SEVERAL =
  /(?<!\b(?:both|chamfer\w*|countersunk|counterbored|deburr\w*)\b[^;]*)(?<=\b(?:holes?|slots?|cut-?outs?|pockets?|notch(?:es)?|recess(?:es)?|openings?|grooves?)\b[^.;,]*)\b(on|in|into|at) (?:the |its )?(?:(?:both|each|every|all|two|three|four|opposite|either)(?: of)?(?: the| its)? )+(?:(?:two|three|four|six|opposite) )?((?:(?:long|short|longer|shorter|side|vertical) )?(?:sides?|faces?|walls?|ends?|legs?|arms?|flanges?|tabs?|ears?))\b/gi
/** `a radius on one corner` */
const SOME_CORNERS = /\b(?:on|at|in) (?:only |just )?(?:one|two|three) (?:of (?:the|its) )?corners?\b/gi
/** `a slot across the plate`: it does not lie along it. */
const ACROSS =
  /(?<=\b(?:slot|groove|channel)\b[^.;,]*)\bacross(?= (?:it|(?:the|its) (?!top\b|long|short|end|width|length)[a-z]+)\b)/gi

const isSide = ({ 0: text, index, input }: RegExpExecArray): boolean =>
  BEFORE.test(input.slice(0, index)) &&
  !CALLED.test(input.slice(index + text.length)) &&
  !/\b(?:square|sharp) corners (?:on|at) (?:the |its )?$/i.test(input.slice(0, index))

function phraseAt(words: string, [from, to]: Span): Span {
  const [before = ''] = BEFORE.exec(words.slice(0, from)) ?? []
  const [behind = ''] = BEHIND.exec(words.slice(to)) ?? []
  return [from - before.length, to + behind.length]
}
