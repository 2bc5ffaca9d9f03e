import { settleFrame } from '../bind/settle-frame.ts'
import type { Formula, Named, PartBody, PartFeature, PartPiece, Relation } from '@hewn/model'
import { Binder } from '../bind/bind.ts'
import { picksOf } from '../bind/edges.ts'
import { whereOf } from '../bind/where.ts'
import { blockEdges } from '../features/block-edges.ts'
import { clean, identifier, Names } from '../names.ts'
import { threadOf } from '../library/fasteners.ts'
import { evaluate, namesIn } from '../formula.ts'
import type { Family, FeatureKind, Kind, Settling } from '../kinds.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Filled, Frame } from '../read/frame.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Edit } from './edit.ts'
import { forScrew, fromTable } from './for-screw.ts'
import { frameFor } from './frame-for.ts'
import type { Target } from './seeds.ts'
import { formOf } from '../form-of.ts'
import { howMany } from './phrase.ts'
import { plural } from '../../read/plural.ts'

/** Sizes, places and counts said of something there is. */
export function applyTo(frame: Frame, { body, feature, piece, bore }: Target, edit: Edit): boolean {
  let changed = false
  if (bore !== undefined) {
    const size = frame.sizes.get('diameter')
    const family = familyOf(body.family)
    // `a 30 mm hole 4 deep` around the bore is one of its own.
    if (size && family && frame.sizes.has('depth')) {
      const form = formOf(body, family, edit.names.values)
      const made = edit.binder.feature({ ...frame, children: [] }, body, form)
      if (made) body.features.push(made)
      return made !== undefined
    }
    if (size && family) setSize(body.sizes, bore, size, family, '', edit)
    return size !== undefined
  }
  if (feature && !piece && otherEdges(frame, body, feature, edit)) return true
  if (feature?.kind === 'cutout') acrossIfTall(frame)
  const somewhere = frame.places.find(({ place }) => place.kind === 'centre')
  if (!feature && !piece && somewhere && frame.sizes.size > 0)
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `What is ${edit.words.slice(...somewhere.at)} is not clear: the ${body.label} is as large all along.`,
      [somewhere.at],
    )
  const owner = piece ?? feature ?? body
  const prefix = feature ? feature.id : piece ? identifier(piece.kind) : ''
  for (const [slot, filled] of frame.sizes) {
    if (owner === body && fromTable(body, slot, filled, edit)) {
      changed = true
      continue
    }
    if (slot === 'wall' && owner === body && walled(filled.quantity, edit)) {
      changed = true
      continue
    }
    if (!(slot === 'inner' && owner === body && !(slot in body.sizes) && widened(filled.quantity, edit)))
      setSize(owner.sizes, slot, filled, frame.kind, prefix, edit)
    changed = true
  }
  for (const flag of frame.flags.keys()) {
    if (!frame.kind.flags?.split(/[\s,]+/).includes(flag)) continue
    if (FITS.has(flag)) owner.flags = owner.flags.filter((one) => !FITS.has(one))
    const other = owner.flags.indexOf(CONTRARY.get(flag) ?? '')
    if (owner.flags.includes(flag) && other < 0) continue
    // `open the top` of what is closed
    if (other >= 0) owner.flags.splice(other, 1)
    if (!owner.flags.includes(flag)) owner.flags.push(flag)
    if (feature && !piece) settleAgain(feature, edit)
    changed = true
  }
  const screw = feature && [...frame.flags.keys()].some((flag) => FITS.has(flag)) ? screwOf(feature, edit) : undefined
  for (const quantity of frame.designated.size > 0 ? frame.designated.values() : screw ? [screw] : [])
    changed = (feature ? redesignate(feature, quantity, edit) : forScrew(body, quantity, edit)) || changed
  if (frame.count && feature) {
    frame.count.used = 'count'
    changed = recount(feature, frame.count, edit) || changed
  }
  if (feature && frame.places.length > 0) {
    const family = familyOf(body.family)
    const kind = featureOf(feature.kind)
    if (family && kind) {
      const form = formOf(body, family, edit.names.values)
      const where = whereOf(edit.binder, frame, feature.id, kind, body, form)
      feature.at = {
        ...feature.at,
        ...(where.on ? { on: where.on } : {}),
        ...(where.along ? { along: where.along } : {}),
        relations: merged(feature.at.relations, where.relations, edit),
      }
      changed = true
    }
  }
  // A counterbore that the holes get now.
  for (const child of frame.children) {
    if (child.level !== 'part' || child.seeded || !feature) continue
    addPiece(feature, child, edit)
    changed = true
  }
  return changed
}

/** `the cutout 40 mm wide and 20 mm tall`: seen from above, along and across. */
function acrossIfTall({ sizes }: Frame): void {
  const [wide, tall] = [sizes.get('width'), sizes.get('tall')]
  if (!tall) return
  sizes.delete('tall')
  if (wide && !sizes.has('length')) sizes.set('length', wide)
  sizes.set('width', tall)
}

/** How much room a screw has in its hole: of these, one holds. */
const FITS: ReadonlySet<string> = new Set(['close', 'medium', 'loose'])

/** Of two words only one is true. */
const CONTRARY: ReadonlyMap<string, string> = new Map([
  ['open', 'closed'],
  ['closed', 'open'],
])

/** `chamfer the left end` beside a chamfer of the right one is another; `fillet all edges` takes the place of one of some. */
function otherEdges(frame: Frame, body: PartBody, feature: PartFeature, edit: Edit): boolean {
  const family = familyOf(body.family)
  if (!family || featureOf(feature.kind)?.manner !== 'edge' || frame.places.length === 0) return false
  const form = formOf(body, family, edit.names.values)
  const picks = picksOf(edit.binder, frame, form, undefined)
  const edges = (all: readonly string[]): Set<string> =>
    new Set(
      all.flatMap((one): readonly string[] =>
        form.edges === 'block'
          ? blockEdges(one.replace('pick-', ''))
          : one === 'pick-ends'
            ? ['pick-top', 'pick-bottom']
            : [one],
      ),
    )
  const own = feature.flags.filter((flag) => flag.startsWith('pick-'))
  const [there, meant] = [edges(own), edges(picks)]
  if ([...there].every((one) => meant.has(one))) {
    feature.flags = [...feature.flags.filter((flag) => !/pick/.test(flag)), ...picks]
    return false
  }
  if ([...meant].every((one) => there.has(one)) && form.edges !== 'block') return false
  const made = edit.binder.feature({ ...frame, children: [] }, body, form)
  if (made) body.features.push(made)
  edit.changed = true
  return true
}

/** `D shaped please`: a word that asks for a size which nobody said. */
function settleAgain(feature: PartFeature, edit: Edit): void {
  const kind = featureOf(feature.kind)
  if (!kind) return
  const settle = (sizes: Settling) => {
    for (const [slot, formula] of Object.entries(feature.sizes)) sizes.derive(slot, formula)
    kind.settle(sizes)
  }
  const { sizes } = settleFrame(
    edit.binder,
    frameFor(kind, feature, new Map()),
    { ...kind, settle },
    feature.id,
    undefined,
  )
  feature.sizes = { ...sizes, ...feature.sizes }
}

/** A piece that a feature gets now: the counterbore of holes there are. */
export function addPiece(feature: PartFeature, piece: Frame, edit: Edit): void {
  const kind = featureOf(feature.kind)
  const screw = screwOf(feature, edit)
  if (!kind) return
  const made = pieceOf(feature, kind, piece, feature.id, edit, screw && new Map([['diameter', screw]]))
  feature.parts = [...feature.parts.filter((part) => part.kind !== piece.kind.key), ...made]
}

/** Settles a new piece beside the sizes that what it is of has already. */
export function pieceOf(
  owner: Pick<PartFeature, 'sizes' | 'label' | 'flags'>,
  kind: Family | FeatureKind,
  piece: Frame,
  prefix: string,
  edit: Edit,
  designated: Frame['designated'] = new Map(),
): PartPiece[] {
  const base = structuredClone(owner.sizes)
  const settle = (sizes: Settling) => {
    for (const [slot, formula] of Object.entries(base)) sizes.derive(slot, formula)
    kind.settle(sizes)
  }
  const holder: Frame = { ...frameFor(kind, owner, designated), children: [piece] }
  return settleFrame(edit.binder, holder, { ...kind, settle }, prefix, undefined).pieces
}

/** The screw that a hole was made for. */
export function screwOf(feature: PartFeature, edit: Edit): Quantity | undefined {
  const named = edit.named(feature.sizes['diameter'])
  if (named?.origin.from !== 'table') return undefined
  const [designator = ''] = named.origin.key.split(/[ ,]/)
  // A hole of a board comes from a table too, and is for no screw.
  if (!threadOf(designator)) return undefined
  return { value: Number(designator.replace(/^M/, '')), at: named.origin.span, designator }
}

/** A size of something there is becomes another one: the parameter it stands on, or one of its own. */
export function setSize(
  sizes: Record<string, Formula>,
  slot: string,
  { quantity, times }: Filled,
  kind: Kind,
  prefix: string,
  edit: Edit,
): void {
  const { names } = edit
  quantity.used = slot
  const formula = sizes[slot]
  const own = kind.slots[slot]?.name ?? slot
  const wanted = prefix ? `${prefix}_${own}` : own
  const inside = formula === undefined ? [] : namesIn(formula)
  // The name itself, or the one of that kind in what it is derived from; what another size shares stays that one's.
  const [only] = inside.length === 1 && formula === inside[0] ? inside : []
  const shared =
    only !== undefined && only !== wanted && Object.entries(sizes).some(([key, one]) => key !== slot && one === only)
  const named = edit.named(shared ? undefined : (only ?? inside.find((name) => name === wanted)))
  const old = named ? named.value : formula === undefined ? 0 : evaluate(formula, names.values)
  const { value, origin } = changeOf(quantity, old, times)
  if (named) {
    edit.set(named, value, origin)
    return
  }
  sizes[slot] = names.add(wanted, {
    label: kind.slots[slot]?.label ?? slot,
    value,
    unit: kind.slots[slot]?.unit ?? 'mm',
    origin,
  })
}

/** A ring told by two diameters has a wall as well: its outside stays, and its bore gives way. */
export function walled(quantity: Quantity, edit: Edit): boolean {
  const body = edit.plan.bodies.find(
    ({ family, sizes }) => familyOf(family)?.slots['wall'] && sizes['outer'] && sizes['inner'],
  )
  const { outer, inner } = body?.sizes ?? {}
  if (!body || !outer || !inner || edit.named(body.sizes['wall'])) return false
  const [wide, bore] = [outer, inner].map((one) => evaluate(one, edit.names.values))
  const { value, origin } = changeOf(quantity, ((wide ?? 0) - (bore ?? 0)) / 2)
  if (value <= 0 || 2 * value >= (wide ?? 0)) {
    edit.refuse(
      'AGENT_IMPOSSIBLE',
      `A wall of ${value} mm does not fit ${wide} mm outside: less than ${(wide ?? 0) / 2} mm works.`,
      [quantity.at],
    )
    return true
  }
  body.sizes['wall'] = edit.names.add('wall', { label: 'Wall', value, unit: 'mm', origin })
  body.sizes['inner'] = `(${outer} - 2 * ${body.sizes['wall']})`
  quantity.used = 'wall'
  return true
}

/** `inside diameter 70` of what is told by its outside and its wall: the wall gives way. */
function widened(quantity: Quantity, edit: Edit): boolean {
  const [body, ...others] = edit.plan.bodies.filter(({ sizes }) => sizes['outer'] && edit.named(sizes['wall']))
  const named = edit.named(body?.sizes['wall'])
  if (!body || !named || others.length > 0) return false
  const across = evaluate(body.sizes['outer'] ?? '0', edit.names.values)
  const value = (across - changeOf(quantity, across - 2 * named.value).value) / 2
  if (value <= 0)
    edit.refuse('AGENT_IMPOSSIBLE', `It is ${across} mm across outside, so it is less than that inside.`, [quantity.at])
  // What stands on the wall by chance, as a floor of its own does, stays.
  edit.set(named, value, { from: 'derived', formula: String(value), span: quantity.at })
  quantity.used = 'inner'
  return true
}

/** What a quantity makes of a value: another one, so much more, so many times as much. */
export function changeOf(quantity: Quantity, old: number, times = 1): Pick<Named, 'value' | 'origin'> {
  const { relative, at } = quantity
  const said = clean(quantity.value)
  if (relative === 'add')
    return { value: clean(old + said), origin: { from: 'derived', formula: `${old} + ${said}`, span: at } }
  if (relative === 'times')
    return { value: clean(old * said), origin: { from: 'derived', formula: `${said} * ${old}`, span: at } }
  if (times !== 1)
    return { value: clean(said * times), origin: { from: 'derived', formula: `${times} * ${said}`, span: at } }
  return { value: said, origin: { from: 'said', span: at } }
}

/** `use M5 instead`: the hole for another screw. */
export function redesignate(feature: PartFeature, quantity: Quantity, edit: Edit): boolean {
  const kind = featureOf(feature.kind)
  const name = feature.sizes['diameter']
  if (!kind || name === undefined) return false
  const scratch = new Binder(new Names())
  const frame = frameFor(kind, feature, new Map([['diameter', quantity]]))
  const made = settleFrame(scratch, frame, { ...kind, parts: {} }, '', undefined)
  if (scratch.problem) {
    edit.binder.problem ??= scratch.problem
    return true
  }
  const found = scratch.names.all.find(({ name: own }) => own === made.sizes['diameter'])
  const named = edit.named(name)
  if (!found || !named) return false
  edit.set(named, found.value, found.origin)
  edit.binder.notes.push(...scratch.notes)
  return true
}

/** `8 holes instead of 6`, `two more holes`, `double the holes`. */
export function recount(feature: PartFeature, count: Quantity, edit: Edit): boolean {
  const named = edit.named(feature.sizes['count'])
  count.used = 'count'
  if (named) {
    const { value, origin } = changeOf(count, named.value)
    if (value < 1 || !Number.isInteger(value))
      edit.refuse(
        'AGENT_IMPOSSIBLE',
        `That would be ${value} ${plural(feature.label)}, where there are ${named.value}.`,
        [count.at],
      )
    else edit.set(named, value, origin)
    return true
  }
  const cornered = feature.at.relations.some(({ kind }) => kind === 'corners')
  const { value } = changeOf(count, cornered ? 4 : 1)
  if (cornered) {
    if (value === 4) return true
    edit.refuse(
      'AGENT_CONTRADICTION',
      `The ${plural(feature.label)} are in the four corners; ${value} of them need other places.`,
      [count.at],
      [`${value} holes on a circle`, `${value} holes in a row`],
    )
    return true
  }
  const grid = feature.at.relations.find((one) => one.kind === 'grid' || one.kind === 'points')
  const there = howMany({ feature }, edit.names.values)
  if (grid && value !== there) {
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `There are ${there} ${plural(feature.label)} in a pattern; where should ${value} of them be?`,
      [count.at],
      [`${value} holes in a row`, `${value} holes on a circle`],
    )
    return true
  }
  // More than one of what was in one place stand in a row.
  if (value > 1 && !feature.at.relations.some(({ kind }) => PATTERNS.has(kind)))
    feature.at = {
      ...feature.at,
      relations: [...feature.at.relations.filter(({ kind }) => kind !== 'centre'), { kind: 'line' }],
    }
  feature.sizes['count'] = edit.names.said(
    `${feature.id}_count`,
    `Number of ${plural(feature.label)}`,
    { ...count, value },
    'count',
  )
  return true
}

const PATTERNS: ReadonlySet<string> = new Set(['circle', 'angle', 'grid', 'line', 'points', 'corners'])

/** So far from an edge, an offset the same way is no more; in the centre, neither is. */
function takesPlaceOf(fresh: Relation, old: Relation): boolean {
  if (fresh.kind === 'centre') return old.kind === 'edge' || old.kind === 'offset'
  if (fresh.kind !== 'edge') return false
  if (old.kind === 'offset') return LIES[fresh.edge] === LIES[old.direction] || LIES[fresh.edge] === undefined
  // From the left edge now: no more from the right one.
  return (
    old.kind === 'edge' &&
    old.edge !== fresh.edge &&
    LIES[old.edge] !== undefined &&
    LIES[old.edge] === LIES[fresh.edge]
  )
}
const LIES: Readonly<Record<string, string>> = { left: 'x', right: 'x', front: 'y', back: 'y' }

/** New places take the old ones' names where they are of the same kind. */
function merged(old: Relation[], fresh: Relation[], edit: Edit): Relation[] {
  const result = old.filter((one) => !fresh.some((relation) => takesPlaceOf(relation, one)))
  for (const relation of fresh) {
    // `make the spacing 30` of a grid is its step both ways.
    const grid = result.find((one) => one.kind === 'grid')
    if (grid?.kind === 'grid' && grid.dx && relation.kind === 'line' && relation.spacing) {
      grid.dy = grid.dy === undefined || grid.dy === grid.dx ? relation.spacing : grid.dy
      grid.dx = relation.spacing
      continue
    }
    // `10 mm from the ends` of what is 15 mm from all edges: the others stay.
    const all = result.findIndex((one) => one.kind === 'edge' && one.edge === 'all')
    if (all >= 0 && relation.kind === 'edge' && SOME_EDGES.has(relation.edge)) {
      result.splice(all, 0, relation)
      continue
    }
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
      const [target, source] = [was, is].map((name) => edit.named(name))
      if (!target || !source) continue
      edit.set(target, source.value, source.origin)
      edit.names.all.splice(edit.names.all.indexOf(source), 1)
      ;(relation as Record<string, unknown>)[key] = was
    }
    result[same] = { ...known, ...relation, ...(known.kind === 'edge' ? { edge: known.edge } : {}) } as Relation
  }
  return result
}

const SOME_EDGES: ReadonlySet<string> = new Set(['end', 'long', 'short'])

/** `use M5 instead`, `PCD 84`: a size that only one thing there is can take. */
export function exchange(quantity: Quantity, edit: Edit): boolean {
  if (!quantity.designator) return false
  const holes = edit.plan.bodies.flatMap(({ features }) => features.filter(({ kind }) => kind === 'hole'))
  const named = holes.filter(({ sizes }) =>
    edit.names.all.some(({ name, origin }) => name === sizes['diameter'] && origin.from === 'table'),
  )
  const targets = named.length > 0 ? named : holes
  quantity.used = 'diameter'
  if (targets.length === 0) return edit.plan.bodies.map((body) => forScrew(body, quantity, edit)).some(Boolean)
  return targets.map((feature) => redesignate(feature, quantity, edit)).some(Boolean)
}
