import type { PartPiece } from '@hewn/model'
import type { Form, Kind, Settling } from '../kinds.ts'
import { boxOf } from './box-form.ts'
import { powered, ringForm } from './round.ts'

/** A rim that goes outwards round the mouth of a box or a jar, level with its upper edge. */
export const boxRim: Kind = {
  key: 'boxrim',
  nouns: 'rim flange, outward rim, outward flange, outside rim, outside flange, brim, flange',
  slots: {
    width: { label: 'Rim width', accepts: 'width depth', say: '# wide', name: 'width' },
    out: { label: 'Rim width', accepts: 'offset', say: '# wide', name: 'width' },
    outer: { label: 'Rim diameter', accepts: 'outer diameter', say: '# diameter', name: 'diameter' },
    thickness: { label: 'Rim thickness', accepts: 'thickness height', say: '# thick', name: 'thickness' },
  },
  bare: ['width', 'thickness'],
}

export function settleRim(sizes: Settling): void {
  const rim = sizes.part('boxrim')
  if (!rim) return
  // `5 mm wide, extending 3 mm outwards`: the other one is how thick it is.
  if (rim.has('out')) {
    if (rim.has('width') && !rim.has('thickness')) rim.move('width', 'thickness')
    rim.move('out', 'width')
  }
  if (!rim.has('width') && !rim.has('outer'))
    return void sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${rim.noun} be?`, ['rim 5 mm wide, 2 mm thick'])
  if (!rim.has('thickness')) rim.derive('thickness', sizes.formula('wall'))
  if (!rim.has('outer') && sizes.has('outer'))
    rim.derive('outer', `${sizes.formula('outer')} + 2 * ${rim.formula('width')}`)
  if (!rim.has('width')) {
    if (!sizes.has('outer'))
      return void sizes.refuse('AGENT_NEEDS_ANSWER', `How wide should the ${rim.noun} be?`, [
        'rim 5 mm wide, 2 mm thick',
      ])
    if (rim.value('outer') <= sizes.value('outer'))
      sizes.refuse(
        'AGENT_IMPOSSIBLE',
        `A rim of ${rim.value('outer')} mm does not stand out of ${sizes.value('outer')} mm.`,
      )
  }
}

/** The rim stands out of the walls: the part is larger by it. */
export function withRim(plain: Form, pieces: readonly PartPiece[], corner?: string): Form {
  const rim = pieces.find(({ kind }) => kind === 'boxrim')?.sizes
  if (!rim) return plain
  const { width = '0', outer, thickness = '0' } = rim
  const [x = '0', y = '0', z = '0'] = plain.size
  const [wide, deep] = [`(${x} + 2 * ${width})`, `(${y} + 2 * ${width})`]
  const [around, within] = outer
    ? [ringForm({ outer, height: thickness }), ringForm({ outer: x, height: thickness })]
    : [boxOf(wide, deep, thickness, corner && `(${corner} + ${width})`), boxOf(x, y, thickness, corner)]
  return {
    ...plain,
    code: `${plain.code} + Pos(0, 0, ${z} - ${thickness}) * (${around.code} - ${within.code})`,
    size: outer ? [outer, outer, z] : [wide, deep, z],
    volume: outer
      ? `${plain.volume} + pi / 4 * (${powered(outer)} - ${powered(x)}) * ${thickness}`
      : `${plain.volume} + ${around.volume} - (${within.volume})`,
  }
}
