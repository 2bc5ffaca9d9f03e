import type { Span } from '@hewn/model'
import { isBored, namesMiddle } from '../middle-hole.ts'
import { cursorAt } from '../read/cursor.ts'
import { familyOf, lexicon, ownFeature } from '../registry.ts'
import type { Item, WordItem } from '../words/items.ts'
import type { Edit } from './edit.ts'
import { howMany } from './how-many.ts'
import { type Phrase, phraseAt } from './phrase.ts'
import { pick } from './pick.ts'

/**
 * `one 12 mm hole in the middle instead of the four`, `replace the corner holes with six on a 45 circle`, `a single hole
 * instead`: what was there goes, and what comes is read as something new. The same kind in the same places is left to
 * the words that change its size.
 */
export function replaceBy(edit: Edit, items: readonly Item[]): { items: readonly Item[]; followed: { at: Span }[] } {
  const left = { items, followed: [] }
  const said = verbed(items) ?? insteadOf(items)
  if (!said || edit.problem) return left
  const { lead, fresh, rest } = said
  const at = items[lead.length]?.at ?? [0, 0]
  const added = {
    items: [...lead, word('add', at), ...fresh, ...rest],
    followed: said.verb ? [{ at: said.verb.at }] : [],
  }
  const comes = comingIn(fresh)
  const old = comes && (said.old ?? inItsLeg(edit, fresh, comes) ?? alone(edit, comes))
  // `forget the bore, three 6 mm holes instead`: what goes was said before.
  if (comes && !said.old && lead.some((item) => item.kind === 'word' && GOES.has(item.text))) return added
  const found = old ? pick(edit, old) : []
  const bored = old && found.length === 0 && (namesMiddle(old.text) || old.traits.includes('centre'))
  const body = bored ? edit.plan.bodies.find(isBored) : undefined
  if (!comes || !old || (found.length === 0 && !body)) return left
  const were = found.reduce((sum, one) => sum + howMany(one, edit.names.values), body ? 1 : 0)
  const alike = found.every(({ feature }) => comes.kinds.includes(feature.kind))
  const [first, ...others] = found
  // A size alone, of as many: those there are.
  if (alike && !body && !comes.placed && comes.count === were) return left
  const size = fresh.slice(1, fresh.indexOf(comes.noun)).some((item) => item.kind === 'number' || isNamed(item))
  // `use eight holes instead of six`: as many of the same.
  if (alike && !size && !comes.placed) return left
  // `eight holes on an 88 mm circle instead`, of those on a circle: they stay what they are.
  const circled = first?.feature.at.relations.some(({ kind }) => kind === 'circle')
  if (alike && !size && circled && fresh.some((item) => item.kind === 'word' && item.entry?.role === 'pcd')) return left
  // Where there are more of them than were named, it is not known which ones go.
  if (!said.old && found.length > 1) return left
  if (body) delete body.sizes[familyOf(body.family)?.bore ?? '']
  for (const one of found) one.body.features = one.body.features.filter((feature) => feature !== one.feature)
  if (first && others.length === 0 && !comes.placed && comes.count === were)
    edit.where = { at: structuredClone(first.feature.at) }
  if (alike && !size && first) edit.like = first.feature
  edit.changed = true
  return added
}

interface Said {
  lead: readonly Item[]
  fresh: readonly Item[]
  rest: readonly Item[]
  /** What goes; the only thing of its kind, where nobody said it. */
  old?: Phrase
  verb?: Item
}

/** `replace the pocket with a 20 mm hole`. */
function verbed(items: readonly Item[]): Said | undefined {
  const start = items.findIndex((item) => item.kind === 'word' && VERBS.has(item.text))
  if (start < 0) return undefined
  const at = cursorAt(items, start + 1)
  const old = phraseAt(at)
  if (!old || !at.word('with', 'by', 'for', 'against')) return undefined
  const { to } = clauseAt(items, at.place)
  return {
    lead: items.slice(0, start),
    fresh: items.slice(at.place, to),
    rest: items.slice(to),
    old,
    ...(items[start] ? { verb: items[start] } : {}),
  }
}

/** `a 20 mm hole instead of the pocket`, `instead of the pocket a 20 mm hole`, `a 20 mm hole instead`, `I'd rather have …`. */
function insteadOf(items: readonly Item[]): Said | undefined {
  const place = items.findIndex(
    ({ kind }, index) => kind === 'word' && PREFERS.test(`${text(items, index)} ${text(items, index + 1)}`),
  )
  if (place < 0) return undefined
  const of = /^(?:of|than)$/.test(text(items, place + 1))
  const at = cursorAt(items, place + (of ? 2 : 1))
  const old = of ? phraseAt(at) : undefined
  // `instead of the four`
  const many = of && !old ? at.attempt(() => (at.skip('the', 'those'), at.number())) : undefined
  if (of && !old && (!many || many.unit !== undefined)) return undefined
  const gone = old ? { old } : {}
  const { from, to } = clauseAt(items, place)
  if (skipped(items, from) >= place) {
    at.mark(',')
    return {
      lead: items.slice(0, from),
      fresh: items.slice(skipped(items, at.place), to),
      rest: items.slice(to),
      ...gone,
    }
  }
  // It begins behind a comma, where the clause begins with something else.
  const starts = [
    from,
    ...items.flatMap((item, index) => (PARTS.test('text' in item ? item.text : '') ? [index + 1] : [])),
  ]
  for (const start of starts.filter((one) => one < place)) {
    const fresh = items.slice(skipped(items, start), place)
    if (comingIn(fresh)) return { lead: items.slice(0, start), fresh, rest: items.slice(at.place), ...gone }
  }
  return undefined
}
const PREFERS = /^(?:instead\b|rather (?:than|have|use|see|want)$)/
const PARTS = /^(?:,|and|but|then)$/

/** What comes: how many of which kind, and whether it is told where. */
function comingIn(
  fresh: readonly Item[],
): { kinds: string[]; count: number; placed: boolean; noun: WordItem } | undefined {
  const index = fresh.findIndex((item) => item.kind === 'word' && spotsOf(item).length > 0)
  const noun = fresh[index]
  const [first] = fresh
  if (noun?.kind !== 'word' || !first || index > REACH) return undefined
  const counted = first.kind === 'number' && first.unit === undefined && (noun.plural || first.value === 1)
  const single = first.kind === 'word' && ARTICLES.has(first.text) && !noun.plural
  if (!counted && !single) return undefined
  const placed = fresh.some(
    (item) =>
      item.kind === 'word' &&
      (item.entry?.place !== undefined ||
        PLACES.has(item.text) ||
        item.entry?.role === 'pcd' ||
        item.entry?.role === 'spacing'),
  )
  return { kinds: spotsOf(noun), count: counted ? first.value : 1, placed, noun }
}

/** `a single 8 mm hole in the long leg instead`: those that are in that leg. */
function inItsLeg(
  edit: Edit,
  fresh: readonly Item[],
  { kinds, noun }: { kinds: string[]; noun: WordItem },
): Phrase | undefined {
  const phrase = phraseAt(cursorAt(fresh, fresh.indexOf(noun)))
  const traits = phrase?.traits.filter((trait) => trait.startsWith('leg:')) ?? []
  const old = phrase && traits.length > 0 ? { ...phrase, kinds, traits, sizes: [], plural: true } : undefined
  return old && pick(edit, old).length > 0 ? old : undefined
}

/** Without a word for what goes, it is the one thing of its kind, or the one thing there is. */
function alone(edit: Edit, { kinds, noun }: { kinds: string[]; noun: WordItem }): Phrase | undefined {
  const all = edit.plan.bodies.flatMap(({ features }) =>
    features.filter(({ kind }) => ownFeature(kind)?.manner === 'spot'),
  )
  const same = all.filter(({ kind }) => kinds.includes(kind))
  const [kind, ...more] = new Set((same.length > 0 ? same : all).map((one) => one.kind))
  if (kind === undefined || more.length > 0) return undefined
  return { at: noun.at, kinds: [kind], parts: [], text: kind, plural: true, definite: true, sizes: [], traits: [] }
}

function clauseAt(items: readonly Item[], place: number): { from: number; to: number } {
  const ends = (item: Item) => item.kind === 'mark' && '.;!\n'.includes(item.text)
  const before = items.slice(0, place).findLastIndex(ends)
  const after = items.findIndex((item, index) => index >= place && ends(item))
  return { from: before + 1, to: after < 0 ? items.length : after }
}

/** From a place on, past `please put`, `I only want`. */
function skipped(items: readonly Item[], from: number): number {
  let place = from
  while (LEADS.has(text(items, place))) place++
  return place
}

const spotsOf = ({ entry }: WordItem): string[] =>
  entry?.nouns.filter((key) => ownFeature(key)?.manner === 'spot') ?? []

/** `M5`, `#8`. */
const isNamed = (item: Item): boolean => item.kind === 'word' && /^(?:m|#)\d/.test(item.text)

const text = (items: readonly Item[], place: number): string => {
  const item = items[place]
  return item?.kind === 'word' ? item.text : ''
}
const word = (said: string, at: Item['at']): WordItem => {
  const entry = lexicon().find([said])?.entry
  return { kind: 'word', at, text: said, plural: false, ...(entry ? { entry } : {}) }
}

const GOES = new Set([
  'forget',
  'no',
  'remove',
  'delete',
  'lose',
  'drop',
  'without',
  'scrap',
  'skip',
  'omit',
  'ditch',
  'fill',
])
const REACH = 8
const VERBS = new Set(['replace', 'swap', 'exchange', 'substitute'])
const LEADS = new Set(
  "please can could you we i i'd we'd want need would like only just now then and also have make put add use drill cut mill give it there should be with".split(
    ' ',
  ),
)
const ARTICLES = new Set(['a', 'an', 'single', 'one'])
const PLACES = new Set([
  'in',
  'on',
  'at',
  'from',
  'apart',
  'along',
  'across',
  'centred',
  'each',
  'around',
  'per',
  'there',
])
