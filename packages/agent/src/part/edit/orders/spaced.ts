import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { changeOf } from '../set-size.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { type Phrase, phraseAt, pronounAt } from '../phrase.ts'
import { type Pick, pick } from '../pick.ts'

/** `set the hole spacing to 100`, `increase the distance between the holes by 5`, `space them 40 mm apart`: the step of a row or a pattern. */
export const spaced: Order = (at, edit) => {
  const many = at.wordIf(({ text }) => Object.hasOwn(TIMES, text))
  if (many) return multiplied(at, edit, { value: TIMES[many.text] ?? 1, at: many.at, relative: 'times' })
  const verb = at.word(...VERBS)
  const said = at.attempt(() => stepThenSize(at)) ?? at.attempt(() => sizeApart(at))
  if (!said || !clauseEnds(at)) return undefined
  const less = verb !== undefined && LESS.has(verb.text)
  const by: Quantity = said.by
    ? { ...said.quantity, value: less ? -said.quantity.value : said.quantity.value, relative: 'add' }
    : said.quantity
  const found = (said.of ? pick(edit, said.of) : everyOf(edit)).filter(isStepped)
  if (found.length === 0) return undefined
  const { across } = said
  return across ? stepsBoth(found, said.quantity, across, edit) : stepped(found, by, edit)
}

/** `double the distance between the holes`, `halve the spacing`. */
function multiplied(at: Cursor, edit: Edit, by: Quantity): (() => void) | undefined {
  const step = at.attempt(() => stepAt(at))
  if (!step || !clauseEnds(at)) return undefined
  const found = (step.of ? pick(edit, step.of) : everyOf(edit)).filter(isStepped)
  return found.length > 0 ? stepped(found, by, edit) : undefined
}
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3, halve: 0.5, half: 0.5 }

function stepped(found: readonly Pick[], by: Quantity, edit: Edit): () => void {
  return () => {
    by.used = 'spacing'
    const names = new Set(found.flatMap((one) => stepsOf(one, edit, by)))
    const named = [...names].flatMap((name) => edit.named(name) ?? [])
    if (named.length > 1) {
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `There are steps of ${named.map(({ value }) => `${value} mm`).join(' and of ')}. Which one is meant?`,
        [by.at],
        named.map(({ value }) => `change ${value} mm to ${edit.words.slice(...by.at)}`),
      )
      return
    }
    for (const one of named) {
      const { value, origin } = changeOf(by, one.value)
      edit.set(one, value, origin)
    }
    edit.changed = true
  }
}

const VERBS = ['set', 'change', 'make', 'increase', 'reduce', 'decrease', 'put', 'move', 'bring', 'space', 'adjust']
const LESS = new Set(['reduce', 'decrease'])

interface Said {
  of?: Phrase
  quantity: Quantity
  /** `80 x 40`: the step the other way. */
  across?: Quantity
  by: boolean
}

/** `change the hole spacing to 80 x 40`: both steps of a pattern. */
function stepsBoth(found: readonly Pick[], along: Quantity, across: Quantity, edit: Edit): (() => void) | undefined {
  const grids = found.flatMap(({ feature }) => feature.at.relations.filter((one) => one.kind === 'grid'))
  const steps = grids.flatMap(({ dx, dy }) => [
    { named: edit.named(dx), to: along },
    { named: edit.named(dy), to: across },
  ])
  // A pattern that has one step for both ways has to be told anew.
  if (steps.length === 0 || steps.some(({ named }) => !named) || grids.some(({ dx, dy }) => dx === dy)) return undefined
  return () => {
    for (const { named, to } of steps) {
      to.used = 'spacing'
      if (named) edit.set(named, to.value, { from: 'said', span: to.at })
    }
  }
}

/** `the hole spacing to 100`, `the distance between the holes: 60`. */
function stepThenSize(at: Cursor): Said | undefined {
  const step = stepAt(at)
  if (!step) return undefined
  at.skip('should', 'must', 'is', 'be', 'to be')
  const by = at.word('by') !== undefined
  at.skip('to', 'of', 'at')
  at.mark(':=,')
  const number = lengthAt(at)
  const across = number && acrossAt(at)
  at.skip('apart')
  return number && { quantity: quantityOf(number), by, ...across, ...step }
}

/** `the hole spacing`, `the distance between the holes`. */
function stepAt(at: Cursor): { of?: Phrase } | undefined {
  at.skip('the')
  const before = at.attempt(() => phraseAt(at, false))
  const step = at.wordIf(
    ({ text, entry }) =>
      entry?.role === 'spacing' || entry?.role === 'centres' || text === 'pitch' || text === 'distance',
  )
  const between = at.word('between', 'of')
  const after = between ? (phraseAt(at) ?? pronounAt(at)) : undefined
  if (!step || (step.text === 'distance' && !after) || (between && !after)) return undefined
  const of = before ?? after
  return of ? { of } : {}
}

const acrossAt = (at: Cursor): { across: Quantity } | undefined =>
  at.attempt(() => {
    const number = at.times() ? lengthAt(at) : undefined
    return number && { across: quantityOf(number) }
  })

/** `them 40 mm apart`, `the holes should be 60 apart`. */
function sizeApart(at: Cursor): Said | undefined {
  const of = phraseAt(at, false) ?? pronounAt(at)
  if (!of || of.article || of.sizes.length > 0) return undefined
  at.skip('should', 'must', 'be', 'to be', 'need', 'to', 'exactly')
  const number = lengthAt(at)
  const across = number && acrossAt(at)
  return number && (at.word('apart') || across) ? { quantity: quantityOf(number), by: false, of, ...across } : undefined
}

const lengthAt = (at: Cursor) =>
  at.attempt(() => {
    const number = at.number()
    return number && number.unit !== 'deg' && number.unit !== '%' ? number : undefined
  })

const everyOf = ({ plan }: Edit): Pick[] =>
  plan.bodies.flatMap((body) => body.features.map((feature) => ({ body, feature })))

const isStepped = ({ feature }: Pick): boolean =>
  feature.at.relations.some(({ kind }) => kind === 'line' || kind === 'grid')

/** The parameters that its steps stand on; a row that was only evenly shared out gets one. */
function stepsOf({ feature }: Pick, edit: Edit, by: Quantity): string[] {
  return feature.at.relations.flatMap((relation): string[] => {
    if (relation.kind === 'grid') return [relation.dx, relation.dy].filter((one) => one !== undefined)
    if (relation.kind !== 'line') return []
    if (relation.spacing === undefined && by.relative === undefined)
      relation.spacing = edit.names.said(`${feature.id}_spacing`, 'Spacing', by)
    return relation.spacing === undefined ? [] : [relation.spacing]
  })
}
