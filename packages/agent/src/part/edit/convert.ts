import { settleFrame } from '../bind/settle-frame.ts'
import { type AgentError, fail, hewnError, ok, type PartBody, type PartPlan, type Result } from '@hewn/model'
import type { Family, Settling } from '../kinds.ts'
import type { Frame } from '../read/frame.ts'
import { familyOf } from '../registry.ts'
import { Edit } from './edit.ts'

/**
 * `make this a tube instead, 2 mm wall`, `turn it into a disc`: another kind of body with the sizes of the one there is,
 * but for those that were said. Nothing where the two have no size in common.
 */
export function convertBody(words: string, frame: Frame, current: PartPlan): Result<PartPlan, AgentError> | undefined {
  const [only, ...others] = current.bodies
  const family = familyOf(frame.kind.key)
  if (!only || others.length > 0 || !family || family.key === only.family) return undefined
  const bore = familyOf(only.family)?.bore
  // How thick one is, is how high the other is; what is bored stays so.
  const named = (slot: string): string =>
    family.slots[slot]
      ? slot
      : ((slot === bore ? family.bore : undefined) ??
        UPRIGHT.find((one) => UPRIGHT.includes(slot) && family.slots[one]) ??
        slot)
  const there = Object.entries(only.sizes).map(([slot, formula]): [string, string] => [named(slot), formula])
  const kept = there.filter(([slot]) => family.slots[slot] && !takenBy(frame, slot, family))
  if (kept.length === 0 || !frame.children.every(({ level }) => level === 'part')) return undefined
  const edit = new Edit(current, words)
  const settle = (sizes: Settling) => {
    for (const [slot, formula] of kept) if (!sizes.has(slot)) sizes.derive(slot, formula)
    family.settle(sizes)
  }
  const made = settleFrame(edit.binder, frame, { ...family, settle }, '', undefined)
  if (edit.problem) return fail(edit.problem)
  const body: PartBody = {
    ...only,
    label: frame.noun,
    family: family.key,
    sizes: made.sizes,
    flags: made.flags,
    parts: made.pieces,
  }
  edit.plan.bodies = [body]
  const missing = Object.values(made.sizes).length === 0
  return missing ? fail(hewnError('AGENT_NOT_UNDERSTOOD', 'Nothing was said of its sizes.')) : ok(edit.finish())
}

const UPRIGHT = ['height', 'thickness']

/** A wall that is said leaves no inside diameter to be kept. */
const takenBy = (frame: Frame, slot: string, family: Family): boolean =>
  frame.sizes.has(slot) ||
  [...frame.sizes.keys()].some((said) => family.slots[slot]?.not === said || family.slots[said]?.not === slot)
