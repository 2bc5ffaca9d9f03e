import { atBothEnds } from '../bind/both-ends.ts'
import { IN_MIDDLE } from '../families/flange.ts'
import { TAKEN } from '../features/standing.ts'
import type { Atom, Quantity } from './atoms.ts'
import type { Frame } from './frame.ts'
import { WEAK } from './reshape.ts'
import { add, brought, COMING, holdsSizes, isFlag, isTitle, ownedBy, type Sentence, STRONG } from './sentence.ts'

// Parts of what is round: hubs of discs, steps of bars.

/** `a disc with a boss in the middle` is a flange: it is bored, bolted and faced as one. */
export function raisedHub(
  on: Sentence,
  atom: Atom & { is: 'noun' },
  index: number,
  body: Frame | undefined,
): Frame | undefined {
  const flange = on.kinds.family('flange')
  const hub = flange?.parts?.['hub']
  if (!hub || !body || !isDisc(body) || body.seeded || isTitle(body) || body.sizes.has('wall')) return undefined
  if (!(atom.nouns.includes('pad') || atom.nouns.includes('hub')) || atom.plural) return undefined
  if (!/boss|hub|spigot|register|collar|neck|cylinder|pilot|socket/.test(atom.text)) return undefined
  const own = ownedBy(on, index).map((place) => on.atoms[place])
  if (own.some((one) => one?.is === 'count' || isFlag(one, 'square') || isFlag(one, 'rectangular'))) return undefined
  const end = on.atoms.findIndex(
    (one, place) => place > index && (one.is === 'noun' || (one.is === 'break' && one.strength >= STRONG)),
  )
  const said = on.atoms.slice(index, end < 0 ? undefined : end)
  if (said.some((one) => one.is === 'place' && COMING.has(one.place.kind))) return undefined
  body.kind = flange
  return add(on, hub, 'part', atom, body)
}

/** A disc by its name, or a blank by its sizes: `handwheel blank 160 dia 20 thick`. */
function isDisc({ kind, noun, sizes }: Frame): boolean {
  if (kind.key !== 'cylinder' || !WEAK.test(noun)) return kind.key === 'disc'
  const [across = 0, high = across] = ['outer', 'diameter', 'height'].flatMap(
    (slot) => sizes.get(slot)?.quantity.value ?? [],
  )
  return across > 2 * high
}

/** `a bushing …, with a 40 mm flange 5 thick`: a tube with a flange at one end, or at both. */
export function flangedTube(
  on: Sentence,
  atom: Atom & { is: 'noun' },
  index: number,
  body: Frame | undefined,
): Frame | undefined {
  const flanged = on.kinds.family('flanged-bushing')
  const rim = flanged?.parts?.['rim']
  if (!flanged || !rim || body?.kind.key !== 'tube' || body.seeded) return undefined
  if (isTitle(body) && !tellsBarrel(on, index)) return undefined
  if (!/^(?:flange|collar|shoulder|head|rim|lip|brim)$/.test(atom.text)) return undefined
  const own = ownedBy(on, index).map((place) => on.atoms[place])
  const counts = own.flatMap((one) => (one?.is === 'count' ? [one.quantity] : []))
  if (own.some((one) => isFlag(one, 'square') || isFlag(one, 'rectangular') || isHexagon(one))) return undefined
  if (counts.some(({ value }) => value > 2) || firstSize(on, index) === undefined) return undefined
  body.kind = flanged
  const collar = add(on, rim, 'part', atom, body)
  // `a 30 mm collar round the middle` of a coupling is at none of its ends.
  if (clauseOf(on, index).some((place) => isMiddle(on.atoms[place]))) collar.flags.set(IN_MIDDLE, atom.at)
  return collar
}

/** `bush: collar 28 x 5, body 20 x 31`: what it is the collar of is told by itself. */
const tellsBarrel = ({ atoms }: Sentence, index: number): boolean =>
  atoms.some((one, place) => place > index && one.is === 'noun' && /^(?:body|barrel|shank)$/.test(one.text))

const isHexagon = (atom: Atom | undefined): boolean =>
  isFlag(atom, 'hexagonal') || (atom?.is === 'noun' && atom.nouns.includes('hexagon'))
const isMiddle = (atom: Atom | undefined): boolean =>
  atom?.is === 'place' && ['centre', 'centreline'].includes(atom.place.kind)

/** `a cylinder …, then a cone`, `with a 3 mm shaft`: a round bar that goes on is turned. */
export function turnedStep(
  on: Sentence,
  atom: Atom & { is: 'noun' },
  index: number,
  body: Frame | undefined,
): Frame | undefined {
  const turned = on.kinds.family('turned')
  const stage = turned?.parts?.['stage']
  if (
    !turned ||
    !stage ||
    (body?.kind.key !== 'cylinder' && body?.kind.key !== 'turned') ||
    body.seeded ||
    isTitle(body)
  )
    return undefined
  if (body.sizes.has('wall') || body.sizes.has('inner') || atom.plural) return undefined
  // `with a cone subtracted`
  if (isFlag(on.atoms[index + 1], TAKEN)) return undefined
  // `with a shaft hole` is a hole.
  if (atom.nouns.some((key) => on.kinds.feature(key)?.key === 'hole')) return undefined
  const own = ownedBy(on, index)
  const first = Math.min(index, ...own)
  const then = [1, 2, 3].some((back) => {
    const one = on.atoms[first - back]
    return one?.is === 'filler' && one.text === 'then'
  })
  // After `then` it is a stretch, whatever it is called.
  const stretch = then && /^(?:collar|disc|flange|head|cylinder|rod|section|shoulder|boss|hub|body)$/.test(atom.text)
  // `At one end there is a flange of 40 mm diameter`
  const ended = /^(?:collar|disc|flange|head|shoulder)$/.test(atom.text) && atEnd(on, index) && firstSize(on, index)
  if (
    !stretch &&
    !ended &&
    !/^(?:con|tapered|shaft|stem|shank|spigot|stub|journal|neck|tip|spindle|nose|tenon|step)/.test(atom.text)
  )
    return undefined
  const known =
    then || ended || brought(on, index) || atom.text === 'stepped' || within(on, index) || isTwice(on, index)
  if (own.some((place) => on.atoms[place]?.is === 'count') || !known) return undefined
  body.kind = turned
  // `150 long overall, with a step at each end`: the steps are part of that.
  const long = body.sizes.get('height')
  if (long?.quantity.role === 'overall' && body.sizes.delete('height')) body.sizes.set('total', long)
  return add(on, stage, 'part', atom, body)
}

/** A place before or behind it, or behind its sizes, says that it is at an end. */
const atEnd = (on: Sentence, index: number): boolean =>
  [...ownedBy(on, index), ...clauseOf(on, index)].some((place) => {
    const one = on.atoms[place]
    if (one?.is !== 'place' || one.place.kind !== 'spec') return false
    const { noun, places } = one.place.spec
    return noun === 'end' || places.join() === 'bottom' || places.join() === 'top'
  })

/** `a 34 dia spigot 30 long on each side`: one below and one above. */
const isTwice = (on: Sentence, index: number): boolean =>
  clauseOf(on, index).some((place) => {
    const one = on.atoms[place]
    return one?.is === 'place' && atBothEnds(one.place)
  })

/** What follows it, up to what is spoken of next. */
function clauseOf({ atoms }: Sentence, index: number): number[] {
  const end = atoms.findIndex(
    (one, place) => place > index && (one.is === 'noun' || (one.is === 'break' && one.strength >= STRONG)),
  )
  return atoms.slice(index + 1, end < 0 ? undefined : end).map((_, place) => index + 1 + place)
}

/** `…, 15 long within`: a stretch of the length there is. */
function within({ atoms }: Sentence, index: number): boolean {
  const end = atoms.findIndex((one, place) => place > index && one.is === 'noun')
  return atoms.slice(index, end < 0 ? undefined : end).some((one) => isFlag(one, 'within'))
}

/** The size that is said of it, before or behind: `a 40 mm flange`, `a flange at one end with a diameter of 40 mm`. */
export function firstSize(on: Sentence, index: number): Quantity | undefined {
  const behind = on.atoms.findIndex(
    (one, place) =>
      place > index &&
      !['place', 'link', 'article', 'filler', 'flag'].includes(one.is) &&
      !(one.is === 'break' && one.strength < STRONG),
  )
  const places = [...ownedBy(on, index), behind]
  for (const place of places) {
    const atom = on.atoms[place]
    if (atom?.is === 'quantity') return atom.quantities[0]
  }
  return undefined
}

/** `hub 40 x 20, … hub bored 12`, `between the shank and the head`: with no size of its own it is the one there is. */
export function saidAgain(on: Sentence, index: number, { children }: Frame): boolean {
  const atom = on.atoms[index]
  const same = children.filter(({ noun, level }) => level === 'part' && atom?.is === 'noun' && noun === atom.text)
  const [next, led] = [on.atoms[index + 1], on.atoms[index - 1]]
  const named = same[0]?.kind.key === 'hub' || (led?.is === 'article' && led.text === 'the' && !tells(on, index))
  return same.length === 1 && named && !holdsSizes(on, index) && next?.is !== 'quantity'
}

/** `the shank is 15 mm in diameter`: its sizes come. */
const tells = ({ atoms }: Sentence, index: number): boolean => {
  const next = atoms.find((one, place) => place > index && one.is !== 'filler')
  return next?.is === 'quantity'
}

/** `a head diameter of 10 mm, a head height of 3 mm`: a size that the head said before does not have yet. */
export const furtherSize = (on: Sentence, index: number, { children }: Frame): Frame | undefined =>
  children.findLast((one) => one.level === 'part' && lacks(on, index, one))

/** It is named again, right before a size by a word, and does not have that size yet. */
export function lacks(on: Sentence, index: number, { noun, kind, sizes, level }: Frame): boolean {
  const [atom, next] = [on.atoms[index], on.atoms[index + 1]]
  // `spur gear …, gear thickness 6`: its name in short.
  const named = atom?.is === 'noun' && (atom.text === noun || (level === 'body' && noun.endsWith(` ${atom.text}`)))
  if (!named || next?.is !== 'quantity' || holdsSizes(on, index)) return false
  const [size, ...others] = next.quantities
  const { role } = size ?? {}
  return (
    role !== undefined &&
    size?.leading === true &&
    others.length === 0 &&
    Object.entries(kind.slots).some(
      ([slot, { accepts }]) =>
        accepts.split(/[\s*]+/).includes(role) &&
        // Said again, it is the one there is as well.
        (!sizes.has(slot) || (level === 'body' && sizes.get(slot)?.quantity.value === size.value)),
    )
  )
}

/** `A shaft with a keyway: solid cylinder 20 mm …, a keyway …`: a title names what comes with sizes behind its colon. */
export function headed(on: Sentence, index: number, { at, sizes, children, seeded }: Frame): boolean {
  if (seeded || sizes.size > 0 || children.length === 0) return false
  const bare = children.every((one) => one.level === 'feature' && one.sizes.size === 0 && one.places.length === 0)
  const colon = on.atoms.slice(0, index).some((one) => one.is === 'break' && one.colon && one.at[0] >= at[1])
  const coming = on.atoms.slice(index + 1).flatMap((one) => (one.is === 'noun' ? one.nouns : []))
  return bare && colon && children.every(({ kind }) => coming.includes(kind.key))
}
