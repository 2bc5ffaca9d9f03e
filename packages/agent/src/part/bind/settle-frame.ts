import type { Named, PartBody, PartPiece } from '@hewn/model'
import { evaluate } from '../formula.ts'
import type { Form, Kind, Settling, Slot } from '../kinds.ts'
import { clean, identifier } from '../names.ts'
import { fill } from '../read/fill.ts'
import type { Frame } from '../read/frame.ts'
import { markSide } from '../axial-side.ts'
import { atBothEnds } from './both-ends.ts'
import type { Binder } from './bind.ts'
import { flagPlaces } from './part-places.ts'

/** What the words said of a body, a feature or a piece of either, and what its kind filled in. */
export interface Made {
  sizes: Record<string, string>
  /** Flags that were looked at. */
  asked: Set<string>
  flags: string[]
  pieces: PartPiece[]
}

/** What a feature is settled on. */
type Host = { body: PartBody; form: Form } | undefined

/** Sizes that were said become parameters; the kind fills the gaps, from its pieces, from tables or by assuming. */
export function settleFrame(
  binder: Binder,
  frame: Frame,
  kind: Kind & { settle?: (sizes: Settling) => void },
  prefix: string,
  host: Host,
): Made {
  const { names } = binder
  measuredOfItself(frame)
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
  oneAtEachEnd(frame, kind)
  const asked = new Set<string>()
  const looked = new Set<string>()
  const parts: { key: string; made: Made; settling: Settling; frame: Frame }[] = []
  for (const [slot, quantity] of frame.designated) designators.set(slot, quantity.designator ?? '')
  for (const [slot, { quantity, times }] of frame.sizes) {
    const { label, unit } = slotOf(slot)
    // `M5 clearance (5.2 mm)`: the size that was said counts, the name stays beside it.
    const name = designators.get(slot)
    sizes[slot] = names.said(named(slot), name ? `${label}, ${name}` : label, quantity, unit ?? 'mm', times)
  }
  const spanOf = (slot: string) => frame.designated.get(slot)?.at ?? frame.sizes.get(slot)?.quantity.at ?? frame.at
  const take = (slot: string) => {
    const at = names.all.findIndex(({ name }) => name === sizes[slot])
    if (at >= 0) names.all.splice(at, 1)
  }
  const put = (slot: string, value: number, origin: Named['origin']) => {
    if (sizes[slot] !== undefined) take(slot)
    sizes[slot] = names.add(named(slot), {
      label: slotOf(slot).label,
      value: clean(value),
      unit: slotOf(slot).unit ?? 'mm',
      origin,
      ...(slotOf(slot).min ? { min: slotOf(slot).min } : {}),
    })
  }
  const settling: Settling = {
    noun: frame.noun,
    plural: frame.plural,
    get count() {
      if (frame.count) frame.count.used = 'count'
      return frame.count?.value
    },
    get problem() {
      return binder.problem !== undefined
    },
    has: (slot) => sizes[slot] !== undefined,
    formula: (slot) => sizes[slot] ?? '0',
    value: (slot) => evaluate(sizes[slot] ?? '0', names.values),
    flag: (flag) => asked.add(flag) && flags.includes(flag),
    called: (slot) => frame.sizes.get(slot)?.quantity.role,
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
      take(slot)
      delete sizes[slot]
    },
    mark: (flag) => flags.push(flag),
    note: (text) => binder.notes.push(text),
    refuse: (code, message, choices) => binder.refuse(code, message, [frame.at], choices),
    ...(host
      ? {
          body: {
            sizes: host.body.sizes,
            form: host.form,
            family: host.body.family,
            features: host.body.features,
            evaluate: (formula: string) => evaluate(formula, names.values),
          },
        }
      : {}),
  }
  for (const child of frame.children.filter(({ level }) => level === 'part')) {
    if (onlyCounts(child, frame, kind)) continue
    const made = settlePart(binder, child, prefix, host)
    binder.listen(child, made.made.asked)
    parts.push({ key: child.kind.key, ...made, frame: child })
  }
  kind.settle?.(settling)
  agree(binder, frame, sizes)
  // An outline that is turned about an axis stands as it is drawn: which way it was to lie is not heard.
  if (kind.key === 'revolved')
    for (const { frame: part } of parts)
      binder.deaf.push(...part.places.flatMap(({ place, at }) => (place.kind === 'along' ? [at] : [])))
  for (const [slot, formula] of Object.entries(sizes)) {
    if (binder.problem || slotOf(slot).unit === 'deg') continue
    const value = evaluate(formula, names.values)
    const { min } = slotOf(slot)
    if (min !== undefined && min <= 0 ? value < min : !(value > 0))
      binder.refuse(
        'AGENT_IMPOSSIBLE',
        `${slotOf(slot).label} of the ${frame.noun} comes to ${clean(value)} mm; it has to be more than 0.`,
        [frame.at],
      )
  }
  // `a NEMA 23 plate … 38.1 bore and four 5.5 holes on a 47.14 square`: what it is for, and none of its sizes.
  for (const { quantity } of frame.sizes.values())
    if (quantity.role === 'nema' && ![...looked].some((key) => key.startsWith(`NEMA ${quantity.value},`)))
      binder.overruled.push(quantity.at)
  for (const { designator = '', at } of frame.designated.values())
    if (![...looked].some((key) => key.startsWith(designator))) binder.overruled.push(at)
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

/** A named piece; its sizes stay open until its owner has filled the gaps. */
export function settlePart(
  binder: Binder,
  child: Frame,
  prefix: string,
  host: Host,
): { made: Made; settling: Settling } {
  let settling: Settling | undefined
  const key = identifier(child.kind.key)
  // `two flanges`, `three steps`: as many as there are of it.
  const { count } = child
  if (count && child.kind.slots['count'] && count.value > 1)
    fill(child, [Object.assign(count, { role: 'count' as const })])
  const same = (child.parent?.children ?? []).filter((one) => one.kind === child.kind && one.sizes.size > 0).length
  if (count && (count.value === 1 || count.value === same || (same <= 1 && count.value === 2))) count.used = 'count'
  const made = settleFrame(
    binder,
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
  return { made, settling: settling as unknown as Settling }
}

/** `centred 5 mm from the end`: a size of the part or of what it is of, where that has one; else the number is asked about. */
function measuredOfItself(frame: Frame): void {
  for (const child of frame.children.filter(({ level }) => level === 'part'))
    for (const { place } of child.places)
      if (place.kind === 'from' && place.distance.used === undefined) {
        const distance = [Object.assign(place.distance, { role: 'inset' as const })]
        if (!fill(child, distance)) fill(frame, distance)
      } else if (place.kind === 'spacing' && place.x && !place.y && child.kind.slots['pitch'])
        fill(child, [Object.assign(place.x, { role: 'spacing' as const })])
}

/** `a 6 x 20 slot` is 20 long: the larger of two sizes that no word named is the first. */
function inOrder({ sizes }: Frame, { longer }: Kind): void {
  const [one, two] = longer?.map((slot) => sizes.get(slot)) ?? []
  if (!longer || !one || !two || one.quantity.value >= two.quantity.value) return
  sizes.set(longer[0], two)
  sizes.set(longer[1], one)
}

/** `a 12 mm journal at each end`, `two 60 mm discs joined by a bar`: one below, one above. */
export function oneAtEachEnd({ children }: Pick<Frame, 'children'>, kind: Kind): void {
  for (const child of children)
    if (
      (kind.repeats?.includes(child.kind.key) || child.kind.flags?.includes('both-ends')) &&
      child.places.some(({ place }) => atBothEnds(place))
    ) {
      child.flags.set('both-ends', child.at)
      if (child.count?.value === 2) child.count.used = 'count'
    }
  for (const child of children) markSide(child)
  for (const child of children)
    if (
      (kind.repeats?.includes(child.kind.key) || child.kind.flags?.includes('both-ends')) &&
      child.count?.value === 2 &&
      child.plural &&
      PAIRED.test(child.noun)
    ) {
      child.flags.set('both-ends', child.at)
      child.count.used = 'count'
    }
}

/** What two of are, one is at each end. */
const PAIRED = /\b(?:disc|journal|flange|head|weight|knob|collar|end|hub|stub|trunnion|tenon)$/

/** `three steps: …` counts them and is none. */
function onlyCounts(child: Frame, { children, sizes }: Frame, { repeats }: Kind): boolean {
  if (!child.plural || child.sizes.size > 0 || !repeats?.includes(child.kind.key)) return false
  const others = children.filter((one) => one.kind === child.kind && one !== child).length
  // The shaft itself may be the first of them.
  const own = sizes.size > 1 ? 1 : 0
  if (child.count && (child.count.value === others || child.count.value === others + own)) child.count.used = 'count'
  return true
}

/** `tube 40 OD, 30 ID, 3 mm wall`: two of them tell the third. */
function agree(binder: Binder, { sizes: said, noun, at }: Frame, sizes: Readonly<Record<string, string>>): void {
  if (!['outer', 'inner', 'wall'].every((slot) => said.has(slot) && sizes[slot])) return
  const [outer, inner, wall] = ['outer', 'inner', 'wall'].map((slot) =>
    clean(evaluate(sizes[slot] ?? '0', binder.names.values)),
  )
  const meant = clean(((outer ?? 0) - (inner ?? 0)) / 2)
  if (Math.abs(meant - (wall ?? 0)) > 0.05)
    binder.refuse(
      'AGENT_CONTRADICTION',
      `${outer} mm outside and ${inner} mm inside leave a wall of ${meant} mm, and ${wall} mm was said of the ${noun}.`,
      [at],
      [`${outer} mm outside, ${wall} mm wall`, `${inner} mm inside, ${wall} mm wall`],
    )
}
