import { testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { ACTION_NAMES, type CanvasEvent, createCanvas, type Json, memoryLog } from '../src/index.ts'
import { asyncBinding } from '../src/node/index.ts'

const SESSION = 'session:actions'

function table() {
  const world = testWorld()
  const events: CanvasEvent[] = []
  const canvas = createCanvas({
    log: memoryLog({ world }),
    world,
    binding: asyncBinding(),
    appId: 'app',
    bus: { emit: (_app, _room, message) => void events.push(message) },
  })
  const call = (name: string, params?: unknown) =>
    canvas.run(SESSION, { uid: 'tester', by: 'user' }, () => canvas.call(name, params))
  return { canvas, call, events, session: canvas.session(SESSION, { uid: 'tester', by: 'user' }) }
}

const refused = (code: string) => ({ success: false, error: expect.objectContaining({ code }) })

describe('the seventeen actions', () => {
  it('[CV6] pin: their wire names', () => {
    expect(ACTION_NAMES).toEqual([
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
    ])
  })

  it('[CV7] each replies, numbers and says exactly what the contract says', async () => {
    const { call, events } = table()
    const node = (more: object = {}) => ({
      id: 'plan',
      type: 'default',
      label: 'Plan',
      position: { x: 0, y: 0 },
      data: {},
      status: 'idle',
      ...more,
    })
    const edge = { id: 'a->plan', source: 'a', target: 'plan', label: '', data: {} }
    // Name, parameters, data, the number of the reply, and the events: their types and payloads.
    const rows: [string, object, unknown, number, [string, unknown][]][] = [
      [
        'set_state',
        { key: 'title', value: [1] },
        { key: 'title', value: [1] },
        1,
        [['state_changed', { key: 'title', value: [1] }]],
      ],
      [
        'patch_state',
        { patch: { a: 1 } },
        { state: { title: [1], a: 1 } },
        2,
        [['state_patched', { patch: { a: 1 } }]],
      ],
      ['patch_state', { patch: {} }, { state: { title: [1], a: 1 } }, 3, [['state_patched', { patch: {} }]]],
      [
        'emit',
        { event_type: 'preview:job-log', data: { n: 1 } },
        { event_type: 'job-log', data: { n: 1 }, preview_seq: 4 },
        4,
        [['job-log', { n: 1 }]],
      ],
      ['emit', { event_type: 'ping' }, { event_type: 'ping', data: {}, preview_seq: 5 }, 5, [['ping', {}]]],
      [
        'set_resource',
        { channel: 'c', id: 'x', payload: null },
        { channel: 'c', id: 'x' },
        6,
        [['resource_set', { channel: 'c', id: 'x', payload: null }]],
      ],
      [
        'set_resource',
        { channel: 'c', id: 'x', payload: { a: 1 } },
        { channel: 'c', id: 'x' },
        7,
        [['resource_set', { channel: 'c', id: 'x', payload: { a: 1 } }]],
      ],
      [
        'patch_resource',
        { channel: 'c', id: 'x', patch: { b: null } },
        { channel: 'c', id: 'x' },
        8,
        [['resource_patched', { channel: 'c', id: 'x', patch: { b: null }, payload: { a: 1, b: null } }]],
      ],
      [
        'patch_resource',
        { channel: 'c', id: 'x', patch: {} },
        { channel: 'c', id: 'x' },
        9,
        [['resource_patched', { channel: 'c', id: 'x', patch: {}, payload: { a: 1, b: null } }]],
      ],
      [
        'patch_resource',
        { channel: 'c', id: 'new', patch: { b: 1 } },
        { channel: 'c', id: 'new' },
        10,
        [['resource_patched', { channel: 'c', id: 'new', patch: { b: 1 }, payload: { b: 1 } }]],
      ],
      [
        'list_resources',
        { channel: 'c' },
        { channel: 'c', items: { x: { a: 1, b: null }, new: { b: 1 } }, count: 2 },
        10,
        [],
      ],
      ['list_resources', { channel: 'unknown' }, { channel: 'unknown', items: {}, count: 0 }, 10, []],
      [
        'delete_resource',
        { channel: 'c', id: 'x' },
        { existed: true },
        11,
        [['resource_deleted', { channel: 'c', id: 'x' }]],
      ],
      ['delete_resource', { channel: 'c', id: 'x' }, { existed: false }, 11, []],
      [
        'bulk_set_resources',
        { channel: 'c', items: { y: 1 } },
        { channel: 'c', count: 1 },
        12,
        [['resource_bulk_set', { channel: 'c', items: { y: 1 }, replace: false }]],
      ],
      [
        'bulk_set_resources',
        { channel: 'c', items: {}, replace: true },
        { channel: 'c', count: 0 },
        13,
        [['resource_bulk_set', { channel: 'c', items: {}, replace: true }]],
      ],
      ['clear_channel', { channel: 'c' }, { channel: 'c' }, 13, []],
      [
        'push_node',
        { label: 'Plan' },
        node(),
        14,
        [['resource_set', { channel: 'nodes', id: 'plan', payload: node() }]],
      ],
      [
        'highlight_node',
        { id: 'plan', status: 'running' },
        { id: 'plan', status: 'running' },
        15,
        [
          [
            'resource_patched',
            { channel: 'nodes', id: 'plan', patch: { status: 'running' }, payload: node({ status: 'running' }) },
          ],
        ],
      ],
      [
        'update_node',
        { id: 'plan', updates: {} },
        node({ status: 'running' }),
        16,
        [['resource_patched', { channel: 'nodes', id: 'plan', patch: {}, payload: node({ status: 'running' }) }]],
      ],
      [
        'push_edge',
        { source: 'a', target: 'plan' },
        edge,
        17,
        [['resource_set', { channel: 'edges', id: 'a->plan', payload: edge }]],
      ],
      ['remove_edge', { id: 'gone' }, { id: 'gone', existed: false }, 17, []],
      [
        'remove_node',
        { id: 'plan' },
        { id: 'plan', edges_dropped: ['a->plan'] },
        19,
        [
          ['resource_deleted', { channel: 'nodes', id: 'plan' }],
          ['resource_deleted', { channel: 'edges', id: 'a->plan' }],
        ],
      ],
      ['remove_node', { id: 'plan' }, { id: 'plan', edges_dropped: [] }, 19, []],
      ['clear', {}, { cleared: true }, 20, [['cleared', {}]]],
      ['clear', {}, { cleared: true }, 21, [['cleared', {}]]],
    ]
    for (const [name, params, data, preview_seq, said] of rows) {
      events.length = 0
      expect(await call(name, params), name).toEqual({ success: true, data, preview_seq })
      const first = preview_seq - said.length + 1
      expect(events, name).toEqual(
        said.map(([type, payload], index) => ({
          type: `preview:${type}`,
          data: { ...(payload as object), preview_seq: first + index },
        })),
      )
    }
  })

  it('[CV28] get_state gives the snapshot, and `clear` keeps numbers and epoch going', async () => {
    const { session } = table()
    await session.setState({ key: 'title', value: 'Tea box' })
    await session.emit({ event_type: 'ping' })
    const before = await session.getState()
    if (!before.ok) throw new Error(before.error.message)
    const { epoch } = before.value
    const events = [{ event_type: 'ping', data: {}, preview_seq: 2 }]
    expect(before.value).toEqual({
      session_id: SESSION,
      epoch,
      seq: 2,
      preview_seq: 2,
      state: { title: 'Tea box' },
      resources: {},
      events,
    })
    await session.clear()
    await session.setState({ key: 'a', value: 1 })
    expect(await session.getState()).toMatchObject({ value: { epoch, seq: 4, state: { a: 1 }, events: [] } })
  })

  it('[CV8] null takes a state key away for every reader, and an empty channel is gone', async () => {
    const { session } = table()
    await session.patchState({ patch: { a: 1, b: 2 } })
    expect(await session.setState({ key: 'a', value: null })).toEqual({ ok: true, value: { key: 'a', value: null } })
    await session.setResource({ channel: 'c', id: 'x', payload: null })
    expect(await session.getState()).toMatchObject({ value: { state: { b: 2 }, resources: { c: { x: null } } } })
    await session.deleteResource({ channel: 'c', id: 'x' })
    const after = await session.getState()
    expect(after.ok && after.value.resources).toEqual({})
    expect(after.ok && after.value.state).toEqual({ b: 2 })
  })

  it('[CV8] a patch on a payload that is not an object is refused', async () => {
    const { call } = table()
    await call('set_resource', { channel: 'c', id: 'x', payload: [1] })
    expect(await call('patch_resource', { channel: 'c', id: 'x', patch: { a: 1 } })).toEqual(
      refused('CANVAS_NOT_OBJECT'),
    )
  })

  it('[CV7] unknown, missing and ill-typed parameters are refused and use no number', async () => {
    const { call, canvas } = table()
    const wrong: [string, unknown][] = [
      ['set_state', { key: 'a' }],
      ['set_state', { key: 'a', value: 1, more: 2 }],
      ['set_state', { key: 7, value: 1 }],
      ['set_state', []],
      ['set_state', null],
      ['patch_state', { patch: [] }],
      ['bulk_set_resources', { channel: 'c', items: {}, replace: 'yes' }],
      ['push_node', { label: 7 }],
      ['push_node', { position: { x: '1' } }],
      ['update_node', { id: 'a', updates: 'x' }],
      ['get_state', { key: 'a' }],
      ['emit', { event_type: 'ping', data: [] }],
      ['drop_table', {}],
    ]
    for (const [name, params] of wrong) expect(await call(name, params), name).toEqual(refused('REQUEST_INVALID'))
    expect(await canvas.head(SESSION)).toMatchObject({ value: { seq: 0 } })
  })
})

describe('the graph', () => {
  it('[CV9] update_node gives one result for every order of keys', async () => {
    const updates: [string, Json][] = [
      ['id', 'other'],
      ['foo', 1],
      ['data', { bar: 2 }],
      ['position', { y: 5 }],
      ['label', 'New'],
      ['status', 'done'],
    ]
    for (let turn = 0; turn < updates.length; turn++) {
      const { session } = table()
      await session.pushNode({ id: 'n', position: { x: 3, y: 4 }, data: { old: true } })
      const order = [...updates.slice(turn), ...updates.slice(0, turn)]
      expect(await session.updateNode({ id: 'n', updates: Object.fromEntries(order) })).toEqual({
        ok: true,
        value: {
          id: 'n',
          type: 'default',
          label: 'New',
          position: { x: 3, y: 5 },
          data: { bar: 2, foo: 1, id: 'other' },
          status: 'done',
        },
      })
    }
  })

  it('[CV9] without `data` other keys join the old data; the old node with the patch is the payload', async () => {
    const { call, events } = table()
    await call('push_node', { id: 'n', data: { old: true } })
    events.length = 0
    await call('update_node', { id: 'n', updates: { step: 2 } })
    expect(events[0]?.data).toMatchObject({
      patch: { data: { old: true, step: 2 } },
      payload: { data: { old: true, step: 2 } },
    })
  })

  it('[CV9] four statuses, and an absent node is said to be', async () => {
    const { call } = table()
    for (const status of ['idle', 'running', 'done', 'error']) {
      expect(await call('push_node', { id: 'n', status })).toMatchObject({ success: true })
      expect(await call('highlight_node', { id: 'n', status })).toMatchObject({ success: true })
    }
    expect(await call('push_node', { id: 'n', status: 'purple' })).toEqual(refused('CANVAS_STATUS'))
    expect(await call('highlight_node', { id: 'n', status: 'purple' })).toEqual(refused('CANVAS_STATUS'))
    expect(await call('update_node', { id: 'n', updates: { status: 'purple' } })).toEqual(refused('CANVAS_STATUS'))
    expect(await call('update_node', { id: 'ghost', updates: {} })).toEqual(refused('CANVAS_NODE_MISSING'))
    expect(await call('highlight_node', { id: 'ghost', status: 'idle' })).toEqual(refused('CANVAS_NODE_MISSING'))
  })

  it('[CV10] a node is called after its label, in any script', async () => {
    const { session } = table()
    const names = {
      'Hello World': 'hello-world',
      '--A__b': 'a-b',
      'Étape 1': 'étape-1',
      测试: '测试',
      ＡＢ: 'ab',
      ['x'.repeat(70)]: 'x'.repeat(64),
    }
    for (const [label, id] of Object.entries(names)) {
      expect(await session.pushNode({ label }), label).toMatchObject({ value: { id, label } })
    }
    expect(await session.pushNode({ label: 'hello world', id: '' })).toMatchObject({ value: { id: 'hello-world' } })
    expect(await session.listResources({ channel: 'nodes' })).toMatchObject({ value: { count: 6 } })
  })

  it('[CV10] where nothing is left of the label, nodes are counted on until a number is free', async () => {
    const { session } = table()
    const ids: unknown[] = []
    for (const label of ['', '🙂', '']) ids.push(await session.pushNode({ label }))
    await session.removeNode({ id: 'node-1' })
    ids.push(await session.pushNode({}))
    expect(ids).toMatchObject([
      { value: { id: 'node-1' } },
      { value: { id: 'node-2' } },
      { value: { id: 'node-3' } },
      { value: { id: 'node-4' } },
    ])
  })

  it('[CV10] an edge between another pair with the same id gets a number; the same pair is the same edge', async () => {
    const { session } = table()
    expect(await session.pushEdge({ source: 'a->b', target: 'c' })).toMatchObject({ value: { id: 'a->b->c' } })
    expect(await session.pushEdge({ source: 'a', target: 'b->c' })).toMatchObject({ value: { id: 'a->b->c#2' } })
    expect(await session.pushEdge({ source: 'a', target: 'b->c', label: 'again' })).toMatchObject({
      value: { id: 'a->b->c#2' },
    })
    expect(await session.listResources({ channel: 'edges' })).toMatchObject({ value: { count: 2 } })
  })

  it('[CV7] remove_node takes loops, parallel and dangling edges with it, in order of their ids', async () => {
    const { session } = table()
    await session.pushNode({ id: 'n' })
    for (const id of ['z', 'loop', 'b']) await session.pushEdge({ id, source: 'n', target: id === 'loop' ? 'n' : 'm' })
    await session.pushEdge({ source: 'm', target: 'k' })
    expect(await session.removeNode({ id: 'm' })).toEqual({
      ok: true,
      value: { id: 'm', edges_dropped: ['b', 'm->k', 'z'] },
    })
    expect(await session.removeNode({ id: 'n' })).toEqual({ ok: true, value: { id: 'n', edges_dropped: ['loop'] } })
  })
})

describe('names and values', () => {
  it('[CV11] reserved types, with and without prefix, and a number of one’s own are refused', async () => {
    const { call } = table()
    const reserved = [
      'state_changed',
      'state_patched',
      'cleared',
      'resource_set',
      'resource_patched',
      'resource_deleted',
      'resource_bulk_set',
      'channel_cleared',
      'snapshot',
    ]
    for (const type of reserved) {
      expect(await call('emit', { event_type: type })).toEqual(refused('CANVAS_RESERVED'))
      expect(await call('emit', { event_type: `preview:${type}` })).toEqual(refused('CANVAS_RESERVED'))
    }
    expect(await call('emit', { event_type: 'ping', data: { preview_seq: 9 } })).toEqual(refused('CANVAS_RESERVED'))
    for (const type of ['', 'Ping', '1ping', 'a b', 'x'.repeat(65), 'a:b']) {
      expect(await call('emit', { event_type: type }), type).toEqual(refused('REQUEST_INVALID'))
    }
    expect(await call('emit', { event_type: `p${'.x-_9'.repeat(12)}abc` })).toMatchObject({ success: true })
  })

  it('[CV11] the snapshot has the last 100 emitted events', async () => {
    const { session } = table()
    for (let n = 0; n < 130; n++) await session.emit({ event_type: 'tick', data: { n } })
    const state = await session.getState()
    const events = state.ok ? state.value.events : []
    expect(events).toHaveLength(100)
    expect(events[0]).toEqual({ event_type: 'tick', data: { n: 30 }, preview_seq: 31 })
  })

  it('[CV12] what JSON carries comes back; what it would bend is refused with its path', async () => {
    const { call, session } = table()
    const value = {
      nul: '\u0000',
      emoji: '🙂',
      big: 2 ** 53 - 1,
      list: [],
      none: null,
      zero: -0,
      left: undefined,
      half: '\ud800x',
    }
    await session.setState({ key: 'v', value })
    expect(await session.getState()).toMatchObject({
      value: {
        state: { v: { nul: '\u0000', emoji: '🙂', big: 2 ** 53 - 1, list: [], none: null, zero: 0, half: '\ufffdx' } },
      },
    })
    const state = await session.getState()
    const kept = state.ok ? (state.value.state.v as object) : {}
    expect(Object.keys(kept)).not.toContain('left')
    expect(Object.is((kept as { zero: number }).zero, 0)).toBe(true)
    const loop: Record<string, unknown> = {}
    loop.self = loop
    const bent = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      () => 1,
      loop,
      new Date(0),
      new Map(),
      [undefined],
      Symbol('s'),
    ]
    for (const member of bent) {
      const reply = await call('set_state', { key: 'v', value: { deep: [member] } })
      expect(reply).toEqual(refused('CANVAS_VALUE'))
      expect(!reply.success && reply.error.message).toContain('value.deep[0]')
    }
  })

  it('[CV12] what the caller does with a value afterwards changes nothing', async () => {
    const { session } = table()
    const value = { list: [1] }
    const doing = session.setState({ key: 'v', value })
    value.list.push(2)
    await doing
    expect(await session.getState()).toMatchObject({ value: { state: { v: { list: [1] } } } })
    const got = await session.getState()
    expect(() => ((got.ok ? got.value.state.v : {}) as { list: number[] }).list.push(3)).toThrow(TypeError)
  })

  it('[CV13] `__proto__` is refused at any depth; constructor, prototype and toString are ordinary', async () => {
    const { call, session } = table()
    const proto = JSON.parse('{"a": [{"__proto__": 1}]}') as object
    expect(await call('set_state', { key: 'v', value: proto })).toEqual(refused('CANVAS_KEY'))
    expect(await call('set_state', { key: '__proto__', value: 1 })).toEqual(refused('CANVAS_KEY'))
    expect(await call('set_resource', { channel: '__proto__', id: 'x', payload: 1 })).toEqual(refused('CANVAS_KEY'))
    expect(await call('bulk_set_resources', { channel: 'c', items: JSON.parse('{"__proto__": 1}') })).toEqual(
      refused('CANVAS_KEY'),
    )
    for (const name of ['constructor', 'prototype', 'toString']) {
      await session.setState({ key: name, value: { [name]: 1 } })
      await session.setResource({ channel: name, id: name, payload: { [name]: 1 } })
    }
    const state = await session.getState()
    const snapshot = JSON.parse(JSON.stringify(state.ok && state.value))
    for (const name of ['constructor', 'prototype', 'toString']) {
      expect(snapshot.state[name]).toEqual({ [name]: 1 })
      expect(snapshot.resources[name][name]).toEqual({ [name]: 1 })
    }
  })

  it('[CV13] names with control characters, half a surrogate pair, nothing or too many bytes are refused', async () => {
    const { call } = table()
    for (const name of ['', 'a\u0000b', 'a\nb', '\ud83d', 'é'.repeat(257), 'x'.repeat(10_000)]) {
      expect(await call('set_state', { key: name, value: 1 })).toEqual(refused('CANVAS_KEY'))
      expect(await call('set_resource', { channel: 'c', id: name, payload: 1 })).toEqual(refused('CANVAS_KEY'))
      expect(await call('set_resource', { channel: name, id: 'x', payload: 1 })).toEqual(refused('CANVAS_KEY'))
    }
    expect(await call('set_resource', { channel: 'é'.repeat(32), id: 'é'.repeat(256), payload: 1 })).toMatchObject({
      success: true,
    })
    expect(await call('set_resource', { channel: 'é'.repeat(33), id: 'x', payload: 1 })).toEqual(refused('CANVAS_KEY'))
  })
})

describe('limits', () => {
  const MIB = 1024 * 1024

  it('[CV14] 0.9 of each limit is taken, 1.1 is refused, and the state is as before', async () => {
    const { call, session } = table()
    const text = (bytes: number) => 'x'.repeat(Math.floor(bytes))
    const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json
    expect(await call('set_state', { key: 'v', value: text(0.9 * MIB) })).toMatchObject({ success: true })
    expect(await call('set_state', { key: 'v', value: text(1.1 * MIB) })).toEqual(refused('LIMIT_PAYLOAD'))
    expect(await call('set_resource', { channel: 'c', id: 'x', payload: { text: text(0.9 * MIB) } })).toMatchObject({
      success: true,
    })
    expect(await call('patch_resource', { channel: 'c', id: 'x', patch: { more: text(0.2 * MIB) } })).toEqual(
      refused('LIMIT_PAYLOAD'),
    )
    expect(await call('emit', { event_type: 'ping', data: { text: text(14_000) } })).toMatchObject({ success: true })
    expect(await call('emit', { event_type: 'ping', data: { text: text(18_000) } })).toEqual(refused('LIMIT_PAYLOAD'))
    expect(await call('set_state', { key: 'deep', value: nested(64) })).toMatchObject({ success: true })
    expect(await call('set_state', { key: 'deep', value: nested(65) })).toEqual(refused('LIMIT_DEPTH'))
    const deepest = nested(1)
    let inner = deepest as Json[]
    for (let level = 0; level < 10_000; level++) inner.push((inner = []))
    expect(await call('set_state', { key: 'deep', value: deepest })).toEqual(refused('LIMIT_DEPTH'))
    expect(await session.getState()).toMatchObject({
      value: { state: { v: text(0.9 * MIB), deep: nested(64) }, resources: { c: { x: { text: text(0.9 * MIB) } } } },
    })
  })

  it('[CV14] a channel holds 10,000 resources, a session 64 channels and 1,000 keys', async () => {
    const { call } = table()
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`id-${index}`, index]))
    expect(await call('bulk_set_resources', { channel: 'c', items: many(10_000) })).toMatchObject({ success: true })
    expect(await call('set_resource', { channel: 'c', id: 'one-more', payload: 1 })).toEqual(refused('LIMIT_CHANNEL'))
    expect(await call('set_resource', { channel: 'c', id: 'id-1', payload: 2 })).toMatchObject({ success: true })
    for (let index = 1; index < 64; index++) await call('set_resource', { channel: `c${index}`, id: 'x', payload: 1 })
    expect(await call('set_resource', { channel: 'c64', id: 'x', payload: 1 })).toEqual(refused('LIMIT_SESSION'))
    expect(await call('patch_state', { patch: many(1_000) })).toMatchObject({ success: true })
    expect(await call('set_state', { key: 'one-more', value: 1 })).toEqual(refused('LIMIT_SESSION'))
    expect(await call('set_state', { key: 'id-1', value: null })).toMatchObject({ success: true })
    expect(await call('set_state', { key: 'one-more', value: 1 })).toMatchObject({ success: true })
  })

  it('[CV14] a whole canvas holds 16 MiB, one commit 4 MiB', async () => {
    const { call, session } = table()
    const file = { text: 'x'.repeat(MIB - 100) }
    for (let index = 0; index < 15; index++) {
      expect(await call('set_resource', { channel: 'files', id: `${index}`, payload: file })).toMatchObject({
        success: true,
      })
    }
    expect(await call('set_resource', { channel: 'files', id: '15', payload: file })).toMatchObject({ success: true })
    expect(await call('set_resource', { channel: 'files', id: '16', payload: { text: 'x'.repeat(4_000) } })).toEqual(
      refused('LIMIT_SESSION'),
    )
    expect(await call('delete_resource', { channel: 'files', id: '3' })).toMatchObject({ success: true })
    expect(await call('set_resource', { channel: 'files', id: '16', payload: file })).toMatchObject({ success: true })
    await session.clear()
    const five = await session.together((draft) => {
      for (let index = 0; index < 5; index++) draft.setResource({ channel: 'files', id: `${index}`, payload: file })
    })
    expect(five).toMatchObject({ ok: false, error: { code: 'LIMIT_COMMIT' } })
    expect(await session.listResources({ channel: 'files' })).toMatchObject({ value: { count: 0 } })
  })

  it('[CV14] a node with every edge there can be goes in one commit', async () => {
    const { session } = table()
    await session.pushNode({ id: 'hub' })
    const edges = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`e${index}`, { source: 'hub', target: `${index}` }]),
    )
    await session.bulkSetResources({ channel: 'edges', items: edges })
    const removed = await session.removeNode({ id: 'hub' })
    expect(removed.ok && removed.value.edges_dropped).toHaveLength(10_000)
    expect(await session.getState()).toMatchObject({ value: { seq: 2 + 10_001, resources: {} } })
  })
})
