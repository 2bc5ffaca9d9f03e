import { relative } from '../../read/changes.ts'
import { quantityOf } from '../../read/quantities.ts'
import { familyOf } from '../../registry.ts'
import { setSize } from '../set-size.ts'
import { clauseEnds, type Order } from '../order.ts'

const BORES = new Set([
  'bore',
  'centre bore',
  'central bore',
  'main bore',
  'bore hole',
  'borehole',
  'bore diameter',
  'centre hole',
  'central hole',
])

/** `bore 8 mm smaller`, `make the bore 40`, `10 mm bore instead`: of a body that has one, and not of its other holes. */
export const bore: Order = (at, edit) => {
  const body = edit.plan.bodies.find(({ family, sizes }) => sizes[familyOf(family)?.bore ?? ''] !== undefined)
  const family = familyOf(body?.family ?? '')
  if (!body || !family?.bore) return undefined
  const slot = family.bore
  at.skip('make', 'set', 'change', 'increase', 'reduce', 'enlarge', 'widen', 'with', 'a', 'an', 'the', 'its', 'add')
  const first = at.attempt(() => at.number())
  const named = at.wordIf(({ text }) => BORES.has(text))
  if (!named || first?.unit === 'deg' || first?.unit === '%') return undefined
  at.skip('should', 'must', 'be', 'to be', 'is', 'to', 'of', 'by')
  at.mark(':=,')
  at.mark('⌀')
  const quantity = first
    ? quantityOf(first)
    : at.attempt(() => {
        const change = at.attempt(relative)
        if (change?.is === 'quantity') return change.quantities[0]
        const number = at.number()
        return number && number.unit !== 'deg' && number.unit !== '%' ? quantityOf(number) : undefined
      })
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  if (!quantity || !clauseEnds(at)) return undefined
  return () => {
    delete quantity.role
    setSize(body.sizes, slot, { quantity, times: 1 }, family, '', edit)
    edit.changed = true
  }
}

/** `no lid`, `remove the lid`: the lid goes, and the piece it was made of. */
export const noLid: Order = (at, edit) => {
  const said = at.word('no lid', 'without lid', 'without a lid')
  if (!said) {
    const verb = at.word('no', 'without', 'remove', 'delete', 'drop', 'skip', 'lose', 'leave', 'take')
    if (!verb) return undefined
    at.skip('the', 'a', 'any')
    if (!at.wordIf(({ entry }) => entry?.nouns.includes('lid') ?? false)) return undefined
    // `leave the lid off`
    const off = at.word('off', 'out', 'away')
    if (!off && (verb.text === 'leave' || verb.text === 'take')) return undefined
  }
  const lids = edit.plan.bodies.filter(({ id, label }) => id.startsWith('lid') || label === 'lid')
  if (!clauseEnds(at) || lids.length === 0 || lids.length === edit.plan.bodies.length) return undefined
  return () => {
    edit.plan.bodies = edit.plan.bodies.filter((body) => !lids.includes(body))
    for (const body of edit.plan.bodies) body.parts = body.parts.filter(({ kind }) => kind !== 'lid')
    edit.changed = true
  }
}
