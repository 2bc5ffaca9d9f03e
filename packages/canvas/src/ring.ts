import { LIMITS } from '@hewn/protocol'
import { sizeOf } from './commit-plan.ts'
import type { Commit } from './ports.ts'

export const lastOf = (commit: Commit): number => commit.first + commit.events.length - 1

/** The newest commits, whole, for viewers that come back (CV25). */
export class Ring {
  #commits: { commit: Commit; bytes: number }[] = []
  #events = 0
  #bytes = 0

  push(commit: Commit): void {
    const bytes = sizeOf(commit.events)
    this.#commits.push({ commit, bytes })
    this.#events += commit.events.length
    this.#bytes += bytes
    while (this.#commits.length > 1 && (this.#events > LIMITS.ring.events || this.#bytes > LIMITS.ring.bytes)) {
      const oldest = this.#commits.shift()
      this.#events -= oldest?.commit.events.length ?? 0
      this.#bytes -= oldest?.bytes ?? 0
    }
  }

  /** Older commits, read back from the log; `last` is the one before the ring's first. */
  recall(commits: readonly Commit[]): void {
    const newer = this.#commits
    this.#commits = []
    this.#events = 0
    this.#bytes = 0
    for (const commit of [...commits, ...newer.map((kept) => kept.commit)]) this.push(commit)
  }

  /** The first number that is here, or undefined while there is none. */
  get first(): number | undefined {
    return this.#commits[0]?.commit.first
  }

  /** The commits with a number above `seq`, or undefined when some of them are no longer here. */
  after(seq: number): Commit[] | undefined {
    const first = this.first
    if (first === undefined || first > seq + 1) return undefined
    const kept = this.#commits
    // Numbers rise, so half of them can be left out at each look.
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = kept[middle]
      if (at && lastOf(at.commit) <= seq) low = middle + 1
      else high = middle
    }
    return kept.slice(low).map(({ commit }) => commit)
  }

  clear(): void {
    this.#commits = []
    this.#events = 0
    this.#bytes = 0
  }
}
