import type { AssemblyRecipe } from '@hewn/model'

// Changes of a recipe that no edit of the box engine is; whether the outcome can be is its to say.

/** The material is not said any more. */
export function withoutMaterialName(recipe: AssemblyRecipe): AssemblyRecipe {
  const { name: _, ...material } = recipe.material ?? {}
  return { ...recipe, material }
}

/** What stands at a path is replaced: how a problem's nearest value heals it. Nothing when there is no such place. */
export function withValueAt(recipe: AssemblyRecipe, path: string, value: unknown): unknown {
  const keys = path.split('.')
  const place = (target: unknown, at: number): unknown => {
    const key = keys[at]
    if (key === undefined) return value
    if (Array.isArray(target))
      return target.map((entry, index) => (String(index) === key ? place(entry, at + 1) : entry))
    const fields = typeof target === 'object' && target !== null ? target : {}
    return { ...fields, [key]: place(Reflect.get(fields, key), at + 1) }
  }
  return path === '' ? recipe : place(recipe, 0)
}
