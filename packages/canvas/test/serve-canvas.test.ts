import { systemWorld } from '@hewn/model/world'
import type { Socket } from 'socket.io-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type CanvasClient,
  canvasOf,
  digestsOf,
  foldAll,
  type JsonObject,
  memoryLog,
  type Snapshot,
} from '../src/index.ts'
import { type GrantOf, live, loopback, until } from './loopback.ts'

// Real lines: what is waited for comes, on a busy machine later.
vi.setConfig({ testTimeout: 60_000 })

type Served = Awaited<ReturnType<typeof loopback>>
const open: Served[] = []
const serve = async (options?: Parameters<typeof loopback>[0]) => {
  const served = await loopback(options)
  open.push(served)
  return served
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()))
})

const SESSION = 'session:loopback'

/** What a stranger's client does: snapshot first, then drop what is not newer (CV28). */
function follower(socket: Socket) {
  const seen: { name: string; argument: JsonObject }[] = []
  socket.onAny((name: string, argument: JsonObject) => void seen.push({ name, argument }))
  return {
    seen,
    get canvas() {
      const last = seen.findLastIndex(({ name }) => name === 'preview:snapshot')
      const snapshot = seen[last]?.argument as unknown as Snapshot
      const events = seen
        .slice(last + 1)
        .filter(({ name, argument }) => name.startsWith('preview:') && Number(argument.preview_seq) > snapshot.seq)
        .map(({ name, argument: { preview_seq: _seq, ...data } }) => ({ type: name.slice('preview:'.length), data }))
      return foldAll(canvasOf(snapshot), events)
    },
  }
}

const ask = (socket: Socket, name: string, ...args: unknown[]): Promise<JsonObject> =>
  socket.timeout(5_000).emitWithAck(name, ...args)

/** The client has everything the server has. */
const same = async (served: Served, client: CanvasClient) => {
  const head = await served.canvas.head(SESSION)
  if (!head.ok) throw new Error(head.error.message)
  await until(() => client.position?.epoch === head.value.epoch && client.position.seq === head.value.seq)
  const store = await served.canvas.open(SESSION)
  if (!store.ok) throw new Error(store.error.message)
  expect(digestsOf(client.canvas)).toEqual(digestsOf(store.value.canvas))
}

describe('plain viewers, over Socket.IO', () => {
  it('[CV27] the answer goes first, then the snapshot, then what is live', async () => {
    const served = await serve()
    const session = served.session(SESSION)
    await session.setState({ key: 'title', value: 'Tea box' })
    const socket = served.plain()
    const { seen } = follower(socket)
    socket.emit('join_session', { session_id: 'loopback' }, (answer: JsonObject) =>
      seen.push({ name: 'answer', argument: answer }),
    )
    await until(() => seen.length === 2)
    await session.pushNode({ label: 'Plan' })
    await until(() => seen.length === 3)
    const { epoch } = seen[0]?.argument ?? {}
    expect(seen[0]).toEqual({
      name: 'answer',
      argument: {
        ok: true,
        room: SESSION,
        session_id: SESSION,
        epoch,
        seq: 1,
        mode: 'snapshot',
        scope: 'edit',
        accept: [],
        protocol: 1,
        limits: { message: 1_000_000, requests: 20, presence: 30 },
      },
    })
    expect(seen[1]).toEqual({
      name: 'preview:snapshot',
      argument: {
        session_id: SESSION,
        epoch,
        seq: 1,
        preview_seq: 1,
        state: { title: 'Tea box' },
        resources: {},
        events: [],
      },
    })
    const node = { id: 'plan', type: 'default', label: 'Plan', position: { x: 0, y: 0 }, data: {}, status: 'idle' }
    expect(seen[2]).toEqual({
      name: 'preview:resource_set',
      argument: { channel: 'nodes', id: 'plan', payload: node, preview_seq: 2 },
    })
  })

  it('[CV28] an empty canvas has a snapshot too, and a join changes no state and no number', async () => {
    const served = await serve()
    const socket = served.plain()
    const { seen } = follower(socket)
    expect(await ask(socket, 'join_session', { session_id: SESSION })).toMatchObject({
      ok: true,
      seq: 0,
      mode: 'snapshot',
    })
    await until(() => seen.length === 1)
    expect(seen[0]?.argument).toMatchObject({ seq: 0, preview_seq: 0, state: {}, resources: {}, events: [] })
    expect(await served.canvas.head(SESSION)).toMatchObject({ ok: true, value: { seq: 0 } })
  })

  it('[CV27] a viewer that joins in mid-stream misses nothing, 40 joins at random moments', async () => {
    const served = await serve()
    const session = served.session(SESSION)
    const stopped = new AbortController()
    const stream = (async () => {
      for (let step = 0; !stopped.signal.aborted || step < 200; step++) {
        await session.setResource({ channel: 'cells', id: `cell-${step % 50}`, payload: { step } })
        if (step % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
      }
    })()
    const followers: ReturnType<typeof follower>[] = []
    for (let join = 0; join < 40; join++) {
      const socket = served.plain(join % 8 === 0 ? { transports: ['polling'] } : {})
      followers.push(follower(socket))
      expect(await ask(socket, 'join_session', { session_id: SESSION })).toMatchObject({ ok: true })
    }
    stopped.abort()
    await stream
    const store = await served.canvas.open(SESSION)
    if (!store.ok) throw new Error(store.error.message)
    const { canvas } = store.value
    for (const viewer of followers) {
      await until(() => viewer.canvas.seq === canvas.seq)
      const numbers = viewer.seen.map(({ argument }) => Number(argument.preview_seq))
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
      expect(viewer.canvas).toEqual(canvas)
    }
  }, 30_000)

  it('[CV28] with `have`, inside a group too, only the missed events come; too many, and it is a snapshot', async () => {
    const served = await serve()
    const session = served.session(SESSION)
    await session.together((draft) => {
      for (let index = 0; index < 5; index++) draft.setState({ key: `key-${index}`, value: index })
    })
    const head = await served.canvas.head(SESSION)
    if (!head.ok) throw new Error(head.error.message)
    const { epoch } = head.value
    const socket = served.plain()
    const { seen } = follower(socket)
    const delta = await ask(socket, 'join_session', { session_id: SESSION, have: { epoch, seq: 3 } })
    expect(delta).toMatchObject({ ok: true, mode: 'delta', seq: 5 })
    await until(() => seen.length === 2)
    expect(seen.map(({ name, argument }) => [name, argument.preview_seq])).toEqual([
      ['preview:state_changed', 4],
      ['preview:state_changed', 5],
    ])
    expect(await ask(socket, 'join_session', { session_id: SESSION, have: { epoch, seq: 5 } })).toMatchObject({
      mode: 'live',
    })
    const foreign = { session_id: SESSION, have: { epoch: 'another', seq: 5 } }
    expect(await ask(socket, 'join_session', foreign)).toMatchObject({ mode: 'snapshot' })
    expect(await ask(socket, 'join_session', { session_id: SESSION, have: { epoch, seq: 9 } })).toMatchObject({
      mode: 'snapshot',
    })
    seen.length = 0
    for (let index = 0; index < 150; index++) await session.setState({ key: 'n', value: index })
    await until(() => seen.at(-1)?.argument.preview_seq === 155)
    seen.length = 0
    await ask(socket, 'join_session', { session_id: SESSION, have: { epoch, seq: 5 } })
    await until(() => seen.length > 0)
    expect(seen[0]).toMatchObject({ name: 'preview:snapshot', argument: { seq: 155 } })
  })

  it('[CV27] after leaving nothing of the session follows; joining another leaves the first', async () => {
    const served = await serve()
    const [one, two] = [served.session('session:one'), served.session('session:two')]
    const socket = served.plain()
    const { seen } = follower(socket)
    await ask(socket, 'join_session', { session_id: 'session:one' })
    await ask(socket, 'join_session', { session_id: 'session:two' })
    await one.setState({ key: 'title', value: 'of one' })
    await two.setState({ key: 'title', value: 'of two' })
    await until(() => seen.some(({ name }) => name === 'preview:state_changed'))
    expect(seen.filter(({ name }) => name === 'preview:state_changed').map(({ argument }) => argument.value)).toEqual([
      'of two',
    ])
    expect(await ask(socket, 'leave_session', {})).toEqual({ ok: true })
    const before = seen.length
    await two.setState({ key: 'title', value: 'again' })
    // Answers and events share one ordered way, so an event would have come before this answer.
    await ask(socket, 'leave_session', {})
    expect(seen.length).toBe(before)
  })

  it('[CV31] every request is answered, whatever was sent, and the next one works', async () => {
    const served = await serve()
    const socket = served.plain()
    const garbage: unknown[] = [
      undefined,
      null,
      7,
      'session:loopback',
      [],
      {},
      { session_id: 7 },
      { session_id: '' },
      { session_id: SESSION, have: 'text' },
      { session_id: SESSION, have: { epoch: 'e', seq: -1 } },
      { session_id: SESSION, have: { epoch: 'e', seq: Number.NaN } },
      { session_id: SESSION, have: { epoch: 'e', seq: 2 ** 53 } },
      { session_id: SESSION, accept: 'frames' },
      { session_id: SESSION, accept: ['everything'] },
      { session_id: SESSION, protocol: 'one' },
      { session_id: Buffer.from('binary') },
    ]
    for (const argument of garbage) {
      const args = argument === undefined ? [] : [argument]
      expect(await ask(socket, 'join_session', ...args)).toMatchObject({
        ok: false,
        error: { code: 'REQUEST_INVALID' },
      })
    }
    expect(await ask(socket, 'set_state', { key: 'a', value: 1 })).toMatchObject({
      ok: false,
      error: { code: 'REQUEST_INVALID' },
    })
    const strange = served.plain()
    expect(await ask(strange, 'read_range', { from: 1, to: 2 })).toMatchObject({
      ok: false,
      error: { code: 'REQUEST_INVALID' },
    })
    expect(await ask(strange, 'check', {})).toMatchObject({ ok: false })
    const { seen } = follower(strange)
    strange.emit('join_session', { session_id: 7 })
    await until(() => seen.length === 1)
    expect(seen[0]).toMatchObject({ name: 'session_error', argument: { code: 'REQUEST_INVALID' } })
    expect(await ask(strange, 'join_session', { session_id: SESSION })).toMatchObject({ ok: true })
  })

  it('[CV31] more than 20 requests in a second are LIMIT_RATE, and 200 bad ones close the connection', async () => {
    const served = await serve()
    const socket = served.plain({ reconnection: false })
    const { seen } = follower(socket)
    const replies: JsonObject[] = []
    for (let count = 0; count < 250; count++)
      socket.emit('nonsense', {}, (reply: JsonObject) => void replies.push(reply))
    await until(() => socket.disconnected && seen.length > 0)
    expect(replies.filter(({ ok }) => ok !== false)).toEqual([])
    expect(replies.some(({ error }) => (error as JsonObject).code === 'LIMIT_RATE')).toBe(true)
    expect(seen).toEqual([
      { name: 'canvas:closed', argument: expect.objectContaining({ code: 4429, name: 'too-many' }) },
    ])
  })

  it('[CV31] a line is one viewer: a second one on it, with limits of its own, ends it; who leaves may come again', async () => {
    const { raw, listeners, serving, session } = await serve()
    await session(SESSION).setState({ key: 'title', value: 'Tea box' })
    const line = await raw()
    const said = (what: string) => until(() => line.said.at(-1)?.startsWith(what) === true)
    for (let round = 0; round < 20; round += 1) {
      line.send('40')
      await said('40')
      line.send('421["join_session",{"session_id":"loopback"}]')
      await said('42["preview:snapshot"')
      line.send('41')
      await until(() => serving.viewers === 0)
    }
    expect(listeners(), 'coming again costs nothing').toBeLessThan(4)
    // Three at once, before the first is there.
    const greedy = await raw()
    for (let wish = 0; wish < 3; wish += 1) greedy.send('40')
    await until(() => greedy.closed())
    expect(line.closed()).toBe(false)
  })

  it('[CV26] without a grant a session is as if it did not exist, and a grant that ends closes with 4401', async () => {
    const grant: GrantOf = async ({ auth }, session) => {
      if (session !== SESSION || auth.token !== 'right') return undefined
      return { uid: 'guest', scope: 'view', expires: systemWorld.now() + 150 }
    }
    const served = await serve({ grant })
    await served.session(SESSION).setState({ key: 'title', value: 'secret' })
    const stranger = served.plain({ auth: { token: 'wrong' } })
    const refused = await ask(stranger, 'join_session', { session_id: SESSION })
    const unknown = await ask(stranger, 'join_session', { session_id: 'session:unknown' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'SESSION_NOT_FOUND' } })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'SESSION_NOT_FOUND' } })
    const guest = served.plain({ auth: { token: 'right' }, reconnection: false })
    const { seen } = follower(guest)
    expect(await ask(guest, 'join_session', { session_id: SESSION })).toMatchObject({ ok: true, scope: 'view' })
    await until(() => guest.disconnected)
    expect(seen.at(-1)).toMatchObject({ name: 'canvas:closed', argument: { code: 4401, name: 'token' } })
  })

  it('[CV26] a right that is taken away closes within a second, one that changes is told by what it allows; others go on', async () => {
    const rights = new Map<unknown, 'view' | 'edit'>([
      ['ada', 'edit'],
      ['bob', 'edit'],
    ])
    const grant: GrantOf = async ({ auth }) => {
      const scope = rights.get(auth.token)
      return scope && { uid: String(auth.token), scope }
    }
    const { canvas, plain, session } = await serve({ grant })
    await session(SESSION).setState({ key: 'title', value: 'Tea box' })
    const [ada, bob] = ['ada', 'bob'].map((token) => plain({ auth: { token }, reconnection: false })) as [
      Socket,
      Socket,
    ]
    const { seen } = follower(bob)
    for (const one of [ada, bob]) await ask(one, 'join_session', { session_id: SESSION, accept: ['presence'] })
    rights.set('ada', 'view')
    rights.delete('bob')
    const began = performance.now()
    await canvas.rightsChanged(SESSION)
    await until(() => bob.disconnected)
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(seen.at(-1)).toMatchObject({ name: 'canvas:closed', argument: { code: 4401, name: 'token' } })
    expect(ada.connected).toBe(true)
    const again = await ask(ada, 'join_session', { session_id: SESSION })
    expect(again).toMatchObject({ ok: true, scope: 'view' })
  })

  it('[CV17] `_default_` cannot be joined over the network', async () => {
    const served = await serve()
    expect(await ask(served.plain(), 'join_session', { session_id: '_default_' })).toMatchObject({
      error: { code: 'SESSION_NOT_FOUND' },
    })
  })

  it('[CV1] what a viewer emits never reaches another viewer or the canvas', async () => {
    const served = await serve()
    const [left, right] = [served.plain(), served.plain()]
    const { seen } = follower(right)
    await ask(left, 'join_session', { session_id: SESSION })
    await ask(right, 'join_session', { session_id: SESSION })
    await until(() => seen.length === 1)
    left.emit('preview:state_changed', { key: 'title', value: 'forged', preview_seq: 1 })
    await ask(left, 'leave_session', {})
    await served.session(SESSION).setState({ key: 'title', value: 'true' })
    await until(() => seen.length === 2)
    expect(seen[1]).toMatchObject({ argument: { value: 'true', preview_seq: 1 } })
  })

  it('[CV19] cleanup closes its viewers with session-gone, and later commits are SESSION_NOT_FOUND', async () => {
    const served = await serve()
    const session = served.session(SESSION)
    await session.setState({ key: 'title', value: 'here' })
    const socket = served.plain({ reconnection: false })
    const { seen } = follower(socket)
    await ask(socket, 'join_session', { session_id: SESSION })
    await served.canvas.cleanupSession(SESSION)
    await until(() => socket.disconnected)
    expect(seen.at(-1)).toMatchObject({ name: 'canvas:closed', argument: { code: 4404, name: 'session-gone' } })
    expect(await session.setState({ key: 'title', value: 'late' })).toMatchObject({
      ok: false,
      error: { code: 'SESSION_NOT_FOUND' },
    })
  })
})

describe('our client, over Socket.IO', () => {
  for (const plain of [false, true]) {
    const how = plain ? 'plain' : 'framed'

    it(`[CV2] two tabs and the server show the same, ${how}`, async () => {
      const served = await serve()
      const session = served.session(SESSION)
      await session.setState({ key: 'title', value: 'Tea box' })
      const tabs = [served.follow(SESSION, { plain }), served.follow(SESSION, { plain, transports: ['polling'] })]
      await Promise.all(tabs.map(live))
      const heard: unknown[][] = tabs.map(() => [])
      tabs.forEach((tab, index) => tab.onEvent('job-log', (data, seq) => heard[index]?.push([data.line, seq])))
      await session.together((draft) => {
        draft.pushNode({ label: 'Plan' })
        draft.updateNode({ id: 'plan', updates: { status: 'running', step: 1 } })
      })
      for (let line = 0; line < 20; line++) await session.emit({ event_type: 'job-log', data: { line } })
      await session.deleteResource({ channel: 'nodes', id: 'plan' })
      for (const tab of tabs) await same(served, tab)
      const expected = Array.from({ length: 20 }, (_, line) => [line, line + 4])
      expect(heard).toEqual([expected, expected])
      expect(await tabs[0]?.compare()).toBe('same')
    })

    it(`[CV44] a restart with the same log: the client comes back with what it missed, ${how}`, async () => {
      const log = memoryLog({ world: systemWorld })
      const first = await loopback({ log })
      const client = first.follow(SESSION, { plain })
      for (let step = 0; step < 5; step++) await first.session(SESSION).setState({ key: 'step', value: step })
      await live(client)
      await same(first, client)
      const keptOpen = client.position
      // The server goes, the client stays.
      await first.stopServer()
      await until(() => client.connection.state === 'waiting')
      expect(client.state('step')).toBe(4)
      const second = await serve({ log, port: first.port })
      await second.session(SESSION).setState({ key: 'step', value: 5 })
      client.wake()
      await live(client)
      await same(second, client)
      expect(client.position).toEqual({ epoch: keptOpen?.epoch, seq: 6 })
      client.close()
    })
  }

  it('[CV34] a log that was lost begins a new epoch, and the client starts over from a snapshot', async () => {
    const first = await loopback()
    for (let step = 0; step < 3; step++) await first.session(SESSION).setState({ key: `old-${step}`, value: step })
    const client = first.follow(SESSION)
    await live(client)
    await first.stopServer()
    const second = await serve({ port: first.port })
    for (let step = 0; step < 9; step++) await second.session(SESSION).setState({ key: `new-${step}`, value: step })
    await until(() => client.connection.state === 'waiting')
    client.wake()
    await live(client)
    await same(second, client)
    expect(client.state('old-0')).toBeUndefined()
    client.close()
  })

  it('[CV39] a viewer that reads nothing costs the server a few MiB, and has everything when it reads again', async () => {
    const served = await serve()
    const session = served.session(SESSION)
    const client = served.follow(SESSION)
    const other = served.follow(SESSION)
    await Promise.all([client, other].map(live))
    const pause = served.pauseOf(client)
    pause.stop()
    let most = 0
    for (let n = 0; n < 300; n++) {
      await session.setResource({ channel: 'files', id: `${n % 3}`, payload: { text: 'x'.repeat(200_000), n } })
      most = Math.max(most, served.queued())
      if (n % 10 === 0) await until(() => other.position?.seq === n + 1)
    }
    expect(client.position?.seq).toBeLessThan(300)
    expect(most).toBeLessThan(4 * 1024 * 1024)
    pause.go()
    await same(served, client)
    await same(served, other)
    expect(client.resyncs.size).toBe(0)
  })

  it('[CV35] a session that may not be seen is refused, and nobody tries again', async () => {
    const served = await serve({ grant: async () => undefined })
    const client = served.follow(SESSION)
    await until(() => client.connection.state === 'refused')
    expect(client.connection.error?.code).toBe('SESSION_NOT_FOUND')
  })

  it('[CV28] a large canvas comes in parts, and a value of one MiB among it', async () => {
    const served = await serve()
    const session = served.session(SESSION)
    for (let count = 0; count < 4; count++) {
      await session.setResource({ channel: 'files', id: `file-${count}`, payload: { text: '🙂'.repeat(250_000) } })
    }
    await session.setState({ key: 'title', value: 'large' })
    const client = served.follow(SESSION)
    await live(client)
    await same(served, client)
  })
})
