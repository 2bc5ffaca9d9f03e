import type { PartFeature } from '@hewn/model'
import { lexicon, ownFeature } from '../registry.ts'
import type { Item, WordItem } from '../words/items.ts'
import type { Edit } from './edit.ts'
import { type Phrase } from './phrase.ts'
import { pick } from './pick.ts'

/**
 * `another from front to back`, `the same hole again …`, `a second slot like it`: one more of what is there. What it is
 * called is put where nobody said it, and its sizes are those of the one it is like.
 */
export function another(items: readonly Item[], edit: Edit): Item[] {
  const text = (place: number): string => {
    const item = items[place]
    return item?.kind === 'word' ? item.text : ''
  }
  for (let place = 0; place < items.length; place++) {
    const led = ledAt(place)
    if (led === undefined) continue
    const { from, to, count } = led
    const ahead = items.slice(to, to + REACH)
    const end = ahead.findIndex((item) => item.kind === 'mark')
    const clause = end < 0 ? ahead : ahead.slice(0, end)
    const noun = clause.find((item): item is WordItem => item.kind === 'word' && nounOf(item) !== undefined)
    // `same holes, but 9 mm from the ends` are those that are there.
    const after = noun ? items.indexOf(noun) + 1 : to
    const but = text(after) === 'but' || (items[after]?.kind === 'mark' && text(after + 1) === 'but')
    if (noun?.plural && but) return items.toSpliced(from, items.indexOf(noun) - from)
    // With a size of its own it is like nothing.
    const sized = clause.slice(0, noun ? clause.indexOf(noun) : 0).some(isSize)
    const like = sized ? undefined : likeOf(edit, noun)
    const named = like && (noun ?? wordFor(like, items[from]?.at ?? [0, 0]))
    if (!like || !named) continue
    edit.like = like
    edit.likeAll = named.plural && !count
    edit.inLine = items.slice(from, to).some((item) => item.kind === 'word' && item.text === 'same')
    let next = noun ? items.indexOf(noun) + 1 : to
    while (AGAIN.has(text(next))) next++
    // `of the same size`
    if (text(next) === 'of' && text(next + 2) === 'same' && LIKE.has(text(next + 3))) next += 4
    const at = items[from]?.at ?? named.at
    return [
      ...items.slice(0, from),
      word('add', at),
      ...(count ? [count, named] : [word('a', at), { ...named, plural: false }]),
      ...fromItsCorner(items.slice(next), like),
    ]
  }
  return [...items]

  /** From which item to which one stands what asks for one more. */
  function ledAt(place: number): { from: number; to: number; count?: Item } | undefined {
    let to = place
    while (VERBS.has(text(to))) to++
    const article = ['a', 'the'].includes(text(to))
    if (article) to++
    const which = text(to)
    const first = items[to]
    const one = first?.kind === 'number' && first.value === 1 && first.unit === undefined
    // `two more holes on the centreline`: told where they are, they are others.
    const many = first?.kind === 'number' && first.value > 1 && first.unit === undefined && text(to + 1) === 'more'
    if (many && text(place) === 'add' && isPlaced(items.slice(to + 2))) return { from: place, to: to + 2, count: first }
    if ((one || which === 'one') && text(to + 1) === 'more') to += 2
    else if (which === 'another' || (article && which === 'second')) to++
    else if ((which === 'same' || which === 'identical') && (to > place || place === 0)) to++
    else return undefined
    while (['one', 'thing', 'again'].includes(text(to)) || isWordOne(items[to])) to++
    return { from: place, to }
  }
}
/** `another at 80, 40`, where the one that it is like is told from a corner: from the same one. */
function fromItsCorner(rest: readonly Item[], { at }: PartFeature): Item[] {
  const cornered = at.relations.some((one) => one.kind === 'points' && one.from === 'corner')
  const [led, x, mark, y, ...more] = rest
  const pair = x?.kind === 'number' && y?.kind === 'number' && mark?.kind === 'mark' && mark.text === ','
  if (!cornered || !pair || more.length > 0 || !(led?.kind === 'word' && led.text === 'at')) return [...rest]
  return [...rest, ...['from', 'the', 'bottom', 'left', 'corner'].map((text) => word(text, y.at))]
}

/** `one more 30 mm to the right`: from the one that it is like. */
export function fromIt(items: readonly Item[]): Item[] {
  const says = (item: Item | undefined, ...texts: string[]) => item?.kind === 'word' && texts.includes(item.text)
  const leads = items.some(
    (item, place) => says(item, 'another', 'second', 'same') || (says(item, 'more') && place > 0 && place < 4),
  )
  const side = items.findIndex(
    (item, place) =>
      says(item, 'left', 'right') &&
      (items[place - 1]?.kind === 'number' ||
        (says(items[place - 1], 'the') && says(items[place - 2], 'to') && items[place - 3]?.kind === 'number')) &&
      (items[place + 1] === undefined || items[place + 1]?.kind === 'mark'),
  )
  const at = items[side]?.at
  if (!leads || !at) return [...items]
  // `60 mm right`
  const to = items[side - 1]?.kind === 'number' ? [word('to', at), word('the', at)] : []
  return [
    ...items.slice(0, side),
    ...to,
    ...items.slice(side, side + 1),
    word('of', at),
    word('it', at),
    ...items.slice(side + 1),
  ]
}

/** `a second one 60 mm to the right`: that one is no number. */
const isWordOne = (item: Item | undefined): boolean =>
  item?.kind === 'number' && item.unit === undefined && item.text.toLowerCase() === 'one'

const isSize = (item: Item): boolean => item.kind === 'number' || (item.kind === 'word' && /^(?:m|#)\d/.test(item.text))

const REACH = 4
const LIKE = new Set(['size', 'kind', 'type', 'sort', 'diameter'])
/** It is said where: `on the centreline`, `in the middle`, `20 mm from the left edge`. */
const isPlaced = (items: readonly Item[]): boolean =>
  items.some((item) => item.kind === 'word' && (item.entry?.place !== undefined || item.text === 'from'))
const VERBS = new Set(['add', 'put', 'drill', 'cut', 'make', 'and', 'also', 'mill'])
const AGAIN = new Set(['again', 'like', 'it', 'that', 'as', 'well', 'this', 'same', 'just', 'too'])

const nounOf = ({ entry }: WordItem): string | undefined => entry?.nouns.find((key) => ownFeature(key) !== undefined)

/** The one of that kind, or what was made last; of several kinds none is meant. */
function likeOf(edit: Edit, noun: WordItem | undefined): PartFeature | undefined {
  const kinds = noun ? (noun.entry?.nouns.filter((key) => ownFeature(key) !== undefined) ?? []) : []
  const phrase: Phrase = {
    at: noun?.at ?? [0, 0],
    kinds,
    parts: [],
    text: noun?.text ?? 'it',
    plural: false,
    definite: true,
    sizes: [],
    traits: [],
  }
  const found = pick(edit, phrase)
  const [one, ...others] = found
  return others.length === 0 ? one?.feature : undefined
}

function wordFor({ label, kind }: PartFeature, at: Item['at']): WordItem | undefined {
  const entry = lexicon().find(label.split(' '))?.entry ?? lexicon().find([kind])?.entry
  return entry && { kind: 'word', at, text: entry.text, plural: false, entry }
}

const word = (text: string, at: Item['at']): WordItem => {
  const entry = lexicon().find([text])?.entry
  return { kind: 'word', at, text, plural: false, ...(entry ? { entry } : {}) }
}
