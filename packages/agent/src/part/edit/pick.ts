import type { PartBody, PartFeature } from '@hewn/model'
import { evaluate, namesIn } from '../formula.ts'
import { isBored, isInMiddle, namesMiddle } from '../middle-hole.ts'
import type { Quantity } from '../read/atoms.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Edit } from './edit.ts'
import { formOf } from '../form-of.ts'
import { faceOf, locate } from '../locate.ts'
import { someOf, type Spot } from './some-of.ts'
import { BIG, isQualified, ORDER, type Phrase, saidKey, SIDES, SMALL } from './phrase.ts'
import { howMany } from './how-many.ts'

export interface Pick {
  body: PartBody
  feature: PartFeature
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
    else if (SIDES.includes(trait)) {
      const told = found.filter((one) => sidesOf(one).includes(SIDE.get(trait) ?? trait))
      found = told.length > 0 ? told : lyingAt(found, trait, values)
    } else if (TRAITS.has(trait)) {
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

const SIDE: ReadonlyMap<string, string> = new Map([
  ['upper', 'top'],
  ['lower', 'bottom'],
  ['rear', 'back'],
])

const TRAITS = new Set(['through', 'blind', 'tapped', 'clearance', 'counterbored', 'countersunk', 'cross', 'radial'])

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

/** `the left hole` of two that lie beside each other, by where they are. */
function lyingAt(found: readonly Pick[], side: string, values: Record<string, number>): Pick[] {
  const all = found.map((one) => ({ one, spots: spotsOf(one, values) }))
  const chosen = someOf(
    all.flatMap(({ spots }) => spots),
    { traits: [side], plural: true },
  )
  const those = all.filter(({ spots }) => spots.length > 0 && spots.every((spot) => chosen.includes(spot)))
  return those.reduce((sum, { spots }) => sum + spots.length, 0) === chosen.length ? those.map(({ one }) => one) : []
}

/** Where it lies on the top, seen from above; elsewhere, sides are those of the body. */
function spotsOf({ body, feature }: Pick, values: Record<string, number>): Spot[] {
  const family = familyOf(body.family)
  if (!family || (feature.at.on ?? 'top') !== 'top' || featureOf(feature.kind)?.manner !== 'spot') return []
  const face = faceOf(formOf(body, family, values), 'top')
  return [...locate(feature.at, { face, count: feature.sizes['count'], values }).spots]
}

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
