import type { Named, Relation } from '@hewn/model'
import type { Edit } from './edit.ts'

/** So far from an edge, an offset the same way is no more; in the centre, neither is. */
function takesPlaceOf(fresh: Relation, old: Relation): boolean {
  if (fresh.kind === 'centre') return old.kind === 'edge' || old.kind === 'offset'
  if (fresh.kind !== 'edge') return false
  if (old.kind === 'offset') return LIES[fresh.edge] === LIES[old.direction] || LIES[fresh.edge] === undefined
  // From the left edge now: no more from the right one.
  return (
    old.kind === 'edge' &&
    old.edge !== fresh.edge &&
    LIES[old.edge] !== undefined &&
    LIES[old.edge] === LIES[fresh.edge]
  )
}

const LIES: Readonly<Record<string, string>> = { left: 'x', right: 'x', front: 'y', back: 'y' }

/** New places take the old ones' names where they are of the same kind. */
export function mergePlaces(old: Relation[], fresh: Relation[], edit: Edit): Relation[] {
  const result = old.filter((one) => !fresh.some((relation) => takesPlaceOf(relation, one)))
  for (const relation of fresh) {
    // `make the spacing 30` of a grid is its step both ways.
    const grid = result.find((one) => one.kind === 'grid')
    if (grid?.kind === 'grid' && grid.dx && relation.kind === 'line' && relation.spacing) {
      grid.dy = grid.dy === undefined || grid.dy === grid.dx ? relation.spacing : grid.dy
      grid.dx = relation.spacing
      continue
    }
    // `10 mm from the ends` of what is 15 mm from all edges: the others stay.
    const all = result.findIndex((one) => one.kind === 'edge' && one.edge === 'all')
    if (all >= 0 && relation.kind === 'edge' && SOME_EDGES.has(relation.edge)) {
      result.splice(all, 0, relation)
      continue
    }
    const same = result.findIndex(
      (one) =>
        one.kind === relation.kind &&
        (one.kind !== 'edge' ||
          relation.kind !== 'edge' ||
          one.edge === relation.edge ||
          relation.edge === 'all' ||
          one.edge === 'all'),
    )
    const known = result[same]
    if (relation.kind === 'offset' || !known) {
      // Another way of saying where: the old one goes, but for what says how many.
      result.push(relation)
      continue
    }
    // One step that was said for both ways of a grid is one number that two keys name.
    const taken = new Map<string, { value: number; origin: Named['origin'] }>()
    for (const key of ['distance', 'diameter', 'spacing', 'dx', 'dy', 'start'] as const) {
      const [was, is] = [(known as Record<string, unknown>)[key], (relation as Record<string, unknown>)[key]]
      if (typeof was !== 'string' || typeof is !== 'string') continue
      const target = edit.named(was)
      const source = taken.get(is) ?? edit.named(is)
      if (!target || !source) continue
      edit.set(target, source.value, source.origin)
      if (!taken.has(is))
        edit.names.all.splice(
          edit.names.all.findIndex(({ name }) => name === is),
          1,
        )
      taken.set(is, source)
      ;(relation as Record<string, unknown>)[key] = was
    }
    result[same] = { ...known, ...relation, ...(known.kind === 'edge' ? { edge: known.edge } : {}) } as Relation
  }
  return result
}

const SOME_EDGES: ReadonlySet<string> = new Set(['end', 'long', 'short'])
