import { executeRecipe, parseRecipe } from '@hewn/boxes'
import { type AssemblyRecipe, type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { BoxReading } from './bind-box.ts'
import { BOX_SIDES, type BoxSide } from './box-draft.ts'
import { outsideOf } from './box-recipe.ts'

type Sizes = Partial<Record<BoxSide, number>>

/**
 * The sizes of a changed box that the words tell by its other measure: `inside 140 wide` of a box measured outside, and
 * `keep the inside`. `plain` has the sizes as they were said, `recipe` all else as well.
 */
export function toldByInside(
  base: AssemblyRecipe,
  plain: AssemblyRecipe,
  recipe: AssemblyRecipe,
  { draft, keepInside }: BoxReading,
): Result<Sizes, ErrorBody> {
  const other = otherwiseMeasured(recipe, draft)
  const kept = recipe.measure === 'inside' ? [] : keepInside
  if (other.length + kept.length === 0) return ok({})
  const now = insideOf(recipe)
  const before = insideOf({ ...base, width: plain.width, depth: plain.depth, height: plain.height })
  if (!now || !before)
    return fail(
      hewnError('AGENT_UNSUPPORTED', 'The inside of this box could not be told before the change.', {
        hint: 'Say the new outside size instead.',
      }),
    )
  const sizes: Sizes = {}
  for (const side of kept) sizes[side] = tidy(plain[side] + before[side] - now[side])
  for (const side of other) {
    const is = draft.measure === 'inside' ? now[side] : outsideOf(recipe, side)
    sizes[side] = tidy(plain[side] + (draft.sides[side]?.value ?? is) - is)
  }
  return ok(sizes)
}

/** Sides that were said in the measure the box does not have. */
export function otherwiseMeasured(recipe: AssemblyRecipe, draft: BoxReading['draft']): BoxSide[] {
  if (!draft.measure || draft.measure === (recipe.measure ?? 'outside')) return []
  return BOX_SIDES.filter((side) => draft.sides[side])
}

/** How large a box is inside, divided or not: as its walls and lids are made. */
function insideOf(recipe: AssemblyRecipe): Record<BoxSide, number> | undefined {
  const walls = { ...recipe }
  for (const part of ['subdivisions', 'drawers', 'panels', 'feet'] as const) delete walls[part]
  const parsed = parseRecipe(walls)
  if (!parsed.ok) return undefined
  try {
    const clear = executeRecipe(parsed.value).engine.design.leaves[0]?.clear
    if (!clear) return undefined
    const along = ([from, to]: readonly [number, number]): number => (to - from) / 1000
    return { width: along(clear.x), depth: along(clear.z), height: along(clear.y) }
  } catch {
    return undefined
  }
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6
