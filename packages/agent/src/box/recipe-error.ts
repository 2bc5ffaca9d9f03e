import type { RecipeProblem } from '@hewn/boxes'
import { type ErrorBody, hewnError } from '@hewn/model'

/** The first problem of a recipe as an error; `under` is where the recipe stood in a request. */
export function recipeError(problems: readonly RecipeProblem[], under = ''): ErrorBody {
  const [first] = problems
  if (!first) return hewnError('RECIPE_TYPE')
  return hewnError(first.code, first.message, {
    at: `${under}${first.path}`,
    ...(first.nearest === undefined || first.nearest === null
      ? {}
      : { hint: `The nearest that works: ${JSON.stringify(first.nearest)}.` }),
  })
}

/** `executeRecipe` throws `RecipeRefused` with its problems; anything else is a bug and stays one. */
export function problemsOf(error: unknown): RecipeProblem[] | undefined {
  if (!(error instanceof Error) || !('problems' in error) || !Array.isArray(error.problems)) return undefined
  return error.problems.length > 0 ? error.problems : undefined
}
