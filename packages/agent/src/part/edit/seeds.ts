import type { PartBody, PartFeature, PartPlan } from '@hewn/model'
import type { Kind } from '../kinds.ts'
import { isBored, isInMiddle } from '../middle-hole.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf, featureOf } from '../registry.ts'
import type { Pick } from './pick.ts'

/** What a frame of an edit stands for in the plan there is. */
export type Target = { body: PartBody; bore?: string; feature?: PartFeature; piece?: PartBody['parts'][number] }

/**
 * `make it wider` of what is shown as 100 mm long and 60 mm wide: the 60, though the first of two is often called wide too.
 * Who called the 60 deep means the 100.
 */
function asShown(slots: Kind['slots'], body: PartBody, plan: PartPlan): Kind['slots'] {
  if (!slots['width'] || !slots['length'] || calledDeep(body, plan)) return slots
  const accepts = slots['length'].accepts.replace(/\bwidth\b(?!\*)/, '').trim()
  return { ...slots, length: { ...slots['length'], accepts } }
}

/** Whether the width of a body was said as its depth. */
export function calledDeep({ sizes }: PartBody, { names, request }: PartPlan): boolean {
  const width = names.find(({ name }) => name === sizes['width'])
  const span = width && 'span' in width.origin ? width.origin.span : undefined
  return span !== undefined && /\b(?:deep(?:er)?|depth)\b/i.test(request.slice(Math.max(0, span[0] - 10), span[1] + 10))
}

/** The plan there is, as frames without sizes: words point at them, and what is said then is what changes. */
export function seedsOf(plan: PartPlan, latest: readonly Pick[] = []): { seeds: Frame[]; targets: Map<Frame, Target> } {
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
      {
        ...family,
        slots: asShown(family.slots, body, plan),
        bare: single ? (family.bare ?? []) : [],
        chains: family.chains ?? {},
      },
      'body',
      body.label,
      undefined,
      { body },
    )
    seed.stages =
      body.parts.filter(({ kind }) => kind === 'stage').length + (body.sizes['outer'] && body.sizes['height'] ? 1 : 0)
    // The bore of a ring is a hole to whoever looks at it; beside other holes it is called by its name.
    const hole = isBored(body) ? featureOf('hole') : undefined
    const beside = body.features.some(({ kind }) => kind === 'hole')
    if (hole) {
      const kind = beside ? { ...hole, key: 'bore' } : hole
      frame(kind, 'feature', 'bore', seed, { body, bore: family.bore ?? '' }).middle = true
    }
    for (const piece of body.parts) {
      const kind = Object.values(family.parts ?? {}).find(({ key }) => key === piece.kind)
      if (kind) frame(kind, 'part', piece.label, seed, { body, piece })
    }
    for (const feature of body.features) {
      const kind = featureOf(feature.kind)
      if (!kind) continue
      const made = frame(kind, 'feature', feature.label, seed, { body, feature })
      made.plural = isMany(feature)
      if (latest.some((one) => one.feature === feature)) made.latest = true
      if (!hole && isInMiddle(feature)) made.middle = true
    }
    return [seed]
  })
  // What is said without a body is of the first one: its lid comes before it, so that it is nearest.
  return { seeds: seeds.toReversed(), targets }
}

const isMany = ({ sizes, at }: PartFeature): boolean =>
  sizes['count'] !== undefined || at.relations.some(({ kind }) => MANY.has(kind))
const MANY: ReadonlySet<string> = new Set(['corners', 'circle', 'grid', 'line'])
