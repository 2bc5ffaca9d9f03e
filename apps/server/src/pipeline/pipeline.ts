import { type Builds, createBuilds } from './builds.ts'
import { createEdits, type Edits } from './edits.ts'
import { createHistory, type History } from './history.ts'
import type { House } from './house.ts'
import { createRecovery, type Recovery } from './recovery.ts'

/** The one place that turns edits and jobs into canvas commits and versions. */
export type Pipeline = Edits & History & Recovery & Pick<Builds, 'idle' | 'giveUp'>

export function createPipeline(house: House): Pipeline {
  const builds = createBuilds(house)
  return {
    idle: builds.idle,
    giveUp: builds.giveUp,
    ...createEdits(house, builds),
    ...createHistory(house, builds),
    ...createRecovery(house),
  }
}
