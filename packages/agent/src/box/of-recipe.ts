import type { AssemblyRecipe, Face } from '@hewn/model'

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
