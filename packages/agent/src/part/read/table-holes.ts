import type { BoardRow } from '../library/boards.ts'
import type { Atom, Meaning, Quantity } from './atoms.ts'

// Holes and sizes out of tables, as atoms that stand where the name stood.

/** The request tells how large the part is. */
export const sized = (atoms: readonly Atom[]): boolean =>
  atoms.some(
    (atom) =>
      atom.is === 'quantity' &&
      (atom.quantities.filter(({ role }) => role === undefined).length >= 2 ||
        atom.quantities.some(
          ({ role, square }) => square || role === 'length' || role === 'width' || role === 'diameter',
        )),
  )

/** Sizes out of a table, standing where the name stood. */
export const looked =
  (atom: Atom, table: string) =>
  (value: number, role?: Quantity['role']): Quantity => ({
    value,
    at: atom.at,
    table,
    ...(role ? { role } : {}),
  })
export const put = (atom: Atom, meaning: Meaning): Atom => ({ ...meaning, at: atom.at, from: atom.to, to: atom.to })
export const hole = (atom: Atom, plural: boolean): Atom =>
  put(atom, { is: 'noun', nouns: ['hole'], text: 'mounting hole', plural })

export function placeFor(row: BoardRow, atom: Atom): Atom {
  const size = looked(atom, row.name)
  const [first, second] = row.pattern
  const place: Meaning =
    typeof first === 'number' && typeof second === 'number'
      ? { is: 'place', place: { kind: 'spacing', x: size(first), y: size(second) } }
      : {
          is: 'place',
          place: {
            kind: 'points',
            at: (row.pattern as readonly (readonly [number, number])[]).map(([x, y]): [Quantity, Quantity] => [
              size(x),
              size(y),
            ]),
          },
        }
  return put(atom, place)
}

export const holesFor = (row: BoardRow, atom: Atom): Atom[] => [
  hole(atom, true),
  put(atom, { is: 'quantity', quantities: [looked(atom, row.name)(row.hole, 'diameter')] }),
  placeFor(row, atom),
]

export const outlineOf = (row: BoardRow, atom: Atom): Atom => {
  const size = looked(atom, row.name)
  return put(atom, { is: 'quantity', quantities: [size(row.length, 'length'), size(row.width, 'width')] })
}

/** Those holes are told at length: `four 2.7 mm holes on a 58 x 49 pattern`. */
export const isPatternOf = ({ pattern: [first, second] }: BoardRow, { is, ...said }: Atom): boolean => {
  const place = is === 'place' && 'place' in said && said.place.kind === 'spacing' ? said.place : undefined
  const steps = [place?.x?.value, place?.y?.value]
  return steps.includes(Number(first)) && steps.includes(Number(second))
}

export const isHole = (atom: Atom | undefined): boolean =>
  atom?.is === 'noun' && atom.nouns[0] === 'hole' && /hole|pattern/.test(atom.text)

const HOLLOW: ReadonlySet<string> = new Set(['enclosure', 'jar'])
/** A case: what is put into it is no size of it. */
export const isHollow = (atoms: readonly Atom[]): boolean =>
  atoms.some((one) => one.is === 'noun' && one.nouns.some((key) => HOLLOW.has(key)))
