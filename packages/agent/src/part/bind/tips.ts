import type { PartBody, PartFeature, Span } from '@hewn/model'
import type { Binder } from './bind.ts'
import type { Form } from '../kinds.ts'
import type { Quantity } from '../read/atoms.ts'
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
  if (frame.sizes.has('second')) notMade(binder, host, key, frame.at)
  else treatPad(binder, host, { key, size, foot, at: frame.at })
  return true
}

/** The edge at the top of what stands on a face, or the fillet around its foot, becomes a size of it. */
export function treatPad(
  binder: Binder,
  host: PartFeature,
  { key, size, foot, at }: { key: string; size: Quantity; foot: boolean; at: Span },
): void {
  if (host.sizes['diameter'] === undefined || (foot && key !== 'fillet')) {
    notMade(binder, host, key, at)
    return
  }
  if (foot) {
    const name = binder.names.said(`${host.id}_fillet`, 'Base fillet', size)
    host.parts = host.parts.filter(({ kind }) => kind !== 'fillet')
    host.parts.push({ kind: 'fillet', label: 'base fillet', sizes: { size: name }, flags: [] })
    return
  }
  host.sizes['tip'] = binder.names.said(
    `${host.id}_${key}`,
    key === 'fillet' ? 'Fillet at the top' : 'Chamfer at the top',
    size,
  )
  host.flags = [...host.flags.filter((flag) => !flag.startsWith('tip-')), `tip-${key}`]
}

const notMade = (binder: Binder, host: PartFeature, key: string, at: Span): void =>
  binder.refuse('AGENT_UNSUPPORTED', `A ${key} there on the ${host.label} is not made here yet.`, [at])

const FOOT = /\b(?:base|foot|root)\b/
