import { type AgentError, fail, hewnError, ok, type PartPlan, type Result, type Span } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { Atom, SaidPlace } from '../read/atoms.ts'
import { below, type Frame, type Read } from '../read/frame.ts'
import { framesOf } from '../read/frames.ts'
import { joinBodies } from '../read/join.ts'
import { readAtoms } from '../read/read-atoms.ts'
import { familyOf, lexicon, ownFeature } from '../registry.ts'
import type { Item } from '../words/items.ts'
import { addNew } from './add-new.ts'
import { another } from './another.ts'
import { applyTo, exchange } from './apply.ts'
import { resizeByRole } from './resize-by-role.ts'
import { Edit } from './edit.ts'
import { flanged } from './flanged.ts'
import { hollowed } from './hollow.ts'
import { followOrders } from './orders.ts'
import { madeLast } from './pick.ts'
import { looseEdges } from './loose-edges.ts'
import { pinRows } from './pin-rows.ts'
import { plainly } from './plainly.ts'
import { replaceBy } from './replace-by.ts'
import { remove } from './remove.ts'
import { splitPatterns } from './split-patterns.ts'
import { uncubed } from './uncubed.ts'
import { seedsOf, type Target } from './seeds.ts'

/** Whether words change the part there is, or speak of another one. */
export function isNew(read: Read, atoms: readonly Atom[], items: readonly Item[], current: PartPlan): boolean {
  const says = (...texts: string[]) => items.some((item) => item.kind === 'word' && texts.includes(item.text))
  if (says('add', 'put', 'subtract', 'carve', 'scoop', 'weld', 'glue') || (says('cut') && says('out'))) return false
  // `a 20 mm cube on top of it`, `flange on the bottom 90 dia 6 thick`
  const [only, ...others] = read.bodies
  if (only && others.length === 0 && says('on', 'at') && only.places.some(({ place }) => isOnIt(place))) return false
  const families = current.bodies.map(({ family }) => family)
  // `it needs to go on an M16 bolt`, `taper it to 30`: a noun inside an order is no new thing.
  const { followed } = followOrders(plainly(items, current), new Edit(current, ''))
  const ordered = ({ at: [from, to] }: Frame) => followed.some(({ at }) => at[0] <= from && to <= at[1])
  // `make it 80 x 80`, `a 25 mm cube instead`: the same kind of thing as there is, with other sizes.
  const same = says('instead', 'it')
  const circled = current.bodies.some(({ features }) =>
    features.some(({ at }) => at.relations.some(({ kind }) => kind === 'circle')),
  )
  // `mill a flat on it`, `flat at one end`: what is done to a part is no bar of flat steel.
  const begun = beginsWithWork(items)
  const worked =
    says('mill', 'grind', 'file', 'cut', 'machine', 'it', 'shave') || atoms.some(({ is }) => is === 'place')
  // `four standoffs for M3 screws inside`; of a box that is there, also `four standoffs, 6 mm tall`.
  const hollow = families.some((key) => VESSELS.has(key))
  const within = ({ count }: Frame) => says('inside', 'within', 'floor') || (hollow && count !== undefined)
  return read.bodies.some(
    (frame) =>
      !frame.seeded &&
      !ordered(frame) &&
      !((worked || within(frame)) && isFeatureToo(frame)) &&
      !(frame.noun === 'taper' && says('it', 'this')) &&
      !begun &&
      (says('instead') ? !(STOCK.test(frame.noun) && frame.sizes.size === 1) : !isPartOf(frame, current)) &&
      frame.sizes.size + frame.designated.size > 0 &&
      frame.level === 'body' &&
      (frame.det === undefined || frame.det === 'another') &&
      !(isScrew(frame) && (frame.sizes.size === 0 || says('use', 'instead', 'not', 'for'))) &&
      !isPurpose(frame, atoms) &&
      !(frame.noun === 'circle' && circled) &&
      !current.bodies.some(({ features }) => features.some(({ kind }) => kind === frame.kind.key)) &&
      !(same && (families.includes(frame.kind.key) || isImplied(frame, atoms))),
  )
}

const VESSELS: ReadonlySet<string> = new Set(['enclosure', 'jar'])

/** `taper the last 30 mm to 12`, `use a 10 mm rod`: what is to be done to a part, and no part. */
export const beginsWithWork = (items: readonly Item[]): boolean => {
  const first = items.find((item) => item.kind !== 'mark' && !(item.kind === 'word' && POLITE.has(item.text)))
  return first?.kind === 'word' && WORKS.has(first.text)
}
const POLITE = new Set([
  'please',
  'now',
  'and',
  'then',
  'also',
  'ok',
  'okay',
  'so',
  'can',
  'could',
  'you',
  'just',
  'only',
  'but',
])
const WORKS = new Set(
  'taper use turn drill mill bore tap cut swap replace change move shift rotate flip mirror scale stretch shorten lengthen widen thicken extend enlarge remove delete tilt fit weld attach knurl'.split(
    ' ',
  ),
)

/** `4 mm sheet instead`: how thick it is. */
const STOCK = /^(?:sheet|strip|stock|material|sheet metal|flat)$/

/** `hub 25 diameter on one side` of a gear, `10 mm rod` of a hook: a part that the body there is has, or may have. */
const isPartOf = ({ noun }: Frame, { bodies }: PartPlan): boolean => {
  const nouns = lexicon().find([noun])?.entry?.nouns ?? []
  return bodies.some(({ family }) => {
    const parts = familyOf(family)?.parts ?? {}
    return nouns.some(
      (key) => key !== family && (Object.hasOwn(parts, key) || Object.values(parts).some((part) => part.key === key)),
    )
  })
}

const isOnIt = (place: SaidPlace): boolean =>
  place.kind === 'spec' && (['top', 'bottom'].includes(place.spec.places.join()) || place.spec.noun === 'end')

const isFeatureToo = ({ noun }: Frame): boolean =>
  lexicon()
    .find([noun])
    ?.entry?.nouns.some((key) => ownFeature(key) !== undefined) ?? false

/** `use M5 screws instead`: what goes through the holes is not what is made. */
const isScrew = ({ noun }: Frame): boolean => /screw|bolt/.test(noun)

/** `for an 8 mm shaft`: what it goes on is not what is made. */
export const isPurpose = ({ at }: Frame, atoms: readonly Atom[]): boolean => {
  const index = atoms.findIndex((atom) => atom.is === 'noun' && atom.at[0] === at[0])
  const before = atoms.slice(0, index).filter((atom) => atom.is === 'link' || atom.is === 'noun' || atom.is === 'break')
  const last = before.at(-1)
  return last?.is === 'link' && last.text === 'for'
}

/** No noun stands for it: three sizes were said, and nothing else. */
const isImplied = ({ at }: Frame, atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => atom.is === 'noun' && atom.from === atom.to && atom.at[0] === at[0])

/** `a 25 mm cube instead` of a cube: the noun says what is there already. */
function withoutOwnNoun(items: readonly Item[], { bodies }: PartPlan): Item[] {
  const circles = bodies.some(({ features }) =>
    features.some(({ at }) => at.relations.some(({ kind }) => kind === 'circle')),
  )
  const own = (item: Item | undefined) =>
    item?.kind === 'word' &&
    !(circles && item.text === 'circle') &&
    item.entry !== undefined &&
    bodies.some(({ family }) => item.entry?.nouns[0] === family)
  const known = items.some((item, index) => {
    const next = items[index + 1]
    // `make it a 25 mm cube`
    const made = next?.kind === 'word' && (next.text === 'a' || next.text === 'an')
    return item.kind === 'word' && (item.text === 'instead' || (item.text === 'it' && made))
  })
  return known ? items.filter((item) => !own(item)) : [...items]
}

/**
 * Changes a plan as words say; what they do not touch stays as it was, names and formulas included. Orders with a verb
 * (`double the holes`, `move them 5 mm in`) are followed first; the rest is read as a request is, over the plan there is.
 */
export function editPlan(
  words: string,
  items: readonly Item[],
  current: PartPlan,
): Result<{ plan: PartPlan; atoms: Atom[] }, AgentError> {
  const edit = new Edit(current, words)
  const plain = plainly(withoutOwnNoun(items, current), current)
  uncubed(edit, plain)
  splitPatterns(edit, plain)
  flanged(edit, plain)
  const replaced = replaceBy(edit, plain)
  const { rest, followed } = followOrders(replaced.items, edit)
  followed.push(...replaced.followed)
  if (edit.problem) return fail(edit.problem)
  const atoms = readAtoms(another(rest, edit), { edits: true })
  const read = setSizes(edit, atoms)
  for (const step of [replaceOld, wallHollowed, takeAway, placeSpare, color]) {
    if (!edit.problem) step({ edit, atoms, read, current })
  }
  pointsAtOne(edit, atoms)
  if (edit.problem) return fail(edit.problem)
  const idle = idleVerb(plainly(items, current), followed, atoms)
  if (idle)
    return fail({
      ...hewnError('AGENT_NEEDS_ANSWER', `What “${words.slice(...idle)}” is to do here is not clear.`, {
        hint: 'Say what, and by how much: move the holes 5 mm in · double the holes · remove the fillet',
      }),
      spans: [idle],
    })
  if (!edit.changed)
    return fail(
      hewnError('AGENT_NOT_UNDERSTOOD', 'These words change nothing of the part that is there.', {
        hint: 'Try: make it 10 mm longer · use M5 instead · remove the holes',
      }),
    )
  looseEdges(edit, current)
  pinRows(edit, current)
  const plan = edit.finish()
  const negative = plan.names.find(({ value, unit }) => unit === 'mm' && value <= 0)
  if (negative && !negative.name.match(/_(x|y|offset)(_\d+)?$/))
    return fail(
      hewnError('AGENT_IMPOSSIBLE', `${negative.label} would be ${negative.value} mm; it has to be more than 0.`),
    )
  const orders = followed.map(({ at }): Atom => ({ is: 'order', at, from: 0, to: 0 }))
  return ok({ plan, atoms: [...orders, ...atoms].toSorted((a, b) => a.at[0] - b.at[0]) })
}

/** Sizes, places and new features, read with the plan's own things as what words can point at. */
function setSizes(edit: Edit, atoms: readonly Atom[]): Read {
  const hasFloor =
    /\b(?:floor|bottom|base)\b/i.test(edit.words) &&
    !/\b(?:no|open|without a?) ?(?:floor|bottom|base)/i.test(edit.words)
  const pocketed = atoms.some((atom) => atom.is === 'noun' && atom.nouns.includes('pocket'))
  if (!pocketed && atoms.some((atom) => atom.is === 'flag' && atom.flag === 'hollow' && !atom.not))
    for (const body of edit.plan.bodies) hollowed(body, hasFloor)
  thickMeansAcross(edit, atoms)
  const { seeds, targets } = seedsOf(edit.plan, madeLast(edit))
  const kinds = { family: familyOf, feature: ownFeature }
  const read = framesOf(atoms, kinds, seeds, spokenOf(atoms, seeds))
  joinBodies(read, edit.words)
  for (const seed of seeds) {
    const target = targets.get(seed)
    if (!target) continue
    handDown(seed, targets)
    for (const frame of [seed, ...below(seed)]) {
      const known = targets.get(frame)
      if (known && applyTo(frame, known, edit)) edit.changed = true
    }
    if (edit.problem) return read
    if (addNew(seed, target.body, targets, edit)) edit.changed = true
    if (edit.problem) return read
  }
  return read
}

/**
 * `10 deep`, after `two tapped holes in the top`: a size without a noun is that of what was made just now, where that has
 * one of its kind.
 */
function spokenOf(atoms: readonly Atom[], seeds: readonly Frame[]): Frame[] | undefined {
  const latest = seeds.flatMap(below).filter((one) => one.latest)
  const [size, ...more] = atoms.flatMap((atom) => (atom.is === 'quantity' ? atom.quantities : []))
  const told = atoms.every(
    (atom) => atom.is === 'quantity' || atom.is === 'break' || (atom.is === 'filler' && POLITE.has(atom.text)),
  )
  const role = size?.role
  if (!told || more.length > 0 || !role || size.relative) return undefined
  const has = ({ kind: { slots } }: Frame) =>
    Object.values(slots).some(({ accepts }) => accepts.split(/[\s,]+/).includes(role))
  return latest.length > 0 && latest.every(has) ? latest : undefined
}

/** A pin that is 12 mm thick is so across, and no shorter for it. */
function thickMeansAcross({ plan, names }: Edit, atoms: readonly Atom[]): void {
  const [{ family, sizes } = { family: '', sizes: {} }] = plan.bodies
  const { outer, height } = sizes as Record<string, string | undefined>
  if (atoms.some(({ is }) => is === 'noun')) return
  if (!RODS.has(family) || !outer || !height || evaluate(outer, names.values) > evaluate(height, names.values)) return
  for (const atom of atoms)
    if (atom.is === 'quantity')
      for (const quantity of atom.quantities) if (quantity.role === 'thickness') quantity.role = 'diameter'
}
const RODS = new Set(['turned', 'cylinder'])

/** An edit whose sizes are set, and what its words left to the steps after that. */
interface Begun {
  edit: Edit
  atoms: readonly Atom[]
  read: Read
  current: PartPlan
}

/** `PCD 84`, `edge distance 12`: of whatever has one. */
function handDown(seed: Frame, targets: ReadonlyMap<Frame, Target>): void {
  for (const one of seed.places.splice(0)) {
    const kinds = { circle: ['circle'], from: ['edge'], spacing: ['spacing', 'grid', 'line'] }[one.place.kind as string]
    const having = seed.children.filter((child) =>
      targets.get(child)?.feature?.at.relations.some(({ kind }) => kinds?.includes(kind)),
    )
    const last = seed.children.filter(({ seeded, level }) => seeded && level === 'feature').slice(-1)
    for (const child of having.length > 0 ? having : last) child.places.push(one)
  }
}

/** `instead of M4`: there has to be one. */
function replaceOld({ edit, atoms, current }: Begun): void {
  for (const atom of atoms) {
    if (atom.is !== 'old') continue
    const { quantity } = atom
    quantity.used = 'old'
    const was = current.names.some(({ name, value, origin }) =>
      quantity.designator
        ? origin.from === 'table' && origin.key.split(/[ ,]/)[0] === quantity.designator
        : Math.abs(value - quantity.value) < 0.005 && edit.names.values[name] !== value,
    )
    const text = quantity.designator ?? quantity.number?.text ?? quantity.value
    if (!was) edit.refuse('AGENT_CONTRADICTION', `There is no ${text} here that could be replaced.`, [quantity.at])
  }
}

/** A wall of a box that was hollowed just now is a parameter like any other, and its floor is as thick. */
function wallHollowed({ edit: { plan, names } }: Begun): void {
  for (const { family, sizes } of plan.bodies) {
    if (!['enclosure', 'jar'].includes(family) || sizes['floor'] !== '2') continue
    if (sizes['wall'] === '2')
      sizes['wall'] = names.add('wall', {
        label: 'Wall',
        value: 2,
        unit: 'mm',
        origin: { from: 'assumed', why: 'no wall was said' },
      })
    sizes['floor'] = sizes['wall'] ?? '2'
  }
}

/** `every other one`: a word that points at something is no size of 1 mm. */
function pointsAtOne(edit: Edit, atoms: readonly Atom[]): void {
  for (const atom of atoms)
    for (const { number, used, at } of atom.is === 'quantity' ? atom.quantities : [])
      if (number?.text.toLowerCase() === 'one' && number.unit === undefined && used !== undefined && used !== 'count')
        edit.refuse('AGENT_NEEDS_ANSWER', `Which one is meant with “${edit.words.slice(...at)}”?`, [at])
}

function takeAway({ edit, read }: Begun): void {
  for (const gone of read.without) {
    if (remove(edit, gone)) edit.changed = true
    else
      edit.refuse(
        'AGENT_CONTRADICTION',
        `There is no ${gone.text} on the ${edit.plan.bodies[0]?.label ?? 'part'} that could be removed.`,
        [gone.at],
      )
  }
}

function placeSpare({ edit, read }: Begun): void {
  for (const { quantities, at } of read.spare) {
    const [quantity] = quantities
    if (quantity && quantities.length === 1 && (exchange(quantity, edit) || resizeByRole(quantity, edit)))
      edit.changed = true
    else if (quantity && quantity.used === undefined)
      edit.refuse('AGENT_NEEDS_ANSWER', `“${edit.words.slice(...at)}” could not be placed. What should it change?`, [
        at,
      ])
  }
}

function color({ edit, atoms }: Begun): void {
  for (const atom of atoms) {
    if (atom.is !== 'noted') continue
    if (atom.what === 'color') for (const body of edit.plan.bodies) body.color = atom.text
    else if (atom.what === 'material') for (const body of edit.plan.bodies) body.material = atom.text
    if (atom.what !== 'purpose') edit.changed = true
  }
}

/** `move`, `remove`, `double`: said, and nothing came of it. Another sense of the other words is no answer. */
function idleVerb(items: readonly Item[], followed: readonly { at: Span }[], atoms: readonly Atom[]): Span | undefined {
  const inside = ([from, to]: Span) => followed.some(({ at }) => at[0] <= from && to <= at[1])
  const placed = atoms.some((atom) => atom.is === 'place')
  const compared = atoms.some((atom) => atom.is === 'quantity' && atom.quantities.some(({ relative }) => relative))
  const gone = atoms.some((atom) => atom.is === 'without' || (atom.is === 'flag' && atom.not))
  const found = items.find(
    (item) =>
      item.kind === 'word' &&
      !inside(item.at) &&
      ((MOVES.has(item.text) && !placed) ||
        (GOES.has(item.text) && !gone) ||
        ((WHOLE.has(item.text) || COMPARES.has(item.text)) && !compared)),
  )
  return found?.at
}
const MOVES = new Set(['move', 'moved', 'shift', 'bring', 'push', 'slide'])
const GOES = new Set(['remove', 'delete', 'erase', 'lose', 'ditch', 'scrap'])
/** Words that compare: where nothing was compared, the number beside them is no plain size. */
const COMPARES = new Set([
  'closer',
  'nearer',
  'further',
  'farther',
  'bigger',
  'larger',
  'smaller',
  'wider',
  'thicker',
  'thinner',
])
const WHOLE = new Set(['swap', 'mirror', 'mirrored', 'rotate', 'scale', 'copy', 'duplicate', 'triple', 'halve'])
