import type { World } from '@hewn/model'

/** Counts what one address asks for. Every limiter that is bound must agree. */
export interface RateLimit {
  take(key: string): Promise<{ ok: true } | { ok: false /** Seconds. */; retryAfter: number }>
}

export interface RateLimitOptions {
  world: Pick<World, 'now'>
  /** Requests in any window; 0 is no limit. */
  limit?: number
  seconds?: number
  /** Addresses that are remembered; beyond that the one longest unseen is forgotten. */
  addresses?: number
}

/** A counter in memory: per process, or per isolate at the edge. A refused request does not count. */
export function memoryRateLimit(options: RateLimitOptions): RateLimit {
  const { world, limit = 10, seconds = 60, addresses = 10_000 } = options
  const taken = new Map<string, number[]>()
  return {
    async take(key) {
      if (limit === 0) return { ok: true }
      const now = world.now()
      const recent = (taken.get(key) ?? []).filter((at) => at > now - seconds * 1000)
      const [oldest = now] = recent
      const allowed = recent.length < limit
      if (allowed) recent.push(now)
      taken.delete(key)
      taken.set(key, recent)
      const [unseen] = taken.keys()
      if (taken.size > addresses && unseen !== undefined) taken.delete(unseen)
      return allowed
        ? { ok: true }
        : { ok: false, retryAfter: Math.max(1, Math.ceil((oldest + seconds * 1000 - now) / 1000)) }
    },
  }
}

/** IPv6 counts by its /64, as one household has that many; whoever has no address shares a bucket. */
export function rateKey(address: string | undefined): string {
  const bare = (address ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
  if (bare === '') return 'nobody'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)
  if (mapped?.[1]) return mapped[1]
  if (!bare.includes(':')) return bare.slice(0, 64)
  const [head = '', tail] = bare.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  const groups = [...first, ...zeros, ...last].slice(0, 4)
  return `${groups.map((group) => group.slice(0, 4).replace(/^0+(?=.)/, '')).join(':')}::/64`
}
