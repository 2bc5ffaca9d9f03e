import { type BoardRow, boardOf } from '../library/boards.ts'
import { fanOf, vesaOf } from '../library/mounts.ts'
import type { Atom } from './atoms.ts'
import type { Cursor } from './cursor.ts'
import { holesFor, isHole, isHollow, isPatternOf, looked, outlineOf, put, sized } from './table-holes.ts'

// Screens and fans: what they are screwed to has their holes, and an opening where air goes.

/** `VESA 100`, `VESA 200 x 100 mm`, `100 x 100 VESA`. */
export function vesa(at: Cursor): string | undefined {
  const steps = (): string | undefined => {
    const first = at.number()
    const second = first && at.attempt(() => (at.times() ? at.number() : undefined))
    return first && vesaOf(first.value, second?.value)?.name
  }
  if (!at.word('vesa')) {
    const name = steps()
    return name && at.word('vesa') ? name : undefined
  }
  at.skip('mount', 'pattern', 'mis-d')
  return steps()
}

/** `80 mm fan`, `a 120 mm PC fan`, `fan 92 mm`. */
export function fan(at: Cursor): string | undefined {
  const led = at.word('fan')
  const frame = at.number()
  if (!frame || (frame.unit !== 'mm' && led)) return undefined
  // `80 x 80 fan`, `80x80x25 fan`
  at.attempt(() => (at.times() && at.number()?.value === frame.value ? true : undefined))
  at.attempt(() => (at.times() ? at.number() : undefined))
  at.skip('pc', 'case', 'computer', 'cooling', 'axial', 'square', 'noctua', 'brushless', 'dc')
  const name = fanOf(frame.value)?.name
  return name && (led ?? at.word('fan')) ? name : undefined
}

/** What stands on a plate has a height; these are only screwed to it. */
export const isMount = ({ height }: BoardRow): boolean => height === 0

/** The hole that a fan blows through, and those for the screws, where nobody told of them. */
export function mounted(row: BoardRow, atom: Atom, atoms: readonly Atom[], index: number): Atom[] {
  // In which wall of a case it is has to be said.
  if (isHollow(atoms)) return [put(atom, { is: 'unread', text: row.name })]
  const size = looked(atom, row.name)
  // `70 mm square`
  const square = atoms.some((one, at) => one.is === 'flag' && one.flag === 'square' && atoms[at - 1]?.is === 'quantity')
  const outline = sized(atoms) || square ? [] : [outlineOf(row, atom)]
  const told = atoms.some((one) => isPatternOf(row, one)) || atoms.some((_, at) => untoldHoles(atoms, at)?.[1] === atom)
  const wide = row.opening ?? 0
  const opening: Atom[] =
    wide > 0 && !isOpened(wide, atoms)
      ? [
          put(atom, { is: 'noun', nouns: ['hole'], text: 'opening', plural: false }),
          put(atom, { is: 'quantity', quantities: [size(wide, 'diameter')] }),
          put(atom, { is: 'place', place: { kind: 'centre' } }),
          // A clause of its own: what follows is not the opening's.
          put(atom, { is: 'break', strength: 2 }),
        ]
      : []
  const next = atoms[index + 1]
  // `VESA 200 x 200 M6 holes`: as wide as it is said.
  const named = next?.is === 'quantity' && next.quantities[0]?.designator && isHole(atoms[index + 2])
  return [...outline, ...opening, ...(told || named ? [] : holesFor(row, atom))]
}

/** An opening as wide as such a fan has was told. */
const isOpened = (wide: number, atoms: readonly Atom[]): boolean =>
  atoms.some((one, at) => {
    const next = atoms[at + 1]
    const of = next?.is === 'noun' && next.nouns.some((key) => key === 'hole' || key === 'cutout')
    return (
      one.is === 'quantity' && one.quantities.some(({ value, role }) => (of || role === 'gap') && value > 0.6 * wide)
    )
  })

/** `120 mm fan plate with a 116 mm opening`: round, as the fan is. */
export function blownThrough(atoms: readonly Atom[], index: number): Atom[] | undefined {
  const [atom, next] = [atoms[index], atoms[index + 1]]
  const size = atom?.is === 'quantity' && atom.quantities.length === 1 ? atom.quantities[0] : undefined
  const fanned = atoms.some((one) => one.is === 'board' && boardOf(one.name)?.opening !== undefined)
  if (!fanned || !atom || size?.role !== 'gap' || (next?.is === 'noun' && next.from === atom.to)) return undefined
  const centre = put(atom, { is: 'place', place: { kind: 'centre' } })
  return [
    put(atom, { is: 'noun', nouns: ['hole'], text: 'opening', plural: false }),
    { ...atom, is: 'quantity', quantities: [Object.assign(size, { role: 'diameter' as const })] },
    centre,
  ]
}

/** `a 40 mm fan …, four M3 holes`: holes that nobody put anywhere, and the thing they are for. */
export function untoldHoles(atoms: readonly Atom[], index: number): [row: BoardRow, board: Atom] | undefined {
  const atom = atoms[index]
  if (!isHole(atom) || atom?.is !== 'noun' || !atom.plural) return undefined
  const [one, two] = [atoms[index - 1], atoms[index - 2]]
  const sizes = one?.is === 'quantity' && (two?.is === 'board' || (two?.is === 'count' && two.quantity.value === 4))
  const rest = atoms.slice(index + 1)
  const end = rest.findIndex(({ is }) => is === 'break' || is === 'noun' || is === 'board')
  const placed = rest.slice(0, end < 0 ? undefined : end).some(({ is }) => is === 'place')
  const board = two?.is === 'board' ? two : atoms.slice(0, index).findLast(({ is }) => is === 'board')
  const row = board?.is === 'board' ? boardOf(board.name) : undefined
  return sizes && !placed && board && row && isMount(row) ? [row, board] : undefined
}
