import type { ErrorBody, Result, SessionId } from '@hewn/model'
import { LIMITS } from '@hewn/protocol'
import { type Channel, type Draft, snapshotOf } from './fold.ts'
import { edgeId, nodeId } from './node-id.ts'
import { fitting, Params, positionOf, refusable, refuse, Refused, statusOf, textOf } from './params.ts'
import type { CanvasEvent, Json, JsonObject, Snapshot } from './ports.ts'
import { isObject, kindOf } from './value.ts'

/** What each of the seventeen actions takes and gives, by wire name (canvas.md §2). Payloads are checked when called. */
export interface ActionTypes {
  set_state: { params: { key: string; value: unknown }; data: { key: string; value: Json } }
  patch_state: { params: { patch: object }; data: { state: JsonObject } }
  get_state: { params: object; data: Snapshot }
  clear: { params: object; data: { cleared: true } }
  emit: {
    params: { event_type: string; data?: object }
    data: { event_type: string; data: JsonObject; preview_seq: number }
  }
  set_resource: { params: { channel: string; id: string; payload: unknown }; data: { channel: string; id: string } }
  patch_resource: { params: { channel: string; id: string; patch: object }; data: { channel: string; id: string } }
  delete_resource: { params: { channel: string; id: string }; data: { existed: boolean } }
  list_resources: { params: { channel: string }; data: { channel: string; items: JsonObject; count: number } }
  bulk_set_resources: {
    params: { channel: string; items: { [id: string]: unknown }; replace?: boolean }
    data: { channel: string; count: number }
  }
  clear_channel: { params: { channel: string }; data: { channel: string } }
  push_node: {
    params: {
      id?: string | null
      type?: string
      label?: string
      position?: { x?: number; y?: number }
      data?: object
      status?: string
    }
    data: JsonObject
  }
  update_node: { params: { id: string; updates: object }; data: JsonObject }
  highlight_node: { params: { id: string; status: string }; data: { id: string; status: string } }
  remove_node: { params: { id: string }; data: { id: string; edges_dropped: string[] } }
  push_edge: {
    params: { id?: string | null; source: string; target: string; label?: string; data?: object }
    data: JsonObject
  }
  remove_edge: { params: { id: string }; data: { id: string; existed: boolean } }
}

export type ActionName = keyof ActionTypes

/** The seventeen, under their wire names. None is ever offered to a model or an outside caller (CV6). */
export const ACTION_NAMES = [
  'set_state',
  'patch_state',
  'get_state',
  'clear',
  'emit',
  'set_resource',
  'patch_resource',
  'delete_resource',
  'list_resources',
  'bulk_set_resources',
  'clear_channel',
  'push_node',
  'update_node',
  'highlight_node',
  'remove_node',
  'push_edge',
  'remove_edge',
] as const satisfies ActionName[]

/** Types that an emitted event may not have: the eight of the mutations, `snapshot`, and the one frames use for a splice. */
export const RESERVED_TYPES: readonly string[] = [
  'state_changed',
  'state_patched',
  'cleared',
  'resource_set',
  'resource_patched',
  'resource_deleted',
  'resource_bulk_set',
  'channel_cleared',
  'snapshot',
  'resource_spliced',
]

/** A call whose parameters have been checked and copied; what is left is to do it on some canvas. */
export interface Step {
  name: ActionName
  bytes: number
  perform(scene: Scene): unknown
}

/** Checks and copies the parameters at once, so what the caller does with them later changes nothing. */
export function prepare(name: ActionName, input: unknown): Result<Step, ErrorBody> {
  return refusable(() => {
    const params = new Params(input)
    const perform = ACTIONS[name](params)
    params.end()
    return { name, bytes: params.bytes, perform }
  })
}

/** Changes nothing, and lets nothing be changed while `unless` has something against it. */
export function condition(unless: (now: Draft) => ErrorBody | undefined): Step {
  return {
    name: 'get_state',
    bytes: 0,
    perform({ draft }) {
      const against = unless(draft)
      if (against) throw new Refused(against)
    },
  }
}

/** The canvas as one commit sees and changes it. */
export class Scene {
  readonly session: SessionId
  readonly epoch: string
  readonly draft: Draft
  readonly events: CanvasEvent[] = []

  constructor(session: SessionId, epoch: string, draft: Draft) {
    this.session = session
    this.epoch = epoch
    this.draft = draft
  }

  channel(name: string): Channel {
    return this.draft.channel(name)
  }

  say(type: string, data: JsonObject): void {
    const event: CanvasEvent = Object.freeze({ type, data: Object.freeze(data) })
    this.events.push(event)
    this.draft.apply(event)
  }
}

type Reader = { [N in ActionName]: (params: Params) => (scene: Scene) => ActionTypes[N]['data'] }

const ACTIONS: Reader = {
  set_state: (params) => {
    const key = params.name('key')
    const value = params.value('value')
    return (scene) => {
      scene.say('state_changed', { key, value })
      return { key, value }
    }
  },

  patch_state: (params) => {
    const patch = params.items('patch')
    return (scene) => {
      scene.say('state_patched', { patch })
      return { state: Object.fromEntries(scene.draft.state) }
    }
  },

  get_state: () => (scene) => snapshotOf(scene.session, scene.epoch, scene.draft),

  clear: () => (scene) => {
    scene.say('cleared', {})
    return { cleared: true }
  },

  emit: (params) => {
    const event_type = eventType(params.text('event_type'))
    const data = params.object('data', {}, LIMITS.emit)
    if (Object.hasOwn(data, 'preview_seq')) {
      throw refuse('CANVAS_RESERVED', 'data.preview_seq: the number is given by the server; use another key', 'data')
    }
    return (scene) => {
      scene.say(event_type, data)
      return { event_type, data, preview_seq: scene.draft.seq }
    }
  },

  set_resource: (params) => {
    const channel = params.channel()
    const id = params.name('id')
    const payload = params.value('payload')
    return (scene) => {
      scene.say('resource_set', { channel, id, payload })
      return { channel, id }
    }
  },

  patch_resource: (params) => {
    const channel = params.channel()
    const id = params.name('id')
    const patch = params.object('patch')
    return (scene) => {
      patchResource(scene, channel, id, patch)
      return { channel, id }
    }
  },

  delete_resource: (params) => {
    const channel = params.channel()
    const id = params.name('id')
    return (scene) => ({ existed: deleteResource(scene, channel, id) })
  },

  list_resources: (params) => {
    const channel = params.channel()
    return (scene) => {
      const items = scene.channel(channel)
      return { channel, items: Object.fromEntries(items), count: items.size }
    }
  },

  bulk_set_resources: (params) => {
    const channel = params.channel()
    const items = params.items('items')
    const replace = params.flag('replace', false)
    return (scene) => {
      scene.say('resource_bulk_set', { channel, items, replace })
      return { channel, count: Object.keys(items).length }
    }
  },

  clear_channel: (params) => {
    const channel = params.channel()
    return (scene) => {
      if (scene.channel(channel).size > 0) scene.say('channel_cleared', { channel })
      return { channel }
    }
  },

  push_node: (params) => {
    const given = params.optionalName('id')
    const type = params.text('type', 'default')
    const label = params.text('label', '')
    const position = Object.freeze(params.position('position'))
    const data = params.object('data', {})
    const status = params.status('status', 'idle')
    return (scene) => {
      const id = given ?? nodeId(label, scene.channel('nodes'))
      const payload = whole({ id, type, label, position, data, status })
      scene.say('resource_set', { channel: 'nodes', id, payload })
      return payload
    }
  },

  update_node: (params) => {
    const id = params.name('id')
    const updates = nodeUpdates(params.object('updates'))
    return (scene) => patchResource(scene, 'nodes', id, updates(nodeAt(scene, id)))
  },

  highlight_node: (params) => {
    const id = params.name('id')
    const status = params.status('status')
    return (scene) => {
      nodeAt(scene, id)
      patchResource(scene, 'nodes', id, { status })
      return { id, status }
    }
  },

  remove_node: (params) => {
    const id = params.name('id')
    return (scene) => {
      deleteResource(scene, 'nodes', id)
      const touching = [...scene.channel('edges')].filter(
        ([, edge]) => isObject(edge) && (edge.source === id || edge.target === id),
      )
      const edges_dropped = touching.map(([edge]) => edge).toSorted((a, b) => (a < b ? -1 : 1))
      for (const edge of edges_dropped) deleteResource(scene, 'edges', edge)
      return { id, edges_dropped }
    }
  },

  push_edge: (params) => {
    const given = params.optionalName('id')
    const source = params.name('source')
    const target = params.name('target')
    const label = params.text('label', '')
    const data = params.object('data', {})
    return (scene) => {
      const id = given ?? edgeId(source, target, scene.channel('edges'))
      // Two long names make an id that is longer than names may be.
      if (given === undefined) new Params({ id }).name('id')
      const payload = whole({ id, source, target, label, data })
      scene.say('resource_set', { channel: 'edges', id, payload })
      return payload
    }
  },

  remove_edge: (params) => {
    const id = params.name('id')
    return (scene) => ({ id, existed: deleteResource(scene, 'edges', id) })
  },
}

function eventType(given: string): string {
  const type = given.startsWith('preview:') ? given.slice('preview:'.length) : given
  if (!/^[a-z][a-z0-9_.-]{0,63}$/.test(type)) {
    const hoped = 'expected a letter, then letters, digits, _ - . in lower case, 64 at most'
    throw refuse('REQUEST_INVALID', `event_type: ${hoped}, got "${type.slice(0, 80)}"`, 'event_type')
  }
  if (RESERVED_TYPES.includes(type)) {
    throw refuse('CANVAS_RESERVED', `event_type: ${type} is said by the canvas itself; choose another`, 'event_type')
  }
  return type
}

function patchResource(scene: Scene, channel: string, id: string, patch: JsonObject): JsonObject {
  const old = scene.channel(channel).get(id)
  if (old !== undefined && !isObject(old)) {
    const what = `${channel}/${id} is ${kindOf(old)}`
    throw refuse('CANVAS_NOT_OBJECT', `${what}; only an object can be patched, set it as a whole`, 'id')
  }
  const payload = whole({ ...old, ...patch })
  scene.say('resource_patched', { channel, id, patch: Object.freeze(patch), payload })
  return payload
}

function deleteResource(scene: Scene, channel: string, id: string): boolean {
  const existed = scene.channel(channel).has(id)
  if (existed) scene.say('resource_deleted', { channel, id })
  return existed
}

function nodeAt(scene: Scene, id: string): JsonObject {
  const node = scene.channel('nodes').get(id)
  if (isObject(node)) return node
  if (node !== undefined) throw refuse('CANVAS_NOT_OBJECT', `nodes/${id} is ${kindOf(node)}, not a node`, 'id')
  throw refuse('CANVAS_NODE_MISSING', `There is no node "${id}"; push it first`, 'id')
}

/** What an update does to a node: one result for every order of keys (CV9). */
function nodeUpdates(updates: JsonObject): (node: JsonObject) => JsonObject {
  const { type, label, status, position, data, ...others } = updates
  const fixed: JsonObject = {
    ...(type === undefined ? {} : { type: textOf(type, 'updates.type') }),
    ...(label === undefined ? {} : { label: textOf(label, 'updates.label') }),
    ...(status === undefined ? {} : { status: statusOf(status, 'updates.status') }),
  }
  const moved = position === undefined ? undefined : positionOf(position, 'updates.position')
  if (data !== undefined && !isObject(data)) {
    throw refuse('REQUEST_INVALID', `updates.data: expected an object, got ${kindOf(data)}`, 'updates')
  }
  const filled = data !== undefined || Object.keys(others).length > 0
  return (node) => ({
    ...fixed,
    ...(moved ? { position: Object.freeze({ ...objectOr(node.position, { x: 0, y: 0 }), ...moved }) } : {}),
    ...(filled ? { data: Object.freeze({ ...(data ?? objectOr(node.data, {})), ...others }) } : {}),
  })
}

const objectOr = (value: Json | undefined, otherwise: JsonObject): JsonObject => (isObject(value) ? value : otherwise)

const whole = (payload: JsonObject): JsonObject => fitting(Object.freeze(payload), 'payload')
