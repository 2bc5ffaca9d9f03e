import { LENGTH, type Rewrite } from './notation.ts'

/** DIN 988: bore and outside of the shims that shafts are set with. A shim of two other sizes may have corners. */
const SHIMS =
  '3x6 4x8 5x10 6x12 7x13 8x14 9x15 10x16 11x17 12x18 13x19 14x20 15x21 15x22 16x22 17x24 18x25 19x26 20x28 22x30 22x32 25x35 25x36 26x37 28x40 30x42 32x45 35x45 36x45 37x47 40x50 42x52 45x55 45x56 48x60 50x62 50x63 52x65 55x68 56x72 60x75 63x80 65x85 70x90 75x95 80x100'.split(
    ' ',
  )
const isShim = (a: number, b: number): boolean => SHIMS.includes(`${Math.min(a, b)}x${Math.max(a, b)}`)

const RING = String.raw`(?:shim(?: washer| ring)?|(?:flat |plain |thrust |spacer )?washer|spacer ring|(?:round )?gasket ring)`
const TWO = String.raw`(${LENGTH}) ?(?:[x×]|by|\/) ?(${LENGTH})(?! ?[x×\d]|\.\d)(?: mm)?`

/** Two sizes of a ring, whose thickness is told apart from them: the larger one is its outside. */
function told(text: string, noun = '', first = '', second = '', thick = ''): string {
  const [a, b] = [Number.parseFloat(first), Number.parseFloat(second)]
  if (/^shim$/i.test(noun) && !isShim(a, b)) return text
  const [outer, inner] = a > b ? [first, second] : [second, first]
  return `${/^shim$/i.test(noun) ? 'shim ring' : noun} ${outer} outside ${inner} inside ${thick} thick`
}

export const RING_WORDS: readonly Rewrite[] = [
  // `door stop 40 dia 30 tall`: one that is no wedge.
  [/\bdoor ?stop(?:per)?\b(?!.*\bwedge)(?=[^.;]*(?:\bdia|[Øø∅⌀]))(?<!wedge.*)/gi, () => 'cylinder'],
  // `cylindrical shell 90 outside diameter, 5 mm wall`
  [/\bcylindrical shell\b(?=[^.;]*\b(?:wall|o\.?d|outside|inside|outer|inner|thick))/gi, () => 'tube'],
  // `pulley: rim 80 x 25, hub 30 dia 35 long overall`: its rim is in that.
  [
    new RegExp(
      String.raw`\b((?:hub|boss)\b,? (?:(?!\b(?:long|high|wide|tall|thick)\b|;)(?:[^.]|\.\d))*?),? (${LENGTH})(?: mm)?(?: (?:long|high|wide|tall|thick))? (?:overall|in (?:all|total)|altogether)\b(?<=\b(?:rim|wheel|pulley|disc|flange|sprocket|gear|plate)\b[^]*)`,
      'gi',
    ),
    ({ 1: hub, 2: long }) => `${hub}, overall height ${long}`,
  ],
  [/,? (?:and )?flush with the (?:rim|disc|wheel) (?:on|at) one (?:side|face)\b(?<=\bhub\b[^]*)/gi, () => ''],
  // `napkin ring 40 inside, 30 wide, 3 thick`: as thick as its wall.
  [/\bnapkin (?:ring|holder ring)\b/gi, () => 'sleeve'],
  // `a stop ring inside that leaves 36 mm`: how wide it is open.
  [
    new RegExp(
      String.raw`,? ?\b(?:that |which )?leav(?:es|ing) (?:an? |only )?(?:(?:opening|bore|hole|gap|inside)(?: diameter)? of )?(${LENGTH})(?: mm)?(?: (?:dia(?:meter)? )?(?:opening|bore|hole|clear|free|open|inside|through))?(?<=\b(?:stop|rib|shoulder|internal collar|inner ring|internal ring)\b[^.;]*)`,
      'gi',
    ),
    ({ 1: open }) => `, ${open} inside diameter`,
  ],
  // `grommet: 16 mm neck between two 22 mm flanges`: as a spool is.
  [
    /\b(?:(?:cable |rubber )?grommet|idler pulley|idler)\b(?=[^]*\bbetween (?:the |its )?(?:two|2) [^.;]*\b(?:flanges|rims|cheeks|discs)\b)/gi,
    () => 'spool',
  ],
  // `spool …, total width 60`
  [/\b(?:total|overall) width\b(?<=\b(?:spool|bobbin|reel|cable drum)\b[^]*)/gi, () => 'overall height'],
  // `wheel 200 mm …, 6 spokes, rim 15 wide`: no disc, and its rim is no place on it.
  [
    /(?<!\b(?:spoked|hand|cart|wagon|steering|valve)[ -])\b(?:fly)?wheel\b(?! ?rim)(?=[^]*\bspokes?\b)(?<!wheel\b[^]*wheel)/gi,
    () => 'spoked wheel',
  ],
  [
    /\b(?<!wheel )(?:outer |outside )?rim\b(?: is an? (?:flat |solid |round )?(?:ring|annulus)\b)?(?=[^]*\bspokes?\b|(?<=\bspokes?\b[^]*))(?<=\bwheel\b[^]*|handwheel[^]*)/gi,
    () => 'wheel rim',
  ],
  // `0.5 mm shim washer, 40 x 30`
  [
    new RegExp(String.raw`\b(${LENGTH})(?: mm)?(?: thick)? (${RING})s?[,:;]? (?:of )?${TWO}`, 'gi'),
    ({ 0: text, 1: thick, 2: noun, 3: a, 4: b }) => told(text, noun, a, b, thick),
  ],
  // `shim washer 40 x 30, 0.5 mm thick`
  [
    new RegExp(String.raw`\b(${RING})s?[,:]? (?:of )?${TWO},? (?:and )?(${LENGTH})(?: mm)? (?:thick|thk)\b`, 'gi'),
    ({ 0: text, 1: noun, 2: a, 3: b, 4: thick }) => told(text, noun, a, b, thick),
  ],
  // `shim 22 x 16 x 0.2`
  [
    new RegExp(String.raw`\bshim ${TWO.replace(String.raw`(?! ?[x×\d]|\.\d)`, '')} ?[x×] ?(${LENGTH})`, 'gi'),
    ({ 0: text, 1: a, 2: b, 3: thick }) => told(text, 'shim', a, b, thick),
  ],
  // `nylon bushing, flange 25 dia x 3, body 16 dia x 12`: one thing, and not a flange beside a body.
  [
    /\b(?<!flanged )(bush(?:ing)?|sleeve)(?=[:,] (?:with )?(?:an? )?(?:flange (?:[Øø∅⌀] ?)?\d[^;]*\b(?:body|barrel|shank)\b|(?:body|barrel) (?:[Øø∅⌀] ?)?\d[^;]*\bflange\b))/gi,
    (match) => `flanged ${match[1]}`,
  ],
  // `22 mm bearing pocket`: what a bearing sits in is round.
  [
    /\b(\d+(?:\.\d+)? ?mm|\d{1,2}(?:\.\d+)?) bearing (pocket|recess|bore)\b/gi,
    (match) => `${match[1]} diameter round ${match[2]}`,
  ],
  // `split clamp collar, 2 mm slit`: the slit is what splits it.
  [/\bsplit (?=(?:[a-z]+ )?(?:collar|hub|bush(?:ing)?|block|clamp|ring)\b[\s\S]*\b(?:slit|saw cut)\b)/gi, () => ''],
  // `3 mm radial slot from the hole to the outer edge`
  [
    new RegExp(
      String.raw`\b(${LENGTH})(?: mm)?(?: wide)? (?:radial |straight |open )?(?:slot|cut|slit|split) (?:(?:cut|running|going|leading|extending) )?(?:from the (?:cent(?:re|er|ral)? ?)?(?:hole|bore|inside|cent(?:re|er)|middle)|(?:out |through )?)(?: out)? to the (?:outer |outside )?(?:edge|rim|outside|circumference|perimeter)(?: so [^.;,]*)?`,
      'gi',
    ),
    ({ 0: text, 1: wide, input }) =>
      /\b(?:c|open|slotted|u|horseshoe|slip|swing)[- ]washer\b/i.test(input) ? text : `${wide} wide slit`,
  ],
  // `a sleeve to go from 32 mm to 25.4 mm`: what it goes into, and what goes into it.
  [
    new RegExp(
      String.raw`\b(?:((?:adapt[eo]r |reduc(?:ing|er) )?(?:sleeve|bush(?:ing)?))s? (?:that goes |to go |going |to adapt )?from|((?:adapt[eo]r |reduc(?:ing|er) )(?:sleeve|bush(?:ing)?|ring|spacer))s?,?(?: from)?) (${LENGTH})(?: mm)? (?:down )?to (${LENGTH})(?: mm)?(?= ?(?:,|;|\.(?!\d)|$|x|×|long|and))`,
      'gi',
    ),
    ({ 1: sleeve, 2: adapter, 3: a = '', 4: b = '' }) => {
      const [wide, narrow] = Number.parseFloat(a) > Number.parseFloat(b) ? [a, b] : [b, a]
      return `${(sleeve ?? adapter ?? '').replace(/^reduc(?:ing|er) /i, '')} ${wide} outside ${narrow} inside`
    },
  ],
  // `coupler 5 mm to 8 mm`, `bored 8 mm at one end and 5 mm at the other`: a bore from each end.
  [
    new RegExp(
      String.raw`(?<=\bcoupl(?:er|ing)s?\b(?:[^.;]|\.\d){0,60}?)(?<![\d.]|tap(?:er|ers|ered|ering) (?:from )?)(?:from )?(${LENGTH})(?: mm)?(?: (?:shaft|bore))? to (?:an? )?(${LENGTH})(?: mm)?(?: (?:shaft|bore))?(?= ?(?:[,;.]|$|x|×|with|and|bore|shaft))(?! ?(?:long|od|dia))`,
      'gi',
    ),
    ({ 1: a = '', 2: b = '' }) => `, ${a} bore from one end , ${b} bore from the other end`,
  ],
  [
    new RegExp(
      String.raw`(?<=\bcoupl(?:er|ing)s?\b[^]*)(?:\bbored? (?:of )?(${LENGTH})(?: mm)?|(?<![\d.])(${LENGTH})(?: mm)? (?:bore|hole)) (?:(?:at|on|in|from) )?one (?:end|side),? (?:and |bored? )*(${LENGTH})(?: mm)? (?:bore |hole )?(?:(?:at|on|in|from) )?the other(?: (?:end|side))?(?! ?\d)`,
      'gi',
    ),
    ({ 1: a, 2: first, 3: b }) => `${a ?? first} bore from one end , ${b} bore from the other end`,
  ],
  // `PTFE ring Ø80/Ø60 x 5`: outside and inside.
  [
    new RegExp(
      String.raw`(?<=\b(?:ring|washer|tube|sleeve|spacer|bush(?:ing)?|collar|gasket|seal)s?\b[^]*)[Øø∅⌀] ?(${LENGTH}) ?\/ ?[Øø∅⌀] ?(${LENGTH})`,
      'gi',
    ),
    ({ 1: outer, 2: inner }) => `${outer} outside diameter x ${inner} inside diameter`,
  ],
  // `snap ring, 50 outside, 40 inside, 10 wide, with a 6 mm gap`: all of it is told, and it is no bought one.
  [
    /\b(?:snap|retaining) ring\b(?=[^]*\b(?:outside|outer|o\.?d)\b)(?=[^]*\b(?:inside|inner|i\.?d)\b)(?=[^]*\bgap\b)/gi,
    () => 'split ring',
  ],
  // `torus (R=40mm, r=10mm)`
  [
    /(?<=\b(?:torus|donut|doughnut|toroid|ring)\b[^.;]{0,30})\(? ?R ?= ?(\d[\d.]*(?: ?mm)?),? (?:and )?r ?= ?(\d[\d.]*(?: ?mm)?) ?\)?/g,
    (match) => ` major radius ${match[1]}, minor radius ${match[2]}`,
  ],
  // `P16 O-ring`: its number in a catalogue.
  [/\b(?:[PGSV]\d{1,3}|AS568-\d{3})[ -](?=o-?ring)/gi, () => ''],
  // `shim 0.5 thick, 30 OD, 20 ID`
  [
    /\bshim\b(?! ?(?:ring|washer|plate))(?=[\s\S]*\b(?:o\.?d|outside|outer)\b)(?=[\s\S]*\b(?:i\.?d|inside|inner|bore|hole)\b)/gi,
    () => 'shim ring',
  ],
  // `a 12 mm square section swept along a semicircle of 40 mm radius`
  [
    new RegExp(
      String.raw`\b(?:an? )?(${LENGTH})(?: mm)?(?: ?[x×] ?(${LENGTH})(?: mm)?)? (?:(round|circular)|square|rectangular) (?:cross[- ])?(?:section|profile|bar|rod) swept (?:along|around|through|over) an? (half|semi|quarter)[- ]?circ(?:le|ular (?:arc|path))(?: arc| path)?,? (?:of|with)? ?(?:an? )?(?=\d)`,
      'gi',
    ),
    ({ 1: wide, 2: high, 3: round, 4: part = '' }) =>
      `${/^quarter/i.test(part) ? 'quarter' : 'half'} ring, ${round ? `${wide} round section` : `${wide} x ${high ?? wide}`}, at `,
  ],
  // `half ring … of 10 mm round bar`
  [
    new RegExp(
      String.raw`,? (?:of|from|made (?:of|from)|bent from|in) (?:an? )?(${LENGTH})(?: mm)?(?: dia(?:meter)?)? round (?:bar|rod|stock|wire|section)\b(?<=\b(?:half|semi|quarter)[- ]?(?:circular |circle )?(?:ring|arch)\b[^]*)`,
      'gi',
    ),
    ({ 1: wide }) => `, ${wide} round section`,
  ],
  // `half ring … swept at a 40 mm centreline radius`, `quarter ring …, 40 mm mean radius`
  [
    new RegExp(
      String.raw`(?:,|(,? (?:at|on|about|around|with|along))(?: an?)?) (${LENGTH})(?: mm)? (?:in )?((?:cent(?:re|er)[- ]?line|mean|mid(?:dle)?|pitch|neutral)[- ])?(radius|diameter)\b(?<=\b(?:half|semi|quarter|c)[- ]?(?:circular |circle )?(?:ring|arch)\b[^]*)`,
      'gi',
    ),
    ({ 0: text, 1: led, 2: far, 3: middle, 4: size }) => (led || middle ? `, centreline ${size} ${far}` : text),
  ],
]
