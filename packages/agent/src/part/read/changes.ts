import type { Role } from '../kinds.ts'
import type { Meaning, Quantity } from './atoms.ts'
import type { Recogniser } from './cursor.ts'
import { quantityOf } from './quantities.ts'

const COMPARATIVES: Record<string, { role: Role | undefined; sign: 1 | -1 }> = {
  thicker: { role: 'thickness', sign: 1 },
  thinner: { role: 'thickness', sign: -1 },
  taller: { role: 'height', sign: 1 },
  higher: { role: 'height', sign: 1 },
  lower: { role: 'height', sign: -1 },
  longer: { role: 'length', sign: 1 },
  shorter: { role: 'length', sign: -1 },
  wider: { role: 'width', sign: 1 },
  broader: { role: 'width', sign: 1 },
  narrower: { role: 'width', sign: -1 },
  deeper: { role: 'depth', sign: 1 },
  shallower: { role: 'depth', sign: -1 },
  bigger: { role: undefined, sign: 1 },
  larger: { role: undefined, sign: 1 },
  smaller: { role: undefined, sign: -1 },
}
const FACTORS: Record<string, number> = {
  twice: 2,
  double: 2,
  doubled: 2,
  triple: 3,
  thrice: 3,
  half: 0.5,
  halve: 0.5,
  halved: 0.5,
}

/** `5 mm thicker`, `longer by 10`, `twice as wide`, `double the length`, `reduce the height by 5`. */
export const relative: Recogniser<Meaning> = (at) => {
  const compared = () => {
    const word = at.wordIf(({ text }) => Object.hasOwn(COMPARATIVES, text))
    return word && COMPARATIVES[word.text]
  }
  const change = (quantity: Quantity, role: Role | undefined, kind: 'add' | 'times'): Meaning => ({
    is: 'quantity',
    quantities: [{ ...quantity, relative: kind, ...(role ? { role } : {}) }],
  })
  const factor = at.attempt(() => {
    const word = at.wordIf(({ text }) => Object.hasOwn(FACTORS, text))
    if (word) return { value: FACTORS[word.text] ?? 1, at: word.at }
    const number = at.number()
    return number && number.unit === undefined && at.word('times')
      ? { value: number.value, at: number.at, number }
      : undefined
  })
  if (factor) {
    at.skip('as', 'the', 'its', 'it', 'in')
    const role = at.wordIf(({ entry }) => entry?.role !== undefined)
    if (!role?.entry?.role) return undefined
    at.skip('as', 'it', 'is')
    return change(factor, role.entry.role, 'times')
  }
  const up = at.word('increase', 'raise', 'extend', 'grow', 'lengthen', 'widen', 'thicken')
  const down = up ? undefined : at.word('reduce', 'decrease', 'lower', 'shrink', 'shorten', 'narrow')
  if (up || down) {
    const implied = {
      lengthen: 'length',
      widen: 'width',
      thicken: 'thickness',
      shorten: 'length',
      narrow: 'width',
      raise: 'height',
    }[(up ?? down)?.text ?? ''] as Role | undefined
    at.skip('the', 'its', 'it', 'overall')
    const role = at.wordIf(({ entry }) => entry?.role !== undefined)
    const to = at.word('to')
    if (!to && !at.word('by')) return undefined
    const number = at.number()
    const named = role?.entry?.role ?? implied
    if (!number || !named) return undefined
    const quantity = quantityOf(number)
    if (to) return { is: 'quantity', quantities: [{ ...quantity, role: named }] }
    if (number.unit === '%')
      return change({ ...quantity, value: 1 + ((down ? -1 : 1) * number.value) / 100 }, named, 'times')
    return change({ ...quantity, value: down ? -quantity.value : quantity.value }, named, 'add')
  }
  // `add an inch to the length`
  const added = at.attempt(() => {
    const word = at.word('add', 'take')
    at.skip('another', 'extra')
    const number = word && at.number()
    if (!number || !at.word('to', 'off', 'from')) return undefined
    at.skip('the', 'its', 'of')
    const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
    const quantity = quantityOf(number)
    return role && change({ ...quantity, value: word.text === 'add' ? quantity.value : -quantity.value }, role, 'add')
  })
  if (added) return added
  const first = compared()
  if (first) {
    if (!at.word('by')) return undefined
    // `taller by a quarter inch`
    at.skip('a', 'an', 'about')
    const number = at.number()
    if (!number) return undefined
    const quantity = quantityOf(number)
    return number.unit === '%'
      ? change({ ...quantity, value: 1 + (first.sign * number.value) / 100 }, first.role, 'times')
      : change({ ...quantity, value: first.sign * quantity.value }, first.role, 'add')
  }
  const number = at.number()
  if (!number || number.unit === 'deg') return undefined
  at.skip('more')
  // `10 mm larger diameter`, and nothing else: of a cone it is one of two.
  const across = at.attempt(() => {
    const word = at.word('larger diameter', 'smaller diameter')
    return word && at.item === undefined ? word : undefined
  })
  const then: (typeof COMPARATIVES)[string] | undefined = across
    ? { role: 'diameter', sign: across.text.startsWith('larger') ? 1 : -1 }
    : compared()
  if (!then) return undefined
  const quantity = quantityOf(number)
  return number.unit === '%'
    ? change({ ...quantity, value: 1 + (then.sign * number.value) / 100 }, then.role, 'times')
    : change({ ...quantity, value: then.sign * quantity.value }, then.role, 'add')
}
