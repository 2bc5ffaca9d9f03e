import type { AssemblyRecipe } from '@hewn/model'
import { lidsOf } from './ranks.ts'
import type { RecipeProblem } from '../recipe/recipe-problem.ts'

/** What the form has and the engine does not make yet, with the nearest thing it does (BX36). */
export function notYet(recipe: AssemblyRecipe): RecipeProblem[] {
  const problems: RecipeProblem[] = []
  const refuse = (path: string, message: string, nearest: unknown): void => {
    problems.push({ code: 'RECIPE_NOT_YET', path, message, nearest })
  }
  if (recipe.feet) refuse('feet', 'Feet cannot be made yet — the box can stand on its bottom', null)
  if (recipe.panels?.length) {
    refuse('panels', 'Cut-outs, raised edges, fillets and texts cannot be made yet — plain panels can', null)
  }
  if (recipe.drawers?.length) refuse('drawers', 'Drawers cannot be made yet — compartments can', null)
  lidsOf(recipe).forEach((lid, index) => {
    if (lid.kind === undefined || lid.kind === 'fixed') return
    const path = Array.isArray(recipe.lid) ? `lid.${index}.kind` : 'lid.kind'
    const kind = lid.kind === 'slide' ? 'A sliding lid' : 'A lift-off lid'
    refuse(path, `${kind} cannot be made yet — a fixed lid can, or leave that face open`, 'fixed')
  })
  return problems
}
