import type { PartBody } from '@hewn/model'
import type { Kind } from '../kinds.ts'
import type { Quantity } from '../read/atoms.ts'
import { familyOf, featureOf } from '../registry.ts'
import { changeOf, setSize } from './apply.ts'
import type { Edit } from './edit.ts'

/** `fillet radius 5`, `PCD 5 mm smaller`: a size by its name alone, where only one kind of thing here (or of those features) has it. */
export function resizeByRole(quantity: Quantity, edit: Edit, of?: readonly string[]): boolean {
  const { role } = quantity
  if (role === undefined || quantity.designator) return false
  const having = (one: string) =>
    edit.plan.bodies.flatMap(ownersOf).flatMap(({ kind, sizes, id }) => {
      if (of && !of.includes(id)) return []
      const slot = Object.entries(kind.slots).find(
        ([key, { accepts }]) => key in sizes && timesOf(accepts, one) !== undefined,
      )
      return slot ? [{ kind, sizes, id, slot: slot[0], times: timesOf(slot[1].accepts, one) ?? 1 }] : []
    })
  const all = [role, ...(ROUND.includes(role) ? ROUND : [])].map(having).find((found) => found.length > 0) ?? []
  // What the body itself has is meant before what is on it.
  const own = all.filter(({ id }) => id === '')
  const owners = own.length > 0 ? own : all
  const kinds = new Set(owners.map(({ kind }) => kind.key))
  if (kinds.size > 1) return false
  const seen = new Set<string>()
  for (const { kind, sizes, id, slot, times } of owners) {
    const name = sizes[slot] ?? ''
    if (seen.has(name)) continue
    seen.add(name)
    const value = quantity.relative === 'add' ? quantity.value * times : quantity.value
    setSize(sizes, slot, { quantity: { ...quantity, value }, times: quantity.relative ? 1 : times }, kind, id, edit)
  }
  if (owners.length > 0) {
    quantity.used = role
    return true
  }
  return role === 'pcd' && boltCircle(quantity, edit)
}

/** Where one word for a rounding finds nothing, another may. */
const ROUND = ['radius', 'corner', 'root', 'bend']

function boltCircle(quantity: Quantity, edit: Edit): boolean {
  const circles = edit.plan.bodies
    .flatMap(({ features }) => features.flatMap(({ at }) => at.relations))
    .flatMap((relation) => (relation.kind === 'circle' ? [edit.named(relation.diameter)] : []))
  const [named, ...others] = [...new Set(circles)]
  if (!named || others.length > 0) return false
  const { value, origin } = changeOf(quantity, named.value)
  edit.set(named, value, origin)
  quantity.used = 'pcd'
  return true
}

const timesOf = (accepts: string, role: string): number | undefined => {
  for (const one of accepts.split(/[\s,]+/)) {
    const [name, times = '1'] = one.split('*')
    if (name === role) return Number(times)
  }
  return undefined
}

const ownersOf = (body: PartBody): { kind: Kind; sizes: Record<string, string>; id: string }[] => {
  const family = familyOf(body.family)
  const kindOf = (key: string) => Object.values(family?.parts ?? {}).find((kind) => kind.key === key)
  return [
    { kind: family, sizes: body.sizes, id: '' },
    ...body.parts.map((piece) => ({ kind: kindOf(piece.kind), sizes: piece.sizes, id: piece.kind })),
    ...body.features.map((feature) => ({ kind: featureOf(feature.kind), sizes: feature.sizes, id: feature.id })),
  ].flatMap(({ kind, ...rest }) => (kind ? [{ kind, ...rest }] : []))
}
