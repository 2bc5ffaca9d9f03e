import { evaluate } from '../../formula.ts'
import { relative } from '../../read/changes.ts'
import { quantityOf } from '../../read/quantities.ts'
import { familyOf } from '../../registry.ts'
import { setSize } from '../apply.ts'
import { clauseEnds, type Order } from '../order.ts'

const THIN = ['thin', 'thinner', 'thinnest', 'small', 'smaller', 'smallest', 'narrow', 'narrower', 'slim', 'little']
const THICK = [
  'thick',
  'thicker',
  'thickest',
  'big',
  'bigger',
  'biggest',
  'large',
  'larger',
  'largest',
  'fat',
  'wide',
  'wider',
]

/** `the thin end should be 16`, `make the small diameter 16`, `thick end 10 mm longer`: one step of a turned part. */
export const stage: Order = (at, edit) => {
  const body = edit.plan.bodies.find(({ family, parts }) => family === 'turned' && parts.length > 0)
  const family = familyOf(body?.family ?? '')
  if (!body || !family) return undefined
  at.skip('make', 'set', 'change', 'turn', 'take', 'the', 'let', 'reduce', 'increase', 'extend')
  const shorter = at.word('shorter', 'longer')
  const which = at.wordIf(({ text }) => [...THIN, ...THICK].some((one) => text === one || text === `${one} diameter`))
  if (!which) return undefined
  const noun = at.word('end', 'part', 'section', 'step', 'side', 'bit', 'portion', 'one', 'stage', 'journal')
  const across = at.wordIf(({ entry }) => entry?.role === 'diameter')
  if (!noun && !across && !which.text.includes(' ')) return undefined
  at.skip('should', 'must', 'has', 'needs', 'be', 'to be', 'to', 'is', 'down', 'up', 'of', 'by', 'only', 'just')
  at.mark(':=,')
  at.mark('⌀')
  const quantity = at.attempt(() => {
    const change = at.attempt(relative)
    if (change?.is === 'quantity') return change.quantities[0]
    const number = at.number()
    if (!number || number.unit === 'deg' || number.unit === '%') return undefined
    const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
    return { ...quantityOf(number), ...(role ? { role } : {}) }
  })
  if (!quantity || !clauseEnds(at)) return undefined
  const steps = [
    { sizes: body.sizes, across: 'outer', kind: family, prefix: '' },
    ...body.parts.flatMap((piece) => {
      const kind = Object.values(family.parts ?? {}).find(({ key }) => key === piece.kind)
      return kind && piece.sizes['diameter']
        ? [{ sizes: piece.sizes, across: 'diameter', kind, prefix: piece.kind }]
        : []
    }),
  ]
  const wide = ({ sizes, across: slot }: (typeof steps)[number]) => evaluate(sizes[slot] ?? '0', edit.names.values)
  const sorted = steps.toSorted((a, b) => wide(a) - wide(b))
  const one = THIN.includes(which.text.split(' ')[0] ?? '') ? sorted[0] : sorted.at(-1)
  if (!one || sorted.filter((other) => wide(other) === wide(one)).length > 1) return undefined
  const long = shorter !== undefined || ['length', 'height', 'depth'].includes(quantity.role ?? '')
  return () => {
    setSize(one.sizes, long ? 'height' : one.across, { quantity, times: 1 }, one.kind, one.prefix, edit)
    edit.changed = true
  }
}
