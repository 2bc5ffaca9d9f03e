import type { Rewrite } from './notation.ts'

const N = String.raw`(?:[\d.]+(?:[ -]\d+)?(?:\/\d+)?(?: ?(?:mm|cm|in(?! (?:the|each|its|both)\b)|inch(?:es)?|")(?![a-z]))?|(?:[a-z]+[- ])?[a-z]+ (?:millimet(?:er|re)s?|mm|inch(?:es)?))`
const CENTRES = String.raw`cent(?:er|re)s?`

/** `in the middle`, `dead centre`, `at mid length`. */
const MIDDLE = String.raw`(?:(?:right |dead |exactly )?(?:in|at|on) (?:the )?(?:dead |very |exact )?(?:cent(?:er|re)|middle|mid(?:dle)?[- ]?(?:length|point)?)(?: of (?:the |its )?(?:length|plate|part|block|bar|row|face|top))?|dead cent(?:er|re)|cent(?:ral|red|ered)|in the middle)(?![- ]?line)\b`

/** Turns of speech about where things stand, in the words of the grammar. */
export const ROWS: readonly Rewrite[] = [
  // `; row of five 6 mm holes`: an item of a list
  [/(?<=[;,.:\n] ?)row of (?=[a-z\d])/gi, () => 'a row of '],
  [/\bat (?:half(?: the| its)?|mid)[- ]?(?:height|length|way(?: up| along)?)\b/gi, () => 'in the middle'],
  // `the outer two 10 mm from the ends and the third in the middle`: a row between those two.
  [
    new RegExp(
      String.raw`\bthe (?:outer|outside|end) (?:two|ones|holes)(?: (?:are|being|sit|lie))? (${N} (?:in )?from (?:the|each|both|either) ends?),? (?:and|with) (?:the |one )?(?:third|other|last|middle|remaining|central)?(?: one| hole)? (?:is )?${MIDDLE}`,
      'gi',
    ),
    (match) => ` in a row ${match[1]}`,
  ],
  [/\b(above|over) the (?:middle|cent(?:er|re)) of (?:the |its )?base\b/gi, () => 'above the base'],
  [/\b(?:wide )?(?:at|across) the (?:opening|mouth)\b(?<=\bdovetail\b[^.;]*)/gi, () => 'wide at the top'],
  [/\b(?:wide )?(?:at|across) the floor\b(?<=\bdovetail\b[^.;]*)/gi, () => 'wide at the bottom'],
  [/(?<=\bdovetail\b[^.;]*\d ?(?:°|deg(?:rees?)?)) (?:sloping |angled )?(?:sides|flanks|walls)\b/gi, () => ' angle'],
  // `printed flat`: how it is made, and no flat on it.
  [/\b(?:print(?:ed|s)?|lying|laid|lies) flat(?: on (?:the |its )?(?:bed|back|face|table))?\b/gi, () => ' '],
  // `30mm hole center, 8x 5mm holes on …`
  [
    new RegExp(
      String.raw`\b((?<![x×] ?)${N} (?:hole|bore)) (?:${CENTRES.replace('s?', '')}|middle)(?= ?(?:[,;.]|$))`,
      'gi',
    ),
    (match) => `${match[1]} in the centre`,
  ],
  // `down through boss and plate`
  [
    /\b(?:right |down |straight )*through (?:the |both )?(boss|pad|hub|rib|knob|disc|collar|tenon|tongue) and (?:the )?(plate|base|disc|block|flange|body|bar)\b|\bthrough (?:the )?(plate|base|disc|block|flange|body|bar) and (?:the )?(boss|pad|hub|rib|knob|collar|tenon|tongue)\b/gi,
    () => 'through everything',
  ],
  // `a 12 mm bore end to end`
  [
    /\b((?:holes?|bores?|bored|drilled|slots?|grooves?|channels?|tunnels?|running|runs|right|straight|going|goes)) (?:right |straight |all the way )?end to end\b/gi,
    (match) => `${match[1]} from end to end`,
  ],
  // `one in the centre and the others 70 mm either side of it`
  [
    new RegExp(
      String.raw`[,:]?(?: with)? one (?:is )?${MIDDLE}(?:,? (?:and|with)|,) (?:the )?(?:other(?:s| two| one)?|one|another|two) (?:at |is |are )?(${N}) (?:away )?(?:to |on |at )?(?:(?:either|each|both) sides?|(?:the |its )?left and (?:the |its )?right)(?: of (?:it|that|this|the (?:cent(?:er|re)|middle)(?: one)?))?`,
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
      String.raw`,? ?\b(?:(?:with )?corners? (?=R ?\d))?(?:R ?(${N})|(${N}) (?:radius|rounds?|fillets?))(?: corners)? (?:in|on|at|to) (?:the |all |its |four )*(pocket|window|opening|cut-?out|recess)(?:['’]s)?(?: corners)?\b`,
      'gi',
    ),
    (match) => `, the ${match[3]} corner radius ${match[1] ?? match[2]}`,
  ],
  // `the corners of the pocket are R5`, `corners of the window rounded to 4 mm`
  [
    new RegExp(
      String.raw`\b(?:(?:the|all|its|four) )*corners (?:of|in) (?:the |its )?(pocket|window|opening|cut-?out|recess),?:? (?:(?:are|is|have|has|get|being|with|an?|=) )*(?:(?:(?:rounded|radiused|filleted)(?: (?:off|to|at|with|an?|radius|of))* |radius (?:of )?)(?:R ?)?(${N})(?: radius\b)?|R ?(${N})|(${N}) (?:radius|rounds?|fillets?)\b)`,
      'gi',
    ),
    (match) => `the ${match[1]} corner radius ${match[2] ?? match[3] ?? match[4]}`,
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
  // `50 mm apart, first at 25 mm`
  [
    new RegExp(
      String.raw`\b(?:the )?(?:first|starting|beginning)(?: one| hole| slot)?(?: is)?(?: at)? (${N})(?: in)?(?= ?(?:[,;)]|\.(?!\d)|$))(?<=\b(?:apart|pitch|spacing|cent(?:er|re)s|every)\b[^]*)`,
      'gi',
    ),
    ({ 1: far = '' }) => `${far} from one end`,
  ],
  [/\bon (?:the )?(horizontal |vertical )?c\/?l\b/gi, (match) => `on the ${match[1]?.toLowerCase() ?? ''}centreline`],
  [/\btyp(?:ical)?\.? (?=(?:all |the )?(?:4|four) corners)/gi, () => ''],
  [
    /((?:[Øø∅⌀] ?|\bdia\.? ?)?[\d.]+(?: ?mm)?(?: dia\.?)?(?: holes?)?(?: thru| through)?),? \(?(\d+) (?:plcs?|places|pls?)\b\.?\)?/gi,
    (match) => `${match[2]} x ${/hole/i.test(match[1] ?? '') ? '' : '⌀ '}${(match[1] ?? '').replace(/[Øø∅⌀] ?/, '')}`,
  ],
  // A block called by its sizes in inches, with them said or not.
  [
    /\b1-2-3 block\b(.*)/gi,
    (match) =>
      /\d ?(?:in(?:ch)?|")? ?[x×] ?\d[^x×]*[x×] ?\d/i.test(match[1] ?? '')
        ? `block${match[1]}`
        : `block 1 x 2 x 3 inch${match[1]}`,
  ],
  // `dovetail slide: …, with a dovetail groove`: the groove is said.
  [/\bdovetail (?:slide|way|block|guide|rail|base)\b(?=[^]*\bdovetail\b)/gi, () => 'block'],
  [/\bright[- ]angled? (?=wedge|ramp)/gi, () => ''],
  [/\b(\d[\d.]*(?: ?mm)? (?:long|wide)) base\b(?<=\b(?:wedge|ramp)\b.*)/gi, (match) => match[1] ?? ''],
  [/\b(slots?|grooves?) cut (?=across|along|into|in|down)\b/gi, (match) => `${match[1]} `],
]
