import type { Family } from '../kinds.ts'
import { around, closes, cornersIn, polygonOf, spanOf, VERTEX } from './corner-points.ts'

/** What is drawn by its corners and made thick. */
export const outline: Family = {
  key: 'outline',
  nouns: 'drawn outline',
  slots: {
    thickness: {
      label: 'Thickness',
      accepts: 'thickness height depth length width',
      say: '# thick',
      name: 'thickness',
    },
  },
  bare: ['thickness'],
  flags: 'closed',
  parts: { vertex: VERTEX },
  repeats: ['vertex'],
  settle(sizes) {
    if (sizes.pieces('vertex').length < 3)
      sizes.refuse('AGENT_NEEDS_ANSWER', 'At which corners does the outline go?', ['(0,0) (60,0) (60,20) (0,40)'])
    closes(sizes)
    if (!sizes.has('thickness')) sizes.assume('thickness', 10, 'no thickness was said')
  },
  form({ thickness = '0' }, _has, pieces) {
    const corners = cornersIn(pieces)
    const [x, y] = [spanOf(corners.map(([one]) => one)), spanOf(corners.map(([, one]) => one))]
    return {
      // Which way round the corners go decides which way an outline is extruded, unless it is both.
      code: `Pos(0, 0, ${thickness} / 2) * extrude(${polygonOf(corners, '')}, ${thickness} / 2, both=True)`,
      size: [`(${x.high} - ${x.low})`, `(${y.high} - ${y.low})`, thickness],
      volume: `${around(corners, () => '')} / 2 * ${thickness}`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}
