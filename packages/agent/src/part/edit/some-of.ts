import type { Phrase } from './phrase.ts'

export interface Spot {
  u: number
  v: number
}

/** Which places of a pattern words mean: those on one side, in the middle, every other one. */
export function someOf(
  spots: readonly Spot[],
  { traits, count, plural }: Pick<Phrase, 'traits' | 'count' | 'plural'>,
): Spot[] {
  const many = count?.value ?? (plural ? undefined : 1)
  const fits = (found: readonly Spot[]) => found.length < spots.length && (many === undefined || found.length === many)
  if (traits.includes('alternate')) return around(spots).filter((_, index) => index % 2 === 1)
  const axes: ('u' | 'v')[] = traits.includes('column') ? ['u'] : traits.includes('row') ? ['v'] : ['u', 'v']
  let found: readonly Spot[] = spots
  let told = false
  for (const trait of traits) {
    const side = SIDE[trait]
    if (side) {
      const [axis, sign] = side
      const most = Math.max(...found.map((spot) => sign * spot[axis]))
      found = found.filter((spot) => sign * spot[axis] > most - NEAR)
    } else if (trait === 'centre' || trait === 'inner') {
      const tries = [...axes.map((axis) => [axis] as const), ['u', 'v'] as const]
        .map((those) => those.reduce<readonly Spot[]>((left, axis) => inmost(left, axis), found))
        .filter((some) => some.length > 0 && some.length < spots.length)
      found = tries.find(fits) ?? (many === undefined ? tries[0] : undefined) ?? []
    } else if (ORDER.includes(trait)) {
      const one = around(found).at(trait === 'last' ? -1 : ORDER.indexOf(trait))
      found = one && many === 1 ? [one] : []
    } else if (trait === 'outer')
      found = (axes.map((axis) => outmost(found, axis)).find(fits) ?? []).filter((spot) => found.includes(spot))
    else if (trait === 'corner') found = outmost(outmost(found, 'u'), 'v')
    else continue
    told = true
  }
  return told && fits(found) ? [...found] : []
}

const NEAR = 1e-6
const ORDER = ['first', 'second', 'third', 'fourth', 'last']
/** Seen from above: what is called upper of a flat part is at its back. */
const SIDE: Record<string, readonly ['u' | 'v', 1 | -1]> = {
  left: ['u', -1],
  right: ['u', 1],
  front: ['v', -1],
  bottom: ['v', -1],
  lower: ['v', -1],
  back: ['v', 1],
  rear: ['v', 1],
  top: ['v', 1],
  upper: ['v', 1],
}

const middleOf = (spots: readonly Spot[], axis: 'u' | 'v'): number => {
  const all = spots.map((spot) => spot[axis])
  return (Math.min(...all) + Math.max(...all)) / 2
}
function inmost(spots: readonly Spot[], axis: 'u' | 'v'): Spot[] {
  const middle = middleOf(spots, axis)
  const least = Math.min(...spots.map((spot) => Math.abs(spot[axis] - middle)))
  return spots.filter((spot) => Math.abs(spot[axis] - middle) < least + NEAR)
}
function outmost(spots: readonly Spot[], axis: 'u' | 'v'): Spot[] {
  const middle = middleOf(spots, axis)
  const most = Math.max(...spots.map((spot) => Math.abs(spot[axis] - middle)))
  return spots.filter((spot) => Math.abs(spot[axis] - middle) > most - NEAR)
}

/** In their order around a circle, or along a row. */
function around(spots: readonly Spot[]): Spot[] {
  const [u, v] = [middleOf(spots, 'u'), middleOf(spots, 'v')]
  const inRow = spots.every((spot) => Math.abs(spot.u - u) < NEAR) || spots.every((spot) => Math.abs(spot.v - v) < NEAR)
  const turn = (spot: Spot) => (Math.atan2(spot.v - v, spot.u - u) + 2 * Math.PI + NEAR) % (2 * Math.PI)
  return spots.toSorted((a, b) => (inRow ? a.u + a.v - b.u - b.v : turn(a) - turn(b)))
}
