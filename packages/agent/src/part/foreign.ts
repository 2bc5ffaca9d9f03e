import { type AgentError, hewnError } from '@hewn/model'
import { languageWith } from '../languages/to-english.ts'
import type { Atom } from './read/atoms.ts'

/** Words of languages that are not read at all. */
const OTHERS: ReadonlySet<string> = new Set('med ett och com uma els amb met een voor il la con per'.split(' '))

/** A request half in another language is refused whole rather than half read, in that language where it is one we have (AG37). */
export function halfForeign(words: string, atoms: readonly Atom[]): AgentError | undefined {
  // A wooden plaque is English too, and so is what lies under it.
  const unread = atoms.filter((atom) => atom.is === 'unread' && !BOTH.test(words.slice(...atom.at)))
  if (unread.length < 2) return undefined
  const written = (atom: Atom) => words.slice(...atom.at)
  const spoken = new Map(unread.map((atom) => [atom, languageWith(written(atom))]))
  const theirs = [...spoken.values()].find((language) => language !== undefined)
  const strange = theirs
    ? unread.filter((atom) => spoken.get(atom) === theirs)
    : unread.filter((atom) => OTHERS.has(written(atom).toLowerCase()) || /(?=\P{ASCII})\p{L}/u.test(written(atom)))
  // `axes`, `degrees` and `allen` are words of two languages: one of them alone makes no sentence of theirs.
  const [first] = strange
  if (!first || (theirs && strange.length < 2)) return undefined
  const says = theirs?.unknown ?? ((word: string) => `Parts are read in English; “${word}” is not known.`)
  return {
    ...hewnError('AGENT_NOT_UNDERSTOOD', says(written(first)), { hint: theirs?.hint ?? HINT }),
    spans: strange.map(({ at }) => at),
  }
}

const BOTH =
  /^(?:plaque|under|underneath|beneath|behind|within|against|upon|hat|die|art|band|hand|wand|gut|war|note|table|pour|main|mine|chose|pot|case|pan|son|sale)$/i

const HINT = 'Try: plate 80 x 60 x 10 mm with four M4 holes, 8 mm from the edges'
