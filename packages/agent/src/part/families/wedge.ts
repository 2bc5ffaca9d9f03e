import type { Family, Settling } from '../kinds.ts'
import { halved } from './round.ts'
import { need } from './solid-slots.ts'

export const wedge: Family = {
  key: 'wedge',
  nouns:
    'wedge, ramp, door wedge, doorstop, door stop, chock, ramp block, wedge block, triangular wedge block, right-angled wedge',
  slots: {
    length: { label: 'Length', accepts: 'length x', say: '# long' },
    width: { label: 'Width', accepts: 'width y depth', say: '# wide' },
    height: { label: 'Height', accepts: 'height thickness z bottom-width depth', say: '# high' },
    // A second height is that of the other end.
    tip: { label: 'Thin end', accepts: 'top-width height thickness', say: '# small end', name: 'tip', min: 0 },
    angle: { label: 'Slope', accepts: 'angle taper', unit: 'deg', say: '#' },
  },
  bare: ['length', 'width', 'height', 'tip'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'] },
  flags: 'tapered',
  settle(sizes) {
    slope(sizes)
    need(sizes, 'length', ['60 x 30 x 20 mm'])
    if (!sizes.has('width')) sizes.assume('width', 30, 'no width was said')
    if (!sizes.has('height')) sizes.assume('height', 20, 'no height was said')
    if (sizes.has('tip') && sizes.value('tip') > sizes.value('height')) {
      sizes.move('tip', 'spare')
      sizes.move('height', 'tip')
      sizes.move('spare', 'height')
    }
  },
  form: ({ length = '0', width = '0', height = '0', tip }) => ({
    size: [length, width, height],
    volume: `${length} * ${width} * (${height}${tip ? ` + ${tip}` : ''}) / 2`,
    openings: '0',
    outline: { kind: 'other' },
    slope: [height, tip ?? '0'],
    ...wedgeCode(length, width, height, tip),
  }),
}

/** `30 high, 30 deep, 60 long, 45 degrees`: the slope runs down the side it agrees with, or makes the one that was not said. */
function slope(sizes: Settling): void {
  if (!sizes.has('angle')) return
  const steep = sizes.value('angle')
  const rise = Math.tan((steep * Math.PI) / 180)
  if (steep <= 0 || steep >= 90) {
    sizes.refuse('AGENT_IMPOSSIBLE', `A slope of ${steep}° is none: between 0 and 90° works.`)
    return
  }
  // `5 degrees, 100 long, thin end 2 mm`
  if (!sizes.has('height') && sizes.has('length') && sizes.has('tip')) {
    sizes.derive(
      'height',
      `${sizes.formula('tip')} + ${sizes.formula('length')} * tan(radians(${sizes.formula('angle')}))`,
    )
    return
  }
  const both = sizes.has('height') && sizes.has('length')
  const agrees = (run: string) => sizes.has(run) && Math.abs(rise * sizes.value(run) - sizes.value('height')) < 0.05
  if (!sizes.has('height') && sizes.has('length'))
    sizes.derive('height', `${sizes.formula('length')} * tan(radians(${sizes.formula('angle')}))`)
  else if (!sizes.has('length') && sizes.has('height'))
    sizes.derive('length', `${sizes.formula('height')} / tan(radians(${sizes.formula('angle')}))`)
  else if (sizes.has('height') && !agrees('length')) {
    const [length, width] = [sizes.formula('length'), sizes.formula('width')]
    if (agrees('width')) {
      sizes.derive('length', width)
      sizes.derive('width', length)
    } else
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `${sizes.value('height')} mm on ${sizes.value('length')} mm is no slope of ${steep}°.`,
        [`${Math.round((Math.atan2(sizes.value('height'), sizes.value('length')) * 1800) / Math.PI) / 10}°`],
      )
  }
  // What the sides say already is no parameter.
  if (both && agrees('length')) sizes.spend('angle')
}

function wedgeCode(length: string, width: string, height: string, tip: string | undefined): { code: string } {
  const end = tip ? `(${halved(length)}, ${tip}), ` : ''
  return {
    code: `extrude(Plane.XZ * Polygon((-${halved(length)}, 0), (${halved(length)}, 0), ${end}(-${halved(length)}, ${height}), align=None), ${halved(width)}, both=True)`,
  }
}
