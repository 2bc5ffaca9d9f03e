import type { ErrorCode } from '@hewn/model'

export type RecipeCode = Extract<ErrorCode, `RECIPE_${string}`> | 'JOB_NOT_PROVEN'

/** Why a recipe cannot be, and what can. */
export interface RecipeProblem {
  code: RecipeCode
  /** `panels.2.cutouts.0.diameter`; empty for the whole recipe. */
  path: string
  /** One friendly sentence: what came, and what is possible. */
  message: string
  got?: unknown
  limit?: number
  /** Where one value heals it: put it at `path` and this problem is gone. `null` means leave it out. */
  nearest?: unknown
}

/** What is said, and what is known beside it: the value that heals it, the one that came, the limit it broke. */
export function problem(
  code: RecipeCode,
  path: string,
  message: string,
  nearest?: unknown,
  got?: unknown,
  limit?: number,
): RecipeProblem {
  const known = Object.entries({ got, limit, nearest }).filter(([, value]) => value !== undefined)
  return { code, path, message, ...Object.fromEntries(known) }
}

/** Thrown by `executeRecipe`; its message is that of the first problem. */
export class RecipeRefused extends Error {
  override readonly name = 'RecipeRefused'
  readonly code: RecipeCode
  readonly problems: readonly RecipeProblem[]
  constructor(problems: readonly RecipeProblem[]) {
    super(problems[0]?.message ?? 'This box cannot be made.')
    this.code = problems[0]?.code ?? 'RECIPE_TYPE'
    this.problems = problems
  }
}
