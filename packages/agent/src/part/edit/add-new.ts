import type { PartBody, PartFeature } from '@hewn/model'
import { roundingOf } from '../absorb.ts'
import { evaluate } from '../formula.ts'
import { lidOf } from '../bodies.ts'
import { apartOf } from '../bind/bind.ts'
import { joinDividers } from '../join-dividers.ts'
import type { Family } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf, featureOf } from '../registry.ts'
import { pieceOf } from './apply.ts'
import { setSize } from './set-size.ts'
import type { Edit } from './edit.ts'
import { howMany } from './how-many.ts'
import { placeOf } from './orders/in-place-of.ts'
import type { Pick } from './pick.ts'
import { OUTLINED } from './rounded-outline.ts'
import type { Target } from './seeds.ts'
import { formOf } from '../form-of.ts'
import { plural } from '../../read/plural.ts'
import { oneAtEachEnd, settlePart } from '../bind/settle-frame.ts'

/** Features and pieces that were not there. */
export function addNew(seed: Frame, body: PartBody, targets: ReadonlyMap<Frame, Target>, edit: Edit): boolean {
  const { binder } = edit
  const family = familyOf(body.family)
  if (!family) return false
  let added = false
  const fresh = { ...seed, children: seed.children.filter((child) => !targets.has(child)) }
  joinDividers(binder, fresh)
  oneAtEachEnd(fresh, family)
  for (const child of fresh.children) {
    if (child.level === 'part' && toldOf(child, body, family, edit)) {
      added = true
      continue
    }
    if (child.level === 'part') {
      const made = settlePart(binder, child, '', undefined).made
      if (child.kind.key === 'stage' && !['diameter', 'flats', 'square'].some((slot) => made.sizes[slot] !== undefined))
        edit.refuse(
          'AGENT_NEEDS_ANSWER',
          `What diameter should the ${child.noun} have?`,
          [child.at],
          ['10 mm diameter', '20 mm diameter'],
        )
      else if (child.kind.key === 'stage' && made.sizes['height'] === undefined)
        edit.refuse(
          'AGENT_NEEDS_ANSWER',
          `How long should the ${child.noun} be?`,
          [child.at],
          ['5 mm long', '10 mm long', '20 mm long'],
        )
      // A second mention of a leg that is there says its size.
      const slot = family.legOf?.(child.noun, body.sizes, binder.names.values)
      const [only] = Object.values(made.sizes)
      const every = family.legOf && !slot && only && child.kind.key === 'leg' ? ['base', 'upright'] : []
      // `two holes in the 80 leg` only points at it.
      const alone = seed.children.every((one) => one === child || targets.has(one))
      if (alone && every.some((one) => body.sizes[one] !== undefined)) {
        bothLegs(child, every, body, family, edit)
      } else if (slot && only && [...child.sizes.values()].some(({ quantity }) => quantity.role === 'thickness')) {
        edit.refuse('AGENT_UNSUPPORTED', `The legs of the ${body.label} are as thick as each other here.`, [child.at])
      } else if (slot && only) {
        const source = binder.names.all.find(({ name }) => name === only)
        if (source)
          setSize(
            body.sizes,
            slot,
            { quantity: [...child.sizes.values()][0]?.quantity ?? { value: source.value, at: child.at }, times: 1 },
            family,
            '',
            edit,
          )
      } else {
        // How the box was measured is settled; a lid is a body of its own.
        const lid = child.kind.key === 'lid'
        const plain = { ...body, flags: body.flags.filter((flag) => flag !== 'inside' && flag !== 'outside') }
        const [settled] = lid ? pieceOf(plain, family, child, '', edit) : []
        const piece = settled ?? { kind: child.kind.key, label: child.noun, sizes: made.sizes, flags: made.flags }
        body.parts.push(piece)
        if (lid) edit.plan.bodies.push(lidOf(body, piece, binder))
      }
      added = true
      continue
    }
    if (child.det === 'the' && child.places.length === 0 && CHANGES.test(edit.words)) {
      edit.refuse(
        'AGENT_CONTRADICTION',
        `There is no ${child.noun} on the ${body.label} that could be changed.`,
        [child.at],
        [`add a ${child.noun}`],
      )
      return added
    }
    // `R10 on the free corners`: a size that the body has for it.
    const rounding = OUTLINED.has(body.family) ? undefined : roundingOf(child, family)
    const size = child.sizes.get('size')
    if (rounding && size) {
      setSize(body.sizes, rounding, size, family, '', edit)
      added = true
      continue
    }
    // `bore 10` of a gear that had none.
    const across = child.sizes.get('diameter')
    const bored = family.bore !== undefined && body.sizes[family.bore] === undefined && /\bbore$/.test(child.noun)
    if (bored && across && child.sizes.size === 1 && child.places.length === 0 && child.children.length === 0) {
      setSize(body.sizes, family.bore ?? '', across, family, '', edit)
      added = true
      continue
    }
    const form = formOf(body, family, edit.names.values)
    const like = likeIt(child, edit)
    const apart = apartOf(child, family)
    const lid = apart && edit.plan.bodies.find((one) => one.family === apart && one !== body)
    const own = lid && familyOf(lid.family)
    // `in the middle of the lid`: in that one, and not in its box.
    if (lid && own) {
      lid.features.push(...binder.features(child, lid, own, formOf(lid, own, edit.names.values)))
      added = true
      continue
    }
    const features = binder.features(child, body, family, form)
    if (binder.problem) return added
    if (like) besideIt(features, { body, feature: like }, edit)
    // `… and chamfer it 1 mm`, after one end was spoken of: that end.
    for (const { flags } of edit.end ? features : [])
      if (flags.includes('assumed-pick'))
        flags.splice(0, flags.length, ...flags.filter((flag) => !/pick/.test(flag)), `pick-${edit.end}`)
    if (edit.where) placed(features, body, edit)
    else body.features.push(...features)
    added = features.length > 0 || added
  }
  return added
}

/** `make the chamfer 2 mm`, `the fillet should be 3 mm`: what is to change has to be there. */
const CHANGES =
  /^\W*(?:(?:please|now|ok|okay|and|then|also|actually|can you|could you),? )*(?:make|set|change|increase|decrease|reduce|enlarge|widen|shrink)\b(?![^]*\b(?:add|with)\b)|\bshould be\b/i

/** `web 7`, `make the base 7 thick`: sizes that the body has for what a piece of it is. */
function toldOf({ kind, sizes }: Frame, body: PartBody, family: Family, edit: Edit): boolean {
  const told = (slot: string) => family.told?.[`${kind.key}.${slot}`]
  const said = [...sizes].map(([slot, filled]) => {
    // `flanges 50` are no 50 mm thick.
    const far = slot === 'thickness' && filled.quantity.role === undefined && filled.quantity.value > THICKEST
    return { slot: (far ? told('width') : undefined) ?? told(slot), filled }
  })
  if (said.length === 0 || said.some(({ slot }) => slot === undefined)) return false
  for (const { slot, filled } of said) if (slot) setSize(body.sizes, slot, filled, family, '', edit)
  return true
}

const THICKEST = 12

/** `both legs 60`: each of them; `the leg 60` is asked about. */
function bothLegs(child: Frame, slots: readonly string[], body: PartBody, family: Family, edit: Edit): void {
  const size = child.sizes.get('length') ?? child.sizes.get('height')
  if (!child.plural)
    edit.refuse('AGENT_NEEDS_ANSWER', 'Which leg is meant?', [child.at], ['the long leg', 'the short leg', 'both legs'])
  else if (size && child.sizes.size === 1)
    for (const slot of slots) if (body.sizes[slot] !== undefined) setSize(body.sizes, slot, size, family, '', edit)
}

/** What is new goes where words told it by something that is there; what stands around a hole leaves the hole in it. */
function placed(features: PartFeature[], body: PartBody, edit: Edit): void {
  const { where } = edit
  if (!where) return
  const { at, around } = where
  for (const feature of features) {
    if (featureOf(feature.kind)?.manner !== 'spot') continue
    const many = at.relations.flatMap((one) => (one.kind === 'points' ? one.at : [])).length
    const count = feature.sizes['count']
    if (many > 0 && count !== undefined && evaluate(count, edit.names.values) !== many)
      edit.refuse(
        'AGENT_CONTRADICTION',
        `${many} places were said, and another number of ${plural(feature.label)}.`,
        [],
      )
    feature.at = structuredClone(at)
    delete feature.sizes['count']
  }
  const [pad] = features
  if (around && pad?.kind === 'pad') {
    body.features.splice(body.features.indexOf(around), 0, ...features)
    around.at.upon = pad.id
  } else body.features.push(...features)
}

/** One that is like another has its sizes, where none were said. */
function likeIt(child: Frame, { like, names }: Edit): PartFeature | undefined {
  if (!like || like.kind !== child.kind.key || child.sizes.size + child.designated.size > 0) return undefined
  for (const [slot, formula] of Object.entries(like.sizes)) {
    if (slot === 'count' || child.kind.slots[slot] === undefined) continue
    child.sizes.set(slot, { quantity: { value: evaluate(formula, names.values), at: child.at }, times: 1 })
  }
  for (const flag of like.flags)
    if (!/^(?:pick|at|said)-/.test(flag) && !child.flags.has(flag)) child.flags.set(flag, child.at)
  return like
}

/** It has the pieces of the one it is like, and is not where that one is. */
function besideIt(features: readonly PartFeature[], one: Pick, edit: Edit): void {
  for (const feature of features) {
    feature.parts = structuredClone(one.feature.parts)
    // In the same face, where no other was said.
    if (feature.at.on === undefined && one.feature.at.on) feature.at.on = one.feature.at.on
    if (edit.inLine) feature.at.relations.push(...acrossOf(feature, one.feature))
    if (edit.likeAll) laidAlike(feature, one.feature, edit)
    const same = JSON.stringify([feature.at.on ?? 'top', placeOf({ ...one, feature }, edit)])
    if (!edit.where && same === JSON.stringify([one.feature.at.on ?? 'top', placeOf(one, edit)]) && placeOf(one, edit))
      edit.refuse(
        'AGENT_NEEDS_ANSWER',
        `Where should the other ${feature.label} be?`,
        [],
        ['20 mm to the right of it', '10 mm from the left edge'],
      )
  }
}

/** How far from the edges on the other axis the one lies that it is like, where it was told by an edge of one axis only. */
function acrossOf({ at: { relations } }: PartFeature, like: PartFeature): PartFeature['at']['relations'] {
  const told = relations.flatMap((one) => (one.kind === 'edge' ? [AXIS[one.edge]] : [undefined]))
  const [axis] = told
  if (axis === undefined || told.some((one) => one !== axis)) return []
  return like.at.relations.filter(
    (one) => one.kind === 'edge' && AXIS[one.edge] !== undefined && AXIS[one.edge] !== axis,
  )
}
const AXIS: Readonly<Record<string, 'along' | 'across'>> = {
  left: 'along',
  right: 'along',
  front: 'across',
  back: 'across',
  bottom: 'across',
  top: 'across',
}

/** As many as those and as far apart, where nothing else was said of the new ones; what cannot be laid out alike is asked about. */
function laidAlike(feature: PartFeature, like: PartFeature, edit: Edit): void {
  if (feature.sizes['count'] !== undefined || howMany({ feature: like }, edit.names.values) < 2) return
  const rows = like.at.relations.filter(({ kind }) => ALIKE.has(kind))
  if (feature.at.relations.length > 0 || rows.length === 0) {
    edit.refuse('AGENT_NEEDS_ANSWER', `How many ${plural(feature.label)} should there be, and where?`, [])
    return
  }
  const { count } = like.sizes
  if (count !== undefined) feature.sizes['count'] = count
  feature.at.relations = structuredClone(rows)
}
const ALIKE: ReadonlySet<string> = new Set(['line', 'grid', 'circle', 'angle'])
