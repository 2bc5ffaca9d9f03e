import { type ErrorBody, hewnError } from '@hewn/model'
import type { Token } from '../read/tokens.ts'
import type { Phrase, Reading } from './meaning.ts'
import * as known from './words.ts'

/**
 * What is asked for by `with …`, `add …` and is no word of boxes: built without it, the box would not be what was asked for.
 * An adjective before something that is known (`with a rustic lid`), and how it is to look, change nothing and are only told.
 */
export function unheardOrder({ phrases, unread }: Reading, tokens: readonly Token[]): ErrorBody | undefined {
  const left = new Set<Token>(unread.filter(({ kind }) => kind === 'word'))
  const things = phrases.filter((phrase) => phrase.kind === 'things')
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]
    const thing = things.find(({ from }) => from === place)
    if (!token || (!thing && !left.has(token)) || !ordered(tokens, place)) continue
    const to = thing ? thing.to : endOf(place, tokens, left)
    const last = tokens[to - 1]
    const word = thing ? thing.name : tokens.slice(place, to).map(textOf).join(' ')
    if (LOOKS.has(last ? textOf(last) : '') || (!thing && describes(to, phrases))) continue
    return hewnError('AGENT_UNSUPPORTED', `“${word}” is not something that boxes can have here.`, {
      hint: `Leave it out, or say what it is made of: a hole, a slot, compartments, a lid. To write it: engrave "${word}" on the front.`,
    })
  }
  return undefined
}

const textOf = (token: Token): string => (token.kind === 'word' ? token.text : '')

/** Whether a word that orders something stands before, with nothing but articles between. */
function ordered(tokens: readonly Token[], place: number): boolean {
  for (let before = place - 1; before >= 0; before--) {
    const token = tokens[before]
    if (token?.kind !== 'word') return false
    if (ORDERS.has(token.text)) return true
    if (!known.FILLERS.has(token.text)) return false
  }
  return false
}

const ORDERS = new Set(
  'with having including includes plus add featuring attach install incorporate integrate mount fit'.split(' '),
)

function endOf(place: number, tokens: readonly Token[], left: ReadonlySet<Token>): number {
  let to = place
  for (let token = tokens[to]; token && left.has(token); token = tokens[to]) to++
  return to
}

/** `with a rustic lid`: what is known stands right behind. */
const describes = (place: number, phrases: readonly Phrase[]): boolean =>
  phrases.some(({ from, kind }) => from === place && kind !== 'filler' && kind !== 'purpose')

const LOOKS = new Set(
  'look looks finish style feel colour color paint stain varnish oil care love edges corners'.split(' '),
)
