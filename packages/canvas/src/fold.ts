import type { SessionId } from '@hewn/model'
import { LIMITS } from '@hewn/protocol'
import type { CanvasEvent, EmittedEvent, Json, JsonObject, Snapshot } from './ports.ts'
import { applySplice } from './splice.ts'
import { isObject } from './value.ts'

export type Channel = ReadonlyMap<string, Json>

/** The live state of a session at one number. Nothing in it ever changes; a later canvas shares what stayed. */
export interface CanvasState {
  readonly seq: number
  /** Keys whose value is null are absent (CV8). */
  readonly state: ReadonlyMap<string, Json>
  /** Channels without resources are absent. */
  readonly channels: ReadonlyMap<string, Channel>
  /** The last emitted events since the last `clear`. */
  readonly events: readonly EmittedEvent[]
}

export const EMPTY_CHANNEL: Channel = new Map()

export const emptyCanvas = (): CanvasState => ({ seq: 0, state: new Map(), channels: new Map(), events: [] })

/**
 * The canvas after one more event. Pure: server, client, replay and tests all use it (CV2).
 * @example fold(emptyCanvas(), { type: 'state_changed', data: { key: 'title', value: 'Tea box' } }).state.get('title')
 */
export const fold = (canvas: CanvasState, event: CanvasEvent): CanvasState => foldAll(canvas, [event])

/** Many events at once: each map that changes is copied once, not once per event. */
export function foldAll(canvas: CanvasState, events: readonly CanvasEvent[]): CanvasState {
  const draft = new Draft(canvas)
  for (const event of events) draft.apply(event)
  return draft.done()
}

/** The events of a merged frame lead to the canvas at `to`; emitted ones say their own numbers (CV29). */
export function foldMerged(canvas: CanvasState, events: readonly NumberedEvent[], to: number): CanvasState {
  const draft = new Draft(canvas)
  for (const event of events) draft.apply(event)
  draft.seq = to
  return draft.done()
}

export interface NumberedEvent extends CanvasEvent {
  preview_seq?: number | undefined
}

/** A canvas that is being changed by one commit; nobody else sees it before it is done. */
export class Draft {
  readonly before: CanvasState
  seq: number
  #state: ReadonlyMap<string, Json>
  #channels: ReadonlyMap<string, Channel>
  #events: readonly EmittedEvent[]
  readonly #owned = new Set<unknown>()

  constructor(canvas: CanvasState) {
    this.before = canvas
    this.seq = canvas.seq
    this.#state = canvas.state
    this.#channels = canvas.channels
    this.#events = canvas.events
  }

  get state(): ReadonlyMap<string, Json> {
    return this.#state
  }

  get channels(): ReadonlyMap<string, Channel> {
    return this.#channels
  }

  get events(): readonly EmittedEvent[] {
    return this.#events
  }

  channel(name: string): Channel {
    return this.#channels.get(name) ?? EMPTY_CHANNEL
  }

  done(): CanvasState {
    if (this.seq === this.before.seq) return this.before
    // Later events of this draft would write into maps that are now somebody's.
    this.#owned.clear()
    return { seq: this.seq, state: this.#state, channels: this.#channels, events: this.#events }
  }

  apply({ type, data, preview_seq }: NumberedEvent): void {
    this.seq += 1
    const { channel, id } = data
    switch (type) {
      case 'state_changed':
        return this.#setState(String(data.key), data.value ?? null)
      case 'state_patched':
        for (const [key, value] of Object.entries(objectOf(data.patch))) this.#setState(key, value)
        return
      case 'cleared':
        this.#state = new Map()
        this.#channels = new Map()
        this.#events = []
        return
      case 'resource_set':
        this.#ownChannel(String(channel)).set(String(id), data.payload ?? null)
        return
      case 'resource_patched':
        this.#ownChannel(String(channel)).set(String(id), data.payload ?? this.#patched(data))
        return
      case 'resource_spliced':
        this.#ownChannel(String(channel)).set(String(id), this.#spliced(data))
        return
      case 'resource_deleted':
        return this.#delete(String(channel), String(id))
      case 'resource_bulk_set':
        return this.#bulkSet(String(channel), objectOf(data.items), data.replace === true)
      case 'channel_cleared':
        return this.#dropChannel(String(channel))
      default:
        return this.#emitted({ event_type: type, data, preview_seq: preview_seq ?? this.seq })
    }
  }

  #emitted(event: EmittedEvent): void {
    const events = [...this.#events, event]
    // Cut off at the front it is not copied a second time.
    if (events.length > LIMITS.events) events.shift()
    this.#events = events
  }

  #setState(key: string, value: Json): void {
    const state = this.#own(this.#state)
    if (value === null) state.delete(key)
    else state.set(key, value)
    this.#state = state
  }

  // A frame leaves out the payload, which is the old value with the patch.
  #patched(data: JsonObject): Json {
    return { ...objectOf(this.channel(String(data.channel)).get(String(data.id))), ...objectOf(data.patch) }
  }

  #spliced(data: JsonObject): Json {
    return applySplice(this.channel(String(data.channel)).get(String(data.id)), data)
  }

  #delete(name: string, id: string): void {
    if (!this.channel(name).has(id)) return
    const channel = this.#ownChannel(name)
    channel.delete(id)
    if (channel.size === 0) this.#dropChannel(name)
  }

  #bulkSet(name: string, items: JsonObject, replace: boolean): void {
    if (replace) this.#dropChannel(name)
    const entries = Object.entries(items)
    if (entries.length === 0) return
    const channel = this.#ownChannel(name)
    for (const [id, payload] of entries) channel.set(id, payload)
  }

  #dropChannel(name: string): void {
    if (!this.#channels.has(name)) return
    const channels = this.#own(this.#channels)
    channels.delete(name)
    this.#channels = channels
  }

  #ownChannel(name: string): Map<string, Json> {
    const channels = this.#own(this.#channels)
    const channel = this.#own(this.channel(name))
    channels.set(name, channel)
    this.#channels = channels
    return channel
  }

  #own<V>(map: ReadonlyMap<string, V>): Map<string, V> {
    if (this.#owned.has(map)) return map as Map<string, V>
    const copied = new Map(map)
    this.#owned.add(copied)
    return copied
  }
}

/** The payload of `preview:snapshot` (CV28). */
export function snapshotOf(session: SessionId, epoch: string, canvas: CanvasState): Snapshot {
  const resources = [...canvas.channels].map(([name, channel]) => [name, Object.fromEntries(channel)] as const)
  return {
    session_id: session,
    epoch,
    seq: canvas.seq,
    preview_seq: canvas.seq,
    state: Object.fromEntries(canvas.state),
    resources: Object.fromEntries(resources),
    events: [...canvas.events],
  }
}

export type SnapshotBody = Pick<Snapshot, 'seq' | 'state' | 'resources' | 'events'>

export function canvasOf(snapshot: SnapshotBody): CanvasState {
  const channels = Object.entries(snapshot.resources)
    .filter(([, items]) => Object.keys(items).length > 0)
    .map(([name, items]) => [name, new Map(Object.entries(items))] as const)
  return {
    seq: snapshot.seq,
    state: new Map(Object.entries(snapshot.state).filter(([, value]) => value !== null)),
    channels: new Map(channels),
    events: snapshot.events,
  }
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
