import { closest, fail, ok, type Result } from '@hewn/model'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import type { Void } from './resolved-design.ts'

const MOST_SHOWN = 8

export const everyVoid = <V extends Void>(space: V): V[] => [
  space,
  ...space.children.flatMap((child) => everyVoid(child as V)),
]

export const leavesOf = <V extends Void>(start: V): V[] =>
  everyVoid(start).filter((space) => space.children.length === 0)

/** By its path, or `child:2`: the third child of the root's split, however many splits follow (BX33). */
export function findVoid<V extends Void>(name: string, path: string, root: V): Result<V, RecipeProblem> {
  const place = /^child:(\d{1,4})$/.exec(name)?.[1]
  const numbered = place === undefined ? undefined : (root.children[Number(place)] as V | undefined)
  const found = everyVoid(root).find((space) => space.id === name) ?? numbered
  if (found) return ok(found)
  const leaves = leavesOf(root).map((leaf) => leaf.id)
  const more = leaves.length - MOST_SHOWN
  const known = `${leaves.slice(0, MOST_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  const message = `There is no compartment ${JSON.stringify(name.slice(0, 60))} — there is ${known}`
  return fail(problem('RECIPE_UNKNOWN_VOID', path, message, closest(name, leaves) ?? leaves[0], name))
}
