import type { Atom, Meaning, Quantity } from './atoms.ts'
import type { Cursor, Recogniser } from './cursor.ts'
import { type BoardRow, BOARDS, boardOf } from '../library/boards.ts'
import { type BearingRow, bearingOf } from '../library/bearings.ts'
import { blownThrough, fan, isMount, mounted, untoldHoles, vesa } from './mounts.ts'
import {
  hole,
  holesFor,
  isHole,
  isHollow,
  isPatternOf,
  looked,
  outlineOf,
  placeFor,
  put,
  sized,
} from './table-holes.ts'
import { threadOf } from '../library/fasteners.ts'
import { motorOf } from '../library/motors.ts'

// Bought things that something is screwed to: their names become the holes that the tables have for them.

/** `for a Raspberry Pi 4 Model B`, `Arduino Uno R3`, `Pi Pico`: the name of a board, digits and all. */
export const board: Recogniser<Meaning> = (at) => {
  at.skip('for', 'a', 'an', 'the', 'my', 'to', 'fit', 'hold')
  const name = at.attempt(raspberry) ?? at.attempt(arduino) ?? at.attempt(vesa) ?? at.attempt(fan) ?? at.attempt(other)
  if (!name) return undefined
  at.skip('board', 'boards', 'pcb', 'sbc', 'computer', 'single', 'rev')
  return { is: 'board', name }
}

function raspberry(at: Cursor): string | undefined {
  if (at.word('raspberry')) {
    if (!at.word('pi')) return undefined
  } else if (!at.word('rpi')) {
    // `Pi 4`, and no other pie.
    const next = at.peek(1)
    const named = next?.kind === 'number' || (next?.kind === 'word' && ['pico', 'zero'].includes(next.text))
    if (!named || !at.word('pi')) return undefined
  }
  const zero = at.item?.kind === 'number' && at.item.text.toLowerCase() === 'zero'
  const kind = zero ? (at.number(), 'Zero') : at.word('zero') ? 'Zero' : at.word('pico') ? 'Pico' : undefined
  const number =
    at.item?.kind === 'number' && at.item.unit === undefined && at.item.value < 10 ? at.number() : undefined
  at.skip('w', 'wh', 'model', 'b', 'plus')
  at.mark('+')
  return ['Raspberry Pi', kind, number?.text].filter(Boolean).join(' ')
}

function arduino(at: Cursor): string | undefined {
  const led = at.word('arduino')
  const word = at.word('uno', 'mega', 'nano', 'leonardo', 'micro', 'due')
  if (!word || (!led && word.text !== 'uno')) return led ? 'Arduino' : undefined
  at.attempt(() => (at.item?.kind === 'number' && at.item.value === 2560 ? at.number() : undefined))
  at.attempt(() => (at.word('r', 'rev') ? at.number() : undefined))
  const name = `Arduino ${word.text[0]?.toUpperCase()}${word.text.slice(1)}`
  return name === 'Arduino Leonardo' ? 'Arduino Uno' : name
}

const other = (at: Cursor): string | undefined =>
  at.wordIf(({ text, entry }) => !entry && /^(?:esp\d+|teensy|beaglebone|jetson|microbit)$/.test(text))?.text

/** What a board is called that no table has; of a box that has its sizes it is only what lies in it. */
export const unknownBoard = (atoms: readonly Atom[]): (Atom & { is: 'board' }) | undefined =>
  isHollow(atoms) && sized(atoms)
    ? undefined
    : atoms.find((atom): atom is Atom & { is: 'board' } => atom.is === 'board' && !boardOf(atom.name))

export const KNOWN_BOARDS = Object.keys(BOARDS).filter((name) => name !== 'Raspberry Pi')

/** Boards and motors become holes: so wide, and where the tables have them. */
export function screwedTo(atoms: readonly Atom[]): Atom[] {
  const made: Atom[] = []
  atoms.forEach((atom, index) => {
    const row = atom.is === 'board' ? boardOf(atom.name) : undefined
    if (atom.is === 'board' && row) {
      made.push(atom)
      if (isMount(row)) {
        made.push(...mounted(row, atom, atoms, index))
        return
      }
      if (isHollow(atoms)) {
        if (!sized(atoms)) made.push(insideFor(row, atom, atoms))
        return
      }
      // `raspberry pi plate, four 2.7 mm holes on a 58 x 49 pattern`: those are its holes, told at length.
      if (atoms.some((one) => one !== atom && isPatternOf(row, one))) return
      const holes = holesFor(row, atom)
      if (!sized(atoms)) holes.unshift(outlineOf(row, atom))
      const asked = made.findLastIndex((one) => one.is === 'noun' && one.nouns[0] === 'hole')
      const own =
        asked >= 0 && made.slice(asked).every(({ is }) => ['noun', 'filler', 'link', 'article', 'board'].includes(is))
      // `mounting holes for a Raspberry Pi`: they were named, and may have a size.
      made.push(
        ...(own
          ? holes.filter(({ is }) => is === 'place' || !sizedBefore(made, asked)).filter(({ is }) => is !== 'noun')
          : holes),
      )
      return
    }
    const before = atoms[index - 1]
    const mount = untoldHoles(atoms, index)
    const opening = blownThrough(atoms, index)
    if (opening) {
      made.push(...opening)
      return
    }
    if (mount) {
      made.push(atom, placeFor(...mount))
      return
    }
    if (atom.is === 'unread' && atom.text === 'pattern' && (isHole(before) || before?.is === 'board')) {
      made.push({ is: 'filler', text: '', at: atom.at, from: atom.from, to: atom.to })
      return
    }
    if (isHole(atom) && before?.is === 'board' && boardOf(before.name)) {
      made.push({ is: 'filler', text: '', at: atom.at, from: atom.from, to: atom.to })
      return
    }
    const magnet = magnetIn(atoms, index)
    if (magnet) {
      made.push(...magnet)
      return
    }
    const bearing = bearingIn(atom)
    if (bearing) {
      made.push(...bearingFor(bearing, atom, atoms, index))
      return
    }
    // `NEMA 17 hole pattern in the upright leg`
    const motor = motorIn(before)
    if (isHole(atom) && motor && before) {
      made.pop()
      const end = atoms.findIndex(
        (one, place) => place > index && ['break', 'link', 'count', 'quantity'].includes(one.is),
      )
      const said = atoms.slice(index + 1, end < 0 ? undefined : end)
      const where = said.filter((one) => !(one.is === 'unread' && one.text === 'pattern'))
      made.push(...motor(before), ...where)
      // A clause of its own: what was said of the pilot is not the bolts'.
      made.push(put(before, { is: 'break', strength: 2 }), ...boltsOf(before))
      return
    }
    made.push(atom)
  })
  return made
}

/** `M2.5 clearance holes`: how wide they are stands before them. */
function sizedBefore(made: readonly Atom[], place: number): boolean {
  let before = place - 1
  while (made[before]?.is === 'flag') before--
  return made[before]?.is === 'quantity'
}

/** A case is a millimetre wider than its board on each side, and as high as it, unless told otherwise. */
function insideFor(row: BoardRow, atom: Atom, atoms: readonly Atom[]): Atom {
  const size = looked(atom, `${row.name}, 1 mm all round`)
  const high = atoms.some((one) => one.is === 'quantity' && one.quantities.some(({ role }) => role === 'inner-height'))
  const sizes = [size(row.length + 2), size(row.width + 2), ...(high ? [] : [size(row.height)])].map((one) => ({
    ...one,
    side: 'inside' as const,
  }))
  return put(atom, { is: 'quantity', quantities: sizes })
}

/** `pocket for a 10 x 3 mm magnet`: of two sizes it is a disc, so wide and so deep. */
function magnetIn(atoms: readonly Atom[], index: number): Atom[] | undefined {
  const atom = atoms[index]
  if (atom?.is !== 'quantity' || atom.quantities.length !== 2) return undefined
  const behind = atoms.slice(index + 1, index + 4)
  const named = behind.findIndex((one) => one.is === 'unread' && /^magnets?$/.test(one.text))
  const [wide, deep] = atom.quantities
  if (
    named < 0 ||
    !wide ||
    !deep ||
    wide.role ||
    behind.slice(0, named).some(({ is }) => is === 'noun' || is === 'quantity')
  )
    return undefined
  return [
    put(atom, { is: 'quantity', quantities: [{ ...wide, role: 'diameter' }] }),
    put(atom, { is: 'quantity', quantities: [{ ...deep, role: 'depth' }] }),
  ]
}

const bearingIn = (atom: Atom): BearingRow | undefined =>
  atom.is === 'quantity' && atom.quantities.length === 1 && atom.quantities[0]?.role === 'bearing'
    ? bearingOf(atom.quantities[0].value)
    : undefined

/** `608 bearing dummy` is a ring of its sizes; `pocket for a 6204 bearing` is as wide and deep as it; of a block it is the seat. */
function bearingFor(row: BearingRow, atom: Atom, atoms: readonly Atom[], index: number): Atom[] {
  const name = atom.is === 'quantity' ? `${atom.quantities[0]?.value} bearing, ${row.standard}` : row.standard
  const size = looked(atom, name)
  const hollow = [...atoms.slice(Math.max(0, index - 5), index), ...atoms.slice(index + 1, index + 3)].some(
    (one) => one.is === 'noun' && ['pocket', 'counterbore'].includes(one.nouns[0] ?? ''),
  )
  const noted: Atom = { is: 'noted', what: 'purpose', text: name, at: atom.at, from: atom.from, to: atom.to }
  const role = (one: Quantity): Atom => put(atom, { is: 'quantity', quantities: [one] })
  if (hollow) return [noted, role(size(row.outer, 'diameter')), role(size(row.width, 'depth'))]
  const nouns = atoms.filter((one): one is Atom & { is: 'noun' } => one.is === 'noun')
  if (nouns.some(({ nouns: keys }) => keys[0] !== 'washer')) return [atom]
  const ring = nouns.length > 0 ? [] : [put(atom, { is: 'noun', nouns: ['washer'], text: 'ring', plural: false })]
  if (
    sized(atoms) ||
    atoms.some((one) => one.is === 'quantity' && one.quantities.some((each) => each.role === 'outer'))
  )
    return [noted, ...ring]
  const thick = atoms.some(
    (one) => one.is === 'quantity' && one.quantities.some((each) => each.role === 'thickness' || each.role === 'width'),
  )
  return [
    noted,
    ...ring,
    role(size(row.outer, 'outer')),
    role(size(row.bore, 'inner')),
    // `spacer ring for a 6004 bearing, 5 thick`: how thick it lies is its own.
    ...(thick ? [] : [role(size(row.width, 'thickness'))]),
  ]
}

const frameOf = (atom: Atom | undefined): number | undefined =>
  atom?.is === 'quantity' && atom.quantities.length === 1 && atom.quantities[0]?.role === 'nema'
    ? atom.quantities[0].value
    : undefined

function motorIn(atom: Atom | undefined): ((atom: Atom) => Atom[]) | undefined {
  const frame = frameOf(atom)
  const row = frame === undefined ? undefined : motorOf(frame)
  return (
    row &&
    ((at) => [
      hole(at, false),
      put(at, { is: 'quantity', quantities: [looked(at, `NEMA ${frame}, ICS 16`)(row.pilot, 'diameter')] }),
    ])
  )
}

function boltsOf(atom: Atom): Atom[] {
  const frame = frameOf(atom)
  const row = frame === undefined ? undefined : motorOf(frame)
  const screw = row && threadOf(row.screw)
  if (!row || !screw) return []
  const step = looked(atom, `NEMA ${frame}, ICS 16`)(row.bolts)
  const size = looked(atom, `${row.screw} medium clearance, ${screw.standard}`)
  return [
    hole(atom, true),
    put(atom, { is: 'quantity', quantities: [size(screw.row.medium, 'diameter')] }),
    put(atom, { is: 'place', place: { kind: 'spacing', x: step, y: step } }),
  ]
}
