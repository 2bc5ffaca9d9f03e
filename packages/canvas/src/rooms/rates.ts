import { LIMITS } from '@hewn/protocol'

interface Rate {
  every: number
  most: number
}

/** How often a viewer may do what (CV31). */
export const RATES = {
  requests: { every: 1_000, most: LIMITS.requests },
  presence: { every: 1_000, most: LIMITS.presence },
  checks: { every: 10_000, most: 1 },
  bad: { every: 60_000, most: LIMITS.badRequests },
} as const satisfies Record<string, Rate>

/** Counts what one viewer does. A window is made when first needed: most viewers join, and then only listen. */
export class Rates {
  #windows: { -readonly [rate in keyof typeof RATES]?: { began: number; count: number } } | undefined

  may(what: keyof typeof RATES, now: number): boolean {
    const { every, most } = RATES[what]
    this.#windows ??= {}
    const known = this.#windows[what]
    const window = known && now - known.began < every ? known : { began: now, count: 0 }
    this.#windows[what] = window
    window.count += 1
    return window.count <= most
  }
}
