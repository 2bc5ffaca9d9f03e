import type { Family } from '../kinds.ts'
import { LEGS, THICK, leg, thin } from './bracket-parts.ts'

const SIDES = ['length', 'width', 'height'] as const

/** Three plates at right angles to each other, as the corner of a box. They lie, stand at the left and stand behind; sizes are outside. */
export const threeWayCorner: Family = {
  key: 'three-way-corner',
  nouns: 'trihedral corner',
  called: () => 'three way corner bracket',
  screwed: ['top', 'left', 'back'],
  slots: {
    length: { label: 'Length', accepts: 'length x side arm', say: '# long' },
    width: { label: 'Width', accepts: 'width depth y', say: '# wide' },
    height: { label: 'Height', accepts: 'height z overall-height', say: '# high' },
    thickness: THICK,
  },
  bare: ['length'],
  chains: { 2: ['length', 'width'], 3: ['length', 'width', 'height'], 4: ['length', 'width', 'height', 'thickness'] },
  // `each 40 x 40 x 3`: the plates it is made of.
  chainOf: (values) =>
    values.length === 3 && (values[2] ?? 0) * 4 <= Math.min(...values.slice(0, 2))
      ? ['length', 'width', 'thickness']
      : undefined,
  parts: { leg: leg('leg', LEGS, ['top', 'left', 'back']) },
  settle(sizes) {
    const one = sizes.part('leg')
    for (const slot of ['length', 'width', 'thickness'] as const)
      if (one?.has(slot) && !sizes.has(slot)) sizes.derive(slot, one.formula(slot))
    const said = SIDES.find((slot) => sizes.has(slot))
    if (!said) {
      sizes.refuse('AGENT_NEEDS_ANSWER', 'How long are its three sides?', ['40 x 40 x 40 mm', '60 x 40 x 40 mm'])
      return
    }
    for (const slot of SIDES) if (!sizes.has(slot)) sizes.derive(slot, sizes.formula(said))
    if (!sizes.has('thickness')) sizes.assume('thickness', 3, 'no thickness was said')
    thin(sizes, [...SIDES])
  },
  form: ({ length = '0', width = '0', height = '0', thickness = '0' }) => ({
    code: `Box(${length}, ${width}, ${height}, align=floor) - Pos(${thickness} / 2, -${thickness} / 2, ${thickness}) * Box(${length} - ${thickness}, ${width} - ${thickness}, ${height} - ${thickness}, align=floor)`,
    size: [length, width, height],
    volume: `${length} * ${width} * ${height} - (${length} - ${thickness}) * (${width} - ${thickness}) * (${height} - ${thickness})`,
    openings: '0',
    outline: { kind: 'rectangle' },
    faces: {
      top: { at: ['0', '0', thickness], size: [length, width], through: thickness },
      left: { at: [`-${length} / 2`, '0', `${height} / 2`], size: [width, height], through: thickness },
      back: { at: ['0', `${width} / 2`, `${height} / 2`], size: [length, height], through: thickness },
    },
  }),
}
