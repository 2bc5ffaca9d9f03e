import { halved } from './round.ts'
import { flat, need } from './flat.ts'

export const trapezoid = flat(
  'trapezoid',
  'trapezoid, trapezoid plate, trapezoidal plate, trapezium, trapezoidal prism, trapezoid prism, trapezoidal block',
  {
    base: { label: 'Base', accepts: 'bottom-width width', say: '# bottom width' },
    top: { label: 'Top', accepts: 'top-width', say: '# top width', name: 'top_width' },
    rise: { label: 'Rise', accepts: 'height y', say: '# high' },
  },
  ['base', 'top', 'rise'],
  ({ base = '0', top = '0', rise = '0', height = '0' }) => ({
    code: `extrude(Polygon((-${halved(base)}, -${halved(rise)}), (${halved(base)}, -${halved(rise)}), (${halved(top)}, ${halved(rise)}), (-${halved(top)}, ${halved(rise)}), align=None), ${height})`,
    size: [`max(${base}, ${top})`, rise, height],
    volume: `(${base} + ${top}) / 2 * ${rise} * ${height}`,
    outline: { kind: 'other' },
    contour: [
      [`-${halved(base)}`, `-${halved(rise)}`],
      [halved(base), `-${halved(rise)}`],
      [halved(top), halved(rise)],
      [`-${halved(top)}`, halved(rise)],
    ],
  }),
  (sizes) => {
    need(sizes, 'base', 'How wide is the trapezoid at the bottom?')
    need(sizes, 'top', 'How wide is the trapezoid at the top?')
    need(sizes, 'rise', 'How high is the trapezoid?')
  },
)
