import type { FollowerName } from './followers.ts'
import type { House } from './house.ts'

export interface Case {
  name: string
  what: string
  /** Takes longer than a test may. */
  slow?: boolean
  /** Only for clients that have what it is about. */
  clients?: FollowerName[]
  grant?: ConstructorParameters<typeof House>[3]
  run(house: House): Promise<void>
}

/** A fixed one, so that a run is the same as the one before. */
export function fixedChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
