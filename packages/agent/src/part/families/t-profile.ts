import type { Family, Form } from '../kinds.ts'
import { powered } from './round.ts'
import { BEAM_TOLD, SECTION_FIRST, PROFILE, beam, beamSlots } from './profile.ts'

export const tprofile: Family = {
  ...PROFILE,
  key: 't-profile',
  nouns:
    't profile, t-profile, t section, t-section, t beam, t-beam, tee section, tee profile, tee, t bar, t-bar, tee bar, t iron',
  slots: beamSlots,
  told: { ...BEAM_TOLD, 'flange.width': 'width' },
  ...SECTION_FIRST,
  settle(sizes) {
    beam(sizes)
    if (sizes.problem || !sizes.has('root')) return
    const room = Math.min(
      (sizes.value('width') - sizes.value('web')) / 2,
      sizes.value('height') - sizes.value('flange'),
    )
    if (sizes.value('root') >= room)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A radius of ${sizes.value('root')} mm does not fit between stem and flange: less than ${room} mm works.`,
      )
  },
  form({ length = '0', height = '0', width = '0', flange = '0', web = '0', root }): Form {
    const plain = `Box(${length}, ${web}, ${height}, align=floor) + Pos(0, 0, ${height} - ${flange}) * Box(${length}, ${width}, ${flange}, align=floor)`
    const inner = `tee.edges().filter_by(Axis.X).filter_by_position(Axis.Z, ${height} - ${flange}, ${height} - ${flange}).filter_by_position(Axis.Y, -${web} / 2, ${web} / 2)`
    return {
      ...(root ? { before: [`tee = ${plain}`, `tee = fillet(${inner}, ${root})`], code: 'tee' } : { code: plain }),
      size: [length, width, height],
      volume: `(${width} * ${flange} + (${height} - ${flange}) * ${web}${root ? ` + (2 - pi / 2) * ${powered(root)}` : ''}) * ${length}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      through: { top: flange },
    }
  },
}
