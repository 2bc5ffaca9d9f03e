import { LENGTH, type Rewrite } from './notation.ts'

/** An end of it is seen from above. */
const FLAT_STOCK = /\b(?:plate|bar|strip|strap|tag|slab|bracket|brace|sheet|tab|link|base|block)\b/i
/** What is written in several ways everywhere: marks, abbreviations, standards. */
export const SPELLINGS: readonly Rewrite[] = [
  // `with rounded (R15) ends`, `ends rounded R10`: of what is twice as wide, they are round all over.
  [
    new RegExp(
      String.raw`(?:\bwith )?\b(?:(?:both|the|two|its|fully|full) )*(?:(?:rounded|round|radiused) \(?(?:R ?|radius (?:of )?)(${LENGTH})\)? ends|R ?(${LENGTH}) ends|(?:rounded|round|radiused) ends,? \(?(?:with |of |to )?(?:an? )?(?:R ?|radius (?:of )?)(${LENGTH})(?: radius)?\)?|ends,? (?:are )?(?:fully )?(?:rounded|round|radiused)(?: off)?,? \(?(?:to |with |at |by )?(?:an? )?(?:radius (?:of )?|R ?)?(${LENGTH})(?: radius)?\)?)`,
      'gi',
    ),
    (match) => {
      const radius = Number.parseFloat(match.slice(1).find(Boolean) ?? '')
      const wide = new RegExp(String.raw`(?<![\d.])${String(2 * radius).replace('.', '\\.')}(?![\d.])`)
      return wide.test(match.input) && FLAT_STOCK.test(match.input) ? `, corner radius ${radius}` : match[0]
    },
  ],
  // `gasket, square, 100 outside`: the shape behind its name.
  [
    /\b(?:(?:rubber|paper|cork|silicone) )?(gasket|washer),? (square|rectangular)\b(?=,| \d)|\b(square|rectangular) (?:rubber|paper|cork|silicone) (gasket|washer)\b/gi,
    ({ 1: one, 2: behind, 3: before, 4: other }) => `${behind ?? before} ${one ?? other}`,
  ],
  // `a hole in each arm end`
  [
    /\b(?:in|at|on) (?:(?:the )?ends? of )?(?:each|every)(?: of the)? arms?(?: ends?)?\b(?! (?:is|has|are)\b)/gi,
    () => 'in each arm',
  ],
  // `six radius-3 bolt holes`
  [/\b(radius|diameter)-(\d+(?:\.\d+)?(?: ?mm)?)(?= )/gi, ({ 1: role = '', 2: size = '' }) => `${size} ${role}`],
  // Lines and bullets are pauses.
  [/(?:^|\n)[ \t]*[-*•·](?=\s)/g, (match) => (match[0].startsWith('\n') ? ';' : ' ')],
  [/\n+/g, () => ';'],
  [/[Øø∅⌀](?=\s*[\d.])/g, () => '⌀'],
  [/º/g, () => '°'],
  // The dot of an abbreviation ends no sentence, unless one begins after it.
  [
    /\b(dia|diam|sq|thk|approx|rad|qty|lg|ctrs?|typ|dp|ea|incl|horiz|vert|eq|sp|max|min|csk|nos?|pcs|(?<!\d(?: ?mm| ?cm| ?in| ?")? )thick|rect|circ|cyl)\.(?!\s*[A-Z][a-z])(?!\s*$)/gi,
    (match) => `${match[1]} `,
  ],
  // `topped with a cylindrical head`
  [/\btopped(?: off)? (?:with|by)\b/gi, () => 'with'],
  // `8 in. long 4 in. deep`
  [/(?<=\d ?)(in|ft)\.(?= *(?:[a-z×,;:)]|$))/gm, (match) => `${match[1]} `],
  [/\bsq(?:uared?)?\b/gi, () => 'square'],
  [/\beq(?:ually|ui)?[- ]?sp(?:aced)?\b/gi, () => 'equally spaced'],
  // `Ø12 H7`, `8h7`: a fit says how it is measured, and changes no size.
  [/(?<=\d)h(?:[5-9]|1[0-3])\b/g, () => ' isofit '],
  [/(?<=\d(?: ?mm)? ?)(?:[EFGHJKNP]|JS|js|[fgknp])(?:[5-9]|1[01])\b(?! ?(?:mm|x|hole))/g, () => ' isofit '],
  // `Ø11 H11 holes`
  [/(?<=[Øø∅⌀] ?\d+(?:\.\d+)? ?)H(?:[5-9]|1[0-3])(?= holes?\b)/g, () => ' isofit '],
  // `Ø 10 g6 × 40`: the chain goes on behind it.
  [/ isofit +([x×] ?[\d.]+(?: ?mm)?)/g, (match) => ` ${match[1]} isofit `],
  // `three Ø6 H7 bores`: the noun stands at its number.
  [/ isofit +((?:[a-z]+ )?(?:bore|hole)s?)\b/g, (match) => ` ${match[1]} isofit `],
  // `sphere … cut in half`
  [
    /\b(sphere|ball|cylinder|torus|ring|tube|disc|rod)\b([^.;]{0,60}?),? ?(?:that is |which is )?(?:cut|split|sliced|sawn) in half\b/gi,
    (match) => `half ${match[1]}${match[2]}`,
  ],
  [/\bthrough (?:both|the two|its two) walls\b(?<=\b(?:tube|pipe)\b[^.;]{0,80})/gi, () => 'cross drilled'],
  // `ring 80/60 x 10`, `washer 50/25mm`: outside over inside.
  [
    /\b(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)(\s*mm\b)?(?:(\s*[x×]\s*)|(?=\s*(?:,|;|\.|$|with|and|thick)))/gi,
    ({ 0: text, 1: outer, 2: inner, 3: unit = '', 4: times, input }) =>
      RINGS.test(input) && Number(outer) > Number(inner)
        ? `${outer}${unit} od x ${inner}${unit} id${times ? ' x ' : ''}`
        : text,
  ],
  // `actually 1/4 inch plate`: of stock that is flat, its thickness.
  [
    new RegExp(
      String.raw`^(?:no,? |sorry,? )?(?:actually|rather|instead),?(?: make it| use)? (?:an? )?(${LENGTH})(?: thick)? (?:plate|sheet|panel|board)s?[.!]?$`,
      'gi',
    ),
    ({ 1: size = '' }) => `make it ${size} thick`,
  ],
  // `knob 30mm with M6`: that is what it is screwed on with.
  [/(?<=\bknob\b[^.;]*)\bwith (?:an? )?(M\d+(?:\.\d)?)(?= ?(?:[.,;]|$))/gi, (match) => `with an ${match[1]} hole`],
  // `2 more mm of depth`, `5 mm more length`
  [
    /\b(\d+(?:\.\d+)?) ?(mm |cm |in )?more (mm |cm |inch(?:es)? )?(?:of |in )?(depth|width|length|height|thickness)\b(?: (?:for|of|on|in|to) the ([a-z]+)\b)?/gi,
    ({ 1: size = '', 2: unit, 3: later = 'mm ', 4: what = '', 5: of }) =>
      `${of ? `make the ${of} ` : ''}${size} ${unit ?? later}${MORE_OF[what.toLowerCase()] ?? what}`,
  ],
  // `with chamfered ends`, `one 2 mm bevelled end`: edges that are done, and where.
  [
    new RegExp(
      String.raw`\b(?<!\b(?:the|that|its) )(?:(one|an?|both|two) )?(?:(${LENGTH}) )?(?:(one|both|two) )?(chamfered|bevelled|beveled) (ends?)\b`,
      'gi',
    ),
    ({ 1: first = '', 2: size, 3: many = first, 4: done = '', 5: ends = '' }) => {
      const where = `at ${/^(?:one|an?)$/i.test(many) ? 'one ' : 'both '}${ends}`
      return size ? `${size} chamfer ${where}` : `${done} ${where}`
    },
  ],
  [/\b(?:circumscribed|circumcircle|circumscribing)(?: circle)? diameter\b/gi, () => 'across corners'],
  [/^(\s*(?:please )?)turn (?=an? \d)/gi, (match) => `${match[1]}make `],
  [/\bends? (?:are |both )?(?:fully )?rounded\b(?! (?:to|with|by|at|r|\d))/gi, () => 'fully rounded'],
  // `(-50,50)` is a place and not a number; `+50` is 50.
  [/\(\s*([-+]?[\d.]+)\s*,\s*([-+]?[\d.]+(?:\s*mm)?)\s*\)/g, (match) => `( ${match[1]} , ${match[2]} )`],
  [/(?<=[=(,\s])\+(?=\d)/g, () => ' '],
  // `10-mm`, `6-inch`, `4-hole`: the hyphen joins.
  [/(?<=\d)-(?=[a-z])/gi, () => ' '],
  // `OD18`, `ID6.4`, `PCD60`, `R5`, `t1.6`: the word ends where the number begins.
  [/\b(od|id|dia|diam|pcd|bcd|af|thk|rad|r|d|t|ø)(?=\.?\d)/gi, (match) => `${match[1]} `],
  // `M2.5` is a name, `M6 x 20` a screw; of a gear, `m1.5` may be its module.
  [
    /\bm(\d+)\.(\d+)\b/gi,
    (match) => (match[0].startsWith('m') && TOOTHED.test(match.input) ? match[0] : `m${match[1]}p${match[2]}`),
  ],
  // `M3x20` is a screw and its length.
  [/\b(m\d+(?:p\d+)?)x(\d{2,}|[5-9])\b/gi, (match) => `${match[1]} x ${match[2]}`],
  // `4 x 6.6 holes`, `8 x 9 mm holes on a 100 pcd`: how many, and how wide.
  [
    /\b(\d{1,2}) ?[x×] ?(\d+(?:\.\d+)?)(?: ?mm)?((?: (?:tapped|clearance|through|countersunk|bolt|mounting|screw))*) holes(?=(.*))/gi,
    ({ 0: text, 1: count, 2: wide = '', 3: how = '', 4: rest = '' }) =>
      wide.includes('.') ||
      /^ (?:equally spaced )?(?:on|at) (?:an? |the )?[\d.]+ ?(?:mm )?(?:pcd|bcd|bolt|pitch)/i.test(rest)
        ? `${count}${how} holes ${wide} diameter`
        : text,
  ],
  // `four M6 tapped holes 80 x 40`: whose width is known by the screw; where they are.
  [
    /(?<=\b(?:four|4)(?: ?[x×])? M\d[\d.]* (?:(?:tapped|clearance|threaded|screw|mounting|bolt|through) )*holes(?: in (?:the|its) (?:top|bottom|face))?),? (?=\d[\d.]*(?: ?mm)? ?[x×] ?\d[\d.]*(?: ?mm)?(?: (?:apart|cent(?:re|er)s|spacing|pattern))?(?:[,;.](?!\d)|$| and\b| with\b))/gi,
    () => ' on ',
  ],
  // `pulley …, flat belt`: what runs on it is plain, and no flat is cut.
  [/\bflat[- ]belt\b(?! pulley)(?<=\bpulley\b[^]*)/gi, () => ' '],
  // `two holes side by side 40 apart`: that is a row.
  [/\bside by side\b(?=,? (?:and )?(?:at )?\d[^.;,]{0,12}\b(?:apart|cent(?:re|er)s|spacing)\b)/gi, () => ','],
  // `tealight 40 x 15 pocket`, `10 x 3 magnet pockets`: what is round is so wide, and goes so deep.
  [
    /\b(tealight|tea light|candle|coin|magnet|puck)s? (\d[\d.]*) ?(?:mm ?)?[x×] ?(\d[\d.]*)(?: ?mm)? (pocket|recess|hole|seat)(e?s?)\b/gi,
    ({ 2: wide, 3: deep, 4: cut = '', 5: many = '' }) => `round ${cut}${many} ${wide} diameter ${deep} deep`,
  ],
  [
    /\b(\d[\d.]*) ?(?:mm ?)?[x×] ?(\d[\d.]*)(?: ?mm)? (?:tealight|tea light|candle|coin|magnet|puck) (pocket|recess|hole|seat)(e?s?)\b/gi,
    ({ 1: wide, 2: deep, 3: cut = '', 4: many = '' }) => `round ${cut}${many} ${wide} diameter ${deep} deep`,
  ],
  // `4x`, `4X`, `2pcs`: a count; `3off`.
  [/\b(\d+)(pcs|off)\b/gi, (match) => `${match[1]} ${match[2]}`],
  [/\b(\d+)(?:st|nd|rd|th)\b/gi, (match) => `no${match[1]}th`],
  [/\b3-?d\b/gi, () => 'cad'],
  // `coupling half: …`, `yo-yo half, 56 dia`: one of two that are alike, and not half of what is said.
  [
    /\b(?!(?:one|other|lower|upper|first|second|bottom|top|each|in|by|to|an?|and|the|\w*\d) )([a-z]+(?:-[a-z]+)?) half(?= ?(?:[:,(]|with\b|of an? \w+ (?:coupling|clamp|mou?ld)))/gi,
    (match) => match[1] ?? '',
  ],
  [/\((?:free|outer|inner|far|near|upper|lower)\)/gi, () => ' '],
  [/\bone (?:above|over|on top of|below) (?:the other|another)\b/gi, () => 'parallel'],
  [/\bone (?:inside|in|within) (?:the other|another)\b/gi, () => 'nested'],
  [/\b(four|five|six|seven|eight|nine|ten|twelve)-(?=point)/gi, (match) => `${match[1]} `],
  [/\b(?:an|one) inch and a half\b/gi, () => '1.5 inch'],
  [/\b(?:an|one) inch and a quarter\b/gi, () => '1.25 inch'],
  // `half an inch` is a part of one.
  [/(?<!\b(?:half|halves|quarters?|thirds?|eighths?|sixteenths?) (?:of )?)\ban inch\b/gi, () => '1 inch'],
  [
    /\b(three|four|five|six|seven|eight|nine|ten|twelve|1[02]|[3456789])[- ]sided\b/gi,
    (match) => SIDED[match[1]?.toLowerCase() ?? ''] ?? match[0],
  ],
  // `knob for a 6 mm D shaft`: what it goes on is its bore, unless that is said as well.
  [
    new RegExp(
      String.raw`\b(knob|wheel|pulley|hub|dial|gear|pinion|coupling|cam)\b([^.;]{0,60}?),? ?\b(?:for|that fits|to fit|fits|fitting|goes on|to go on)(?: on| onto)? (?:an? )?(${LENGTH}) (d[- ]?)?(?:shaped |cut )?(shaft|spindle|axle)\b(?![^.;]*\b(?:bore|hole)\b)`,
      'gi',
    ),
    ({ 1: noun = '', 2: rest = '', 3: size = '', 4: flat }) =>
      `${noun}${rest} with a ${size} ${flat ? 'dshaped ' : ''}hole`,
  ],
  // `D-shaft knob`: what it goes on; `D bore (4.5 across flat)`, `flat at 4.6 mm`: how wide that is.
  [/\bd[- ]shaft (?=knob|hub|coupl|pulley|gear|wheel)/gi, () => ''],
  [
    new RegExp(
      String.raw` ?\((${LENGTH})(?: mm)? across (?:the )?flats?\)(?<=\bd[- ]?(?:shaped?|shaft|bore|hole)\b(?:[^.;]|\.\d)*)`,
      'gi',
    ),
    (match) => ` ${match[1]} across flats ,`,
  ],
  [
    new RegExp(
      String.raw`,? (?:with (?:a |the )?)?flat (?:at|to) (${LENGTH})(?<=\bd[- ]?(?:shaped?|shaft|bore|hole)\b(?:[^.;]|\.\d)*)`,
      'gi',
    ),
    (match) => ` ${match[1]} across flats`,
  ],
  [
    /\bd[- ]?(?=(?:shaft(?![- ]flat)|hole|bore|shaped?|profile|cut(?=[- ](?:hole|bore)))\b)(?:shaped?\b)?/gi,
    () => 'dshaped ',
  ],
  [/\bhalf (?:of )?an? (?=ball\b|sphere\b)/gi, () => 'half '],
  // `25 mm outer and 15 mm inner radius`: both are radii.
  [
    /\b(outer|inner|outside|inside)( and [\d.]+ ?(?:mm|cm|in)? ?(?:inner|outer|inside|outside) )(radius|diameter)/gi,
    (match) => `${match[1]} ${match[3]}${match[2]}${match[3]}`,
  ],
  // `in the corners at 10 mm`
  [/\b(corners?) at (\d[\d.]* ?(?:mm|cm|in)?)(?= ?(?:[,.;]|$))/gi, (match) => `${match[1]} ${match[2]} from the edges`],
  [/(\d ?x ?[\d.]+(?: ?mm)?) (?:cross[- ])?section\b/gi, (match) => match[1] ?? ''],
  [/\bcorners?,? (?:are )?cut (?:off )?at 45 ?(?:degrees?|deg|°),?/gi, () => 'corners chamfered'],
  [/\b(do|does|is|are|should|must|need)n['’]?t\b/gi, (match) => `${match[1]} not`],
  [/&/g, () => ' and '],
  [/ℓ/g, () => 'l'],
  // `revolve a 10 x 20 rectangle … around an axis 30 mm from its nearest side`
  [
    /\b(revolved?) an? (\d[\d.]*(?: ?mm)? ?[x×] ?\d[\d.]*(?: ?mm)?) (rectangle|square|section|profile)\b/gi,
    (match) => `${match[1]} a ${match[3]} ${match[2]}`,
  ],
  [
    /\b(?:around|about) an axis (\d[\d.]*(?: ?mm)?) (?:away )?from its (?:nearest |closest )?(?:long |short )?(?:side|edge)\b/gi,
    (match) => `, ${match[1]} from the axis`,
  ],
  // A flat pill has a width; with a diameter it is a capsule.
  [/\bpill[- ]shape\b(?=[^.;]{0,60}\b(?:diameter|dia|hemispherical)\b)/gi, () => 'pill'],
  // `towel rack`, `test tube rack`: nothing meshes with it.
  [
    /\brack\b/gi,
    (match) =>
      /\b(?:mod(?:ule)?|m ?\d(?:\.\d+)?|teeth|tooth(?:ed)?|gear|pinion|dp|diametral)\b/i.test(match.input)
        ? match[0]
        : 'stand',
  ],
  // Gears: `m=2 z=20`, `40T mod 1`; their pitch diameter is no circle of holes.
  [/\bm ?= ?(?=\d)/gi, (match) => (TOOTHED.test(match.input) ? 'module ' : match[0])],
  // `m1.5 z32`
  [/\bz ?(\d+)\b/gi, (match) => (TOOTHED.test(match.input) ? `${match[1]} teeth` : match[0])],
  // Of anything else `z = 18` is a height.
  // `I.D. 25`, `P.C.D. 60`, `A.F. 24`: the last dot ends no sentence.
  [/\b(?:[IO]\. ?D|P\. ?C\. ?D|A\. ?F)\.?(?= ?[:=]? ?[\dØ⌀∅])/gi, ({ 0: text }) => text.replace(/[. ]/g, '')],
  [/\bz ?= ?(\d+)\b/gi, (match) => (TOOTHED.test(match.input) ? `${match[1]} teeth` : match[0])],
  [
    /\b(\d+) ?t\b(?=(?:[^.;]|\.\d){0,40}(?:\bmod(?:ule)?\b|gear|pinion|pulley))|\b(\d+) ?t\b(?<=\b(?:gear|pinion|pulley)(?:[^.;]|\.\d){0,40})/gi,
    (match) => `${match[1] ?? match[2]} teeth`,
  ],
  // `20T m1.5`, `m2 spur gear`: no thread, where no other module is said. `32 DP` counts teeth to the inch of diameter.
  [
    /\bm ?(\d+(?:\.\d+)?)\b(?=(?:[^.;,]|\.\d){0,20}(?:gear|pinion|rack|cog)|[ ,]*\d+ ?(?:t\b|teeth|tooth))|(?<=(?:\d ?t|teeth|tooth|gear|pinion|rack)[ ,]+)\bm ?(\d+(?:\.\d+)?)\b(?! ?(?:hole|screw|bolt|tap|thread|set|grub|clearance|bore|through))/g,
    (match) => (TOOTHED.test(match.input) && !/\bmod/i.test(match.input) ? `module ${match[1] ?? match[2]}` : match[0]),
  ],
  [
    /\b(\d+(?:\.\d+)?) ?d\.?p\.?(?=[ ,.;]|$)|\bd\.?p\.? ?(\d+(?:\.\d+)?)\b/gi,
    (match) => (TOOTHED.test(match.input) ? `diametral pitch ${match[1] ?? match[2]}` : match[0]),
  ],
  // `b=15`: as drawings of gears call the face width.
  [/\bb ?= ?(?=\d)/gi, (match) => (TOOTHED.test(match.input) ? 'face width ' : match[0])],
  // `48 pitch pinion`
  [
    /\b(\d+(?:\.\d+)?)[- ]pitch\b(?! ?(?:dia|circle|radius))/gi,
    (match) =>
      TOOTHED.test(match.input) && !/\b(?:mod(?:ule)?|diametral)\b/i.test(match.input)
        ? `diametral pitch ${match[1]}`
        : match[0],
  ],
  // `rack for a module 1 pinion`: what it meshes with has the same teeth.
  [
    /\b(rack|gear|pinion)\b,? (?:for|to (?:mesh|suit|run|go|mate)(?: with)?|that meshes with|meshing with) an? ((?:mod(?:ule)? ?|m)\d+(?:\.\d+)?|\d+ ?dp) (?:pinion|gear|spur gear|rack)\b/gi,
    (match) => `${match[1]} ${match[2]}`,
  ],
  [
    /\bpitch (?:circle )?dia(?:meter)?\b/gi,
    ({ 0: text, input, index }) =>
      TOOTHED.test(input) && !/\b(?:holes?|bolts?|screws?)\b[^.;]*$/i.test(input.slice(0, index))
        ? 'reference diameter'
        : text,
  ],
  [
    /(?=ring|centre|center|mean)(?<=\b(?:torus|donut|doughnut)\b[^.;]{0,40})(?:ring|mean|cent(?:re|er)(?:[- ]?line|[- ]to[- ]cent(?:re|er))?) dia(?:meter)?(?: ?\(cent(?:re|er)[- ]?line\))?/gi,
    () => 'reference diameter',
  ],
  [
    /(?=top)(?<=\b(?:pyramid|frustum)\b[^.;]{0,50}\d ?(?:mm)? (?:square )?)(?<!at the )top\b(?! width| side| diam)/gi,
    () => 'top width',
  ],
  // `50 mm square base` of what narrows: how wide it is there.
  [/(?<=\b(?:pyramid|frustum)\b[^.;]{0,80}\d ?(?:mm)? )square (?=base\b|bottom\b|top\b)/gi, () => ''],
  // `a hole concentric to each end radius`, `on the centre of the rounding`
  [
    /\b(?:in each end )?(?:concentric (?:to|with)|(?:on|at) the cent(?:re|er)s? of) (?:the |each |both )(?:end radius|end radii|end rounding|rounded end|rounding|radius|end)s?\b(?! of)/gi,
    () => 'in each end',
  ],
  // `one end fully rounded, 8 mm hole in the centre of the rounding`
  [
    /\b(?:(?:in|on|at) the (?:cent(?:re|er)|middle) of|concentric (?:to|with)|in) (?:the|that|its) (?:round(?:ed)? end|end radius|(?<=\bend round\b[^]*)(?:rounding|radius))(?! of|\w)/gi,
    () => 'in the rounded end',
  ],
  [/\bfull[- ]radius ends\b/gi, () => 'fully rounded'],
  [/(?=mean dia)(?<=\bgroove\b(?:[^.;]|\.\d){0,70})mean dia(?:meter)?\b/gi, () => 'pitch circle diameter'],
  // `pentagon inscribed in a 50 mm circle`
  [
    /(?<=\b(?:tri|penta|hexa|hepta|octa|nona|deca|dodeca|hex\b|poly)[^.;]*?)(?:\binscribed |\bthat fits |\bfitting |\bdrawn )?\b(?:in(?:side)?|into|within) an? (\d[\d.]*(?: ?mm)?)(?: dia(?:meter)?)? circle\b/gi,
    (match) => `${match[1]} across corners`,
  ],
  [
    /\bcircumscribed (?:about|around|on) an? (\d[\d.]*(?: ?mm)?)(?: diameter)? circle\b/gi,
    (match) => `${match[1]} across flats`,
  ],
  [/\b(?:pipe|tube|rod|round bar)(?=[^.;]{0,60}\bbent (?:by |at |to |through )?\d)/gi, (match) => `bent ${match[0]}`],
  [
    /\b(?<!bent )(?:pipe|tube)\b(?=[^.;]{0,80}\d ?(?:°|deg(?:ree)?s?) (?:bend|elbow)\b)/gi,
    (match) => `bent ${match[0]}`,
  ],
  [/(?<=\bbent (?:pipe|tube)\b[^.;]{0,80}\d ?(?:°|deg(?:ree)?s?) )(?:bend|elbow)\b(?! ?rad)/gi, () => ' '],
  [
    /\b(\d+ ?(?:°|deg(?:ree)?s?)) (?:pipe |tube )?bend of\b([^.;]{0,40}?) ?\b(?:pipe|tube)\b/gi,
    (match) => `pipe bend ${match[1]}, ${match[2]}`,
  ],
  // `15 mm high overall with a 3 mm top`: the word belongs to what stands before it.
  [/\b(high|tall|long|wide|height|length|width) overall (?=with\b|and\b)/gi, (match) => `${match[1]} `],
  // A piece of timber is called by its size in inches, and is none of the part's.
  [
    /\b(bracket|saddle|hanger|clip|hook|holder) for (?:an? )?[1246] ?[x×] ?(?:[123468]|10|12)\b(?= ?[,:;.(]| lumber| timber| post| beam| stud| joist)/gi,
    (match) => `${match[1]} for timber`,
  ],
  // `bored 54 mm from below`: a hollow, and no distance.
  [
    /\b(?:bored|hollowed|recessed)(?: out)?(?: to)? ([⌀\d][\d.]*(?: ?mm)?)(?: dia(?:meter)?)? from (?:below|underneath|beneath|the (?:bottom|underside))\b/gi,
    (match) => `recess ${match[1]} diameter`,
  ],
  [/\b(?:a |one )?full turn\b/gi, () => '360°'],
  // `sleeve for a 25 mm bar`: that is its inside, unless the inside is said as well.
  [
    /\b(sleeve|bushing|bush|collar) for (?:an? |the )?(\d[\d.]*)( ?mm)? (?:bar|shaft|rod|pipe|tube|axle)\b/gi,
    ({ 0: all, 1: noun = '', 2: size = '', 3: unit = '', input, index }) => {
      const rest = input.slice(index + all.length)
      return /\b(?:inside|inner|internal|id|bore)\b/i.test(rest) &&
        new RegExp(`\\b${size.replace('.', '\\.')}\\b`).test(rest)
        ? noun
        : `${noun} inside diameter ${size}${unit}`
    },
  ],
  // `a lid for a 57 mm hole`: it is what the lid closes.
  [
    /(?=hole)(?<=\b(?:lid|cover)(?: plate)?\s+for\s+(?:a|an|the)\s+(?:round\s+)?[\d.x×m ]+)hole\b(?!\s+(?:pattern|circle|spacing))/gi,
    () => 'mating recess',
  ],
  [
    /(?=opening)(?<=(?:\bfits?\s+(?:in|inside|into)|\b(?:lid|lip|cover|cap|plug|rim|skirt)\b[^.;]{0,90}\bfor)\s+(?:a|an|the)\s+[\d.x×m ]+)opening\b/gi,
    () => 'mating recess',
  ],
  // `0.2 mm clearance per side` is a fit; `M6 clearance` is a hole.
  [
    /(?=clearance|play|slack|gap per|gap all|gap on each|tolerance)(?<=(?:^|[^\d.])0?\.\d+\s*(?:mm)?\s+)(?:clearance|play|slack|gap|tolerance)\b(?!\s+holes?)(?:\s+(?:(?:per|each|on each|on every|at each)\s+side|all round|all around))?/gi,
    () => 'fit clearance',
  ],
  [/\bclearance(?=(?:\s+of|:)?\s+0?\.\d)/gi, () => 'fit clearance'],
  // Names of bought parts are sizes of them: `608zz`, `6001-2RS bearing`, `NEMA17 mounting plate`, `two AA cells`.
  [
    /\b(6(?:0[3-9]|2[3-9]|8[2-9])|6[02]0\d)(?:[- ]?(?:2rs[12]?|zz|2z|rs|ddu|vv)\b(?:\s+(?:ball )?bearings?\b)?|\s+(?:(?:deep groove|ball|skate|skateboard) )*bearings?\b(?!\s+(?:block|holder|mount|housing|seat|carrier|support)))/gi,
    (match) => `bearing size ${match[1]}`,
  ],
  [/\bbearings?\s+(?=6(?:0[3-9]|2[3-9]|8[2-9])\b|6[02]0\d\b)/gi, () => 'bearing size '],
  // `38 mm pilot bore`: what the motor is centred by goes into a hole in the middle.
  [
    /\b(?:pilot|boss|register|spigot|shaft)(?: clearance)? (?:hole|bore|opening)\b(?<!\b(?:pilot|shaft) (?:hole|bore)s?[^]*\b(?:pilot|shaft) (?:hole|bore))/gi,
    ({ 0: text, input }) => (/\bnema[- ]?\d/i.test(input) ? 'centre hole' : text),
  ],
  [
    /\b(\d+(?:\.\d+)? ?(?:mm|in|")) (?:pilot|boss|register)\b(?! ?(?:hole|bore|dia|high|tall|\d))/gi,
    ({ 0: text, 1: wide = '', input }) => (/\bnema[- ]?\d/i.test(input) ? `${wide} centre hole` : text),
  ],
  [
    /\bnema[- ]?(\d+)(?:\s+(?:stepper|motor)s?)*(\s+(?:mounting |mount |adapter )?(?:plate|mount|holder))?\b/gi,
    (match) => `nema ${match[1]}${match[2] ? ' motor plate' : ''}`,
  ],
  [
    /\b((?:for|on|onto|to|into|with) (?:an? |the |use with )?)?(20[2468]0|30[369]0|40[48]0) (?:alumini?um |alu )?(?:[tv][- ]?slot )?(?:extrusion|profile|[tv][- ]?slot)s?\b/gi,
    // What it is for is not what is made.
    (match) => (match[1] ? '' : `tslot profile , profile series ${match[2]} ,`),
  ],
  // `countersink the holes for flat heads, 9 mm`: that is what a countersink is for.
  [/(?<=\bcounters[iu]nk[^.;]*) for (?:(?:flat[- ]?head|countersunk|csk) )?(?:screws|bolts)(?=,? \d)/gi, () => ' '],
  // `4 mm corner holes`, `four M5 corner holes`: that is where they are.
  [
    /\b(m\d+(?:\.\d+)?|[⌀øØ] ?\d+(?:\.\d+)?|\d+(?:\.\d+)? ?(?:mm|in|"))( dia(?:meter)?)? corner holes\b(?! (?:at|in|on|to)\b)/gi,
    (match) => `${match[1]}${match[2] ?? ''} holes in the corners`,
  ],
  // `AA battery holder for 4 cells`, `18650 holder, 3 cells`: how many of them.
  [
    /(?:\b(?:for|with|holding|of),? |, ?)?\b(\d{1,2}|two|three|four|five|six|eight|ten)(?: of them|[- ]?(?:cells?|bays?|batter(?:y|ies)))\b(?<=\b(?:18650|21700|aaa?|cr20(?:16|25|32))\b[^]*)/gi,
    (match) => ` battery count ${match[1]} `,
  ],
  // `box for 4 AA batteries`
  [
    /\b(?:box|case|holder|tray)(?= (?:for|to hold|that holds|holding) (?:\d{1,2}|two|three|four|five|six|eight|ten)(?: ?x)? (?:18650|21700|aaa?|cr20(?:16|25|32)|[cd](?= (?:cell|batter)))\b)/gi,
    () => 'battery holder',
  ],
  [/\bbattery (?:box|case)(?=[^.;]{0,30}\b(?:18650|21700|aaa?|cr20(?:16|25|32))\b)/gi, () => 'battery holder'],
  [/\bholder(?=[^.;]{0,30}\b(?:18650|21700|aaa?|cr20(?:16|25|32))\b)/gi, () => 'cell holder'],
  [
    /\b(?:(\d{1,2})\s*[x×*]\s*)?(18650|21700|aaa?|cr(?:20(?:16|25|32))|[cd](?=[- ](?:cell|batter)))(?:[- ](?:li-?ion|lithium|coin|button))?(?:[- ](?:cell|batter(?:y|ie))s?)*\b(\s+(?:holder|tray|case|box))?(?!\s*(?:[x×*]|mm|\d))/gi,
    (match) => `${match[1] ?? ''}${cellName(match[2] ?? '', match[3] !== undefined)}`,
  ],
]

/** `AA cells` is battery size 6, as its standard counts; the comma keeps `two AA` from being a size 2. */
const cellName = (name: string, held: boolean): string => {
  const number = { aa: '6', aaa: '3', c: '14', d: '20' }[name.toLowerCase()] ?? name.replace(/^cr/i, '')
  return held ? `cell holder , battery size ${number} ,` : `, battery size ${number} `
}

const SIDED: Record<string, string> = {
  three: 'triangular',
  four: 'square',
  five: 'pentagonal',
  six: 'hexagonal',
  seven: 'heptagonal',
  eight: 'octagonal',
  nine: 'nonagonal',
  ten: 'decagonal',
  twelve: 'dodecagonal',
  3: 'triangular',
  4: 'square',
  5: 'pentagonal',
  6: 'hexagonal',
  7: 'heptagonal',
  8: 'octagonal',
  9: 'nonagonal',
  10: 'decagonal',
  12: 'dodecagonal',
}
const RINGS = /\b(?:washer|ring|tube|pipe|spacer|bush|bushing|sleeve|gasket|collar)s?\b/i
const TOOTHED = /(?:gear|pinion|\brack|\bcog)/i

const MORE_OF: Record<string, string> = {
  depth: 'deeper',
  width: 'wider',
  length: 'longer',
  height: 'taller',
  thickness: 'thicker',
}
