import { BY, LENGTH, type Rewrite } from './notation.ts'

const BRACKET = /\b(?:bracket|brace|cleat)s?\b/i
const FOLDED_L =
  /\b(?:l|angle|corner|right[- ]angled?|mounting|support|shelf|wall)?[- ]?(?:shaped )?(?:mounting )?(?:bracket|brace|cleat|angle)\b/i
const DEGREES = String.raw`[- ]?(?:°|degrees?\b|deg\b)`
/** The angle between two legs, however it is told; a right one is what a bracket has anyhow. */
const ANGLE = new RegExp(
  [
    String.raw`(?:with |having )?(?:an? )?(?:angle|bend)(?: of)? (\d[\d.]*)${DEGREES}(?: angle)?(?: between (?:the |its )?(?:two )?(?:legs|arms|flanges|sides))?`,
    String.raw`(?:with |having )?an? (\d[\d.]*)${DEGREES} (?:angle|bend)(?: between (?:the |its )?(?:two )?(?:legs|arms|flanges|sides))?`,
    String.raw`(?:bent|folded|angled) (?:at|to|through|by)? ?(?:an? )?(?:angle of )?(\d[\d.]*)${DEGREES}(?: angle)?`,
    String.raw`(?:with )?(?:the |its )?(?:two )?(?:legs|arms|flanges|plates) (?:meet(?:ing)?|(?:are )?joined|are) at (?:an? )?(?:angle of )?(\d[\d.]*)${DEGREES}(?: angle)?`,
    String.raw`,? (?:with )?(?:at )?(\d[\d.]*)${DEGREES} (?:to each other|to one another|between (?:them|(?:the |its )?(?:two )?(?:legs|arms|flanges|sides)))`,
    String.raw`(?<=\b(?:legs|arms|flanges)\b(?:[^.;]|\.\d)*) at (?:an? )?(?:angle of )?(\d[\d.]*)${DEGREES}(?: angle)?`,
  ].join('|'),
  'i',
)
/** Which it is, where it is no right one. */
function oblique({ input }: RegExpExecArray): string | undefined {
  const angle = ANGLE.exec(input)?.slice(1).find(Boolean)
  return angle === undefined ||
    Number(angle) === 90 ||
    !FOLDED_L.test(input) ||
    /counters[iu]nk|chamfer|mitre/i.test(input)
    ? undefined
    : angle
}
/** Which section it is whose sides are told one by one. */
function sectionOf(words: string): 'hat' | 'u' | 'z' | 't' | undefined {
  const letter =
    /\b(?:(top[- ]?hat|hat|omega)|([utz])[- ]?(?:shaped?|section|profile|bracket|channel|clip|bar|strip)?)\b(?<!\d ?t)(?!\d)/i.exec(
      words,
    )
  return letter?.[1] ? 'hat' : (letter?.[2]?.toLowerCase() as 'u' | 'z' | 't' | undefined)
}
const ofBracket =
  (put: (match: RegExpExecArray) => string) =>
  (match: RegExpExecArray): string =>
    BRACKET.test(match.input) ? put(match) : match[0]

/** Brackets as people describe them: by their angle, their plates, what supports their corner. */
export const BRACKET_WORDS: readonly Rewrite[] = [
  // `three-way corner bracket`, `corner bracket with three mutually perpendicular faces`, `trihedral bracket`
  [
    /\b(?:(?:three|3)[- ](?:way|sided|faced|plane|plate|walled)|trihedral)(?: (?:box|cube|shelf|furniture|frame|cabinet))* (?:corner|bracket|brace)(?: (?:bracket|brace|piece|plate|guard|protector))?\b|\b(?:corner|angle) (?:bracket|brace|piece)(?=,? (?:made (?:up )?)?(?:with|of|from) three (?:[a-z]+ )*(?:perpendicular|plates|faces|walls))/gi,
    () => 'trihedral corner',
  ],
  [
    /(?:[,:;]? ?(?:(?:made (?:up )?)?(?:with|of|from) )?)(?<![x×] ?)\b(?:three|3) (?:(?:mutually|perpendicular|square|equal|flat|orthogonal) )*(plates|faces|walls|sides|panels|flanges)(?: (?:set )?at right angles(?: to (?:each other|one another))?| perpendicular to (?:each other|one another)| mutually perpendicular| meeting at (?:an? |the )?(?:corner|right angles))?(?= ?(?:[,;:.]|$|each\b))/gi,
    ({ 0: text, input }) => (/\b(?:trihedral|three[- ]way|3[- ]way) corner\b/i.test(input) ? ' ' : text),
  ],
  [
    new RegExp(
      String.raw`\b(?:three|3) (?:(?:square|equal|flat) )*(${LENGTH}${BY}${LENGTH}${BY}${LENGTH}) (?:plates|faces|walls|panels)(?: (?:set )?at right angles(?: to (?:each other|one another))?| (?:mutually )?perpendicular(?: to (?:each other|one another))?)?`,
      'gi',
    ),
    ({ 0: text, 1: chain = '', input }) => (/\btrihedral corner\b/i.test(input) ? chain : text),
  ],
  [
    new RegExp(
      String.raw`\b(${LENGTH})(?: long)? (?:(?:on|per|for|to) )?(?:each|every|a|per) side\b|\beach (?=${LENGTH}${BY})`,
      'gi',
    ),
    ({ 0: text, 1: size, input }) =>
      /\btrihedral corner\b/i.test(input) ? (size ? `side length ${size} ,` : '') : text,
  ],
  [
    /\b(?:(?:in|on|through|per) )?(?:each|every|all|per)(?: of the)?(?: three)? (?:face|side|wall|plate|panel)s?\b|\b(in the (?:cent(?:re|er)|middle) of) each(?: one)?(?= ?(?:[.,;]|$))/gi,
    ({ 0: text, 1: middle, input }) =>
      /\btrihedral corner\b/i.test(input) ? (middle ? `${middle} each leg` : 'in each leg') : text,
  ],
  // `gusset 40 up the wall and 30 along the base`
  [
    new RegExp(
      String.raw`(?<=\b(?:gusset|rib|brace|web)s?\b(?:[^.;]|\.\d)*?)(?:(?:reaching|running|extending|going) )?\b(${LENGTH}) (?:(up|down)|along|out)(?: on)? (?:the )?(?:upright|wall|vertical|base|foot|horizontal|shelf|back)(?: leg| plate)?(?:,| and| by)* (${LENGTH}) (?:up|down|along|out)(?: on)? (?:the )?(?:upright|wall|vertical|base|foot|horizontal|shelf|back)(?: leg| plate)?\b`,
      'gi',
    ),
    ofBracket(({ 1: one = '', 2: up, 3: other = '' }) => (up ? `${other} x ${one}` : `${one} x ${other}`)),
  ],
  // `base 120 x 100 x 2, back 120 x 150 x 2`: of two plates, what stands behind.
  [
    /(?<=\bbase(?: plate)? [\d.]+ ?[x×] ?[\d.]+ ?[x×] ?[\d.]+(?: ?mm)?[,;]? (?:and )?(?:an? |the )?)back (?=[\d.]+ ?[x×] ?[\d.]+ ?[x×])/gi,
    () => 'back plate ',
  ],
  // `U bracket 40 across, 30 down`, `Z bracket 30 across, 20 down, 30 across`: the sides of a section by the way they go.
  [
    new RegExp(
      String.raw`\b(${LENGTH}) (across|over|down|up|deep)( (?:the )?(?:top|crown))?(?= ?(?:[,;)]|\.(?!\d)|$|and\b|then\b|\d))`,
      'gi',
    ),
    ({ 0: text, 1: size = '', 2: way = '', 3: top, input }) => {
      const section = sectionOf(input)
      if (!section || (way === 'deep' && !/\bacross\b/i.test(input))) return text
      if (/down|up|deep/i.test(way)) return `${size} high`
      if (top || section === 'hat') return section === 'hat' ? `top width ${size}` : text
      return section === 'z'
        ? `leg ${size}`
        : section === 'u' && !/\bchannel\b/i.test(input)
          ? `${size} outside`
          : `${size} wide`
    },
  ],
  [/\bbrims?\b/gi, ({ 0: text, input }) => (sectionOf(input) === 'hat' ? 'flanges' : text)],
  // `saddle …, two feet 22 long`: no feet of twelve inches.
  [
    /\b(?:two|2|both) feet\b(?=[:,]? (?:(?:each|of|each of) )?\d)/gi,
    ({ 0: text, input }) => (/\b(?:saddle|strap|clip|clamp|hat|omega|bracket)\b/i.test(input) ? 'feet' : text),
  ],
  // `T bracket …, bar and stem both 24 wide`
  [
    new RegExp(
      String.raw`\b(?:the )?(?:cross ?|top )?(?:bar|arm|head) and (?:the )?(?:stem|leg|upright|web|tail)(?:,| are| is| both| each)* (${LENGTH}) wide\b`,
      'gi',
    ),
    ({ 0: text, 1: wide = '', input }) => (sectionOf(input) === 't' ? `arms ${wide} wide` : text),
  ],
  [/,? ?\bfilling (?:in )?the (?:inside |inner )?corner\b/gi, ofBracket(() => '')],
  // `hat section: top 40, sides 25, 1.5 sheet`
  [
    new RegExp(
      String.raw`\b(?:the )?(top|crown|sides|webs)(?: is| are| of|:)? (${LENGTH})(?: (?:wide|high|tall))?(?= ?(?:[,;)]|\.(?!\d)|$|and\b))|\b(?:(${LENGTH}) (?:sheet|gauge)|(?:sheet|gauge) (${LENGTH}))(?= ?(?:[,;)]|\.(?!\d)|$))`,
      'gi',
    ),
    ({ 0: text, 1: what, 2: size = '', 3: thick, 4: gauge, input }) =>
      sectionOf(input) !== 'hat'
        ? text
        : what === undefined
          ? `${thick ?? gauge} thick`
          : /top|crown/i.test(what)
            ? `top width ${size}`
            : `${size} high`,
  ],
  // `Z clip 20 top, 12 offset, 20 bottom`
  [
    new RegExp(
      String.raw`\b(?:(${LENGTH}) (?:top|bottom|upper|lower)|(?:top|bottom|upper|lower) (${LENGTH}))(?= ?(?:[,;)]|\.(?!\d)|$|and\b))`,
      'gi',
    ),
    (match) => (sectionOf(match.input) === 'z' ? `leg ${match[1] ?? match[2]}` : match[0]),
  ],
  // `four holes in the long leg on a 2 in x 3 in rectangle`
  [
    new RegExp(String.raw`(?<=\bholes\b(?:[^.;]|\.\d)*)\bon (an? ${LENGTH}${BY}${LENGTH}) rectangle\b`, 'gi'),
    ({ 1: pattern = '' }) => `on ${pattern} pattern`,
  ],
  // `bracket: 80 x 40 rectangle, 5 tall`: it is flat.
  [
    new RegExp(
      String.raw`^(?:an? )?(?:[a-z]+ )?(?:bracket|brace)[:,] (?=(?:an? )?${LENGTH}${BY}${LENGTH} rectangle\b)`,
      'gi',
    ),
    ({ 0: text, input }) => (/\b(?:leg|upright|vertical|bent|folded|angle)/i.test(input) ? text : ''),
  ],
  // `solar panel foot: L, 60 high, 40 foot`
  [
    /(?<=^(?![^:,]*\b(?:flat|bracket|brace|plate|hook|corner|iron)\b)[a-z ]{3,40}[:,] ?)(?:an? )?l(?:[- ]shaped?)?(?=, ?\d)/gi,
    () => 'l bracket',
  ],
  // `15 feet` of a hat, `40 foot` of a bracket: no 15 ft.
  [
    /\b(\d+(?:\.\d+)?) (feet|foot)(?= ?(?:[,;)]|\.(?!\d)|$|and\b|on\b|each\b|with\b))/gi,
    ({ 0: text, 1: size = '', 2: foot = '', input }) =>
      sectionOf(input) || BRACKET.test(input) ? `${foot} ${size}` : text,
  ],
  // `bent sheet L 60 x 40 x 100 wide, 2 mm`, `sheet metal U 50 wide`
  [
    new RegExp(
      String.raw`\b(?:(?:bent|folded|formed) )?(?:sheet metal|sheet|steel|alumini?um|plate) ([luz])(?=[:,]? \d)|\b(?:bent|folded) ([luz])(?=[:,]? \d)`,
      'gi',
    ),
    (match) => `${match[1] ?? match[2]} bracket`,
  ],
  [
    new RegExp(
      String.raw`\b([luz] bracket ${LENGTH}${BY}${LENGTH}${BY}${LENGTH}(?: wide)?), (${LENGTH})(?= ?(?:,|$|with\b))`,
      'gi',
    ),
    ({ 1: bracket = '', 2: thick = '' }) => `${bracket}, ${thick} thick`,
  ],
  // `Create an L-bracket model. The bracket has a base plate …`: one sentence about it.
  [
    /^[^.\d]*?\b((?:[a-z]+[- ])?(?:bracket|brace))\b[^.\d]*\.\s+(?:the|this) (?:bracket|brace|part) (?:has|consists of|should have|must have|includes)\b/gi,
    ({ 1: noun = '' }) => `${noun} with`,
  ],
  [
    /\b(gussets?|ribs?|braces?)(?: should| must| will)? (?:connects?|joins?|links?|connecting|joining) the [a-z]+(?: [a-z]+)? (?:to|and|with) the [a-z]+(?: (?:plate|leg|wall|web|face))?\b/gi,
    ofBracket(({ 1: noun = '' }) => noun),
  ],
  [/,? ?\bwith an? right[- ]triangle (?:side )?(?:profile|shape|section)\b/gi, ofBracket(() => '')],
  // `two tabs each with a hole of 5 mm`, `feet 15 long, each with a 4 mm hole`
  [
    new RegExp(
      String.raw`\b((?:upright |vertical |side )?(?:tabs|ears|lugs|wings|flanges|legs|arms|feet|cheeks|uprights))( (?:[^.;,]|\.\d)*?)?,? each (?:with|having|has) (an? (?:[^.;,]|\.\d){0,30}?holes?(?: of (?:diameter )?${LENGTH})?)`,
      'gi',
    ),
    ({ 1: many = '', 2: rest = '', 3: hole = '' }) =>
      `${many}${rest} , ${hole} in each ${many.replace(/feet$/i, 'foots').slice(0, -1)}`,
  ],
  // `a C-shaped clip`, `clamp for a 30 mm pipe`
  [
    /\bc[- ]?(?:shaped )?(?:cable |pipe |snap |spring |retaining )?(?:clip|clamp ring|ring)\b(?=[^]*\bopening\b)|\bc[- ]?shaped (?:cable |pipe |snap |spring )?clip\b/gi,
    () => 'split ring',
  ],
  [
    new RegExp(
      String.raw`\b(?:an? )?(?:opening|gap)(?: width)?(?: of| is|:)? (${LENGTH})(?: wide)?(?: (?:on|at) one side)?|\b(${LENGTH}) (?:wide )?(?:opening|gap)(?: (?:on|at|in) (?:one|its) side)?`,
      'gi',
    ),
    (match) => (/\bsplit ring\b/i.test(match.input) ? `a ${match[1] ?? match[2]} wide slit` : match[0]),
  ],
  [
    /\b(thickness|width)(?= (?:of |is )?\d)/gi,
    ({ 0: text, input }) => (!/\bsplit ring\b/i.test(input) ? text : text === 'width' ? 'height' : 'wall'),
  ],
  [
    /\b(?<!pipe |saddle |hose |tube |cable )clamp (?=for an? [\d.]+ ?(?:mm |cm |in )?(?:(?:od|exhaust|water|gas|drain|steel|copper|pvc|plastic|round|scaffold|garden) )*(?:pipe|tube|conduit|hose|cable|pole)\b)/gi,
    () => 'pipe clamp ',
  ],
  // `angle bracket with a 120-degree angle between the legs`
  [
    /^([^]*?)\b(?:(?:angle|l|corner|mounting|support|bent)[- ](?:shaped )?)?(?:bracket|brace|cleat)\b/gi,
    (match) => (oblique(match) ? `${match[1]}angled bracket` : match[0]),
  ],
  [
    new RegExp(ANGLE.source, 'gi'),
    (match) => {
      const angle = /\bangled bracket\b/i.test(match.input) ? match.slice(1).find(Boolean) : undefined
      return angle === undefined || Number(angle) === 90 ? match[0] : `, angle ${angle} degrees`
    },
  ],
  [
    /\beach (leg|arm|flange) (?:is|measures)\b/gi,
    (match) => (/\bangled bracket\b/i.test(match.input) ? `legs ` : match[0]),
  ],
  // `with 70 and 50 legs`
  [
    new RegExp(String.raw`(?<!\d ?|[x×] ?)\b(${LENGTH}) and (${LENGTH}) (?:long )?(legs|arms)\b`, 'gi'),
    ofBracket(({ 1: a = '', 2: b = '', 3: legs = '' }) => `${legs} ${a} and ${b} long ,`),
  ],
  [
    new RegExp(String.raw`\blegs? (?:of )?(${LENGTH}) and (${LENGTH})(?: long)?`, 'gi'),
    (match) => (/\bangled bracket\b/i.test(match.input) ? `foot ${match[1]} , back rest ${match[2]}` : match[0]),
  ],
  [/\b(?:inner|internal) corner\b(?! radius)/gi, ofBracket(() => 'inside corner')],
  [
    new RegExp(
      String.raw`\b(inside corner) (?:is |has |with |gets )*(?:an? )?(?:rounded |filleted )?(?:with |by )?(?:an? )?(?:r ?)?(${LENGTH})(?: fillet| radius| rounding)`,
      'gi',
    ),
    ofBracket(({ 1: corner = '', 2: size = '' }) => `${size} fillet in the ${corner}`),
  ],
  [
    new RegExp(String.raw`\b(?:outer|outside|external) (?:fillet|bend) radius(?: of| is|:)? (${LENGTH})`, 'gi'),
    ofBracket(({ 1: size = '' }) => `outer radius ${size}`),
  ],
  // `80/50 legs`
  [
    /\b(\d[\d.]*) ?\/ ?(\d[\d.]*)(?: ?mm)? (legs|arms)\b/gi,
    ofBracket(({ 1: a = '', 2: b = '', 3: legs = '' }) => `${legs} ${a} and ${b} long ,`),
  ],
  // `80 x 60 legs, 5 thick, 150 long`: with its legs told, it is cut off a bar.
  [
    new RegExp(
      String.raw`\b(legs?\b(?![^.;]*\b(?:wide|width)\b)[^.;]*?)\b(${LENGTH}) long(?= ?(?:[.,;]|$|with\b))`,
      'gi',
    ),
    ofBracket(({ 0: text, 1: told = '', 2: size = '', input, index }) =>
      new RegExp(String.raw`${LENGTH}${BY}${LENGTH} ?$`, 'i').test(input.slice(0, index)) && /thick/i.test(told)
        ? `${told}${size} wide`
        : text,
    ),
  ],
  // `40x40 mm legs`: how long they are, and not how wide.
  [
    new RegExp(String.raw`(?<![x×\d.] ?)\b(${LENGTH})${BY}(${LENGTH}) (?:long )?(legs|arms)\b`, 'gi'),
    ofBracket(({ 1: a = '', 2: b = '', 3: legs = '' }) => `${legs} ${a} and ${b} long ,`),
  ],
  // `a plate with an arm 80 long 20 x 20 sticking out of the middle`: as high as it is long.
  [
    new RegExp(
      String.raw`\b(arm|bar|post|stub|block|tongue) (${LENGTH}) long,? (${LENGTH}${BY}${LENGTH}) (?:sticking|standing|projecting|coming|extending|pointing) (?:straight |square )?out(?: (?:of|from))?(?: (?:the|its))?(?: (middle|cent(?:er|re)|face))?\b`,
      'gi',
    ),
    ({ 1: arm = '', 2: long = '', 3: section = '' }) => `${arm} ${section}, ${long} high, in the middle`,
  ],
  // A triangle that is screwed into a corner is a flat one.
  [
    /\btriang(?:le|ular)(?:[- ]shaped)? (?:corner )?(?:bracket|brace)(?= (?:with|of|\d)|[,:.]|$)/gi,
    () => 'right triangle plate',
  ],
  // `a vertical plate and a horizontal plate, both 50 x 50 x 5`: its two legs.
  [
    new RegExp(
      String.raw`\b(?:with |of |from |consisting of )*(?:two plates|(?:an? |one )?(?:vertical|upright|horizontal) (?:plate|leg|wall) and (?:an? |one )?(?:vertical|upright|horizontal) (?:plate|leg|wall)),? (?:both|each)(?: measuring| of| being)? (${LENGTH})${BY}(${LENGTH})${BY}(${LENGTH})(?:,? (?:joined|meeting|connected|welded)(?: together)? at (?:an? )?(?:right angles?|90${DEGREES}(?: angle)?))?`,
      'gi',
    ),
    ofBracket(({ 1: long = '', 2: wide = '', 3: thick = '' }) => `, legs ${long} long , ${wide} wide , ${thick} thick`),
  ],
  // `two equal 60 x 60 plates, 6 thick, at a right angle`
  [
    new RegExp(
      String.raw`\b(?:(?:made (?:up )?)?(?:from|of) )?two (?:equal |identical |flat |square )?(?:(${LENGTH})${BY}(${LENGTH})(?:${BY}(${LENGTH}))? (?:plates|walls|panels|sheets)|(?:plates|walls|panels|sheets),? (?:of )?(${LENGTH})${BY}(${LENGTH})(?:${BY}(${LENGTH}))?),?(?: (${LENGTH}) thick,?)? (?:(?:(?:joined|meeting|connected|welded|set|put)(?: together)? )?at (?:an? )?(?:right angles?|90${DEGREES}(?: angle)?)(?: to (?:each other|one another))?|(?:joined|meeting|connected|welded)(?: together)? (?:along|at|on) (?:one|an?|their|a common) (?:common |shared )?edges?)`,
      'gi',
    ),
    ofBracket((match) => {
      const [long, wide, thick] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6] ?? match[7]]
      return thick ? `, legs ${long} long , ${wide} wide , ${thick} thick` : match[0]
    }),
  ],
  // `half round strap for 32 mm pipe`
  [
    /\b(?:half[- ]round |omega |two[- ]hole |u[- ]shaped )?(?<!pipe |saddle )(?:strap|saddle|clip|half[- ](?:ring|clamp|shell))(?= for (?:an? )?[\d.]+ ?(?:mm |cm |in(?:ch)? |")?(?:od |dia(?:meter)? )?(?:[a-z]+ )?(?:pipe|conduit|tube)\b)/gi,
    ({ 0: text, input }) => (/\b(?:feet|foot|ears?|tabs?|flanges?|holes?)\b/i.test(input) ? 'pipe strap' : text),
  ],
  // `two holes per face`, `two top holes of diameter 8 and one side hole of diameter 6`: in its legs.
  [
    /(?<=\b(?:hole|slot)s?\b[^.;,]{0,20})\b(per|(?:(?:in|on|through) )?(?:each|both|every|either)) (?:of the )?(?:two )?(?:faces?|sides?)\b/gi,
    ofBracket(({ 0: text, 1: led = '', input }) =>
      /\b(?:l|angle|corner|right[- ]angled?|90)\b/i.test(input) && !/\b[uz]\b/i.test(input)
        ? `${/^(?:each|both|every|either)/i.test(led) ? 'in ' : ''}${led} leg`
        : text,
    ),
  ],
  [
    new RegExp(
      String.raw`\b(top|base|side|back|wall) holes?,? (?:of|with(?: an?)?) diameter(?: of)? (${LENGTH})`,
      'gi',
    ),
    ofBracket(
      ({ 1: where = '', 2: wide = '' }) =>
        `${wide} diameter holes in the ${/top|base/i.test(where) ? 'base' : 'upright'}`,
    ),
  ],
  [
    /\b(?:upright |vertical )?rib\b/gi,
    ofBracket(({ 0: rib, input }) => (/\b(?:upright|vertical) rib\b/i.test(input) ? 'vertical wall' : rib)),
  ],
  // `6 mm holes centred on both the base and the rib`: one in each.
  [
    new RegExp(
      String.raw`\b((?:${LENGTH} )?(?:through[- ]|clearance )?hole)s (?:(?:cent(?:er|re)d|centrally) (?:on|in)|in the (?:cent(?:er|re)|middle) of) (?:both )?(?:the )?([a-z]+(?: (?:plate|leg))?) and (?:the )?([a-z]+(?: (?:plate|leg))?)\b`,
      'gi',
    ),
    ofBracket(
      ({ 1: hole = '', 2: first = '', 3: second = '' }) =>
        `a ${hole} in the middle of the ${first} and a ${hole} in the middle of the ${second}`,
    ),
  ],
  [
    new RegExp(
      String.raw`(?<!vertical |upright |back |side )\bwall:?(?= (?:of )?${LENGTH}${BY}${LENGTH}${BY}${LENGTH})`,
      'gi',
    ),
    ofBracket(() => 'vertical wall'),
  ],
  [
    new RegExp(
      String.raw`,? ?\b(?:passing |going |all the way )?through the ${LENGTH} (?:thickness|thick [a-z]+)(?: of the [a-z ]+?)?(?=[.,;]|$)`,
      'gi',
    ),
    ofBracket(() => ' through'),
  ],
  [
    /\b(long|wide|thick|tall|deep|high) (?:in|along) (?:the )?[xyz](?:[- ](?:axis|direction))?\b/gi,
    ofBracket(({ 1: way = '' }) => way),
  ],
  [
    new RegExp(
      String.raw`\b((?:thickness|width|length|height) of ${LENGTH}(?:illimet(?:er|re)s?)?) (?:in|along) (?:the )?[xyz](?:[- ](?:axis|direction))?\b`,
      'gi',
    ),
    ({ 1: size = '' }) => size,
  ],
  // `bracket in 3 mm: …`
  [
    new RegExp(String.raw`\b(bracket|brace) (?:in|of|from) (${LENGTH})(?=[:,;])`, 'gi'),
    ({ 1: noun = '', 2: thick = '' }) => `${noun} ${thick} thick`,
  ],
  // `legs measuring 40 x 40 x 12 and 40 x 60 x 12`: both are as wide as the side that they share.
  [
    new RegExp(
      String.raw`\blegs (?:measuring |of )?(${LENGTH})${BY}(${LENGTH})${BY}(${LENGTH}) and (${LENGTH})${BY}(${LENGTH})${BY}(${LENGTH})`,
      'gi',
    ),
    ofBracket(({ 0: text, 1: a = '', 2: b = '', 3: thick = '', 4: c = '', 5: d = '', 6: other = '' }) => {
      const same = (one: string, two: string) => Number.parseFloat(one) === Number.parseFloat(two)
      const [wide, first, second] = same(a, c) ? [a, b, d] : same(b, d) ? [b, a, c] : same(a, d) ? [a, b, c] : [b, a, d]
      return same(thick, other) && [c, d].some((side) => same(side, wide))
        ? `legs ${first} and ${second} long , ${wide} wide , ${thick} thick`
        : text
    }),
  ],
  // `a back plate 60 tall and a 40 mm shelf`
  [
    /\b(?:shelf|ledge)\b(?! (?:l |angle )?(?:bracket|brace|support))(?![^.;]*\b(?:half|mid|halfway|in the middle)\b)/gi,
    ofBracket(({ 0: shelf, input }) => (/\bback ?plate\b/i.test(input) ? 'base' : shelf)),
  ],
  // `a 3 mm thick rib 20 x 20 in the middle supports the corner`
  [/\bsupports? (?=(?:the|its|both|it)\b)/gi, ofBracket(() => ' ')],
  [
    /(?<!triangular |stiffening |reinforcing |corner |support |raised |upright |vertical )\bribs?\b/gi,
    ofBracket(({ 0: rib }) => `triangular ${rib}`),
  ],
  // The depth of a section is how high it stands.
  [
    /(?<=\d(?: ?mm| ?in| ?")? )deep\b/gi,
    ({ 0: deep, input }) =>
      /\b(?:hat|omega) (?:channel|section|profile)\b/i.test(input) && !/\b(?:high|tall|height)\b/i.test(input)
        ? 'high'
        : deep,
  ],
  [new RegExp(String.raw`\btop (${LENGTH}) across\b`, 'gi'), ofBracket(({ 1: wide = '' }) => `top width ${wide}`)],
  [
    new RegExp(
      String.raw`\b(feet|flanges|wings|ears)(?: sticking| going)? (?:(${LENGTH}) (?:(?:sticking |going )?out(?: (?:on|at|to)? ?(?:each|either|both) sides?)?|each way)\b|out (${LENGTH})(?: (?:on|at|to) (?:each|either|both) sides?)?|(${LENGTH}) (?:(?:on|at|to) )?(?:each|either|both) sides?)`,
      'gi',
    ),
    ({ 0: text, 1: feet = '', 2: out, 3: sticks, 4: each, input }) =>
      sectionOf(input) || BRACKET.test(input) ? `${feet} ${out ?? sticks ?? each} long` : text,
  ],
]
