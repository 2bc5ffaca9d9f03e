import type { Claim } from '@hewn/model'
import { heldClaims } from '../agent/held-claims.ts'
import { partClaims } from './part-claims.ts'
import { planIn, withValues } from './plan-in.ts'
import { realise } from './realise.ts'

/**
 * What stays promised when a slider moves in a planned part. A size that is measured by the volume is measured by that of
 * the part as it is now; the one that was moved is held to the words that gave it.
 */
export function heldOver(claims: readonly Claim[], plan: unknown, script: string): Claim[] {
  const held = heldClaims(claims)
  const planned = planIn(plan)
  const now = planned && withValues(planned, script)
  if (!planned || !now || now.stale) return held
  const moved = now.plan.names.filter(({ name, value }) =>
    planned.names.some((one) => one.name === name && one.value !== value),
  )
  const fresh = new Map(partClaims(now.plan, realise(now.plan)).map((claim) => [claim.id, claim.expect]))
  return held.map((claim) => {
    const expect = fresh.get(claim.id)
    const stays = claim.from !== 'request' || claim.pinned || moved.some(({ name }) => claim.id === `claim:${name}`)
    return stays || claim.expect?.fact !== 'volume' || expect?.fact !== 'volume' ? claim : { ...claim, expect }
  })
}
