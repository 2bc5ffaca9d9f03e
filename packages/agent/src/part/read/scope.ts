import type { Atom } from './atoms.ts'
import type { Frame } from './frame.ts'
import { PREPOSITIONS } from './premodifiers.ts'
import { isFlag, ownedBy, type Sentence, STRONG } from './sentence.ts'

type Target = Frame['targets'][number]

/** `Upright 50 mm: …`: behind the colon it is about that leg, or about that lid. */
export function scopeOf(frame: Frame | undefined): Target | undefined {
  if (frame?.level !== 'part' || frame.parent?.level !== 'body') return undefined
  const { kind, noun } = frame
  return kind.faces || kind.detached ? { keys: [kind.key], text: noun } : undefined
}

/** `In the long leg a slot …`, `On each leg: two holes`: a clause that begins so puts in there what comes. */
export function leads(
  on: Sentence,
  atom: Atom & { is: 'noun' },
  index: number,
  body: Frame | undefined,
): Target | undefined {
  if (!body || on.seeds.length > 0) return undefined
  // `In the pocket floor four holes …`
  const hosts = [body, ...body.children.filter(({ level }) => level === 'feature')]
  if (!atom.nouns.some((key) => hosts.some(({ kind }) => kind.parts?.[key]?.faces))) return undefined
  const owned = ownedBy(on, index)
  if (owned.some((place) => on.atoms[place]?.is === 'quantity' || on.atoms[place]?.is === 'count')) return undefined
  const first = Math.min(index, ...owned) - 1
  const [before, start] = [on.atoms[first], on.atoms[first - 1]]
  const led = (one: Atom | undefined) =>
    (one?.is === 'filler' || one?.is === 'link') && PREPOSITIONS.has(one.text) && one.text !== 'of'
  const holes = on.focus.at(-1)?.level === 'feature' || on.focus.at(-1)?.parent?.level === 'feature'
  // What is said to be sunk has its floor, and only what comes is in it.
  const sunk = !atom.nouns.some((key) => body.kind.parts?.[key])
  const begins =
    start === undefined ||
    (start.is === 'break' && (start.strength >= STRONG || !holes || sunk)) ||
    (sunk && start.is === 'link' && start.text === 'and')
  // `The upright has two holes`: what a sentence is about is where they are.
  const [next, after] = [on.atoms[index + 1], on.atoms[index + 2]]
  const about = before === undefined || (before.is === 'break' && before.strength >= STRONG && !before.colon)
  const has = next?.is === 'link' && HAS.has(next.text) && (after?.is === 'count' || after?.is === 'article')
  if (about && has) return { keys: atom.nouns, text: atom.text, ...(atom.det ? { det: atom.det } : {}) }
  // `Long leg two Ø9 holes …, short leg one`: and so it is where they are counted right behind it.
  const pause = before === undefined || before.is === 'break' || (before.is === 'link' && before.text === 'and')
  const lead = pause || (led(before) && (start === undefined || start.is === 'break' || start.is === 'link'))
  if (lead && (next?.is === 'share' || (next?.is === 'count' && isHole(on, index + 2))))
    return { keys: atom.nouns, text: atom.text, ...(atom.det ? { det: atom.det } : {}) }
  const sized = on.atoms[index + 1]?.is === 'quantity' && on.atoms[index + 2]?.is !== 'noun'
  if (!(led(before) || isFlag(before, 'through')) || !begins || sized) return undefined
  return { keys: atom.nouns, text: atom.text, ...(atom.det ? { det: atom.det } : {}) }
}

/** The next noun is a hole or a slot. */
function isHole({ atoms }: Sentence, from: number): boolean {
  const noun = atoms.slice(from).find((one) => one.is === 'noun' || one.is === 'break')
  return noun?.is === 'noun' && noun.nouns.some((key) => key === 'hole' || key === 'slot')
}
const HAS: ReadonlySet<string> = new Set(['has', 'have'])
