import { familyOf } from '../../registry.ts'
import { quantityOf } from '../../read/quantities.ts'
import { clauseEnds, type Order } from '../order.ts'

/** `cut the tip off at 40 mm`, `truncate it at 40`, `cut the top 10 mm off`, `saw 10 mm off the bottom`: what stands is made lower. */
export const truncate: Order = (at, edit) => {
  const verb = at.word('cut', 'chop', 'saw', 'slice', 'trim', 'truncate', 'shave', 'take', 'lop')
  if (!verb) return undefined
  at.skip('off', 'it', 'the')
  const first = at.number()
  const away = first && at.attempt(() => at.word('off') ?? (at.word('from') && at.word('off', 'the')))
  at.skip('the', 'of')
  const end = at.wordIf(
    ({ text, entry }) => ['tip', 'point'].includes(text) || entry?.place === 'top' || entry?.place === 'bottom',
  )
  at.skip('end')
  const from = first ?? at.attempt(() => at.number())
  const off = away ?? at.word('off')
  const kept = from === undefined && (off || verb.text === 'truncate') ? at.word('at', 'to') && at.number() : undefined
  at.skip('high', 'flat')
  at.wordIf(({ entry }) => entry?.role === 'height' || entry?.role === 'length')
  const number = from ?? kept
  if (!number || number.unit === 'deg' || number.unit === '%' || !clauseEnds(at)) return undefined
  if ((!end && verb.text !== 'truncate') || (from && !off)) return undefined
  const [body, ...others] = edit.plan.bodies
  if (!body || others.length > 0) return undefined
  const { height, base, top } = body.sizes
  const label = familyOf(body.family)?.slots['height']?.label
  const below = end?.entry?.place === 'bottom'
  return () => {
    const quantity = quantityOf(number)
    quantity.used = 'height'
    if (body.family === 'sphere' && !kept && !body.sizes['wall'] && !body.sizes['cut']) {
      const flat = body.sizes['flat']
      const cut = edit.names.said('cut_off', 'Cut off below', quantity)
      body.sizes['flat'] = flat ? `(${flat} + ${cut})` : cut
      edit.changed = true
      return
    }
    if (!height || label === undefined || (body.family === 'cone' && below))
      return edit.refuse(
        'AGENT_UNSUPPORTED',
        `The ${body.label} cannot be cut off there; words can make it lower, or be of another shape.`,
        [number.at],
      )
    const cut = edit.names.said(kept ? 'cut_height' : 'cut_off', kept ? 'Cut off at' : 'Cut off', quantity)
    const left = kept ? cut : `(${height} - ${cut})`
    if (body.family === 'cone' && base) {
      const tip = top ?? '0'
      body.sizes['top'] = `(${base} - (${base} - ${tip}) * ${left} / ${height})`
    }
    body.sizes['height'] = left
    edit.changed = true
  }
}
