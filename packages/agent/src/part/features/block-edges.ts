import type { Formula, PartFace } from '@hewn/model'

/** An edge of a block, by the two faces it lies between, as in `top+left`. */
export type BlockEdge = `${PartFace}+${PartFace}`

type Axis = 'x' | 'y' | 'z'
const AXES: readonly Axis[] = ['x', 'y', 'z']
const ACROSS: Record<PartFace, Axis> = { left: 'x', right: 'x', front: 'y', back: 'y', bottom: 'z', top: 'z' }
const PAIRS: Record<Axis, readonly [PartFace, PartFace]> = {
  x: ['left', 'right'],
  y: ['front', 'back'],
  z: ['bottom', 'top'],
}
const TWELVE: readonly BlockEdge[] = AXES.flatMap((axis) => {
  const [one, other] = AXES.filter((each) => each !== axis) as [Axis, Axis]
  return PAIRS[other].flatMap((a) => PAIRS[one].map((b): BlockEdge => `${a}+${b}`))
})

const isFace = (text: string): text is PartFace => Object.hasOwn(ACROSS, text)
const facesOf = (edge: BlockEdge): PartFace[] => edge.split('+').filter(isFace)
/** The axis an edge runs along. */
const alongOf = (edge: BlockEdge): Axis =>
  AXES.find((axis) => !facesOf(edge).some((face) => ACROSS[face] === axis)) ?? 'z'

/**
 * The edges that a pick means: `all`, `vertical`, an axis (`x`: all that run along it), a face (`top`), what of a face runs
 * along an axis (`top:x`), or the one edge between two faces (`top+left`).
 */
export function blockEdges(pick: string): readonly BlockEdge[] {
  if (pick === 'all') return TWELVE
  const [side = '', axis] = pick.split(':')
  if (axis !== undefined) return blockEdges(side).filter((edge) => alongOf(edge) === axis)
  if (side.includes('+'))
    return TWELVE.filter((edge) => side.split('+').every((face) => edge.split('+').includes(face)))
  if (isFace(side)) return TWELVE.filter((edge) => facesOf(edge).includes(side))
  const run = side === 'vertical' ? 'z' : side
  return TWELVE.filter((edge) => alongOf(edge) === run)
}

/** How a script finds the edges of a pick, on any body whose sides lie along the axes; nothing for another kind of pick. */
export function edgesCode(pick: string): string | undefined {
  if (pick === 'all') return '.edges()'
  if (pick === 'vertical') return '.edges().filter_by(Axis.Z)'
  if (AXES.some((axis) => axis === pick)) return `.edges().filter_by(Axis.${pick.toUpperCase()})`
  const [side = '', axis] = pick.split(':')
  const [face, other] = side.split('+').filter(isFace)
  if (!face) return undefined
  if (other) return `${faceCode(face)}.edges().sort_by(Axis.${ACROSS[other].toUpperCase()})${end(other, true)}`
  if (axis) return `${faceCode(face)}.edges().filter_by(Axis.${axis.toUpperCase()})`
  // Above and below there may be openings.
  return `${faceCode(face)}${ACROSS[face] === 'z' ? '.outer_wire()' : ''}.edges()`
}

const end = (face: PartFace, list = false): string =>
  PAIRS[ACROSS[face]][0] === face ? (list ? '[:1]' : '[0]') : list ? '[-1:]' : '[-1]'
const faceCode = (face: PartFace): string => `.faces().sort_by(Axis.${ACROSS[face].toUpperCase()})${end(face)}`

/**
 * What a block loses when these edges are treated, in `size` and the sizes of the block. Where two treated edges meet they
 * end in a mitre, where three meet in a corner of a ball or a small triangle.
 */
export function blockLoss(edges: readonly BlockEdge[], size: readonly Formula[], treat: 'fillet' | 'chamfer'): Formula {
  const lengths = AXES.flatMap((axis, index) => {
    const many = edges.filter((edge) => alongOf(edge) === axis).length
    return many === 0 ? [] : [`${many} * ${size[index]}`]
  })
  const corners = PAIRS.x.flatMap((x) => PAIRS.y.flatMap((y) => PAIRS.z.map((z) => new Set<string>([x, y, z]))))
  const meeting = corners.map(
    (corner) => edges.filter((edge) => edge.split('+').every((face) => corner.has(face))).length,
  )
  const [two, three] = [2, 3].map((many) => meeting.filter((one) => one === many).length)
  const [section, mitre, ball] =
    treat === 'chamfer' ? ['1 / 2', '1 / 3', '2 / 3'] : ['(1 - pi / 4)', '(5 / 3 - pi / 2)', '(2 - 7 * pi / 12)']
  return `${two} * ${mitre} * size**3 + ${three} * ${ball} * size**3 - ${section} * size**2 * (${lengths.join(' + ')})`
}

/** Whether two edges end in one corner, or are the same: what both lose there is no sum. */
export const edgesMeet = (one: BlockEdge, other: BlockEdge): boolean =>
  !facesOf(one).some((face) => facesOf(other).some((next) => next !== face && ACROSS[next] === ACROSS[face]))

/** How wide at most a block's edges can be treated: up to the next edge, and half of that where the next one is too. */
export function blockRoom(edges: readonly BlockEdge[], size: readonly number[]): number {
  const there = new Set<string>(edges)
  return Math.min(
    ...edges.flatMap((edge) => {
      const [a, b] = facesOf(edge)
      if (!a || !b) return []
      return [
        [a, b],
        [b, a],
      ].map(([across, on]) => {
        const [low, high] = PAIRS[ACROSS[across as PartFace]]
        const next = across === low ? high : low
        const reach = size[AXES.indexOf(ACROSS[across as PartFace])] ?? 0
        return there.has(`${next}+${on}`) || there.has(`${on}+${next}`) ? reach / 2 : reach
      })
    }),
  )
}
