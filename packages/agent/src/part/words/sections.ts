import type { Rewrite } from './notation.ts'

const LENGTH = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?:\/\d+)?(?:-\d+\/\d+)?(?: ?(?:mm|cm|in(?![a-z])|inch(?:es)?|"))?`
const ROUND = /\b(?:shaft|spindle|axle|pin|turned|stepped|arbor|mandrel|roller|cylindrical|cylinders?|round bar|rod)\b/i
const TITLES =
  /(?:^|[\n;,.•*-])\s*(?:the )?(?:bottom|lower|middle|cent(?:re|er)|top|upper|first|second|third|last|base|lowest|topmost) ?(?:section|part|cylinder|step|portion|stage)?\s*:/gi

/** Stretches of what is turned, as people name them: by their place, by what was done to an end, by the point they run out in. */
export const SECTIONS: readonly Rewrite[] = [
  // `Bottom: diameter 60, height 20 - Middle: …`
  [TITLES, (match) => (ROUND.test(match.input) && titled(match.input) ? '; step ' : match[0])],
  // `both ends turned down to 15 over 20 mm`, `with 8 mm dia ends, each 15 long`
  [
    new RegExp(
      String.raw`\b(both|each|one) ends? (?:(?:is|are) )?(?:turned|stepped|reduced|necked|machined)(?: down)? to (?:[Øø∅⌀] ?)?(${LENGTH})(?: (?:in )?dia(?:meter)?)?,?(?: (?:for|over|x|×)| along)(?: a)?(?: length of)?(?: the last)? (${LENGTH})(?: long)?(?: each)?`,
      'gi',
    ),
    (match) => `${ENDS(match[1])} stepped to ${match[2]} for the last ${match[3]}`,
  ],
  [
    new RegExp(
      String.raw`\bwith (?:[Øø∅⌀] ?)?(${LENGTH}) (?:dia(?:meter)? )?ends,? (?:each |both )?(${LENGTH}) long(?: each)?`,
      'gi',
    ),
    (match) => `, both ends stepped to ${match[1]} for the last ${match[2]}`,
  ],
  // `one end turned to a 60 degree included angle point`
  [
    /\b(?:one|the) end (?:is )?(?:turned|ground|machined|brought|cut) to an? (\d[\d.]*) ?(?:°|deg(?:ree)?s?) (?:included )?(?:angle )?(?:point|cone|tip)/gi,
    (match) => `with a conical tip ${match[1]}° within`,
  ],
  // `a cone 35 long down to a point`
  [
    /\bcone((?:(?!\bcone\b)[^.;]|\.\d){0,30}?) (?:down |tapering |coming |running )*to an? (?:sharp )?point\b/gi,
    (match) => `conical point${match[1]}`,
  ],
  [
    /\b(dowel|pin|rod|bar|round bar)\b((?:(?!head)[^.;]|\.\d){0,60}?),? (?:with )?(?:hemispherical|domed|spherical|fully rounded|round) (?:ends|both ends)\b/gi,
    (match) => `capsule${match[2]}`,
  ],
  // `bored Ø20 from the top 30 deep, then Ø12 the rest of the way`
  [
    new RegExp(
      String.raw`\b(?:bored|drilled) (?:[Øø∅⌀] ?)?(${LENGTH})(?: dia(?:meter)?)?(?: from (?:the|one) (?:top|end))?,?(?: (?:for the first|x|to) )? ?(${LENGTH}) ?(?:deep)?,? (?:and )?then (?:at )?(?:[Øø∅⌀] ?)?(${LENGTH}) (?:dia(?:meter)? )?(?:for )?(?:the rest|through|the remainder|right through)(?: of (?:the way|it|its length))?`,
      'gi',
    ),
    (match) => `with a ${match[3]} through hole counterbored ${match[1]} x ${match[2]} deep`,
  ],
  [
    /\b1 ?: ?(\d+(?:\.\d+)?) taper\b(?: on (?:the )?dia(?:meter)?)?|\btaper (?:of )?1 ?: ?(\d+(?:\.\d+)?)\b(?: on (?:the )?dia(?:meter)?)?/gi,
    (match) => `taper ratio ${match[1] ?? match[2]}`,
  ],
  // `tent peg post: square head …`: what has a head is a pin.
  [
    /\b(?:post|dowel|peg|rod|stick)\b(?=[:,]?(?:[^.;]|\.\d){0,60}\bhead\b)(?<!\b(?:tent|wall) (?:peg|post))/gi,
    () => 'pin',
  ],
  [
    /\b(?:\w+ )?closed (?:at|on) (?:one|the other|the) end (?:with|by) (?:an? )?(?=\d)(?<=\bcap\b.{0,90})/gi,
    () => 'top thickness ',
  ],
  // `long overall`: of what has a head or steps, all of it.
  [/\b(?:long|tall|high) overall\b/gi, (match) => (ROUND.test(match.input) ? 'overall' : match[0])],
]

/** `both ends`, `one end`; of one end it is the last stretch. */
const ENDS = (which = ''): string => (which.toLowerCase() === 'one' ? ',' : ', both ends')
const titled = (words: string): boolean => [...words.matchAll(TITLES)].length > 1
