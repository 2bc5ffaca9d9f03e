import type { Family } from '../kinds.ts'
import { halved, powered } from './round.ts'

/** A cylinder whose top slopes: higher on the left than on the right. */
export const slanted: Family = {
  key: 'slanted',
  nouns: 'slanted cylinder',
  slots: {
    diameter: { label: 'Diameter', accepts: 'diameter outer radius*2 width', say: '# diameter' },
    height: { label: 'Height', accepts: 'height length z', say: '# high' },
    low: { label: 'Height of the low side', accepts: 'height length top-width z', say: '# high on its low side' },
  },
  bare: ['diameter', 'height', 'low'],
  chains: { 2: ['diameter', 'height'] },
  settle(sizes) {
    if (!sizes.has('diameter') || !sizes.has('height') || !sizes.has('low')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How wide is it, and how high on its two sides?', [
        '50 mm diameter, 70 high on one side and 40 on the other',
      ])
      return
    }
    if (sizes.value('low') > sizes.value('height')) {
      sizes.move('low', 'spare')
      sizes.move('height', 'low')
      sizes.move('spare', 'height')
    }
  },
  form: ({ diameter = '0', height = '0', low = '0' }) => {
    const r = halved(diameter)
    return {
      code: `Cylinder(${r}, ${height}, align=floor) & extrude(Plane.XZ * Polygon((-${r}, 0), (${r}, 0), (${r}, ${low}), (-${r}, ${height}), align=None), ${r}, both=True)`,
      size: [diameter, diameter, height],
      volume: `pi / 4 * ${powered(diameter)} * (${height} + ${low}) / 2`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}
