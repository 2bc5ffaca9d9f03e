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
    // What has no height of its own, or would lose its foot, is cut level there.
    if (!height || label === undefined || (body.family === 'cone' && below)) {
      const label = kept ? 'level cut' : below ? 'foot removal' : 'tip removal'
      const id = edit.binder.id('trim')
      const size = edit.names.said(kept ? 'cut_height' : 'cut_off', kept ? 'Cut off at' : 'Cut off', quantity)
      const flags = kept ? [] : [label.replace(' ', '-')]
      body.features.push({ id, label, kind: 'trim', sizes: { size }, flags, at: { relations: [] }, parts: [] })
      edit.changed = true
      return
    }
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
