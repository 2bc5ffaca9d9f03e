import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { plural } from '../../../read/plural.ts'
import { featureOf } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import { howMany } from '../how-many.ts'
import { clauseEnds, type Order } from '../order.ts'
import { madeLast, type Pick } from '../pick.ts'
import { recount } from '../recount.ts'

/**
 * `make that five`, `only three of them`, `two more`, `twice as many`: how many, said without a word for what. It is the
 * pattern that was made last, or the only one there is; after words about a size, a number alone is that size.
 */
export const bareCount: Order = (at, edit) => {
  const before = at.peek(-1)
  if (before && before.kind !== 'mark') return undefined
  const said = at.attempt(compared) ?? at.attempt(plain)
  if (!said || !clauseEnds(at)) return undefined
  const sized = !said.told && isAboutSize(edit)
  const found = sized && !said.open ? [] : patternOf(edit)
  if (found.length === 0) return undefined
  return () => {
    const [one, ...others] = found
    const { value, at: span } = said.quantity
    if (one && sized) {
      const nouns = plural(one.feature.label)
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `${value} ${nouns}, or ${value} mm?`,
        [span],
        [`number of ${nouns}: ${value}`, `make the ${nouns} ${value} mm`],
      )
      return
    }
    if (!one || others.length > 0) {
      const nouns = [...new Set(found.map(({ feature }) => plural(feature.label)))].join(' or ')
      edit.refuse('AGENT_NEEDS_ANSWER', `Which of the ${nouns} is meant?`, [said.quantity.at])
      return
    }
    if (recount(one.feature, said.quantity, edit)) edit.changed = true
  }
}

/** `told`: that it is a count is said, and not only to be taken from the number being a word. */
interface Said {
  quantity: Quantity
  told: boolean
  /** `three instead`: after words about a size, that size or how many. */
  open?: boolean
}

/** `two more`, `one less`, `twice as many`. */
function compared(at: Cursor): Said | undefined {
  at.skip('make', 'it', 'that', 'add', 'with', 'use', 'i', 'want', 'need')
  const factor = at.wordIf(({ text }) => Object.hasOwn(FACTORS, text))
  if (factor) {
    at.skip('as', 'the')
    if (!at.word('many', 'number')) return undefined
    const quantity: Quantity = { value: FACTORS[factor.text] ?? 1, at: factor.at, relative: 'times' }
    return { quantity, told: true }
  }
  const number = wholeAt(at)
  const way = number && at.word('more', 'extra', 'fewer', 'less')
  if (!way || at.item?.kind === 'number') return undefined
  at.attempt(() => at.word('of') && at.word('them', 'those', 'these'))
  const less = way.text === 'fewer' || way.text === 'less'
  const quantity: Quantity = { value: less ? -number.value : number.value, at: number.at, relative: 'add' }
  // `2 less` may be 2 mm.
  return /^[a-z]+$/i.test(number.text) || way.text === 'fewer' ? { quantity, told: true } : undefined
}
const FACTORS: Readonly<Record<string, number>> = { double: 2, twice: 2, triple: 3, thrice: 3, half: 0.5 }

/** `make that five`, `no, only three`, `five instead`, `four of them`. */
function plain(at: Cursor): Said | undefined {
  let led = false
  let only = false
  do {
    for (let word = at.word(...LEADS); word; word = at.word(...LEADS)) {
      led = true
      only ||= word.text === 'only' || word.text === 'just'
    }
  } while (at.mark(','))
  const number = wholeAt(at)
  if (!number) return undefined
  const of = at.attempt(() => at.word('of') && at.word('them', 'those', 'these', 'each'))
  const late = at.word('instead', 'rather', 'only', 'is enough', 'will do')
  const worded = /^[a-z]+$/i.test(number.text)
  if (!of && !(worded && (late !== undefined || led))) return undefined
  return { quantity: { value: number.value, at: number.at }, told: of !== undefined || only, open: !led }
}
const LEADS =
  'no nope actually sorry rather just only make it that them those these use have i meant want need we keep there should be are'.split(
    ' ',
  )

function wholeAt(at: Cursor) {
  const number = at.number()
  return number && number.unit === undefined && Number.isInteger(number.value) && number.value > 0 ? number : undefined
}

/** The words before these changed sizes, and no number of things. */
function isAboutSize({ plan: { request, names } }: Edit): boolean {
  const line = request.lastIndexOf('\n') + 1
  const fresh = names.filter(({ origin }) => line > 0 && 'span' in origin && (origin.span?.[0] ?? -1) >= line)
  return fresh.length > 0 && fresh.every(({ unit }) => unit !== 'count')
}

/** The pattern that is meant. */
function patternOf(edit: Edit): Pick[] {
  const many = (one: Pick) => featureOf(one.feature.kind)?.manner === 'spot' && howMany(one, edit.names.values) > 1
  const made = madeLast(edit).filter(many)
  return made.length > 0
    ? made
    : edit.plan.bodies.flatMap((body) => body.features.map((feature) => ({ body, feature }))).filter(many)
}
