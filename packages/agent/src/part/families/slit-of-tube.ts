import type { Frame } from '../read/frame.ts'
import { ownFeature } from '../registry.ts'

/** `sleeve … with a 10 mm slot along its full length`: what is as long as all of a tube opens it on one side. */
export function slitOfTube({ kind, children }: Frame): void {
  const slit = ownFeature('slit')
  if (!slit || (kind.key !== 'tube' && kind.key !== 'flanged-bushing')) return
  for (const child of children) {
    const along = child.places.some(({ place }) => place.kind === 'along' && place.axis === 'length')
    const one = !child.plural && (child.count?.value ?? 1) === 1
    if (child.kind.key !== 'slot' || !along || !one || !child.sizes.has('width') || child.sizes.size > 1) continue
    child.kind = slit
    child.places = child.places.filter(({ place }) => place.kind !== 'along')
  }
}
