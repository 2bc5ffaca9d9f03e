import { familyOf } from '../../registry.ts'
import { quantityOf } from '../../read/quantities.ts'
import { setSize } from '../apply.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `taper it to 30 at the top`: what is round becomes a cone with the size it had. */
export const taper: Order = (at, edit) => {
  at.skip('make', 'it', 'let', 'should')
  if (!at.word('taper', 'tapered', 'tapering', 'tapers')) return undefined
  at.skip('it', 'the', 'cylinder', 'rod', 'pin', 'shaft', 'part', 'down', 'off')
  if (!at.word('to')) return undefined
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  const bottom = at.attempt(() => {
    at.skip('at', 'on', 'towards', 'the', 'one')
    const end = at.word('top', 'bottom', 'base', 'end', 'top end', 'bottom end', 'foot')
    at.skip('end')
    return end && (['bottom', 'base', 'foot'].includes(end.text) ? ('base' as const) : ('top' as const))
  })
  if (!clauseEnds(at)) return undefined
  const [body, ...others] = edit.plan.bodies
  const cone = familyOf('cone')
  if (!body || !cone || others.length > 0) return undefined
  const { outer, height, base, ...more } = body.sizes
  const round = (outer ?? base) !== undefined && height !== undefined
  const plain = body.family === 'cone' || Object.keys(more).length === 0
  if (!round || !plain || body.parts.length > 0) return undefined
  return () => {
    const was = outer ?? base ?? ''
    if (body.family !== 'cone') {
      body.family = 'cone'
      body.label = 'cone'
      body.flags = []
      body.sizes = { base: was, height, top: was }
    }
    const end = bottom ?? 'top'
    // An end that has the name of the other gets one of its own.
    const sizes = { ...body.sizes }
    delete sizes[end]
    setSize(sizes, end, { quantity: quantityOf(number), times: 1 }, cone, '', edit)
    body.sizes = sizes
    edit.changed = true
  }
}
