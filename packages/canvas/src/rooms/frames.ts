import type { CanvasFrame, CanvasPart, FrameGroup } from '@hewn/protocol'
import { LIMITS } from '@hewn/protocol'
import type { Commit, Json, JsonObject, Snapshot } from '../ports.ts'
import { lastOf } from '../ring.ts'
import { bytesOf } from '../value.ts'

/** A commit as framed viewers get it: whole, and a patch without what it leads to (CV29). */
export function groupOf(commit: Commit): FrameGroup {
  return {
    to: lastOf(commit),
    at: commit.at,
    by: commit.actor.by,
    ...(commit.turn === undefined ? {} : { turn: commit.turn }),
    events: commit.events.map(({ type, data }) => {
      if (type !== 'resource_patched') return { type, data }
      const { payload: _, ...short } = data
      return { type, data: short }
    }),
  }
}

/** One frame that accounts for every number of some commits, which follow each other. */
export function frameOf(epoch: string, commits: readonly Commit[]): CanvasFrame | undefined {
  const first = commits[0]
  const last = commits.at(-1)
  if (!first || !last) return undefined
  return { epoch, from: first.first, to: lastOf(last), groups: commits.map(groupOf) }
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
      resources[channel] = Object.assign(resources[channel] ?? {}, { [id]: payload })
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

const weight = (key: string, value: Json): number => bytesOf(key) + bytesOf(value) + 2
