import type { Rewrite } from './notation.ts'
import { isRound } from './is-round.ts'
import { SIZE } from './written-sizes.ts'

/** Told together, and then each where it is. */
const TWO_OF = String.raw`\b(?:two|2|both) (?:[^.;]|\.\d){3,60}?(?:holes|slots|pockets|bosses|pins|posts|grooves)\b(?:[^.;]|\.\d){0,40}?[,:;(.–-] ?`
const WHERE = String.raw`(?:[Øø∅⌀] ?)?\d|at\b|on\b|in\b|near\b|from\b|right\b|centred\b|cent(?:er|re)`

/** Where something is: at which end, edge, corner or side. */
export const PLACES_ONE_WAY: readonly Rewrite[] = [
  // `all edges 2 mm rounded`, `both ends 1 mm chamfered`
  [
    new RegExp(
      String.raw`\b((?:all|both|the|each|every)(?: [a-z]+){0,2} (?:edges?|ends?|corners?)) (${SIZE}) (rounded|filleted|chamfered|bevell?ed)\b`,
      'gi',
    ),
    ({ 1: where = '', 2: size = '', 3: done = '' }) => `${where} ${done} ${size}`,
  ],
  // Corners of a block that stands are upright.
  [/\bvertical (?=corners?\b)/gi, () => ''],
  // `four pyramids 15 high, one per corner`: no width of theirs.
  [/(?<=\b(?:high|tall|deep|wide|long),) one (?:per|for (?:each|every)) corner\b/gi, () => ' in each corner'],
  // `right in the middle`: neither on the right.
  [
    /(?<!\b(?:the|top|bottom|upper|lower|far|and|or|to|from|left) )\b(?:right|dead|exactly|directly|smack) (?=(?:in|at|on) the (?:very |dead |exact )?(?:middle|cent(?:re|er))\b)/gi,
    () => '',
  ],
  [/\bnear (?=(?:each|every|all|the)(?: of the| the| four)* corners?\b)/gi, () => 'in '],
  // `at the left end … the other`: which of its ends is which, where nothing else tells them apart.
  [
    /\bthe (?:left|right)(?:[- ]hand)? end\b/gi,
    ({ 0: text, input }) => (isRound(input) && /\bthe other\b/i.test(input) && oneSided(input) ? 'one end' : text),
  ],
  [/\b(on|at|in|from|of) either end\b/gi, ({ 1: at = '' }) => `${at} both ends`],
  // `four feet, one per corner`
  [/\bone (?:per|for (?:each|every)|to (?:each|every)) (?=corner\b)/gi, () => 'one in each '],
  // `Four 7 mm holes sit 12 mm from the edges, one in each corner`, `screw holes (4.2 mm) 10 mm in from the edges, one in each corner`
  [
    /(?<=\bholes\b(?:[^.;:]|\.\d)*),? one (?=in each corner\b)/gi,
    ({ 0: text, input, index }) => (isCountedOtherwise(input.slice(0, index)) ? text : ' '),
  ],
  // `halfway down each long side`
  [
    /\bhalf[- ]?way (?:down|up|along|on|of) (?=(?:the|each|every|both|its) (?:long|short|left|right|top|bottom|side|edge))/gi,
    () => 'in the middle of ',
  ],
  // `two holes 60 apart left and right of it`
  [
    /\b(?:to the |on the |one )?left and (?:to the |on the |one )?right of (?=(?:it|that|the [a-z]+)\b)/gi,
    () => 'either side of ',
  ],
  [/(?<=\bapart) across the (?:middle|cent(?:er|re))\b(?! ?line)/gi, () => ' on the centre line'],
  // `the four upright corners rounded 4 mm`: all it has.
  [/\bupright (?=(?:corners?|edges?)\b)/gi, () => 'vertical '],
  [
    /\b(?:the |all |its )*(?:four|4) (?=(?:(?:vertical|outer|outside|sharp) )*corners (?:are |all )?(?:rounded|radiused|filleted|chamfered)\b)/gi,
    () => 'the ',
  ],
  // `rounded over 2 mm at both ends`
  [
    new RegExp(
      String.raw`(?<!\b(?:bores?|holes?) (?:(?:is|are) )?)\b(rounded|chamfered|bevel+ed|radiused)(?: over| off)?(?: (?:by|with|to))? ?(?:R ?)?(${SIZE})(?: radius)? (?:at|on) (both ends|each end|the ends|one end)\b`,
      'gi',
    ),
    ({ 1: work = '', 2: size, 3: ends }) => `${size} ${/^[cb]/i.test(work) ? 'chamfer' : 'fillet'} on ${ends}`,
  ],
  // `in the top two corners`
  [
    /\b(?:each of |both of )?the (top|bottom|upper|lower|left|right|front|back|rear) two (?=corners\b)/gi,
    ({ 1: side }) => `the two ${side} `,
  ],
  // `40 mm outside at the inlet, 16 mm at the outlet`
  [
    /\bat (?:the |its )?(inlet|intake|entry|wide end|big end|larger? end)\b(?=[^.;]*\bat (?:the |its )?(?:outlet|exit|mouth|narrow end|small(?:er)? end|tip)\b)/gi,
    () => 'at one end',
  ],
  [
    /(?<=\bat one end\b[^.;]*)\bat (?:the |its )?(?:outlet|exit|mouth|narrow end|small(?:er)? end|tip)\b/gi,
    () => 'at the other end',
  ],
  [/\bfrom the two (?:free |outer )?ends\b/gi, () => 'from both ends'],
  // `a channel across the middle of the top`
  [
    /\b(across|along) the (?:middle|cent(?:re|er)) of (the|its) (top|bottom|underside)(?: face| side| surface)?\b/gi,
    ({ 1: way, 2: the, 3: face }) => `${way} ${the} ${face} in the middle`,
  ],
  // `square bar … with a 5 mm hole along the axis`: it lies, and its axis is as long as it is.
  [
    /\b(hole|bore) (?:along|down|through|on) (?:the|its) (?:cent(?:re|er) ?)?axis\b/gi,
    ({ 0: text, 1: hole, input }) =>
      /\b(?:square|rectangular|flat) bar\b|\bbar,? [\d.]+ ?[x×]|[x×] ?[\d.]+(?: ?mm)? bar\b/i.test(input)
        ? `${hole} down its long axis`
        : text,
  ],
  // `3.2 hole central in both`
  [
    /\b(?:central|cent(?:red|ered)|in the middle) (?:in|on|of) (?:both|each)(?=[,.;]|$)/gi,
    ({ 0: text, input }) => (/\b(?:angle|bracket|legs?|cleat)\b/i.test(input) ? 'in the middle of both legs' : text),
  ],
  // `the corners should have a radius of 5 mm`, `the edges should be rounded`
  [
    /\b(corners|edges|ends|sides) (?:should|must|shall|will|need to|are to) (?:all )?(?:(have)|be(?= (?:rounded|chamfered|filleted|radiused|bevel+ed|sharp)\b))/gi,
    ({ 1: where = '', 2: have }) => `${where} ${have ? 'have' : 'are'}`,
  ],
  // `the corners of the window are rounded 3 mm`
  [
    /\bthe (?:inner |inside )?corners of (the|each|every) (window|cut-?out|opening|pocket|recess|slot)(?= (?:are |is |have |rounded|radiused|filleted|with a radius|R ?\d))/gi,
    ({ 1: the, 2: noun }) => `${the} ${noun}'s corners`,
  ],
  // `a rod standing square on the middle of a plate`
  [
    /\b(stand(?:s|ing)|set|fixed|mounted|welded) (?:square(?:ly)?|upright|straight|perpendicular(?:ly)?) (?=(?:on|to|in)(?:to)? )/gi,
    ({ 1: stands }) => `${stands} `,
  ],
  // `6 mm fillet at the root` of a shank with a head
  [
    /\b(fillet|radius) (?:at|in) the (?:root|junction)\b/gi,
    ({ 0: text, 1: work, input }) => (HEADED.test(input) ? `${work} where they meet` : text),
  ],
  // `a bore of 10 mm, and on one side there is a hub 24 across`: the hub, and not the bore.
  [
    /,? (?:and )?on (one|the other|each|both) (sides?) (?:there is|there are|is|are|sits?|it has) (an? (?:hub|boss|collar|flange|spigot)\b(?:[^.;]|\.\d)*?)(?= ?(?:[.;](?!\d)|$))/gi,
    ({ 1: which, 2: side, 3: hub }) => `, with ${hub} on ${which} ${side}`,
  ],
  // `a hole through both walls` of a U bracket: its legs.
  [
    /\b(both|each|the two|either) (?:side )?wall(s?)\b/gi,
    ({ 0: text, 1: both, 2: s, input }) =>
      /\bU[- ](?:shaped )?(?:bracket|clip|clevis|strap)\b/i.test(input) ? `${both} leg${s}` : text,
  ],
  // `chamfer on the plain end`, `on the end opposite the head`
  [
    /\b(?:the (?=plain|unflanged))?(?:(?:plain|unflanged) end|the end (?:opposite|away from|furthest from)(?: to| from)? the (?:head|flange|collar))\b/gi,
    ({ 0: text, input }) => (HEADED.test(input) ? 'the free end' : text),
  ],
  // `two holes, one 10 mm from the left edge, the other 20 mm from the right`, `the first …, the second …`: one each.
  [
    new RegExp(
      String.raw`(?<=${TWO_OF}\bthe )first(?: one| hole| slot)?(?: is)? (?=(?:${WHERE})[^;]*\bthe second\b)`,
      'gi',
    ),
    () => 'one ',
  ],
  [
    new RegExp(
      String.raw`(?<=${TWO_OF}\b(?:the )?one (?:is )?(?:${WHERE})(?:[^.;]|\.\d)*?)[,;]? (?:and )?the (?:other|second)(?: one| hole| slot)?(?: is)?,? (?=${WHERE})`,
      'gi',
    ),
    () => ' and one ',
  ],
  // `three holes: 15, 60 and 100 mm from the left end`
  [
    new RegExp(
      String.raw`(?<=\b(?:holes|slots)\b)[,:] (?=${SIZE}(?:, ${SIZE})*,? and ${SIZE} (?:in )?from (?:the |one )(?:left|right|front|back|top|bottom|short|one|same)\b)`,
      'gi',
    ),
    () => ' ',
  ],
  [new RegExp(String.raw`(?<=${TWO_OF})\b(?:the one|one is) (?=${WHERE})`, 'gi'), () => 'one '],
]

/** `two holes in the middle, one in each corner` are two and four. */
const isCountedOtherwise = (before: string): boolean => {
  const [, count] =
    /\b(one|an?|two|three|five|six|seven|eight|nine|ten|(?<![.\d])(?:[2356789]|\d\d)(?! ?(?:mm|cm|in\b|")))(?: ?x)? (?:(?!holes)\S+ ){0,3}holes\b(?!.*\bholes\b)/is.exec(
      before,
    ) ?? []
  return count !== undefined
}

const oneSided = (input: string): boolean =>
  !(/\bleft\b/i.test(input) && /\bright\b/i.test(input)) && !/\b(?:top|bottom|upper|lower)\b/i.test(input)
/** What has a head or a flange at one end. */
const HEADED = /\b(?:heads?|flanged?|collar|shoulder)\b/i
