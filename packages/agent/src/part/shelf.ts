import type { Formula } from '@hewn/model'
import { plus } from './formula.ts'
import type { Form } from './kinds.ts'
import type { FaceOfForm, Located } from './locate.ts'

/** Holes beside the upper levels of what is stepped go through the lower ones alone. */
export function onLevel(
  where: FaceOfForm,
  { levels = [] }: Form,
  located: Located | undefined,
  diameter: Formula | undefined,
  value: (formula: string) => number,
): FaceOfForm {
  if (levels.length < 2 || !located || !diameter || where.face !== 'top') return where
  const radius = value(diameter) / 2
  const meets = (one: (typeof levels)[number], grown: number) =>
    located.spots.some(
      ({ u, v }) => Math.abs(u) < value(one.length) / 2 + grown && Math.abs(v) < value(one.width) / 2 + grown,
    )
  // All of them are beside what is above; what only cuts into it has no short formula.
  const above = levels.findLastIndex((one) => meets(one, radius))
  const top = levels[above]
  if (!top || above === levels.length - 1) return where
  const high = plus(top.low, top.height)
  return { ...where, at: [where.at[0], where.at[1], high], through: high }
}

/**
 * Holes around the axis of what is turned lie in the stretch that is wide enough for them, and go through that one alone:
 * the flange of a shaft.
 */
export function onShelf(
  where: FaceOfForm,
  { stages = [] }: Form,
  located: Located | undefined,
  diameter: Formula | undefined,
  value: (formula: string) => number,
): FaceOfForm {
  const { face } = where
  const far = Math.max(0, ...(located?.spots ?? []).map(({ u, v }) => Math.hypot(u, v)))
  if (stages.length < 2 || !located || !diameter || far < 1e-6 || (face !== 'top' && face !== 'bottom')) return where
  const out = far + value(diameter) / 2
  const inward = far - value(diameter) / 2
  // From the face that is looked at, down.
  const along = (face === 'top' ? stages.toReversed() : [...stages]).map((one) => ({
    ...one,
    wide: value(one.diameter) / 2,
  }))
  const first = along.findIndex(({ wide, end }) => out < wide && !end)
  const [shelf, before] = [along[first], along[first - 1]]
  if (!shelf || (before && before.wide > inward)) return where
  const beyond = along.findIndex(({ wide, end }, index) => index > first && (wide <= inward || end !== undefined))
  const under = along.slice(first, beyond < 0 ? undefined : beyond)
  const { bore } = where.outline.kind === 'circle' ? where.outline : {}
  const inner = before?.diameter ?? bore
  return {
    ...where,
    at: before ? [where.at[0], where.at[1], face === 'top' ? plus(shelf.low, shelf.height) : shelf.low] : where.at,
    outline: { kind: 'circle', diameter: shelf.diameter, ...(inner ? { bore: inner } : {}) },
    through: plus(...under.map(({ height }) => height)),
  }
}
