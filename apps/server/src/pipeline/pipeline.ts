import { type Builds, createBuilds } from './builds.ts'
import { type Bundles, createBundles } from './bundle.ts'
import { createChecks } from './checks.ts'
import { type Claims, createClaims } from './claims.ts'
import { createEdits, type Edits } from './edits.ts'
import { createHistory, type History } from './history.ts'
import type { House } from './house.ts'
import { createParameters, type Parameters } from './parameters.ts'
import { createRecovery, type Recovery } from './recovery.ts'
import { createTurns, type Turns } from './turns.ts'

/** The one place that turns edits and jobs into canvas commits and versions. */
export type Pipeline = Edits &
  History &
  Parameters &
  Recovery &
  Pick<Builds, 'idle' | 'giveUp'> & { turns: Turns; claims: Claims; bundles: Bundles }

export function createPipeline(house: House): Pipeline {
  const checks = createChecks(house)
  const builds = createBuilds(house, checks)
  const history = createHistory(house, builds)
  const turns = createTurns(house, builds, history)
  return {
    turns,
    claims: createClaims(house, checks),
    bundles: createBundles(house, history),
    async idle() {
      await turns.idle()
      await builds.idle()
      await checks.idle()
    },
    async giveUp() {
      turns.giveUp()
      await Promise.all([builds.giveUp(), checks.giveUp()])
    },
    ...createEdits(house, builds),
    ...history,
    ...createParameters(house, builds),
    ...createRecovery(house, checks),
  }
}
