import type { Family } from '../kinds.ts'
import { halved, powered } from './round.ts'

/** A plate with one end round: lifting lugs, tabs. It lies flat, its round end at the back. */
export const lug: Family = {
  key: 'lug',
  nouns:
    'lug, lifting lug, pad eye, padeye, lifting eye plate, eye plate, hanger plate, lug plate, round ended tab, towing eye, tow eye, hanging tab, tab plate, lifting plate',
  slots: {
    width: { label: 'Width', accepts: 'width x', say: '# wide' },
    length: { label: 'Height', accepts: 'height length overall overall-height y', say: '# high', name: 'height' },
    thickness: { label: 'Thickness', accepts: 'thickness', say: '# thick' },
    radius: { label: 'Radius of the round end', accepts: 'radius corner', say: 'R#', name: 'end_radius', not: 'width' },
  },
  bare: ['width', 'length', 'thickness'],
  chains: { 2: ['width', 'length'], 3: ['width', 'length', 'thickness'] },
  flags: 'fully-rounded rounded domed half',
  // `lifting plate 120 x 80 x 15, both top corners chamfered`: corners of its own, and no round end.
  instead: [
    {
      family: 'plate',
      slots: { width: 'length', length: 'width' },
      when: ({ children }) =>
        children.some(
          ({ kind, places }) =>
            (kind.key === 'chamfer' || kind.key === 'fillet') &&
            places.some(
              ({ place }) => place.kind === 'corners' || (place.kind === 'spec' && place.spec.noun === 'corner'),
            ),
        ),
    },
  ],
  settle(sizes) {
    if (sizes.has('radius') && !sizes.has('width')) sizes.derive('width', `2 * ${sizes.formula('radius')}`)
    if (!sizes.has('width') || !sizes.has('length')) {
      sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and high is the ${sizes.noun}?`, ['80 wide, 100 high'])
      return
    }
    if (!sizes.has('thickness')) sizes.assume('thickness', 10, 'no thickness was said')
    if (sizes.value('length') <= sizes.value('width') / 2)
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A round end ${sizes.value('width')} mm wide is ${sizes.value('width') / 2} mm high by itself; ${sizes.value('length')} mm was said.`,
      )
  },
  form({ width = '0', length = '0', thickness = '0' }) {
    const [r, straight] = [halved(width), `(${length} - ${halved(width)})`]
    const centre = `${halved(length)} - ${r}`
    return {
      // Where the round end is wider than it is far in, it does not come out at the other one.
      code: `(Pos(0, ${straight} / 2 - ${halved(length)}, 0) * Box(${width}, ${straight}, ${thickness}, align=floor) + Pos(0, ${centre}, 0) * Cylinder(${r}, ${thickness}, align=floor)) & Box(${width}, ${length}, ${thickness}, align=floor)`,
      size: [width, length, thickness],
      volume: `(${width} * ${straight} + pi / 8 * ${powered(width)}) * ${thickness}`,
      openings: '0',
      outline: { kind: 'rectangle' },
      roundEnd: ['0', centre],
    }
  },
}
