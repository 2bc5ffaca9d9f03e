import type { Family, Form } from '../kinds.ts'
import { halved, powered } from './round.ts'
import { BEAM_TOLD, PROFILE, along, beam, beamSlots, settleRolled, webPiece } from './profile.ts'

export const ibeam: Family = {
  ...PROFILE,
  parts: { ...PROFILE.parts, web: { ...webPiece, faces: ['front'] } },
  key: 'i-beam',
  nouns:
    'i beam, i-beam, ibeam, h beam, h-beam, i section, h section, i profile, h profile, h-section beam, i-section beam, universal beam, double t beam, steel beam, i section beam, h section beam, rolled beam, wide flange beam, i girder, girder, ipe beam, hea beam, heb beam, ipn beam, i bar',
  slots: beamSlots,
  told: { ...BEAM_TOLD, 'flange.width': 'width' },
  chains: {
    2: ['height', 'width'],
    3: ['height', 'width', 'length'],
    // `H 100x100x6x8`: as a rolled one is told.
    4: ['height', 'width', 'web', 'flange'],
    5: ['height', 'width', 'web', 'flange', 'length'],
  },
  settle(sizes) {
    settleRolled(sizes)
    if (!sizes.problem) beam(sizes)
    if (!sizes.problem && sizes.value('flange') * 2 >= sizes.value('height'))
      sizes.refuse('AGENT_IMPOSSIBLE', 'Two such flanges leave no room for a web.')
  },
  form({ length = '0', height = '0', width = '0', flange = '0', web = '0', root }): Form {
    const gap = `(${width} - ${web}) / 2`
    return {
      before: [
        `section = Rectangle(${width}, ${height})`,
        `section -= [Pos(side * (${width} + ${web}) / 4, 0) * Rectangle(${gap}, ${height} - 2 * ${flange}) for side in (-1, 1)]`,
        ...(root ? [`section = fillet(section.vertices().filter_by_position(Axis.X, -${web}, ${web}), ${root})`] : []),
      ],
      code: along(height, length, 'section'),
      size: [length, width, height],
      volume: `(2 * ${width} * ${flange} + (${height} - 2 * ${flange}) * ${web}${root ? ` + (4 - pi) * ${powered(root)}` : ''}) * ${length}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      faces: {
        front: {
          at: ['0', `-${web} / 2`, halved(height)],
          size: [length, `${height} - 2 * ${flange}`],
          through: web,
        },
      },
      through: { top: flange, bottom: flange },
    }
  },
}
