import type { Family, Form, Sizes } from '../kinds.ts'
import { half } from '../formula.ts'

const AXES = ['x', 'y', 'z'] as const

/** A box turned about one axis through its middle: `40 x 40 x 80 box, tilted 30 degrees about Y`. Nothing is put on its faces. */
export const tiltedBlock: Family = {
  key: 'tilted-block',
  nouns: AXES.map((axis) => `block tilted about ${axis}`).join(', '),
  slots: {
    length: { label: 'Length', accepts: 'length x', say: '# long' },
    width: { label: 'Width', accepts: 'width y', say: '# wide' },
    height: { label: 'Height', accepts: 'height z', say: '# high' },
    tilt: { label: 'Tilt', accepts: 'angle', unit: 'deg', say: 'turned by #' },
  },
  bare: ['length', 'width', 'height'],
  chains: { 3: ['length', 'width', 'height'] },
  settle(sizes) {
    for (const axis of AXES) if (sizes.noun.endsWith(` ${axis}`)) sizes.mark(`about-${axis}`)
    if (!['length', 'width', 'height', 'tilt'].every((slot) => sizes.has(slot)))
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How large is the block, and by how much is it tilted?', [
        '40 x 40 x 80 mm, tilted 30 degrees about Y',
      ])
    else if (sizes.value('tilt') > 90)
      sizes.refuse('AGENT_NEEDS_ANSWER', 'A block is tilted by up to 90 degrees here. By how much?', ['30 degrees'])
  },
  form({ length = '0', width = '0', height = '0', tilt = '0' }: Sizes, has): Form {
    const [sin, cos] = [`sin(radians(${tilt}))`, `cos(radians(${tilt}))`]
    const reach = (one: string, other: string) => `(${one} * ${cos} + ${other} * ${sin})`
    const sizes = [length, width, height]
    const fixed = Math.max(
      0,
      AXES.findIndex((axis) => has(`about-${axis}`)),
    )
    const [u, v] = [0, 1, 2].filter((axis) => axis !== fixed)
    const size = sizes.map((one, axis) =>
      axis === fixed ? one : reach(one, sizes[axis === u ? (v ?? 0) : (u ?? 0)] ?? '0'),
    ) as [string, string, string]
    const turn = AXES.map((_, axis) => (axis === fixed ? tilt : '0')).join(', ')
    return {
      code: `Pos(0, 0, ${half(size[2])}) * Rot(${turn}) * Box(${sizes.join(', ')})`,
      size,
      volume: `${length} * ${width} * ${height}`,
      openings: '0',
      outline: { kind: 'other' },
    }
  },
}
