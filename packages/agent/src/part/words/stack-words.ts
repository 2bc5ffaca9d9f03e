import { LENGTH, type Rewrite } from './notation.ts'

const COUNTS = ['', '', 'two', 'three', 'four', 'five', 'six']
const COUNTED = String.raw`(?:two|three|four|five|six|[2-6])`
const HIGH = String.raw`(?:high|thick|tall|(?:in )?height|in thickness)`
const EACH = String.raw`(?:each|all|every one|every)(?: of them| of these)?(?: tier| step| level| layer)?(?: is| are| being|:)?`
/** How high each of them is, however that is told. */
const SHARED = new RegExp(
  String.raw`\b${EACH} (${LENGTH}) ${HIGH}\b|(${LENGTH}) ${HIGH} (?:each|apiece)\b|\b(?:steps?|tiers?|levels?|layers?) (?:of |are )?(${LENGTH}) ${HIGH}\b|\b(?:step|tier|level|layer) (?:height|thickness)(?: of| is|:)? (${LENGTH})`,
  'i',
)
const LIST = new RegExp(
  String.raw`${LENGTH}(?:(?:, ?and |, ?then |, ?| and | then |/)${LENGTH}){1,5}(?![\d.]| ?[x×])`,
  'i',
)
const MANY = new RegExp(String.raw`\b(${COUNTED})(?=[ -](?!mm\b)[a-z])`, 'gi')
/** They lie on one another. */
const STACKED =
  /\b(?:stack\w*|tier\w*|stepped|steps|on (?:top of )?(?:each other|one another|another)|pyramid|pile|tower|(?:wedding )?cake)\b/i
const ROUND = /\b(?:round|circular|cylind\w+|dis[ck]s?|dia\.?|diameters?|across|cake)(?![a-z])|[Øø∅⌀]/i
const SQUARE = /\b(?:square|cubes?)\b/i
/** All that may be said beside the numbers: with any other word, more is told than a stack. */
const WORDS = new Set(
  `a an the of with in is are and each all every one them these being mm stack stacks stacked stacking on top other another tier tiers tiered three-tier
  two-tier four-tier stepped step steps level levels layer layers round circular square cylinder cylinders cylindrical disc discs disk disks plate plates slab slabs block
  blocks pedestal plinth podium base tower stand pyramid wedding cake dummy centred centered concentric concentrically coaxial coaxially diameter
  diameters dia across wide thick high tall height thickness decreasing that having from bottom to upwards up upward equal solid made pile then their
  centres centers same at it make me please i'd like they display riser side sides length apiece down i need want axis common`.split(
    /\s+/,
  ),
)

/**
 * `three discs stacked, 60, 45 and 30 mm across, each 10 thick`: like bodies on one another, of which one list tells how wide each is
 * and one number how high all of them are, in whichever order.
 */
export const STACK_WORDS: readonly Rewrite[] = [
  [
    /^[^]+$/g,
    ({ 0: text }) => {
      if (!STACKED.test(text)) return text
      for (const { index, 0: before } of text.matchAll(/^(?:[^:.;\d\n]{1,40}:)?|[.;\n]\s*(?!\d)/g)) {
        const from = index + before.length
        const told = stackIn(text.slice(from))
        if (told !== undefined) return `${before.endsWith(':') ? '' : text.slice(0, from)}${told}`
      }
      return text
    },
  ],
]

/** The rest of a request, of which the beginning tells a stack. */
function stackIn(sentence: string): string | undefined {
  const high = SHARED.exec(sentence)
  const rest = high && sentence.replace(high[0], ' '.repeat(high[0].length))
  const list = rest && LIST.exec(rest)
  if (!high || !rest || !list) return undefined
  const end = Math.max(high.index + high[0].length, list.index + list[0].length)
  // What the list measures stands behind it.
  const [, behind = ''] =
    /^((?: ?mm)?(?: (?:in )?(?:diameters?|dia|across|wide|square))?(?: (?:stacked|centred|centered)[a-z ]*)?)/i.exec(
      sentence.slice(end),
    ) ?? []
  const told = sentence.slice(0, end + behind.length)
  const wide = list[0].match(/\d+(?:\.\d+)?(?:["”]| ?(?:mm|cm|in)\b)?/g) ?? []
  const plain = told.replace(high[0], ' ').replace(list[0], ' ').replaceAll(/\s+/g, ' ')
  const many = [...plain.matchAll(MANY)].map(([one]) => one.toLowerCase())
  if (many.some((one) => COUNTS.indexOf(one) !== wide.length && Number(one) !== wide.length)) return undefined
  const prose = plain.replace(MANY, ' ')
  if (!STACKED.test(told) || /\d/.test(prose) || ROUND.test(prose) === SQUARE.test(prose)) return undefined
  if ((prose.toLowerCase().match(/[a-z][a-z-]*/g) ?? []).some((word) => !WORDS.has(word.replace(/^-|-$/g, ''))))
    return undefined
  const each = high.slice(1).find(Boolean) ?? ''
  const unit = /(?:mm|cm|in\b|["”])/.exec(list[0])?.[0] ?? ''
  const bodies = wide.map((one) => {
    const side = /[a-z"”]/i.test(one) ? one : `${one}${unit}`
    return ROUND.test(prose) ? `${side} diameter x ${each}` : `${side} x ${side} x ${each}`
  })
  const tail = sentence.slice(told.length)
  return `${ROUND.test(prose) ? 'stepped cylinder' : 'stacked blocks'}: ${bodies.join(', ')}${tail}`
}
