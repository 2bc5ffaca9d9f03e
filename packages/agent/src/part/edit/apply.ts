import { settleFrame } from '../bind/settle-frame.ts'
import type { PartBody, PartFeature, PartPiece } from '@hewn/model'
import { Binder } from '../bind/bind.ts'
import { evaluate } from '../formula.ts'
import { picksOf } from '../bind/edges.ts'
import { whereOf } from '../bind/where.ts'
import { blockEdges } from '../features/block-edges.ts'
import { identifier, Names } from '../names.ts'
import { threadOf } from '../library/fasteners.ts'
import type { Family, FeatureKind, Settling } from '../kinds.ts'
import type { Quantity } from '../read/atoms.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Edit } from './edit.ts'
import { forScrew, fromTable } from './for-screw.ts'
import { frameFor } from './frame-for.ts'
import type { Target } from './seeds.ts'
import { formOf } from '../form-of.ts'
import { mergePlaces } from './merge-places.ts'
import { recount } from './recount.ts'
import { setSize, walled, widened } from './set-size.ts'

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
    if (!size && family && frame.sizes.has('depth')) return blindBore(frame, body, bore, family, edit)
    return size !== undefined
  }
  if (feature && !piece && otherEdges(frame, body, feature, edit)) return true
  if (feature?.kind === 'cutout') acrossIfTall(frame)
  if (feature && WALLS.has(feature.at.on ?? 'top')) acrossTheWall(frame, feature)
  const somewhere = frame.places.find(({ place }) => place.kind === 'centre')
  if (!feature && !piece && somewhere && frame.sizes.size > 0)
    edit.refuse(
      'AGENT_NEEDS_ANSWER',
      `What is ${edit.words.slice(...somewhere.at)} is not clear: the ${body.label} is as large all along.`,
      [somewhere.at],
    )
  const owner = piece ?? feature ?? body
  // `make the peg 80 long`: what is round and stands on the part is as long as it is high.
  const long = frame.sizes.get('length')
  if (long && feature && !piece && ['diameter', 'height'].every((slot) => slot in feature.sizes)) {
    frame.sizes.delete('length')
    frame.sizes.set('height', long)
  }
  const prefix = feature ? feature.id : piece ? identifier(piece.kind) : ''
  for (const [slot, filled] of frame.sizes) {
    if (owner === body && fromTable(body, slot, filled, edit)) {
      changed = true
      continue
    }
    // `web 7`, where one thickness was said of all of it
    const key = owner === body ? slot : `${piece?.kind}.${slot}`
    const told = !feature && !(slot in owner.sizes) ? familyOf(body.family)?.told?.[key] : undefined
    if (told !== undefined) {
      setSize(body.sizes, told, filled, frame.kind, prefix, edit)
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
    if (owner === body && flag === 'fully-rounded') roundEnds(body, edit)
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
      // `5 x 3 with 24 mm pitch lengthwise`: the other step of the grid stays.
      const grid = where.along ? where.relations.find((one) => one.kind === 'grid') : undefined
      if (grid?.dx && grid.dx === grid.dy) {
        delete grid[where.along === 'y' ? 'dx' : 'dy']
        delete where.along
      }
      feature.at = {
        ...feature.at,
        ...(where.on ? { on: where.on } : {}),
        ...(where.along ? { along: where.along } : {}),
        relations: mergePlaces(feature.at.relations, where.relations, edit),
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

/** `both ends fully rounded`: of what is longer than wide, the radius is half of its width. */
function roundEnds({ sizes, flags }: PartBody, edit: Edit): void {
  const { length, width } = sizes
  if (!length || !width) return
  const [long, wide] = [length, width].map((one) => evaluate(one, edit.names.values))
  sizes['corner'] = `(${(long ?? 0) < (wide ?? 0) ? length : width} / 2)`
  if (!flags.includes('full-round')) flags.push('full-round')
}

/** `make the hole blind, 25 mm deep`, of what is bored all through: a hole as wide, that ends there. */
function blindBore(frame: Frame, body: PartBody, bore: string, family: Family, edit: Edit): boolean {
  const kind = featureOf('hole')
  const formula = body.sizes[bore]
  if (!kind || formula === undefined) return false
  delete body.sizes[bore]
  const wide = { quantity: { value: evaluate(formula, edit.names.values), at: frame.at }, times: 1 }
  const sizes = new Map([...frame.sizes, ['diameter', wide] as const])
  const form = formOf(body, family, edit.names.values)
  const made = edit.binder.feature({ ...frame, kind, sizes, children: [] }, body, form)
  if (!made) return false
  made.sizes['diameter'] = formula
  body.features.push(made)
  return true
}

/** The bore of a body as a hole in it, which can have a head or a thread. */
export function boreAsHole(body: PartBody, edit: Edit): PartFeature | undefined {
  const family = familyOf(body.family)
  const kind = featureOf('hole')
  const formula = body.sizes[family?.bore ?? '']
  if (!family?.bore || !kind || formula === undefined) return undefined
  delete body.sizes[family.bore]
  const quantity = { value: evaluate(formula, edit.names.values), at: [0, 0] as [number, number] }
  const frame = {
    ...frameFor(kind, { flags: [], label: 'hole' }, new Map()),
    sizes: new Map([['diameter', { quantity, times: 1 }]]),
  }
  const made = edit.binder.feature(frame, body, formOf(body, family, edit.names.values))
  if (!made) return undefined
  made.sizes['diameter'] = formula
  body.features.push(made)
  return made
}

/** `the cutout 40 mm wide and 20 mm tall`: seen from above, along and across. */
function acrossIfTall({ sizes }: Frame): void {
  const [wide, tall] = [sizes.get('width'), sizes.get('tall')]
  if (!tall) return
  sizes.delete('tall')
  if (wide && !sizes.has('length')) sizes.set('length', wide)
  sizes.set('width', tall)
}

/** `the cutout 24 wide`, in a wall: along it, and as high as it was. */
function acrossTheWall({ sizes }: Frame, { sizes: there }: PartFeature): void {
  const wide = sizes.get('width')
  if (wide?.quantity.role !== 'width' || sizes.has('length') || !('length' in there) || !('width' in there)) return
  sizes.delete('width')
  sizes.set('length', wide)
}
const WALLS: ReadonlySet<string> = new Set(['left', 'right', 'front', 'back'])

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
