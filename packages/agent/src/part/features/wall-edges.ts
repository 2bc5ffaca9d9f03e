import type { Formula } from '@hewn/model'
import type { Form } from '../kinds.ts'
import { blockEdges, blockLoss } from './block-edges.ts'

type Nook = NonNullable<Form['nooks']>[number]
type Edges = Exclude<NonNullable<Form['edges']>, 'block'>

/**
 * The outside edges of what has thin walls, as they are on the block it was hollowed from: `outer`, and `below` without the
 * rim, where that is thinner than they are rounded. The `rim` has an edge inside, too. Sharp upright corners are theirs, rounded ones run on by themselves.
 */
export function outsideEdges(size: readonly [Formula, Formula, Formula], sharp: boolean, closed: boolean): Edges {
  const side = (end: number) => `BODY.faces().sort_by(Axis.X)[${end}].outer_wire().edges().filter_by(Axis.Z)`
  const lying = (end: number) => `BODY.faces().sort_by(Axis.Z)[${end}].outer_wire().edges()`
  const codeOf = (...codes: string[]) => codes.join(' + ').replace(/^BODY/, '')
  const upright = sharp ? [side(0), side(-1)] : []
  const loss = (picks: string[]) => {
    const edges = [...new Set(picks.flatMap(blockEdges))]
    return sharp ? { fillet: blockLoss(edges, size, 'fillet'), chamfer: blockLoss(edges, size, 'chamfer') } : {}
  }
  return {
    outer: { code: codeOf(lying(0), lying(-1), ...upright), ...loss(['all']) },
    ...(closed
      ? {}
      : {
          rim: { code: '.faces().sort_by(Axis.Z)[-1].edges()' },
          below: { code: codeOf(lying(0), ...upright), ...loss(['bottom', 'vertical']) },
        }),
  }
}

/** The edge in each corner where what stands meets what lies. */
export function nookEdges(
  nooks: readonly Pick<Nook, 'along' | 'at' | 'floor'>[],
  [x, y]: Form['size'],
): NonNullable<Edges[string]> {
  const edge = ({ along, at, floor }: (typeof nooks)[number]) => {
    const there = along === 'x' ? `(${at}, 0, ${floor})` : `(0, ${at}, ${floor})`
    return `.edges().filter_by(Axis.${along === 'x' ? 'Y' : 'X'}).sort_by_distance(${there})[:1]`
  }
  const run = nooks.map(({ along }) => (along === 'x' ? y : x)).join(' + ')
  return {
    code: nooks.map(edge).join(' + BODY'),
    fillet: `(1 - pi / 4) * size**2 * (${run})`,
    chamfer: `size**2 / 2 * (${run})`,
  }
}
