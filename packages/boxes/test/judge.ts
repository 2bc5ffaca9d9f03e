import type { Geometry } from '@hewn/model'
import type { Engine } from '../src/index.ts'
import type { Contour } from '../src/panels/contour.ts'
import type { Panel } from '../src/panels/panel.ts'

type Axis = 'x' | 'y' | 'z'
const AXES: Axis[] = ['x', 'y', 'z']

/**
 * The slow obvious judge (BX72): every coordinate that occurs cuts space into cells, and in the middle of each we count the
 * parts. Inside a compartment there must be none, everywhere else in the body exactly one. It shares no code with the proof.
 */
export function misjudgedCells(engine: Engine): string[] {
  const cuts = cutsOf(engine)
  const wrong: string[] = []
  for (const x of middles(cuts.x)) {
    for (const y of middles(cuts.y)) {
      for (const z of middles(cuts.z)) {
        const place = { x, y, z }
        const clear = engine.design.leaves.some((leaf) =>
          AXES.every((axis) => place[axis] > leaf.clear[axis][0] && place[axis] < leaf.clear[axis][1]),
        )
        const parts = engine.panels.filter((panel) => holds(panel, place)).length
        if (parts !== (clear ? 0 : 1))
          wrong.push(`${parts} parts at ${x} ${y} ${z}${clear ? ', in a compartment' : ''}`)
      }
    }
  }
  return wrong
}

/** Every coordinate that occurs. */
function cutsOf(engine: Engine): Record<Axis, number[]> {
  const cuts: Record<Axis, number[]> = { x: [], y: [], z: [] }
  for (const axis of AXES) {
    cuts[axis].push(0, engine.design.size[axis])
    for (const leaf of engine.design.leaves) cuts[axis].push(...leaf.clear[axis])
  }
  for (const panel of engine.panels) {
    cuts[panel.frame.out.axis].push(...panel.at)
    for (const contour of [panel.outline, ...panel.holes]) {
      for (const point of contour) {
        cuts[panel.frame.right.axis].push(boxCoordinate(panel, 'right', point.x))
        cuts[panel.frame.up.axis].push(boxCoordinate(panel, 'up', point.y))
      }
    }
  }
  return cuts
}

/**
 * Whether the parts can be taken away one from the other by straight moves: in each of six directions who stands in whose
 * way, groups allowed. It knows nothing of the order the engine constructs (BX44). What is taken away is never in the way of
 * anything later, so the first group that is free will do.
 */
export function comesApart(engine: Engine): boolean {
  const ways = AXES.flatMap((axis) => inTheWay(engine, axis))
  const free = (parts: readonly number[]): number[] | undefined => {
    for (const blocks of ways) {
      for (const start of parts) {
        const group = new Set([start])
        for (const part of group) for (const other of parts) if (blocks(part, other)) group.add(other)
        if (group.size < parts.length) return [...group]
      }
    }
    return undefined
  }
  const takeApart = (parts: readonly number[]): boolean => {
    if (parts.length < 2) return true
    const group = free(parts)
    return group !== undefined && takeApart(group) && takeApart(parts.filter((part) => !group.includes(part)))
  }
  return takeApart(engine.panels.map((_, index) => index))
}

/** Toward the high and the low end of an axis: whether one part would run into another. Line by line through all cells. */
function inTheWay(engine: Engine, along: Axis): ((part: number, other: number) => boolean)[] {
  const cuts = cutsOf(engine)
  const [u, v] = AXES.filter((axis) => axis !== along) as [Axis, Axis]
  const places = middles(cuts[along])
  const [high, low] = [new Set<string>(), new Set<string>()]
  for (const a of middles(cuts[u])) {
    for (const b of middles(cuts[v])) {
      const reach = engine.panels.map((panel) => {
        const held = places.filter((place) => holds(panel, { x: 0, y: 0, z: 0, [along]: place, [u]: a, [v]: b }))
        return [held[0], held.at(-1)] as const
      })
      for (const [part, [first, last]] of reach.entries()) {
        if (first === undefined || last === undefined) continue
        for (const [other, [start, end]] of reach.entries()) {
          if (part === other || start === undefined || end === undefined) continue
          if (end > first) high.add(`${part}|${other}`)
          if (start < last) low.add(`${part}|${other}`)
        }
      }
    }
  }
  return [high, low].map((known) => (part, other) => known.has(`${part}|${other}`))
}

function middles(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].toSorted((a, b) => a - b)
  return sorted.slice(1).map((value, index) => (value + (sorted[index] ?? value)) / 2)
}

function boxCoordinate(panel: Panel, way: 'right' | 'up', local: number): number {
  const { axis, sign } = panel.frame[way]
  return (panel.frame.origin[AXES.indexOf(axis)] ?? 0) + sign * local
}

function holds(panel: Panel, place: Record<Axis, number>): boolean {
  const { right, up, out, origin } = panel.frame
  if (place[out.axis] < panel.at[0] || place[out.axis] > panel.at[1]) return false
  const x = (place[right.axis] - (origin[AXES.indexOf(right.axis)] ?? 0)) * right.sign
  const y = (place[up.axis] - (origin[AXES.indexOf(up.axis)] ?? 0)) * up.sign
  return [panel.outline, ...panel.holes].filter((contour) => surrounds(contour, x, y)).length % 2 === 1
}

/** Counts how often a ray to the right meets the contour. */
export function surrounds(contour: Contour, x: number, y: number): boolean {
  let inside = false
  contour.forEach((a, index) => {
    const b = contour[(index + 1) % contour.length] ?? a
    if (a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside
  })
  return inside
}

/** A mesh is watertight when every edge of a triangle has its twin that runs the other way. */
export function looseEdges(geometry: Geometry): number {
  const { positions = new Float32Array(), triangles = new Uint32Array() } = geometry
  const name = (index: number): string => positions.slice(3 * index, 3 * index + 3).join()
  const count = new Map<string, number>()
  const step = (key: string, by: number): void => void count.set(key, (count.get(key) ?? 0) + by)
  for (let first = 0; first < triangles.length; first += 3) {
    const corners = [0, 1, 2].map((offset) => name(triangles[first + offset] ?? 0))
    corners.forEach((a, index) => {
      const b = corners[(index + 1) % 3] ?? a
      step(`${a}|${b}`, 1)
      step(`${b}|${a}`, -1)
    })
  }
  return [...count.values()].filter((value) => value !== 0).length
}

/** What the triangles enclose, in mm³. */
export function enclosedVolume({ positions = new Float32Array(), triangles = new Uint32Array() }: Geometry): number {
  let volume = 0
  for (let first = 0; first < triangles.length; first += 3) {
    const [a, b, c] = [0, 1, 2].map((offset) => {
      const at = 3 * (triangles[first + offset] ?? 0)
      return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0] as const
    })
    if (!a || !b || !c) continue
    volume +=
      (a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])) / 6
  }
  return volume
}
