import type { Span } from '@hewn/model'
import type { Quantity } from '../read/atoms.ts'
import type { Cursor } from '../read/cursor.ts'
import { quantityOf } from '../read/quantities.ts'
import { designator } from '../read/sizes.ts'
import { ownFeature } from '../registry.ts'

/** `the four 5 mm corner holes`, `the big hole`, `them`: features of the part there is, as they are pointed at. */
export interface Phrase {
  at: Span
  /** Kinds of feature that the noun may mean; none for a pronoun. */
  kinds: string[]
  /** Kinds of a part of a feature: the counterbores. */
  parts: string[]
  text: string
  plural: boolean
  definite: boolean
  count?: Quantity
  sizes: Quantity[]
  traits: string[]
  article?: true
}

const DETERMINERS = [
  'the',
  'all',
  'of',
  'those',
  'these',
  'both',
  'its',
  'existing',
  'current',
  'each',
  'every',
  'my',
  'that',
  'this',
]

const PRONOUNS = ['them', 'they', 'those', 'these', 'it', 'that', 'this', 'all of them', 'both']

export const BIG = ['big', 'bigger', 'biggest', 'large', 'larger', 'largest', 'wide', 'main']

export const SMALL = ['small', 'smaller', 'smallest', 'little']

export const ORDER = ['first', 'second', 'third', 'fourth', 'last']

export const SIDES = ['left', 'right', 'front', 'back', 'top', 'bottom', 'upper', 'lower', 'rear']

const SCREWS = ['screw', 'screws', 'bolt', 'bolts', 'fastener', 'fasteners', 'machine screw', 'cap screw']

/** Reads what is pointed at; `the`, sizes, places and adjectives may stand before the noun, a place behind it unless that is told otherwise. */
export function phraseAt(at: Cursor, placed = true): Phrase | undefined {
  return at.attempt(() => {
    const from = at.item?.at[0] ?? 0
    const before = at.peek(-1)
    const led = before?.kind === 'word' && (before.text === 'a' || before.text === 'an')
    const article = led || at.word('a', 'an') ? { article: true as const } : {}
    const definite = at.wordIf(({ text }) => DETERMINERS.includes(text)) !== undefined
    at.skip(...DETERMINERS)
    const sizes: Quantity[] = []
    const traits: string[] = []
    let count: Quantity | undefined
    const each = at.peek(-1)
    if (each?.kind === 'word' && (each.text === 'every' || each.text === 'each') && at.word('other', 'second'))
      traits.push('alternate')
    for (;;) {
      const size = at.attempt(() => {
        const round = at.mark('⌀')
        const named = designator(at)
        if (named) return named
        const number = at.number()
        if (!number || number.unit === 'deg' || number.unit === '%') return undefined
        // `the middle two 9` are two, and what they shall be.
        if (count && traits.length > 0 && !isCounted(at)) return undefined
        const follows = at.item
        const counts = number.unit === undefined && !round && follows?.kind === 'word' && isCounted(at)
        // `the middle two`
        const some = traits.length > 0 && number.unit === undefined && /^[a-z]+$/i.test(number.text)
        return counts || some
          ? { ...quantityOf(number), value: number.value, role: 'count' as const }
          : quantityOf(number)
      })
      if (size?.role === 'count') count = size
      else if (size) sizes.push(size)
      else {
        const trait = at.wordIf(
          ({ text, entry }) =>
            [...BIG, ...SMALL, ...ORDER, ...SIDES].includes(text) ||
            (entry?.nouns.length === 0 && ['corner', 'centre', ...SIDES].includes(entry.place ?? '')) ||
            (entry?.flag !== undefined && entry.nouns.length === 0) ||
            ['diameter', 'outer', 'inner', 'dia', 'clearance', 'middle'].includes(text) ||
            Object.hasOwn(SOME, text),
        )
        if (!trait) break
        traits.push(SOME[trait.text] ?? trait.entry?.place ?? trait.entry?.flag ?? trait.text)
        at.skip('hand', 'most', 'hand side')
      }
    }
    if (count && traits.length > 0) at.skip('of', 'the')
    // `the left pair of holes`, `the middle column`
    const group = traits.length > 0 ? at.word('pair', 'row', 'column', 'line') : undefined
    if (group?.text === 'pair') count = { value: 2, at: group.at, role: 'count' }
    else if (group) traits.push(group.text === 'column' ? 'column' : 'row')
    if (group) at.skip('of', 'the')
    const word = at.wordIf(
      ({ text, entry }) =>
        SCREWS.includes(text) || (entry?.nouns.some((key) => isFeature(key) || isPart(key)) ?? false),
    )
    const ones = word ? undefined : at.word('ones')
    if (!word && !group && (traits.length === 0 || !(count ?? ones))) return undefined
    if (!word && !ones && !clauseOver(at)) return undefined
    const screws = word !== undefined && SCREWS.includes(word.text)
    const kinds = screws || !word ? ['hole'] : (word.entry?.nouns.filter(isFeature) ?? [])
    const parts = kinds.length > 0 ? [] : (word?.entry?.nouns.filter(isPart) ?? [])
    for (const own of word?.text.split(' ').slice(0, -1) ?? []) traits.push(OWN.get(own) ?? own)
    // `the hole in the middle`, `the holes in the corners`, `the hole on the left`
    at.attempt(() => {
      if (!placed) return undefined
      // `the hole top right`
      const bare = at.peek(0)
      const led = at.word('in', 'on', 'at', 'from', 'off') ?? at.attempt(() => at.word('out') && at.word('of'))
      if (!led && !(bare?.kind === 'word' && SIDES.includes(bare.text))) return undefined
      const all = at.word('each', 'every', 'both')
      at.skip('the', 'of')
      const leg = at.attempt(() => {
        const which = at.wordIf(({ text, entry }) => LEG.test(text) || entry === undefined || entry.nouns.length === 0)
        const noun = which && LEG.test(which.text) ? which : at.wordIf(({ text }) => LEG.test(text))
        return which && noun && (which === noun ? noun.text : `${which.text} ${noun.text}`)
      })
      if (leg) return all ? true : traits.push(`leg:${leg}`)
      const place = at.wordIf(
        ({ text, entry }) => SIDES.includes(text) || entry?.place === 'centre' || entry?.place === 'corner',
      )
      if (!place) return undefined
      at.skip('side', 'edge', 'end', 'hand', 'hand side')
      // `in the top right corner`
      const second = at.wordIf(({ text }) => SIDES.includes(text))
      if (!led && !second) return undefined
      traits.push(place.entry?.place ?? place.text)
      if (second) {
        traits.push(second.entry?.place ?? second.text)
        at.wordIf(({ entry }) => entry?.place === 'corner')
      }
      const line = at.word('row', 'column', 'line')
      if (line) traits.push(line.text === 'column' ? 'column' : 'row')
      return true
    })
    // `the divider across`
    const lies = at.attempt(() => {
      const lying = kinds.some((kind) => kind === 'divider') && at.word(...Object.keys(LIES))
      return lying && clauseOver(at) ? LIES[lying.text] : undefined
    })
    if (lies) traits.push(lies)
    const to = at.peek(-1)?.at[1] ?? from
    return {
      at: [from, to] as Span,
      kinds,
      parts,
      text: word?.text ?? 'hole',
      plural: word ? word.plural || screws : (count?.value ?? 2) > 1,
      definite,
      sizes,
      traits,
      ...article,
      ...(count ? { count } : {}),
    }
  })
}

const LIES: Readonly<Record<string, string>> = {
  across: 'lies:y',
  crosswise: 'lies:y',
  widthwise: 'lies:y',
  along: 'lies:x',
  lengthwise: 'lies:x',
  lengthways: 'lies:x',
}

const LEG = /\b(?:leg|arm|upright|base|flange)$/

const SOME: Readonly<Record<string, string>> = {
  end: 'outer',
  outermost: 'outer',
  innermost: 'inner',
  alternate: 'alternate',
  alternating: 'alternate',
}

/** What a phrase calls some of a pattern that were split off for it. */
export const saidKey = ({ traits, count }: Phrase): string => [...traits, count?.value ?? 'all'].join('-')

const clauseOver = (at: Cursor): boolean => {
  const { item } = at
  // `make the middle two 9`
  return item === undefined || item.kind !== 'word' || item.entry?.nouns.length !== 1
}

/** `them`, `it`: whatever feature was made or changed last. */
export function pronounAt(at: Cursor): Phrase | undefined {
  const word = at.wordIf(({ text }) => PRONOUNS.includes(text))
  const plural = word !== undefined && !['it', 'that', 'this'].includes(word.text)
  return word && { at: word.at, kinds: [], parts: [], text: word.text, plural, definite: true, sizes: [], traits: [] }
}

/** Whether something in it tells these from others of their kind. */
export const isQualified = ({ sizes, traits, count }: Phrase): boolean =>
  sizes.length > 0 || traits.some((trait) => trait !== 'clearance' && trait !== 'diameter') || count !== undefined

const OWN: ReadonlyMap<string, string> = new Map([
  ['corner', 'corner'],
  ['centre', 'centre'],
  ['central', 'centre'],
  ['middle', 'centre'],
  ['tapped', 'tapped'],
  ['threaded', 'tapped'],
  ['through', 'through'],
  ['thru', 'through'],
  ['blind', 'blind'],
  ['clearance', 'clearance'],
])

const isFeature = (key: string): boolean => ownFeature(key) !== undefined

const isPart = (key: string): boolean => PARTS.has(key)

const PARTS = new Set(['counterbore', 'countersink'])

/** `four corner holes`, and not `5 mm holes`: a bare whole number before a plural noun. */
function isCounted(at: Cursor): boolean {
  for (let ahead = 0; ahead < 5; ahead++) {
    const item = at.peek(ahead)
    if (item?.kind === 'number' || (item?.kind === 'mark' && '⌀-'.includes(item.text))) continue
    if (item?.kind !== 'word') return false
    if (item.text === 'ones') return true
    if (item.entry?.nouns.some(isFeature) || SCREWS.includes(item.text)) return item.plural || item.text.endsWith('s')
  }
  return false
}
