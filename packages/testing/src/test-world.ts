import { uuidToBase62, type World } from '@hewn/model'

export interface TestWorld extends World {
  /** Moves time; what is due runs in order, and what that schedules runs too. */
  advance(milliseconds: number): void
  /** Timers that have not run yet. */
  readonly pending: number
}

/** Time, ids and chance that move only when the test says so. Equal seeds give equal worlds. */
export function testWorld(seed = 1, startsAt = Date.UTC(2026, 0, 1)): TestWorld {
  let now = startsAt
  let order = 0
  const timers = new Set<{ due: number; order: number; run: () => void }>()
  const random = seededRandom(seed)
  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { due: now + milliseconds, order: order++, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    newId() {
      const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
      return uuidToBase62(`${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`)
    },
    random,
    advance(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        const due = [...timers].filter((timer) => timer.due <= until)
        const next = due.toSorted((a, b) => a.due - b.due || a.order - b.order)[0]
        if (!next) break
        timers.delete(next)
        now = Math.max(now, next.due)
        next.run()
      }
      now = until
    },
    get pending() {
      return timers.size
    },
  }
}

/** mulberry32: small, fast, and the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
