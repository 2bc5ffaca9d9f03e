import type { Bounds, Fact, Layer, Vec3 } from '@hewn/model'
import type { TurnedFacts } from './shape-room.ts'

/** The rotation of a placement: 9 numbers, column-major. */
export function turnOf(placement: readonly number[]): number[] {
  return [0, 1, 2, 4, 5, 6, 8, 9, 10].map((at) => (placement[at] ?? 0) + 0)
}

/** The facts of a layer: those of its shape turned so, moved to where it lies. */
export function placedFacts(layer: Layer, { facts, bounds }: TurnedFacts): { facts: Fact[]; bounds?: Bounds } {
  const shift = shiftOf(layer.placement)
  return {
    facts: facts.map((fact) => ({
      ...fact,
      ...('at' in fact ? { at: moved(fact.at, shift) } : {}),
      ...('boxes' in fact ? { boxes: fact.boxes.map((box) => movedBox(box, shift)) } : {}),
      layer: layer.id,
    })),
    ...(bounds === undefined ? {} : { bounds: { min: moved(bounds.min, shift), max: moved(bounds.max, shift) } }),
  }
}

const SUMS = [
  ['volume', 'value'],
  ['area', 'value'],
  ['solids', 'count'],
  ['faces', 'count'],
  ['edges', 'count'],
  ['openings', 'count'],
] as const

/** The same kinds for the whole design: sums, one box, all holes, the first reason why something is not valid. */
export function designFacts(layers: readonly { facts: Fact[]; bounds?: Bounds }[]): Fact[] {
  const rows = layers.flatMap(({ facts }) => facts)
  const design: Fact[] = []
  const box = joined(layers.flatMap(({ bounds }) => (bounds === undefined ? [] : [bounds])))
  if (box)
    design.push({
      kind: 'size',
      x: rounded(box.max[0] - box.min[0]),
      y: rounded(box.max[1] - box.min[1]),
      z: rounded(box.max[2] - box.min[2]),
    })
  for (const [kind, field] of SUMS) {
    const found = rows.flatMap((fact) => (fact.kind === kind ? [numberIn(fact, field)] : []))
    // A sum is told where all parts of it are known.
    const whole =
      kind !== 'volume' || layers.every(({ facts }) => !isSolid(facts) || facts.some((one) => one.kind === kind))
    if (found.length > 0 && whole)
      design.push({ kind, [field]: rounded(found.reduce((sum, value) => sum + value, 0)) } as unknown as Fact)
  }
  for (const fact of rows) if (fact.kind === 'hole') design.push(withoutLayer(fact))
  const valid = rows.filter((fact) => fact.kind === 'valid')
  const bad = valid.find((fact) => !fact.ok)
  if (valid.length > 0) design.push(bad ? withoutLayer(bad) : { kind: 'valid', ok: true })
  return design
}

const isSolid = (facts: readonly Fact[]) => facts.some((fact) => fact.kind === 'solids' && fact.count > 0)

const numberIn = (fact: Fact, field: 'value' | 'count'): number => (fact as Record<string, unknown>)[field] as number

function withoutLayer<F extends Extract<Fact, { layer?: unknown }>>(fact: F): F {
  const { layer: _, ...rest } = fact
  return rest as F
}

export function joined(boxes: readonly Bounds[]): Bounds | undefined {
  if (boxes.length === 0) return undefined
  const over = (pick: (...values: number[]) => number, of: (box: Bounds) => Vec3): Vec3 => [
    pick(...boxes.map((box) => of(box)[0])),
    pick(...boxes.map((box) => of(box)[1])),
    pick(...boxes.map((box) => of(box)[2])),
  ]
  return { min: over(Math.min, (box) => box.min), max: over(Math.max, (box) => box.max) }
}

const shiftOf = (placement: readonly number[]): Vec3 => [placement[12] ?? 0, placement[13] ?? 0, placement[14] ?? 0]

const moved = ([x, y, z]: Vec3, [dx, dy, dz]: Vec3): Vec3 => [rounded(x + dx), rounded(y + dy), rounded(z + dz)]

const movedBox = (box: readonly number[], shift: Vec3): number[] =>
  box.map((part, at) => rounded(part + (shift[at % 3] ?? 0)))

/** Facts are told to a millionth, as the runner does. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0
