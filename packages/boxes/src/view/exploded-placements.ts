import type { Axis, LayerId, Um } from '@hewn/model'
import type { Step } from '../assembly/order-of-assembly.ts'
import { AXES, type Block, type Direction, hullOf, otherAxes } from '../frame.ts'
import type { Engine } from '../execute-recipe.ts'
import { slabOf } from '../proof/slab.ts'
import { layerOfPanel } from './layers-of.ts'
import { isMarked } from './marks-shape.ts'
import { moved, placementOf } from './to-world.ts'

/** What is left between parts that came apart, as a share of the box, and at least. */
const GAP_SHARE = 0.06
const LEAST_GAP: Um = 8000

/**
 * Where every panel lies when the box is taken apart: 0 assembled, 1 apart. The order of assembly runs backwards, one step
 * after the other, each step's parts along its move and so far that nothing passes through anything on the way (BX57).
 * @example explodedPlacements(engine, 0.5)   // → [{ layer: 'layer:front', placement: [1, 0, 0, 0, …] }, …]
 */
export function explodedPlacements(engine: Engine, share: number): { layer: LayerId; placement: number[] }[] {
  const moves = movesOf(engine)
  const steps = moves.filter((move) => move.distance > 0).toReversed()
  const gone = Math.min(1, Math.max(0, share)) * steps.length
  const by = new Map<string, Record<'x' | 'y' | 'z', Um>>()
  steps.forEach(({ axis, sign, distance, parts }, index) => {
    const progress = Math.min(1, Math.max(0, gone - index))
    for (const id of parts) {
      const so = by.get(id) ?? { x: 0, y: 0, z: 0 }
      by.set(id, { ...so, [axis]: so[axis] + sign * distance * progress })
    }
  })
  return engine.panels.flatMap((panel) => {
    const offset = by.get(panel.id)
    const placement = placementOf(engine.design, offset ? moved(panel.frame, offset) : panel.frame)
    const layer = layerOfPanel(panel.id)
    // What is burnt into a panel goes where the panel goes.
    return isMarked(panel)
      ? [
          { layer, placement },
          { layer: `${layer}:marks` as const, placement },
        ]
      : [{ layer, placement }]
  })
}

interface Move {
  readonly parts: readonly string[]
  readonly axis: 'x' | 'y' | 'z'
  readonly sign: 1 | -1
  readonly distance: Um
}

/**
 * How far the parts of each step go: past what stands in their way, as it is and on its own way out. Drawers may come in any
 * order; those that would be in each other's way once they are open go out in turn, all others beside each other.
 */
function movesOf({ design, panels, proof }: Engine): Move[] {
  const { x, y, z } = design.size
  const gap = Math.max(LEAST_GAP, Math.round(Math.max(x, y, z) * GAP_SHARE))
  const together = new Map(panels.map((panel) => [panel.id, slabOf(panel).block]))
  /** Where each part will have been when all is apart. */
  const ways = new Map(together)
  const waysOf = (parts: readonly string[]): Block[] => parts.flatMap((id) => ways.get(id) ?? [])
  const moveOf = (parts: readonly string[], onto: readonly string[], { axis, sign }: Direction): Move => {
    const coming = hullOf(waysOf(parts))
    const rest = waysOf(onto).filter((block) => isBehind(block, coming, axis, gap))
    const far = rest.map((block) => (sign > 0 ? block[axis][1] - coming[axis][0] : coming[axis][1] - block[axis][0]))
    const distance = Math.max(0, ...far.map((short) => short + gap))
    for (const id of parts) {
      const [start, way] = [together.get(id), ways.get(id)]
      if (start && way) ways.set(id, hullOf([start, shiftedBlock(way, axis, sign * distance)]))
    }
    return { parts, axis, sign, distance }
  }
  const drawerOf = ({ parts: [id = ''] }: Step) => design.drawers.find((drawer) => id.startsWith(`${drawer.id}:`))
  const ofTheBox = proof.order.filter((step) => !drawerOf(step))
  const moves = ofTheBox.map(({ parts, onto, move }) => moveOf(parts, onto, move))
  const placed = panels.map(({ id }) => id).filter((id) => !design.drawers.some((one) => id.startsWith(`${one.id}:`)))
  const opened = design.drawers.map((drawer) => {
    const steps = proof.order.filter((step) => drawerOf(step) === drawer)
    return {
      last: steps.at(-1),
      inner: steps.slice(0, -1).map(({ parts, onto, move }) => moveOf(parts, onto, move)),
    }
  })
  for (const { last, inner } of inTurns(
    opened,
    ({ last: one }) => (one ? hullOf(waysOf(one.parts)) : undefined),
    gap,
  )) {
    if (!last) continue
    moves.push(...inner, moveOf(last.parts, placed, last.move))
    placed.push(...last.parts)
  }
  return moves
}

/** Looked at along an axis, one lies behind the other. */
const isBehind = (a: Block, b: Block, along: Axis, gap: Um): boolean =>
  otherAxes(along).every((axis) => a[axis][0] < b[axis][1] + gap && b[axis][0] < a[axis][1] + gap)

/** Everything once, first what touches nothing before it, then what touches only that, and so on. */
function inTurns<T>(all: readonly T[], blockOf: (one: T) => Block | undefined, gap: Um): T[] {
  const turns = new Map<T, number>()
  for (const one of all) {
    const block = blockOf(one)
    const near = [...turns].filter(([other]) => {
      const beside = blockOf(other)
      return (
        block &&
        beside &&
        AXES.every((axis) => block[axis][0] < beside[axis][1] + gap && beside[axis][0] < block[axis][1] + gap)
      )
    })
    let turn = 0
    while (near.some(([, taken]) => taken === turn)) turn++
    turns.set(one, turn)
  }
  return all.toSorted((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))
}

const shiftedBlock = (block: Block, axis: Axis, by: Um): Block => ({
  ...block,
  [axis]: [block[axis][0] + by, block[axis][1] + by],
})
