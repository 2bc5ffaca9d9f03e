import type { PartPlan } from '@hewn/model'
import { evaluate } from './formula.ts'
import type { Realised } from './realise.ts'

/** All bodies of a part together, as the facts without a layer measure them. */
export interface Whole {
  size: readonly [number, number, number]
  /** Axes along which a size is only a bound. */
  loose: ReadonlySet<'x' | 'y' | 'z'>
  volume?: number
  openings?: number
}

const AXES = ['x', 'y', 'z'] as const

/** Bodies stand beside each other: their volumes add up, and their places say how far all of them reach. */
export function wholeOf({ bodies }: Realised, { names }: PartPlan): Whole {
  const values = Object.fromEntries(names.map(({ name, value }) => [name, value]))
  const at = (formula: string | undefined): number => (formula === undefined ? 0 : evaluate(formula, values))
  const loose = new Set(
    bodies.flatMap(({ form, features, body }) =>
      body.place?.lie ? [...AXES] : [form, ...features.map((one) => one.form)].flatMap((one) => one.loose ?? []),
    ),
  )
  const reaches = AXES.map((axis, index) => {
    const spans = bodies.map(({ size, body }) => {
      const from = at(body.place?.[axis]) - (axis === 'z' ? 0 : (size[index] ?? 0) / 2)
      return [from, from + (size[index] ?? 0)] as const
    })
    return Math.max(...spans.map(([, to]) => to)) - Math.min(...spans.map(([from]) => from))
  })
  const volumes = bodies.map(({ volume }) => volume)
  const openings = bodies.map((body) => body.openings)
  const known = (all: readonly (number | undefined)[]) => all.every((one) => one !== undefined)
  const sum = (all: readonly (number | undefined)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0)
  return {
    size: [reaches[0] ?? 0, reaches[1] ?? 0, reaches[2] ?? 0],
    loose,
    ...(known(volumes) ? { volume: sum(volumes) } : {}),
    ...(known(openings) ? { openings: sum(openings) } : {}),
  }
}
