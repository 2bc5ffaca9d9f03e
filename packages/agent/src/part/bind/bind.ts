import {
  type AgentError,
  hewnError,
  type Named,
  type PartBody,
  type PartFace,
  type PartFeature,
  type PartPiece,
  type Span,
} from '@hewn/model'
import { inArms, inEnds, oneByOne, spreadOver } from './arms.ts'
import { markSide } from '../axial-side.ts'
import { absorbBore, absorbCoordinates, absorbCorners, standUp } from '../absorb.ts'
import { many } from './count.ts'
import { oneSizeEach } from './each.ts'
import { picksOf, thereOf } from './edges.ts'
import { onRims } from './rims.ts'
import { named } from './sized.ts'
import { toItsRim } from './rim.ts'
import { asNotch, isInRim, isOpen, isOpenBox, isSlab, sideFlags, tellsSide } from './sides.ts'
import { facesOf, sideFaces, tellsWall } from './faces.ts'
import { flushAtSides } from './flush.ts'
import { flagPlaces } from './part-places.ts'
import { uponOf } from './upon.ts'
import { whereOf } from './where.ts'
import { evaluate } from '../formula.ts'
import { formOf } from '../form-of.ts'
import { insteadOf } from '../instead.ts'
import { portOf } from '../library/ports.ts'
import type { Family, Form, Kind, Settling, Slot } from '../kinds.ts'
import { markRadial } from '../radial.ts'
import { clean, identifier, Names, RESERVED } from '../names.ts'
import { joinDividers } from '../join-dividers.ts'
import { FACES } from '../locate.ts'
import { isPortion, partial } from '../partial.ts'
import type { SaidPlace } from '../read/atoms.ts'
import { fill } from '../read/fill.ts'
import type { Frame } from '../read/frame.ts'
import { featureOf } from '../registry.ts'

interface Made {
  sizes: Record<string, string>
  /** Flags that were looked at. */
  asked: Set<string>
  flags: string[]
  pieces: PartPiece[]
}

/** What two of are, one is at each end. */
const PAIRED = /\b(?:disc|journal|flange|head|weight|knob|collar|end|hub|stub|trunnion|tenon)$/

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
    const made = this.settle(frame, family, '', undefined)
    if (this.problem) return undefined
    const body: PartBody = {
      id,
      label: frame.noun,
      family: family.key,
      sizes: made.sizes,
      flags: made.flags,
      parts: made.pieces,
      features: [],
    }
    let form = family.form(made.sizes, (flag) => made.asked.add(flag) && made.flags.includes(flag), made.pieces)
    partial(frame, family, made.asked)
    this.listen(frame, made.asked)
    const own = frame.children.filter(({ level }) => level === 'feature')
    for (const child of own.filter(isPortion)) {
      body.features.push(...this.features(child, body, family, form))
      if (this.problem) return undefined
      form = formOf(body, family, this.names.values)
    }
    for (const child of own.filter((one) => !isPortion(one))) {
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
    if (featureOf(child.kind.key)?.manner === 'edge' && onRims(this, child, body)) return []
    spreadOver(child, family, form)
    const listed = oneByOne(child, family, form)
    if (listed) return listed.flatMap((one) => this.features(one, body, family, form))
    const feature = this.feature(child, body, form)
    if (this.problem || !feature) return []
    const value = (formula: string) => evaluate(formula, this.names.values)
    if (child.each) return oneSizeEach(this, child, feature, form)
    if (inArms(child, feature, form, value) || inEnds(child, feature, form, value)) return [feature]
    this.placeable(child, feature, family)
    if (this.problem) return []
    const faces = facesOf(child, family, form, this.names.values)
    const [first, ...others] = this.opposite(child, faces, feature, form) ? faces.slice(0, 1) : faces
    if (first) feature.at.on = first
    // Across a bar that lies: in at its side, and not at its end.
    const long = value(form.size[0]) >= value(form.size[1])
    if (!feature.at.on && feature.flags.includes('cross') && form.outline.kind === 'rectangle')
      feature.at.on = long ? 'front' : 'right'
    inRounding(feature, form)
    // A slot in a leg runs along it.
    const upright = first !== undefined && FACES[first].normal !== 'z' && form.faces?.[first]?.free !== undefined
    if (upright && feature.kind === 'slot' && !feature.at.along && !child.flags.has('horizontal'))
      feature.at.along = 'z'
    // The same in another leg.
    return [
      feature,
      ...others.map((on) => ({
        ...structuredClone(feature),
        id: this.id(identifier(feature.kind)),
        at: { ...feature.at, on },
      })),
    ]
  }

  /** `a hole in each end`: right through, two that face each other are one; how deep they go has to be said. */
  private opposite(
    { noun, at, flags, places }: Frame,
    faces: readonly PartFace[],
    { kind, sizes }: PartFeature,
    form: Form,
  ): boolean {
    const [one, other] = faces
    // Two legs, or two walls, have a hole each, and so has what is drilled through both.
    if (places.some(({ place }) => place.kind === 'spec' && place.spec.prep === 'through')) return false
    if (faces.some((face) => form.through?.[face] ?? form.faces?.[face]?.through)) return false
    if (kind !== 'hole' || faces.length !== 2 || !one || !other || sizes['depth'] !== undefined) return false
    if (FACES[one].normal !== FACES[other].normal || FACES[one].normal === 'z') return false
    if (!flags.has('through'))
      this.refuse(
        'AGENT_NEEDS_ANSWER',
        `How deep should the ${noun} in each of the two sides be? Right through, the two are one.`,
        [at],
        ['10 mm deep', '20 mm deep', 'through'],
      )
    return true
  }

  /** What cannot be put where it was meant is asked about rather than put anywhere. */
  private placeable({ targets, noun, at }: Frame, { at: where, kind }: PartFeature, family: Family): void {
    const arm = targets.find(
      ({ det, keys }) =>
        ['each', 'every', 'both', 'per', 'all'].includes(det ?? '') &&
        keys.some((key) => key === 'arm' && family.parts?.[key] && !family.parts[key].faces),
    )
    if (arm)
      this.refuse(
        'AGENT_UNSUPPORTED',
        `A ${noun} in each ${arm.text} of a ${family.nouns.split(',')[0]} is not placed by itself; say where they are from the middle.`,
        [at],
      )
    if (family.key === 'enclosure' && kind === 'cutout' && portOf(noun) && !where.on)
      this.refuse(
        'AGENT_NEEDS_ANSWER',
        `In which wall should the ${noun} be?`,
        [at],
        ['in the front', 'in the back', 'in the left side', 'in the right side'],
      )
    if (family.key === 'flat-ell' && where.relations.length === 0 && kind === 'hole')
      this.refuse('AGENT_NEEDS_ANSWER', `Where should the ${noun} be? The middle of an L is empty.`, [at])
  }

  /** Takes back a size that was only assumed. */
  forget(name: string): boolean {
    const at = this.names.all.findIndex((one) => one.name === name && one.origin.from === 'assumed')
    if (at >= 0) this.names.all.splice(at, 1)
    return at >= 0
  }

  /** A named piece on its own: another step of a shaft. */
  piece(child: Frame, prefix: string): Made {
    return this.partOf(child, prefix === '' ? '' : '', undefined).made
  }

  feature(frame: Frame, body: PartBody, form: Form): PartFeature | undefined {
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
    markRadial(frame, kind, form)
    const id = this.id(identifier(kind.nouns.split(',')[0] ?? kind.key))
    const made = this.settle(kind.key === 'notch' ? asNotch(frame) : frame, kind, id, { body, form })
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
      feature.flags.push(...(thereOf(frame, body) ?? picksOf(this, frame, form, made.sizes['size'])))
    else if (isSided(kind.key, form)) {
      const along = { ...frame, places: frame.places.filter(({ place }) => !tellsSide(place)) }
      feature.at = whereOf(this, along, id, kind, body, form)
      feature.flags = [...new Set([...feature.flags, ...frame.flags.keys()])]
      if (!frame.flags.has('around')) feature.flags.push(...sideFlags(this, frame, feature, kind, form))
    } else {
      const [wall] = form.through?.front ? (sideFaces(frame, form, this.names.values) ?? []) : []
      const where = wall ? { ...frame, places: frame.places.filter(({ place }) => !tellsWall(place)) } : frame
      feature.at = uponOf(frame, whereOf(this, where, id, kind, body, form, wall), body)
      // Places may say more of it: around the rim, in both ends, radial.
      feature.flags = [...new Set([...feature.flags, ...frame.flags.keys()])]
    }
    if (this.problem) return undefined
    flushAtSides(this, frame, feature, form)
    toItsRim(this, frame, feature, form)
    if (kind.manner !== 'edge' && !isSided(kind.key, form)) many(this, frame, feature, kind, form)
    return feature
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

  settle(
    frame: Frame,
    kind: Kind & { settle?: (sizes: Settling) => void },
    prefix: string,
    host: { body: PartBody; form: Form } | undefined,
  ): Made {
    // `centred 5 mm from the end`: a size of the part or of what it is of, where that has one; else the number is asked about.
    for (const child of frame.children.filter(({ level }) => level === 'part'))
      for (const { place } of child.places)
        if (place.kind === 'from' && place.distance.used === undefined) {
          const distance = [Object.assign(place.distance, { role: 'inset' as const })]
          if (!fill(child, distance)) fill(frame, distance)
        } else if (place.kind === 'spacing' && place.x && !place.y && child.kind.slots['pitch'])
          fill(child, [Object.assign(place.x, { role: 'spacing' as const })])
    for (const child of frame.children) if (child.level === 'part') flagPlaces(child)
    inOrder(frame, kind)
    const sizes: Record<string, string> = {}
    const flags = [...frame.flags.keys()]
    const designators = new Map<string, string>()
    const named = (slot: string) => {
      const own = kind.slots[slot]?.name ?? slot
      return prefix ? `${prefix}_${own}` : own
    }
    const slotOf = (slot: string): Slot => kind.slots[slot] ?? { label: slot, accepts: '' }
    // `a 12 mm journal at each end`: one below, one above.
    for (const child of frame.children)
      if (
        (kind.repeats?.includes(child.kind.key) || child.kind.flags?.includes('both-ends')) &&
        child.places.some(({ place }) => atBothEnds(place))
      ) {
        child.flags.set('both-ends', child.at)
        if (child.count?.value === 2) child.count.used = 'count'
      }
    for (const child of frame.children) markSide(child)
    // `two 60 mm discs joined by a bar`: one below, one above.
    for (const child of frame.children)
      if (
        kind.repeats?.includes(child.kind.key) &&
        child.count?.value === 2 &&
        child.plural &&
        PAIRED.test(child.noun)
      ) {
        child.flags.set('both-ends', child.at)
        child.count.used = 'count'
      }
    const asked = new Set<string>()
    const looked = new Set<string>()
    const parts: { key: string; made: Made; settling: Settling; frame: Frame }[] = []
    for (const [slot, quantity] of frame.designated) designators.set(slot, quantity.designator ?? '')
    for (const [slot, { quantity, times }] of frame.sizes) {
      const { label, unit } = slotOf(slot)
      // `M5 clearance (5.2 mm)`: the size that was said counts, the name stays beside it.
      const name = designators.get(slot)
      sizes[slot] = this.names.said(named(slot), name ? `${label}, ${name}` : label, quantity, unit ?? 'mm', times)
    }
    const spanOf = (slot: string) => frame.designated.get(slot)?.at ?? frame.sizes.get(slot)?.quantity.at ?? frame.at
    const put = (slot: string, value: number, origin: Named['origin']) => {
      const known = sizes[slot]
      if (known !== undefined)
        this.names.all.splice(
          this.names.all.findIndex(({ name }) => name === known),
          1,
        )
      sizes[slot] = this.names.add(named(slot), {
        label: slotOf(slot).label,
        value: clean(value),
        unit: slotOf(slot).unit ?? 'mm',
        origin,
        ...(slotOf(slot).min ? { min: slotOf(slot).min } : {}),
      })
    }
    const failed = () => this.problem !== undefined
    const settling: Settling = {
      noun: frame.noun,
      plural: frame.plural,
      get problem() {
        return failed()
      },
      has: (slot) => sizes[slot] !== undefined,
      formula: (slot) => sizes[slot] ?? '0',
      value: (slot) => evaluate(sizes[slot] ?? '0', this.names.values),
      flag: (flag) => asked.add(flag) && flags.includes(flag),
      byTurn: (slot) => frame.sizes.has(slot) && frame.sizes.get(slot)?.quantity.role === undefined,
      designator: (slot) => designators.get(slot),
      part: (key) => parts.find((one) => one.key === key)?.settling,
      pieces: (key) => parts.filter((one) => one.key === key).map((one) => one.settling),
      derive: (slot, formula) => {
        sizes[slot] = /^[\w.]+$/.test(formula) || /^\([^()]*\)$/.test(formula) ? formula : `(${formula})`
      },
      look: (slot, value, key) => {
        looked.add(key)
        put(slot, value, { from: 'table', key, span: spanOf(slot) })
      },
      assume: (slot, value, why) => put(slot, value, { from: 'assumed', why }),
      move(from, to) {
        const one = sizes[from]
        if (one === undefined) return
        sizes[to] = one
        delete sizes[from]
      },
      spend: (slot) => {
        const at = this.names.all.findIndex(({ name }) => name === sizes[slot])
        if (at >= 0) this.names.all.splice(at, 1)
        delete sizes[slot]
      },
      mark: (flag) => flags.push(flag),
      note: (text) => this.notes.push(text),
      refuse: (code, message, choices) => this.refuse(code, message, [frame.at], choices),
      ...(host
        ? {
            body: {
              sizes: host.body.sizes,
              form: host.form,
              family: host.body.family,
              evaluate: (formula: string) => evaluate(formula, this.names.values),
            },
          }
        : {}),
    }
    // `three steps: …` counts them and is none.
    const empty = (child: Frame) =>
      child.plural && child.sizes.size === 0 && (kind.repeats?.includes(child.kind.key) ?? false)
    for (const child of frame.children.filter(({ level }) => level === 'part')) {
      if (empty(child)) {
        const others = frame.children.filter((one) => one.kind === child.kind && one !== child).length
        // The shaft itself may be the first of them.
        const own = frame.sizes.size > 1 ? 1 : 0
        if (child.count && (child.count.value === others || child.count.value === others + own))
          child.count.used = 'count'
        continue
      }
      const made = this.partOf(child, prefix, host)
      this.listen(child, made.made.asked)
      parts.push({ key: child.kind.key, ...made, frame: child })
    }
    kind.settle?.(settling)
    this.agree(frame, sizes)
    // An outline that is turned about an axis stands as it is drawn: which way it was to lie is not heard.
    if (kind.key === 'revolved')
      for (const { frame: part } of parts)
        this.deaf.push(...part.places.flatMap(({ place, at }) => (place.kind === 'along' ? [at] : [])))
    for (const [slot, formula] of Object.entries(sizes)) {
      if (this.problem || slotOf(slot).unit === 'deg') continue
      const value = evaluate(formula, this.names.values)
      const { min } = slotOf(slot)
      if (min !== undefined && min <= 0 ? value < min : !(value > 0))
        this.refuse(
          'AGENT_IMPOSSIBLE',
          `${slotOf(slot).label} of the ${frame.noun} comes to ${clean(value)} mm; it has to be more than 0.`,
          [frame.at],
        )
    }
    for (const { designator = '', at } of frame.designated.values())
      if (![...looked].some((key) => key.startsWith(designator))) this.overruled.push(at)
    return {
      sizes,
      asked,
      flags,
      pieces: parts.map(({ key, made, frame: child }) => ({
        kind: key,
        label: child.noun,
        sizes: made.sizes,
        flags: made.flags,
      })),
    }
  }

  /** `tube 40 OD, 30 ID, 3 mm wall`: two of them tell the third. */
  private agree({ sizes: said, noun, at }: Frame, sizes: Readonly<Record<string, string>>): void {
    if (!['outer', 'inner', 'wall'].every((slot) => said.has(slot) && sizes[slot])) return
    const [outer, inner, wall] = ['outer', 'inner', 'wall'].map((slot) =>
      clean(evaluate(sizes[slot] ?? '0', this.names.values)),
    )
    const meant = clean(((outer ?? 0) - (inner ?? 0)) / 2)
    if (Math.abs(meant - (wall ?? 0)) > 0.05)
      this.refuse(
        'AGENT_CONTRADICTION',
        `${outer} mm outside and ${inner} mm inside leave a wall of ${meant} mm, and ${wall} mm was said of the ${noun}.`,
        [at],
        [`${outer} mm outside, ${wall} mm wall`, `${inner} mm inside, ${wall} mm wall`],
      )
  }

  private partOf(
    child: Frame,
    prefix: string,
    host: { body: PartBody; form: Form } | undefined,
  ): { made: Made; settling: Settling } {
    let settling: Settling | undefined
    const key = identifier(child.kind.key)
    // `two flanges`, `three steps`: as many as there are of it.
    const { count } = child
    if (count && child.kind.slots['count'] && count.value > 1)
      fill(child, [Object.assign(count, { role: 'count' as const })])
    const same = (child.parent?.children ?? []).filter((one) => one.kind === child.kind && one.sizes.size > 0).length
    if (count && (count.value === 1 || count.value === same || (same <= 1 && count.value === 2))) count.used = 'count'
    const made = this.settle(
      child,
      {
        ...child.kind,
        settle: (sizes) => {
          settling = sizes
        },
      },
      prefix ? `${prefix}_${key}` : key,
      host,
    )
    // A part's sizes stay open until its owner has filled the gaps.
    return { made, settling: settling as unknown as Settling }
  }

  refuse(code: AgentError['code'], message: string, spans: [number, number][], choices?: string[]): void {
    this.problem ??= { ...hewnError(code, message, choices ? { choices } : {}), spans }
  }
}

/** Adjectives that make another shape of what they are said of. */
const SHAPING = new Set(
  `closed taken-out countersunk counterbored tapped hexagonal octagonal pentagonal triangular trapezoidal elliptical diamond half quarter hollow
   tapered domed press-fit d-shaped fully-rounded rounded bent open-front open-back open-left open-right open-bottom`.split(
    /\s+/,
  ),
)

const atBothEnds = (place: SaidPlace): boolean =>
  place.kind === 'spec' &&
  ['end', 'side', 'face'].includes(place.spec.noun ?? '') &&
  ['both', 'each', 'either', 'every'].includes(place.spec.det ?? '')

/** `a 6 x 20 slot` is 20 long: the larger of two sizes that no word named is the first. */
function inOrder({ sizes }: Frame, { longer }: Kind): void {
  const [one, two] = longer?.map((slot) => sizes.get(slot)) ?? []
  if (!longer || !one || !two || one.quantity.value >= two.quantity.value) return
  sizes.set(longer[0], two)
  sizes.set(longer[1], one)
}

/** What is cut along or into the sides of what is flat. */
const isSided = (key: string, form: Form): boolean =>
  key === 'mitre' || ((key === 'notch' || key === 'step') && isSlab(form)) || (key === 'notch' && isOpenBox(form))

/** A slot that runs along a face is a channel, one that is open at an edge a notch; a groove around what is round is no channel. */
function fitting(frame: Frame, form: Form, values: Readonly<Record<string, number>>): string {
  const { key } = frame.kind
  // `a half ball hollowed out of the top`
  if (key === 'dome' && frame.flags.has('hollow')) return 'scoop'
  // `with hemispherical caps on both ends`: one stands on each.
  if (key === 'dome' && !frame.flags.has('within') && frame.places.some(({ place }) => atBothEnds(place)))
    return 'hemisphere'
  // Half a ball that is as wide as the round thing it stands on rounds its end; any other stands there as it is.
  if (key === 'dome' && !frame.flags.has('within') && !/nose|tip|end|roof/.test(frame.noun)) {
    const said = frame.sizes.get('diameter')
    const wide = said && said.quantity.value * said.times
    const { outline } = form
    const differs =
      wide !== undefined && outline.kind === 'circle' && Math.abs(evaluate(outline.diameter, values) - wide) > 0.01
    if (outline.kind !== 'circle' ? wide !== undefined : differs) return 'hemisphere'
  }
  const along = frame.places.some(
    ({ place }) => place.kind === 'along' || (place.kind === 'spec' && place.spec.prep === 'across'),
  )
  if (OPENING.has(key) && isSlab(form) && isOpen(frame, evaluate(form.size[2], values))) return 'notch'
  if (OPENING.has(key) && isOpenBox(form) && isInRim(frame)) return 'notch'
  if (key === 'notch' && isOpenBox(form)) return key
  if (key === 'notch' && (!isSlab(form) || along)) return /\bv\b|vee|round|slot/.test(frame.noun) ? 'channel' : 'step'
  // `a 12 mm slot 35 deep`: with no length of its own it goes all along.
  const deep = key === 'slot' && frame.sizes.has('depth') && !['length', 'centres'].some((one) => frame.sizes.has(one))
  const alone = (frame.count?.value ?? 1) === 1 && !frame.plural && form.outline.kind === 'rectangle'
  if (deep && (along || alone)) return 'channel'
  if (key === 'channel' && form.outline.kind === 'circle' && !along && !/v.?groove|vee/.test(frame.noun))
    return 'groove'
  if (key === 'groove' && form.outline.kind !== 'circle') return 'channel'
  return key
}

const OPENING = new Set(['slot', 'cutout', 'pocket'])

/** The part that becomes a body of its own, which this feature is said of. */
export const apartOf = ({ targets }: Frame, { parts }: Family): string | undefined =>
  targets.flatMap(({ keys }) => keys).find((key) => parts?.[key]?.detached)

/** A hole in what has one round end, and that nobody put elsewhere, is in the centre of it. */
function inRounding({ kind, at, flags }: PartFeature, { faces }: Form): void {
  const centre = at.on && faces?.[at.on]?.roundEnd
  if (kind !== 'hole' || !centre || at.relations.some((one) => one.kind !== 'centre')) return
  at.relations = [{ kind: 'points', from: 'centre', at: [centre] }]
  if (flags.includes('both-ends')) flags.splice(flags.indexOf('both-ends'), 1)
}
