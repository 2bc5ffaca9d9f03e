import { beginsAtEnd, besideRib } from './row-on-face.ts'
import { towardsCorners } from './towards-corners.ts'
import { type AgentError, hewnError, type PartBody, type PartFeature, type Span } from '@hewn/model'
import { inArms, inEnds, inHeel, oneByOne, spreadOver, upTheLeg } from './arms.ts'
import { absorbBore, absorbCoordinates, absorbCorners, standUp } from '../absorb.ts'
import { many } from './count.ts'
import { oneSizeEach } from './each.ts'
import { picksOf, thereOf } from './edges.ts'
import { outOfItsBore, slitsLast } from './out-of-bore.ts'
import { fromItsHead, headsAtBothEnds } from './heads.ts'
import { floorForm, inEachPocket, inItself, pocketOf } from './in-pocket.ts'
import { intoBore } from './into-bore.ts'
import { layRibs } from './ribs.ts'
import { leadingInto, leadTo } from './leading-into.ts'
import { onRims } from './rims.ts'
import { onTips } from './tips.ts'
import { inStage, named } from './sized.ts'
import { toItsRim } from './rim.ts'
import { asNotch, sideFlags, tellsSide } from './sides.ts'
import { asFin } from '../features/rim-fin.ts'
import { facesOf, isScrewedOn, offTheEnd, sideFaces, tellsWall, twoWalls } from './faces.ts'
import { flushAtSides } from './flush.ts'
import { uponOf } from './upon.ts'
import { whereOf } from './where.ts'
import { evaluate } from '../formula.ts'
import { formOf } from '../form-of.ts'
import { endsOfRound } from '../axial-side.ts'
import { insteadOf } from '../instead.ts'
import type { Family, Form } from '../kinds.ts'
import { markRadial } from '../radial.ts'
import { identifier, Names, RESERVED } from '../names.ts'
import { joinDividers } from '../join-dividers.ts'
import { FACES } from '../locate.ts'
import { isPortion, partial } from '../partial.ts'
import type { Frame } from '../read/frame.ts'
import { featureOf } from '../registry.ts'
import { sidesOfRim } from '../features/rim-notch.ts'
import { plural } from '../../read/plural.ts'
import { acrossPad } from './across-pad.ts'
import { areOne } from './are-one.ts'
import { askWhere } from './ask-where.ts'
import { asEar, isEar } from '../features/ear.ts'
import { fitting, isSided } from './fitting.ts'
import { settleFrame } from './settle-frame.ts'

export class Binder {
  readonly names: Names
  readonly notes: string[] = []
  readonly ids = new Set<string>()
  /** Words that changed nothing: a shape that what they were said of has not. */
  readonly deaf: Span[] = []
  /** Names out of tables that gave way to sizes that were said. */
  readonly overruled: Span[] = []
  problem: AgentError | undefined

  constructor(names: Names = new Names()) {
    this.names = names
  }

  id(wanted: string): string {
    let id = wanted
    for (
      let number = 2;
      this.ids.has(id) || RESERVED.has(id) || this.names.all.some(({ name }) => name === id);
      number++
    )
      id = `${wanted}_${number}`
    this.ids.add(id)
    return id
  }

  body(frame: Frame): PartBody | undefined {
    insteadOf(frame)
    const family = frame.kind as Family
    const id = this.id(identifier(frame.noun))
    standUp(frame)
    absorbBore(frame, family)
    absorbCorners(frame, family)
    absorbCoordinates(frame, family)
    joinDividers(this, frame)
    const made = settleFrame(this, frame, family, '', undefined)
    if (this.problem) return undefined
    const body: PartBody = {
      id,
      label: (frame.kind as Family).called?.(frame.noun) ?? frame.noun,
      family: family.key,
      sizes: made.sizes,
      flags: made.flags,
      parts: made.pieces,
      features: [],
    }
    let form = family.form(made.sizes, (flag) => made.asked.add(flag) && made.flags.includes(flag), made.pieces)
    partial(frame, family, made.asked)
    this.listen(frame, made.asked)
    for (const child of frame.children) acrossPad(child)
    const own = frame.children.filter(({ level }) => level === 'feature')
    for (const child of own.filter(isPortion)) {
      body.features.push(...this.features(child, body, family, form))
      if (this.problem) return undefined
      form = formOf(body, family, this.names.values)
    }
    for (const child of own.filter((one) => !isPortion(one)).toSorted(slitsLast)) {
      const apart = apartOf(child, family)
      if (apart && !frame.children.some(({ level, kind }) => level === 'part' && kind.key === apart)) {
        this.refuse(
          'AGENT_NEEDS_ANSWER',
          `The ${child.noun} is to be in the ${apart}, and the ${body.label} has none. Should it have one?`,
          [child.at],
          [`with a ${apart}`],
        )
        return undefined
      }
      if (apart) continue
      body.features.push(...this.features(child, body, family, form))
      if (this.problem) return undefined
    }
    return body
  }

  /** What one frame puts on a body: the same in several legs is several features. */
  features(child: Frame, body: PartBody, family: Family, form: Form): PartFeature[] {
    if (featureOf(child.kind.key)?.manner === 'edge' && (onRims(this, child, body) || onTips(this, child, body, form)))
      return []
    const leading = leadingInto(child, body, form, this.names.values)
    if (leading) {
      const run = this.feature(child, body, form)
      if (run && !this.problem) leadTo(this, run, leading, form)
      return run ? [run] : []
    }
    const pocket = pocketOf(child, body)
    if (pocket) {
      const made = this.features(inItself(child), { ...body, features: [] }, family, floorForm(pocket, form))
      return inEachPocket(
        child,
        pocket,
        made.map((one) => ({ ...one, at: { ...one.at, upon: pocket.id } })),
      )
    }
    endsOfRound(child, form)
    spreadOver(child, family, form)
    headsAtBothEnds(child)
    fromItsHead(child)
    const off = offTheEnd(child, form, this.names.values)
    const listed = oneByOne(child, family, form)
    if (listed) return listed.flatMap((one) => this.features(one, body, family, form))
    this.halve(child, family, form)
    const feature = this.feature(child, body, form)
    if (this.problem || !feature) return []
    const value = (formula: string) => evaluate(formula, this.names.values)
    if (child.each) return oneSizeEach(this, child, feature, form)
    if (inArms(child, feature, form, value) || inEnds(child, feature, form, value) || inHeel(child, feature, form))
      return [feature]
    askWhere(this, child, feature, family)
    if (this.problem) return []
    // What became a notch in the rim has its walls among its flags.
    const inRim =
      feature.kind === 'ear' || feature.kind === 'low-wall' || (feature.kind === 'notch' && child.kind.key !== 'notch')
    const faces = off ?? (inRim ? [] : facesOf(child, family, form, this.names.values))
    const [first, ...others] = areOne(this, child, faces, feature, form) ? faces.slice(0, 1) : faces
    if (first) feature.at.on = first
    if (!feature.at.on && feature.flags.includes('cross') && form.outline.kind === 'rectangle')
      feature.at.on = crossedAt(body, value(form.size[0]) >= value(form.size[1]))
    inRounding(feature, form)
    intoBore(this, child, feature, body, form)
    // A slot in a leg runs along it.
    const upright = first !== undefined && FACES[first].normal !== 'z' && form.faces?.[first]?.free !== undefined
    if (upright && feature.kind === 'slot' && !feature.at.along && !child.flags.has('horizontal'))
      feature.at.along = 'z'
    if (upright) upTheLeg(child, feature, form.faces?.[first]?.size, value)
    // The same in another leg.
    return [
      feature,
      ...others.map((on) => ({
        ...structuredClone(feature),
        id: this.id(identifier(feature.kind)),
        at: { ...feature.at, on },
      })),
    ].map((one) => besideRib(child, beginsAtEnd(child, one, form), form))
  }

  /** `L bracket … with four holes`, `four holes in the legs`: two in each leg; `eight slots in the long sides` of a box: four in each. */
  halve(child: Frame, family: Family, form: Form): void {
    const { count, targets, places } = child
    if (!count || child.halved || count.value % 2 === 1 || isEar(child, form)) return
    const walls = twoWalls(child, form, this.names.values) !== undefined
    if (child.kind.key !== 'hole' && !walls) return
    const unsaid = family.screwed?.length === 2 && isScrewedOn(child, family)
    // So far apart they are in one row, and the other leg has one like it.
    const rows = places.some(({ place }) => ['spacing', 'line', 'grid'].includes(place.kind))
    const both =
      targets.some(({ many }) => many) && !rows && facesOf(child, family, form, this.names.values).length === 2
    if (!unsaid && !both && !walls) return
    child.count = { ...count, value: count.value / 2 }
    child.halved = true
    count.used = 'count'
    if (unsaid) this.notes.push(`Nobody said which leg the ${child.noun}s are in: half of them are in each.`)
  }

  /** Takes back a size that was only assumed. */
  forget(name: string): boolean {
    const at = this.names.all.findIndex((one) => one.name === name && ['assumed', 'table'].includes(one.origin.from))
    if (at >= 0) this.names.all.splice(at, 1)
    return at >= 0
  }

  feature(frame: Frame, body: PartBody, form: Form): PartFeature | undefined {
    // `four 4 mm holes in the flange` of a box: its floor is another place.
    if (frame.targets.some(({ keys }) => keys.includes('boxrim'))) {
      this.refuse('AGENT_UNSUPPORTED', `A ${frame.noun} in the rim of a ${body.label} is not made here yet.`, [
        frame.at,
      ])
      return undefined
    }
    const kind = featureOf(fitting(frame, form, this.names.values))
    if (!kind) {
      this.refuse('AGENT_UNSUPPORTED', `“${frame.noun}” is not something that can be made on a ${body.label} yet.`, [
        frame.at,
      ])
      return undefined
    }
    // A family as a feature has places of its own: in both ends, on a face.
    if (kind.key === 'hemisphere') frame.kind = kind
    named(this, frame, form)
    inStage(frame, form)
    fromItsHead(frame)
    markRadial(frame, kind, form, (formula) => evaluate(formula, this.names.values))
    const id = this.id(identifier(kind.nouns.split(',')[0] ?? kind.key))
    const made = settleFrame(this, inItsOwnSizes(frame, kind.key), kind, id, { body, form })
    if (this.problem) return undefined
    this.listen(frame, made.asked)
    const feature: PartFeature = {
      id,
      label: frame.noun,
      kind: kind.key,
      sizes: made.sizes,
      flags: made.flags,
      at: { relations: [] },
      parts: made.pieces,
    }
    if (kind.manner === 'edge')
      feature.flags.push(...(thereOf(frame, body, form) ?? picksOf(this, frame, form, made.sizes['size'])))
    else if (isSided(kind.key, form)) {
      const along = { ...frame, places: frame.places.filter(({ place }) => !tellsSide(place)) }
      feature.at = whereOf(this, along, id, kind, body, form)
      feature.flags = [...new Set([...feature.flags, ...frame.flags.keys()])]
      if (!frame.flags.has('around')) feature.flags.push(...sideFlags(this, frame, feature, kind, form))
    } else if (kind.key === 'rim-notch' || kind.key === 'rim-fin') {
      this.roundTheRim(frame, feature, form)
      return feature
    } else {
      const [wall] = form.through?.front ? (sideFaces(frame, form, this.names.values) ?? []) : []
      const where = wall ? { ...frame, places: frame.places.filter(({ place }) => !tellsWall(place)) } : frame
      feature.at = uponOf(frame, whereOf(this, where, id, kind, body, form, wall), body)
      // Places may say more of it: around the rim, in both ends, radial.
      feature.flags = [...new Set([...feature.flags, ...frame.flags.keys()])]
    }
    if (this.problem) return undefined
    outOfItsBore(frame, feature, body, form, (formula) => evaluate(formula, this.names.values))
    layRibs(this, frame, feature, form)
    flushAtSides(this, frame, feature, form, body)
    toItsRim(this, frame, feature, form)
    if (kind.manner !== 'edge' && !isSided(kind.key, form)) many(this, frame, feature, kind, form, body)
    towardsCorners(this, feature, form)
    return feature
  }

  /** Bites out of a round rim: where they were said, or evenly all round. */
  roundTheRim(frame: Frame, feature: PartFeature, form: Form): void {
    const { count } = frame
    const sides = sidesOfRim(frame, form, (formula) => evaluate(formula, this.names.values))
    feature.flags.push(...sides.map((side) => `at-${side}`))
    if (sides.length > 0 && count && count.value !== sides.length)
      this.refuse('AGENT_CONTRADICTION', `${count.value} ${plural(frame.noun)} and ${sides.length} places were said.`, [
        count.at,
      ])
    else if (sides.length > 0 && count) count.used = 'count'
    // `two notches on one side` are not where evenly spaced ones are.
    else if (
      (count?.value ?? 1) > 1 &&
      frame.places.some(({ place }) => place.kind === 'spec' && place.spec.det === 'one' && place.spec.noun !== 'end')
    )
      this.refuse(
        'AGENT_NEEDS_ANSWER',
        `How far apart are the ${plural(frame.noun)}?`,
        [frame.at],
        [`${count?.value} ${plural(frame.noun)} evenly around the rim`],
      )
    else if (count)
      feature.sizes['count'] = this.names.said(`${feature.id}_count`, `Number of ${plural(frame.noun)}`, count, 'count')
    else if (frame.plural)
      this.refuse(
        'AGENT_NEEDS_ANSWER',
        `How many ${plural(frame.noun)} should there be?`,
        [frame.at],
        [`4 ${plural(frame.noun)}`, `6 ${plural(frame.noun)}`],
      )
  }

  /** A shape that was said and that nothing made of it is not passed over: its word stays unread. */
  listen(frame: Frame, asked: ReadonlySet<string>): void {
    const known = frame.kind.flags?.split(/[\s,]+/) ?? []
    for (const [flag, at] of frame.flags)
      if (
        SHAPING.has(flag) &&
        !asked.has(flag) &&
        !known.includes(flag) &&
        !frame.noun.includes(flag) &&
        // `D-shaped: a disc with a flat on it`
        !(flag === 'd-shaped' && frame.children.some(({ kind }) => kind.key === 'flat')) &&
        !flag.startsWith(frame.kind.key)
      )
        this.deaf.push(at)
  }

  refuse(code: AgentError['code'], message: string, spans: [number, number][], choices?: string[]): void {
    this.problem ??= { ...hewnError(code, message, choices ? { choices } : {}), spans }
  }
}

/** What became another feature has its sizes under the names of that. */
const inItsOwnSizes = (frame: Frame, key: string): Frame =>
  key === 'notch' || key === 'rim-notch'
    ? asNotch(frame)
    : key === 'rim-fin'
      ? asFin(frame)
      : key === 'ear'
        ? asEar(frame)
        : frame

/** Adjectives that make another shape of what they are said of. */
const SHAPING = new Set(
  `cross-shaped closed closed-end closed-ends taken-out countersunk counterbored tapped hexagonal octagonal pentagonal triangular trapezoidal elliptical diamond half quarter hollow
   tapered domed round-bottom press-fit d-shaped fully-rounded rounded bent open-front open-back open-left open-right open-bottom`.split(
    /\s+/,
  ),
)

/** The part that becomes a body of its own, which this feature is said of. */
export const apartOf = ({ targets, places }: Frame, { parts }: Family): string | undefined =>
  [
    ...targets.flatMap(({ keys }) => keys),
    // `in the four corners of the lid`
    ...places.flatMap(({ place }) => (place.kind === 'spec' ? (place.spec.of ?? []) : [])),
  ].find((key) => parts?.[key]?.detached)

/** A hole in what has one round end, and that nobody put elsewhere, is in the centre of it. */
function inRounding({ kind, at, flags }: PartFeature, { faces }: Form): void {
  const centre = at.on && faces?.[at.on]?.roundEnd
  if (kind !== 'hole' || !centre || at.relations.some((one) => one.kind !== 'centre')) return
  at.relations = [{ kind: 'points', from: 'centre', at: [centre] }]
  if (flags.includes('both-ends')) flags.splice(flags.indexOf('both-ends'), 1)
}

/** A cross hole goes in at the side of a bar and not at its end; where a slot is sawn into it, through both of its walls. */
function crossedAt({ features }: PartBody, isLong: boolean): 'front' | 'right' {
  const sawn = features.findLast(({ kind, at }) => kind === 'channel' && (at.on ?? 'top') === 'top' && at.along)
  return (sawn ? sawn.at.along === 'x' : isLong) ? 'front' : 'right'
}
