import { halved } from './round.ts'
import { flat, need } from './flat.ts'

export const ellipse = flat(
  'ellipse',
  'ellipse, elliptical ring, oval ring, oval frame, elliptical frame, elliptical plate, oval plate, oval, elliptical disc, elliptic plate, oval disc, elliptical block, elliptical cylinder, ellipse plate',
  {
    length: { label: 'Length', accepts: 'length x outer diagonal width major-axis major-radius*2', say: '# long' },
    width: { label: 'Width', accepts: 'width y inner height minor-axis minor-radius*2', say: '# wide' },
    insideLength: { label: 'Inside length', accepts: 'inner-length', say: '# long inside', name: 'inside_length' },
    insideWidth: { label: 'Inside width', accepts: 'inner-width', say: '# wide inside', name: 'inside_width' },
  },
  ['length', 'width'],
  ({ length = '0', width = '0', insideLength, insideWidth, height = '0' }) => {
    const whole = `extrude(Ellipse(${halved(length)}, ${halved(width)}), ${height})`
    const ring = insideLength !== undefined && insideWidth !== undefined
    return {
      code: ring ? `${whole} - extrude(Ellipse(${halved(insideLength)}, ${halved(insideWidth)}), ${height})` : whole,
      size: [length, width, height],
      volume: ring
        ? `pi / 4 * (${length} * ${width} - ${insideLength} * ${insideWidth}) * ${height}`
        : `pi / 4 * ${length} * ${width} * ${height}`,
      outline: { kind: 'other' },
      ...(ring ? { openings: '1' } : {}),
    }
  },
  (sizes) => {
    need(sizes, 'width', 'How wide is the ellipse?')
    for (const [inside, outside] of [
      ['insideLength', 'length'],
      ['insideWidth', 'width'],
    ] as const) {
      const other = inside === 'insideLength' ? 'insideWidth' : 'insideLength'
      if (sizes.has(other)) need(sizes, inside, 'How long and how wide is the ellipse inside?')
      if (sizes.has(inside) && sizes.has(outside) && sizes.value(inside) >= sizes.value(outside))
        sizes.refuse(
          'AGENT_IMPOSSIBLE',
          `${sizes.value(inside)} mm inside leave nothing of ${sizes.value(outside)} mm.`,
        )
    }
  },
)
