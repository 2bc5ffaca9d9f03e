import type { PartPlan } from '@hewn/model'
import { familyOf } from '../registry.ts'
import type { Item } from '../words/items.ts'
import { BIG, ORDER, SMALL } from './phrase.ts'

/**
 * `make hole 12`, `make end holes 8`, `corner radius of pocket 8`, `chamfer on bore`: said in haste of what is there, as
 * `the hole` is.
 */
export function withArticles(items: readonly Item[], plan: PartPlan): Item[] {
  const known = knownIn(plan)
  return items.flatMap((item, place) => {
    const led = items[place - 1]
    if (led?.kind !== 'word' || item.kind !== 'word' || led.text === 'the') return [item]
    const begins = isBeginning(items[place - 2])
    const named = nounAt(items, place, known)
    if (named === undefined) return [item]
    const noun = items[named]
    const meant =
      (AFTER.has(led.text) && noun?.kind === 'word' && !noun.plural && named === place && ends(items[named + 1])) ||
      (CHANGES.has(led.text) && begins && !placed(items, named + 1))
    return meant ? [{ kind: 'word' as const, at: item.at, text: 'the', plural: false }, item] : [item]
  })
}

/** Verbs that something there is changes by; what they name is there. */
const CHANGES: ReadonlySet<string> = new Set(
  'make set change move tap countersink counterbore enlarge widen deepen narrow rotate keep'.split(' '),
)
const AFTER: ReadonlySet<string> = new Set(['of', 'on', 'around'])
const TRAITS: ReadonlySet<string> = new Set([
  ...BIG,
  ...SMALL,
  ...ORDER,
  'end',
  'outer',
  'inner',
  'left',
  'right',
  'front',
  'back',
  'top',
  'bottom',
  'upper',
  'lower',
])

/** Where the noun of something there is stands, behind the words that tell which one. */
function nounAt(items: readonly Item[], from: number, known: (key: string) => boolean): number | undefined {
  for (let place = from; place < from + 3; place++) {
    const item = items[place]
    if (item?.kind !== 'word') return undefined
    if (item.entry?.nouns.some(known)) return place
    const which = TRAITS.has(item.text) || item.entry?.place === 'centre' || item.entry?.place === 'corner'
    if (!which) return undefined
  }
  return undefined
}

const isBeginning = (before: Item | undefined): boolean =>
  before === undefined || before.kind === 'mark' || (before.kind === 'word' && LEADS.has(before.text))
const LEADS: ReadonlySet<string> = new Set(['and', 'then', 'please', 'now', 'also', 'but'])
const ends = (item: Item | undefined): boolean =>
  item === undefined || item.kind !== 'word' || ['should', 'to', 'and', 'is', 'by'].includes(item.text)

/** `make hole 12 mm in the corner` is a new one. */
function placed(items: readonly Item[], from: number): boolean {
  for (let place = from; place < items.length; place++) {
    const item = items[place]
    if (item?.kind === 'mark') return false
    if (item?.kind === 'word' && (['in', 'on', 'at', 'near'].includes(item.text) || item.entry?.place === 'centre'))
      return true
  }
  return false
}

/** What the part there is is called, what was made on it, and its bore. */
function knownIn({ bodies }: PartPlan): (key: string) => boolean {
  const keys = new Set(
    bodies.flatMap(({ family, parts, features, sizes }) => [
      family,
      ...parts.map(({ kind }) => kind),
      ...features.map(({ kind }) => kind),
      ...(sizes[familyOf(family)?.bore ?? ''] === undefined ? [] : ['hole']),
    ]),
  )
  return (key) => keys.has(key)
}
