import type { Atom, SaidPlace } from './atoms.ts'

/** `holes 3, 4, 5 and 6 mm in a row`: one size each. `8 mm at 15 mm from the left end, 12 mm at 45`: from there too. */
export function lists(atoms: readonly Atom[]): Atom[] {
  return sizesEach(carried(teethToo(atoms)))
}

/** `gears with 15 and 30 teeth`: one each, and the first is no width. */
function teethToo(atoms: readonly Atom[]): readonly Atom[] {
  const place = atoms.findIndex((atom, index) => {
    const behind = atoms[index + 2]
    const counts =
      isPlain(atom) && atom.quantities.every(({ value, number }) => value > 0 && number?.unit === undefined)
    return counts && isAnd(atoms[index + 1]) && behind?.is === 'quantity' && behind.quantities[0]?.role === 'teeth'
  })
  const [first, , last] = atoms.slice(place, place + 3)
  if (place < 0 || first?.is !== 'quantity' || last?.is !== 'quantity') return atoms
  const quantities = [...first.quantities, ...last.quantities]
  return atoms.toSpliced(place, 3, { ...last, is: 'each', quantities, at: [first.at[0], last.at[1]], from: first.from })
}

function sizesEach(atoms: readonly Atom[]): Atom[] {
  const made: Atom[] = []
  for (let place = 0; place < atoms.length; ) {
    const run = runAt(atoms, place)
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last || !ofHoles(atoms, place, atoms.indexOf(last) + 1, run.length)) {
      made.push(atoms[place] as Atom)
      place++
      continue
    }
    made.push({
      is: 'each',
      quantities: run.flatMap(({ quantities }) => quantities),
      at: [first.at[0], last.at[1]],
      from: first.from,
      to: last.to,
    })
    place = atoms.indexOf(last) + 1
  }
  return made
}

type Sizes = Atom & { is: 'quantity' }

/** Sizes without a name of their own, one after the other. */
function runAt(atoms: readonly Atom[], start: number): Sizes[] {
  const run: Sizes[] = []
  for (let place = start; ; place++) {
    const atom = atoms[place]
    if (!isPlain(atom)) break
    run.push(atom)
    if (isPause(atoms[place + 1]) && isAnd(atoms[place + 2]) && isPlain(atoms[place + 3])) place += 2
    else if ((isPause(atoms[place + 1]) || isAnd(atoms[place + 1])) && isPlain(atoms[place + 2])) place += 1
    else break
  }
  return run
}
const isPlain = (atom: Atom | undefined): atom is Sizes =>
  atom?.is === 'quantity' &&
  atom.quantities.length === 1 &&
  atom.quantities.every(
    ({ role, designator, relative }) => (role === undefined || role === 'diameter') && !designator && !relative,
  )
const isPause = (atom: Atom | undefined): boolean => atom?.is === 'break' && atom.strength === 1
const isAnd = (atom: Atom | undefined): boolean => atom?.is === 'link' && atom.text === 'and'

/** Three and more beside holes, or as many as were counted. */
function ofHoles(atoms: readonly Atom[], start: number, end: number, many: number): boolean {
  const holes = (atom: Atom | undefined) => atom?.is === 'noun' && atom.plural && atom.nouns.includes('hole')
  if (many < 2) return false
  if (holes(atoms[end])) return many > 2 || isAnd(atoms[end - 2])
  let back = start - 1
  while (back >= 0 && ['place', 'break', 'filler', 'link', 'flag'].includes(atoms[back]?.is ?? '')) back--
  const said = atoms[back]
  if (!holes(said)) return rowBefore(atoms, start) && many > 2
  const count = atoms[back - 1]
  const titled = atoms.slice(back + 1, start).some((one) => one.is === 'break' && one.strength > 1)
  // `two holes 10 mm and 6 mm, 52 mm apart`: as many as were counted.
  const counted = count?.is === 'count' && count.quantity.value === many
  const apart = atoms[end + (isPause(atoms[end]) ? 1 : 0)]
  // `holes 35 mm and 28 mm, 80 mm apart`
  const both = count?.is !== 'count' && apart?.is === 'place' && apart.place.kind === 'spacing'
  return many > 2 || ((counted || both) && (titled || isAnd(atoms[start + 1])))
}
/** `bottom row 8, 10 and 12 mm`. */
const rowBefore = (atoms: readonly Atom[], start: number): boolean => {
  let back = start - 1
  while (back >= 0 && (atoms[back]?.is === 'filler' || (atoms[back]?.is === 'break' && back > start - 3))) back--
  const row = atoms[back]
  return row?.is === 'place' && row.place.kind === 'row'
}

/** `…, 12 mm at 45`: from the edge that the one before it was counted from; places in brackets from the corner that was said. */
function carried(atoms: readonly Atom[]): Atom[] {
  let last: SaidPlace | undefined
  const corner = atoms
    .flatMap((atom) => (atom.is === 'place' && atom.place.kind === 'points' ? [atom.place] : []))
    .find(({ from }) => from)
  return atoms.map((atom, index): Atom => {
    if (atom.is === 'place' && atom.place.kind === 'points' && corner?.from && !atom.place.from)
      return { ...atom, place: { ...atom.place, from: corner.from } }
    const heel = (place: SaidPlace | undefined) => place?.kind === 'from' && place.specs[0]?.noun === 'heel'
    if (atom.is === 'place' && atom.place.kind === 'from' && (!atom.place.more || heel(atom.place))) last = atom.place
    // `long leg two Ø9 at 60 and 120 from the corner, short leg one Ø9 at 70`: legs are measured from one corner.
    else if (atom.is === 'noun' && !heel(last)) last = undefined
    const [size, at, next] = [atoms[index - 2], atoms[index - 1], atoms[index + 1]]
    const led = at?.is === 'filler' && at.text === 'at'
    const ends = next === undefined || next.is === 'break' || next.is === 'link'
    const holes = size?.is === 'share' || (size?.is === 'noun' && size.nouns.includes('hole'))
    const sized = isPlain(size) || (heel(last) && holes)
    if (last?.kind !== 'from' || !led || !ends || !sized || !isPlain(atom)) return atom
    const [distance] = atom.quantities
    return distance ? { ...atom, is: 'place', place: { kind: 'from', distance, specs: last.specs } } : atom
  })
}
