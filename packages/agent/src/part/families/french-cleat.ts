import { mitre } from '../features/mitre.ts'
import type { Frame } from '../read/frame.ts'

const LONG_EDGE = { kind: 'spec' as const, spec: { places: ['long'], noun: 'edge', det: 'one', flags: [] } }

/** `french cleat 300 x 80 x 18`: a board, and by its name one long edge of it is bevelled. */
export function bevelOfCleat(frame: Frame): void {
  const { noun, children, at } = frame
  if (!noun.startsWith('french cleat')) return
  const place = { place: LONG_EDGE, at }
  const bevel = children.find(({ kind, noun: edge }) => kind.key === 'mitre' || /^(?:bevel|chamfer)/.test(edge))
  if (bevel) {
    if (bevel.kind.key === 'chamfer' && !bevel.sizes.has('size')) bevel.kind = mitre
    if (bevel.places.length === 0) bevel.places.push(place)
    return
  }
  children.push({
    kind: mitre,
    level: 'feature',
    at,
    noun: 'bevel',
    plural: false,
    sizes: new Map(),
    designated: new Map(),
    flags: new Map(),
    places: [place],
    targets: [],
    children: [],
    parent: frame,
  })
}
