import type { PartBody } from '@hewn/model'
import type { Binder } from './bind.ts'
import type { Form } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { standsThere } from './upon.ts'

/**
 * `chamfer the top of the post 2 mm`, `fillet the bottom of the boss`: what is done to the edges of what stands on a face is a size
 * of that, and never of the edges of the part. True, where it was so.
 */
export function onTips(binder: Binder, frame: Frame, { features }: PartBody, form: Form): boolean {
  const specs = frame.places.flatMap(({ place }) => (place.kind === 'spec' ? [place.spec] : []))
  const named = [...frame.targets.map(({ text }) => text), ...specs.flatMap(({ ofText }) => (ofText ? [ofText] : []))]
  const host = standsThere(features, named)
  // What is turned has names for its edges.
  if (!host || host.kind !== 'pad' || (form.stages?.length ?? 0) > 1) return false
  const { key } = frame.kind
  const size = frame.sizes.get('size')?.quantity
  if (!size) {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `How large should the ${key} of the ${host.label} be?`,
      [frame.at],
      ['1 mm', '2 mm'],
    )
    return true
  }
  const foot =
    FOOT.test(frame.noun) ||
    specs.some(({ flags, places, noun }) => flags.includes('meet') || places.includes('bottom') || noun === 'foot')
  const round = host.sizes['diameter'] !== undefined
  if (!round || frame.sizes.has('second') || (foot && key !== 'fillet')) {
    binder.refuse('AGENT_UNSUPPORTED', `A ${key} there on the ${host.label} is not made here yet.`, [frame.at])
    return true
  }
  if (foot) {
    const name = binder.names.said(`${host.id}_fillet`, 'Base fillet', size)
    host.parts.push({ kind: 'fillet', label: 'base fillet', sizes: { size: name }, flags: [] })
    return true
  }
  host.sizes['tip'] = binder.names.said(
    `${host.id}_${key}`,
    key === 'fillet' ? 'Fillet at the top' : 'Chamfer at the top',
    size,
  )
  host.flags.push(`tip-${key}`)
  return true
}

const FOOT = /\b(?:base|foot|root)\b/
