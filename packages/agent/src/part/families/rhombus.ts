import { halved } from './round.ts'
import { flat } from './flat.ts'

export const rhombus = flat(
  'rhombus',
  'rhombus, diamond, diamond plate, rhombus plate, rhombic plate, diamond-shaped plate, diamond shape',
  {
    length: { label: 'Long diagonal', accepts: 'diagonal width length x', say: 'diagonal #', name: 'long_diagonal' },
    width: { label: 'Short diagonal', accepts: 'height y diagonal', say: 'diagonal #', name: 'short_diagonal' },
  },
  ['length', 'width'],
  ({ length = '0', width = '0', height = '0' }) => ({
    code: `extrude(Polygon((-${halved(length)}, 0), (0, -${halved(width)}), (${halved(length)}, 0), (0, ${halved(width)}), align=None), ${height})`,
    size: [length, width, height],
    volume: `${length} * ${width} / 2 * ${height}`,
    outline: { kind: 'other' },
    contour: [
      [`-${halved(length)}`, '0'],
      ['0', `-${halved(width)}`],
      [halved(length), '0'],
      ['0', halved(width)],
    ],
  }),
  (sizes) => {
    if (!sizes.has('width')) sizes.derive('width', sizes.formula('length'))
  },
)
