import type { PartBody, Relation } from '@hewn/model'
import type { Kind } from '../kinds.ts'
import type { Quantity } from '../read/atoms.ts'
import { familyOf, featureOf } from '../registry.ts'
import { changeOf, setSize, walled } from './set-size.ts'
import type { Edit } from './edit.ts'
import { type Phrase } from './phrase.ts'
import { pick } from './pick.ts'

/** `fillet radius 5`, `PCD 5 mm smaller`: a size by its name alone, where only one kind of thing here (or of those features) has it. */
export function resizeByRole(quantity: Quantity, edit: Edit, of?: readonly string[]): boolean {
  const { role } = quantity
  if (role === undefined || quantity.designator) return false
  // `floor 7 mm thick` of a channel with one thickness
  const told = edit.plan.bodies.find((body) => familyOf(body.family)?.told?.[role] && !(role in body.sizes))
  const family = told && familyOf(told.family)
  if (told && family && !of) {
    setSize(told.sizes, family.told?.[role] ?? role, { quantity, times: 1 }, family, '', edit)
    return true
  }
  const owners = ownersOfRole(role, edit, of)
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
  if (owners.length === 0 && role === 'wall' && walled(quantity, edit)) return true
  if (owners.length > 0) {
    quantity.used = role
    return true
  }
  // `35 wide`, said of a knob: across.
  if (role === 'width' && !of) return resizeByRole(Object.assign(quantity, { role: 'diameter' }), edit)
  return resizePlace(quantity, role, edit, of)
}

/** Whatever here has a size of that name: the body itself before what is on it. */
export function ownersOfRole(role: string, edit: Edit, of?: readonly string[]): Owner[] {
  const having = (one: string) =>
    edit.plan.bodies.flatMap((body, place) =>
      ownersOf(body).flatMap(({ kind, sizes, id }) => {
        if (of && !of.includes(id)) return []
        const slots = Object.entries(kind.slots).filter(
          ([key, { accepts }]) =>
            timesOf(accepts, one) !== undefined &&
            (key in sizes || (one === 'corner' && (id === '' || of !== undefined))),
        )
        // `wider` of what is long and wide is its width, though either may be told as one.
        const slot = slots.find(([key]) => key === one) ?? slots[0]
        return slot ? [{ kind, sizes, id, slot: slot[0], times: timesOf(slot[1].accepts, one) ?? 1, place }] : []
      }),
    )
  // A radius without a noun rounds something; half of a hole it is only where nothing is rounded.
  const rounds = ROUND.filter((one) => one !== 'radius')
  const roles = role === 'radius' ? [...rounds, role] : rounds.includes(role) ? [role, ...rounds] : [role]
  const there = (found: Owner[]) => found.filter(({ sizes, slot }) => slot in sizes)
  const all =
    roles.map(having).find((found) => there(found).length > 0) ??
    roles.map(having).find((found) => found.length > 0) ??
    []
  const kept = there(all).length > 0 ? there(all) : all
  const own = kept.filter(({ id }) => id === '')
  // What is said without a body is of the first one, and not of its lid.
  const [first] = own
  return first ? own.filter(({ place, kind }) => place === first.place || kind === first.kind) : kept
}
interface Owner {
  kind: Kind
  sizes: Record<string, string>
  id: string
  slot: string
  times: number
  /** Which of the bodies it is of. */
  place: number
}

/** `widen the bore to 8 mm`: the first size of features, or the bore of the body. */
export function resizeFeatures(quantity: Quantity, phrase: Phrase, edit: Edit): boolean {
  const found = pick(edit, phrase)
  const seen = new Set<string>()
  for (const { feature } of found) {
    const kind = featureOf(feature.kind)
    const slot = kind?.bare?.[0]
    const name = feature.sizes[slot ?? '']
    if (!kind || slot === undefined || (name !== undefined && seen.has(name))) continue
    if (name !== undefined) seen.add(name)
    setSize(feature.sizes, slot, { quantity, times: 1 }, kind, feature.id, edit)
  }
  if (found.length > 0) return true
  for (const body of edit.plan.bodies) {
    const family = familyOf(body.family)
    const slot = phrase.kinds.includes('hole') ? family?.bore : phrase.kinds.includes('fillet') ? 'corner' : undefined
    if (!family || slot === undefined || body.sizes[slot] === undefined) continue
    setSize(body.sizes, slot, { quantity, times: 1 }, family, '', edit)
    return true
  }
  return false
}

/** Where one word for a rounding finds nothing, another may. */
const ROUND = ['radius', 'corner', 'root', 'bend']

/** `PCD 84`, `increase the edge distance by 10`: a size of where things are, where only one place has it. */
function resizePlace(quantity: Quantity, role: string, edit: Edit, of?: readonly string[]): boolean {
  const sizeOf = PLACES[role]
  if (!sizeOf) return false
  const found = edit.plan.bodies
    .flatMap(({ features }) => features.filter(({ id }) => !of || of.includes(id)))
    .flatMap(({ at }) => at.relations.flatMap((relation) => edit.named(sizeOf(relation)) ?? []))
  const [named, ...others] = [...new Set(found)]
  if (!named || others.length > 0) return false
  const { value, origin } = changeOf(quantity, named.value)
  edit.set(named, value, origin)
  quantity.used = role
  return true
}
const PLACES: Readonly<Record<string, (relation: Relation) => string | undefined>> = {
  pcd: (relation) => (relation.kind === 'circle' ? relation.diameter : undefined),
  inset: (relation) => (relation.kind === 'edge' ? relation.distance : undefined),
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
