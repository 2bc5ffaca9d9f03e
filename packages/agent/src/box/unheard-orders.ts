import { type ErrorBody, hewnError } from '@hewn/model'
import type { Token } from '../read/tokens.ts'
import type { Phrase, Reading } from './meaning.ts'
import { NO_THINGS } from './recognisers/objects.ts'
import * as known from './words.ts'

/** What no word of boxes heard: built without it, the box might not be what was asked for. */
export interface Unheard {
  refused?: ErrorBody
  /** Words that stand against *done*: they may be an order, and nobody knows. */
  open: ReadonlySet<Token>
}

/**
 * `with …`, `add …` and a clause of its own (`, felt lined`, `, rope handles`) order something. An adjective before something that is known
 * (`with a rustic lid`), the name of the thing, and how it is to look change nothing and are only told.
 */
export function unheardOrders(reading: Reading, tokens: readonly Token[]): Unheard {
  const left = new Set<Token>(reading.unread.filter(({ kind }) => kind === 'word'))
  const refused = shaped(tokens, left) ?? ordered(reading, tokens, left)
  if (refused) return { refused, open: new Set() }
  const open = new Set<Token>()
  for (const clause of clausesOf(reading, tokens)) {
    const strange = strangeIn(clause, reading, tokens, left)
    const words = strange.map(textOf)
    if (!clause.title && clause.alone && words.some(isOrder)) return { refused: noSuch(words.join(' ')), open }
    for (const token of strange) open.add(token)
  }
  return { open }
}

const textOf = (token: Token | undefined): string => (token?.kind === 'word' ? token.text : '')

const noSuch = (word: string, hint = ''): ErrorBody =>
  hewnError('AGENT_UNSUPPORTED', `“${word}” is not something that boxes can have here.`, {
    hint: `${hint}Leave it out, or say what it is made of: a hole, a slot, compartments, a lid. To write it: engrave "${word}" on the front.`,
  })

/** `house shaped`, `in the shape of a heart`: boxes have one shape. */
function shaped(tokens: readonly Token[], left: ReadonlySet<Token>): ErrorBody | undefined {
  for (const [place, token] of tokens.entries()) {
    if (!left.has(token)) continue
    const text = textOf(token)
    const shape =
      text === 'shaped'
        ? textOf(tokens[place - 1]?.kind === 'mark' ? tokens[place - 2] : tokens[place - 1])
        : text.endsWith('-shaped')
          ? text.slice(0, -'-shaped'.length)
          : text === 'shape' && textOf(tokens[place + 1]) === 'of'
            ? textOf(tokens.slice(place + 2).find((one) => !known.FILLERS.has(textOf(one))))
            : ''
    if (shape === '' || BOX_SHAPES.has(shape)) continue
    return hewnError('AGENT_UNSUPPORTED', `A box in the shape of “${shape}” is not something the planner can make.`, {
      hint: 'The nearest it can: a rectangular box.',
    })
  }
  return undefined
}

const BOX_SHAPES = new Set('box square rectangular rectangle cube brick'.split(' '))

/** What is asked for by `with …`, `add …`, and things counted that nobody said to be contents. */
function ordered({ phrases }: Reading, tokens: readonly Token[], left: ReadonlySet<Token>): ErrorBody | undefined {
  const things = phrases.filter((phrase) => phrase.kind === 'things')
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]
    const thing = things.find(({ from }) => from === place)
    if (thing && isBare(thing, phrases, tokens))
      return noSuch(thing.name, `If they go into it: for ${thing.count.text} ${thing.name}. `)
    if (token && left.has(token) && HANDLED.has(textOf(token)) && isHandle(place + 1, phrases))
      return noSuch(`${textOf(token)} handles`)
    if (!token || (!thing && !left.has(token)) || !isOrdered(tokens, place)) continue
    const to = thing ? thing.to : endOf(place, tokens, left)
    const word = thing ? thing.name : tokens.slice(place, to).map(textOf).join(' ')
    if (LOOKS.has(textOf(tokens[to - 1])) || (!thing && describes(to, phrases))) continue
    return noSuch(word)
  }
  return undefined
}

/** `key cabinet …, 4 hooks`: nobody said that they are to go in, as `watch box, 6 watches` does. */
function isBare(thing: Phrase & { kind: 'things' }, phrases: readonly Phrase[], tokens: readonly Token[]): boolean {
  const [before, first] = [tokens[thing.from - 1], tokens[thing.from]]
  if (before?.kind !== 'mark' || first?.kind !== 'number') return false
  // `cards, 120 sleeved ones`: of what is named already.
  if (phrases.some(({ kind, from }) => from < thing.from && (kind === 'object' || kind === 'jars'))) return false
  const stem = (thing.name.split(' ').at(-1) ?? '').slice(0, 4)
  return !tokens.slice(0, thing.from).some((token) => textOf(token).startsWith(stem))
}

/** Of these a handle is no hole in a wall. */
const HANDLED = new Set('rope leather brass metal steel webbing iron aluminium aluminum'.split(' '))
const isHandle = (place: number, phrases: readonly Phrase[]): boolean =>
  phrases.some(({ from, kind }) => from === place && kind === 'hand-holes')

/** Whether a word that orders something stands before, with nothing but articles between. */
function isOrdered(tokens: readonly Token[], place: number): boolean {
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

interface Clause {
  from: number
  to: number
  /** Tells what the thing is called. */
  title: boolean
  /** Nothing in it is known. */
  alone: boolean
}

function clausesOf({ phrases }: Reading, tokens: readonly Token[]): Clause[] {
  const meant = phrases.filter(({ kind }) => kind !== 'filler')
  const named = meant.find(({ kind }) => TITLES.has(kind))
  const clauses: Clause[] = []
  let from = 0
  for (let to = 0; to <= tokens.length; to++) {
    const token = tokens[to]
    const inside = meant.some((phrase) => phrase.from < to && to < phrase.to)
    if (to < tokens.length && (inside || !(token?.kind === 'mark' && ENDS.has(token.text)))) continue
    clauses.push({
      from,
      to,
      title: named === undefined || from <= named.from,
      alone: !meant.some((phrase) => phrase.from >= from && phrase.from < to),
    })
    from = to + 1
  }
  return clauses
}

const TITLES: ReadonlySet<Phrase['kind']> = new Set(['noun', 'cube', 'size', 'object', 'jars', 'several'])
const ENDS = new Set([',', ';', '.', ':', '(', ')', '\n'])

/** Words of a clause that may order something: all of one in which nothing is known, else those behind what is known. */
function strangeIn(
  { from, to, title, alone }: Clause,
  { phrases }: Reading,
  tokens: readonly Token[],
  left: ReadonlySet<Token>,
): Token[] {
  return tokens.slice(from, to).filter((token, index) => {
    if (!left.has(token) || LOOKS.has(textOf(token))) return false
    const end = endOf(from + index, tokens, left)
    if (LOOKS.has(textOf(tokens[end - 1]))) return false
    if (title) return isDone(textOf(token)) && !describes(end, phrases)
    return alone || !describes(end, phrases)
  })
}

/** `lined`, `dovetailed`: done to the thing, where plain adjectives only praise it. */
const isDone = (word: string): boolean => /[^e]ed$/.test(word) && word.length > 4

/** `rope handles`, `felt lined`: several of something, or something done. */
const isOrder = (word: string): boolean =>
  isDone(word) || (/[^su]s$/.test(word) && word.length > 3 && !COMMENT.has(word) && !NO_THINGS.has(word))

const COMMENT = new Set('thanks always perhaps sometimes others works looks needs goes sits stands'.split(' '))

const LOOKS: ReadonlySet<string> = new Set(
  `look looks finish style feel colour color paint stain varnish oil care love edges painted varnished stained oiled waxed
  sanded polished finished unfinished coloured colored natural rustic vintage modern sturdy strong light cheap`.split(
    /\s+/,
  ),
)
