import { WORKED_OUT } from './name-numbers.ts'
import type { Rewrite } from './notation.ts'

// Numbers of sheets that say again what is known, or where one part lies; and how sheets write sizes: `diameter D=160`.

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
/** `with its base circle centred at 5, 5, 0 mm`, `starting at (10, 20, 30)`: of one body that is where it lies, and no more. */
const LIES =
  /,? ?\b(?:with (?:its|the) (?:base |bottom )?(?:circle |face |cent(?:er|re) )?)?(?:cent(?:ere|re)d|located|positioned|placed|starting|beginning|based) at \(?-?\d[\d.]*(?: ?mm)? ?, ?-?\d[\d.]*(?: ?mm)? ?, ?-?\d[\d.]*(?: ?mm)? ?\)?/gi
const lies = ({ 0: text, input, index }: RegExpExecArray): boolean =>
  /\b(?:cylinder|rod|disc|disk|tube|ring|cone|sphere|ball|torus)\b/i.test(input.slice(0, index)) &&
  !/\b(?:hole|slot|pocket|second|another|two|both|then)\b/i.test(input) &&
  [...input.matchAll(LIES)].length === 1 &&
  text !== ''

/** `(Z=0 to Z=5)`, `from Z=0 to Z=20`: how high it is, where that was not said before. */
const SPAN = new RegExp(
  String.raw`,? ?\(?\b(?:from )?z ?= ?(${NUMBER})(?: ?mm)? to z ?= ?(${NUMBER})(?: ?mm)?\)?`,
  'gi',
)
function spanned({ 0: text, 1: low = '', 2: high = '', input, index }: RegExpExecArray): string {
  const long = Math.round((Number(high) - Number(low)) * 1e6) / 1e6
  if (long <= 0) return text
  const told =
    isSaid(input, index, long) || isTold(input, long) || /\b(?:height|thickness)\s*$/i.test(input.slice(0, index))
  return told ? ' ' : ` ${long} mm long `
}
/** How thick it is, is told elsewhere. */
const isTold = (input: string, size: number): boolean =>
  [...input.matchAll(/(?<![\d.])(\d+(?:\.\d+)?) ?(?:mm|millimet(?:er|re)s)[- ](?:thick|tall|high)\b/gi)].filter(
    ([, one]) => Math.abs(Number(one) - size) < 1e-6,
  ).length === 1
/** That number stands in the same sentence, before it. */
const isSaid = (input: string, index: number, size: number): boolean => {
  const [clause = ''] = /(?:[^.;\n]|\.\d)*$/.exec(input.slice(0, index)) ?? []
  return [...clause.matchAll(/(?<![\d.])\d+(?:\.\d+)?/g)].some(([one]) => Math.abs(Number(one) - size) < 1e-6)
}

/** `45mm pitch circle diameter (22.5mm radius from center)`: the same again. */
const RADIUS = new RegExp(
  String.raw` ?\((?:(?:a )?radius (?:of )?)?(${NUMBER}) ?(?:mm|millimet(?:er|re)s?)(?: radius(?: from (?:the )?cent(?:er|re))?)?\)`,
  'gi',
)
const isHalf = ({ 1: radius = '', input, index }: RegExpExecArray): boolean => isSaid(input, index, 2 * Number(radius))

export const SHEET_NUMBERS: readonly Rewrite[] = [
  // `need 4 but just model one`: how many are made of it.
  [
    /[,.;]? ?\b(?:i |we |i'll |we'll )?(?:need|want|will need|print|make) (?:\d{1,3}|two|three|four|five|six|eight|ten)(?: of (?:them|these))?,? (?:but |so )(?:please )?(?:just |only )?(?:model|make|draw|design|do) (?:just |only )?one(?: of (?:them|these))?/gi,
    () => ' ',
  ],
  [LIES, (match) => (lies(match) ? ' ' : match[0])],
  [SPAN, spanned],
  [RADIUS, (match) => (isHalf(match) ? ' ' : match[0])],
  [
    /,? ?\b(?:standing|oriented) (?:up|upright|vertically)\b(?: along (?:the )?\+?z(?:[- ]axis)?\b)?/gi,
    ({ 0: text }) => (/z\b|axis/i.test(text) ? ' ' : text),
  ],
  [/ ?\((?:in )?(?:the )?xy(?:[- ]plane)?\)/gi, () => ''],
  [/ \(in (?:the )?z dim(?:ension)?\)/gi, () => ''],
  // `80 mm long (X), 30 mm wide (Y)`
  [
    /(?<=\d ?(?:mm|cm|in)? (?:long|wide|deep|tall|high|thick|length|width|depth|height|thickness)) \((?:in |along )?(?:the )?\+?[xyz](?:[- ](?:dim(?:ension)?|axis|direction))?\)/gi,
    () => '',
  ],
  [/\bat angles? (?:of )?(?=\d)/gi, () => 'at '],
  // `0.8 mm 45° chamfer`: every chamfer is.
  [/\b(?:uniform )?45 ?(?:°|deg(?:rees?)?) (?=chamfers?\b)/gi, () => ''],
  [
    /,? ?\b(?:and |with )*(?:the |its )?cent(?:er|re)(?:ed)? at x ?= ?0,? (?:and )?y ?= ?0(?:,? (?:and )?z ?= ?0)?(?!\.?\d)/gi,
    () => ' ',
  ],
  // `on the top face (Z=16)`: how high that is, is known.
  [/(?<=\b(?:top|bottom|upper|lower) (?:face|surface|side)) \(z ?= ?-?[\d.]+(?: ?mm)?\)/gi, () => ''],
  // `equally spaced at 360/8 degrees`: as evenly as that comes to.
  [
    /\b(?:at )?360 ?\/ ?\d+ ?(?:°|deg(?:rees?)?\b)(?: (?:apart|intervals?|spacing))?/gi,
    ({ input }) => (/\b(?:equally|evenly)\b/i.test(input) ? '' : 'equally spaced'),
  ],
  // `on a square pattern at x,y = plus or minus 20`,
  [
    /\b(?:(?:on|in) a (?:square|rectangular) pattern )?at x ?(?:,|and|\/)? ?y ?= ?(?:plus or minus|plus\/minus|±|\+\/?-) ?(\d+(?:\.\d+)?)/gi,
    ({ 1: far = '' }) => `at (±${far}, ±${far})`,
  ],
  // `pitch diameter d = m*z = 60.0`: how it is worked out is no name of it.
  [WORKED_OUT, () => ''],
  // `outer diameter D=160`, `holes n=8`, `Inner diameter (through-bore): 20`
  [
    /\b(diameter|thickness|length|width|height|depth|pcd|radius|pitch|bore) [a-z]{1,2}\d? ?= ?(?=\d)/gi,
    ({ 1: role = '' }) => `${role} `,
  ],
  [/\bholes n ?= ?(\d+),?/gi, ({ 1: count = '' }) => `${count} holes`],
  [/ \((?:through[- ]?bore|bore|hole)\)(?= ?:)/gi, () => ''],
  // `Step diameters: d1=25, d2=30`
  [/\b[dl]\d ?= ?(?=\d)/g, () => ''],
  // `Bolt circle: PCD=120, 8 holes, hole diameter=14`
  [
    new RegExp(
      String.raw`\b(?:bolt|hole|pitch) circle ?: ?(?:pcd|diameter)[ =:]*(${NUMBER})(?: ?mm)?,? (?:with )?(\d+) holes?,? (?:hole )?dia(?:meter)?[ =:]*(${NUMBER})`,
      'gi',
    ),
    ({ 1: circle = '', 2: count = '', 3: wide = '' }) => `${count} holes ${wide} diameter on ${circle} pcd`,
  ],
  // `The cylindrical body extends upward from the flange: 20 mm …`: of what is round all is on one axis.
  [
    /(?<=\b(?:body|shaft|shank|barrel|sleeve|neck|stem|spigot|boss|hub)\b[^.;]{0,50}?),? (?:extends|extending|rises|rising|projects|projecting|continues|continuing|protrudes|protruding)(?: (?:upwards?|outwards?|vertically|up|out))* from (?:the )?(?:top |cent(?:er|re) )*(?:of )?(?:the )?(?:flange|head|collar|disc|disk)(?: face)?\b/gi,
    (match) => (/\b(?:flange[ds]?|shaft|pin|bolt|screw|bushing|bush)\b/i.test(match.input) ? '' : match[0]),
  ],
]
