import { halved, powered } from '../families/round.ts'
import type { FeatureKind } from '../kinds.ts'

/** A slot that follows a circle around the centre, with round ends; its angle is between the centres of these. */
export const arcSlot: FeatureKind = {
  key: 'arc-slot',
  nouns:
    'arc slot, curved slot, kidney slot, kidney shaped slot, arc shaped slot, arched slot, circular arc slot, banana slot, radiused slot, curved oblong slot, arcuate slot',
  manner: 'spot',
  slots: {
    width: { label: 'Slot width', accepts: 'width diameter', say: '# wide' },
    angle: { label: 'Between end centres', accepts: 'angle centres', unit: 'deg', say: '# long', name: 'angle' },
    depth: { label: 'Slot depth', accepts: 'depth height', say: '# deep' },
  },
  bare: ['width', 'angle'],
  flags: 'through blind',
  settle(sizes) {
    const missing = ['width', 'angle'].find((slot) => !sizes.has(slot))
    if (missing)
      sizes.refuse(
        'AGENT_NEEDS_ANSWER',
        missing === 'width' ? 'How wide should the curved slot be?' : 'How long is the curved slot, as an angle?',
        missing === 'width' ? ['6 mm', '8 mm'] : ['30 degrees', '45 degrees'],
      )
    else if (sizes.value('angle') >= 360)
      sizes.refuse('AGENT_IMPOSSIBLE', `A slot of ${sizes.value('angle')}° has no ends.`)
  },
  build({ sizes, through, count, cut, relations }) {
    const { width = '0', angle = '0', depth } = sizes
    const circle = relations.find((one) => one.kind === 'circle')?.diameter ?? '0'
    const deep = depth ?? through
    const radius = halved(circle)
    return {
      lines: cut(
        `Pos(-${radius}, 0) * extrude(SlotArc(CenterArc((0, 0), ${radius}, -${halved(angle)}, ${angle}), ${width}), -${deep})`,
      ),
      volume: `-${count} * (pi * ${circle} * ${angle} / 360 * ${width} + pi / 4 * ${powered(width)}) * ${deep}`,
      ...(depth === undefined ? { openings: count } : {}),
      reach: { u: width, v: width, depth: deep, exact: false as const },
    }
  },
}
