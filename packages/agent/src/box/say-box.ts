import type { AssemblyRecipe, SubdivisionStep } from '@hewn/model'
import { openOf } from './of-recipe.ts'

/** A recipe in one sentence that the planner reads back as the same recipe. */
export function sayBox(recipe: AssemblyRecipe): string {
  const { width, depth, height, material, cutting } = recipe
  const open = openOf(recipe)
  const lid = Array.isArray(recipe.lid) ? recipe.lid[0] : recipe.lid
  const opening = lid?.kind === 'lift-off' || lid?.kind === 'slide' ? lid.kind : undefined
  const parts = [
    `${open.length > 0 || opening ? 'box' : 'closed box'} ${width} × ${depth} × ${height} mm${recipe.measure ? ` ${recipe.measure}` : ''}`,
  ]
  if (open.length > 0) parts.push(`open at the ${list(open)}`)
  if (opening) parts.push(`with a ${opening === 'slide' ? 'sliding' : 'lift-off'} lid`)
  if (material?.thickness !== undefined)
    parts.push(`${material.thickness} mm thick${material.name ? ` ${material.name}` : ''}`)
  else if (material?.name) parts.push(`from ${material.name}`)
  for (const step of recipe.subdivisions ?? []) parts.push(divided(step))
  if (material?.fingerWidth !== undefined) parts.push(`finger width ${material.fingerWidth} mm`)
  if (cutting?.kerf !== undefined) parts.push(`kerf ${cutting.kerf} mm`)
  if (typeof cutting?.fit === 'string') parts.push(`${cutting.fit} fit`)
  if (cutting?.sheet) parts.push(`sheet ${cutting.sheet.width} × ${cutting.sheet.height} mm`)
  return parts.join(', ')
}

function divided(step: SubdivisionStep): string {
  if (step.type === 'grid') return `${step.columns ?? 1} × ${step.rows ?? 1} compartments`
  if (step.type === 'split') return `divided along ${step.axis}`
  if (step.axis === 'z') return `${step.count} rows`
  if (step.axis !== 'y') return `${step.count} columns`
  return step.count === 2 ? '1 shelf' : `${step.count - 1} shelves`
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
