import type { Formula, Named } from '@hewn/model'
import { clean } from '../names.ts'
import { evaluate, namesIn } from '../formula.ts'
import type { Kind } from '../kinds.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Filled } from '../read/frame.ts'
import { familyOf } from '../registry.ts'
import type { Edit } from './edit.ts'

/** A size of something there is becomes another one: the parameter it stands on, or one of its own. */
export function setSize(
  sizes: Record<string, Formula>,
  slot: string,
  { quantity, times }: Filled,
  kind: Kind,
  prefix: string,
  edit: Edit,
): void {
  const { names } = edit
  quantity.used = slot
  const formula = sizes[slot]
  const own = kind.slots[slot]?.name ?? slot
  const wanted = prefix ? `${prefix}_${own}` : own
  const inside = formula === undefined ? [] : namesIn(formula)
  // The name itself, or the one of that kind in what it is derived from; what another size shares stays that one's.
  const [only] = inside.length === 1 && formula === inside[0] ? inside : []
  const shared =
    only !== undefined && only !== wanted && Object.entries(sizes).some(([key, one]) => key !== slot && one === only)
  const named = edit.named(shared ? undefined : (only ?? inside.find((name) => name === wanted)))
  const old = named ? named.value : formula === undefined ? 0 : evaluate(formula, names.values)
  const { value, origin } = changeOf(quantity, old, times)
  if (named) {
    edit.set(named, value, origin)
    return
  }
  sizes[slot] = names.add(wanted, {
    label: kind.slots[slot]?.label ?? slot,
    value,
    unit: kind.slots[slot]?.unit ?? 'mm',
    origin,
  })
}

/** A ring told by two diameters has a wall as well: its outside stays, and its bore gives way. */
export function walled(quantity: Quantity, edit: Edit): boolean {
  const body = edit.plan.bodies.find(
    ({ family, sizes }) => familyOf(family)?.slots['wall'] && sizes['outer'] && sizes['inner'],
  )
  const { outer, inner } = body?.sizes ?? {}
  if (!body || !outer || !inner || edit.named(body.sizes['wall'])) return false
  const [wide, bore] = [outer, inner].map((one) => evaluate(one, edit.names.values))
  const { value, origin } = changeOf(quantity, ((wide ?? 0) - (bore ?? 0)) / 2)
  if (value <= 0 || 2 * value >= (wide ?? 0)) {
    edit.refuse(
      'AGENT_IMPOSSIBLE',
      `A wall of ${value} mm does not fit ${wide} mm outside: less than ${(wide ?? 0) / 2} mm works.`,
      [quantity.at],
    )
    return true
  }
  body.sizes['wall'] = edit.names.add('wall', { label: 'Wall', value, unit: 'mm', origin })
  body.sizes['inner'] = `(${outer} - 2 * ${body.sizes['wall']})`
  quantity.used = 'wall'
  return true
}

/** `inside diameter 70` of what is told by its outside and its wall: the wall gives way. */
export function widened(quantity: Quantity, edit: Edit): boolean {
  const [body, ...others] = edit.plan.bodies.filter(({ sizes }) => sizes['outer'] && edit.named(sizes['wall']))
  const named = edit.named(body?.sizes['wall'])
  if (!body || !named || others.length > 0) return false
  const across = evaluate(body.sizes['outer'] ?? '0', edit.names.values)
  const value = (across - changeOf(quantity, across - 2 * named.value).value) / 2
  if (value <= 0)
    edit.refuse('AGENT_IMPOSSIBLE', `It is ${across} mm across outside, so it is less than that inside.`, [quantity.at])
  // What stands on the wall by chance, as a floor of its own does, stays.
  edit.set(named, value, { from: 'derived', formula: String(value), span: quantity.at })
  quantity.used = 'inner'
  return true
}

/** What a quantity makes of a value: another one, so much more, so many times as much. */
export function changeOf(quantity: Quantity, old: number, times = 1): Pick<Named, 'value' | 'origin'> {
  const { relative, at } = quantity
  const said = clean(quantity.value)
  if (relative === 'add')
    return { value: clean(old + said), origin: { from: 'derived', formula: `${old} + ${said}`, span: at } }
  if (relative === 'times')
    return { value: clean(old * said), origin: { from: 'derived', formula: `${said} * ${old}`, span: at } }
  if (times !== 1)
    return { value: clean(said * times), origin: { from: 'derived', formula: `${times} * ${said}`, span: at } }
  return { value: said, origin: { from: 'said', span: at } }
}
