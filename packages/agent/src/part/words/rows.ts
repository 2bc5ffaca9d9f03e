import type { Rewrite } from './notation.ts'

const N = String.raw`(?:[\d.]+(?:[ -]\d+)?(?:\/\d+)?(?: ?(?:mm|cm|in|inch(?:es)?|")(?![a-z]))?|(?:[a-z]+[- ])?[a-z]+ (?:millimet(?:er|re)s?|mm|inch(?:es)?))`
const CENTRES = String.raw`cent(?:er|re)s?`

/** Turns of speech about where things stand, in the words of the grammar. */
export const ROWS: readonly Rewrite[] = [
  [/\bat (?:half(?: the| its)?|mid)[- ]?(?:height|length|way(?: up| along)?)\b/gi, () => 'in the middle'],
  // `one in the centre and the others 70 mm either side of it`
  [
    new RegExp(
      String.raw`,?(?: with)? one (?:is )?(?:in|at|on) the (?:cent(?:er|re)|middle),? (?:and|with) (?:the )?(?:other(?:s| two| one)?|one|another) (?:at |is |are )?(${N}) (?:away )?(?:to |on |at )?(?:either|each|both) sides?(?: of (?:it|that|this|the (?:cent(?:er|re)|middle)(?: one)?))?`,
      'gi',
    ),
    (match) => `, ${match[1]} apart`,
  ],
  // A distance goes to the centre, said or not: `its centre 25 mm from the edge`, `slot centers 20 mm from …`, `centres 60 apart`.
  [
    new RegExp(
      String.raw`(?:\bwith )?\b(?:(?:its|their|the|all|hole|slot)['’]? )+(?:holes?['’]? |slots?['’]? )?${CENTRES}(?: (?:are|is|being|set|placed|located|lie|lies))*(?= (?:at )?${N} (?:in |down |up |away )*(?:from|off|apart)\b)`,
      'gi',
    ),
    () => ' ',
  ],
  [
    /,? ?\b(?:all )?(?:two|three|four|both)?(?: of them| holes| bores)? (?:crossing|meeting|intersecting) (?:each other )?(?:in|at) the (?:middle|cent(?:er|re))\b/gi,
    () => ' ',
  ],
  [new RegExp(String.raw`\b${CENTRES}(?= ${N} apart\b)`, 'gi'), () => ' '],
  // `125 mm between holes in a row`
  [
    new RegExp(
      String.raw`\b(${N}) between (?:the |adjacent |neighbou?ring )*holes(?: (?:in|along) (?:a|the|each) rows?)?(?= ?(?:[,;.]|$| and))`,
      'gi',
    ),
    (match) => `${match[1]} apart`,
  ],
  // `60 mm between them (centres)`, `90 mm between hole centers`
  [
    new RegExp(
      String.raw`\b(${N}) between (?:(?:the|their|them|two|hole|holes|slot|slots|post|posts|peg|pegs)['’]? ?)*(?:\(?(?:on |at )?cent(?:er|re)(?:s|[ -]?lines?)?\)?)`,
      'gi',
    ),
    (match) => `${match[1]} apart`,
  ],
  [
    /\b(from (?:the|all|its|both|each|every) (?:edge|side)s?)(?: in)? (?:both ways|both directions|each way|each direction|either way)\b/gi,
    (match) => match[1] ?? '',
  ],
  [/\b(?:in[- ]?line|all in line)\b(?! with)/gi, () => 'in a row'],
  [/\b(?:the )?long ways?\b/gi, () => 'lengthwise'],
  [
    /\b(?:the )?short ways?\b|\bstanding across\b|\b(?:set|laid|lying|turned) (?:across|crosswise)\b/gi,
    () => 'crosswise',
  ],
  // `leaving 15 mm at each end`, `stopping 15 mm short of both ends`, `to within 10 mm of each end`
  [
    new RegExp(
      String.raw`,? ?\b(?:and )?(?:leaving|stopping|stops|ending|ends|it stops|to within|running to within|up to)(?: about)? (${N})(?: (?:of )?(?:material|solid|metal|wood))?(?: short)? (?:at|of|from|before|on|off) (?:each|both|either|the two|the)(?: of the)? ends?\b`,
      'gi',
    ),
    (match) => ` end margin ${match[1]}`,
  ],
  // `countersink 10 mm at 90 degrees`: its angle, and no place.
  [
    /\b((?:countersink|countersunk|csk|chamfer|bevel)[a-z]*[^.;,]{0,24}?) at (?=\d+(?:\.\d+)? ?(?:°|deg))/gi,
    (match) => `${match[1]} `,
  ],
  // `three holes at 120° on a circle`: as far apart as they go round.
  [
    /\bat (120|90|72|60|45|40|36|30) ?(?:°|deg(?:rees?)?) (?:intervals |spacing )?(?=(?:on|around) an? )/gi,
    (match) => `${match[1]}° apart `,
  ],
  // `R8 in the pocket corners`, `opening corners R5`
  [
    new RegExp(
      String.raw`,? ?\b(?:R ?(${N})|(${N}) (?:radius|rounds?|fillets?))(?: corners)? (?:in|on|at|to) (?:the |all |its |four )*(pocket|window|opening|cut-?out|recess)(?:['’]s)?(?: corners)?\b`,
      'gi',
    ),
    (match) => `, the ${match[3]} corner radius ${match[1] ?? match[2]}`,
  ],
  [
    new RegExp(
      String.raw`\b(?:the |all )*(pocket|window|opening|cut-?out|recess) corners (?:are )?(?:rounded |radiused |filleted )?(?:to |by |at |with )?(?:R ?)?(${N})(?: radius| fillet)?\b`,
      'gi',
    ),
    (match) => `the ${match[1]} corner radius ${match[2]}`,
  ],
  // `bored 30 x 20 deep from the top, then 8 mm through`: another hole in the same place.
  [
    new RegExp(
      String.raw`,? (?:and )?then (?:an? )?(${N})(?: dia(?:meter)?)? (?:all the way |right |clear )?through(?! hole| bore)(?<=\b(?:bore|bored|hole|drill|drilled)\b.*)`,
      'gi',
    ),
    (match) => `, a ${match[1]} through hole in the centre`,
  ],
  // `diagonally opposite corners`, `diagonal corners`
  [/\bdiagonal(?:ly)?(?: opposite| opposed| facing)? (?=corners\b)/gi, () => 'opposite '],
  // `2xØ14 @ 30 from ends, 1xØ8 ctr`
  [/ ?@ ?(?=[\d.⌀(])/g, () => ' at '],
  [/\bctr\b\.?(?= ?(?:[,;]|$))/gi, () => 'in the centre'],
  // Drawings: `ON CL`, `4 PLCS`, `R5 TYP 4 CORNERS`.
  // `9 mm holes every 50 mm …, six in all`
  [
    new RegExp(
      String.raw`\b(with|and) (?=(?:[Øø∅⌀] ?)?${N} (?:dia(?:meter)? )?(?:holes|slots)\b)((?:[^.;]|\.\d)*?),? (?:and )?(two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:of them |holes |slots )?(?:in all|in total|altogether|total)\b`,
      'gi',
    ),
    ({ 1: led = '', 2: rest = '', 3: many = '' }) => `${led} ${many} ${rest}`,
  ],
  // A row is in the middle anyhow.
  [
    /,? ?\b(?:with )?the (?:middle|centre|center) (?:one|hole|slot) (?:is |being )?(?:at|in|on) (?:the )?(?:(?:half|mid)[- ]?(?:length|width|way)|(?:middle|centre|center)(?: of (?:the |its )?(?:length|width|web|bar|face|plate|part))?)(?<=\b(?:apart|pitch|spacing)\b[^]*)/gi,
    () => '',
  ],
  // `three 6 mm holes: one in the middle and one 20 from each end`
  [
    new RegExp(
      String.raw`\bthree ((?:[Øø∅⌀] ?)?${N}(?: dia(?:meter)?)?(?: clearance| through)?) holes?\b([^:;.,]{0,30})[:,] one in the (?:middle|cent(?:er|re)),?(?: and)? (?:one|the others?)(?: at)? (${N}) (?:in )?from each end\b`,
      'gi',
    ),
    ({ 1: size = '', 2: where = '', 3: far = '' }) =>
      `a ${size} hole${where} in the middle and two ${size} holes${where} ${far} from each end`,
  ],
  // `50 mm apart, first at 25 mm`
  [
    new RegExp(
      String.raw`\b(?:the )?(?:first|starting|beginning)(?: one| hole| slot)?(?: is)?(?: at)? (${N})(?: in)?(?: from (?:one|the|an|either|each) end)?(?= ?(?:[,;)]|\.(?!\d)|$))(?<=\b(?:apart|pitch|spacing|cent(?:er|re)s|every)\b[^]*)`,
      'gi',
    ),
    ({ 1: far = '' }) => `${far} from one end`,
  ],
  [/\bon (?:the )?c\/?l\b/gi, () => 'on the centreline'],
  [/\btyp(?:ical)?\.? (?=(?:all |the )?(?:4|four) corners)/gi, () => ''],
  [
    /((?:[Øø∅⌀] ?|\bdia\.? ?)?[\d.]+(?: ?mm)?(?: dia\.?)?(?: holes?)?(?: thru| through)?),? \(?(\d+) (?:plcs?|places|pls?)\b\.?\)?/gi,
    (match) => `${match[2]} x ${/hole/i.test(match[1] ?? '') ? '' : '⌀ '}${(match[1] ?? '').replace(/[Øø∅⌀] ?/, '')}`,
  ],
  // A block called by its sizes in inches, with them said or not.
  [
    /\b1-2-3 block\b(.*)/gi,
    (match) =>
      /\b1 ?(?:in(?:ch)?)? ?(?:x|×|by) ?2\b/i.test(match[1] ?? '')
        ? `block${match[1]}`
        : `block 1 x 2 x 3 inch${match[1]}`,
  ],
  [/\bright[- ]angled? (?=wedge|ramp)/gi, () => ''],
  [/\b(\d[\d.]*(?: ?mm)? (?:long|wide)) base\b(?<=\b(?:wedge|ramp)\b.*)/gi, (match) => match[1] ?? ''],
  // `going down through the 20 mm`
  [/\b(?:going |passing |drilled )?(?:straight |right )?(?:down )?through the thickness\b/gi, () => 'through'],
  [/\b(slots?|grooves?) cut (?=across|along|into|in|down)\b/gi, (match) => `${match[1]} `],
]
