import { BY, LENGTH, type Rewrite } from './notation.ts'

const HOLLOW = /\b(?:(?:hollow|box) (?:section|profile|tube)|(?:square|rectangular) (?:tub(?:e|ing)|pipe|sleeve))\b/i
const SECTION = /\b(?:[zihc]|beam|channel)[- ]?(?:shaped )?(?:section|profile|purlin|beam|bar)\b/i
const BEAM = /\b(?:[itzhc][- ]?(?:shaped )?(?:beam|section|profile|channel|girder)|beam|channel)\b/i
const PROFILE =
  /\b(?:[uczlt][- ]?(?:shaped )?(?:profile|section|channel)|(?:hat|omega) (?:profile|section|channel)|lipped c|(?:sheet metal|steel) channel|angle (?:profile|section|iron))\b/i
const HEX = /\bhex(?:agon(?:al)?)?\b/i

/** What is as long as it was told, and has this section all along. */
const SOLID_SECTIONS: readonly (readonly [said: RegExp, noun: string])[] = [
  [/^right/i, 'right triangle prism'],
  [/^equilateral/i, 'equilateral triangle prism'],
  [/^triang/i, 'triangular prism'],
  [/^trapez/i, 'trapezoid prism'],
  [/^hex/i, 'hexagonal bar'],
  [/^oct/i, 'octagonal bar'],
  [/^(?:semi|half)/i, 'half round bar'],
]

/** Sections by the names they are sold under, and how their sizes are told. */
export const PROFILE_WORDS: readonly Rewrite[] = [
  // `angle block 60 long: right triangle section, 40 base and 40 high`
  [
    new RegExp(
      String.raw`^(?:an? )?(?:[a-z]+ ){0,2}(?:block|bar|prism|rail|batten|beam|strip|piece|part|rod|solid)(?:,? (${LENGTH}) (?:long|in length))?,?:? (?:(?:with|of|having) )?(?:an? )?(right(?:[- ]angled?)?[- ]triang(?:le|ular)|equilateral triang(?:le|ular)|triang(?:le|ular)|trapez(?:oid|oidal|ium)|hex(?:agon(?:al)?)?|oct(?:agon(?:al)?)?|semi-?circ(?:le|ular)|half[- ]round)(?:[- ]shaped)? (?:(?:cross[- ]?)?section|ends?|base|face|outline),?:?`,
      'gi',
    ),
    ({ 1: long, 2: shape = '' }) => {
      const noun = SOLID_SECTIONS.find(([said]) => said.test(shape))?.[1] ?? ''
      return `${noun}${long ? ` ${long} long` : ''},`
    },
  ],
  // `U profile: 6 mm slot, 10 high`, `for glass 10 mm, inside width 11`: what it is open for.
  [
    new RegExp(
      String.raw`(?<=\bu[- ]?(?:shaped )?(?:profile|channel|section|trim|strip)\b[^;]*)\b(?:an? )?(${LENGTH}) (?:wide )?(?:slot|groove|gap|opening)\b(?! ?\d)(?! (?:in|at|through|cut|along|near)\b)`,
      'gi',
    ),
    ({ 1: wide = '' }) => `inside width ${wide}`,
  ],
  [
    new RegExp(
      String.raw`\bfor (?:an? )?(?:glass|panel|sheet|board|ply(?:wood)?|acrylic) (?:of )?${LENGTH}(?: thick)?(?=[^]*\binside (?:width )?\d)`,
      'gi',
    ),
    ({ 0: text, input }) => (PROFILE.test(input) ? 'for glass' : text),
  ],
  // `I-beam cross section 50 tall`, `40 x 40 x 3 tube`, `2 x 2 x 1/8 inch angle, 3 inches long`
  [/\b([ithczul][- ]?(?:beam|section|profile|channel)) cross[- ]section\b/gi, ({ 1: noun = '' }) => noun],
  [
    new RegExp(
      String.raw`(?<=(${LENGTH})${BY}(${LENGTH})${BY}(${LENGTH})(?: ?inch(?:es)?)?,? (?:steel |aluminium |aluminum )?)(tube|tubing|angle)\b(?! ?[Øø⌀]?${LENGTH} ?(?:mm )?(?:OD|ID|dia|outside|round))(?! (?:bracket|iron|brace|plate|cleat|clip|profile|of|between|section))`,
      'gi',
    ),
    ({ 0: text, 1: a = '', 2: b = '', 3: c = '', 4: noun = '' }) =>
      inMm(c) * 4 <= Math.min(inMm(a), inMm(b))
        ? noun.startsWith('t')
          ? `rectangular ${noun}`
          : `${noun} iron`
        : text,
  ],
  // `50 flange, 4.5 web, 6.8 flange thickness`
  [
    new RegExp(String.raw`\b(${LENGTH}) (flange|web) thickness\b(?! ?(?:of|is|:|=)? ?\d)`, 'gi'),
    (match) => (BEAM.test(match.input) ? `${match[2]} ${match[1]}` : match[0]),
  ],
  // `C section: web 80, flanges 40, 2 mm, 400 long`: the sheet it is bent from.
  [
    /(?<=[,:;] )(\d+(?:\.\d+)?) ?mm(?= ?(?:[,;]|\.?$))/gi,
    ({ 0: text, 1: size = '', input }) =>
      PROFILE.test(input) && Number(size) <= 10 && !/\b(?:thick|thickness|wall|gauge|t ?=)/i.test(input)
        ? `${text} thick`
        : text,
  ],
  // `outer cross-section 30 wide by 40 tall`
  [
    /\b(?:(?:outer|outside|external) )?cross[- ]section(?: (?:is|of|measures|measuring))? (?=\d[^,;.]*\b(?:wide|tall|high)\b)/gi,
    () => '',
  ],
  [
    /\bthe (?:rectangular |square )?cross[- ]section (?:is|lies)\b(?: in the [xyz]{2}[- ]plane)? *,? (?:and )?(?:is )?extruded along (?:the )?[xyz](?:[- ]axis)?/gi,
    () => '',
  ],
  // `I section 80 x 46 x 3.8 web x 5.2 flange`
  [
    new RegExp(String.raw`${BY}(${LENGTH}) (web|flanges?)${BY}(${LENGTH}) (web|flanges?)\b`, 'gi'),
    (match) => (BEAM.test(match.input) ? `, ${match[2]} ${match[1]} thick, ${match[4]} ${match[3]} thick` : match[0]),
  ],
  // `80 web, 40 flanges, 15 lips`
  [
    new RegExp(String.raw`\b(${LENGTH}) (web|lips?|flanges?)(?= ?[,;.]|$)`, 'gi'),
    (match) =>
      /\b[cih][- ]?(?:shaped )?(?:profile|channel|section|purlin|beam)\b/i.test(match.input)
        ? `${match[2]} ${match[1]}`
        : match[0],
  ],
  // `0.25 in fillets at the roots`, `fillets of 12 at the web`: where web and flanges meet.
  [
    new RegExp(
      String.raw`\b(?:(${LENGTH}) (?:radius )?(?:root )?(?:fillets?|radii|radius)|(?:fillets?|radii|radius)(?: radius)?(?: of)? (${LENGTH})),? (?:at|in|on|along) (?:all |both |each |the |its |four )*(?:roots?|webs?|inside corners?|junctions?)(?: of (?:the )?(?:webs?|flanges?))?\b`,
      'gi',
    ),
    (match) => (BEAM.test(match.input) ? `root radius ${match[1] ?? match[2]}` : match[0]),
  ],
  // `toes rounded 3.5`, `4 mm toe radii`
  [
    new RegExp(
      String.raw`\btoes? (?:(?:are )?(?:rounded|radiused)(?: to| with| by)?|radi(?:us|i)(?: of)?):? (?:r ?)?(${LENGTH})(?: radius)?|\b(?:r ?)?(${LENGTH}) (?:toe radi(?:us|i)|radius (?:on|at) (?:the |both )*toes?)\b`,
      'gi',
    ),
    (match) => `toe radius ${match[1] ?? match[2]}`,
  ],
  [
    /\bc[- ]?(?:profile|channel|section)\b(?=[^]*\blips? \d)(?<!lipped c[- ]?(?:profile|channel|section))/gi,
    () => 'lipped c section',
  ],
  // `Z-profile 30/40/30, 2 mm`, `hat profile 20-30-20`: flange, web or top, flange, and sheet.
  [
    /\b(z|hat|omega|top[- ]hat)[- ](?:shaped )?(?:profile|section|bar|channel|bracket|strip|clip),? (\d[\d.]*) ?[/-] ?(\d[\d.]*) ?[/-] ?\2(?: ?mm)?(?:(?:,? |, ?| ?[x×] ?)(\d[\d.]*) ?mm(?= ?[,;.]|$))?/gi,
    ({ 1: kind = '', 2: flange = '', 3: web = '', 4: thick }) =>
      `${/^z/i.test(kind) ? 'z profile' : 'hat profile'}, flanges ${flange}, ${/^z/i.test(kind) ? `${web} high` : `top width ${web}`}${thick ? `, ${thick} thick` : ''}`,
  ],
  // `post: 40 x 40 x 3 square tube, 200 long, with an 80 x 80 x 6 plate welded across one end`
  [
    new RegExp(
      String.raw`^(?:post|leg|column|pillar|stand)[:,]? (?:an? )?((?:${LENGTH}${BY}){2}${LENGTH}) ((?:square|rectangular) tube),? (${LENGTH}) (?:long|tall|high),? (?:and |with )?an? ((?:${LENGTH}${BY}){2}${LENGTH}) (?:base |end |foot )?plate (?:welded |fixed |set )?(?:across|to|on|at) (?:one|its|the) (?:lower |bottom )?(?:end|bottom|foot)`,
      'gi',
    ),
    ({ 1: section = '', 2: tube = '', 3: high = '', 4: plate = '' }) =>
      `plate ${plate} with an upright ${tube} ${section}, ${high} high, in the middle`,
  ],
  // `square tube 50 x 50 x 3, 1000 tall, standing on a base plate`
  [
    /\b(?<!upright )(square|rectangular) (?:hollow )?tube\b(?=[^]*\b(?:tall|standing|stands|upright|vertical)\b)/gi,
    ({ 0: text, 1: kind = '', input }) =>
      /\b(?:base |foot |bottom )?plate\b/i.test(input) ? `upright ${kind} tube` : text,
  ],
  [/,? and an? (?=upright (?:square|rectangular) tube\b)(?<=\bplate\b[^]*)/gi, () => ' with an '],
  // `semicircular half-pipe trough`, `semi-circular channel`
  [
    /\b(?:semi-?circular|half[- ]round|semi-?cylindrical)(?: (?:half[- ]pipe|shell))* (?:trough|channel|gutter|shell|pipe)\b(?: structure)?/gi,
    // One that is cut into a bar is a groove.
    ({ 0: text, input, index }) =>
      /\d|\b(?:with|add|cut|mill|put|machine|carve|also|and)\b/i.test(input.slice(0, index)) ? text : 'half pipe',
  ],
  // `10 mm holes in both flanges 50 from the ends`: one at each end of both.
  [
    new RegExp(
      String.raw`(?<!\b(?:one|two|three|four|five|six|eight|\d+|\d+ ?[x×]) )(?<![\d/])\b((?:[Øø⌀] ?)?${LENGTH}(?: dia(?:meter)?)?) holes (in|through) (?:both|each) (flange|leg|side|wall)s?,? (${LENGTH} from (?:the|both|each|either) ends?)\b`,
      'gi',
    ),
    // Through both walls goes one and the same hole.
    ({ 1: wide = '', 2: led = '', 3: leg = '', 4: where = '' }) =>
      `two ${wide} holes ${led} ${/wall/i.test(leg) && /through/i.test(led) ? 'both walls' : `each ${leg}`}, ${where}`,
  ],
  // `a hole through both walls` of a channel: in what stands.
  [
    /\b(through|in|on) (both|each|either) (?:side |channel |vertical )?(?:wall|side|leg|flange|arm)(s?)\b/gi,
    ({ 0: text, 1: led = '', 2: both = '', 3: many = '', input }) =>
      /\b(?:[uc][- ]?(?:shaped )?(?:channel|profile|section)|channel (?:section|profile|bar))\b(?! bracket)/i.test(
        input,
      ) && !/\bangle\b/i.test(input)
        ? `${led} ${both} channel side${many}`
        : text,
  ],
  // `I beam 200 high 100 wide flange 10 web 6`
  [
    new RegExp(
      String.raw`\b(${LENGTH} (?:wide|high|long)),? flanges? (${LENGTH}),? (?:and )?web (${LENGTH})(?= ?(?:[,;.]|$))`,
      'gi',
    ),
    ({ 1: size = '', 2: flange = '', 3: web = '' }) => `${size}, flanges ${flange} thick, web ${web} thick`,
  ],
  // `the web is 5 thick and the whole section is 50 tall`
  [
    new RegExp(
      String.raw`(?:,? and)?,? ?\bthe (?:whole|entire|complete) (?:section|profile|beam|bracket|part|thing|piece) (?:is|stands|measures) (${LENGTH}) (?:tall|high)\b`,
      'gi',
    ),
    ({ 1: high = '' }) => `, overall height ${high}`,
  ],
  // `rect tube`, `tube 40x40x3 x 500`: with four sizes it is not round.
  [/\brect\.?(?= (?:hollow|tube|tubing|section|bar|plate|block|flange|box)\b)/gi, () => 'rectangular'],
  [
    new RegExp(
      String.raw`(?<!\b(?:square|rectangular|round|box|section)[- ])\btub(?:e|ing)(?=:?,? (?:of )?${LENGTH}(?:${BY}${LENGTH}){3}\b)`,
      'gi',
    ),
    () => 'rectangular tube',
  ],
  [
    new RegExp(
      String.raw`(?<=^|[,;:.] ?|\bof )(${LENGTH}(?:${BY}${LENGTH}){3}) (?:steel |alumini?um |mild steel )?tub(?:e|ing)\b`,
      'gi',
    ),
    ({ 1: sizes = '' }) => `rectangular tube ${sizes}`,
  ],
  // `cut to 250`, `sawn to length 250`
  [
    new RegExp(
      String.raw`\b(?:cut|sawn|trimmed) to (?:(?:a )?length(?: of)? |size )?(${LENGTH})(?: long| length)?(?= ?(?:[,;)]|\.(?!\d)|$|with\b))`,
      'gi',
    ),
    ({ 0: text, 1: size = '', input }) =>
      /\b(?:tub|section|profile|angle|channel|beam|bar|pipe|rod)/i.test(input) ? `${size} long` : text,
  ],
  [
    /\b(square|rectangular|round) duct\b(?! flange)(?: (?:segment|section|piece))?\b/gi,
    ({ 1: kind = '' }) => `${kind} tube`,
  ],
  [
    /\b(?:(?:vertical|upright) (?=web\b|stem\b)|horizontal (?=flange\b))/gi,
    ({ 0: text, input }) => (/\b[tih][- ](?:shaped )?(?:beam|profile|section|bar)\b/i.test(input) ? '' : text),
  ],
  // `37 mm tall, rising from Z=0 to Z=37`: where it lies says again how large it is.
  [
    /,? ?\b(?:rising |extending |spanning |spans |going |running |sitting on top of the [a-z]+ )?(?:from )?([xyz]) ?= ?(-?[\d.]+)(?: ?mm)? to (?:\1 ?= ?)?(\+?-?[\d.]+)(?: ?mm)?/gi,
    ({ 0: text, 2: from = '', 3: to = '', input, index }) => {
      const size = String(Math.abs(Number(to) - Number(from)))
      const before = input.slice(Math.max(0, index - 120), index)
      return new RegExp(`(?<![\\d.=-])${size}(?:\\.0+)?(?: ?mm)?(?![\\d.])`).test(before) ? '' : text
    },
  ],
  // `H-section column stub`, `S-beam section`, `wide flange stub`: a length of beam.
  [
    /(?<!\d(?: ?mm)? )\b(?:wide[- ]flange|[hisw][- ](?:beam|section|profile|girder|column)|universal (?:beam|column))(?:[- ](?:beam|section|profile|column|girder))*(?: (?:stub|offcut|piece|length|stock))?\b/gi,
    () => 'i beam',
  ],
  // `Tee 30 wide x 40 high`: what has no bore is rolled.
  [
    /^(?:steel |alumini?um )?tee(?: bar| iron| section| profile)?(?= (?:section )?\d|[,:])/gi,
    (match) => (/\b(?:pipe|bore|socket|od|id|bsp|npt|branch|plate)\b/i.test(match.input) ? match[0] : 't profile'),
  ],
  // `arms 10 thick, 100 long`: a bar is seen from its end.
  [
    new RegExp(String.raw`\barms? (${LENGTH}) thick,? (${LENGTH}) long\b(?<=\b(?:plus|cross|cruciform)\b[^]*)`, 'gi'),
    ({ 1: wide = '', 2: long = '' }) => `arms ${wide} wide , ${long} thick`,
  ],
  // `lipped C purlin 100 x 50 x 15 x 2`
  [
    new RegExp(
      String.raw`\b((?:lipped )?c[- ]?purlin|lipped (?:c )?channel)[ :,]+(${LENGTH})${BY}(${LENGTH})${BY}(${LENGTH})${BY}(${LENGTH})`,
      'gi',
    ),
    ({ 1: noun = '', 2: web = '', 3: flange = '', 4: lip = '', 5: thick = '' }) =>
      `${noun} , web ${web} , flanges ${flange} , lips ${lip} , ${thick} thick`,
  ],
  [
    /\b(?:plus|cross|x)[- ]shaped (?:\((?:cruciform|plus|cross)\) )?(?:bar|post|profile|section|column)\b/gi,
    () => 'cross plate',
  ],
  // `an extrusion with a hollow square cross section of 30 mm`
  [
    /\b(?:alumini?um |steel |metal )?(?:extrusion|profile|bar|beam|tube|pipe|column) (?:with|of|having) an? (?:(?:hollow )?(square|rectangular)|(square|rectangular) hollow) (?:cross[- ]?)?section(?: of| measuring)?/gi,
    ({ 0: text, 1: first, 2: second }) => `${first ?? second} ${/hollow|tube|pipe/i.test(text) ? 'tube' : 'bar'} `,
  ],
  [
    /\ban? (\d[\d.]*(?: ?mm)? )?(hole|slot) every (?=\d)/gi,
    ({ 1: size = '', 2: noun = '' }) => `${size}${noun}s every `,
  ],
  [/\brectangular bar(?: stock)?(?=[^]*\bwide face\b)/gi, () => 'flat bar'],
  // `angle …: centred 22 mm from the corner`
  [
    /\bfrom the (?:inside )?corner\b(?<=^(?:slotted |steel |alumini?um |unequal |equal )*(?:angle\b(?: iron| profile| section| bar)?|l[- ]?(?:profile|section)\b) \d[^]*)/gi,
    () => 'from the heel',
  ],
  [/\bcruciform (?:bar|post|profile|section|column|plate)?/gi, () => 'cross plate '],
  // `L75x50x6 angle`
  [
    new RegExp(String.raw`\bl ?(\d[\d.]*${BY}\d[\d.]*${BY}\d[\d.]*)(?: (?:steel )?(?:angle|section|profile))?\b`, 'gi'),
    ({ 1: sizes = '' }) => `angle profile ${sizes} `,
  ],
  // The depth of a section that lies is how high it is.
  [
    new RegExp(String.raw`\b(${LENGTH}) deep\b`, 'gi'),
    (match) =>
      SECTION.test(match.input) && /\blong\b/i.test(match.input) && !/\bc[- ]/i.test(match.input)
        ? `${match[1]} high`
        : match[0],
  ],
  // `2 inch flanges, web 0.2, flange 0.35`: how far they reach, and how thick they are.
  [
    new RegExp(
      String.raw`\b(${LENGTH}) flanges?\b(?! (?:thick|wide))([^]*?)\bflanges? (${LENGTH})(?! ?(?:thick|wide|x|×|\d))`,
      'gi',
    ),
    ({ 0: all, 1: reach = '', 2: between = '', 3: thick = '' }) =>
      Number.parseFloat(reach) > 2 * Number.parseFloat(thick)
        ? `flanges ${reach} wide${between}flanges ${thick} thick`
        : all,
  ],
  // `60 by 30 outside, 52 by 22 inside`
  [
    new RegExp(String.raw`\b(${LENGTH})${BY}(${LENGTH}) (?:inside|internal(?:ly)?)\b`, 'gi'),
    (match) => (HOLLOW.test(match.input) ? `inside width ${match[1]} , inside height ${match[2]}` : match[0]),
  ],
  // `corners R5 outside and R2.5 inside`
  [
    new RegExp(
      String.raw`\bcorners?:? (?:radius |r ?)?(${LENGTH}) (?:outside|outer)(?:,| and)* (?:radius |r ?)?(${LENGTH}) (?:inside|inner)\b`,
      'gi',
    ),
    (match) => (HOLLOW.test(match.input) ? `outer radius ${match[1]} , inner radius ${match[2]}` : match[0]),
  ],
  // `outside corner radius 1/4 in, inside 1/8 in`
  [
    new RegExp(
      String.raw`\b(?:outside|outer|external) (?:corner )?radius (?:of )?(${LENGTH})(?:,| and)* (?:inside|inner|internal) (?:(?:corner )?radius )?(?:of )?(${LENGTH})`,
      'gi',
    ),
    (match) => (HOLLOW.test(match.input) ? `outer radius ${match[1]} , inner radius ${match[2]}` : match[0]),
  ],
  // `dovetail bar: 40 wide at the bottom, 28 at the top, 12 high`
  [
    /^(?:an? )?dovetail (?:bar|strip|key|rail|block)(?=[:,]? (?:with )?[\d.]+(?: ?mm)? (?:wide )?(?:at|on) the (?:bottom|base|top)\b)/gi,
    () => 'trapezoidal bar',
  ],
  // `24 AF inside`: the hole of a hexagonal tube.
  [
    new RegExp(String.raw`\b(?:and )?(${LENGTH}) (?:af|a\/f|across (?:the )?flats) (?:inside|internal(?:ly)?)\b`, 'gi'),
    (match) => (HEX.test(match.input) ? `hexagonal hole ${match[1]} across flats` : match[0]),
  ],
  // `no radii`, `no lips`: as it is anyhow.
  [/\b(?:with )?no (?:(?:root|corner|inner|inside|bend) )?(?:radii|radiuses|radius|roundings)\b/gi, () => 'no fillets'],
  // `both ends mitred at 45° towards each other`, `one end cut at 45 degrees`
  [
    new RegExp(
      String.raw`\b(both|one|each|the two|two|the left|the right|left|right) ends? (?:is |are )?(?:cut|mit(?:re|er)ed|mit(?:re|er)d|sawn|bevelled|angled)(?: off)?(?: at| to| by)? (?:an? )?(\d[\d.]*) ?(?:°|deg(?:ree)?s?\b)(?: angle)?(?:,? (?:towards|to) (?:each other|one another))?`,
      'gi',
    ),
    ({ 1: which = '', 2: angle = '' }) =>
      `${/both|each|two/i.test(which) ? 'mitres' : 'mitre'} of ${angle}° at ${/two/i.test(which) ? 'both' : which} end${/both|two/i.test(which) ? 's' : ''}`,
  ],
  // `Extrude 150` of a section that was sketched: how long it is.
  [
    new RegExp(String.raw`\bextruded?(?: it)?(?: to| by| for)? (${LENGTH})(?: long)?\b`, 'gi'),
    (match) =>
      /\b[cuithzl][- ](?:shaped )?(?:section|profile|beam|channel)\b/i.test(match.input)
        ? `${match[1]} long`
        : match[0],
  ],
]

/** Of a number as it is written: only which of two is larger is asked. */
function inMm(written: string): number {
  const [top = '0', bottom] = written.split('/')
  return Number.parseFloat(top) / Number.parseFloat(bottom ?? '1')
}
