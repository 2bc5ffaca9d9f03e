import type { PartBody, Where } from '@hewn/model'
import type { Binder } from './bind/bind.ts'
import type { Frame } from './read/frame.ts'
import { plural } from '../read/plural.ts'

/** `in the corners of the pocket, 6 mm in`: corners of a feature, and not of the part. */
export function cornersOf(binder: Binder, frame: Frame, where: Where, body: PartBody): void {
  const spec = frame.places.flatMap(({ place }) =>
    place.kind === 'spec' && place.spec.noun === 'corner' && (place.spec.of || place.spec.det === 'its')
      ? [place.spec]
      : [],
  )[0]
  if (!spec) return
  const host = body.features.findLast(({ kind, sizes }) => {
    const meant = spec.of ? spec.of.includes(kind) : kind === 'pocket' || kind === 'cutout'
    return meant && sizes['length'] !== undefined && sizes['width'] !== undefined
  })
  if (!host) return
  const inset = where.relations.find((one) => one.kind === 'edge')
  const inTheMiddle = host.at.relations.every(({ kind }) => kind === 'centre') && host.at.along !== 'y'
  if (!inTheMiddle || inset?.kind !== 'edge') {
    binder.refuse(
      'AGENT_NEEDS_ANSWER',
      `Where in the corners of the ${host.label} should the ${plural(frame.noun)} be?`,
      [frame.at],
      inTheMiddle ? ['5 mm from the edges', '8 mm from the edges'] : undefined,
    )
    return
  }
  const { length = '0', width = '0' } = host.sizes
  const [dx, dy] = [length, width].map((size) => `${size} - 2 * ${inset.distance}`)
  where.relations = [{ kind: 'grid', columns: '2', rows: '2', ...(dx && dy ? { dx, dy } : {}) }]
}
