import { LENGTH, type Rewrite } from './notation.ts'

const BASE = '(?:plate|backplate|disc|disk|base)'
const ARM = '(?:(?:hook[- ])?arm|rod|bar|peg|pin|prong|post|finger|hook|tongue)'
const TITLED = '(?:hook|hanger|holder|peg|rest|rack)'
/** Called a hook, and told as a plate that is screwed on and what sticks out of it. */
const HOOK = new RegExp(String.raw`^[^:;.,\d]{0,60}?\b${TITLED}\b[^]*\b${BASE}\b[^]*\b${ARM}s?\b`, 'i')
/** `plate 40 x 80 x 4 with a hook sticking out 35` */
const HOOKED = new RegExp(
  String.raw`^(?:an? )?(?:[a-z]+ )?${BASE}\b[^;]*?(?:\b(?:with|and|plus)|[,.](?: there (?:is|are)| it has| add)?) (?:an?|one|two|three|four|five|six|\d) (?:[a-z]+ )?hooks?\b`,
  'i',
)
const OTHERS = /\b(?:box|shelf|pegboard|bent strip|strip|sheet|phone|tablet|pen|cup|bottle|bolt(?! circle))\b/i

const VERB = String.raw`(?:sticks?|sticking|stands?|standing|projects?|projecting|extends?|extending|protrud(?:es?|ing)|reach(?:es|ing)?|coming|comes|hang(?:s|ing)?(?: down)?)`
const PLATE = String.raw`(?:(?:cent(?:er|re)|middle|front|face|surface) of )?(?:the |its )?(?:(?:back|base|wall|mounting|front) ?)?(?:plate|backplate|face|surface|wall|base|disc|it)`
const AWAY = String.raw`(?: (?:straight|horizontally|out(?:wards?)?|forwards?|perpendicularly)\b)*(?: from (?:the )?${PLATE}\b)?`
const AT_END = String.raw`(?: (?:at|on|to) (?:the|its) (?:free |outer |far )?(?:end|tip)(?: of (?:it|(?:the|each) [a-z]+))?)?`
const AND = String.raw`(?:,? and|,)? ?(?:with |ending (?:in|with) |ends (?:in|with) |has |having |then |it )*`
const UP = '(?:upturned|turned[- ]up|upward|upwards|raised|retaining|vertical|angled)'

const lip = (high: string): string => ` with an end lip ${high}`
const SIDE = String.raw`${LENGTH} (?:wide|thick|long|high)`
/** A comma before the arm ends what was said of the plate: `plate 60 tall, 4 thick, hook …`. */
const SIDES = String.raw`(?:${SIDE}(?:(?:,| and)* ${SIDE})*)`
const FLAT = new RegExp(
  String.raw`^[^.;]*?(?:\bsection\b|\d ?(?:mm )?[x×]|\b(?:square|rectangular|flat)\b|${LENGTH} wide\b|\bwidth\b)`,
  'i',
)

/** Of what was spoken of last, and of no arm. */
const CORNERED = new RegExp(String.raw`\b(?:${BASE}|corners?|hole|ball)\b[^.;,]*$`, 'i')

const STEPS: readonly Rewrite[] = [
  [
    new RegExp(
      String.raw`^[^:;.,\d]{0,60}?\b${TITLED}(?: for [a-z ]+?)?(?:[:;.,]|,? (?:with|having|has|(?:that|which) (?:has|consists of)|consisting of|made (?:up )?(?:of|from)|built from))+ (?:(?:it|the) (?:has|consists of) )?(?:(?:the|its|an?) )?`,
      'i',
    ),
    () => 'a ',
  ],
  [/\b(?:wall|mounting)[- ]?(?=(?:disc|disk)\b)|\bwall[- ](?=plate\b)/gi, () => ''],
  [/\bbase\b(?! ?plate)/gi, () => 'plate'],
  [
    new RegExp(String.raw`\b(?:from|in|on) (?:its|the) (?:cent(?:er|re)|middle)(?: of the [a-z]+)?,? (?=an? )`, 'gi'),
    () => '',
  ],
  // `ends in a 30 mm diameter, 4 mm thick disc`
  [
    new RegExp(
      String.raw`(?:,? and|,)? ?(?:(?:which |that |it )?(?:ends|ending) (?:in|with)|with) an? ((?:${LENGTH}(?: dia(?:meter)?| thick| wide| round)?,? ?(?:and )?)+)(?:disc|disk|cap|knob)(?:${AT_END})`,
      'gi',
    ),
    ({ 0: text, 1: sizes = '' }) =>
      /\bends|ending| end\b/i.test(text) ? `, a knob ${sizes} at the end of the peg` : text,
  ],
  // `at the end of the rod a disc 24 dia x 6`: a knob there.
  [
    new RegExp(
      String.raw`,? ?\b(?:and )?(?:at|on) (?:the|its) (?:free |outer )?end(?: of the [a-z]+)? (?:is |sits )?an? (?:disc|disk|cap|knob|plate) ([^.;,]*)`,
      'gi',
    ),
    ({ 1: sizes = '' }) => `, a knob ${sizes} at the end of the peg`,
  ],
  // `and then turns up 15 mm`, `bent upward at the end by 15 mm`, `with the end turned up 12`
  [
    new RegExp(
      String.raw`${AND}(?:(?:its|the) (?:end|tip) )?(?:is |being )?(?:turn|bend|bent|curv|angl|goe|hook)(?:s|ed|es|ing)? ?up(?:wards?)?${AT_END}(?: by| for| through)? (${LENGTH})${AT_END}`,
      'gi',
    ),
    ({ 1: high = '' }) => lip(high),
  ],
  [
    new RegExp(
      String.raw`${AND}(${LENGTH}) (?:straight )?up(?:wards?)?(?: at (?:the|its) (?:end|tip)|(?= ?(?:[.,;]|$)))`,
      'gi',
    ),
    ({ 1: high = '' }) => lip(high),
  ],
  // `with a 15 mm high lip at the end`, `an upturned tip of 15 mm`
  [
    new RegExp(
      String.raw`${AND}(?:an? )?(?:(?:small |short )?(${LENGTH}) (?:high |tall |long )?(?:${UP} )?(?:lip|upturn|tip)|(?:small |short )?(?:${UP} )?(?<!end )(?:lip|upturn|tip|(?<=upturned )end),? (?:of |with a height of )?(${LENGTH})(?: high| tall| long)?)${AT_END}`,
      'gi',
    ),
    ({ 1: first, 2: second = '' }) => lip(first ?? second),
  ],
  // `with an 18 mm ball centred on the end of it`, `and ends in a ball of 16 mm diameter`
  [
    new RegExp(
      String.raw`${AND}(?:an? )?(?:(${LENGTH})(?: dia(?:meter)?)? (?:ball|sphere)|(?:ball|sphere),? (?:of |with (?:an? )?diameter of )?(${LENGTH})(?: (?:in )?dia(?:meter)?)?)(?: cent(?:re|er)d)?${AT_END}`,
      'gi',
    ),
    ({ 1: first, 2: second = '' }) => ` with an end ball ${first ?? second}`,
  ],
  // `that projects 40 mm from the plate`: so high it stands on it.
  [
    new RegExp(
      String.raw`(?:,? ?(?:that|which|and it|and) )?\b${VERB}${AWAY} (?:by |for |to )?(${LENGTH})(?: long\b)?${AWAY}`,
      'gi',
    ),
    ({ 1: far = '' }) => `, ${far} high`,
  ],
  [new RegExp(String.raw`,? ?\b(?:(?:that|which|and it) )?${VERB}${AWAY}(?= ?[.,;]|$| and )`, 'gi'), () => ''],
  // `hook 40 out`
  [
    new RegExp(String.raw`\b(${LENGTH}) (?:straight )?out(?:wards?)?\b(?! of)`, 'gi'),
    ({ 1: far = '' }) => `${far} high`,
  ],
  // `hook from 10 mm rod with a 20 mm inner radius`: so it is bent.
  [
    new RegExp(
      String.raw`${AND}an? (?:(${LENGTH}) (?:inner |inside |bend |bending )*radius|(?:inner |inside |bend |bending )*radius(?: of)? (${LENGTH}))`,
      'gi',
    ),
    ({ 0: text, 1: first, 2: second, index, input }) =>
      CORNERED.test(input.slice(0, index)) ? text : ` with an end lip bend radius ${first ?? second}`,
  ],
  // `made from 8 mm rod`: that is how thick it is.
  [
    new RegExp(
      String.raw`,? ?\b(?:(?:bent|made|formed) )?(?:from|of|in) (?:an? )?(${LENGTH})(?: thick| dia(?:meter)?| round)? (?:round )?(?:rod|bar|wire)\b`,
      'gi',
    ),
    ({ 1: thick = '' }) => ` ${thick} diameter`,
  ],
  // `a 30 wide, 10 thick bar 70 long`: its section, and how far it sticks out.
  [
    new RegExp(String.raw`(?:(${SIDES}) )?\b(${ARM})\b((?:(?:,| and| is)* ${SIDE})+)|(${SIDES}) (${ARM})\b`, 'gi'),
    ({ 0: text, 2: arm, 5: second = '' }) =>
      /wide|thick/.test(text)
        ? `rectangular boss ${text
            .replace(arm ?? second, ' ')
            .replace(/\blong\b/gi, 'high')
            .replace(/\bwide\b/gi, 'long')
            .replace(/\bthick\b/gi, 'wide')}`
        : text,
  ],
  [
    new RegExp(
      String.raw`\b((?:(?:hook|coat|cylindrical|metal|steel|straight|horizontal|curved|j[- ]shaped|hanging|round) )*)(${ARM})(s?)\b(?! (?:plate|hole))`,
      'gi',
    ),
    ({ 0: text, 1: kind = '', 2: arm = '', 3: many = '', index, input }) =>
      !/cylind|round/i.test(kind) &&
      FLAT.test(
        `${
          input
            .slice(Math.max(0, index - 30), index)
            .split(/[,.;]| (?:and|with) /)
            .at(-1) ?? ''
        }${input.slice(index + text.length)}`,
      )
        ? `rectangular boss${many && 'es'}`
        : `${/^hook$/i.test(arm) ? 'hook ' : ''}peg${many}${/curved|j[- ]shaped/i.test(kind) && !/end lip/.test(input) ? ' with an end lip' : ''}`,
  ],
]

/** `Wall hook: back plate 40 x 60 x 4 with an 8 mm arm that projects 40 mm and turns up 15`: a plate with a peg, and the end of that. */
export const HOOK_WORDS: readonly Rewrite[] = [
  // `J-bolt: 10 mm rod, 150 straight, then a 180 degree bend`
  [/^(?:an? )?j[- ]?bolt\b/gi, () => 'j hook'],
  // `S hook, both hooks 24 mm inside`: its two bends, and no two things.
  [
    /\b(?:both|the two|two|the|each) (?:hooks?|ends|loops|curves)(?= (?:(?:are|is|of|with|have|has) )?(?:an? )?(?:\d|inside|inner))/gi,
    ({ 0: text, input }) => (/^(?:an? )?(?:[a-z]+ )?s[- ]?(?:shaped )?hook\b/i.test(input) ? 'both bends' : text),
  ],
  // `eye bolt …, with a 1 mm chamfer on its tip`, `on the end of the shank`
  [
    /\b(on|at) (?:(?:the|its) (?:free |lower |other )?(?:tip|end)(?: of (?:the |its )?(?:shank|bolt))?|the shank end)(?= ?(?:[,.;)]|$))/gi,
    ({ 0: text, 1: on = '', input }) =>
      /^(?:an? )?(?:[a-z]+ )?eye ?bolt\b/i.test(input) ? `${on} the shank tip` : text,
  ],
  // `a 30 x 20 x 4 tongue standing out of the middle`: so far out, so wide and so thick.
  [
    new RegExp(
      String.raw`\b(${LENGTH}) ?[x×] ?(${LENGTH}) ?[x×] ?(${LENGTH}) (?:tongue|tab|arm|prong|bar) (?:standing|sticking|projecting|coming|pointing) (?:straight )?out(?: (?:of|from) (?:the|its)(?= (?:middle|cent(?:er|re))))?`,
      'gi',
    ),
    ({ 0: text, 1: out = '', 2: wide = '', 3: thick = '' }) =>
      Number.parseFloat(thick) < Math.min(Number.parseFloat(out), Number.parseFloat(wide))
        ? `rectangular boss ${wide} x ${thick}, ${out} high, in the`
        : text,
  ],
  // `towel peg 25 dia with a 35 dia head`: a pin has a head.
  [/^(?:an? )?(?:[a-z]+ )?peg (?=\d[^.;]*\b(?:head|cap)\b)(?![^]*\bplate\b)/gi, () => 'pin '],
  // `a hook that screws under the desk`: how it is fixed, and no screw.
  [
    /,? ?\b(?:that|which|to) (?:can )?(?:be )?(?:screws?|screwed|bolts?|bolted|mounts?|mounted|fixes|fixed|clips|sticks)(?: up)? (?:under|underneath|to|onto|into|on|in|against) (?:the|a|an|my) [a-z]+(?: (?:edge|wall|door|top))?\b/gi,
    ({ 0: text, input }) => (/\b(?:hook|hanger|holder|bracket|clip|rest)\b/i.test(input) ? '' : text),
  ],
  // `L hook from 8 x 8 square bar, 60 up and 40 out`: bent as a bracket is.
  [
    new RegExp(
      String.raw`\bl[- ]?(?:shaped )?hook,? (?:bent |made )?(?:from|of|out of) (${LENGTH}) ?[x×] ?(${LENGTH}) (?:square |flat |steel )*(?:bar|rod|stock|strip)`,
      'gi',
    ),
    ({ 1: wide = '', 2: thick = '' }) => `l bracket, ${wide} wide, ${thick} thick`,
  ],
  // `two screw holes 44 apart above and below the peg`: on a disc, whichever way.
  [
    /(?<=\bapart),? (?:one )?above and (?:one )?below (?:the [a-z]+|it)\b/gi,
    ({ 0: text, input }) => (/\bdis[ck]|\bround\b/i.test(input) ? '' : text),
  ],
  // `L hook from 6 mm rod, 80 and 40 long`
  [
    new RegExp(
      String.raw`(?<=\bl[- ]?(?:shaped )?hook\b[^.;]*[, ])(?:legs (${LENGTH}) (?:and|x|by) (${LENGTH})(?: long)?|(${LENGTH}) (?:and|x|by) (${LENGTH})(?: long| legs))(?= ?(?:[.,;]|$))`,
      'gi',
    ),
    ([, shank, tip, leg, end]) => `leg ${shank ?? leg}, tip ${tip ?? end}`,
  ],
  // `hook for a 35 mm rail, 20 wide, 4 thick`: what is wide and thick is bent from strip.
  [
    new RegExp(
      String.raw`^((?:an? )?(?:[a-z]+ ){0,2}hook (?:for|over|around) [^.;,]*),? (${LENGTH}) wide,? (?:and )?(${LENGTH}) thick(?= ?(?:[,;.]|$))`,
      'gi',
    ),
    ({ 0: text, 1: hook = '', 2: wide = '', 3: thick = '', input }) =>
      /\b(?:rod|wire|bar|strip|strap|plate|dia|door|round)\b/i.test(input)
        ? text
        : `${hook}, from ${wide} x ${thick} strip`,
  ],
  [
    /^[^]+$/g,
    ({ 0: text }) =>
      (HOOK.test(text) || HOOKED.test(text)) && !OTHERS.test(text)
        ? STEPS.reduce((said, [pattern, put]) => said.replace(pattern, (...found) => put(asMatch(found))), text)
        : text,
  ],
]

/** What `replace` hands over, as `matchAll` would. */
function asMatch(found: unknown[]): RegExpExecArray {
  const at = found.findIndex((one) => typeof one === 'number')
  return Object.assign(found.slice(0, at), { index: found[at], input: found[at + 1] }) as RegExpExecArray
}
