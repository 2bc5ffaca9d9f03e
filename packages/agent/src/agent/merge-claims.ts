import type { Claim } from '@hewn/model'
import { isRequirement } from '../contract/requirements.ts'

/**
 * The contract of a changed design: what the words said now, and what was promised before and they do not touch. What a
 * person has written, pinned or struck out is not overruled by arithmetic; what was asked of another design is not asked of this.
 * @example mergeClaims(planned.claims, request.claims)
 */
export function mergeClaims(planned: readonly Claim[], before: readonly Claim[], anew = false): Claim[] {
  const old = new Map(before.map((claim) => [claim.id, claim]))
  const named = new Set(planned.map(({ id }) => id))
  const stays = (claim: Claim) =>
    claim.from === 'user' || claim.pinned === true || (!anew && (isRequirement(claim) || isContents(claim)))
  const kept = before.filter((claim) => !named.has(claim.id) && stays(claim))
  return [...planned.map((claim) => inForce(claim, old.get(claim.id))), ...kept.map(waiting)]
}

/** What was to go in still has to, whatever else is changed. */
const isContents = ({ id }: Claim): boolean => id.startsWith('claim:contents:')

function inForce(claim: Claim, before: Claim | undefined): Claim {
  if (!before || claim.from === 'request') return waiting(claim)
  if (before.from === 'user' || before.pinned) return waiting(before)
  if (before.dropped) return waiting({ ...claim, dropped: true })
  // Nothing new was said about it: the words it came from stand.
  return before.from === 'request' && same(before.expect, claim.expect) ? waiting(before) : waiting(claim)
}

const waiting = (claim: Claim): Claim => ({ ...claim, result: { state: 'waiting' } })
const same = (a: Claim['expect'], b: Claim['expect']): boolean =>
  a?.fact === b?.fact && a?.field === b?.field && a?.equals === b?.equals && a?.min === b?.min && a?.max === b?.max
