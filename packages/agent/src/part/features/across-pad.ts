import type { BoxOfFeature } from '../boxes-of-feature.ts'
import { halved, powered } from '../families/round.ts'
import { bracketed, half, minus } from '../formula.ts'
import type { Placed, Settling, Sizes } from '../kinds.ts'

// A hole that goes through what stands on a face, and not down into it.

/** What is said of where it is. */
export const ACROSS = {
  drop: { label: 'below the top', accepts: '', say: '# below the top', name: 'below_top' },
  over: { label: 'above the foot', accepts: '', say: '# above the foot', name: 'above_foot' },
  inset: { label: 'from the ends', accepts: '', say: '# from the ends', name: 'from_ends' },
  pitch: { label: 'spacing', accepts: '', say: '# apart', name: 'spacing' },
  count: { label: 'number of holes', accepts: 'count', unit: 'count' as const, say: '# holes' },
}

export function settleAcross(sizes: Settling): void {
  const hole = sizes.part('hole')
  const way = hole && ['x', 'y', 'thin'].find((one) => hole.flag(`across-${one}`))
  if (!hole || !way) return
  const round = sizes.has('diameter')
  if (round && ['count', 'inset', 'depth'].some((slot) => hole.has(slot)))
    sizes.refuse('AGENT_UNSUPPORTED', `Of a round ${sizes.noun}, one hole that goes through its axis is made here.`)
  if (round && hole.has('diameter') && hole.value('diameter') >= sizes.value('diameter'))
    sizes.refuse('AGENT_IMPOSSIBLE', `A hole of ${hole.value('diameter')} mm leaves nothing of the ${sizes.noun}.`)
  if (hole.flag('any-way'))
    sizes.note(`The hole goes through the ${sizes.noun} from left to right, as nobody said which way.`)
  if (!hole.has('diameter') || sizes.problem) return
  const [high, wide] = [sizes.value('height'), hole.value('diameter')]
  const low = hole.has('drop') ? high - hole.value('drop') : hole.has('over') ? hole.value('over') : high / 2
  if (low - wide / 2 <= 0 || low + wide / 2 >= high)
    sizes.refuse(
      'AGENT_IMPOSSIBLE',
      `A hole of ${wide} mm so high would break out of the ${sizes.noun}, ${high} mm high.`,
    )
  if (hole.has('inset') && !hole.has('count'))
    sizes.refuse('AGENT_NEEDS_ANSWER', `Which end of the ${sizes.noun} is the hole at?`, ['in the middle'])
  sizes.mark(`hole-across-${way}`)
  for (const side of ['left', 'right', 'front', 'back']) if (hole.flag(`into-${side}`)) sizes.mark(`hole-into-${side}`)
}

interface Across {
  lines: string[]
  volume: string
  openings: string
  /** Where each of them is; nothing, where what it stands on is no plain block. */
  boxes: BoxOfFeature[] | undefined
}

/** The cuts, for a pad that is `u` wide along x and `v` along y. */
export function acrossForm(
  { has, cut, evaluate, count, face, body, spots, sizes: sizesOf }: Placed,
  hole: Sizes | undefined,
  [u, v, height]: readonly [string, string, string],
): Across | undefined {
  const thin = evaluate(u) < evaluate(v) ? 'x' : 'y'
  const way = has('hole-across-thin') ? thin : ['x', 'y'].find((one) => has(`hole-across-${one}`))
  if (!way || !hole?.['diameter']) return undefined
  const [long, side] = way === 'x' ? [u, v] : [v, u]
  const { diameter, depth, drop, over, inset, pitch } = hole
  const many = hole['count'] ? Math.round(evaluate(hole['count'])) : 1
  const z = drop ? minus(height, drop) : (over ?? half(height))
  const step =
    pitch ?? (inset ? `(${side} - 2 * ${inset}) / ${Math.max(1, many - 1)}` : `${bracketed(side)} / ${many + 1}`)
  const back = has('hole-into-left') || has('hole-into-front') ? -1 : 1
  const into = depth !== undefined && ['left', 'right', 'front', 'back'].some((one) => has(`hole-into-${one}`))
  const length = into ? depth : long
  const shift = into ? `${back === -1 ? '-' : ''}(${bracketed(long)} - ${depth}) / 2` : '0'
  const places = Array.from({ length: many }, (_, index) => {
    const place = index - (many - 1) / 2
    const aside = place === 0 ? '0' : `${place} * ${bracketed(step)}`
    return way === 'x' ? ([shift, aside] as const) : ([aside, shift] as const)
  })
  const lines = places.flatMap(([x, y]) => {
    const turn = way === 'x' ? 'Rot(0, 90, 0)' : 'Rot(90, 0, 0)'
    return cut(`Pos(${x}, ${y}, ${z}) * ${turn} * Cylinder(${halved(diameter)}, ${length})`)
  })
  const wide = evaluate(diameter)
  const sizes = way === 'x' ? [evaluate(length), wide, wide] : [wide, evaluate(length), wide]
  const boxes = spots.flatMap((spot) =>
    places.map(([x, y]) => {
      const middle = [spot.u + evaluate(x), spot.v + evaluate(y), evaluate(body.size[2]) + evaluate(z)]
      const end = (sign: number) => middle.map((one, axis) => one + (sign * (sizes[axis] ?? 0)) / 2)
      return { low: end(-1), high: end(1), spot }
    }),
  )
  if (sizesOf['diameter'])
    return {
      lines,
      volume: ` - ${count} * crossing(${sizesOf['diameter']}, ${diameter})`,
      openings: count,
      boxes: face === 'top' && !body.faces ? boxes : undefined,
    }
  return {
    lines,
    volume: ` - ${count} * ${many} * pi / 4 * ${powered(diameter)} * ${bracketed(length)}`,
    openings: into ? '0' : `${count} * ${many}`,
    boxes: face === 'top' && !body.faces ? boxes : undefined,
  }
}
