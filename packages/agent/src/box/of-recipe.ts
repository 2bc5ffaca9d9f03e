import type { AssemblyRecipe, Axis, Face } from '@hewn/model'

/** The faces a recipe leaves open, said or by its form. */
export function openOf(recipe: AssemblyRecipe | undefined): Face[] {
  return recipe?.openFaces ?? (recipe?.type === 'basicBox' ? ['top'] : [])
}

/** How many compartments a recipe has, where its divisions are those the planner writes. */
export function countOf(recipe: AssemblyRecipe | undefined): number | undefined {
  const [step, ...more] = recipe?.subdivisions ?? []
  if (!step) return recipe ? 1 : undefined
  if (more.length > 0 || step.type === 'split') return undefined
  return step.type === 'grid' ? (step.columns ?? 1) * (step.rows ?? 1) : step.count
}

export interface Layout {
  columns: number
  rows: number
  axes: [Axis, Axis]
}

/** How the compartments of a recipe lie, where its divisions are those the planner writes. */
export function layoutOf(recipe: AssemblyRecipe | undefined): Layout | undefined {
  const [step, ...more] = recipe?.subdivisions ?? []
  const upright = openOf(recipe).includes('front') && !openOf(recipe).includes('top')
  if (!step) return { columns: 1, rows: 1, axes: ['x', upright ? 'y' : 'z'] }
  if (more.length > 0 || step.type === 'split' || step.void !== 'root') return undefined
  if (step.type === 'grid') return { columns: step.columns ?? 1, rows: step.rows ?? 1, axes: step.axes ?? ['x', 'z'] }
  return step.axis === 'x' || step.axis === undefined
    ? { columns: step.count, rows: 1, axes: ['x', upright ? 'y' : 'z'] }
    : { columns: 1, rows: step.count, axes: ['x', step.axis] }
}
