import type { AssemblyRecipe } from '@hewn/model'
import { DEFAULTS, openFaces } from '../design/resolve.ts'

/** The same recipe with keys sorted and defaults left out: equal boxes, equal bytes (BX56, BX61). */
export function canonicalRecipe(recipe: AssemblyRecipe): AssemblyRecipe {
  const { openFaces: _, material, subdivisions, panels, drawers, cutting, ...rest } = recipe
  const thickness = material?.thickness ?? DEFAULTS.thickness
  const { thicknesses, ...common } = material ?? {}
  const open = openFaces(recipe)
  const usual = openFaces({ ...recipe, openFaces: undefined })
  const short = {
    ...without(rest, { version: 1, units: 'mm', measure: 'outside', axis: DEFAULTS.axis, allowSealed: false }),
    ...(open.join() === usual.join() ? {} : { openFaces: open }),
    material: {
      ...without(common, {
        thickness: DEFAULTS.thickness,
        fingerWidth: Math.max(DEFAULTS.fingerWidth, 2 * thickness),
        fingerGap: DEFAULTS.fingerGap,
      }),
      thicknesses: without(thicknesses ?? {}, {}),
    },
    cutting: without(cutting ?? {}, { kerf: 0.1, fit: 'snug', margin: 5, spacing: 2 }),
    subdivisions,
    panels,
    drawers,
  }
  return sorted(short) as AssemblyRecipe
}

function without(fields: object, defaults: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !same(name, value, defaults)))
}

const same = (name: string, value: unknown, defaults: Readonly<Record<string, unknown>>): boolean =>
  Object.hasOwn(defaults, name) && defaults[name] === value

/** Empty, these say no more than if they were not there. An empty `openFaces` says that every face is closed. */
const OPTIONAL = new Set(
  'material thicknesses cutting subdivisions panels drawers extensions cutouts fillets texts'.split(' '),
)

/** Keys in order, and nothing that says nothing; −0 is 0. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value === 0 ? 0 : value
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, sorted(inner)] as const)
    .filter(([name, inner]) => inner !== undefined && !(OPTIONAL.has(name) && isEmpty(inner)))
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0
