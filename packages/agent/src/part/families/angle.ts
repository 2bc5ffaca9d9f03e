import type { Family, Form, Kind } from '../kinds.ts'
import { powered } from './round.ts'
import { SECTION_FIRST, PROFILE, beam, beamSlots } from './profile.ts'

const anglePiece: Kind = {
  key: 'leg',
  nouns: 'leg, arm, flange, base leg, horizontal leg, vertical leg, upright leg',
  slots: {
    length: { label: 'Leg', accepts: 'arm width', say: 'leg #' },
    thickness: { label: 'Leg thickness', accepts: 'thickness', say: '' },
  },
  bare: ['length'],
  faces: ['top', 'front'],
}

export const angle: Family = {
  ...PROFILE,
  key: 'angle',
  nouns:
    'angle, angle profile, l profile, l-profile, angle iron, l section, l-section, equal angle, unequal angle, angle section, steel angle, aluminium angle, angle bar, corner profile, l angle, l trim, angle trim, corner trim, l moulding',
  slots: { ...beamSlots, toe: { label: 'Toe radius', accepts: 'toe', say: 'toe radius #', name: 'toe_radius' } },
  ...SECTION_FIRST,
  parts: { leg: anglePiece },
  repeats: ['leg'],
  settle(sizes) {
    const [first, second] = sizes.pieces('leg').filter((one) => one.has('length'))
    if (first && !sizes.has('width')) sizes.derive('width', first.formula('length'))
    const other = second ?? first
    if (!sizes.has('height') && other) sizes.derive('height', other.formula('length'))
    beam(sizes)
    const thin = sizes.problem ? 0 : Math.min(sizes.value('flange'), sizes.value('web'))
    if (!sizes.problem && sizes.has('toe') && sizes.value('toe') >= thin)
      sizes.refuse('AGENT_IMPOSSIBLE', `A toe radius of ${sizes.value('toe')} mm does not fit legs ${thin} mm thick.`)
  },
  form({ length = '0', height = '0', width = '0', flange = '0', web = '0', root, toe }): Form {
    const plain = `Box(${length}, ${width}, ${height}, align=floor) - Pos(0, ${web} / 2, ${flange}) * Box(${length}, ${width} - ${web}, ${height} - ${flange}, align=floor)`
    const quarter = (radius: string) => `(1 - pi / 4) * ${powered(radius)}`
    const inner = `angle.edges().filter_by(Axis.X).filter_by_position(Axis.Z, ${flange}, ${flange}).sort_by(Axis.Y)`
    const upper = `angle.edges().filter_by(Axis.X).filter_by_position(Axis.Z, ${height}, ${height}).sort_by(Axis.Y)`
    return {
      ...(root || toe
        ? {
            before: [
              `angle = ${plain}`,
              ...(toe ? [`angle = fillet(${inner}[-1], ${toe})`, `angle = fillet(${upper}[-1], ${toe})`] : []),
              ...(root ? [`angle = fillet(${inner}[0], ${root})`] : []),
            ],
            code: 'angle',
          }
        : { code: plain }),
      size: [length, width, height],
      volume: `(${width} * ${flange} + (${height} - ${flange}) * ${web}${root ? ` + ${quarter(root)}` : ''}${toe ? ` - 2 * ${quarter(toe)}` : ''}) * ${length}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      // It lies on one leg; the other one stands at the front.
      faces: {
        top: { at: ['0', `${web} / 2`, flange], size: [length, `${width} - ${web}`], through: flange, toe: 'back' },
        front: {
          at: ['0', `-${width} / 2`, `(${height} + ${flange}) / 2`],
          size: [length, `${height} - ${flange}`],
          through: web,
          toe: 'top',
        },
      },
      through: { bottom: flange },
    }
  },
}
