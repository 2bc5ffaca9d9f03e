import type { Span } from '@hewn/model'
import type { Item, NumberItem } from './items.ts'

type Rewrite = readonly [RegExp, (match: RegExpExecArray) => string]

/** `1. Sketch …`, `Step 2: extrude …`: numbers of a list, which count nothing. */
const LISTED: Rewrite = [
  /(?:^|\n|(?<=[.;]\s))\s*(?:step\s+)?\d{1,2}[.):]\s+(?=[a-z])|\n[ \t]*\d{1,2}[.)][ \t]+(?=[\d⌀Ø])/gi,
  () => ' ; ',
]

/** Where the numbers of a list stand: they say nothing of the part, and are told so. */
export const listNumbers = (words: string): Span[] =>
  [...words.matchAll(LISTED[0])].map(({ 0: text, index }) => {
    const number = /\d{1,2}/.exec(text)
    const from = index + (number?.index ?? 0)
    return [from, from + (number?.[0].length ?? 0)]
  })

const SIZE = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?: ?(?:mm|cm|in(?:ch(?:es)?)?)\b|")?`
const SHAPE = String.raw`\b(?:plate|disc|ring|hexagon|octagon|pentagon|triangle|polygon|ellipse|rectangle|circle|square|slot)\b`
const CUTTING = /\b(?:cut|cuts|cutting|subtract|subtracting|remove|removing|drill|drilling|pocket|recess)\b/i
const OUTLINE = /\b(?:rectangle|circle|square|hexagon|octagon|pentagon|triangle|polygon)\b/i

/** Where a step ends: with a sentence, with `then`, and where something else is cut (`…, and cut a hole`). */
const NEXT =
  /[.;](?!\d)|\bthen\b|(?:,|\band\b) ?(?=(?:cut|subtract|remove|drill)(?: out)? (?:an?|the|one|two|three|four)\b)/i

/** What a step says, from the step before to the one after. */
function stepAt({ input, index }: RegExpExecArray): string {
  const before = input.slice(0, index).split(NEXT)
  const behind = input.slice(index).split(NEXT)
  return `${before.at(-1) ?? ''}${behind[0] ?? ''}`
}
const isStepwise = ({ input }: RegExpExecArray): boolean => /\bextrud|\bsketch/i.test(input)

/** The first outline is the body; in a later step it is what is cut out of it, or put on it. */
function outline(match: RegExpExecArray): string {
  const [text = ''] = match
  if (!isStepwise(match) || !/extrud/i.test(match.input)) return text
  // `on a 70 mm circle`, `circumscribed circle`: where something is, and how large.
  if (
    /(?:\bon an?|\bbolt|\bpitch|\bhole|inscribed|circumscribed|\bsecond)\b[^.;,]{0,24}$/i.test(
      match.input.slice(0, match.index),
    )
  )
    return text
  const step = stepAt(match)
  const kind = text.toLowerCase().replace(/s$/, '')
  const many = text.length > kind.length ? 's' : ''
  if (CUTTING.test(step)) {
    const deep = /\bdeep\b|\bdepth\b|\bpocket\b|\brecess\b|\bdown\b/i.test(step)
    if (kind === 'circle') return `${deep ? 'blind' : 'through'} hole${many}`
    return `${kind === 'rectangle' ? '' : `${kind} `}${deep ? 'pocket' : 'cutout'}${many}`
  }
  if (OUTLINE.test(match.input.slice(0, match.index)))
    return `${kind === 'circle' ? 'round' : kind} boss${many && 'es'}`
  return kind === 'rectangle' ? 'plate' : kind === 'circle' ? 'disc' : kind === 'square' ? 'square plate' : text
}

/** How far an outline goes: how thick the body is, how high what stands on it, how deep a cut. */
function extruded(match: RegExpExecArray): string {
  const size = match[1] ?? ''
  const step = stepAt(match)
  if (CUTTING.test(step)) return ` ${size} deep`
  return /\bboss\b/.test(match.input.slice(0, match.index)) ? ` ${size} high` : ` ${size} thick`
}

const TO =
  'it|this|that|them|the|sketch|profile|shape|outline|face|upwards?|up|outwards?|out|by|to|for|an?|distance|height|depth|thickness|of'

/** How high a cylinder is that is taken out: how deep the hole is. */
const sunk = (sizes: string): string =>
  sizes.replace(/\b(?:height|length)\b/gi, 'depth').replace(/\b(?:high|tall|long)\b/gi, 'deep')

/** Requests told in steps, as CAD is taught: sketch, extrude, cut. */
export const STEPS: readonly Rewrite[] = [
  LISTED,
  // `extrude by 20 mm to make a cube`: what came of it.
  [
    /\b(extrud(?:e|ed|ing)\b[^.;]*?\d(?: ?(?:mm|cm|in))?),? (?:and )?to (?:make|form|create|get|produce|obtain) (?:an? |the )?(?:[a-z]+ ){0,2}[a-z]+(?= ?(?:[.;]|$))/gi,
    (match) => match[1] ?? '',
  ],
  // `draw a slot … and extrude it`: an outline, and nothing is there that it could be cut into.
  [
    /^(\W*(?:please |now |first )?(?:draw|sketch|create|make) (?:a sketch of )?an? )slot\b(?=[^]*\bextrud)/gi,
    (match) => `${match[1]}obround`,
  ],
  // `cut-extrude it 5 mm`, `extruded cut`
  [/\b(?:cut[- ]extrude|extrude[- ]?(?:d[- ])?cut)(?= |s\b)/gi, () => 'cut'],
  [/\b[23]-?d (?=sketch|drawing|part|model|solid|shape)/gi, () => ' '],
  [/\b(?:on (?:the )?)?xy[- ](?:work)?plane\b|\bon (?:the )?xy\b/gi, (match) => (isStepwise(match) ? ' ' : match[0])],
  // `and cut it down 5`
  [
    new RegExp(
      String.raw`\b(cut|sink)(?: (?:it|that|this|them|these|both)(?: down| in| into it)?| (?:down|in|into it))(?: by| to)? (${SIZE})(?![\d.]| ?deep)`,
      'gi',
    ),
    // What was not sketched is cut down to a length.
    (match) => (isStepwise(match) ? `${match[1]} ${match[2]} deep` : match[0]),
  ],
  [
    /(?<!\b(?:bolt|pitch|hole|stud|screw|circumscribed|inscribed) )\b(?:rectangle|circle|hexagon|octagon|pentagon|triangle)\b|\b(?:circles|rectangles)\b(?<=\b(?:draw|sketch|add|make|place|put) (?:\w+ ){1,2}\w+)|\bsquare\b(?=\s*(?:$|[,.;\d]|(?:and|then|with|to|by|through|in|on|at|of|having)\b))/gi,
    outline,
  ],
  // `extrude a hexagon 20 mm across flats by 15 mm`
  [
    new RegExp(
      String.raw`\bextrude (an? (?:${SIZE} ?)?[^.;]*?),? (?:by|to|up|for) (?:a (?:height|depth|thickness) of )?(${SIZE})(?!\d|\.\d|[a-z ]*?${SHAPE})(?![^.;]* ?(?:by|x|×) ?\d)(?: (?:in )?(?:height|thick(?:ness)?|high|tall|long))?`,
      'gi',
    ),
    (match) => `${match[1]}, ${match[2]} thick`,
  ],
  // `extrude a 30 mm by 20 mm rectangle 15 mm`
  [
    new RegExp(
      String.raw`\bextrude (an? [^.;]*?\b${SHAPE}),? (${SIZE})(?= ?(?:[,.;]|$|and\b|then\b|upwards?\b|up\b))`,
      'gi',
    ),
    (match) => `${match[1]}, ${match[2]} thick`,
  ],
  [
    new RegExp(
      String.raw`(?:,? ?\b(?:and|then))*,? ?\bextrude[ds]?\b(?: (?:${TO})\b)*\s*(${SIZE})(?! ?(?:x|×|by) ?\d)(?: (?:thick|high|tall|deep|in height|upwards?|up))?`,
      'gi',
    ),
    extruded,
  ],
  [
    /\b(?:start|begin)(?:ing)? (?:by (?:drawing|sketching)|with)\b|\bsketch(?:es|ed|ing)?\b/gi,
    (match) => (/sketch/i.test(match[0]) || isStepwise(match) ? ' ' : match[0]),
  ],
  // `and cut it down 5`
  [
    new RegExp(
      String.raw`,? ?(?:\band )?\bcut (?:it |this |that )?(?:down |in |away )?(?:to |by )?(?:a depth of )?(${SIZE})(?: deep)?(?=\s*(?:[,.;]|$|then\b))`,
      'gi',
    ),
    (match) => (/\bpocket\b/.test(match.input) ? ` ${match[1]} deep` : match[0]),
  ],
  // `subtract a cylinder of 20 mm`: a hole, as deep as it is high.
  [
    new RegExp(
      String.raw`\b(?:subtract(?:ing)?|remov(?:e|ing)|cut(?:ting)?(?: out)?|minus) (?:(?:from (?:it|this)|out|it) )?an? ([^.;,]{0,40}?)cylinder\b((?:(?!from\b|through\b)[^.;]|\.\d)*)`,
      'gi',
    ),
    ({ 1: before = '', 2: rest = '' }) => `, ${before}hole${sunk(rest)}`,
  ],
  [
    /\bcylinder((?: (?:of|with) (?:(?!\bwith\b)[^.;]|\.\d){0,50}?)?) (?:that is |is )?(?:subtracted|removed|cut out|taken out|taken away)\b(?: from)?/gi,
    ({ 1: rest = '' }) => `hole${sunk(rest)}`,
  ],
]

/** `… scale by 100`, `scaled by a factor of 0.5`: all lengths that were said before. */
export function scaled(items: readonly Item[]): Item[] {
  const at = items.findIndex((item) => item.kind === 'word' && /^scaled?$/.test(item.text))
  const number = items.findIndex((item, place) => place > at && place < at + 10 && item.kind === 'number')
  const factor = items[number]
  const between = items.slice(at + 1, number)
  const plain = between.every((item) => item.kind === 'word' && (item.entry === undefined || item.entry.filler))
  if (at < 0 || factor?.kind !== 'number' || factor.unit !== undefined || !plain || !(factor.value > 0))
    return [...items]
  const grown = (item: NumberItem): NumberItem =>
    item.unit === 'deg' || item.unit === '%' ? item : { ...item, mm: item.mm * factor.value }
  return [
    ...items.slice(0, at).map((item) => (item.kind === 'number' ? grown(item) : item)),
    ...items.slice(number + 1),
  ]
}
