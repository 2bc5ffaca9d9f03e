import type { Named, PartFeature } from '@hewn/model'
import type { Quantity } from '../../read/atoms.ts'
import type { Cursor } from '../../read/cursor.ts'
import { namesIn } from '../../formula.ts'
import { quantityOf } from '../../read/quantities.ts'
import { designator } from '../../read/sizes.ts'
import { familyOf, featureOf } from '../../registry.ts'
import { changeOf } from '../set-size.ts'
import { redesignate, screwOf } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'

/** A size as it is said in an exchange: `the 20 mm hole`, `radius 3`, `M4`. */
interface Said {
  quantity: Quantity
  /** Kinds of feature, or of a piece, that it is a size of. */
  nouns: string[]
  role?: string
  counted?: true
  /** What more than one is called: `legs 60`. */
  called?: string
  /** The noun stands before the number: `the cutout 40 mm wide`. */
  led?: true
}

/** `M5 instead of M4`, `change the 5 mm holes to 6 mm`, `12 bolts not 6`, `the 60 mm leg should be 80`. */
export const exchange: Order = (at, edit) => {
  const said = at.attempt(newThenOld) ?? at.attempt(oldThenNew)
  if (!said || !clauseEnds(at)) return undefined
  const { was, is } = said
  if (
    (was.quantity.designator === undefined) !== (is.quantity.designator === undefined) &&
    was.nouns.length === 0 &&
    is.nouns.length === 0
  )
    return undefined
  const screws = was.quantity.designator ?? is.quantity.designator
  if (screws !== undefined) {
    const holes = holesOf(edit).filter((feature) =>
      was.quantity.designator
        ? screwOf(feature, edit)?.designator === was.quantity.designator
        : near(edit.named(feature.sizes['diameter'])?.value, was.quantity.value),
    )
    if (holes.length === 0) return () => nothing(edit, was)
    return () => {
      for (const quantity of [was.quantity, is.quantity]) quantity.used = 'diameter'
      if (is.quantity.designator) for (const feature of holes) redesignate(feature, is.quantity, edit)
      else
        for (const feature of holes) {
          const named = edit.named(feature.sizes['diameter'])
          if (named) edit.set(named, is.quantity.value, changeOf(is.quantity, named.value).origin)
        }
      edit.changed = true
    }
  }
  const found = namesOf(edit, was, is)
  if (found.length === 0)
    return was.quantity.number?.unit === undefined && was.nouns.length === 0 ? undefined : () => nothing(edit, was)
  return () => {
    was.quantity.used = 'old'
    is.quantity.used = 'new'
    const [named, ...others] = found
    // `legs 60 instead of 50`: every one that is so.
    const called = is.called ?? was.called
    if (called !== undefined && others.length > 0 && found.every(({ label }) => label.toLowerCase().includes(called)))
      for (const one of found) edit.set(one, is.quantity.value, { from: 'said', span: is.quantity.at })
    else if (others.length > 0)
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `“${edit.words.slice(...was.quantity.at)}” is the value of ${found.map(({ label }) => label.toLowerCase()).join(' and of ')}. Which one is meant?`,
        [was.quantity.at],
        found.slice(0, 4).map(({ label }) => `${label.toLowerCase()} ${edit.words.slice(...is.quantity.at)}`),
      )
    else if (named) {
      const unit = named.unit === 'count' ? (is.quantity.number?.value ?? is.quantity.value) : is.quantity.value
      edit.set(named, unit, { from: 'said', span: is.quantity.at })
    }
  }
}

function newThenOld(at: Cursor): { was: Said; is: Said } | undefined {
  at.skip('make', 'use', 'it', 'them', 'set', 'i', 'want', 'meant', 'mean')
  const is = saidAt(at)
  if (!is) return undefined
  const link =
    (at.word('instead') && at.word('of')) ??
    (at.word('rather') && at.word('than')) ??
    at.word('not') ??
    (at.word('in') && at.word('place') && at.word('of'))
  if (!link) return undefined
  const was = saidAt(at)
  // `use 6 mm instead of 5 for the thickness`
  const named = at.attempt(() => (at.word('for', 'as') ? sizeNamed(at) : undefined))
  // `four holes instead of six, 11 mm each` is read with what follows.
  if (!was || (is.counted && link.text !== 'not')) return undefined
  return { was: named ? { ...was, ...named, nouns: [...named.nouns, ...was.nouns] } : was, is }
}

function oldThenNew(at: Cursor): { was: Said; is: Said } | undefined {
  const verb = at.word(
    'change',
    'replace',
    'swap',
    'switch',
    'turn',
    'make',
    'increase',
    'reduce',
    'set',
    'enlarge',
    'go',
    'extend',
    'exchange',
  )
  const named = at.attempt(namedBefore)
  at.word('from')
  const said = saidAt(at)
  if (!said) return undefined
  const was = named ? { ...said, ...named, nouns: [...named.nouns, ...said.nouns] } : said
  // `the hole is 4 mm but should be 6`
  at.mark(',')
  at.skip('but', 'and', 'it')
  const link =
    at.word('to', 'into', 'with', 'for', 'by') ??
    (at.word('should', 'must', 'shall', 'needs', 'need', 'has', 'have', 'ought') &&
      at.word('to be', 'be', 'to') &&
      (at.word('be'), at.peek(-1)?.kind === 'word' ? SHALL : undefined)) ??
    at.word('become', 'becomes')
  // `80 by 80` are two sizes.
  if (!verb && !named && was.nouns.length === 0 && !['should', 'become', 'becomes'].includes(link?.text ?? 'be'))
    return undefined
  // `make the 20 mm hole 25`: a noun stands between. `make the cutout 40 wide and 20 tall`, `a 6 mm hole with a 12 mm
  // countersink` are two sizes.
  if (!link && !(verb && was.nouns.length > 0 && !was.led)) return undefined
  if (!verb && ['with', 'for', 'by'].includes(link?.text ?? '')) return undefined
  if (link?.text === 'by' && ['increase', 'reduce', 'enlarge', 'extend'].includes(verb?.text ?? '')) return undefined
  const is = saidAt(at)
  return is && { was, is }
}

/** `extend the length from 60 to 80`, `the hole diameter from …`, `the diameter of the holes from …`. */
const namedBefore = (at: Cursor) => {
  const named = sizeNamed(at)
  return named && at.word('from') ? named : undefined
}

function sizeNamed(at: Cursor): { nouns: string[]; role?: string } | undefined {
  const nounAt = () => {
    at.skip('the', 'its', 'all', 'of', 'each', 'four', 'two', 'both', 'central', 'centre', 'middle', 'through')
    return at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0 && entry?.role === undefined)?.entry?.nouns ?? []
  }
  const before = nounAt()
  const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  at.skip('size', 'sizes')
  const nouns = [...before, ...(at.word('of') ? nounAt() : [])]
  return role !== undefined || nouns.length > 0 ? { nouns, ...(role === undefined ? {} : { role }) } : undefined
}

const SHALL = { text: 'should' }

function saidAt(at: Cursor): Said | undefined {
  at.skip('the', 'a', 'all', 'of', 'for', 'an', 'its')
  const nouns: string[] = []
  const noun = () => at.wordIf(({ entry, text }) => (entry?.nouns.length ?? 0) > 0 || BOLTS.has(text))
  let called: string | undefined
  const note = (word: ReturnType<typeof noun>) => {
    if (word?.plural) called = word.text
    if (word) nouns.push(...(BOLTS.has(word.text) ? ['hole'] : (word.entry?.nouns ?? [])))
    return word
  }
  const first = at.attempt(() => note(noun()))
  let role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  at.skip('of', 'is', 'are', 'was', 'currently', 'now')
  at.mark('⌀:=')
  const named = designator(at)
  const number = named ? undefined : at.number()
  const quantity = named ?? (number && quantityOf(number))
  if (!quantity) return undefined
  role ??= at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  at.skip('long', 'clearance')
  const after = at.attempt(() => note(noun()))
  const counted =
    number?.unit === undefined && !role && !named && after?.plural === true && Number.isInteger(number?.value) && !first
  return {
    quantity,
    nouns,
    ...(role ? { role } : {}),
    ...(counted ? { counted: true as const } : {}),
    ...(first ? { led: true as const } : {}),
    ...(called === undefined ? {} : { called }),
  }
}
const BOLTS = new Set(['bolt', 'bolts', 'screw', 'screws'])

const near = (value: number | undefined, wanted: number): boolean =>
  value !== undefined && Math.abs(value - wanted) < 0.005

const holesOf = ({ plan }: Edit): PartFeature[] =>
  plan.bodies.flatMap(({ features }) => features.filter(({ kind }) => kind === 'hole'))

/** Parameters with the old value: of what the nouns say, with the role the words give. */
function namesOf(edit: Edit, was: Said, is: Said): Named[] {
  const nouns = [...was.nouns, ...is.nouns]
  const role = is.role ?? was.role
  const places = edit.plan.bodies.flatMap((body) => [
    { kind: familyOf(body.family), sizes: body.sizes, keys: [body.family], more: [] as string[] },
    ...body.parts.map((piece) => ({
      kind: Object.values(familyOf(body.family)?.parts ?? {}).find(({ key }) => key === piece.kind),
      sizes: piece.sizes,
      keys: [piece.kind],
      more: [] as string[],
    })),
    ...body.features.map((feature) => ({
      kind: featureOf(feature.kind),
      sizes: feature.sizes,
      keys: [feature.kind, ...feature.parts.map(({ kind }) => kind)],
      more: feature.at.relations.flatMap((relation) =>
        Object.values(relation).filter((one) => typeof one === 'string'),
      ),
    })),
  ])
  const fits = (key: string) => nouns.includes(key)
  const narrowed =
    nouns.length > 0 && places.some(({ keys }) => keys.some(fits))
      ? places.filter(({ keys }) => keys.some(fits))
      : places
  const circles = edit.plan.bodies
    .flatMap(({ features }) => features.flatMap(({ at }) => at.relations))
    .flatMap((one) => (one.kind === 'circle' ? [one.diameter] : []))
  const found = new Set<Named>()
  for (const { kind, sizes, more } of narrowed) {
    for (const [slot, formula] of Object.entries(sizes)) {
      const accepts = kind?.slots[slot]?.accepts ?? ''
      if (role && slot !== 'count' && !accepts.split(/[\s,]+/).some((one) => sameRole(one.replace(/\*.*/, ''), role)))
        continue
      for (const name of namesIn(formula)) collect(name)
    }
    for (const name of more) if (!role || (role === 'pcd' && circles.includes(name))) collect(name)
  }
  const all = [...found]
  // `12 bolts not 6`: what is counted is a count; `25 mm instead of 20` is a length.
  const counted = was.counted ?? is.counted
  const units = all.filter(({ unit }) =>
    counted || (is.quantity.number?.unit === undefined && all.length === 1) ? true : unit !== 'count',
  )
  const counts = counted ? units.filter(({ unit }) => unit === 'count') : []
  return counts.length > 0 ? counts : units

  function collect(name: string): void {
    const named = edit.named(name)
    if (
      named &&
      (near(named.value, was.quantity.value) ||
        (named.unit === 'count' && near(named.value, was.quantity.number?.value ?? NaN)))
    )
      found.add(named)
  }
}

const ROUND = new Set(['radius', 'corner', 'root', 'bend'])
const sameRole = (one: string, role: string): boolean => one === role || (ROUND.has(one) && ROUND.has(role))

function nothing(edit: Edit, { quantity }: Said): void {
  edit.refuse('AGENT_CONTRADICTION', `There is no ${edit.words.slice(...quantity.at)} here that could be replaced.`, [
    quantity.at,
  ])
}
