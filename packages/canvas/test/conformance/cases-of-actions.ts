import { canonicalJson } from '@hewn/protocol'
import { ACTION_NAMES, type ActionName } from '../../src/actions.ts'
import type { Json } from '../../src/ports.ts'
import type { Case } from './case.ts'
import { check, must, refusedWith, same, stranger } from './house.ts'

/** What the seventeen actions, the graph and its names promise, told to a client that must end with the same. */
export const CASES_OF_ACTIONS: Case[] = [
  {
    name: 'K3',
    what: 'shallow merge, create on patch, a patch on what is no object',
    async run(house) {
      const client = house.follow()
      const at = { channel: 'cells', id: 'a' }
      must(await house.on.patchResource({ ...at, patch: { deep: { x: 1 }, list: [1] } }))
      must(await house.on.patchResource({ ...at, patch: { deep: { y: 2 }, none: null } }))
      same((await house.item(at)) ?? null, { deep: { y: 2 }, list: [1], none: null })
      must(await house.on.setResource({ channel: 'cells', id: 'text', payload: 'a text' }))
      refusedWith('CANVAS_NOT_OBJECT', await house.on.patchResource({ channel: 'cells', id: 'text', patch: { x: 1 } }))
      must(await house.on.patchResource({ ...at, patch: {} }))
      check((await house.agree(client)).seq === 4, 'an empty patch has a number, a refused one has none')
    },
  },
  {
    name: 'K4',
    what: 'results and past events do not change later',
    async run(house) {
      const client = house.follow()
      const payload = { nested: { n: 1 }, list: [{ n: 1 }] }
      must(await house.on.setResource({ channel: 'cells', id: 'a', payload }))
      const before = must(await house.on.listResources({ channel: 'cells' }))
      const snapshot = must(await house.on.getState())
      const kept = JSON.stringify([before, snapshot])
      payload.nested.n = 99
      payload.list[0] = { n: 99 }
      for (let n = 0; n < 20; n += 1)
        await house.on.patchResource({ channel: 'cells', id: 'a', patch: { nested: { n } } })
      check(JSON.stringify([before, snapshot]) === kept, 'what was handed out has changed')
      const was = must(await house.canvas.stateAt(house.session, 1))
      same(was.resources['cells']?.['a'] ?? null, { nested: { n: 1 }, list: [{ n: 1 }] })
      await house.agree(client)
    },
  },
  {
    name: 'K7',
    what: 'a channel nobody has heard of is empty to read, and ordinary to write',
    async run(house) {
      const client = house.follow()
      same(must(await house.on.listResources({ channel: 'slides' })) as unknown as Json, {
        channel: 'slides',
        items: {},
        count: 0,
      })
      must(await house.on.clearChannel({ channel: 'slides' }))
      check(!must(await house.on.deleteResource({ channel: 'slides', id: 'a' })).existed, 'something existed')
      check((await house.agree(client)).seq === 0, 'reading what is not there used a number')
      must(await house.on.setResource({ channel: 'slides', id: 'a', payload: { title: 'One' } }))
      await house.agree(client)
      must(await house.on.clearChannel({ channel: 'slides' }))
      await house.agree(client)
    },
  },
  {
    name: 'K8',
    what: 'ids of nodes from labels in any script',
    async run(house) {
      const client = house.follow()
      const table: [string, string][] = [
        ['Hello World', 'hello-world'],
        ['--A__b', 'a-b'],
        ['Étape 1', 'étape-1'],
        ['测试', '测试'],
        ['ＡＢ', 'ab'],
        ['हिन्दी लेख', 'हिन्दी-लेख'],
        ['x'.repeat(200), 'x'.repeat(64)],
      ]
      for (const [label, id] of table) {
        const node = must(await house.on.pushNode({ label }))
        check(node['id'] === id, `${label} became ${String(node['id'])}, not ${id}`)
      }
      const again = must(await house.on.pushNode({ label: 'hello world', type: 'other' }))
      check(again['id'] === 'hello-world', 'the same label is another node')
      await house.agree(client)
    },
  },
  {
    name: 'K9',
    what: 'numbered ids where nothing is left of the label, after removals too',
    async run(house) {
      const client = house.follow()
      const idOf = async (label: string) => must(await house.on.pushNode({ label }))['id']
      same([await idOf(''), await idOf('🙂'), await idOf('!!')] as Json, ['node-1', 'node-2', 'node-3'])
      must(await house.on.removeNode({ id: 'node-1' }))
      check((await idOf('')) === 'node-4', 'an id that is taken was given again')
      check((await idOf('')) === 'node-5', 'ids do not count on')
      await house.agree(client)
    },
  },
  {
    name: 'K10',
    what: 'update_node gives the same in every order of its keys, and never renames',
    async run(house) {
      const client = house.follow()
      const entries = Object.entries({ foo: 1, data: { bar: 2 }, id: 'other', position: { x: 5 }, status: 'running' })
      const orders = permutations(entries)
      const results = new Set<string>()
      for (const order of orders) {
        must(await house.on.pushNode({ id: 'a', label: 'A', position: { x: 1, y: 2 } }))
        const node = must(await house.on.updateNode({ id: 'a', updates: Object.fromEntries(order) }))
        results.add(canonicalJson(node))
      }
      check(results.size === 1, `${results.size} results for ${orders.length} orders`)
      const node = (await house.item({ channel: 'nodes', id: 'a' })) as Record<string, Json>
      same(
        { id: node['id'] ?? null, position: node['position'] ?? null, data: node['data'] ?? null },
        { id: 'a', position: { x: 5, y: 2 }, data: { bar: 2, foo: 1, id: 'other' } },
      )
      refusedWith('CANVAS_NODE_MISSING', await house.on.updateNode({ id: 'none', updates: {} }))
      await house.agree(client)
    },
  },
  {
    name: 'K11',
    what: 'four statuses and no purple',
    async run(house) {
      const client = house.follow()
      must(await house.on.pushNode({ id: 'a' }))
      for (const status of ['idle', 'running', 'done', 'error']) {
        must(await house.on.highlightNode({ id: 'a', status }))
        must(await house.on.pushNode({ id: status, status }))
      }
      const { seq } = await house.agree(client)
      for (const refused of [
        await house.on.highlightNode({ id: 'a', status: 'purple' }),
        await house.on.updateNode({ id: 'a', updates: { status: 'purple' } }),
        await house.on.pushNode({ id: 'b', status: 'purple' }),
      ])
        refusedWith('CANVAS_STATUS', refused)
      check((await house.agree(client)).seq === seq, 'a refusal used a number')
    },
  },
  {
    name: 'K13',
    what: 'ids of edges, and two pairs that would have the same',
    async run(house) {
      const client = house.follow()
      const idOf = async (source: string, target: string) =>
        must(await house.on.pushEdge({ source, target }))['id'] as string
      check((await idOf('a', 'b->c')) === 'a->b->c', 'not the default id')
      check((await idOf('a->b', 'c')) === 'a->b->c#2', 'two pairs share an id')
      check((await idOf('a', 'b->c')) === 'a->b->c', 'the same pair is another edge')
      must(await house.on.removeEdge({ id: 'a->b->c#2' }))
      await house.agree(client)
    },
  },
  {
    name: 'K14',
    what: 'reserved types are refused, with and without their prefix',
    async run(house) {
      const client = house.follow()
      for (const event_type of [
        'snapshot',
        'cleared',
        'resource_set',
        'preview:state_changed',
        'Upper',
        '',
        'a'.repeat(65),
      ])
        check(!(await house.on.emit({ event_type })).ok, `${event_type} was emitted`)
      refusedWith('CANVAS_RESERVED', await house.on.emit({ event_type: 'job-log', data: { preview_seq: 7 } }))
      must(await house.on.emit({ event_type: 'preview:job-log', data: { lines: ['a'] } }))
      must(await house.on.emit({ event_type: 'text.add_2' }))
      check((await house.agree(client)).seq === 2, 'a refusal used a number')
    },
  },
  {
    name: 'K16',
    what: 'none of the seventeen is heard on the wire, in either spelling',
    async run(house) {
      const client = house.follow()
      await house.agree(client)
      const socket = await stranger(house)
      for (const name of ACTION_NAMES.flatMap((action) => [action, spelled(action), `preview:${action}`])) {
        const reply = (await socket.timeout(5_000).emitWithAck(name, { key: 'a', value: 1 })) as { ok: boolean }
        check(!reply.ok, `${name} was heard`)
        // Twenty requests in a second are taken.
        await new Promise((resolve) => setTimeout(resolve, 55))
      }
      socket.disconnect()
      check((await house.agree(client)).seq === 0, 'a stranger wrote')
    },
  },
]

const spelled = (name: ActionName) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}
