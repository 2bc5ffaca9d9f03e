import type { Entry } from '../words/lexicon.ts'
import { lexicon } from '../registry.ts'
import type { Item } from '../words/items.ts'

/** What is done is said by a verb, and the grammar knows its noun: `round the left corners` is a fillet on them. */
export function inVerbs(items: readonly Item[]): Item[] {
  const all = [...items]
  const text = (place: number): string => {
    const item = all[place]
    return item?.kind === 'word' ? item.text : ''
  }
  const entry = (place: number): Entry | undefined => {
    const item = all[place]
    return item?.kind === 'word' ? item.entry : undefined
  }
  const becomes = (place: number, noun: string, gone: number): void => {
    const at = all[place]?.at ?? [0, 0]
    all.splice(place, gone, ...nouns(noun, at))
  }
  /** How many words lie between a verb and the corner or edge it is for; none where it is for something else. */
  const edgeAfter = (place: number): number | undefined => {
    for (let ahead = place + 1; ahead < place + 7; ahead++) {
      if (entry(ahead)?.place === 'corner' || entry(ahead)?.place === 'edge') return ahead
      const item = all[ahead]
      const counts = item?.kind === 'number' && item.unit === undefined && /[a-z]/i.test(item.text)
      if (!counts && !BETWEEN.has(text(ahead)) && entry(ahead)?.place === undefined && !entry(ahead)?.flag)
        return undefined
    }
    return undefined
  }
  for (let place = 0; place < all.length; place++) {
    const begins = place === 0 || all[place - 1]?.kind === 'mark' || STARTS.has(text(place - 1))
    if (!begins) continue
    const edge = edgeAfter(place)
    if (edge !== undefined && (ROUNDS.has(text(place)) || BREAKS.has(text(place)))) withoutNoun(all, edge)
    if (ROUNDS.has(text(place)) && edge !== undefined) becomes(place, 'fillet', 1)
    else if (BREAKS.has(text(place)) && edge !== undefined) becomes(place, 'chamfer', 1)
    else if (CUTS.has(text(place)) && edge !== undefined && text(edge + 1) === 'off') {
      all.splice(edge + 1, 1)
      becomes(place, 'chamfer', 1)
    } else if (text(place) === 'drill' && DRILLED.has(text(place + 1))) {
      let end = place + 1
      while (DRILLED.has(text(end))) end++
      const named = all.slice(end).some((item) => item.kind === 'word' && item.entry?.nouns.includes('hole'))
      if (!named) becomes(place, 'hole', end - place - 1)
    }
  }
  return all
}

/** `break the edge with a 1 mm chamfer`: the noun says what the verb did. */
function withoutNoun(all: Item[], edge: number): void {
  const rest = all.slice(edge)
  const end = rest.findIndex(({ kind }) => kind === 'mark')
  const clause = end < 0 ? rest : rest.slice(0, end)
  // `break the top edges, 0.5 mm chamfer`: the same, told behind it.
  const [size, told] = end < 0 ? [] : rest.slice(end + 1)
  if (size && size.kind !== 'word' && size.kind !== 'mark' && told && isTreatment(told)) {
    all.splice(edge + end, 3, size)
    return
  }
  const noun = clause.findIndex(isTreatment)
  const led = clause.findIndex((item) => item.kind === 'word' && (item.text === 'with' || item.text === 'by'))
  if (led < 0 || noun < led) return
  const kept = clause.slice(led, noun).filter(({ kind }) => kind !== 'word')
  if (kept.length > 0) all.splice(edge + led, noun + 1 - led, ...kept)
}

const isTreatment = (item: Item): boolean =>
  item.kind === 'word' && item.entry?.nouns.some((key) => key === 'chamfer' || key === 'fillet') === true

function nouns(noun: string, at: Item['at']): Item[] {
  const found = lexicon().find([noun])?.entry
  return [{ kind: 'word', at, text: noun, plural: false, ...(found ? { entry: found } : {}) }]
}

const STARTS = new Set(['and', 'then', 'please', 'also', 'now', 'to', 'just', 'you'])
const ROUNDS = new Set(['round', 'soften', 'smooth', 'radius'])
const BREAKS = new Set(['break', 'bevel', 'ease', 'deburr'])
const CUTS = new Set(['cut', 'chop', 'clip', 'trim', 'knock', 'take', 'snip', 'shave', 'saw'])
const BETWEEN = new Set([
  'the',
  'all',
  'off',
  'over',
  'both',
  'its',
  'each',
  'every',
  'of',
  'one',
  'two',
  'other',
  'sharp',
  'free',
  'outer',
  'outside',
  'inner',
  'inside',
  'four',
  'any',
  'opposite',
  'diagonally',
  'diagonal',
])
const DRILLED = new Set([
  'it',
  'this',
  'that',
  'right',
  'through',
  'straight',
  'all',
  'the',
  'way',
  'part',
  'completely',
  'clean',
])
