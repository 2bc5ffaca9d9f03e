import type { CanvasFrame, CanvasPart } from '@hewn/protocol'
import { LIMITS } from '@hewn/protocol'
import { lastOf } from '../group.ts'
import type { Json, JsonObject, Snapshot } from '../ports.ts'
import type { RingEntry } from '../ring.ts'
import { bytesOf } from '../value.ts'
import { Merge } from './merge.ts'

/** One frame that accounts for every number of some commits, which follow each other. */
export function frameOf(epoch: string, entries: readonly RingEntry[]): CanvasFrame | undefined {
  const first = entries[0]
  const last = entries.at(-1)
  if (!first || !last) return undefined
  return { epoch, from: first.commit.first, to: lastOf(last.commit), groups: entries.map(({ group }) => group) }
}

/**
 * The next piece for a viewer that missed these: step by step while they are few, merged when they are many, and
 * `snapshot` when that is shorter (CV40).
 */
export function pieceOf(
  epoch: string,
  missed: readonly RingEntry[],
  canvasBytes: number,
): CanvasFrame | 'snapshot' | undefined {
  const events = missed.reduce((sum, { group }) => sum + group.events.length, 0)
  const bytes = weightOf(missed)
  if (events <= LIMITS.merged.events && bytes <= LIMITS.merged.bytes) return frameOf(epoch, missed)
  const whole = merged(missed)
  const weight = whole.bytes
  const most = Math.max(LIMITS.merged.bytes, canvasBytes / 2)
  if (events > LARGEST || weight > most) return 'snapshot'
  if (weight <= LIMITS.piece) return whole.frame(epoch)
  return beginning(missed).frame(epoch)
}

/** A snapshot in parts, none larger than a message may be unless one payload alone is (CV28, CV39). */
export function partsOf(snapshot: Snapshot): CanvasPart[] {
  const bodies: Pick<CanvasPart, 'state' | 'resources' | 'events'>[] = []
  let room = 0
  const current = (bytes: number) => {
    room -= bytes
    if (room < 0 || bodies.length === 0) {
      bodies.push({})
      room = LIMITS.part - MARGIN - bytes
    }
    return bodies.at(-1) as (typeof bodies)[number]
  }
  for (const [key, value] of Object.entries(snapshot.state)) {
    const body = current(weight(key, value))
    body.state = Object.assign(body.state ?? {}, { [key]: value })
  }
  for (const [channel, items] of Object.entries(snapshot.resources)) {
    for (const [id, payload] of Object.entries(items)) {
      const body = current(weight(id, payload) + channel.length)
      const resources: { [channel: string]: JsonObject } = (body.resources as typeof resources | undefined) ?? {}
      // A channel may be called `constructor`: what every object inherits is nobody's channel.
      const known = Object.hasOwn(resources, channel) ? resources[channel] : {}
      resources[channel] = Object.assign(known ?? {}, { [id]: payload })
      body.resources = resources
    }
  }
  for (const event of snapshot.events) {
    const body = current(bytesOf(event.data) + 200)
    body.events = [...(body.events ?? []), event]
  }
  if (bodies.length === 0) bodies.push({})
  const { epoch, seq } = snapshot
  return bodies.map((body, index) => ({ epoch, seq, part: index + 1, parts: bodies.length, ...body }))
}

const MARGIN = 4_096
/** Events beyond which a snapshot is the shorter way. */
const LARGEST = 10_000

export const weightOf = (entries: readonly RingEntry[]): number => entries.reduce((sum, entry) => sum + entry.weight, 0)

const weight = (key: string, value: Json): number => bytesOf(key) + bytesOf(value) + 2

function merged(entries: readonly RingEntry[]): Merge {
  const merge = new Merge()
  for (const entry of entries) merge.add(entry)
  return merge
}

/** As many of them as one piece takes, at least one. */
function beginning(missed: readonly RingEntry[]): Merge {
  const merge = new Merge()
  let unweighed = 0
  for (const entry of missed) {
    const bytes = entry.weight
    if (unweighed + bytes > LIMITS.piece / 4) {
      if (merge.bytes + bytes > LIMITS.piece && merge.frame('')) return merge
      unweighed = 0
    }
    merge.add(entry)
    unweighed += bytes
  }
  return merge
}
