import type { Family } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { HEIGHT, flat, need } from './flat.ts'
import { roundStock } from './round-stock.ts'

const halfRound = flat(
  'half-disc',
  `${roundStock('half')}, half cylinder, semicylinder, semi cylinder, half pipe, half tube, semicircular shelf, half round shelf, half round shelf board, half disc, half-disc, semicircle, semicircular plate, half circle, semicircular disc, semi circle, half moon, half circle plate, d plate`,
  {
    diameter: { label: 'Diameter', accepts: 'diameter outer radius*2 outer-radius*2 width', say: '# diameter' },
    inner: {
      label: 'Inside diameter',
      accepts: 'inner inner-radius*2',
      say: '# inside diameter',
      name: 'inside_diameter',
    },
    wall: { label: 'Wall', accepts: 'wall', say: '# wall' },
  },
  ['diameter', 'height'],
  ({ diameter = '0', inner, height = '0' }) => ({
    code: `Pos(0, -${diameter} / 4) * (${inner ? `(Cylinder(${halved(diameter)}, ${height}, align=floor) - Cylinder(${halved(inner)}, ${height}, align=floor))` : `Cylinder(${halved(diameter)}, ${height}, align=floor)`} & Box(${diameter}, ${diameter}, ${height}, align=(Align.CENTER, Align.MIN, Align.MIN)))`,
    size: [diameter, halved(diameter), height],
    volume: inner
      ? `pi / 8 * (${powered(diameter)} - ${powered(inner)}) * ${height}`
      : `pi / 8 * ${powered(diameter)} * ${height}`,
    outline: { kind: 'other' },
    // Circles of holes in half a ring are counted from where the ring had its middle.
    ...(inner ? { faces: { top: { at: ['0', `-${diameter} / 4`, height] as [string, string, string] } } } : {}),
  }),
  (sizes) => {
    // Its inside and its wall tell the outside, as they do of a whole pipe.
    if (sizes.has('wall') && sizes.has('inner') && !sizes.has('diameter'))
      sizes.derive('diameter', `${sizes.formula('inner')} + 2 * ${sizes.formula('wall')}`)
    need(sizes, 'diameter', 'What diameter should it have?')
    if (sizes.has('wall') && !sizes.has('inner') && sizes.has('diameter'))
      sizes.derive('inner', `${sizes.formula('diameter')} - 2 * ${sizes.formula('wall')}`)
    else if (sizes.has('wall') && sizes.has('inner') && sizes.has('diameter')) {
      const thick = (sizes.value('diameter') - sizes.value('inner')) / 2
      if (Math.abs(thick - sizes.value('wall')) > 1e-6)
        sizes.refuse(
          'AGENT_CONTRADICTION',
          `${sizes.value('diameter')} mm outside and ${sizes.value('inner')} mm inside leave a wall of ${thick} mm, and ${sizes.value('wall')} mm was said.`,
        )
    }
    if (/pipe|tube/.test(sizes.noun) && !sizes.has('inner'))
      sizes.refuse('AGENT_NEEDS_ANSWER', `How thick is the wall of the ${sizes.noun}?`, ['2 mm wall', '3 mm wall'])
    if (sizes.has('inner') && sizes.value('inner') >= sizes.value('diameter'))
      sizes.refuse(
        'AGENT_CONTRADICTION',
        `An inside of ${sizes.value('inner')} mm does not fit into an outside of ${sizes.value('diameter')} mm.`,
      )
  },
)

/** Half of a disc, a cylinder or a pipe, lying as it is cut: on its round end. */
export const halfDisc: Family = {
  ...halfRound,
  slots: { ...halfRound.slots, height: { ...HEIGHT, accepts: 'thickness depth z length height', name: 'thickness' } },
}
