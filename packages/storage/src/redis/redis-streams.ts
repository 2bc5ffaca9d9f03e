import type { CanvasCarrier, CanvasLog, Commit, Note } from '@hewn/canvas'
import type { SessionId } from '@hewn/model'
import { Redis } from 'ioredis'

export interface RedisStreams {
  carrier: CanvasCarrier
  /** The same log; what is still in a stream is read from there. */
  over(log: CanvasLog): CanvasLog
  readonly answers: boolean
  close(): Promise<void>
}

export interface RedisStreamsOptions {
  /** `redis://…`, of Redis or Valkey. */
  url: string
  /** Told, in a sentence, what is wrong: the caller's log. */
  report?: (problem: string) => void
}

const NEWEST = 2_000
const GONE_AFTER = 600
/** A Redis that does not answer holds nobody up: SQL has everything. */
const PATIENCE = 500

/**
 * SQL keeps, Redis or Valkey carries: each commit goes to one stream per session, and to whoever hears that session now.
 * Nothing acknowledged depends on it, so whatever fails here is reported and left (CV45).
 */
export function redisStreams({ url, report = () => {} }: RedisStreamsOptions): RedisStreams {
  const options = { maxRetriesPerRequest: 0, enableOfflineQueue: false, lazyConnect: false }
  const speaking = new Redis(url, options)
  // This one waits for its server: what it listens to is asked for again when the line is back.
  const hearing = new Redis(url, { maxRetriesPerRequest: null, autoResubscribe: true })
  const listeners = new Map<string, Set<(note: Note) => void>>()
  let away = false
  for (const line of [speaking, hearing]) {
    line.on('error', ({ message }: Error) => {
      if (!away)
        report(
          `Redis does not answer: ${message || 'no connection'}. Viewers on other machines see changes up to a second later.`,
        )
      away = true
    })
    line.on('ready', () => {
      away = false
    })
  }
  hearing.on('message', (channel: string, text: string) => {
    const note = parsed(text)
    if (note) for (const listener of listeners.get(channel) ?? []) listener(note)
  })

  const carrier: CanvasCarrier = {
    say(session, note) {
      if (speaking.status !== 'ready') return
      const text = JSON.stringify(note)
      const line = speaking.pipeline()
      if (note.kind === 'commit') {
        const key = streamOf(session, note.commit.epoch)
        line.xadd(key, 'MAXLEN', '~', NEWEST, `${lastOf(note.commit)}-0`, 'commit', JSON.stringify(note.commit))
        line.expire(key, GONE_AFTER)
      }
      line.publish(channelOf(session), text)
      // Two processes may be out of order here by a moment; then the stream has a hole, which SQL fills.
      line.exec().catch(() => {})
    },

    hear(session, listener) {
      const channel = channelOf(session)
      const known = listeners.get(channel) ?? new Set()
      if (known.size === 0) hearing.subscribe(channel).catch(() => {})
      listeners.set(channel, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size > 0) return
        listeners.delete(channel)
        hearing.unsubscribe(channel).catch(() => {})
      }
    },
  }

  return {
    carrier,
    get answers() {
      return speaking.status === 'ready'
    },

    over: (log) => ({
      ...log,
      async read(session, from, to, limit) {
        const head = await log.head?.(session)
        const found = head && (await fromStream(session, head.epoch, from, Math.min(to, head.seq), limit))
        return found ?? log.read(session, from, to, limit)
      },
    }),

    async close() {
      speaking.disconnect()
      hearing.disconnect()
    },
  }

  /** Whole commits without a gap, or undefined when the stream cannot prove that. */
  async function fromStream(
    session: SessionId,
    epoch: string,
    from: number,
    to: number,
    limit: { events: number; bytes: number },
  ): Promise<Commit[] | undefined> {
    if (speaking.status !== 'ready' || from > to) return undefined
    const asked = speaking.xrange(streamOf(session, epoch), `${from}-0`, '+', 'COUNT', limit.events)
    const rows = await Promise.race([asked.catch(() => undefined), late()])
    if (!rows || rows.length === 0) return undefined
    const commits: Commit[] = []
    let events = 0
    let bytes = 0
    for (const [, fields] of rows) {
      const text = fields[1] ?? ''
      const commit = JSON.parse(text) as Commit
      const before = commits.at(-1)
      const joins = before ? commit.first === lastOf(before) + 1 : commit.first <= from
      if (!joins) return undefined
      events += commit.events.length
      bytes += Buffer.byteLength(text)
      if (commit.first > to || (before && (events > limit.events || bytes > limit.bytes))) return commits
      commits.push(commit)
    }
    const last = commits.at(-1)
    const isWhole = last && (lastOf(last) >= to || rows.length === limit.events)
    return isWhole ? commits : undefined
  }
}

const channelOf = (session: SessionId) => `hewn:canvas:${session}`
const streamOf = (session: SessionId, epoch: string) => `hewn:canvas:${session}:${epoch}`
const lastOf = (commit: Commit) => commit.first + commit.events.length - 1

const late = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE).unref())

function parsed(text: string): Note | undefined {
  try {
    return JSON.parse(text) as Note
  } catch {
    return undefined
  }
}
