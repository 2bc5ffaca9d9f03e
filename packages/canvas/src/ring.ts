import type { FrameGroup } from '@hewn/protocol'
import { LIMITS } from '@hewn/protocol'
import { sizeOf } from './commit-plan.ts'
import { groupOf, lastOf } from './group.ts'
import type { CanvasEvent, Commit } from './ports.ts'

export interface RingEntry {
  commit: Commit
  /** How framed viewers get it; encoded when it was committed, so a changed text is a splice. */
  group: FrameGroup
  /** Of its events as they are in the log. */
  bytes: number
  /** Of the events of its group. */
  weight: number
}

/** The newest commits, whole, for viewers that come back (CV25). */
export class Ring {
  #entries: (RingEntry | undefined)[] = []
  /** Places before it are empty, and cut off when they are as many as what is kept: `shift` would move all of them each time. */
  #start = 0
  #events = 0
  #bytes = 0

  /** `bytes`, where they have been counted: on the way of every commit it is done once. */
  push(commit: Commit, group: FrameGroup = groupOf(commit), bytes = sizeOf(commit.events)): RingEntry {
    const same = group.events.every((event, index) => event === commit.events[index])
    const entry = { commit, group, bytes, weight: same ? bytes : sizeOf(group.events as CanvasEvent[]) }
    this.#add(entry)
    return entry
  }

  /** Older commits, read back from the log; `last` is the one before the ring's first. */
  recall(commits: readonly Commit[]): void {
    const newer = this.#kept(this.#start)
    this.clear()
    for (const commit of commits) this.push(commit)
    for (const entry of newer) this.#add(entry)
  }

  /** The first number that is here, or undefined while there is none. */
  get first(): number | undefined {
    return this.#entries[this.#start]?.commit.first
  }

  /** The commits with a number above `seq`, or undefined when some of them are no longer here. */
  after(seq: number): RingEntry[] | undefined {
    const first = this.first
    if (first === undefined || first > seq + 1) return undefined
    const kept = this.#entries
    // Numbers rise, so half of them can be left out at each look.
    let low = this.#start
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = kept[middle]
      if (at && lastOf(at.commit) <= seq) low = middle + 1
      else high = middle
    }
    return this.#kept(low)
  }

  clear(): void {
    this.#entries = []
    this.#start = 0
    this.#events = 0
    this.#bytes = 0
  }

  #kept(from: number): RingEntry[] {
    return this.#entries.slice(from) as RingEntry[]
  }

  #add(entry: RingEntry): void {
    this.#entries.push(entry)
    this.#events += entry.commit.events.length
    this.#bytes += entry.bytes
    while (this.#events > LIMITS.ring.events || this.#bytes > LIMITS.ring.bytes) {
      const oldest = this.#entries[this.#start]
      if (!oldest || oldest === entry) break
      this.#events -= oldest.commit.events.length
      this.#bytes -= oldest.bytes
      this.#entries[this.#start] = undefined
      this.#start += 1
    }
    if (this.#start * 2 > this.#entries.length) {
      this.#entries = this.#kept(this.#start)
      this.#start = 0
    }
  }
}
