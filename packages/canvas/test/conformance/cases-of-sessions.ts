import { systemWorld as world } from '@hewn/model/world'
import { createCanvas } from '../../src/index.ts'
import type { Case } from './case.ts'
import { check, later, must, refusedWith, same, stranger } from './house.ts'

/** One session cannot touch another, and whoever joins gets what is there: no more, no less. */
export const CASES_OF_SESSIONS: Case[] = [
  {
    name: 'K17',
    what: 'two turns of 300 steps at once leave no trace in each other, nor in whoever started them',
    async run(house) {
      const client = house.follow()
      const other = `${house.session}-other`
      const turn = (session: string, name: string) =>
        house.canvas.run(session, { uid: name, by: 'planner', turn: `turn:${name}` }, async () => {
          for (let n = 0; n < 300; n += 1) {
            if (n % 7 === 0) await later(n % 3)
            const done = await house.canvas.call('set_resource', { channel: name, id: `${n % 9}`, payload: { n } })
            check(done.success, `step ${n} of ${name} was refused`)
          }
        })
      await Promise.all([turn(house.session, 'one'), turn(other, 'two')])
      const unbound = await house.canvas.call('set_state', { key: 'a', value: 1 })
      check(!unbound.success && unbound.error.code === 'CANVAS_NO_SESSION', 'the starter is bound to a session')
      const { resources } = must(await house.canvas.session(other, { uid: 'kit', by: 'system' }).getState())
      same(Object.keys(resources), ['two'])
      check((await house.agree(client)).seq === 300, 'one turn wrote into the other')
    },
  },
  {
    name: 'K18',
    what: 'the session without a name is for development, and cannot be joined over the network',
    async run(house) {
      const client = house.follow()
      const development = createCanvas({ log: house.log, world, development: true, binding: house.binding })
      check((await development.call('set_state', { key: 'a', value: 1 })).success, 'development has no default session')
      const production = await house.canvas.call('set_state', { key: 'a', value: 1 })
      check(!production.success && production.error.code === 'CANVAS_NO_SESSION', 'production has one')
      const socket = await stranger(house)
      const reply = await house.ask(socket, 'join_session', { session_id: '_default_' })
      check(!reply.ok && reply.error?.code === 'SESSION_NOT_FOUND', 'it was joined')
      socket.disconnect()
      await development.cleanupSession('_default_')
      await house.agree(client)
    },
  },
  {
    name: 'K19',
    what: 'without a bus each event is dropped with one warning; who joins later gets everything',
    async run(house) {
      const warned: string[] = []
      const silent = createCanvas({
        log: house.log,
        world,
        carrier: house.carrier,
        warn: (event) => warned.push(event),
      })
      const on = silent.session(house.session, { uid: 'kit', by: 'system' })
      for (let n = 0; n < 30; n += 1) must(await on.setState({ key: `k${n}`, value: n }))
      same(
        warned,
        warned.map(() => 'preview_event_dropped'),
      )
      check(warned.length === 30, `${warned.length} warnings for 30 events`)
      check((await house.agree(house.follow())).seq === 30, 'something was lost')
    },
  },
  {
    name: 'K20',
    what: 'a session ends under fire, and begins again with another epoch',
    async run(house) {
      const client = house.follow()
      await house.on.setState({ key: 'a', value: 1 })
      await house.agree(client)
      const epoch = must(await house.canvas.head(house.session)).epoch
      const writes = Array.from({ length: 200 }, (_, n) => house.on.setState({ key: `k${n % 40}`, value: n }))
      const ended = house.canvas.cleanupSession(house.session)
      const codes = new Set((await Promise.all(writes)).map((done) => (done.ok ? 'ok' : done.error.code)))
      await ended
      for (const code of codes) check(code === 'ok' || code === 'SESSION_NOT_FOUND', `a write ended with ${code}`)
      refusedWith('SESSION_NOT_FOUND', await house.on.setState({ key: 'b', value: 1 }))
      check(
        (await house.log.open(`session:${house.session.slice('session:'.length)}`)).head === 0,
        'what was on its way brought it back',
      )
      for (let wait = 0; wait < 200 && !(await client.seen()).refused; wait += 1) await later(50)
      const { refused } = await client.seen()
      check(refused === 'SESSION_NOT_FOUND', `the client was told ${refused}`)
      house.canvas.restoreSession(house.session)
      await house.on.setState({ key: 'new', value: true })
      const again = must(await house.canvas.head(house.session))
      check(again.epoch !== epoch && again.seq === 1, 'the old epoch goes on')
      await house.agree(house.follow())
    },
  },
  {
    name: 'K21',
    what: 'nothing of another session shows in a new one',
    async run(house) {
      const secret = house.canvas.session(`${house.session}-before`, { uid: 'kit', by: 'system' })
      await secret.setResource({ channel: 'files', id: 'secret', payload: { content: 'SECRET' } })
      const client = house.follow()
      await house.agree(client)
      for (let n = 0; n < 50; n += 1) {
        await Promise.all([
          secret.setState({ key: 'n', value: n }),
          n % 5 === 0 ? house.on.setState({ key: 'n', value: -n }) : undefined,
        ])
      }
      const { digests } = await house.agree(client)
      same(Object.keys(digests), ['state'])
    },
  },
  {
    name: 'K24',
    what: 'an empty canvas is a snapshot too',
    async run(house) {
      const client = house.follow()
      check((await house.agree(client)).seq === 0, 'it is not at 0')
      await house.on.setState({ key: 'a', value: 1 })
      await house.agree(client)
    },
  },
  {
    name: 'K25',
    what: 'leave, join again, switch: a socket follows one session, and nothing of another comes after',
    async run(house) {
      const client = house.follow()
      const other = house.canvas.session(`${house.session}-other`, { uid: 'kit', by: 'system' })
      const socket = await stranger(house)
      const heard: string[] = []
      socket.onAny((name: string, { preview_seq, seq }: { preview_seq?: number; seq?: number }) =>
        heard.push(`${name} ${preview_seq ?? seq}`),
      )
      const write = async (n: number) => {
        await house.on.setState({ key: 'n', value: n })
        await other.setState({ key: 'n', value: n })
      }
      const next = async (expected: readonly string[]) => same(await allHeard(heard, expected.length), expected)
      await house.ask(socket, 'join_session', { session_id: house.session })
      await write(1)
      await next(['preview:snapshot 0', 'preview:state_changed 1'])
      await house.ask(socket, 'leave_session', {})
      await write(2)
      await next([])
      await house.ask(socket, 'join_session', { session_id: house.session })
      await write(3)
      await next(['preview:snapshot 2', 'preview:state_changed 3'])
      await house.ask(socket, 'join_session', { session_id: other.id })
      await write(4)
      await next(['preview:snapshot 3', 'preview:state_changed 4'])
      socket.disconnect()
      await house.agree(client)
    },
  },
  {
    name: 'K27',
    what: 'back by snapshot, and back by what it has, inside a group too',
    async run(house) {
      const client = house.follow()
      await house.on.together((draft) => {
        for (let n = 0; n < 10; n += 1) draft.setState({ key: `k${n}`, value: n })
      })
      const { epoch, seq } = must(await house.canvas.head(house.session))
      const socket = await stranger(house)
      const heard: string[] = []
      socket.onAny((name: string, { preview_seq }: { preview_seq: number }) => heard.push(`${name} ${preview_seq}`))
      const back = async (have: object | undefined, expected: readonly string[]) => {
        const { mode } = await house.ask(socket, 'join_session', {
          session_id: house.session,
          ...(have ? { have } : {}),
        })
        same([mode, ...(await allHeard(heard, expected.length - 1))], expected)
      }
      await back(undefined, ['snapshot', 'preview:snapshot 10'])
      await back({ epoch, seq: 7 }, ['delta', ...[8, 9, 10].map((number) => `preview:state_changed ${number}`)])
      await back({ epoch, seq }, ['live'])
      await back({ epoch, seq: 99 }, ['snapshot', 'preview:snapshot 10'])
      await back({ epoch: 'another', seq: 3 }, ['snapshot', 'preview:snapshot 10'])
      socket.disconnect()
      for (let n = 0; n < 3; n += 1) {
        house.proxy.cut()
        for (let more = 0; more < 40; more += 1) await house.on.setState({ key: `k${more % 7}`, value: n })
        check(((await house.agree(client)).gaps ?? 0) === 0, 'a number was missing')
      }
    },
  },
]

/** What was heard: waited for until it is as much as it should be, and a little longer, for what should not come. */
async function allHeard(heard: string[], expected: number): Promise<string[]> {
  for (let wait = 0; wait < 500 && heard.length < expected; wait += 1) await later(10)
  await later(60)
  return heard.splice(0)
}
