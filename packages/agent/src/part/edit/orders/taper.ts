import type { PartBody } from '@hewn/model'
import { evaluate } from '../../formula.ts'
import { familyOf } from '../../registry.ts'
import { quantityOf } from '../../read/quantities.ts'
import { setSize } from '../set-size.ts'
import type { NumberItem } from '../../words/items.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `taper it to 30 at the top`: what is round becomes a cone with the size it had. */
export const taper: Order = (at, edit) => {
  at.skip('make', 'it', 'let', 'should')
  if (!at.word('taper', 'tapered', 'tapering', 'tapers')) return undefined
  const stretch = at.attempt(() => {
    at.skip('the', 'its')
    if (!at.word('last', 'end', 'top', 'first', 'final')) return undefined
    const long = at.number()
    at.skip('of', 'it', 'the', 'shaft', 'rod', 'pin', 'length')
    return long && long.unit !== 'deg' && long.unit !== '%' ? long : undefined
  })
  at.skip('it', 'the', 'cylinder', 'rod', 'pin', 'shaft', 'part', 'down', 'off')
  if (!at.word('to', 'down to')) return undefined
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%') return undefined
  at.wordIf(({ entry }) => entry?.role === 'diameter')
  const bottom = at.attempt(() => {
    at.skip('at', 'on', 'towards', 'the', 'one', 'very')
    const end = at.word('tip', 'top', 'bottom', 'base', 'end', 'top end', 'bottom end', 'foot')
    at.skip('end')
    return end && (['bottom', 'base', 'foot'].includes(end.text) ? ('base' as const) : ('top' as const))
  })
  if (!clauseEnds(at)) return undefined
  const [body, ...others] = edit.plan.bodies
  if (stretch) return body && others.length === 0 ? tipped(body, stretch, number, edit) : undefined
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

/** `taper the last 30 mm to 12`: the end of a shaft narrows, inside the length there is. */
function tipped(body: PartBody, stretch: NumberItem, tip: NumberItem, edit: Edit): (() => void) | undefined {
  const { outer, height } = body.sizes
  if (!['turned', 'cylinder'].includes(body.family) || !outer || !height || body.parts.length > 0) return undefined
  return () => {
    const [long, narrow] = [quantityOf(stretch), quantityOf(tip)]
    long.used = 'length'
    narrow.used = 'diameter'
    if (long.value >= evaluate(height, edit.names.values) || narrow.value >= evaluate(outer, edit.names.values))
      return edit.refuse(
        'AGENT_IMPOSSIBLE',
        `A taper of ${long.value} mm down to ${narrow.value} mm does not fit it.`,
        [long.at],
      )
    const sizes = {
      diameter: outer,
      end: edit.names.said('taper_end', 'End diameter', narrow),
      height: edit.names.said('taper_length', 'Length', long),
    }
    body.family = 'turned'
    body.sizes['height'] = `(${height} - ${sizes.height})`
    body.parts.push({ kind: 'stage', label: 'tapered section', sizes, flags: [] })
    edit.changed = true
  }
}
