import { systemWorld as world } from '@hewn/model/world'
import { memoryLog } from '../../src/index.ts'
import { randomAction } from '../random-actions.ts'
import type { FollowerName } from './followers.ts'
import { type Case, fixedChance } from './case.ts'
import { acting, check, later, must, stranger } from './house.ts'

/** Of K41, where it is given and taken away. */
const right = { given: false }
const FRAMED: FollowerName[] = ['ours', 'ours, polling first']

/** The wire: joining, faults, what is slow or large, and strangers. */
export const CASES_OF_THE_WIRE: Case[] = [
  {
    name: 'K1',
    what: 'the seventeen actions, one after another',
    async run(house) {
      const client = house.follow()
      const on = house.on
      await house.agree(client)
      await on.setState({ key: 'title', value: 'Tea' })
      await on.patchState({ patch: { a: 1, gone: null } })
      await on.setResource({ channel: 'files', id: 'a', payload: { n: 1 } })
      await on.patchResource({ channel: 'files', id: 'a', patch: { m: 2 } })
      await on.bulkSetResources({ channel: 'cells', items: { a: 1, b: [2] } })
      await on.bulkSetResources({ channel: 'cells', items: { c: 3 }, replace: true })
      await on.pushNode({ label: 'Plan' })
      await on.pushNode({ label: 'Build' })
      await on.pushEdge({ source: 'plan', target: 'build' })
      await on.updateNode({ id: 'plan', updates: { status: 'running', extra: 1 } })
      await on.highlightNode({ id: 'plan', status: 'done' })
      await on.emit({ event_type: 'job-log', data: { lines: ['x'] } })
      await house.agree(client)
      await on.deleteResource({ channel: 'files', id: 'a' })
      await on.removeNode({ id: 'plan' })
      await on.removeEdge({ id: 'none' })
      await on.clearChannel({ channel: 'cells' })
      await on.getState()
      await on.listResources({ channel: 'nodes' })
      await house.agree(client)
      await on.clear()
      await house.agree(client)
    },
  },
  {
    name: 'K2',
    what: 'null, [], emoji, NUL and the largest safe number come through; NaN does not go in',
    async run(house) {
      const client = house.follow()
      const payload = {
        none: null,
        list: [],
        emoji: '🙂👩‍👩‍👧',
        nul: 'a\u0000b',
        most: 2 ** 53 - 1,
        deep: { a: [{ b: '"\\' }] },
      }
      must(await house.on.setResource({ channel: 'ключ', id: 'étape 🙂', payload }))
      check(!(await house.on.setState({ key: 'x', value: Number.NaN })).ok, 'NaN was taken')
      await house.agree(client)
    },
  },
  {
    name: 'K5',
    what: 'clear, then more: numbers go on in the same epoch',
    async run(house) {
      const client = house.follow()
      await house.on.setState({ key: 'a', value: 1 })
      await house.agree(client)
      await house.on.clear()
      await house.on.setState({ key: 'b', value: 2 })
      check((await house.agree(client)).seq === 3, 'the numbers did not go on')
    },
  },
  {
    name: 'K6',
    what: 'bulk replace beside another writer, 200 rounds',
    async run(house) {
      const client = house.follow()
      const rounds = Array.from({ length: 200 }, (_, n) =>
        n % 2 === 0
          ? house.on.bulkSetResources({ channel: 'cells', items: { a: { n }, b: { n } }, replace: true })
          : house.on.setResource({ channel: 'cells', id: 'c', payload: { n } }),
      )
      await Promise.all(rounds)
      await house.agree(client)
    },
  },
  {
    name: 'K12',
    what: 'a node goes with its edges, loops and parallel ones too',
    async run(house) {
      const client = house.follow()
      for (const label of ['A', 'B']) await house.on.pushNode({ label })
      await house.on.pushEdge({ source: 'a', target: 'a' })
      await house.on.pushEdge({ source: 'a', target: 'b' })
      await house.on.pushEdge({ id: 'second', source: 'a', target: 'b' })
      await house.on.pushEdge({ source: 'ghost', target: 'b' })
      check(must(await house.on.removeNode({ id: 'a' })).edges_dropped.length === 3, 'not all edges went')
      await house.agree(client)
    },
  },
  {
    name: 'K15',
    what: 'constructor, toString and prototype are ordinary; __proto__, NUL and 10 KB are refused',
    async run(house) {
      const client = house.follow()
      for (const name of ['constructor', 'toString', 'prototype', 'hasOwnProperty']) {
        must(await house.on.setState({ key: name, value: { [name]: 1 } }))
        must(await house.on.setResource({ channel: name, id: name, payload: { [name]: name } }))
      }
      for (const name of ['__proto__', 'a\u0000', '\ud800', 'x'.repeat(10_000)]) {
        check(!(await house.on.setState({ key: name, value: 1 })).ok, `${name.slice(0, 20)} was taken`)
        check(
          !(await house.on.setResource({ channel: 'c', id: name, payload: 1 })).ok,
          `${name.slice(0, 20)} was taken`,
        )
      }
      await house.agree(client)
    },
  },
  {
    name: 'K22',
    what: '200 joins at random moments under a stream of events',
    async run(house) {
      const dice = fixedChance(22)
      const ended = new AbortController()
      const stream = (async () => {
        for (let n = 0; !ended.signal.aborted; n += 1) {
          await house.on.setResource({ channel: 'cells', id: `${n % 30}`, payload: { n } })
          if (n % 5 === 0) await later(4)
        }
      })()
      const clients = []
      const joins = house.client.startsWith('Python') ? 10 : 200
      for (let join = 0; join < joins; join += 1) {
        clients.push(house.follow())
        await later(dice() * 12)
      }
      await later(300)
      ended.abort()
      await stream
      // Two hundred that poll, sixteen packets to a reply, take their time.
      for (const client of clients)
        check(((await house.agree(client, 180_000)).gaps ?? 0) === 0, 'a number was missing')
    },
  },
  {
    name: 'K23',
    what: 'a join changes no state and no number',
    async run(house) {
      await house.agree(house.follow())
      check((await house.truth()).seq === 0, 'a join used a number')
    },
  },
  {
    name: 'K26',
    what: 'two of a kind and one of ours: one order for all; one leaves',
    async run(house) {
      const [one, two, ours] = [house.follow(), house.follow(), house.follow('ours')]
      for (let n = 0; n < 50; n += 1) await house.on.setState({ key: `k${n % 5}`, value: n })
      for (const client of [one, two, ours]) await house.agree(client)
      one.close()
      for (let n = 0; n < 50; n += 1) await house.on.setState({ key: `k${n % 5}`, value: -n })
      for (const client of [two, ours]) await house.agree(client)
    },
  },
  {
    name: 'K28',
    what: 'cut in mid-stream, again and again',
    async run(house) {
      const client = house.follow()
      await house.agree(client)
      const dice = fixedChance(28)
      for (let n = 0; n < 60; n += 1) {
        await house.on.patchResource({ channel: 'cells', id: `${n % 9}`, patch: { [`f${n % 3}`]: n } })
        if (n % 20 === 10) house.proxy.cut()
        await later(dice() * 15)
      }
      check(((await house.agree(client)).gaps ?? 0) === 0, 'a number was missing')
    },
  },
  {
    name: 'K29',
    what: 'away beyond what the ring keeps',
    async run(house) {
      const client = house.follow()
      await house.on.setState({ key: 'a', value: 1 })
      await house.agree(client)
      house.proxy.fault.paused = true
      house.proxy.cut()
      for (let n = 0; n < 25; n += 1) {
        await Promise.all(
          Array.from({ length: 100 }, (_, step) =>
            house.on.setResource({ channel: 'cells', id: `${step}`, payload: { n, step } }),
          ),
        )
      }
      house.proxy.fault.paused = false
      await house.agree(client)
    },
  },
  ...(['drop', 'double', 'swap'] as const).map(
    (fate, index): Case => ({
      name: index === 0 ? 'K30' : 'K31',
      what: `a message ${['lost', 'doubled', 'swapped'][index]}, the last one too`,
      clients: FRAMED,
      async run(house) {
        const client = house.follow()
        await house.agree(client)
        await later(300)
        for (let n = 0; n < 30; n += 1) {
          if (n % 10 === 5) house.proxy.fault.next.push(fate)
          await house.on.setState({ key: `k${n % 4}`, value: n })
          await later(8)
        }
        // A loss of the last frame shows with the next head, 10 s later; the end of the stream is told at once.
        await house.on.setState({ key: 'end', value: fate })
        await house.agree(client, 15_000)
      },
    }),
  ),
  {
    name: 'K32',
    what: 'the server starts again: the same log goes on, another one starts over, even past the old head',
    async run(house) {
      const client = house.follow()
      for (let n = 0; n < 10; n += 1) await house.on.setState({ key: 'n', value: n })
      await house.agree(client)
      await house.stop()
      await house.start()
      await house.on.setState({ key: 'n', value: 'after' })
      check((await house.agree(client)).seq === 11, 'the numbers did not go on')
      await house.stop()
      await house.start(memoryLog({ world }))
      for (let n = 0; n < 30; n += 1) await house.on.setState({ key: `other-${n}`, value: n })
      await house.agree(client)
    },
  },
  {
    name: 'K36',
    what: 'takes nothing for ten seconds, then everything',
    slow: true,
    async run(house) {
      const client = house.follow()
      await house.agree(client)
      house.proxy.fault.paused = true
      for (let n = 0; n < 200; n += 1) {
        await house.on.setResource({ channel: 'files', id: `${n % 4}`, payload: { text: 'x'.repeat(60_000), n } })
        await later(50)
      }
      house.proxy.fault.paused = false
      await house.agree(client, 40_000)
    },
  },
  {
    name: 'K37',
    what: '64 kB a second is enough to get there',
    slow: true,
    async run(house) {
      house.proxy.fault.speed = 64_000
      const client = house.follow()
      for (let n = 0; n < 150; n += 1) {
        await house.on.setResource({ channel: 'files', id: `${n % 4}`, payload: { text: 'x'.repeat(20_000), n } })
        await later(20)
      }
      await house.agree(client, 180_000)
    },
  },
  {
    name: 'K39',
    what: 'a snapshot of 15 MiB',
    async run(house) {
      for (let n = 0; n < 15; n += 1) {
        const text = Array.from({ length: 1_000 }, (_, line) => `${n}.${line} ${'abc '.repeat(230)}`)
          .join('\n')
          .slice(0, 1_000_000)
        must(await house.on.setResource({ channel: 'files', id: `${n}`, payload: { text } }))
      }
      await house.agree(house.follow(), 30_000)
    },
  },
  {
    name: 'K40',
    what: 'emoji at the edge of a change',
    async run(house) {
      const client = house.follow()
      const text = 'a line with 🙂 and 👩‍👩‍👧 in it\n'.repeat(100)
      const write = (content: string) => house.on.setResource({ channel: 'files', id: 'a', payload: { content } })
      await write(text)
      await house.agree(client)
      for (const content of [
        `${text}🙂`,
        `${text}🙃`,
        `🙂${text}🙃`,
        `🙂${text.slice(2)}🙃`,
        text.replaceAll('🙂', '🙃'),
        'short',
      ]) {
        await write(content)
        await house.agree(client)
      }
    },
  },
  {
    name: 'K41',
    what: 'without a right it is as if there were no session, also when it is taken away while connected',
    grant: async () => (right.given ? { uid: 'u', scope: 'view' } : undefined),
    async run(house) {
      right.given = true
      const looked = house.follow()
      await house.on.setState({ key: 'shown', value: 1 })
      await house.agree(looked)
      right.given = false
      await house.canvas.rightsChanged(house.session)
      await house.on.setState({ key: 'secret', value: 1 })
      const client = house.follow()
      for (let wait = 0; wait < 100 && !(await client.seen()).refused; wait += 1) await later(30)
      const seen = await client.seen()
      check(seen.refused === 'SESSION_NOT_FOUND', `refused was ${seen.refused}`)
      check(seen.seq <= 0 && Object.keys(seen.digests).length <= 1, 'something was shown')
      check((await looked.seen()).seq === 1, 'what was written after the right had gone was shown')
    },
  },
  {
    name: 'K42',
    what: 'a stranger sends 150 bad requests: each is answered, others see everything',
    async run(house) {
      const client = house.follow()
      const somebody = await stranger(house)
      const bad = [
        ['join_session'],
        ['join_session', []],
        ['join_session', { session_id: 7 }],
        ['join_session', { session_id: house.session, have: { epoch: 'e', seq: -1 } }],
        ['join_session', { session_id: house.session, have: { epoch: 'e', seq: 2 ** 53 } }],
        ['read_range', { from: 'a' }],
        ['check', 'x'],
        ['no such thing', {}],
        ['set_state', { key: 'a', value: 1 }],
        ['preview:state_changed', { key: 'a', value: 1, preview_seq: 1 }],
      ] as const
      for (let n = 0; n < 15; n += 1) {
        const [name, ...args] = bad[n % bad.length] ?? ['x']
        const reply = (await somebody.timeout(5_000).emitWithAck(name, ...args)) as { ok: boolean }
        check(!reply.ok, `${name} was taken`)
        await house.on.setState({ key: 'n', value: n })
      }
      check((await house.truth()).seq === 15, 'a stranger wrote')
      await house.agree(client)
      somebody.disconnect()
    },
  },
  {
    name: 'K43',
    what: 'who has not joined hears nothing',
    async run(house) {
      const heard: string[] = []
      const somebody = await stranger(house)
      somebody.onAny((name: string) => heard.push(name))
      somebody.emit('join', house.session)
      somebody.emit('subscribe', { room: `${house.session}:frames` })
      const client = house.follow()
      for (let n = 0; n < 20; n += 1) await house.on.setState({ key: 'n', value: n })
      await house.agree(client)
      check(
        heard.every((name) => name === 'session_error'),
        `it heard ${heard.join(', ')}`,
      )
      somebody.disconnect()
    },
  },
  {
    name: 'K44',
    what: 'values that look like placeholders of attachments',
    async run(house) {
      const forged = { _placeholder: true, num: 0 }
      for (let n = 0; n < 40; n += 1) {
        must(await house.on.setResource({ channel: 'files', id: `${n}`, payload: { forged, text: 'y'.repeat(2_000) } }))
      }
      const client = house.follow()
      await house.agree(client)
      must(await house.on.setState({ key: 'forged', value: forged }))
      must(await house.on.emit({ event_type: 'job-log', data: { forged } }))
      await house.agree(client)
    },
  },
  {
    name: 'K49',
    what: 'undo of a turn, redo, and undo beside what somebody has changed since',
    async run(house) {
      const client = house.follow()
      const turn = house.canvas.session(house.session, { uid: 'kit', by: 'planner', turn: 'turn:1' })
      await house.on.setState({ key: 'a', value: 1 })
      await turn.together((draft) => {
        draft.setState({ key: 'a', value: 2 })
        draft.setResource({ channel: 'files', id: 'new', payload: { n: 1 } })
      })
      await house.agree(client)
      must(await house.on.undoTurn('turn:1'))
      await house.agree(client)
      must(await house.on.undoTurn('turn:1'))
      await house.on.setState({ key: 'a', value: 3 })
      check(!(await house.on.undoTurn('turn:1')).ok, 'a conflict was not seen')
      must(await house.on.undoTurn('turn:1', { skip: true }))
      await house.agree(client)
    },
  },
  {
    name: 'K52',
    what: '2,000 random actions, with cuts',
    async run(house) {
      const dice = fixedChance(7)
      const client = house.follow()
      for (let step = 0; step < 2_000; step += 1) {
        const { name, params } = randomAction(dice)
        await acting(house.on, name, params)
        if (step % 500 === 250) house.proxy.cut()
        if (step % 50 === 0) await later(5)
      }
      await house.agree(client, 30_000)
    },
  },
]
