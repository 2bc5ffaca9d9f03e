import { readKind } from '@hewn/agent'
import type { EvalCase } from './eval-case.ts'

/**
 * Whether words that nobody told what they are would be taken for the box or the part they ask for, as the page does it: a
 * family is asked by its own planner, so that no other column sees a lid of a box taken for a part. True where a refusal is
 * due: there is nothing to be taken for.
 */
export function rightKind(one: EvalCase, words: string, family: string): boolean {
  const wanted = [one.recipe, one.recipes, one.expect, one.anyOf].some((answer) => answer !== undefined)
  if (!wanted) return true
  const kind = family.startsWith('boxes') ? 'box' : 'part'
  const follows = one.current !== undefined || (one.earlier ?? []).length > 0
  return readKind(words, follows ? kind : undefined) === kind
}
