import type { PartBody, PartFeature, Span } from '@hewn/model'
import { evaluate, namesIn } from '../formula.ts'
import { isBored, isInMiddle, namesMiddle } from '../middle-hole.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Cursor } from '../read/cursor.ts'
import { quantityOf } from '../read/quantities.ts'
import { designator } from '../read/sizes.ts'
import { familyOf, featureOf, ownFeature } from '../registry.ts'
import type { Edit } from './edit.ts'

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

export interface Pick {
  body: PartBody
  feature: PartFeature
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
const BIG = ['big', 'bigger', 'biggest', 'large', 'larger', 'largest', 'wide', 'main']
const SMALL = ['small', 'smaller', 'smallest', 'little']
const ORDER = ['first', 'second', 'third', 'fourth', 'last']
const SIDES = ['left', 'right', 'front', 'back', 'top', 'bottom', 'upper', 'lower', 'rear']
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
      const led = at.word('in', 'on', 'at')
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
  return item === undefined || item.kind === 'mark' || (item.kind === 'word' && item.entry?.nouns.length !== 1)
}

/** `them`, `it`: whatever feature was made or changed last. */
export function pronounAt(at: Cursor): Phrase | undefined {
  const word = at.wordIf(({ text }) => PRONOUNS.includes(text))
  const plural = word !== undefined && !['it', 'that', 'this'].includes(word.text)
  return word && { at: word.at, kinds: [], parts: [], text: word.text, plural, definite: true, sizes: [], traits: [] }
}

/** What the words before these made: `add a 20 mm hole`, and then `remove it`. */
export function madeLast({ plan, names }: Edit): Pick[] {
  const line = plan.request.lastIndexOf('\n') + 1
  const fresh = (name: string) =>
    names.all.some((one) => one.name === name && 'span' in one.origin && one.origin.span && one.origin.span[0] >= line)
  return plan.bodies.flatMap((body) =>
    body.features
      .filter(
        ({ sizes, parts }) =>
          line > 0 &&
          [sizes, ...parts.map((part) => part.sizes)].some((some) =>
            Object.values(some).some((formula) => namesIn(formula).some(fresh)),
          ),
      )
      .map((feature) => ({ body, feature })),
  )
}

/** Whether something in it tells these from others of their kind. */
export const isQualified = ({ sizes, traits, count }: Phrase): boolean =>
  sizes.length > 0 || traits.some((trait) => trait !== 'clearance' && trait !== 'diameter') || count !== undefined

/** The features that are meant; none where nothing fits all that was said. */
export function pick(edit: Edit, phrase: Phrase): Pick[] {
  const { plan, names } = edit
  const all = plan.bodies.flatMap((body) => body.features.map((feature) => ({ body, feature })))
  const values = names.values
  const measured = ({ feature }: Pick) => {
    const formula = feature.sizes['diameter'] ?? feature.sizes['size'] ?? Object.values(feature.sizes)[0]
    return formula === undefined ? 0 : evaluate(formula, values)
  }
  if (phrase.kinds.length === 0 && phrase.parts.length === 0) {
    const spots = all.filter(({ feature }) => featureOf(feature.kind)?.manner !== 'edge')
    const last = spots.at(-1)
    return last ? (phrase.plural ? spots.filter(({ feature }) => feature.kind === last.feature.kind) : [last]) : []
  }
  const split = all.filter(({ feature }) => feature.flags.includes(`said-${saidKey(phrase)}`))
  if (split.length > 0 && phrase.traits.length > 0) return split
  let found = all.filter(
    ({ feature }) =>
      phrase.kinds.includes(feature.kind) || feature.parts.some(({ kind }) => phrase.parts.includes(kind)),
  )
  // `the through bore` of a flange is the one in its middle, and none of those around it.
  if (namesMiddle(phrase.text)) {
    const middle = found.filter(({ feature }) => isInMiddle(feature))
    if (middle.length > 0) found = middle
    else if (plan.bodies.some(isBored)) return []
  }
  for (const quantity of phrase.sizes) found = found.filter((one) => hasSize(one, quantity, names.all, values))
  if (phrase.count !== undefined) {
    const { value } = phrase.count
    const counted = found.filter((one) => howMany(one, values) === value)
    found = counted.length > 0 || found.length !== value ? counted : found
  }
  for (const trait of phrase.traits) {
    if (trait.startsWith('lies:'))
      found = found.filter(({ feature }) => (feature.at.along ?? 'y') === trait.slice('lies:'.length))
    else if (trait.startsWith('leg:')) found = found.filter((one) => onLeg(one, trait.slice('leg:'.length), values))
    else if (BIG.includes(trait)) found = extreme(found, measured, (a, b) => b - a)
    else if (SMALL.includes(trait)) found = extreme(found, measured, (a, b) => a - b)
    else if (ORDER.includes(trait)) found = found.slice(...turn(ORDER.indexOf(trait)))
    else if (trait === 'corner' || trait === 'centre') found = found.filter((one) => where(one) === trait)
    else if (SIDES.includes(trait)) found = found.filter((one) => sidesOf(one).includes(SIDE.get(trait) ?? trait))
    else if (TRAITS.has(trait)) {
      const matching = found.filter((one) => hasTrait(one, trait))
      found = matching.length > 0 ? matching : trait === 'clearance' || trait === 'through' ? found : []
    }
  }
  return phrase.definite && !phrase.plural && !isQualified(phrase) ? onlyOne(edit, found) : found
}

/** `the hole`: the one that was made just now, or the one that is alone where others are several. */
function onlyOne(edit: Edit, found: Pick[]): Pick[] {
  if (found.length < 2) return found
  const made = madeLast(edit)
  const latest = found.filter(({ feature }) => made.some((one) => one.feature === feature))
  const single = found.filter((one) => howMany(one, edit.names.values) === 1)
  return [latest, single].find((some) => some.length === 1) ?? found
}

/** Whether it is in that leg of a bracket: in the face that is its own. */
function onLeg({ body, feature }: Pick, leg: string, values: Record<string, number>): boolean {
  const family = familyOf(body.family)
  const slot = family?.legOf?.(leg, body.sizes, values)
  const [face] = (slot && family?.parts?.[slot]?.faces) || []
  return face !== undefined && (feature.at.on ?? 'top') === face
}

/** How many there are of a feature. */
export function howMany({ feature }: { feature: PartFeature }, values: Record<string, number>): number {
  const { count } = feature.sizes
  if (count !== undefined) return Math.round(evaluate(count, values))
  for (const relation of feature.at.relations) {
    if (relation.kind === 'corners') return 4
    if (relation.kind === 'grid')
      return Math.round(evaluate(relation.columns, values) * evaluate(relation.rows, values))
    if (relation.kind === 'points' || relation.kind === 'angle') return relation.at.length
  }
  return 1
}

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
const SIDE: ReadonlyMap<string, string> = new Map([
  ['upper', 'top'],
  ['lower', 'bottom'],
  ['rear', 'back'],
])
const TRAITS = new Set(['through', 'blind', 'tapped', 'clearance', 'counterbored', 'countersunk', 'cross', 'radial'])

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

function hasSize(
  { feature }: Pick,
  quantity: Quantity,
  names: Edit['names']['all'],
  values: Record<string, number>,
): boolean {
  const formulas = [feature.sizes, ...feature.parts.map(({ sizes }) => sizes)].flatMap((sizes) =>
    Object.entries(sizes).flatMap(([slot, formula]) => (slot === 'count' ? [] : [formula])),
  )
  if (quantity.designator)
    return formulas.some((formula) =>
      names.some(
        ({ name, origin }) =>
          name === formula && origin.from === 'table' && origin.key.split(/[ ,]/)[0] === quantity.designator,
      ),
    )
  return formulas.some((formula) => Math.abs(evaluate(formula, values) - quantity.value) < 0.005)
}

/** In the corners, or in the middle of its face. */
function where({ body, feature }: Pick): 'corner' | 'centre' | undefined {
  const { relations } = feature.at
  if (feature.flags.some((flag) => flag === 'pick-vertical')) return 'corner'
  if (relations.some(({ kind }) => kind === 'corners')) return 'corner'
  const form = familyOf(body.family)
  return form !== undefined && relations.every(({ kind }) => kind === 'centre') ? 'centre' : undefined
}

const sidesOf = ({ feature }: Pick): string[] => [
  ...(feature.at.on ? [feature.at.on] : []),
  ...feature.at.relations.flatMap((relation) =>
    relation.kind === 'edge' ? [relation.edge] : relation.kind === 'offset' ? [relation.direction] : [],
  ),
  ...feature.flags.flatMap((flag) => (/^(?:pick|at)-/.test(flag) ? [flag.replace(/^(?:pick|at)-/, '')] : [])),
]

function hasTrait({ feature }: Pick, trait: string): boolean {
  if (trait === 'through') return feature.sizes['depth'] === undefined
  if (trait === 'blind') return feature.sizes['depth'] !== undefined
  if (trait === 'counterbored') return feature.parts.some(({ kind }) => kind === 'counterbore')
  if (trait === 'countersunk') return feature.parts.some(({ kind }) => kind === 'countersink')
  return feature.flags.includes(trait)
}

const turn = (index: number): [number, number?] => (index === ORDER.length - 1 ? [-1] : [index, index + 1])

function extreme(found: readonly Pick[], measured: (one: Pick) => number, order: (a: number, b: number) => number) {
  const sorted = found.toSorted((a, b) => order(measured(a), measured(b)))
  const [first] = sorted
  return first ? sorted.filter((one) => measured(one) === measured(first)) : []
}
