import { isCentral, namesMiddle } from '../middle-hole.ts'
import type { Atom, SaidPlace } from './atoms.ts'
import { below, type Frame } from './frame.ts'
import { isTitle, lineOf, ownedBy, type Sentence, STRONG } from './sentence.ts'
import { BOTTOM } from './reshape.ts'

// What was named before and is spoken of again.

/** `the hole`, `both holes`, `each slot`: those that there are. */
export function pointed(on: Sentence, { nouns, det, plural }: Atom & { is: 'noun' }): Frame[] {
  const all = [...on.read.bodies, ...on.read.bodies.flatMap(below), ...on.read.loose]
  const named = all.filter(({ kind }) => nouns.includes(kind.key))
  // `above the plate`: of a ring plate, that is the body there is.
  const whole =
    named.length === 0 && !plural && nouns.some((key) => on.kinds.family(key)) ? on.read.bodies.slice(-1) : []
  const same = named.length > 0 ? named : whole
  if (same.length === 0) return []
  if (det === 'both') return same.slice(-2)
  if (plural || det === 'each' || det === 'all' || det === 'every') return same
  // `the hole` of what has one in the middle and four around it: the one that is alone, where nothing was made just now.
  const [single, ...others] = same.filter((one) => one.seeded && !one.plural)
  const latest = same.findLast((one) => one.latest)
  return latest ? [latest] : single && others.length === 0 ? [single] : same.slice(-1)
}

/** `slot centre 20 mm from the end`, `window corners rounded 5 mm`: speaks of the slot there is, where that has no such size yet. */
export function bare(on: Sentence, atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
  if (atom.det || [...on.owners.values()].includes(index)) return undefined
  // `a hole in the middle` is another one.
  const led = on.atoms[index - 1]
  if (led?.is === 'article' && led.text !== 'the') return undefined
  const next = on.atoms[index + 1]
  const known = nearestOf(
    [...on.read.bodies.flatMap(below), ...on.read.loose].filter(({ kind }) => atom.nouns.includes(kind.key)),
    atom,
  )
  if (!known || known.level !== 'feature' || next?.from !== atom.to) return undefined
  // `2 holes 8 mm diameter, 100 apart` over those there are.
  if (known.seeded && on.atoms[index - 1]?.is === 'count') return undefined
  // `hole in the middle` of a plate with four: one more.
  if (known.seeded && known.plural && !atom.plural && next.is === 'place' && next.place.kind === 'centre')
    return undefined
  // `an HDMI port, ethernet port on the back` are two.
  if (atom.text !== known.noun && atom.text.includes(' ') && known.noun.includes(' ')) return undefined
  if (next.is === 'place')
    return !sizedAnew(on, known, index) &&
      (!known.places.some(({ place }) => place.kind === next.place.kind && !isOtherStep(place, next.place)) ||
        next.place.kind === 'along' ||
        next.place.kind === 'spec')
      ? known
      : undefined
  const [first] = next.is === 'quantity' ? next.quantities : []
  return first?.role &&
    Object.entries(known.kind.slots).some(
      ([slot, { accepts }]) => accepts.split(/[\s*,]+/).includes(first.role ?? '') && !known.sizes.has(slot),
    )
    ? known
    : undefined
}

/** `a plate with four mounting holes. Four 5 mm holes are …`: those that were only counted so far, counted again. */
export function recounted(on: Sentence, { nouns }: Atom & { is: 'noun' }, index: number): Frame | undefined {
  const own = ownedBy(on, index)
  const count = own.map((place) => on.atoms[place]).find((one) => one?.is === 'count')
  if (count?.is !== 'count' || on.seeds.length > 0) return undefined
  return on.read.bodies
    .at(-1)
    ?.children.find(
      (one) =>
        one.level === 'feature' &&
        nouns.includes(one.kind.key) &&
        on.kinds.family(one.kind.key) === undefined &&
        one.count?.value === count.quantity.value &&
        one.sizes.size + one.designated.size + one.children.length === 0 &&
        on.atoms.some(
          (atom) =>
            atom.is === 'break' && atom.strength >= STRONG && one.at[1] <= atom.at[0] && atom.at[1] <= count.at[0],
        ),
    )
}

/** `6 bolt holes on 125 pcd, bolt hole 13`: how large those are that were counted without a size. */
export function sizedLater(
  on: Sentence,
  { nouns, text, det }: Atom & { is: 'noun' },
  index: number,
): Frame | undefined {
  const own = ownedBy(on, index).map((place) => on.atoms[place])
  const led = on.atoms[index - 1]
  if (det || on.seeds.length > 0 || own.some((one) => one?.is !== 'quantity') || led?.is === 'article') return undefined
  const [size, end] = own.length > 0 ? [own[0], on.atoms[index + 1]] : [on.atoms[index + 1], on.atoms[index + 2]]
  const plain = size?.is === 'quantity' && size.quantities.length === 1
  if (!plain || !(end === undefined || end.is === 'break')) return undefined
  return on.read.bodies.at(-1)?.children.findLast(
    (one) =>
      one.level === 'feature' &&
      nouns.includes(one.kind.key) &&
      on.kinds.family(one.kind.key) === undefined &&
      // A drill alone may be of another hole: `four holes, 25 mm bore`; `4 countersunk holes, 5 through`: that is the hole below.
      (one.noun === text || text === 'hole' || (text === 'through hole' && one.children.length > 0)) &&
      (one.count?.value ?? 1) > 1 &&
      one.sizes.size + one.designated.size === 0 &&
      one.children.every(({ sizes }) => sizes.size === 0),
  )
}

/** `two holes for M4 screws 40 mm apart: 4.5 mm through-hole with …`: what was only counted and placed is told behind its colon. */
export function behindColon(on: Sentence, { nouns }: Atom & { is: 'noun' }, index: number): Frame | undefined {
  const own = ownedBy(on, index)
  const led = on.atoms.slice(0, Math.min(index, ...own)).findLast(({ is }) => is !== 'filler')
  const near = lineOf(on.focus.at(-1)).find(({ level }) => level === 'feature')
  if (!(led?.is === 'break' && led.colon) || !near || near.seeded || !nouns.includes(near.kind.key)) return undefined
  const counted = own.some((place) => ['count', 'article'].includes(on.atoms[place]?.is ?? ''))
  const others = on.atoms.slice(index + 1).some((one) => one.is === 'noun' && one.nouns.includes(near.kind.key))
  // `four M5 counterbored holes: 5.5 mm through, counterbore 10 mm …`
  const untold = near.children.every(({ sizes }) => sizes.size === 0)
  const open = near.sizes.size === 0 && untold && (near.places.length > 0 || near.count !== undefined)
  return open && !counted && !others ? near : undefined
}

/** `rows 40 apart, holes 30 apart`: one step across, one along. */
const isOtherStep = (said: SaidPlace, next: SaidPlace): boolean =>
  said.kind === 'spacing' && next.kind === 'spacing' && said.x === undefined && next.y === undefined

/** In an edit, `8 holes instead of 6` and `holes 6 mm` speak of those there are; `add a hole` does not. */
export function meant(on: Sentence, atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
  if (on.seeds.length === 0 || (on.adds && !on.instead)) return undefined
  const own = ownedBy(on, index).map((place) => on.atoms[place])
  const sized = own.some((one) => one?.is === 'quantity')
  if (!on.instead && own.some((one) => one?.is === 'article' || (one?.is === 'count' && sized))) return undefined
  // `a 20 mm bore` is another one.
  const places = ownedBy(on, index)
  const led = on.atoms[Math.min(index, ...places) - 1]
  const all = on.read.bodies.flatMap(below).filter(({ kind, seeded }) => seeded && atom.nouns.includes(kind.key))
  const known = nearestOf(all, atom)
  if (!on.instead && led?.is === 'article' && led.text !== 'the' && !isSaidAgain(on, atom, index, all)) return undefined
  // `5 mm holes in each corner` of a plate with one in its middle: those are others.
  if (!on.instead && atom.plural && all.length === 1 && !known?.plural && inCorners(on, atom, index)) return undefined
  // `two dowel holes 6 mm on the centreline` beside the tapped ones.
  const counted = own.some((one) => one?.is === 'count')
  const named = [known?.noun ?? '', atom.text].every((text) => text.includes(' ')) && known?.noun !== atom.text
  const after = on.atoms[index + 1]
  const placed = after?.is === 'quantity' && on.atoms.slice(index + 2).some(({ is }) => is === 'place')
  if (!on.instead && counted && (named || placed)) return undefined
  // `hole in the middle` of a plate with four: one more, and none of those. `8 mm hole in the top left corner` and
  // `hole 8 mm in the top left corner` are as well.
  const next = on.atoms[index + 1]
  const behind = next?.is === 'quantity' && next.quantities.every(({ role = 'diameter' }) => role === 'diameter')
  const place = behind ? on.atoms[index + 2] : next
  const one = !atom.plural && atom.det === undefined && (known?.plural || sized || behind)
  return one && place?.is === 'place' && !on.instead ? undefined : known
}

/** `make it 5 thick with a 16 mm hole`, where the hole in the middle is all there is: that one. */
function isSaidAgain({ atoms }: Sentence, atom: Atom & { is: 'noun' }, index: number, all: readonly Frame[]): boolean {
  const [only, ...others] = all
  const next = atoms[index + 1]
  const linked = atoms.slice(Math.max(0, index - 4), index).some((one) => one.is === 'link' && one.text === 'with')
  return (
    linked &&
    only?.middle === true &&
    others.length === 0 &&
    !atom.plural &&
    (next === undefined || next.is === 'break')
  )
}

/** `in the four corners`, `corner holes`, `on an 80 mm circle`: a place for several, before the next noun. */
function inCorners({ atoms }: Sentence, { text }: Atom & { is: 'noun' }, index: number): boolean {
  const rest = atoms.slice(index + 1)
  const end = rest.findIndex(({ is }) => is === 'noun')
  return (
    text.startsWith('corner') ||
    (end < 0 ? rest : rest.slice(0, end)).some(
      (one) =>
        one.is === 'place' &&
        (['corners', 'circle'].includes(one.place.kind) ||
          (one.place.kind === 'spec' && one.place.spec.noun === 'corner')),
    )
  )
}

/** In an edit, `the through bore` and `central hole 25` name the one in the middle, and none of those around it. */
export function middleOne(on: Sentence, { text }: Atom & { is: 'noun' }): Frame | 'new' | undefined {
  if (on.seeds.length === 0 || !namesMiddle(text)) return undefined
  const known = on.read.bodies.flatMap(below).findLast(({ middle }) => middle)
  return known ?? (isCentral(text) ? 'new' : undefined)
}
/** One of several that were only named so far: `a cube and a pyramid, with a cube base of 15 and a pyramid height of 25`. */
export function announced(on: Sentence, atom: Atom & { is: 'noun' }, index: number): Frame | undefined {
  const { bodies } = on.read
  if (bodies.length < 2 || on.seeds.length > 0) return undefined
  // `a cube base of 15`: of the cube.
  const before = BOTTOM.test(atom.text) ? on.atoms[index - 1] : undefined
  const based = before?.is === 'noun' ? bodies.find(({ noun }) => noun === before.text) : undefined
  if (based) return based
  return (
    bodies.find((body) => body.noun === atom.text && body.sizes.size === 0 && bodies.at(-1) !== body) ??
    bodies.find((body) => body.noun === atom.text && isTitle(body))
  )
}

/** The part that was named before: of stretches that have names of their own, the one of that name. */
export function alike(on: Sentence, host: Frame, key: string, noun: string): Frame | undefined {
  const same = host.children.filter((child) => child.level === 'part' && child.kind.key === key)
  if (key !== 'stage') return same[0]
  const named = same.findLast((child) => child.noun === noun)
  if (on.seeds.length > 0 && same.length === 1) return same[0]
  return named ?? (PLAIN_STRETCH.test(noun) ? same[0] : undefined)
}

const PLAIN_STRETCH = /^(?:step|section|stage|part|portion|cylinder|cylindrical section)$/

/** `Through hole along X: diameter 20. Through hole along Y: diameter 10`: with a size that the one there has, it is another. */
export function sizedAnew({ atoms }: Sentence, { kind, sizes }: Frame, index: number): boolean {
  const end = atoms.findIndex(
    (one, place) =>
      place > index && (one.is === 'noun' || (one.is === 'break' && one.strength >= STRONG && !one.colon)),
  )
  const said = atoms.slice(index, end < 0 ? undefined : end)
  return said.some(
    (one) =>
      one.is === 'quantity' &&
      one.quantities.some(({ role }) =>
        [...sizes.keys()].some((slot) => role && kind.slots[slot]?.accepts.split(/[\s*,]+/).includes(role)),
      ),
  )
}

/** `holes` are rather those that there are several of, `hole` the one that is alone. */
const nearestOf = (same: readonly Frame[], { plural }: Atom & { is: 'noun' }): Frame | undefined =>
  same.findLast((one) => one.seeded && one.plural === plural) ?? same.at(-1)
