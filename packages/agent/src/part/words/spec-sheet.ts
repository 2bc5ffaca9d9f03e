import type { Rewrite } from './notation.ts'

const LINE = String.raw`[^\n]+(?:\n|$)`
/** Lines up to an empty one, or to the next title. */
const BLOCK = String.raw`(?:(?![^\n]*:[ \t]*(?:\n|$))${LINE})*`
const TITLE_END = String.raw`[^\n:]{0,30}:[ \t]*\n`
const NUMBER = String.raw`\d+(?:\.\d+)?(?: ?mm)?`
const SIGNED = String.raw`[+-]?\d+(?:\.\d+)?(?: ?mm)?`
/** `at x=12 y=12, 8 mm hole at …`: that is the next hole, and no further place. */
const LISTED = String.raw`${SIGNED}(?![\d.]| ?(?:mm )?(?:dia\w* )?(?:through |tapped |clearance )?(?:hole|bore|slot|pocket|boss|pin|post))`
const ZERO = String.raw`0(?:\.0+)?`
const THINGS = String.raw`(?:part|body|solid|block|cube|object|plate|model|piece|component|cylinder|shape|box|disc|disk|ring|geometry)`
const FACE = String.raw`(?:(?:the |its )?(?:bottom|top|lower|upper|base|under|back|front|left)(?: (?:annular |flat )?(?:face|side|surface|plane|end))?(?: of (?:the |it)[a-z ]{0,20})?)`
const SOUND = String.raw`(?:(?:single|connected|closed|watertight|manifold|valid|continuous|printable|unified),? (?:and )?)+`
const WHOLE = String.raw`(?:(?:solid|body|part|piece|component|mesh|model|object) ?)+`
const CAD_FILE = String.raw`\.?(?:step|stp|stl|obj|3mf|iges|igs|dxf|brep|f3d|cad)`
const OPENING = /\b(?:hole|bore|slot|pocket|cut-?out|window|recess|boss|cylinder|hub|post|peg)s?\b[^.;,\n]*$/i

/** What is said around a part and orders nothing of its shape: titles of a sheet, where the axes are, how the file is written. */
export const SPEC_SHEET: readonly Rewrite[] = [
  // Where the axes are, in what it is told, and what the file must be: sections of a sheet.
  [
    new RegExp(
      String.raw`(?:^|(?<=\n))[ \t]*(?:units?|coordinate (?:frame|system)|(?:topology|output|export|deliverables?|validation|format)\b)${TITLE_END}${BLOCK}`,
      'gi',
    ),
    ({ 0: text }) => (/inch|\bin\b/i.test(text) ? text : '\n'),
  ],
  [
    /(?:^|(?<=\n)|\. )[ \t]*(?:create|design|model|generate|make|build) an? (?:single |connected |mechanical |simple |3d |solid |cad )+(?:part|model|object|component)(?: in (?:mm|millimet(?:er|re)s))?\.(?=\s)/gi,
    () => ' ',
  ],
  // `Create a new part in SolidWorks. On the Front plane, sketch …, then extrude it to create a cube. Report the volume.`
  [
    /(?:^|(?<=[.\n] ?))[ \t]*(?:create|start|open|begin)(?: with)? an? new (?:part|document|sketch|file)(?: in [a-z0-9 ]+)?[.,]/gi,
    () => ' ',
  ],
  [/,? ?\bon the (?:front|top|right|side|base)(?: work)?[- ]?plane\b,?/gi, () => ' '],
  [
    /(?:^|(?<=[.\n;] ?))[ \t]*(?:after (?:creating|that|this)[^.,\n\d]*, ?)?(?:then )?(?:report|measure|calculate|compute|print|tell me|give me) (?:the |its )*(?:volume|mass|surface area|bounding box|weight)[^.\n\d]*(?:\.|(?=\n|$))/gi,
    () => ' ',
  ],
  // `a rectangle with one corner at (10, 10) and the opposite corner at (60, 40)`
  [
    new RegExp(
      String.raw`\brectangle (?:with |having |from )?(?:one |its |a )?(?:first )?(?:corner )?(?:at )?\( ?(-?${NUMBER}) ?, ?(-?${NUMBER}) ?\),? (?:and|to) (?:the |its |an? )?(?:opposite |other |second )?(?:corner )?(?:at )?\( ?(-?${NUMBER}) ?, ?(-?${NUMBER}) ?\)`,
      'gi',
    ),
    ({ 1: x = '', 2: y = '', 3: u = '', 4: v = '' }) => `${apart(x, u)} x ${apart(y, v)} rectangle`,
  ],
  // `draw a slot from (-30, 0) to (30, 0), extrude it`: a plate with round ends.
  [
    new RegExp(
      String.raw`\b(?:draw|sketch|create|make) an? (?:straight |horizontal |vertical )?slot(?: shape)?(?: that runs| running)?(?: horizontally| vertically)? from \( ?(-?${NUMBER}) ?, ?(-?${NUMBER}) ?\) to \( ?(-?${NUMBER}) ?, ?(-?${NUMBER}) ?\)(?=[^]*\bextrud)`,
      'gi',
    ),
    ({ 1: x = '', 2: y = '', 3: u = '', 4: v = '' }) =>
      `stadium ${Math.hypot(apart(x, u), apart(y, v))} mm centre to centre`,
  ],
  // `Part identity: plate with hole pattern and counterbore`: what it is called; its features are told below.
  [
    /(?:^|(?<=\n))[ \t]*(?:part )?(?:identity|name|title|part):[ \t]*\n?([^\n:(]{3,60}?)(?: with [^\n]*|[:(][^\n]*)?\n/gi,
    (match) => `${match[1]}\n`,
  ],
  [
    /(?:^|(?<=\n))[^\n:\d]{0,40}\b(?:geometry|features?|requirements?|dimensions?|specifications?|parameters?|constraints?|details|instructions|steps|holes and cuts)(?: \(mm\))?:[ \t]*(?=\n)/gi,
    () => '',
  ],
  // `bottom face on z=0 and entire part in z>=0`, `no geometry above z=0`
  [
    new RegExp(
      String.raw`[,;]? ?(?:and |with )?${FACE} ?(?:is |lies |lying |sits |sitting |rests |resting |starts |flush )*(?:at|on|in|=|is|with) ?(?:the )?(?:global )?(?:z ?= ?(?:${ZERO}|height|[htl])(?!\d|\.\d)(?: plane)?|xy[- ]?plane)`,
      'gi',
    ),
    () => '',
  ],
  [
    new RegExp(
      String.raw`[,;]? ?(?:and )?(?:(?:the |no |all )?(?:entire |whole )?${THINGS}|the (?:entire|whole) [a-z]+) ?(?:is |lies |sits )?(?:entirely |wholly )?(?:in|above|below|within) z ?(?:>=|<=|≥|≤|>|<|=) ?${ZERO}`,
      'gi',
    ),
    () => '',
  ],
  // `lying flat on the XY plane`
  [
    new RegExp(
      String.raw`,? ?\b(?:the ${THINGS} |the nut |it )?(?:sits|sitting|lies|lying|rests|resting|stands|standing|is|placed)(?: flat)? on (?:the )?(?:global )?(?:xy|x-y)(?:[- ]?plane)?\b(?: \(z ?= ?0[^)]*\))?`,
      'gi',
    ),
    () => '',
  ],
  [/,? ?\bon the XY[- ]plane\b(?=[,.]| and)(?<!\b(?:sketch|draw|rectangle|circle|polygon|line)[^.;]*)/gi, () => ''],
  // Its own axis is z anyhow.
  [
    /(?:^|(?<=[.;,\n-] ?))[ \t]*(?:the )?(?:main |long |part |shaft |primary )?axis(?: of (?:the )?[a-z]+)? ?(?:is |lies |runs |aligned |= ?)*(?:along |with |parallel to |on )?(?:the )?(?:global )?\+?z(?:[- ]axis)?(?= ?(?:[.;,\n]|$))/gi,
    () => '',
  ],
  [
    /,? ?\b(?:running |runs? |extruded |oriented |aligned |upwards? )?(?:along|parallel to|in) (?:the )?(?:global )?(?:\+z\b|positive z)(?:[- ](?:axis|direction))?(?: over (?:the |its )?full length)?/gi,
    (match) => (/full length/i.test(match[0]) ? ' through' : ''),
  ],
  [
    /,? ?\b(?:with )?(?:all )?(?:faces|sides|edges) (?:are )?(?:aligned|parallel) (?:to|with) (?:the )?(?:global |coordinate )*(?:x ?\/ ?y ?\/ ?z |x,? y,? (?:and )?z )?ax[ei]s/gi,
    () => '',
  ],
  [
    new RegExp(
      String.raw`(?:^|(?<=[\n.;] ?)|[,;-] ?)[ \t]*(?:and |it is |is )?(?:the ${THINGS} (?:is |should be )?)?cent(?:er|re)(?:e?d)?(?: on x ?\/ ?y)? ?(?:is |should be )?(?:at|on|about|around) (?:the )?(?:global |world |coordinate )*(?:\( ?${ZERO} ?, ?${ZERO}(?: ?, ?${ZERO})? ?\)|origin)(?: in (?:the )?xy(?:[- ]plane)?)?`,
      'gi',
    ),
    ({ 0: text, input, index }) =>
      OPENING.test(input.slice(0, index)) && /^[^,;\n]/.test(text) ? ' in the centre' : ' ',
  ],
  [
    new RegExp(
      String.raw`\b(?:cent(?:ered|red) (?:at|on|about) the (?:global |world |coordinate )?origin|cent(?:ered|red) in x and y|cent(?:ered|red) on (?:the )?(?:x and y|xy|x\/y) axes)\b`,
      'gi',
    ),
    ({ input, index }) => (OPENING.test(input.slice(0, index)) ? 'in the centre' : ''),
  ],
  // `write OpenSCAD code for a bolt`
  [
    /\b(?:generate|create|make|write|give me) (?:me )?(?:an? |some |the )?(?:openscad|cadquery|build123d|freecad|jscad|solidpython|python|scad|cad)(?: (?:code|scripts?|models?|programs?|macro|parts?))* (?:for|of|that makes) (?=an? |the )/gi,
    () => 'create ',
  ],
  // `generate a STEP file for a block`
  [
    new RegExp(
      String.raw`\b(?:generate|create|make|write|export|give me) (?:me )?(?:an? |the )?${CAD_FILE}(?: files?| models?)? (?:for|of) (?=an? )`,
      'gi',
    ),
    () => 'create ',
  ],
  // `Deliver the part as a solid (STEP and/or STL)`, `then state its overall dimensions`
  [
    new RegExp(
      String.raw`(?:^|(?<=[.\n] ?))[ \t]*(?:deliver|export|save|output|provide|return)\b[^.\n\d]*(?:\.(?!st)|(?=\n|$))`,
      'gi',
    ),
    () => ' ',
  ],
  [
    new RegExp(String.raw`\b(?:single )?(solid)? ?${CAD_FILE} (model|part|file)\b`, 'gi'),
    (match) => `${match[1] ?? ''} ${match[2]}`,
  ],
  [/\+\/-/g, () => '±'],
  [
    new RegExp(String.raw`\bx ?= ?± ?(${NUMBER}),? (?:and )?y ?= ?± ?(${NUMBER})`, 'gi'),
    (match) =>
      `(${match[1]}, ${match[2]}), (${match[1]}, -${match[2]}), (-${match[1]}, ${match[2]}), (-${match[1]}, -${match[2]})`,
  ],
  // `Export as STEP.`
  [
    new RegExp(
      String.raw`[,;.]? ?\b(?:please |and |then |finally )*(?:export|save|output|deliver|provide|return|give|write|generate)(?:ed)?(?: (?:it|me|the|this|final|result(?:ing)?|${THINGS}|design|file|files))*(?: (?:as|to|in|a|an|both))* ${CAD_FILE}(?:(?:,| and| or|\/)+ ?${CAD_FILE})*\b(?: ?(?:files?|format))*(?: (?:for|named|called|at|so)[^.\n]*)?`,
      'gi',
    ),
    () => '',
  ],
  [
    /(?:^|(?<=[\n.;] ?))[ \t]*(?:- )?(?:(?:return |produce |output |the (?:result|output|final \w+|model|part) (?:must|should) be )?(?:exactly )?(?:a |one )?(?:single,? )?(?:connected |closed |watertight |manifold |valid |printable )*(?:solid|body|part)(?: body)?|no (?:floating|disconnected|loose|extra|non-manifold)[^.\n\d]*|(?:preserve|respect|keep|use) (?:all )?(?:stated |given |the )+(?:dimensions|counts)?[^.\n\d]*(?:exactly|precisely)?|(?:make sure|ensure)(?: that)? [^.\n\d]*\b(?:connected|watertight|manifold|aligned|one part|printable|symmetric(?:al)?)\b[^.\n\d]*)(?=\.|\n|$)/gi,
    () => '',
  ],
  // `Units mm, right-handed XYZ, origin at the centre of the bottom face, +Z up`; places count from a corner that is it.
  [
    /(?:^|(?<=[\n.;] ?)|, ?)[ \t]*(?:(?:the |its |with )?(?:origin|datum)(?: is| at| in| on| =|:)+ (?![^.,;\n]*\b(?:corner|left|right|end|edge|front|back|rear)\b)[^.,;\n\d]*|right-handed(?: xyz| coordinates?| coordinate system| axes| frame)*|\+ ?z (?:is |points )?up(?:wards?)?|units?(?: are| in|:)? ?(?:mm|millimet(?:er|re)s))(?=[.,;\n]|$)/gi,
    () => '',
  ],
  // `60 x 40 x 10 mm (X,Y,Z)`: the order that sizes stand in anyhow.
  [/(?<=\d(?: ?mm| millimet(?:er|re)s)?) ?\((?:x ?[,x×*] ?y ?[,x×*] ?z|l ?[,x×*] ?w ?[,x×*] ?h)\)/gi, () => ''],
  // `Keep it as one connected watertight solid with no extra features`, `…, as a single solid body`
  [
    new RegExp(
      String.raw`(?:^|(?<=[\n.;] ?)|, ?)[ \t]*(?:- )?(?:and )?(?:keep|return|output|produce|leave|deliver|maintain|make)(?: it| everything| all| the (?:part|result|model|body|geometry))?(?: is| as)? (?:exactly |just |only )*(?:an? |one )?${SOUND}${WHOLE}(?: (?:with(?:out| no)|and no) [^.\n\d]*)?(?=[.;\n]|$)`,
      'gi',
    ),
    () => '',
  ],
  [new RegExp(String.raw`,? ?\bas (?:a|one) (?:${SOUND}(?:solid )?|solid )${WHOLE}(?=[.,;\n]|$)`, 'gi'), () => ''],
  // `Block with a hole. Create a block 120 x 80 x 40. Cut a hole, diameter 16.`: a title; all that it names is told below.
  [
    /^([^\d.:;,\n]{3,60}?) with (?:(?:an?|one|the) )?([^\d.:;\n]{3,80})(?:\n|\.\s)(?=([^]*))/gi,
    ({ 0: text, 1: head = '', 2: features = '', 3: rest = '' }) =>
      isToldAgain(head, features, rest) ? `${head}\n` : text,
  ],
  // `3 holes: 3, 4 and 5 mm` are counted, and so large.
  [
    /(?<!\b(?:\d+|two|three|four|five|six|eight) )\b(holes|slots|ribs|bosses|pockets|pegs|posts): ?(\d{1,2})(?=, | with )/gi,
    (match) => `${match[2]} ${match[1]}:`,
  ],
  // `X=100.0, Y=70.0, Z=35.0`
  [
    new RegExp(
      String.raw`(?<!\bat ?)\bx ?[=:] ?(${NUMBER})[,;]? (?:and )?y ?[=:] ?(${NUMBER})[,;]? (?:and )?(?:(?:thickness |height )?z ?[=:]|(?:thickness|height|thk) ?[=:]?) ?(${NUMBER})`,
      'gi',
    ),
    (match) => `${match[1]} (X) x ${match[2]} (Y) x ${match[3]} (Z)`,
  ],
  [/\b(depth|length) ?[=:] ?(?:through(?: all)?|full)\b/gi, () => 'through'],
  // `(±7, 0) and (0, ±7)`
  [
    new RegExp(String.raw`\( ?(±)? ?(-?${NUMBER}) ?, ?(±)? ?(-?${NUMBER}) ?\)`, 'g'),
    ({ 0: text, 1: across, 2: x = '', 3: along, 4: y = '', input }) => {
      if (!(across || along) || (across && along && (input.match(/\( ?±/g)?.length ?? 0) < 2)) return text
      const signs = (sign: string | undefined, size: string) => (sign ? [size, `-${size}`] : [size])
      return signs(across, x)
        .flatMap((u) => signs(along, y).map((v) => `(${u}, ${v})`))
        .join(', ')
    },
  ],
  [
    new RegExp(String.raw`\bx ?= ?± ?(${NUMBER}),? (?:and )?y ?= ?(-?${NUMBER})`, 'gi'),
    (match) => `(${match[1]}, ${match[2]}), (-${match[1]}, ${match[2]})`,
  ],
  // `at x=-50, 0, +50`, `along y=50 at x=-50, 0 and 50`: one place each.
  [
    new RegExp(
      String.raw`\b(?:at |along |on )?([xy]) ?= ?(${SIGNED})(?:,| and|,? at)? ([xy]) ?= ?(${SIGNED}(?:(?:, ?| and |, and )${LISTED})+)|\b(?:at )?([xy]) ?= ?(${SIGNED}(?:(?:, ?| and |, and )${LISTED})+)(?:(?:,| and|,? at)? ([xy]) ?= ?(${SIGNED})(?!,? ?\d))?`,
      'gi',
    ),
    ({ 0: text, 1: fixed, 2: far, 3: along, 4: many, 5: first, 6: all, 7: other, 8: off }) => {
      const axis = (along ?? first ?? '').toLowerCase()
      const others = (fixed ?? other ?? '').toLowerCase()
      if (axis === others) return text
      const places = [...(many ?? all ?? '').matchAll(/[+-]?\d+(?:\.\d+)?/g)].map(([one]) => one.replace('+', ''))
      const across = (far ?? off ?? '0').replace('+', '')
      return `at ${places.map((one) => (axis === 'x' ? `(${one}, ${across})` : `(${across}, ${one})`)).join(', ')}`
    },
  ],
  // `two slots at x=±40 mm`: on the other axis they are in the middle.
  [
    new RegExp(String.raw`\b([xy]) ?= ?± ?(${NUMBER})(?!,? ?(?:and )?[xy] ?=)`, 'gi'),
    ({ 1: axis = '', 2: far }) => (/x/i.test(axis) ? `(${far}, 0), (-${far}, 0)` : `(0, ${far}), (0, -${far})`),
  ],
  [/\(x, ?y\) ?= ?(?=\()/gi, () => ''],
]

/** The last word of a title, and of each thing it names, stand below with sizes. */
function isToldAgain(head: string, features: string, rest: string): boolean {
  if (/\b(?:two|three|four|five|six|eight|ten|twelve)\b/i.test(features)) return false
  const things = features.split(/,| and | with /i).flatMap((one) => /([a-z]+)\W*$/i.exec(one)?.[1] ?? [])
  const body = /([a-z]+)\W*$/i.exec(head)?.[1] ?? ''
  // The body may be called by another name there, as long as that is a plain one.
  const names = [`(?:${body}|solid|block|box|prism|plate|cylinder|disc)`, ...things]
  return names.every((one) => new RegExp(String.raw`\b${one}s?\b[^\n]*\d`, 'i').test(rest))
}

/** How far it is from one coordinate to another. */
const apart = (from: string, to: string): number => Math.round(Math.abs(parseFloat(to) - parseFloat(from)) * 1e6) / 1e6
