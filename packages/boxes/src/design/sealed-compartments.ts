import type { AssemblyRecipe, Face } from '@hewn/model'
import { FACES } from '../frame.ts'
import type { RecipeProblem } from '../recipe/recipe-problem.ts'
import type { ResolvedDesign } from './resolved-design.ts'

const HELPFUL_FIRST: readonly Face[] = ['top', 'front', 'back', 'left', 'right', 'bottom']

/** A divided box in which some compartment cannot be reached is refused, unless that is meant (BX42). */
export function sealedCompartments(recipe: AssemblyRecipe, design: ResolvedDesign): RecipeProblem | undefined {
  if (recipe.allowSealed || design.dividers.length === 0) return undefined
  const sealed = design.leaves.filter((leaf) => FACES.every((face) => leaf.sides[face] !== undefined))
  if (sealed.length === 0) return undefined
  const help = HELPFUL_FIRST.filter((face) => sealed.every((leaf) => leaf.sides[face] === face))
  const { length } = sealed
  const some =
    length === design.leaves.length
      ? `None of the ${length} compartments could`
      : `${length} of ${design.leaves.length} compartments could not`
  const first = help[0]
  const message = first
    ? `${some} be reached — open the ${listed(help)}, or say allowSealed`
    : `${some} be reached, and no one face would open them — say allowSealed if that is meant`
  const healed = first
    ? { path: 'openFaces', nearest: [...design.open, first] }
    : { path: 'allowSealed', nearest: true }
  return { code: 'RECIPE_SEALED_COMPARTMENTS', message, got: sealed.length, ...healed }
}

const listed = (faces: readonly Face[]): string =>
  faces.length < 2 ? faces.join('') : `${faces.slice(0, -1).join(', ')} or ${faces.at(-1)}`
