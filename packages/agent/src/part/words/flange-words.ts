import { BY, LENGTH, type Rewrite } from './notation.ts'

const HOLES = '(?:(?:bolt|mounting|through|fixing|screw|clearance|tapped|lightening)[ -])*holes?'
const COUNT = String.raw`\d+|two|three|four|five|six|eight|ten|twelve`
const COUNTED: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
}
const SIZE = String.raw`M\d+(?:\.\d+)?|(?:[Øø∅⌀] ?)?${LENGTH}`
const CHAIN = String.raw`${LENGTH} ?[x×] ?${LENGTH}(?! ?[x×])`
const DIAMETER = '(?:(?: in)? dia(?:meter)?)?'
const isFlange = ({ input }: RegExpExecArray): boolean => /\b(?:flange|gasket|disc|disk|hub|cover)s?\b/i.test(input)
/** What holes are around the middle of. */
const isRound = (words: string): boolean =>
  /\b(?:flange|gasket|dis[ck]|hub|cover|back ?plate|plate|adapter|ring|spacer|cap)s?\b/i.test(words)
/** Flanges and gaskets as people describe them: square ones, their bolt circles, the hub of a weld neck. */
export const FLANGE_WORDS: readonly Rewrite[] = [
  // `2 inch floor flange: 4 inch OD`: what it is for, where it is told how large it is.
  [
    new RegExp(
      String.raw`^(?:an? )?(?:\d+(?:[ -]\d\/\d|\/\d)?)[ -]?(?:inch|in|") (?:floor|closet|toilet|pipe|threaded|water|drain|hose|tank) flange\b(?=[^]*\b(?:OD|outside|outer|overall|dia(?:meter)?)\b)`,
      'gi',
    ),
    () => 'flange',
  ],
  // `with a tube welded on`
  [
    /\b(?:welded|fixed|soldered|glued|brazed) on(?: to (?:it|top)| top)?(?= ?(?:[,;)]|\.(?!\d)|$|and\b))/gi,
    ({ 0: text, input }) => (/\b(?:flange|plate|base)\b/i.test(input) ? 'on it' : text),
  ],
  // `flange for a 25 mm shaft, 60 diameter`: it is bored for that.
  [
    new RegExp(
      String.raw`\b(flange|hub) (?:for|to fit|fits) an? (${LENGTH})(?: dia(?:meter)?)? shaft\b(?![^]*\bbore)`,
      'gi',
    ),
    ({ 1: noun = '', 2: wide = '' }) => `${noun}, bore ${wide}`,
  ],
  // `cylindrical housing centered on top`: what stands there is a boss.
  [/\bcylindrical (?:housing|boss|tower|turret) (?=(?:cent(?:ered|red) )?on (?:the )?top\b)/gi, () => 'boss '],
  // `round base plate radius 22.5`
  [/\b(?:round|circular) (?:(?:base|mounting|cover|end|top|bottom|backing|adapter) )+plate\b/gi, () => 'round plate'],
  [/\borifice plate\b/gi, () => 'round plate'],
  [/\borifices?\b/gi, (match) => (isFlange(match) || /\bplate\b/i.test(match.input) ? 'hole' : match[0])],
  // `6x Ø8 bolts on PCD 60`, `8 bolts M10`: the bolts are for it, and their holes are in it.
  [
    new RegExp(String.raw`\b(${COUNT})( ?[x×] ?| off | )(${SIZE}) (?:bolts|screws)(?: holes)?\b`, 'gi'),
    (match) => (isFlange(match) ? `${match[1]}${match[2]}${match[3]} bolt holes` : match[0]),
  ],
  [
    new RegExp(
      String.raw`\b(${COUNT}) (?:bolts|screws)(?: holes)?,? (?:of |size )?(${SIZE})(?= ?(?:[.,;]|$|on|at))`,
      'gi',
    ),
    (match) => (isFlange(match) ? `${match[1]} ${match[2]} bolt holes` : match[0]),
  ],
  // `6 bolts on 125 pcd, bolt hole 13`, `number of bolts 6`: how large their holes are is told apart.
  [
    new RegExp(
      String.raw`\b(?:(?:number|no\.?|qty|quantity) of (?:bolts|screws|studs)(?: is|:| =)? ?(${COUNT})|(${COUNT}) (?:bolts|screws|studs))(?= ?(?:[.,;]|$|(?:on|at|equally|evenly)\b))`,
      'gi',
    ),
    (match) => (isFlange(match) ? `${match[1] ?? match[2]} bolt holes` : match[0]),
  ],
  // `Bolt circle 130. 8 M10 holes.`
  [
    new RegExp(
      String.raw`\b(?:bolt circle|pitch circle|pcd|bcd)(?: dia(?:meter)?)?(?: of| is|:| =)? ?(${LENGTH})(?:[.,;:] (?:with )?| with )((?:${COUNT})(?: ?[x×])? (?:${SIZE} )?(?:(?:bolt|mounting|tapped|clearance|through) )*holes)(?! on\b)`,
      'gi',
    ),
    ({ 1: circle = '', 2: holes = '' }) => `${holes} on a ${circle} bolt circle`,
  ],
  // `three rings of 5 mm holes: 6 holes on 20 mm PCD, 12 holes on 40 mm PCD`
  [
    new RegExp(
      String.raw`\b(?:(?:${COUNT}|several|concentric) (?:concentric )?(?:rings|circles|rows) of )?(${SIZE}) (?:dia(?:meter)? )?holes:((?:[^.;]|\.\d)*)`,
      'gi',
    ),
    ({ 1: size = '', 2: rings = '' }) => `${size} holes:${rings.replace(/(\d) holes (?=on|at)/gi, '$1 ')}`,
  ],
  // `60 x 40 x 8 base flange with four corner holes`: what has corners is no ring.
  [
    new RegExp(
      String.raw`\b(${LENGTH}${BY}${LENGTH}${BY}${LENGTH}) (?:base |mounting )?flange\b(?=[^]*\bcorner)`,
      'gi',
    ),
    ({ 1: sizes = '' }) => `${sizes} plate`,
  ],
  // `gasket 90 x 60 outside, 70 x 40 inside`: what has two sides inside and out is no ring.
  [
    new RegExp(
      String.raw`(?<!\b(?:round|circular|square|rectangular) )\b(?:flat )?(gasket|seal)\b(?=[^]*(?:${CHAIN} (?:outside|outer|overall|external)|(?:outside|outer|overall|external)(?: size)?:? ${CHAIN}))(?=[^]*(?:${CHAIN} (?:inside|inner|internal|opening|window)|(?:inside|inner|internal|opening|window|hole)(?: opening| size| cut-?out| window)?(?: of)?:? ${CHAIN}))`,
      'gi',
    ),
    ({ 1: noun }) => `rectangular ${noun}`,
  ],
  // `gasket for a 110 mm square flange`: as large as what it lies on.
  [
    new RegExp(String.raw`\bgasket for an? (${LENGTH}) square flange\b`, 'gi'),
    ({ 1: size = '' }) => `square gasket ${size}`,
  ],
  // `gasket: 150 x 150 square`, `flange: 100mm square`, `flange 90 x 90 square`
  [
    new RegExp(String.raw`\b(flange|gasket)([:,]?) (?:(${LENGTH})${BY})?(${LENGTH}) square(?= ?[,;.]|$)`, 'gi'),
    ({ 1: noun = '', 2: mark = '', 3: long, 4: size = '' }) =>
      `square ${noun}${mark} ${long ? `${long} x ` : ''}${size}`,
  ],
  [
    /\b(square|rectangular) (?:(?:duct|pipe|steel|mounting|base|exhaust|vent|adapter) )+flange\b/gi,
    ({ 1: shape = '' }) => `${shape} flange`,
  ],
  [/\b(square|rectangular) flange plate\b/gi, ({ 1: shape = '' }) => `${shape} plate`],
  [/\b(square|rectangular) flange gasket\b/gi, ({ 1: shape = '' }) => `${shape} gasket`],
  [
    new RegExp(String.raw`\b(square (?:plate|flange)), (${LENGTH}) (?:a|per|each) side\b`, 'gi'),
    ({ 1: noun = '', 2: size = '' }) => `${noun} ${size}`,
  ],
  // `two bolt exhaust flange: 90 long x 50 wide, round ends`: an oblong plate.
  [
    /\b(?:(?:two|2)[- ]bolt )?(?:exhaust |pipe |intake |oval )*flange\b(?=[^.;]*,? (?:with )?(?:full(?:y)? )?round(?:ed)? ends\b)([^.;]*?),? (?:with )?(?:full(?:y)? )?round(?:ed)? ends\b/gi,
    ({ 0: text, 1: sizes = '' }) => (/\bdia|⌀|Ø/i.test(sizes) ? text : `stadium plate${sizes}`),
  ],
  // `3 holes 8.5 at 120° on 66`: evenly, as so many are.
  [
    new RegExp(
      String.raw`\b(${COUNT})((?: ?[x×])?(?: [a-z]+){0,2} (?:[⌀Øø∅] ?)?${LENGTH}(?: [a-z]+){0,2}),? (?:at|every) (\d+) ?(?:°|deg(?:rees?)?)(?: (?:apart|spacing|intervals|pitch))?,? (?=on )`,
      'gi',
    ),
    ({ 0: text, 1: count = '', 2: what = '', 3: turn = '' }) =>
      (COUNTED[count.toLowerCase()] ?? Number(count)) * Number(turn) === 360 ? `${count}${what} ` : text,
  ],
  // `four 9 mm holes on an 85 mm PCD, towards the corners`: on a square, at 45°.
  [
    new RegExp(
      String.raw`\b(on (?:an? )?(?:⌀ ?)?${LENGTH} (?:mm )?(?:pcd|bolt circle|pitch circle|b\.?c\.?d?\b)),? (?:towards|toward|in|into|at|near) (?:each of )?(?:the )?(?:four )?corners\b`,
      'gi',
    ),
    ({ 1: circle = '' }) => `${circle} starting at 45 degrees`,
  ],
  // `lie on radius=30 from origin (bolt circle diameter=60)`: one circle, told twice.
  [
    new RegExp(
      String.raw`\b(?:on )?(?:an? )?radius ?(?:=|of|:)? ?(${LENGTH})(?: from (?:the )?(?:origin|cent(?:er|re)))? \(((?:bolt|pitch) circle diameter) ?(?:=|of|:)? ?(${LENGTH})\)`,
      'gi',
    ),
    ({ 0: text, 1: radius = '', 2: circle = '', 3: wide = '' }) =>
      Math.abs(2 * Number.parseFloat(radius) - Number.parseFloat(wide)) < 0.01 ? `on ${circle} ${wide}` : text,
  ],
  // `Bolt holes are on bolt circle diameter 82`, `Bolt hole centers lie on …`: those that were counted before.
  [
    new RegExp(
      String.raw`(?<=[.;\n] ?)[ \t]*(?:[-*•] )?(?:the )?(${HOLES})(?: cent(?:er|re)s)? (?:are|lie|sit|is|should be|must be) (?:located |positioned |placed |equally spaced )?(?=(?:on|at) )(?<=\bhole[^]*)`,
      'gi',
    ),
    ({ 0: text, 1: holes = '', input, index }) =>
      /\bholes?\b/i.test(input.slice(0, index)) ? ` the ${holes.replace(/holes?$/i, 'holes')} are ` : text,
  ],
  // `a 65 mm centre through-bore`
  [
    new RegExp(
      String.raw`(?<=\b${LENGTH} (?:dia(?:meter)? )?)(?:cent(?:er|re|ral)) (?:through|thru)[- ](bore|hole)\b`,
      'gi',
    ),
    ({ 1: hole = '' }) => `central ${hole}`,
  ],
  // `20 mm flange thickness`, `a 30 mm hub diameter`
  [
    new RegExp(
      String.raw`(?<![x×] ?)\b(${LENGTH}) (flange|hub|disc|base|boss|spigot|neck) (thickness|diameter|height)\b(?! ?\d)`,
      'gi',
    ),
    (match) => (isFlange(match) ? `${match[2]} ${match[3]} ${match[1]}` : match[0]),
  ],
  // `flange 100 dia 8 thick with a 40 OD 32 ID pipe 30 long on it`: a neck, and the bore goes through both.
  [
    new RegExp(
      String.raw`\b(${LENGTH} (?:od|outside diameter)),? (${LENGTH} (?:id|inside diameter)) (?:pipe|tube|stub|sleeve),? (${LENGTH}) (?:long|high|tall)\b`,
      'gi',
    ),
    (match) => (/\bflange\b/i.test(match.input) ? `${match[2]}, and a neck ${match[1]}, ${match[3]} high` : match[0]),
  ],
  // `on it a pipe 60 OD, 54 ID, 50 long, the 54 opening goes through the plate too`
  [
    new RegExp(
      String.raw`\b(?:pipe|tube|stub|socket|sleeve),? (${LENGTH}) od,? (?:and )?(${LENGTH}) id,? (?:and )?(${LENGTH}) (?:long|high|tall),? (?:and )?(?:the|its) (?:${LENGTH} )?(?:opening|bore|hole|inside) (?:goes|continues|carries on|runs|going|continuing)(?: right| on)? through the (?:plate|flange|base)(?: too| as well)?`,
      'gi',
    ),
    ({ 1: wide = '', 2: bore = '', 3: high = '' }) =>
      `boss ${wide} diameter ${high} high with a ${bore} hole through everything`,
  ],
  // `4 x 18 on PCD 125`, `three M8 on 72`: holes, though nobody says so.
  [
    new RegExp(
      String.raw`(?<!slots? |circle:? |pattern:? |[x×.] ?)\b(${COUNT})(?: ?[x×] ?| off |(?= M) )(?:(M\d+(?:\.\d+)?)|(?:[⌀Øø∅] ?)?(${LENGTH})) (?=(?:on|at) (?:an? )?(?:(?:pcd|bcd|bolt circle|pitch circle) ?\d|${LENGTH}(?: (?:mm )?(?:pcd|bcd|bc\b|bolt circle|pitch circle)|$|(?= ?[,;.]))))`,
      'gi',
    ),
    ({ 0: text, 1: count = '', 2: screw, 3: wide = '', input }) =>
      !isRound(input) ? text : screw ? `${count} ${screw} holes ` : `${count} holes ${wide} diameter `,
  ],
  // `three 6 mm satellite bores`
  [/\b(?:satellite|auxiliary|secondary|peripheral|surrounding) (?=(?:bore|hole)s?\b)/gi, () => ''],
  // `hub going from 60 diameter at the flange to 48 diameter, 30 high`
  [
    new RegExp(
      String.raw`\b(?:tapered |conical |tapering )?(hub|neck)((?: on (?:the )?top)?(?:,? ${LENGTH} (?:high|tall|long))?),? (?:going |tapering |tapered |running |(?:which |that )?tapers )?(?:down )?(?:from )?(?<=from |tapered [a-z]+ |conical [a-z]+ )(?:⌀ ?)?(${LENGTH})${DIAMETER}(?: at (?:the |its )?(?:flange|base|bottom|foot|root|plate|disc|disk))? to (?:⌀ ?)?(${LENGTH})${DIAMETER}(?: at (?:the |its )?(?:top|weld|end|weld end|pipe end|tip))?(?![\d.]| ?(?:in )?(?:dia\w*)? ?over)`,
      'gi',
    ),
    ({ 1: hub = '', 2: where = '', 3: wide = '', 4: end = '' }) =>
      `tapered ${hub}${where} bottom diameter ${wide}, top diameter ${end}`,
  ],
  // `and two bolt circles: six holes on 90 and eight on 136`: they are told behind.
  [/,? ?\b(?:and|plus|has|having|with) (?:two|three|2|3) (?:(?:bolt|hole|pitch) )?circles(?: of holes)?:/gi, () => ','],
  // `holes straddling the centrelines`: none of them lies on these.
  [
    /,? ?\b(?:(?:with|the|bolt|all|and) )*(?:holes? )?(?:(?:to|are|that) )?straddl(?:e|es|ing) (?:(?:the|both|its|main|vertical|horizontal) )*(?:cent(?:re|er)[- ]?lines?|axes|axis)\b/gi,
    () => ", none at 12 o'clock",
  ],
  [/\bconical(?= (?:hub|neck)\b)/gi, () => 'tapered'],
  // `three curved slots … 40 degrees between end centres`, `kidney slots spanning 60°`: how long they are.
  [
    new RegExp(
      String.raw`(?<=\b(?:curved|arc|kidney|arched|banana|arcuate)(?:[- ]shaped)? slots?\b(?:[^.;]|\.\d)*?)(?:\b(?:(?:each|and|that|which) )*(?:spanning|spans?|covering|covers?|sweeping|subtending|extending(?: over| through)?|through|over|of) )?\b(\d[\d.]*) ?(?:°|deg(?:rees?)?\b)(?:[- ](?:long|arc|sweep|span|each|between (?:the )?(?:end )?cent(?:re|er)s(?: of (?:the |its )?ends)?|cent(?:re|er) to cent(?:re|er)|end to end))*`,
      'gi',
    ),
    ({ 0: text, 1: angle, input, index }) =>
      /\b(?:start|from|turned|rotated|at|offset)(?: by)? $/i.test(input.slice(0, index)) || /end to end/i.test(text)
        ? text
        : `angle ${angle} degrees`,
  ],
  // `an O-ring groove at 70 mm mean diameter`, `groove for O-ring, 70 centre diameter`
  [/\b(?:face )?groove for (?:an? )?o[- ]?ring\b/gi, () => 'o-ring groove'],
  [
    new RegExp(
      String.raw`(?<=\bgrooves?\b(?:[^.;]|\.\d)*?)(?:,? ?(?:at|on) (?:an? )?|\b)(${LENGTH}) (?:mean|mid(?:dle)?|cent(?:re|er)(?:[- ]?line)?) dia(?:meter)?\b`,
      'gi',
    ),
    ({ 1: wide = '' }) => `, mean diameter ${wide}`,
  ],
  // `a groove is machined 2 mm deep: the groove is a ring between 38 mm inner diameter and 50 mm outer diameter`
  [
    new RegExp(
      String.raw`\b(groove),? (?:is )?(?:machined|cut|turned|milled)?,? ?(${LENGTH}) deep[:,.;] (?:the groove (?:is|has|runs) )?(?:an? )?(?:ring |annulus )?(?:between|from) (${LENGTH}) (?:inner|inside) diameter (?:and|to) (${LENGTH}) (?:outer|outside) diameter`,
      'gi',
    ),
    ({ 1: groove = '', 2: deep = '', 3: inside = '', 4: outside = '' }) =>
      `${groove} ${inside} inside diameter, ${outside} outside diameter, ${deep} deep`,
  ],
  // `groove mean diameter 60`, `gasket groove 38 mm inside diameter`: it goes round.
  [
    /(?<!(?:ring|annular|circlip|relief|neck|belt|v)[- ])\b(?:(?:concentric|gasket|seal|sealing) )*groove\b(?=(?:[^.;]|\.\d)*\b(?:(?:mean|cent(?:er|re)|pitch(?: circle)?|inside|inner|outside|outer) dia|\d ?(?:mm )?(?:id|od)\b))/gi,
    (match) => (isFlange(match) ? 'annular groove' : match[0]),
  ],
  // `52 mm recess`: around a bore it is round, whatever the flange is.
  [
    new RegExp(
      String.raw`(?<![x×⌀Øø] ?|\d)(${LENGTH}) (recess|counterbore|spot ?face|register)(?=[^.;]*\bdeep\b)`,
      'gi',
    ),
    (match) => (/\bflange\b/i.test(match.input) ? `⌀${match[1]} ${match[2]}` : match[0]),
  ],
  // `52 mm recess in the front face`, `a spigot on the back`: of what lies flat, above and below.
  [
    /\b(on|in|from|into) the (front|back|rear)(?: (?:face|side|surface))?(?= ?(?:[,.;)]|$|and\b|with\b))(?<=\b(?:recess|counterbore|counterbored|pocket|groove|spigot|boss|hub|register|raised face|countersunk)\b[^.;]*)/gi,
    ({ 0: text, 1: on = '', 2: side = '', input }) =>
      /\bflange\b/i.test(input) && !/\b(?:bracket|edge of|(?:long|short|front|back) edge)\b/i.test(input)
        ? `${on} the ${/front/i.test(side) ? 'top' : 'bottom'}`
        : text,
  ],
]
