import { OPPOSITE } from '../../locate.ts'
import type { PartFace, PartFeature, Relation } from '@hewn/model'
import { evaluate } from '../../formula.ts'

export type Side = PartFace | 'other'
type Moved = Pick<PartFeature, 'at' | 'flags'>

/**
 * Where a feature is, seen from another side; nothing where its place has no such sides. `in the bottom right` of what is
 * top left is mirrored both ways.
 */
export function mirrored(
  feature: PartFeature,
  sides: readonly Side[],
  values: Record<string, number>,
  atEnd = false,
): Moved | undefined {
  const { flags } = feature
  const at = { ...feature.at, relations: feature.at.relations.map((one) => endNamed(one, feature)) }
  const across = at.on && at.on !== 'top' ? OPPOSITE[at.on] : undefined
  const has = sidesOf({ ...feature, at }, values)
  const edgeMeant = sides.some((side) => has.some((one) => OPPOSITE[one] === seen(side, has)))
  // `at the other end` of a hole in a wall, so far from one end, is in the same wall.
  const along = atEnd && has.some((one) => AXIS[one] !== 'z')
  // `on the other side` of a hole in the left wall is in the right one, wherever in the wall it is.
  if (across && !along && (sides[0] === 'other' || (sides.length === 1 && sides[0] === across && !edgeMeant)))
    return { flags, at: { ...at, on: across } }
  const axes = new Set(has.map((one) => AXIS[one]))
  // `on the other side` of the upper left edge is the upper right one.
  const level = has.filter((one) => AXIS[one] !== 'z')
  const around = level.length > 0 ? level : has
  const single = new Set(around.map((one) => AXIS[one])).size === 1
  const to = sides[0] === 'other' ? (single ? around.map((one) => OPPOSITE[one]) : []) : sides
  const meant = to.map((side) => seen(side ?? '', has))
  const flipped = new Set<PartFace>(has.filter((one) => meant.includes(OPPOSITE[one] ?? 'top')))
  // Each side that was said is one that it is at, or across from.
  if (flipped.size === 0 || !meant.every((side) => side && axes.has(AXIS[side]))) {
    const face = at.on && OPPOSITE[at.on]
    return has.length === 0 && face && sides[0] === face ? { flags, at: { ...at, on: face } } : undefined
  }
  const turn = (side: string) => (flipped.has(side as PartFace) ? (OPPOSITE[side] ?? side) : side)
  const turned = new Set([...flipped].map((one) => AXIS[one]))
  return {
    flags: flags.map((flag) =>
      flag.replace(/^(pick|at)-([\w+]+)$/, (_, led, named) => `${led}-${named.split('+').map(turn).join('+')}`),
    ),
    at: { ...at, relations: at.relations.map((relation) => flip(relation, turn, turned)) },
  }
}

/** What is in the middle of one face can be in the middle of any other; what is in a wall, as high up in another one. */
export function onFace({ at, flags }: PartFeature, sides: readonly Side[]): Moved | undefined {
  const [side, ...others] = sides
  const upright = (one: string | undefined) => AXIS[one ?? 'top'] !== 'z'
  const plain = at.relations.every(
    (one) =>
      one.kind === 'centre' || (one.kind === 'edge' && AXIS[one.edge] === 'z' && upright(at.on) && upright(side)),
  )
  if (!side || side === 'other' || others.length > 0 || side === (at.on ?? 'top') || !plain) return undefined
  return { flags, at: { ...at, on: side } }
}

const AXIS: Readonly<Record<string, string>> = { left: 'x', right: 'x', front: 'y', back: 'y', top: 'z', bottom: 'z' }

/** `20 mm from the end` is measured from the top of what is round, and else from the left. */
function endNamed(relation: Relation, { at, flags }: PartFeature): Relation {
  if (relation.kind !== 'edge' || at.on) return relation
  const [end, other] = flags.includes('cross') || flags.includes('radial') ? ['top', 'bottom'] : ['left', 'right']
  const edge = relation.edge === 'end' ? end : relation.edge === 'other' ? other : relation.edge
  return { ...relation, edge: edge as typeof relation.edge }
}

/** Of what lies flat, the back is its top as well: `top left` is the back left corner. */
function seen(side: string, has: readonly PartFace[]): PartFace | undefined {
  const flat = !has.some((one) => AXIS[one] === 'z') && has.some((one) => AXIS[one] === 'y')
  const drawn = flat ? { top: 'back' as const, bottom: 'front' as const }[side] : undefined
  return drawn ?? (Object.hasOwn(OPPOSITE, side) ? (side as PartFace) : undefined)
}

/** The sides that a feature is nearer to. */
function sidesOf({ at, flags }: PartFeature, values: Record<string, number>): PartFace[] {
  const named = flags.flatMap((flag) => /^(?:pick|at)-([\w+]+)$/.exec(flag)?.[1]?.split('+') ?? [])
  const placed = at.relations.flatMap((relation): string[] => {
    if (relation.kind === 'edge') return [relation.edge]
    if (relation.kind === 'offset') return [relation.direction]
    if (relation.kind !== 'points' || relation.from !== 'centre') return []
    const far = (axis: 0 | 1) => relation.at.map((point) => evaluate(point[axis], values))
    return [
      ...(far(0).every((x) => x < -NEAR) ? ['left'] : far(0).every((x) => x > NEAR) ? ['right'] : []),
      ...(far(1).every((y) => y < -NEAR) ? ['front'] : far(1).every((y) => y > NEAR) ? ['back'] : []),
    ]
  })
  return [...new Set([...named, ...placed])].filter((one): one is PartFace => Object.hasOwn(OPPOSITE, one))
}
const NEAR = 0.001

function flip(relation: Relation, turn: (side: string) => string, turned: ReadonlySet<string | undefined>): Relation {
  if (relation.kind === 'edge') return { ...relation, edge: turn(relation.edge) as typeof relation.edge }
  if (relation.kind === 'offset') return { ...relation, direction: turn(relation.direction) as PartFace }
  if (relation.kind !== 'points') return relation
  const minus = (formula: string, axis: string) => (turned.has(axis) ? `-(${formula})` : formula)
  return { ...relation, at: relation.at.map(([x, y]): [string, string] => [minus(x, 'x'), minus(y, 'y')]) }
}
