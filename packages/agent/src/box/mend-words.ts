import type { Token, WordToken } from '../read/tokens.ts'
import type { Assumption } from '../understanding.ts'
import * as known from './words.ts'

const LEAST = 5

/** Words worth mending: those that say something about a box. */
const OURS: readonly string[] = [
  ...new Set([
    ...known.BOX_NOUNS.keys(),
    ...known.MATERIALS,
    ...known.CELLS,
    ...known.DIVIDERS,
    ...known.SHELVES,
    ...known.DIVIDED,
    ...known.FEATURES,
    ...known.SIDE_WORDS,
    ...known.COMPARATIVE_WORDS,
    ...known.FACE_WORDS,
    ...known.INSIDE,
    ...known.OUTSIDE,
    ...known.UNSUPPORTED.keys(),
    ...'thick thickness columns column sliding closed bottom kerf finger fingers joints without removable'.split(' '),
  ]),
]
const VOCABULARY = OURS.filter((word) => word.length >= LEAST)

/** English that lies one letter beside our words and means something else. */
const OTHERS: ReadonlySet<string> = new Set(
  `shell sheet shelter house hours cased cares coves cover table cable paper tower power cells sells fours found round bread board
  brack track black stack snack slack caddie trade grade width within waist taste tasty oaken maples beach leech whole holes wheel
  close chose cheat crater create cabin chess chests lower flower rower layer later right light fight might sight night tight packet packets
  front frost deeper depths heights eight weight freight label table ladle sorter sorters`.split(/\s+/),
)

/** One wrong letter in a known word of five or more is read as that word, and said so (AG43). */
export function mendWords(tokens: readonly Token[]): { tokens: Token[]; assumed: Assumption[] } {
  const assumed: Assumption[] = []
  const mended = tokens.map((token): Token => {
    if (token.kind !== 'word' || token.text.length < LEAST || KNOWN.has(token.text) || OTHERS.has(token.text))
      return token
    const meant = VOCABULARY.filter((word) => oneApart(token.text, word))
    const [word, ...more] = meant
    // `organiser` and `organisers` are one letter apart as well: where several would do, the first of equal length counts.
    const chosen = more.length === 0 ? word : meant.find(({ length }) => length === token.text.length)
    if (chosen === undefined) return token
    assumed.push({ name: 'spelling', text: `“${token.text}” read as “${chosen}”`, why: 'one letter apart' })
    return { ...token, text: chosen } satisfies WordToken
  })
  return { tokens: mended, assumed }
}

const KNOWN: ReadonlySet<string> = new Set([
  ...OURS,
  ...known.FILLERS,
  ...known.PART_NOUNS,
  ...known.AFTER_PURPOSE,
  ...known.PURPOSES,
  ...known.FOREIGN,
  ...known.LOOKS,
  ...known.STOCK,
  ...known.EVENLY,
  ...known.SIZE_WORDS,
  ...known.OPEN,
  ...known.CLOSED,
  ...known.ENCLOSED,
  ...`holds holding fits fitting store stores storing containing contain drops goes opens opening slides that which bottles
  diameter records batteries battery cards sheets paper boards decks coins jars tins spools games tools pencils brushes screws
  photos prints letters things stuff around below above under over every other these those`.split(/\s+/),
])

/** One letter more, less, other, or two neighbours swapped; the first letter is the one people get right. */
function oneApart(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1 || one === other) return false
  let from = 0
  while (one[from] !== undefined && one[from] === other[from]) from++
  let end = 0
  while (end < Math.min(one.length, other.length) - from && one.at(-1 - end) === other.at(-1 - end)) end++
  const [left, right] = [one.slice(from, one.length - end), other.slice(from, other.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
