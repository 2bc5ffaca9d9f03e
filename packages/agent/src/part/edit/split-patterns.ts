import type { Formula, PartBody, PartFeature } from '@hewn/model'
import { evaluate } from '../formula.ts'
import { faceOf, locate } from '../locate.ts'
import { isBored, isInMiddle } from '../middle-hole.ts'
import { cursorAt } from '../read/cursor.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Item } from '../words/items.ts'
import type { Edit } from './edit.ts'
import { type Phrase, phraseAt, saidKey } from './phrase.ts'
import { type Pick, pick } from './pick.ts'
import { someOf, type Spot } from './some-of.ts'
import { formOf } from '../form-of.ts'

/**
 * `the two holes on the left`, `the middle column`, `every other hole`: where words point at some of a pattern, those
 * become a feature of their own before anything is done to them. What nothing was done to is one pattern again.
 */
export function splitPatterns(edit: Edit, items: readonly Item[]): void {
  // `of the back left hole` and `the back left hole` are the same words.
  const known = new Set<string>()
  for (let place = 0; place < items.length; place++) {
    const before = items[place - 1]
    const phrase = phraseAt(cursorAt(items, place))
    const first = place === 0 && phrase?.plural === true && phrase.count === undefined
    const taken = first || (before?.kind === 'word' && TAKES.has(before.text))
    if (!phrase || (!phrase.definite && !taken) || phrase.article || phrase.traits.length === 0) continue
    if (known.has(saidKey(phrase))) continue
    known.add(saidKey(phrase))
    apartFromOthers(edit, pick(edit, phrase))
    for (const body of edit.plan.bodies) for (const feature of body.features) splitOne(edit, body, feature, phrase)
  }
}
const TAKES = new Set(['remove', 'delete', 'drop', 'erase', 'omit', 'lose', 'skip', 'fill', 'of', 'out', 'eliminate'])

/** What was copied shares its sizes: where only some of those are meant, they stand on parameters of their own. */
function apartFromOthers(edit: Edit, some: readonly Pick[]): void {
  const those = some.map(({ feature }) => feature)
  for (const feature of those) ownSizes(edit, feature, those)
}

function ownSizes(edit: Edit, feature: PartFeature, those: readonly PartFeature[]): void {
  const others = edit.plan.bodies.flatMap(({ features }) => features.filter((one) => !those.includes(one)))
  const shared = new Set(others.flatMap(({ sizes, at }) => formulasIn([sizes, at])))
  const own = new Map<string, string>()
  const apart = (formula: Formula, slot: string): Formula => {
    const named = edit.named(formula)
    if (!named || !shared.has(formula)) return formula
    const { name: _was, ...rest } = named
    const name = own.get(formula) ?? edit.names.add(`${feature.id}_${slot}`, rest)
    own.set(formula, name)
    return name
  }
  // Features of two legs may hold on to the very same sizes.
  feature.sizes = eachFormula(feature.sizes, apart)
  feature.at = eachFormula(feature.at, apart)
  edit.atEnd(() => {
    // What was left as it is stays one number.
    const again = new Map(
      [...own].flatMap(([was, now]) => (valueOf(edit, now) === valueOf(edit, was) ? [[now, was]] : [])),
    )
    const joined = (formula: Formula) => again.get(formula) ?? formula
    feature.sizes = eachFormula(feature.sizes, joined)
    feature.at = eachFormula(feature.at, joined)
  })
}

const valueOf = (edit: Edit, name: string): number | undefined => edit.named(name)?.value

/** Every text in sizes or places, put into other words: what is no name of a parameter comes back as it is. */
function eachFormula<T>(from: T, put: (formula: Formula, slot: string) => Formula, slot = ''): T {
  if (typeof from === 'string') return put(from, slot) as T
  if (Array.isArray(from)) return from.map((one) => eachFormula(one, put, slot)) as T
  if (typeof from !== 'object' || from === null) return from
  return Object.fromEntries(Object.entries(from).map(([key, one]) => [key, eachFormula(one, put, key)])) as T
}

function formulasIn(from: unknown): Formula[] {
  const all: Formula[] = []
  eachFormula(from, (formula) => (all.push(formula), formula))
  return all
}

const hasMiddle = (body: PartBody): boolean => isBored(body) || body.features.some(isInMiddle)

function splitOne(edit: Edit, body: PartBody, feature: PartFeature, phrase: Phrase): void {
  const kind = featureOf(feature.kind)
  const family = familyOf(body.family)
  if (kind?.manner !== 'spot' || !family || !phrase.kinds.includes(feature.kind)) return
  if (feature.flags.some((flag) => flag.startsWith('said-'))) return
  const { values } = edit.names
  if (phrase.sizes.some(({ value }) => Math.abs(evaluate(feature.sizes['diameter'] ?? '0', values) - value) > 0.01))
    return
  // None of those on a circle is the one in the middle, and beside the one that is none of a row is meant.
  const circled = feature.at.relations.some((one) => one.kind === 'circle')
  if (phrase.traits.includes('centre') && (circled || (!phrase.plural && hasMiddle(body)))) return
  const form = formOf(body, family, values)
  const face = faceOf(form, feature.at.on ?? 'top')
  const { spots, places } = locate(feature.at, { face, count: feature.sizes['count'], values })
  if (!places || places.at.length !== spots.length || spots.length < 2) return
  const chosen = someOf(spots, phrase)
  if (chosen.length === 0 || chosen.length === spots.length) return
  const { count: _, ...sizes } = feature.sizes
  const those = (are: boolean): PartFeature['at'] => {
    const { relations, ...rest } = feature.at
    const at = spots.flatMap((spot: Spot, index) => (chosen.includes(spot) === are ? [places.at[index] as never] : []))
    return places.kind === 'angle'
      ? {
          ...rest,
          relations: [
            ...relations.filter((one) => one.kind === 'circle' || one.kind === 'edge'),
            { kind: 'angle', at: at as Formula[] },
          ],
        }
      : { ...rest, relations: [{ kind: 'points', from: 'centre', at: at as [Formula, Formula][] }] }
  }
  const id = edit.binder.id(feature.kind)
  const own = Object.entries(sizes).map(([slot, formula]) => {
    const named = edit.named(formula)
    if (!named) return [slot, formula]
    const { name: _was, ...rest } = named
    return [slot, edit.names.add(`${id}_${slot}`, rest)]
  })
  const some: PartFeature = {
    ...structuredClone(feature),
    id,
    flags: [...feature.flags, `said-${saidKey(phrase)}`],
    sizes: Object.fromEntries(own) as PartFeature['sizes'],
    at: those(true),
  }
  const rest: PartFeature = { ...feature, sizes, at: those(false) }
  const whole = JSON.stringify([rest, some])
  const was = own.map(([, name]) => edit.named(name)?.value)
  body.features.splice(body.features.indexOf(feature), 1, rest, some)
  edit.atEnd(() => {
    const [first, second] = [body.features.indexOf(rest), body.features.indexOf(some)]
    const same = own.every(([, name], index) => edit.named(name)?.value === was[index])
    if (first >= 0 && second >= 0 && same && JSON.stringify([rest, some]) === whole) {
      body.features.splice(second, 1)
      body.features.splice(first, 1, feature)
    }
    some.flags = some.flags.filter((flag) => !flag.startsWith('said-'))
  })
}
