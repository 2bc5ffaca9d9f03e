import { seededRandom, type TestWorld, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import {
  type CanvasLog,
  type CanvasOptions,
  createCanvas,
  digestsOf,
  foldAll,
  canvasOf,
  emptyCanvas,
  memoryLog,
  type ReplayLine,
} from '../src/index.ts'
import { asyncBinding } from '../src/node/index.ts'

const ACTOR = { uid: 'tester', by: 'user' } as const

function house(options: Partial<CanvasOptions> & { world?: TestWorld } = {}) {
  const world = options.world ?? testWorld()
  const warnings: [string, object][] = []
  const log = options.log ?? memoryLog({ world })
  const canvas = createCanvas({
    world,
    binding: asyncBinding(),
    warn: (event, details) => void warnings.push([event, details]),
    ...options,
    log,
  })
  return { world, canvas, log, warnings }
}

const settle = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('whose session it is', () => {
  it('[CV15] two turns of 1,000 steps with random awaits leave no trace in each other or in their starter', async () => {
    const { canvas } = house()
    const chance = seededRandom(5)
    const pause = () => (chance() < 0.5 ? Promise.resolve() : new Promise((resolve) => setImmediate(resolve)))
    const turn = async (name: string) => {
      for (let step = 0; step < 1_000; step++) {
        canvas.setActiveSession(name, `agent of ${name}`)
        await pause()
        expect(await canvas.call('set_state', { key: `step-${step % 10}`, value: name })).toMatchObject({
          success: true,
        })
      }
    }
    const turns = ['left', 'right'].map((name) => canvas.run(name, { uid: 'starter', by: 'model' }, () => turn(name)))
    expect(canvas.active()).toMatchObject({ ok: false, error: { code: 'CANVAS_NO_SESSION' } })
    await Promise.all(turns)
    expect(canvas.active().ok).toBe(false)
    for (const name of ['left', 'right']) {
      const state = await canvas.session(name, ACTOR).getState()
      expect(state.ok && new Set(Object.values(state.value.state))).toEqual(new Set([name]))
      expect(state.ok && state.value.seq).toBe(1_000)
    }
  })

  it('[CV15] the uid that was bound goes into the commit, never into state', async () => {
    const { canvas, log } = house()
    await canvas.run('one', { uid: 'starter', by: 'model', turn: 'turn:1', step: 'step 1' }, async () => {
      canvas.setActiveSession('one', 'somebody')
      await canvas.call('set_state', { key: 'a', value: 1 })
    })
    expect(await log.read('session:one', 1, 1, { events: 9, bytes: 9_999 })).toMatchObject([
      { actor: { uid: 'somebody', by: 'model' }, turn: 'turn:1', step: 'step 1' },
    ])
  })

  it('[CV16] `X` and `session:X` are one session', async () => {
    const { canvas } = house()
    await canvas.session('one', ACTOR).setState({ key: 'a', value: 1 })
    expect(await canvas.session('session:one', ACTOR).getState()).toMatchObject({
      value: { session_id: 'session:one', state: { a: 1 } },
    })
  })

  it('[CV17] without a session, development writes to `_default_` and production refuses', async () => {
    const production = house()
    expect(await production.canvas.call('set_state', { key: 'a', value: 1 })).toMatchObject({
      success: false,
      error: { code: 'CANVAS_NO_SESSION' },
    })
    const { canvas } = house({ development: true })
    expect(await canvas.call('set_state', { key: 'a', value: 1 })).toMatchObject({ success: true })
    expect(await canvas.session('_default_', ACTOR).getState()).toMatchObject({
      value: { session_id: 'session:_default_', seq: 1 },
    })
  })

  it('[CV18] snapshotFor shows only what may be seen, and reading stores nothing', async () => {
    const { canvas, log } = house({ mayView: (uid) => uid === 'friend' })
    expect(await canvas.snapshotFor('one', 'friend')).toMatchObject({ ok: true, value: { seq: 0, state: {} } })
    expect(await canvas.snapshotFor('one', 'stranger')).toMatchObject({
      ok: false,
      error: { code: 'SESSION_NOT_FOUND' },
    })
    expect(await house().canvas.snapshotFor('one', 'friend')).toMatchObject({ ok: false })
    await canvas.session('one', ACTOR).listResources({ channel: 'files' })
    expect(await log.read('session:one', 1, 9, { events: 9, bytes: 9_999 })).toEqual([])
  })

  it('[CV19] cleanup under fire: what was acknowledged is gone too, nothing is written after, and the id begins anew', async () => {
    const world = testWorld()
    const log = memoryLog({ world })
    // A disk takes its time.
    const append: CanvasLog['append'] = async (...args) => {
      await new Promise((resolve) => setImmediate(resolve))
      return log.append(...args)
    }
    const { canvas } = house({ world, log: { ...log, append } })
    const session = canvas.session('one', ACTOR)
    await session.setState({ key: 'a', value: 0 })
    const before = await canvas.head('one')
    const writing = Array.from({ length: 300 }, (_, value) => session.setState({ key: 'a', value }))
    await new Promise((resolve) => setImmediate(resolve))
    await canvas.cleanupSession('one')
    await settle()
    const done = await Promise.all(writing)
    expect(done.some(({ ok }) => !ok)).toBe(true)
    for (const result of done) if (!result.ok) expect(result.error.code).toBe('SESSION_NOT_FOUND')
    expect(await log.open('session:one')).toMatchObject({ head: 0, tail: [] })
    expect(await session.setState({ key: 'a', value: 1 })).toMatchObject({
      ok: false,
      error: { code: 'SESSION_NOT_FOUND' },
    })
    canvas.restoreSession('one')
    expect(await session.setState({ key: 'a', value: 1 })).toMatchObject({ ok: true })
    const after = await canvas.head('one')
    expect(after).toMatchObject({ value: { seq: 1 } })
    expect(after.ok && after.value.epoch).not.toBe(before.ok && before.value.epoch)
  })

  it('[CV19] what is on its way to the log when a session ends does not bring it back', async () => {
    const world = testWorld()
    const log = memoryLog({ world })
    const arriving: (() => void)[] = []
    const append: CanvasLog['append'] = async (...args) => {
      await new Promise<void>((resolve) => arriving.push(resolve))
      return log.append(...args)
    }
    const { canvas } = house({ world, log: { ...log, append } })
    const writing = canvas.session('one', ACTOR).setState({ key: 'a', value: 1 })
    await settle()
    const cleaning = canvas.cleanupSession('one')
    await settle()
    for (const arrive of arriving) arrive()
    await cleaning
    expect(await writing).toMatchObject({ ok: false, error: { code: 'SESSION_NOT_FOUND' } })
    expect(await log.open('session:one')).toMatchObject({ head: 0, tail: [] })
  })

  it('[CV19] ten idle minutes later it may have left memory, and nobody can tell', async () => {
    const world = testWorld()
    let opened = 0
    const kept = memoryLog({ world })
    const { canvas } = house({ world, log: { ...kept, open: (session) => (opened++, kept.open(session)) } })
    await canvas.session('one', ACTOR).setState({ key: 'a', value: 1 })
    await canvas.session('one', ACTOR).setState({ key: 'a', value: 2 })
    expect(opened).toBe(1)
    world.advance(10 * 60_000)
    await canvas.session('two', ACTOR).setState({ key: 'b', value: 1 })
    await settle()
    expect(await canvas.session('one', ACTOR).setState({ key: 'a', value: 3 })).toMatchObject({ ok: true })
    expect(opened).toBe(3)
    expect(await canvas.head('one')).toMatchObject({ value: { seq: 3 } })
  })

  it('[CV20] without a bus each event is dropped with one warning; one that throws fails nobody', async () => {
    const { canvas, warnings } = house()
    await canvas.session('one', ACTOR).setState({ key: 'a', value: 1 })
    expect(warnings).toEqual([
      ['preview_event_dropped', { type: 'preview:state_changed', session: 'session:one', preview_seq: 1 }],
    ])
    warnings.length = 0
    const error = new Error('away')
    canvas.wire(
      {
        emit: () => {
          throw error
        },
      },
      'app',
    )
    expect(await canvas.session('one', ACTOR).setState({ key: 'a', value: 2 })).toMatchObject({ ok: true })
    expect(warnings).toEqual([
      ['preview_event_emit_failed', { type: 'preview:state_changed', session: 'session:one', preview_seq: 2, error }],
    ])
  })
})

describe('commits', () => {
  it('[CV22] nobody sees what is not in the log, and a resolved action is in it', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const order: string[] = []
    const log: CanvasLog = {
      ...kept,
      async append(...args) {
        order.push('append')
        const answer = await kept.append(...args)
        order.push('in the log')
        return answer
      },
    }
    const { canvas } = house({ world, log, appId: 'app', bus: { emit: () => void order.push('published') } })
    const store = await canvas.open('one')
    if (!store.ok) throw new Error(store.error.message)
    store.value.watch({
      committed: () => void order.push(`folded ${store.value.canvas.seq}`),
      reset: () => {},
      ended: () => {},
    })
    await canvas.session('one', ACTOR).setState({ key: 'a', value: 1 })
    order.push('resolved')
    expect(order).toEqual(['append', 'in the log', 'published', 'folded 1', 'resolved'])
  })

  it('[CV22] commits of one session are serial, and those that wait share a transaction', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const appends: number[] = []
    const log: CanvasLog = {
      ...kept,
      append: (id, after, commits) => (appends.push(commits.length), kept.append(id, after, commits)),
    }
    const { canvas } = house({ world, log })
    await canvas.head('one')
    const session = canvas.session('one', ACTOR)
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) => session.emit({ event_type: 'tick', data: { n } })),
    )
    expect(replies.map((reply) => reply.ok && [reply.value.data.n, reply.value.preview_seq])).toEqual(
      replies.map((_, n) => [n, n + 1]),
    )
    expect(appends.length).toBeLessThan(10)
    expect(appends.reduce((sum, count) => sum + count, 0)).toBe(50)
  })

  it('[CV23] together: one commit with consecutive numbers, or one refusal that refuses all', async () => {
    const { canvas, log } = house()
    const session = canvas.session('one', { ...ACTOR, step: 'tool call 3' })
    const done = await session.together((draft) => {
      draft.pushNode({ label: 'Plan' })
      draft.highlightNode({ id: 'plan', status: 'done' })
      draft.listResources({ channel: 'nodes' })
    })
    expect(done).toMatchObject({
      ok: true,
      value: [{ id: 'plan', status: 'idle' }, { id: 'plan', status: 'done' }, { count: 1 }],
    })
    const refused = await session.together((draft) => {
      draft.setState({ key: 'a', value: 1 })
      draft.highlightNode({ id: 'ghost', status: 'done' })
    })
    expect(refused).toMatchObject({ ok: false, error: { code: 'CANVAS_NODE_MISSING' } })
    const illTyped = await session.together((draft) => {
      draft.setState({ key: 'a', value: 1 })
      draft.setState({ key: '', value: 1 })
    })
    expect(illTyped).toMatchObject({ ok: false, error: { code: 'CANVAS_KEY' } })
    const read = await log.read('session:one', 1, 9, { events: 9, bytes: 9_999 })
    expect(read).toMatchObject([
      { first: 1, step: 'tool call 3', events: [{ type: 'resource_set' }, { type: 'resource_patched' }] },
    ])
    expect(await session.getState()).toMatchObject({ value: { seq: 2, state: {} } })
  })

  it('[CV43] two processes commit 500 each to one session: every number has one meaning, and both fold the same', async () => {
    const world = testWorld()
    const log = memoryLog({ world })
    const houses = [house({ world, log }), house({ world, log })]
    // The first write settles the epoch.
    await houses[0]?.canvas.session('one', ACTOR).setState({ key: 'begun', value: true })
    await Promise.all(
      houses.map(async ({ canvas }, who) => {
        for (let n = 0; n < 500; n++) {
          const done = await canvas.session('one', ACTOR).together((draft) => {
            draft.emit({ event_type: 'tick', data: { who, n } })
            draft.patchResource({ channel: 'c', id: `${who}`, patch: { n } })
          })
          if (!done.ok) throw new Error(done.error.message)
        }
      }),
    )
    for (const { canvas } of houses) await canvas.session('one', ACTOR).setState({ key: 'end', value: true })
    const read = await log.read('session:one', 1, 9_999, { events: 9_999, bytes: 9_999_999 })
    const commits = read === 'gone' ? [] : read
    const events = commits.flatMap((commit) => commit.events)
    expect(events).toHaveLength(3 + 2_000)
    const told = [0, 1].map((who) => events.filter(({ data }) => data.who === who).map(({ data }) => data.n))
    expect(told).toEqual([Array.from({ length: 500 }, (_, n) => n), Array.from({ length: 500 }, (_, n) => n)])
    const truth = digestsOf(foldAll(emptyCanvas(), events))
    const second = await houses[1]?.canvas.open('one')
    expect(second?.ok && digestsOf(second.value.canvas)).toEqual(truth)
  })

  it('[CV43] whoever is never first gives up after eight times', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const other = house({ world, log: kept })
    await other.canvas.session('one', ACTOR).setState({ key: 'n', value: 0 })
    let attempts = 0
    const { canvas } = house({
      world,
      log: {
        ...kept,
        async append(...args) {
          attempts += 1
          await other.canvas.session('one', ACTOR).setState({ key: 'n', value: attempts })
          return kept.append(...args)
        },
      },
    })
    expect(await canvas.session('one', ACTOR).setState({ key: 'mine', value: 1 })).toMatchObject({
      ok: false,
      error: { code: 'CANVAS_BUSY' },
    })
    expect(attempts).toBe(8)
  })

  it('[CV47] a log that does not answer for 5 s is CANVAS_STORE: reads go on, nothing is half done, and then it goes on', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const hold: (() => void)[] = []
    let stuck = false
    const log: CanvasLog = {
      ...kept,
      async append(...args) {
        if (stuck) await new Promise<void>((resolve) => hold.push(resolve))
        return kept.append(...args)
      },
    }
    const { canvas } = house({ world, log })
    const session = canvas.session('one', ACTOR)
    await session.setState({ key: 'a', value: 1 })
    stuck = true
    const writing = session.setState({ key: 'a', value: 2 })
    await settle()
    world.advance(5_000)
    expect(await writing).toMatchObject({ ok: false, error: { code: 'CANVAS_STORE' } })
    expect(await session.getState()).toMatchObject({ ok: true, value: { state: { a: 1 }, seq: 1 } })
    // What was given up arrives in the log after all; the next one folds it and goes behind it.
    stuck = false
    for (const go of hold.splice(0)) go()
    await settle()
    expect(await session.setState({ key: 'b', value: 3 })).toMatchObject({ ok: true })
    expect(await session.getState()).toMatchObject({ value: { seq: 3, state: { a: 2, b: 3 } } })
  })

  it('[CV47] a log that fails is CANVAS_STORE too, and is said aloud', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const error = new Error('disk')
    const broken = house({ world, log: { ...kept, append: () => Promise.reject(error) } })
    expect(await broken.canvas.session('one', ACTOR).setState({ key: 'a', value: 1 })).toMatchObject({
      ok: false,
      error: { code: 'CANVAS_STORE' },
    })
    expect(broken.warnings).toEqual([['canvas_log_failed', { session: 'session:one', error }]])
    const shut = house({ world, log: { ...kept, open: () => Promise.reject(error) } })
    expect(await shut.canvas.session('one', ACTOR).getState()).toMatchObject({
      ok: false,
      error: { code: 'CANVAS_STORE' },
    })
  })

  it('[CV46] a log that went back gets no numbers a second time', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const { canvas, warnings } = house({ world, log: kept, appId: 'a', bus: { emit: () => {} } })
    const session = canvas.session('one', ACTOR)
    for (let n = 0; n < 3; n++) await session.setState({ key: 'n', value: n })
    const head = await canvas.head('one')
    const epoch = head.ok ? head.value.epoch : ''
    const read = await kept.read('session:one', 1, 1, { events: 1, bytes: 1 })
    await kept.drop('session:one')
    await kept.append('session:one', { epoch, seq: 0 }, read === 'gone' ? [] : read)
    expect(await session.setState({ key: 'n', value: 9 })).toMatchObject({ ok: true })
    expect(warnings.map(([event]) => event)).toEqual(['canvas_log_replaced'])
    const now = await kept.open('session:one')
    expect(now).toMatchObject({
      head: 2,
      tail: [{ first: 1 }, { first: 2, events: [{ data: { key: 'n', value: 9 } }] }],
    })
    expect(now.epoch).not.toBe(epoch)
  })

  it('[CV14] at most 1,000 commits wait for the log', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const { canvas } = house({ world, log: { ...kept, append: () => new Promise(() => {}) } })
    const session = canvas.session('one', ACTOR)
    await canvas.head('one')
    const waiting = Array.from({ length: 1_002 }, (_, value) => session.setState({ key: 'a', value }))
    expect(await waiting[1_001]).toMatchObject({ ok: false, error: { code: 'CANVAS_BUSY' } })
  })
})

describe('channels', () => {
  it('[CV4] any name works unregistered, and none of them is a setting', async () => {
    const canvas = createCanvas({ log: memoryLog({ world: testWorld() }), world: testWorld() })
    const on = canvas.session('one', { uid: 'u', by: 'user' })
    for (const channel of ['slides', 'cells', 'yaml panels', 'кадры', 'files'])
      expect((await on.setResource({ channel, id: 'b', payload: { order: 2 } })).ok).toBe(true)
    await on.setResource({ channel: 'slides', id: 'a', payload: { order: 1 } })
    const listed = await on.listResources({ channel: 'slides' })
    expect(listed).toMatchObject({ value: { count: 2, items: { a: { order: 1 }, b: { order: 2 } } } })
  })
})

describe('history', () => {
  it('[CV25] stateAt is the canvas at a number, and never the half of a group', async () => {
    const { canvas } = house()
    const session = canvas.session('one', ACTOR)
    const digests = new Map<number, object>()
    const store = await canvas.open('one')
    if (!store.ok) throw new Error(store.error.message)
    for (let n = 0; n < 700; n++) {
      await session.together((draft) => {
        draft.setState({ key: `k${n % 13}`, value: n })
        draft.setResource({ channel: 'c', id: `${n % 7}`, payload: { n } })
        draft.emit({ event_type: 'tick', data: { n } })
      })
      digests.set(store.value.canvas.seq, digestsOf(store.value.canvas))
    }
    const chance = seededRandom(8)
    for (let look = 0; look < 50; look++) {
      const seq = 1 + Math.floor(chance() * 2_100)
      const then = await canvas.stateAt('one', seq)
      if (!then.ok) throw new Error(then.error.message)
      const end = seq - (seq % 3)
      expect(then.value).toMatchObject({ seq: end, preview_seq: end })
      expect(digestsOf(canvasOf(then.value))).toEqual(digests.get(end) ?? digestsOf(emptyCanvas()))
    }
    expect(await canvas.stateAt('one', 9_999)).toMatchObject({ value: { seq: 2_100 } })
  })

  it('[CV25] an exported log folded elsewhere gives equal digests; one commit is one line', async () => {
    const { canvas, world } = house()
    const session = canvas.session('one', { uid: 'u', by: 'planner', turn: 'turn:1' })
    for (let n = 0; n < 1_200; n++) await session.setResource({ channel: 'c', id: `${n % 9}`, payload: { n } })
    await session.together((draft) => {
      draft.setState({ key: 'a', value: 1 })
      draft.clearChannel({ channel: 'c' })
    })
    const replay = await canvas.replay('one', 1, 9_999)
    if (!replay.ok) throw new Error(replay.error.message)
    const lines: ReplayLine[] = []
    for await (const line of replay.value) lines.push(line)
    expect(lines).toHaveLength(1_201)
    expect(lines.at(-1)).toEqual({
      from: 1_201,
      to: 1_202,
      at: world.now(),
      actor: { uid: 'u', by: 'planner' },
      turn: 'turn:1',
      events: [
        { type: 'state_changed', data: { key: 'a', value: 1, preview_seq: 1_201 } },
        { type: 'channel_cleared', data: { channel: 'c', preview_seq: 1_202 } },
      ],
    })
    const folded = foldAll(
      emptyCanvas(),
      lines.flatMap((line) => line.events),
    )
    const store = await canvas.open('one')
    expect(store.ok && digestsOf(store.value.canvas)).toEqual(digestsOf(folded))
  })

  it('[CV25] what has been folded away is CANVAS_GONE', async () => {
    const world = testWorld()
    const kept = memoryLog({ world })
    const { snapshotBefore: _, ...bare } = kept
    const { canvas } = house({ world, log: { ...bare, read: async () => 'gone' } })
    for (let n = 0; n < 3; n++) await canvas.session('one', ACTOR).setState({ key: 'n', value: n })
    expect(await canvas.stateAt('one', 2)).toMatchObject({ ok: false, error: { code: 'CANVAS_GONE' } })
    expect(await canvas.replay('one', 1, 2)).toMatchObject({ ok: false, error: { code: 'CANVAS_GONE' } })
  })

  it('[CV44] another process finds epoch, state and numbers in the log, from its snapshot and the tail', async () => {
    const world = testWorld()
    const log = memoryLog({ world })
    const first = house({ world, log })
    for (let n = 0; n < 1_500; n++) await first.canvas.session('one', ACTOR).setState({ key: `k${n % 20}`, value: n })
    await settle()
    expect((await log.open('session:one')).snapshot?.seq).toBe(1_000)
    const second = house({ world, log })
    const [a, b] = [
      await first.canvas.session('one', ACTOR).getState(),
      await second.canvas.session('one', ACTOR).getState(),
    ]
    expect(b).toEqual(a)
  })
})
