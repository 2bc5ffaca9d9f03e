import type { Um } from '@hewn/model'

/** A stretch of a contour that runs along one axis, at a place of the other. */
export interface Run {
  readonly at: Um
  readonly from: Um
  readonly to: Um
}

/** Between two neighbouring corners every line across a shape meets the same runs. */
export interface Bands<R extends Run> {
  /** Where corners are, low to high; band i lies between stop i and stop i + 1. */
  readonly stops: readonly Um[]
  /** The runs that cross each band, by their place. */
  readonly crossed: readonly (readonly R[])[]
}

/** Sorted once and dealt out: what a line meets is then looked up, however many lines are asked for. */
export function bandsOf<R extends Run>(runs: readonly R[]): Bands<R> {
  const stops = distinct(runs)
  const index = new Map(stops.map((stop, place) => [stop, place]))
  const crossed: R[][] = stops.slice(1).map(() => [])
  for (const run of runs.toSorted((a, b) => a.at - b.at)) {
    const end = index.get(run.to) ?? 0
    for (let band = index.get(run.from) ?? 0; band < end; band++) crossed[band]?.push(run)
  }
  return { stops, crossed }
}

function distinct(runs: readonly Run[]): Um[] {
  const values = new Set<Um>()
  for (const { from, to } of runs) values.add(from).add(to)
  return [...values].toSorted((a, b) => a - b)
}

/** The band in which a place lies; −1 below the first, the last when beyond. */
export function bandAt(stops: readonly Um[], place: Um): number {
  let [low, high] = [0, stops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stops[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
