import { type AssemblyRecipe, fail, ok, type Result } from '@hewn/model'
import { resolve } from '../design/resolve.ts'
import { isObject, MOST_TOLD, type Report, shown } from './checks.ts'
import { recipeForm } from './recipe-form.ts'
import { problem, type RecipeProblem } from './recipe-problem.ts'

/**
 * Reads a stranger's recipe: every field, every limit, every meaning, before any geometry. Never throws.
 * @example parseRecipe(JSON.parse(text))   // → { ok: true, value: recipe } or { ok: false, error: problems }
 */
export function parseRecipe(value: unknown): Result<AssemblyRecipe, RecipeProblem[]> {
  const checked = checkForm(value)
  if (!checked.ok) return checked
  const design = resolve(checked.value)
  return design.ok ? checked : fail(design.error.slice(0, MOST_TOLD))
}

/** The form and the limits of single fields: what the schema of `model` knows, and BX40. Structure comes first. */
export function checkForm(value: unknown): Result<AssemblyRecipe, RecipeProblem[]> {
  const report: Report = { form: [], limits: [] }
  let clean: unknown
  try {
    clean = recipeForm(value, '', report)
  } catch {
    // A getter or a proxy threw: what cannot be read is not a recipe.
    report.form.push(
      problem('RECIPE_TYPE', '', `A recipe is needed — ${safely(value)} cannot be read`, recipeForm.usual),
    )
  }
  const problems = [...report.form, ...report.limits].slice(0, MOST_TOLD)
  return problems.length > 0 ? fail(problems) : ok(clean as AssemblyRecipe)
}

const safely = (value: unknown): string => {
  try {
    return isObject(value) ? 'this object' : shown(value)
  } catch {
    return 'this value'
  }
}
