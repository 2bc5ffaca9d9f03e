import {
  type AgentError,
  type Formula,
  fail,
  hewnError,
  type Named,
  ok,
  type PartBody,
  type PartFeature,
  type PartPlan,
  type Relation,
  type Result,
} from '@hewn/model'
import { Binder } from './bind.ts'
import { whereOf } from './bind-where.ts'
import { clean, identifier, Names } from './names.ts'
import { evaluate, namesIn } from './formula.ts'
import type { Kind } from './kinds.ts'
import type { Atom, Quantity } from './read/atoms.ts'
import { below, type Filled, type Frame, type Read } from './read/frame.ts'
import { framesOf } from './read/frames.ts'
import { familyOf, featureOf } from './registry.ts'

/** What a frame of an edit stands for in the plan there is. */
type Target = { body: PartBody; bore?: string; feature?: PartFeature; piece?: PartBody['parts'][number] }

/** The plan there is, as frames without sizes: words point at them, and what is said then is what changes. */
export function seedsOf(plan: PartPlan): { seeds: Frame[]; targets: Map<Frame, Target> } {
  const targets = new Map<Frame, Target>()
  const frame = (kind: Kind, level: Frame['level'], noun: string, parent: Frame | undefined, target: Target): Frame => {
    const made: Frame = {
      kind,
      level,
      noun,
      at: [0, 0],
      plural: false,
      seeded: true,
      sizes: new Map(),
      designated: new Map(),
      flags: new Map(),
      places: [],
      targets: [],
      children: [],
      ...(parent ? { parent } : {}),
    }
    parent?.children.push(made)
    targets.set(made, target)
    return made
  }
  const seeds = plan.bodies.flatMap((body) => {
    const family = familyOf(body.family)
    if (!family) return []
    // A number without a word changes only what has one size.
    const single = Object.keys(family.slots).filter((slot) => body.sizes[slot] !== undefined).length === 1
    const seed = frame(
      { ...family, bare: single ? (family.bare ?? []) : [], chains: family.chains ?? {} },
      'body',
      body.label,
      undefined,
      { body },
    )
    seed.stages =
      body.parts.filter(({ kind }) => kind === 'stage').length + (body.sizes['outer'] && body.sizes['height'] ? 1 : 0)
    // The bore of a ring is a hole to whoever looks at it.
    const hole = family.bore && body.sizes[family.bore] !== undefined ? featureOf('hole') : undefined
    if (hole && !body.features.some(({ kind }) => kind === 'hole'))
      frame(hole, 'feature', 'bore', seed, { body, bore: family.bore ?? '' })
    for (const piece of body.parts) {
      const kind = Object.values(family.parts ?? {}).find(({ key }) => key === piece.kind)
      if (kind) frame(kind, 'part', piece.label, seed, { body, piece })
    }
    for (const feature of body.features) {
      const kind = featureOf(feature.kind)
      if (kind) frame(kind, 'feature', feature.label, seed, { body, feature })
    }
    return [seed]
  })
  return { seeds, targets }
}

/** Whether words change the part there is, or speak of another one. */
export function isNew(read: Read, atoms: readonly Atom[]): boolean {
  const adding = atoms.some(
    (atom) => atom.is === 'filler' && (atom.text === 'add' || atom.text === 'put' || atom.text === 'instead'),
  )
  return (
    !adding &&
    read.bodies.some((frame) => !frame.seeded && frame.sizes.size + frame.designated.size > 0 && frame.level === 'body')
  )
}

/** Changes a plan as words say; what they do not touch stays as it was, names and formulas included. */
export function editPlan(words: string, atoms: readonly Atom[], current: PartPlan): Result<PartPlan, AgentError> {
  const plan = structuredClone(current)
  if (atoms.some((atom) => atom.is === 'flag' && atom.flag === 'hollow' && !atom.not))
    for (const body of plan.bodies) hollowed(body)
  const { seeds, targets } = seedsOf(plan)
  const read = framesOf(atoms, { family: familyOf, feature: featureOf }, seeds)
  // Places of the new words in the request, which grows by a line.
  const shift = plan.request.length + 1
  const names = new Names(plan.names)
  const before = names.all.length
  const binder = new Binder(names)
  for (const body of plan.bodies)
    for (const id of [body.id, ...body.features.map((feature) => feature.id)]) binder.ids.add(id)
  let changed = false

  for (const seed of seeds) {
    const target = targets.get(seed)
    if (!target) continue
    // `PCD 84`, `edge distance 12`: of whatever has one.
    for (const one of seed.places.splice(0)) {
      const kind =
        one.place.kind === 'circle'
          ? 'circle'
          : one.place.kind === 'from'
            ? 'edge'
            : one.place.kind === 'spacing'
              ? 'spacing'
              : undefined
      const having = seed.children.filter((child) =>
        targets
          .get(child)
          ?.feature?.at.relations.some(
            (relation) =>
              relation.kind === kind || (kind === 'spacing' && (relation.kind === 'grid' || relation.kind === 'line')),
          ),
      )
      for (const child of having.length > 0
        ? having
        : seed.children.filter(({ seeded, level }) => seeded && level === 'feature').slice(-1))
        child.places.push(one)
    }
    changed = applyTo(seed, target, binder) || changed
    for (const frame of below(seed)) {
      const known = targets.get(frame)
      if (known) changed = applyTo(frame, known, binder) || changed
    }
    if (binder.problem) return fail(binder.problem)
    changed = addNew(seed, target.body, targets, binder) || changed
    if (binder.problem) return fail(binder.problem)
  }
  for (const atom of atoms) {
    if (atom.is !== 'old') continue
    const { quantity } = atom
    quantity.used = 'old'
    const was = current.names.some(({ value, origin }) =>
      quantity.designator
        ? origin.from === 'table' && origin.key.split(/[ ,]/)[0] === quantity.designator
        : Math.abs(value - quantity.value) < 0.005,
    )
    if (!was)
      return fail({
        ...hewnError(
          'AGENT_CONTRADICTION',
          `There is no ${quantity.designator ?? quantity.number?.text ?? quantity.value} here that could be replaced.`,
        ),
        spans: [quantity.at],
      })
  }
  // A wall of a box that was hollowed just now is a parameter like any other, and its floor is as thick.
  for (const body of plan.bodies)
    if (body.family === 'enclosure' && body.sizes['floor'] === '2') {
      if (body.sizes['wall'] === '2')
        body.sizes['wall'] = names.add('wall', {
          label: 'Wall',
          value: 2,
          unit: 'mm',
          origin: { from: 'assumed', why: 'no wall was said' },
        })
      body.sizes['floor'] = body.sizes['wall'] ?? '2'
      changed = true
    }
  for (const gone of read.without) {
    const removed = remove(plan, gone, binder)
    if (!removed)
      return fail({
        ...hewnError(
          'AGENT_CONTRADICTION',
          `There is no ${gone.text} on the ${plan.bodies[0]?.label ?? 'part'} that could be removed.`,
        ),
        spans: [gone.at],
      })
    changed = true
  }
  for (const { quantities, at } of read.spare) {
    const [quantity] = quantities
    if (quantity && quantities.length === 1 && exchange(plan, quantity, binder)) changed = true
    else if (quantity && quantity.used === undefined)
      return fail({
        ...hewnError('AGENT_NEEDS_ANSWER', `“${words.slice(...at)}” could not be placed. What should it change?`, {
          hint: 'Say what it measures: make it 12 mm thick.',
        }),
        spans: [at],
      })
  }
  if (binder.problem) return fail(binder.problem)
  for (const atom of atoms)
    if (atom.is === 'noted' && atom.what === 'color') {
      for (const body of plan.bodies) body.color = atom.text
      changed = true
    }
  if (!changed)
    return fail(
      hewnError('AGENT_NOT_UNDERSTOOD', 'These words change nothing of the part that is there.', {
        hint: 'Try: make it 10 mm longer · use M5 instead · remove the holes',
      }),
    )
  for (const named of names.all.slice(before)) shifted(named, shift)
  for (const named of names.all) if (touched.has(named)) shifted(named, shift)
  touched.clear()
  plan.request = `${plan.request}\n${words}`
  plan.names = used(plan, names.all)
  plan.notes = [...plan.notes, ...binder.notes]
  const negative = plan.names.find(({ value, unit }) => unit === 'mm' && value <= 0)
  if (negative && !negative.name.match(/_(x|y|offset)(_\d+)?$/))
    return fail(
      hewnError('AGENT_IMPOSSIBLE', `${negative.label} would be ${negative.value} mm; it has to be more than 0.`),
    )
  return ok(plan)
}

/** Names whose value an edit changed, until their spans are moved. */
const touched = new Set<Named>()

function shifted(named: Named, by: number): void {
  const { origin } = named
  if ('span' in origin && origin.span)
    named.origin = { ...origin, span: [origin.span[0] + by, origin.span[1] + by] } as Named['origin']
}

/** Sizes, places and counts said of something there is. */
function applyTo(frame: Frame, { body, feature, piece, bore }: Target, binder: Binder): boolean {
  let changed = false
  if (bore !== undefined) {
    const size = frame.sizes.get('diameter')
    const family = familyOf(body.family)
    if (size && family) setSize(body.sizes, bore, size, family, '', binder)
    return size !== undefined
  }
  const owner = piece ?? feature ?? body
  const prefix = feature ? feature.id : piece ? identifier(piece.kind) : ''
  for (const [slot, filled] of frame.sizes) {
    setSize(owner.sizes, slot, filled, frame.kind, prefix, binder)
    changed = true
  }
  for (const quantity of frame.designated.values())
    if (feature) changed = redesignate(feature, quantity, binder) || changed
  for (const flag of frame.flags.keys()) {
    if (!frame.kind.flags?.split(/[\s,]+/).includes(flag) || owner.flags.includes(flag)) continue
    owner.flags.push(flag)
    changed = true
  }
  if (frame.count && feature) {
    frame.count.used = 'count'
    changed = recount(feature, frame.count, binder) || changed
  }
  if (feature && frame.places.length > 0) {
    const family = familyOf(body.family)
    const kind = featureOf(feature.kind)
    if (family && kind) {
      const form = family.form(body.sizes, (flag) => body.flags.includes(flag), body.parts)
      const where = whereOf(binder, frame, feature.id, kind, body, form)
      feature.at = {
        ...feature.at,
        ...(where.on ? { on: where.on } : {}),
        ...(where.along ? { along: where.along } : {}),
        relations: merged(feature.at.relations, where.relations, binder),
      }
      changed = true
    }
  }
  // A counterbore that the holes get now.
  for (const child of frame.children) {
    if (child.level !== 'part' || child.seeded || !feature) continue
    const kind = featureOf(feature.kind)
    if (!kind) continue
    const holder: Frame = { ...frame, sizes: new Map(), designated: new Map(), children: [child] }
    const base = structuredClone(feature.sizes)
    const made = binder.settle(
      holder,
      {
        ...kind,
        settle: (sizes) => {
          for (const [slot, formula] of Object.entries(base)) sizes.derive(slot, formula)
          kind.settle(sizes)
        },
      },
      feature.id,
      undefined,
    )
    feature.parts.push(...made.pieces)
    changed = true
  }
  return changed
}

function setSize(
  sizes: Record<string, Formula>,
  slot: string,
  { quantity, times }: Filled,
  kind: Kind,
  prefix: string,
  binder: Binder,
): void {
  const { names } = binder
  quantity.used = slot
  const formula = sizes[slot]
  const values = names.values
  const own = kind.slots[slot]?.name ?? slot
  const wanted = prefix ? `${prefix}_${own}` : own
  const inside = formula === undefined ? [] : namesIn(formula)
  // The name itself, or the one of that kind in what it is derived from.
  const target = inside.length === 1 && formula === inside[0] ? inside[0] : inside.find((name) => name === wanted)
  const named = names.all.find(({ name }) => name === target)
  const old = named ? named.value : formula === undefined ? 0 : evaluate(formula, values)
  const value = clean(
    quantity.relative === 'add'
      ? old + quantity.value
      : quantity.relative === 'times'
        ? old * quantity.value
        : quantity.value * times,
  )
  const origin: Named['origin'] =
    quantity.relative || times !== 1
      ? {
          from: 'derived',
          formula:
            quantity.relative === 'times'
              ? `${clean(quantity.value)} * ${old}`
              : quantity.relative
                ? `${old} + ${clean(quantity.value)}`
                : `${times} * ${clean(quantity.value)}`,
          span: quantity.at,
        }
      : { from: 'said', span: quantity.at }
  if (named) {
    named.value = value
    named.origin = origin
    named.label = named.label.replace(/, M[\d.]+$/, '')
    delete named.min
    delete named.max
    touched.add(named)
    return
  }
  sizes[slot] = names.add(wanted, {
    label: kind.slots[slot]?.label ?? slot,
    value,
    unit: kind.slots[slot]?.unit ?? 'mm',
    origin,
  })
}

/** `use M5 instead`: the hole for another screw. */
function redesignate(feature: PartFeature, quantity: Quantity, binder: Binder): boolean {
  const kind = featureOf(feature.kind)
  const name = feature.sizes['diameter']
  if (!kind || name === undefined) return false
  const scratch = new Binder(new Names())
  const frame: Frame = {
    kind,
    level: 'feature',
    noun: feature.label,
    at: quantity.at,
    plural: false,
    sizes: new Map(),
    designated: new Map([['diameter', quantity]]),
    flags: new Map(feature.flags.map((flag) => [flag, quantity.at])),
    places: [],
    targets: [],
    children: [],
  }
  const made = scratch.settle(frame, { ...kind, parts: {} }, '', undefined)
  if (scratch.problem) {
    binder.problem ??= scratch.problem
    return true
  }
  const found = scratch.names.all.find(({ name: own }) => own === made.sizes['diameter'])
  const named = binder.names.all.find((one) => one.name === name)
  if (!found || !named) return false
  named.value = found.value
  named.origin = found.origin
  touched.add(named)
  binder.notes.push(...scratch.notes)
  return true
}

/** `8 holes instead of 6`. */
function recount(feature: PartFeature, count: Quantity, binder: Binder): boolean {
  const name = feature.sizes['count']
  const named = binder.names.all.find((one) => one.name === name)
  const value = count.relative === 'add' ? (named?.value ?? 1) + count.value : count.value
  if (named) {
    named.value = value
    named.origin = { from: 'said', span: count.at }
    touched.add(named)
    return true
  }
  if (feature.at.relations.some(({ kind }) => kind === 'corners')) {
    if (value === 4) return true
    binder.refuse(
      'AGENT_CONTRADICTION',
      `The ${feature.label}s are in the four corners; ${value} of them need other places.`,
      [count.at],
      [`${value} holes on a circle`, `${value} holes in a row`],
    )
    return true
  }
  feature.sizes['count'] = binder.names.said(`${feature.id}_count`, `Number of ${feature.label}s`, count, 'count')
  return true
}

/** New places take the old ones' names where they are of the same kind. */
function merged(old: Relation[], fresh: Relation[], binder: Binder): Relation[] {
  const result = [...old]
  for (const relation of fresh) {
    const same = result.findIndex(
      (one) =>
        one.kind === relation.kind &&
        (one.kind !== 'edge' ||
          relation.kind !== 'edge' ||
          one.edge === relation.edge ||
          relation.edge === 'all' ||
          one.edge === 'all'),
    )
    const known = result[same]
    if (relation.kind === 'offset' || !known) {
      // Another way of saying where: the old one goes, but for what says how many.
      result.push(relation)
      continue
    }
    for (const key of ['distance', 'diameter', 'spacing', 'dx', 'dy', 'start'] as const) {
      const [was, is] = [(known as Record<string, unknown>)[key], (relation as Record<string, unknown>)[key]]
      if (typeof was !== 'string' || typeof is !== 'string') continue
      const [target, source] = [was, is].map((name) => binder.names.all.find((one) => one.name === name))
      if (!target || !source) continue
      target.value = source.value
      target.origin = source.origin
      touched.add(target)
      binder.names.all.splice(binder.names.all.indexOf(source), 1)
      ;(relation as Record<string, unknown>)[key] = was
    }
    result[same] = { ...known, ...relation, ...(known.kind === 'edge' ? { edge: known.edge } : {}) } as Relation
  }
  return result
}

/** Features and pieces that were not there. */
function addNew(seed: Frame, body: PartBody, targets: ReadonlyMap<Frame, Target>, binder: Binder): boolean {
  const family = familyOf(body.family)
  if (!family) return false
  let added = false
  for (const child of seed.children) {
    if (targets.has(child)) continue
    if (child.level === 'part') {
      const made = binder.piece(child, identifier(child.kind.key))
      // A second mention of a leg that is there says its size.
      const slot = family.legOf?.(child.noun, body.sizes, binder.names.values)
      const [only] = Object.values(made.sizes)
      if (slot && only) {
        const source = binder.names.all.find(({ name }) => name === only)
        if (source)
          setSize(
            body.sizes,
            slot,
            { quantity: [...child.sizes.values()][0]?.quantity ?? { value: source.value, at: child.at }, times: 1 },
            family,
            '',
            binder,
          )
      } else body.parts.push({ kind: child.kind.key, label: child.noun, sizes: made.sizes, flags: made.flags })
      added = true
      continue
    }
    const form = family.form(body.sizes, (flag) => body.flags.includes(flag), body.parts)
    const features = binder.features(child, body, family, form)
    if (binder.problem) return added
    body.features.push(...features)
    added = features.length > 0 || added
  }
  return added
}

/** Takes away what words name: features of a kind, corners, a bore. */
function remove(plan: PartPlan, { nouns, text }: Read['without'][number], binder: Binder): boolean {
  let removed = false
  for (const body of plan.bodies) {
    const family = familyOf(body.family)
    const keep = body.features.filter(({ kind }) => !nouns.includes(kind))
    const bore = family?.bore
    const isBore = /bore|centre hole|inner/.test(text)
    if (isBore && bore && body.sizes[bore] !== undefined) {
      delete body.sizes[bore]
      removed = true
      continue
    }
    if (keep.length < body.features.length) {
      body.features = keep
      removed = true
      continue
    }
    if (
      (nouns.includes('fillet') || nouns.includes('chamfer') || /corner|round|radius/.test(text)) &&
      body.sizes['corner'] !== undefined
    ) {
      delete body.sizes['corner']
      body.flags = body.flags.filter((flag) => flag !== 'rounded')
      removed = true
      continue
    }
    for (const feature of body.features) {
      const parts = feature.parts.filter(({ kind }) => !nouns.includes(kind))
      if (parts.length === feature.parts.length) continue
      feature.parts = parts
      removed = true
    }
    const pieces = body.parts.filter(({ kind }) => !nouns.includes(kind))
    if (pieces.length < body.parts.length && !removed) {
      body.parts = pieces
      removed = true
    }
  }
  void binder
  return removed
}

/** `use M5 instead`, `PCD 84`: a size that only one thing there is can take. */
function exchange(plan: PartPlan, quantity: Quantity, binder: Binder): boolean {
  if (!quantity.designator) return false
  const holes = plan.bodies.flatMap(({ features }) => features.filter(({ kind }) => kind === 'hole'))
  const named = holes.filter(({ sizes }) =>
    binder.names.all.some(({ name, origin }) => name === sizes['diameter'] && origin.from === 'table'),
  )
  const targets = named.length > 0 ? named : holes
  quantity.used = 'diameter'
  return targets.map((feature) => redesignate(feature, quantity, binder)).some(Boolean)
}

/** `hollow it out`: what was solid becomes a box with walls. */
function hollowed(body: PartBody): void {
  const { length, width, height, thickness, side, corner } = body.sizes
  const [x, y, z] = [length ?? side, width ?? side, height ?? thickness ?? side]
  if (!['block', 'cube', 'plate'].includes(body.family) || !x || !y || !z) return
  body.family = 'enclosure'
  body.sizes = { length: x, width: y, height: z, wall: '2', floor: '2', ...(corner ? { corner } : {}) }
}

/** Names that something still stands on. */
function used(plan: PartPlan, names: readonly Named[]): Named[] {
  const formulas = JSON.stringify(plan.bodies)
  return names.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(formulas))
}
