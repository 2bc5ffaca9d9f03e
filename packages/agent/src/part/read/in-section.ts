import type { Meaning } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { quantityOf } from './quantities.ts'

/**
 * Which stretch of what is turned a keyway, a groove or a flat is in: `along the 15 mm part`, `centred on the 60 long section`,
 * `in the middle section`.
 */
export const inSection: Recogniser<Meaning> = (at) => {
  if (!isCutAlong(at)) return undefined
  at.skip('centred', 'cut', 'milled', 'machined', 'running', 'centrally')
  if (!at.word('in', 'into', 'on', 'at', 'along', 'around', 'of')) return undefined
  at.skip('the', 'its')
  // `in the middle of the 20 mm part`
  at.attempt(() => (at.word('middle', 'centre') && at.word('of') && at.word('the')) || undefined)
  const which = at.attempt(whichOf)
  if (which) return { is: 'flag', flag: which }
  at.mark('⌀')
  const number = at.number()
  // `flats on one end` says where, and no size.
  if (!number || number.unit === 'deg' || !/\d/.test(number.text)) return undefined
  const wide = at.wordIf(({ entry }) => entry?.role === 'diameter' || entry?.role === 'length')
  if (!at.word(...NAMES, 'end') && wide?.entry?.role !== 'diameter') return undefined
  const next = at.item
  if (next?.kind === 'word' && next.text === 'from') return undefined
  return { is: 'quantity', quantities: [{ ...quantityOf(number), role: 'stage' }] }
}

/** `the middle section`, `the second step`, `step 2`. */
function whichOf(at: Cursor): string | undefined {
  const glued = at.wordIf(({ text }) => /^(?:step|section|segment)[1-9]$/.test(text))
  const numbered = glued ? Number(glued.text.at(-1)) : at.attempt(numberOf)
  if (numbered !== undefined) {
    // `step 2 (middle step)` says it twice.
    at.attempt(
      () => (at.mark('(') && at.word(...MIDDLE, ...ORDINALS) && at.word(...NAMES) && at.mark(')')) || undefined,
    )
    return `stage-${numbered - 1}`
  }
  const word = at.word(...MIDDLE, ...THICK, ...THIN, ...ORDINALS, 'last')
  if (!word || !at.word(...NAMES)) return undefined
  const { text } = word
  if (ORDINALS.includes(text)) return `stage-${ORDINALS.indexOf(text)}`
  return text === 'last'
    ? 'last-stage'
    : `${MIDDLE.includes(text) ? 'middle' : THICK.includes(text) ? 'thick' : 'thin'}-stage`
}

function numberOf(at: Cursor): number | undefined {
  if (!at.word('step', 'section', 'segment')) return undefined
  const number = at.number()
  return number && Number.isInteger(number.value) && number.unit === undefined ? number.value : undefined
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']
const MIDDLE = ['middle', 'centre', 'central']
const THICK = ['largest', 'biggest', 'thickest', 'widest', 'thick', 'large']
const THIN = ['smallest', 'thinnest', 'narrowest', 'thin', 'small']
const NAMES = [
  'part',
  'section',
  'step',
  'portion',
  'journal',
  'shaft',
  'diameter',
  'one',
  'bit',
  'shank',
  'stage',
  'seat',
  'segment',
  'stretch',
]

/** Of its sentence, something that runs along the axis was spoken of; what has three sides has no steps. */
function isCutAlong(at: Cursor): boolean {
  let along = false
  for (let back = -1; back > -40; back--) {
    const item = at.peek(back)
    const ended = item === undefined || (item.kind === 'mark' && ';.\n'.includes(item.text))
    if (ended && !along) return false
    if (item === undefined) return true
    if (item.kind === 'word' && item.entry?.nouns.some((key) => ALONG.has(key))) along = true
    const before = at.peek(back - 2)
    if (along && item.kind === 'times' && before?.kind === 'times') return false
  }
  return along
}
const ALONG: ReadonlySet<string> = new Set(['keyway', 'groove', 'flat'])
