import { type FrameGroup, LIMITS } from '@hewn/protocol'
import type { CanvasState } from './fold.ts'
import type { CanvasEvent, Commit, Json, JsonObject } from './ports.ts'
import { spliceBetween } from './splice.ts'
import { bytesOf } from './value.ts'

export const lastOf = (commit: Commit): number => commit.first + commit.events.length - 1

/**
 * A commit as framed viewers get it: whole, a patch without what it leads to, and a long text that changed as a splice,
 * when the canvas `before` is at hand (CV29).
 */
export function groupOf(commit: Commit, before?: CanvasState): FrameGroup {
  const shortened = shortener(before)
  return {
    to: lastOf(commit),
    at: commit.at,
    by: commit.actor.by,
    ...(commit.turn === undefined ? {} : { turn: commit.turn }),
    events: commit.events.map(shortened),
  }
}

/** Knows what each resource was before the next event, without folding the whole canvas again. */
function shortener(before: CanvasState | undefined): (event: CanvasEvent) => CanvasEvent {
  let base = before
  const since = new Map<string, Json | undefined>()
  return (event) => {
    const { type, data } = event
    if (CHANNEL_WIDE.includes(type)) {
      // What is left of the channel is not worth finding out.
      base = undefined
      since.clear()
    }
    if (type !== 'resource_set' && type !== 'resource_patched' && type !== 'resource_deleted') return event
    const channel = String(data.channel)
    const id = String(data.id)
    const key = `${channel}\n${id}`
    const old = since.has(key) ? since.get(key) : base?.channels.get(channel)?.get(id)
    since.set(key, data.payload)
    const splice = old === undefined ? undefined : splicedEvent(channel, id, old, data.payload)
    return splice ?? short(event)
  }
}

const CHANNEL_WIDE = ['cleared', 'channel_cleared', 'resource_bulk_set']

function splicedEvent(channel: string, id: string, old: Json, now: Json | undefined): CanvasEvent | undefined {
  if (now === undefined || bytesOf(now) < LIMITS.splice) return undefined
  const splice = spliceBetween(old, now)
  return splice && { type: 'resource_spliced', data: { channel, id, ...splice } as unknown as JsonObject }
}

function short(event: CanvasEvent): CanvasEvent {
  if (event.type !== 'resource_patched') return event
  const { payload: _, ...rest } = event.data
  return { type: event.type, data: rest }
}
