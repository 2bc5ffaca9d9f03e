import type { PartPiece } from '@hewn/model'
import type { Form, Kind, Settling } from '../kinds.ts'
import { boxOf } from './box-form.ts'

/** A step round the inside of the mouth of a box, which its lid lies on. */
export const rimStep: Kind = {
  key: 'rimstep',
  nouns: 'lid seat, lid ledge, lid rebate, lid rabbet, lid step, lid recess, inner rim step, inside rim step',
  slots: {
    width: { label: 'Lid seat width', accepts: 'width', say: '# wide', name: 'lid_seat' },
    depth: { label: 'Lid seat depth', accepts: 'depth height', say: '# deep', name: 'lid_seat_depth' },
  },
  bare: ['width', 'depth'],
  chains: { 2: ['width', 'depth'] },
}

export function settleRimStep(sizes: Settling): void {
  const step = sizes.part('rimstep')
  if (!step) return
  if (!step.has('width') || !step.has('depth'))
    return void sizes.refuse('AGENT_NEEDS_ANSWER', `How wide and how deep should the ${step.noun} be?`, [
      '1 mm wide, 2 mm deep',
    ])
  if (step.value('width') >= sizes.value('wall'))
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `A ${step.noun} of ${step.value('width')} mm leaves nothing of a wall of ${sizes.value('wall')} mm.`,
    )
}

/** Its mouth is wider by it; `corner` is how round the hollow is. */
export function withRimStep(plain: Form, pieces: readonly PartPiece[], corner?: string): Form {
  const step = pieces.find(({ kind }) => kind === 'rimstep')?.sizes
  const mouth = plain.faces?.top?.size
  if (!step || !mouth) return plain
  const { width = '0', depth = '0' } = step
  const [long, wide] = mouth
  const wider = boxOf(`(${long} + 2 * ${width})`, `(${wide} + 2 * ${width})`, depth, corner && `(${corner} + ${width})`)
  const within = boxOf(`(${long})`, `(${wide})`, depth, corner)
  return {
    ...plain,
    code: `${plain.code} - Pos(0, 0, ${plain.size[2]} - ${depth}) * ${wider.code}`,
    volume: `${plain.volume} - (${wider.volume} - (${within.volume}))`,
  }
}
