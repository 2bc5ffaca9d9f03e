import type { Kind, Role } from '../kinds.ts'
import { ALIASES, COLORS, DIMENSIONS, FILLERS, FLAGS, MATERIALS, PLACES } from './vocabulary.ts'

/** All that one phrase can mean; what it means in a request, its neighbours decide. */
export interface Entry {
  text: string
  /** Keys of kinds it names, in the order they are asked. */
  nouns: string[]
  role?: Role
  flag?: string
  place?: string
  material?: boolean
  color?: boolean
  filler?: boolean
}

/** Not known, or the name of a part that nothing spoken of here has: the `cable` that a box has a hole for. */
export const meansNothing = (entry: Entry | undefined): boolean => {
  if (!entry) return true
  const { nouns, role, flag, place, material, color, filler } = entry
  return nouns.length === 0 && !(role || flag || place || material || color || filler)
}

export interface Lexicon {
  /** `live`: which keys of kinds can be meant; a noun of parts alone whose owners are not spoken of is no noun. */
  find(words: readonly string[], live?: (key: string) => boolean): { entry: Entry; plural: boolean } | undefined
  /** Which nouns can be meant, where these keys are spoken of. */
  living(keys: readonly string[]): (key: string) => boolean
  /** The known word that is one letter away. */
  mend(word: string): { entry: Entry; plural: boolean } | undefined
}

export const normal = (word: string): string => (Object.hasOwn(ALIASES, word) ? (ALIASES[word] ?? word) : word)

/** Words that no grammar of ours takes by their sense, and that are right as they stand: never mended into others. */
const ENGLISH = new Set(
  `grade grades shorten deepen widen degree degrees pressure where there these those other using place places later water plane plans slope large small right light sight whole while three seven
   above below beside inner outer under order after every never allow along alone among angle again about sides being bring build
   cover could would should draft early equal exact extra first found front given great group heart heavy image joint known least left level
   limit lower might minor model mount mouse needs north south paper parts piece point power print quick quite range ready round scale sense shape
   sharp sheet shown since sizes small solid sound space spare stand start state still stock stone style table taken taper thank their thing think
   third title today total touch tower track train trial truck under union unit until upper usual value video visit watch wheel white width within
   world worth write clean clear close thumb photo phone laptop camera monitor mirror window windows battery garden kitchen router desk bike
   motor engine stepper table chair coffee books panels heads hands heavy please drive driver drawer printer prints paint point points power stable staple axes
   towel towels shelf shelves bookshelf spoon spoons clock clocks platter plaster beard rabbit sheep shark bread planes brake brakes glove gloves socks stool stools
   radios medal medals splint sorter stapler mixer stake stakes armor sprig sprung string strings straw straws stray stripe stripes shave shock shore shots
   reduced reducing narrows narrowing necked tapers filed formed brought machined crane cranes crater crock crops crowd crust blown flame flood flour trick candy carve caster casters caving cheer chest chick chore chunk clone clove clown`
    .split(/\s+/)
    .filter(Boolean),
)

/** A word of English that stands right as it is, though no grammar of ours takes it by its sense. */
export const isPlainEnglish = (word: string): boolean => ENGLISH.has(word)

export function lexiconOf(kinds: readonly Kind[]): Lexicon {
  const entries = new Map<string, Entry>()
  const entry = (phrase: string): Entry => {
    const text = phrase.split(' ').map(normal).join(' ')
    const known = entries.get(text) ?? { text, nouns: [] }
    entries.set(text, known)
    return known
  }
  for (const text of FILLERS) entry(text).filler = true
  for (const [role, phrases] of Object.entries(DIMENSIONS) as [Role, string[]][])
    for (const text of phrases) entry(text).role = role
  for (const [flag = '', ...others] of FLAGS) for (const text of [flag, ...others]) entry(text).flag = flag
  for (const [place, phrases] of Object.entries(PLACES)) for (const text of phrases) entry(text).place = place
  for (const text of MATERIALS) entry(text).material = true
  for (const text of COLORS) entry(text).color = true
  for (const kind of kinds)
    for (const noun of kind.nouns.split(',')) {
      const phrase = noun.trim().replace(/[\s-]+/g, ' ')
      // `flanges` is `flange` in the plural, however it was listed.
      const words = phrase.split(' ')
      const single = singulars(words.at(-1) ?? '')
        .map((last) => [...words.slice(0, -1), last].map(normal).join(' '))
        .find((text) => entries.has(text))
      const known = entry(single ?? phrase)
      // What a part is called does not take a word for a place or a size from all others.
      if ('owner' in kind && (known.place || (known.role && known.role !== 'gap'))) continue
      if (!known.nouns.includes(kind.key)) known.nouns.push(kind.key)
    }
  const mendable = [...entries.values()].filter(
    ({ text, filler, nouns, role, flag, place }) =>
      text.length >= 5 && !text.includes(' ') && (!filler || nouns.length > 0 || role || flag || place),
  )

  const owners = new Map<string, Set<string>>()
  const own = new Set<string>()
  for (const kind of kinds) {
    const owner = 'owner' in kind ? String(kind.owner) : undefined
    if (owner === undefined) own.add(kind.key)
    else owners.set(kind.key, (owners.get(kind.key) ?? new Set()).add(owner))
  }
  const lookUp = (words: readonly string[]) => {
    const exact = entries.get(words.map(normal).join(' '))
    if (exact) return { entry: exact, plural: false }
    const last = words.at(-1) ?? ''
    for (const single of singulars(last)) {
      const found = entries.get([...words.slice(0, -1), single].map(normal).join(' '))
      if (found && (found.nouns.length > 0 || found.role || found.place || !found.filler))
        return { entry: found, plural: true }
    }
    // `holes centres`: words inside may be plural too.
    if (words.length > 1) {
      const loose = words.map((word) => singulars(word).find((one) => entries.has(normal(one))) ?? word)
      const found = entries.get(loose.map(normal).join(' '))
      // `holes drilled`: what is counted may stand first.
      if (found) return { entry: found, plural: words.some((word, place) => word !== loose[place]) }
    }
    return undefined
  }
  const find: Lexicon['find'] = (words, live) => {
    const found = lookUp(words)
    if (!found || !live || found.entry.nouns.every(live)) return found
    const { nouns, ...rest } = found.entry
    const left = nouns.filter(live)
    const entry = { ...rest, nouns: left }
    return words.length > 1 && meansNothing(entry) ? undefined : { ...found, entry }
  }
  return {
    find,
    living(keys) {
      const spoken = new Set(keys)
      return (key) => own.has(key) || [...(owners.get(key) ?? [])].some((owner) => spoken.has(owner))
    },
    mend(word) {
      if (word.length < 5 || ENGLISH.has(word) || /\d/.test(word)) return undefined
      const near = (one: string) => mendable.filter(({ text }) => oneAway(one, text))
      const direct = near(word)
      if (direct.length === 1 && direct[0]) return { entry: direct[0], plural: false }
      for (const single of singulars(word)) {
        const found = near(single)
        if (single.length >= 4 && found.length === 1 && found[0]) return { entry: found[0], plural: true }
      }
      return undefined
    },
  }
}

const singulars = (word: string): string[] =>
  [
    word.endsWith('ies') ? `${word.slice(0, -3)}y` : '',
    /(?:[sxzo]|[cs]h)es$/.test(word) ? word.slice(0, -2) : '',
    word.endsWith('ves') ? `${word.slice(0, -3)}f` : '',
    word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : '',
    // Of `tubes` the first is a tube, and no tub.
    word.endsWith('es') ? word.slice(0, -2) : '',
  ].filter((one) => one.length > 1)

/** One letter too many, too few, wrong, or two swapped; the first one has to be right. */
function oneAway(typed: string, known: string): boolean {
  if (typed[0] !== known[0] || Math.abs(typed.length - known.length) > 1 || typed === known) return false
  let at = 0
  while (at < typed.length && typed[at] === known[at]) at++
  const rest = (text: string, from: number) => text.slice(from)
  return (
    rest(typed, at + 1) === rest(known, at + 1) ||
    rest(typed, at + 1) === rest(known, at) ||
    rest(typed, at) === rest(known, at + 1) ||
    (typed[at] === known[at + 1] && typed[at + 1] === known[at] && rest(typed, at + 2) === rest(known, at + 2))
  )
}
