import { halved } from './round.ts'
import { flat, need } from './flat.ts'

export const parallelogram = flat(
  'parallelogram',
  'parallelogram, parallelogram plate, skewed plate',
  {
    base: { label: 'Base', accepts: 'bottom-width width length', say: '# bottom width' },
    rise: { label: 'Rise', accepts: 'height y', say: '# high' },
    skew: { label: 'Skew', accepts: 'offset', say: 'offset #' },
    side: { label: 'Side', accepts: 'side', say: '# sides' },
    angle: { label: 'Angle', accepts: 'angle', unit: 'deg', say: '# angle', name: 'angle' },
  },
  ['base', 'rise', 'skew'],
  ({ base = '0', rise = '0', skew = '0', height = '0' }) => ({
    code: `extrude(Polygon((-(${base} + ${skew}) / 2, -${halved(rise)}), ((${base} - ${skew}) / 2, -${halved(rise)}), ((${base} + ${skew}) / 2, ${halved(rise)}), ((${skew} - ${base}) / 2, ${halved(rise)}), align=None), ${height})`,
    size: [`${base} + ${skew}`, rise, height],
    volume: `${base} * ${rise} * ${height}`,
    outline: { kind: 'other' },
    contour: [
      [`-(${base} + ${skew}) / 2`, `-${halved(rise)}`],
      [`(${base} - ${skew}) / 2`, `-${halved(rise)}`],
      [`(${base} + ${skew}) / 2`, halved(rise)],
      [`(${skew} - ${base}) / 2`, halved(rise)],
    ],
  }),
  (sizes) => {
    need(sizes, 'base', 'How long is the base?')
    // `side 30, angle 60°`
    const [side, angle] = [sizes.formula('side'), `radians(${sizes.formula('angle')})`]
    if (sizes.has('angle') && sizes.has('side') && !sizes.has('rise')) sizes.derive('rise', `${side} * sin(${angle})`)
    if (sizes.has('angle') && sizes.has('rise') && !sizes.has('skew'))
      sizes.derive('skew', sizes.has('side') ? `${side} * cos(${angle})` : `${sizes.formula('rise')} / tan(${angle})`)
    need(sizes, 'rise', 'How high is it?')
    need(sizes, 'skew', 'By how much is it skewed?')
  },
)
