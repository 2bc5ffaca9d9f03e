import type { PartFeature } from '@hewn/model'
import { evaluate } from '../../formula.ts'
import type { Kind, Role } from '../../kinds.ts'
import { isBored } from '../../middle-hole.ts'
import type { Quantity } from '../../read/atoms.ts'
import { relative } from '../../read/changes.ts'
import type { Cursor } from '../../read/cursor.ts'
import { quantityOf } from '../../read/quantities.ts'
import { familyOf, featureOf } from '../../registry.ts'
import type { Edit } from '../edit.ts'
import { clauseEnds, type Order } from '../order.ts'
import { phraseAt } from '../phrase.ts'
import { pick } from '../pick.ts'
import { setSize } from '../set-size.ts'
import { stepAt, stepsOf } from './stage.ts'

/**
 * `the hub should be 84 dia and 2 mm lower`, `pocket 5 longer and 2 deeper`, `lower the boss by 3`, `double the height of
 * the boss`: what is said of one thing changes sizes of that thing, each of them one that it has.
 */
export const thingSizes: Order = (at, edit) => {
  const said = at.attempt(() => verbThen(at, edit)) ?? at.attempt(() => thingThen(at, edit))
  if (!said || !clauseEnds(at)) return undefined
  return () => {
    for (const { kind, sizes, prefix, slot, quantity, times, edge } of said) {
      const value = quantity.relative === 'add' ? quantity.value * times : quantity.value
      setSize(
        sizes,
        slot,
        { quantity: { ...quantity, value }, times: quantity.relative ? 1 : times },
        kind,
        prefix,
        edit,
      )
      if (edge) edit.end = edge
    }
    edit.changed = true
  }
}

/** One thing with sizes of its own: a step, a part of the body, a feature. */
interface Thing {
  kind: Kind
  sizes: Record<string, string>
  prefix: string
  /** On a wall it goes lower, and gets no less high. */
  onWall?: boolean
  /** What the free rim of a step is called: `and chamfer it`. */
  edge?: string
}
interface Change extends Thing {
  slot: string
  quantity: Quantity
  times: number
}

/** `the hub [should be] 84 dia, 2 mm lower and …`. */
function thingThen(at: Cursor, edit: Edit): Change[] | undefined {
  const led = at.peek(-1)
  if (led?.kind === 'word' && !LEADS.has(led.text)) return undefined
  at.skip('make', 'let', 'have', 'set', 'change', 'now')
  const inner = at.attempt(() => innerAt(at, edit))
  const things = inner ?? thingsAt(at, edit)
  if (!things) return undefined
  at.skip('should', 'must', 'shall', 'be', 'to be', 'needs', 'has', 'is', 'are', 'to', 'another', 'a', 'bit')
  at.mark(':')
  const changes: Change[] = []
  let compared = false
  do {
    at.skip('be', 'also')
    const quantity = at.attempt(relativeAt) ?? at.attempt(sizeAt) ?? (inner && at.attempt(bareAt))
    const found = quantity && changesOf(things, quantity, edit)
    if (!found || found.some(({ slot }) => changes.some((one) => one.slot === slot))) return undefined
    compared ||= quantity.relative !== undefined
    changes.push(...found)
  } while (at.attempt(() => nextChange(at)))
  return compared || inner ? changes : undefined
}

/** `and 5 lower`: what goes on with another size of the same thing. */
function nextChange(at: Cursor): true | undefined {
  const marked = at.mark(',')
  const and = at.word('and', 'but', 'plus')
  if (!marked && !and) return undefined
  const item = at.item
  return item?.kind === 'number' || (item?.kind === 'word' && item.entry?.role !== undefined) || undefined
}

/** `lower the boss by 3`, `double the height of the boss`, `raise the hub to 15`. */
function verbThen(at: Cursor, edit: Edit): Change[] | undefined {
  const led = at.peek(-1)
  if (led?.kind === 'word' && !LEADS.has(led.text)) return undefined
  const word = at.wordIf(({ text }) => Object.hasOwn(VERBS, text) || Object.hasOwn(FACTORS, text))
  if (!word) return undefined
  at.skip('the', 'its')
  const named = at.attempt(() => {
    const role = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
    return role && at.word('of') ? role : undefined
  })
  const things = thingsAt(at, edit)
  const factor = FACTORS[word.text]
  const behind = named ?? at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  if (!things) return undefined
  if (factor !== undefined)
    return behind && changesOf(things, { value: factor, at: word.at, role: behind, relative: 'times' }, edit)
  const verb = VERBS[word.text]
  const role = behind ?? verb?.role
  const to = at.word('to')
  if (!to && !at.word('by')) return undefined
  const number = at.number()
  if (!verb || !role || !number || number.unit === 'deg') return undefined
  const quantity = { ...quantityOf(number), role }
  if (to) return number.unit === '%' ? undefined : changesOf(things, quantity, edit)
  return changesOf(
    things,
    number.unit === '%'
      ? { ...quantity, value: 1 + (verb.sign * number.value) / 100, relative: 'times' }
      : { ...quantity, value: verb.sign * quantity.value, relative: 'add' },
    edit,
  )
}
const VERBS: Readonly<Record<string, { role?: Role; sign: 1 | -1 }>> = {
  lower: { role: 'height', sign: -1 },
  raise: { role: 'height', sign: 1 },
  shorten: { role: 'length', sign: -1 },
  lengthen: { role: 'length', sign: 1 },
  widen: { role: 'width', sign: 1 },
  narrow: { role: 'width', sign: -1 },
  thicken: { role: 'thickness', sign: 1 },
  deepen: { role: 'depth', sign: 1 },
  increase: { sign: 1 },
  reduce: { sign: -1 },
  decrease: { sign: -1 },
}
const FACTORS: Readonly<Record<string, number>> = { double: 2, triple: 3, halve: 0.5 }
const LEADS = new Set(['and', 'but', 'then', 'also', 'now', 'please', 'no', 'actually', 'just', 'so', 'ok'])

/** `2 mm lower`, `longer by 5`, `twice as high`. */
function relativeAt(at: Cursor): Quantity | undefined {
  const read = relative(at)
  const [quantity, ...others] = read?.is === 'quantity' ? read.quantities : []
  return quantity?.relative && others.length === 0 ? quantity : undefined
}

/** `84 dia`, `12 high`, `diameter 84`, `depth of 6`. */
function sizeAt(at: Cursor): Quantity | undefined {
  const before = at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  if (before) at.skip('of', 'to', 'is', 'should', 'be')
  at.mark('⌀')
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%' || at.item?.kind === 'times') return undefined
  at.skip('in')
  const role = before ?? at.wordIf(({ entry }) => entry?.role !== undefined)?.entry?.role
  return role && { ...quantityOf(number), role }
}

/** `14`, said of a hole in a boss: how wide it is. */
function bareAt(at: Cursor): Quantity | undefined {
  const number = at.number()
  if (!number || number.unit === 'deg' || number.unit === '%' || at.item?.kind === 'times') return undefined
  return { ...quantityOf(number), role: 'diameter' }
}

/**
 * `the hole in the boss`, `the boss hole`, `the bore`: a part of what stands on the body, where nothing on the body itself
 * is called so.
 */
function innerAt(at: Cursor, edit: Edit): Thing[] | undefined {
  at.skip('the', 'its')
  const features = edit.plan.bodies.flatMap((body) => body.features)
  const kindOf = (text: string, nouns: readonly string[]) => (one: PartFeature) =>
    one.label === text || nouns.includes(one.kind)
  const owner = at.attempt(() => {
    const word = at.wordIf(({ text, entry }) => features.some(kindOf(text, entry?.nouns ?? [])))
    const next = at.item
    return word && next?.kind === 'word' && next.entry?.nouns.includes('hole') ? word : undefined
  })
  const word = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
  if (!word) return undefined
  const after =
    owner ??
    at.attempt(() => {
      at.word('in', 'of', 'through')
      at.skip('the', 'each', 'every', 'all')
      return at.wordIf(({ text, entry }) => features.some(kindOf(text, entry?.nouns ?? [])))
    })
  // Who says `the hole` where holes are in the body means one of those.
  const bare = word.entry?.nouns.includes('hole') ?? false
  if (
    !after &&
    bare &&
    edit.plan.bodies.some((body) => isBored(body) || body.features.some(kindOf('', word.entry?.nouns ?? [])))
  )
    return undefined
  const things = features
    .filter((one) => !after || kindOf(after.text, after.entry?.nouns ?? [])(one))
    .flatMap((feature) =>
      feature.parts.flatMap(({ kind: key, sizes }) => {
        const kind = Object.values(featureOf(feature.kind)?.parts ?? {}).find((one) => one.key === key)
        const meant = word.entry?.nouns.includes(key) || (key === 'hole' && /\b(?:hole|bore)$/.test(word.text))
        return kind && meant && (feature.kind !== 'hole' || key !== 'hole')
          ? [{ kind, sizes, prefix: `${feature.id}_${key}` }]
          : []
      }),
    )
  const alike = new Set(things.map(({ sizes }) => JSON.stringify(sizes))).size === 1
  return alike ? things : undefined
}

/** What is named: a step of a shaft, parts of the body, features that are alike. */
function thingsAt(at: Cursor, edit: Edit): Thing[] | undefined {
  const steps = stepsOf(edit)
  const step = steps.length > 1 ? at.attempt(() => stepAt(at, steps)) : undefined
  if (step) return edit.named(step.sizes['height']) ? [step] : undefined
  const piece = at.attempt(() => {
    at.skip('the', 'its')
    const word = at.wordIf(({ entry }) => (entry?.nouns.length ?? 0) > 0)
    const pieces = edit.plan.bodies.flatMap((body) =>
      body.parts.flatMap(({ kind: key, sizes, label }) => {
        const kind = Object.values(familyOf(body.family)?.parts ?? {}).find((one) => one.key === key)
        const meant = word && (word.entry?.nouns.includes(key) || word.text === label)
        return kind && meant && key !== 'stage' ? [{ kind, sizes: sizes as Record<string, string>, prefix: key }] : []
      }),
    )
    // Of several that are not alike, one would have to be told.
    const alike = new Set(pieces.map(({ sizes }) => JSON.stringify(sizes))).size === 1
    return alike ? pieces.slice(0, 1) : undefined
  })
  if (piece) return piece
  const phrase = phraseAt(at)
  if (!phrase || phrase.article || phrase.kinds.length === 0) return undefined
  const found = pick(edit, phrase).filter(({ feature }) => featureOf(feature.kind)?.manner !== 'edge')
  const alike = new Set(found.map(({ feature: { kind, sizes } }) => JSON.stringify([kind, sizes]))).size === 1
  if (!alike) return undefined
  return found.flatMap(({ feature }) => {
    const kind = featureOf(feature.kind)
    const onWall = WALLS.has(feature.at.on ?? 'top')
    return kind ? [{ kind, sizes: feature.sizes, prefix: feature.id, onWall }] : []
  })
}
const WALLS: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])

/** Which sizes of these things that is; none where one of them has no such size. */
function changesOf(things: readonly Thing[], quantity: Quantity, edit: Edit): Change[] | undefined {
  const done = new Set<string>()
  const changes: Change[] = []
  for (const thing of things) {
    const slot = slotOf(thing, quantity, edit)
    if (!slot) return undefined
    const name = thing.sizes[slot.key] ?? ''
    // Features that share a size: it changes once.
    if (done.has(name)) continue
    done.add(name)
    changes.push({ ...thing, slot: slot.key, quantity, times: slot.times })
  }
  return changes
}

function slotOf({ kind, sizes, onWall }: Thing, { role, relative: how }: Quantity, edit: Edit) {
  if (onWall && how && role === 'height') return undefined
  const having = (one: string) => {
    for (const [key, { accepts }] of Object.entries(kind.slots))
      for (const accepted of accepts.split(/[\s,]+/)) {
        const [name, times = '1'] = accepted.split('*')
        if (name === one && sizes[key] !== undefined) return { key, times: Number(times) }
      }
    return undefined
  }
  // In a wall, wide is along it and high is up.
  if (onWall && having('length') && having('width') && sizes['height'] === undefined)
    if (role === 'width' || role === 'height') return having(role === 'width' ? 'length' : 'width')
  const wide = having('diameter') ?? having('outer')
  if (role === undefined) return having('length') && having('width') ? undefined : wide
  const high = having('height') ?? having('length')
  // What is long and round is thick across; what is flat is thick upright.
  const rod =
    wide &&
    high &&
    evaluate(sizes[high.key] ?? '0', edit.names.values) >= evaluate(sizes[wide.key] ?? '0', edit.names.values)
  const round = wide !== undefined && sizes['width'] === undefined
  switch (role) {
    case 'height':
    case 'length':
      return having(role) ?? (round ? high : undefined)
    case 'width':
      return round ? wide : having('width')
    case 'thickness':
      return round && high ? (rod ? wide : high) : having('thickness')
    case 'diameter':
    case 'outer':
      return wide
    default:
      return having(role)
  }
}
