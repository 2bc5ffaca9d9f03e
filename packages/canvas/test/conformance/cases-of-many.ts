import { systemWorld as world } from '@hewn/model/world'
import { LIMITS } from '@hewn/protocol'
import { canvasOf, createCanvas, digestsOf, emptyCanvas, foldAll, type ReplayLine } from '../../src/index.ts'
import type { CanvasEvent } from '../../src/ports.ts'
import { randomAction } from '../random-actions.ts'
import { type Case, fixedChance } from './case.ts'
import { acting, check, later, must, refusedWith, same, stranger } from './house.ts'

const ACTOR = { uid: 'kit', by: 'system' } as const

/** Processes that are killed, sleep or come second; limits; and history. */
export const CASES_OF_MANY: Case[] = [
  {
    name: 'K33',
    what: 'a process dies with 5,000 writes in flight: what it acknowledged is there, and a number has one meaning',
    async run(house) {
      const client = house.follow()
      await house.on.setState({ key: 'before', value: 1 })
      await house.agree(client)
      let alive = true
      const never = new Promise<never>(() => {})
      const { log } = house
      // It dies between two appends, or after one and before anybody hears of it.
      const dying = createCanvas({
        world,
        carrier: { say: () => {}, hear: () => () => {} },
        log: {
          ...log,
          append: async (...args) => {
            if (!alive) return never
            const done = await log.append(...args)
            return alive ? done : never
          },
        },
      })
      const acknowledged: string[] = []
      for (let n = 0; n < 5_000; n += 1)
        void dying
          .session(house.session, ACTOR)
          .setResource({ channel: 'cells', id: `cell-${n % 900}`, payload: { n } })
          .then((done) => done.ok && acknowledged.push(`cell-${n % 900} ${n}`))
      await later(25)
      alive = false
      const kept = [...acknowledged]
      for (let n = 0; n < 20; n += 1) must(await house.on.setState({ key: `after-${n}`, value: n }))
      const { seq } = await house.agree(client, 20_000)
      const lines = await linesOf(house)
      const contents = lines.flatMap(({ events }) => events.map(({ data }) => `${data['id']} ${contentOf(data)}`))
      for (const one of kept) check(contents.includes(one), `${one} was acknowledged and is lost`)
      const numbers = lines.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
      same(
        numbers,
        numbers.map((_, at) => at + 1),
      )
      check(numbers.length === seq, 'the history is not as long as the head says')
    },
  },
  {
    name: 'K34',
    what: 'the transport is upgraded, or is not, while events stream',
    async run(house) {
      const ended = new AbortController()
      const stream = (async () => {
        for (let n = 0; !ended.signal.aborted; n += 1) {
          await house.on.setResource({ channel: 'cells', id: `${n % 20}`, payload: { n } })
          if (n % 4 === 0) await later(2)
        }
      })()
      const client = house.follow()
      await later(900)
      ended.abort()
      await stream
      check(((await house.agree(client)).gaps ?? 0) === 0, 'a number was missing')
    },
  },
  {
    name: 'K35',
    what: 'lines that break with messages under way, ten times: nothing late is taken for new',
    async run(house) {
      const client = house.follow()
      await house.agree(client)
      for (let n = 0; n < 10; n += 1) {
        house.proxy.fault.paused = true
        for (let step = 0; step < 15; step += 1) await house.on.setState({ key: `k${step % 4}`, value: n * 100 + step })
        // What stood still comes, and the line breaks in the middle of it.
        house.proxy.fault.paused = false
        await later(25)
        house.proxy.cut()
        await house.on.setState({ key: 'after', value: n })
      }
      check(((await house.agree(client)).gaps ?? 0) === 0, 'a number was missing')
    },
  },
  {
    name: 'K38',
    what: 'nine tenths of each limit is taken, eleven tenths refused; 50 MB from a stranger ends that line alone',
    async run(house) {
      const client = house.follow()
      const text = (share: number, limit: number) => 'x'.repeat(Math.floor(limit * share))
      const deep = (depth: number): object => {
        let value: object = {}
        for (let level = 1; level < depth; level += 1) value = { value }
        return value
      }
      const on = house.on
      const taken = [
        await on.setState({ key: text(0.9, LIMITS.id), value: 1 }),
        await on.setResource({ channel: text(0.9, LIMITS.channelName), id: 'a', payload: 1 }),
        await on.emit({ event_type: 'big', data: { text: text(0.9, LIMITS.emit) } }),
        await on.setResource({ channel: 'cells', id: 'deep', payload: deep(57) }),
        await on.setResource({ channel: 'cells', id: 'big', payload: text(0.9, LIMITS.payload) }),
        await on.bulkSetResources({ channel: 'full', items: numbered(9_000) }),
      ]
      for (const one of taken) must(one as { ok: true; value: unknown })
      const { seq } = await house.agree(client, 20_000)
      refusedWith('CANVAS_KEY', await on.setState({ key: text(1.1, LIMITS.id), value: 1 }))
      refusedWith('CANVAS_KEY', await on.setResource({ channel: text(1.1, LIMITS.channelName), id: 'a', payload: 1 }))
      refusedWith('LIMIT_PAYLOAD', await on.emit({ event_type: 'big', data: { text: text(1.1, LIMITS.emit) } }))
      refusedWith('LIMIT_DEPTH', await on.setResource({ channel: 'cells', id: 'x', payload: deep(71) }))
      refusedWith('LIMIT_DEPTH', await on.setResource({ channel: 'cells', id: 'x', payload: deep(10_000) }))
      refusedWith(
        'LIMIT_PAYLOAD',
        await on.setResource({ channel: 'cells', id: 'x', payload: text(1.1, LIMITS.payload) }),
      )
      refusedWith('LIMIT_CHANNEL', await on.bulkSetResources({ channel: 'full', items: numbered(11_000) }))
      const channels = await on.together((draft) => {
        for (let n = 0; n < 70; n += 1) draft.setResource({ channel: `c${n}`, id: 'a', payload: 1 })
      })
      refusedWith('LIMIT_SESSION', channels)
      const commit = await on.together((draft) => {
        for (let n = 0; n < 5; n += 1)
          draft.setResource({ channel: 'cells', id: `c${n}`, payload: text(0.9, LIMITS.payload) })
      })
      refusedWith('LIMIT_COMMIT', commit)
      check((await house.agree(client)).seq === seq, 'a refusal used a number')
      const socket = await stranger(house)
      socket.emit('presence', { name: 'x'.repeat(50_000_000) })
      const answered = await socket
        .timeout(2_000)
        .emitWithAck('check', {})
        .catch(() => 'ended')
      check(answered === 'ended', 'it went on')
      socket.disconnect()
      await on.setState({ key: 'after', value: 1 })
      await house.agree(client)
    },
  },
  {
    name: 'K45',
    what: 'two processes commit to one session, 1,000 each',
    async run(house) {
      const client = house.follow()
      const other = house.another()
      const write = async (canvas: typeof other, name: string) => {
        const on = canvas.session(house.session, { uid: name, by: 'system' })
        for (let n = 0; n < 1_000; n += 50)
          await Promise.all(
            Array.from({ length: 50 }, (_, step) =>
              untilTaken(() => on.setResource({ channel: name, id: `${(n + step) % 300}`, payload: { n: n + step } })),
            ),
          )
      }
      await Promise.all([write(house.canvas, 'one'), write(other, 'two')])
      check((await house.agree(client, 20_000, 2_000)).seq === 2_000, 'a commit was lost, or is there twice')
    },
  },
  {
    name: 'K46',
    what: 'a process sleeps in mid-commit, and comes back when others went on',
    async run(house) {
      const client = house.follow()
      let wake = () => {}
      const asleep = new Promise<void>((resolve) => {
        wake = resolve
      })
      const { log } = house
      const sleeper = house.another({ ...log, append: (...args) => asleep.then(() => log.append(...args)) })
      await sleeper.head(house.session)
      const late = sleeper.session(house.session, ACTOR).setState({ key: 'who', value: 'sleeper' })
      for (let n = 0; n < 20; n += 1) must(await house.on.setState({ key: 'n', value: n }))
      wake()
      must(await late)
      check((await house.agree(client, 15_000, 21)).seq === 21, 'it wrote over what it had not seen')
    },
  },
  {
    name: 'K47',
    what: 'what carries between processes is away, then empty: nothing is lost, it only comes later',
    async run(house) {
      const client = house.follow()
      await house.agree(client)
      const other = house.another()
      const write = async (n: number) =>
        must(await other.session(house.session, ACTOR).setState({ key: 'n', value: n }))
      await write(1)
      await house.agree(client, 5_000, 1)
      house.carried.away = true
      for (let n = 2; n < 30; n += 1) await write(n)
      await house.agree(client, 5_000, 29)
      house.carried.away = false
      await write(30)
      check((await house.agree(client, 5_000, 30)).seq === 30, 'something is missing')
    },
  },
  {
    name: 'K48',
    what: 'committed on one process, seen on the other; the first one dies in mid-stream',
    async run(house) {
      const client = house.follow()
      await house.agree(client)
      const dead = new AbortController()
      const { log } = house
      let last: Promise<unknown> = Promise.resolve()
      const append: typeof log.append = (...args) => {
        const done = dead.signal.aborted ? new Promise<never>(() => {}) : log.append(...args)
        if (!dead.signal.aborted) last = done
        return done
      }
      const dying = house.another({ ...log, append })
      let acknowledged = 0
      const writes = async () => {
        for (let n = 0; !dead.signal.aborted; n += 1) {
          const done = await dying
            .session(house.session, ACTOR)
            .setResource({ channel: 'cells', id: `${n}`, payload: n })
          if (done.ok) acknowledged += 1
          await later(0)
        }
      }
      void writes()
      await later(150)
      dead.abort()
      // What was under way when it died is acknowledged before it is counted, and seen after word of it could have come.
      await last
      await later(20)
      const least = acknowledged
      check((await house.agree(client, 15_000, least)).seq >= least, 'what was acknowledged is not there')
      must(await house.on.setState({ key: 'after', value: 1 }))
      await house.agree(client)
    },
  },
  {
    name: 'K50',
    what: 'the canvas at fifty numbers is as it was then',
    async run(house) {
      const client = house.follow()
      const dice = fixedChance(50)
      const was = new Map<number, string>()
      for (let step = 0; step < 400; step += 1) {
        const { name, params } = randomAction(dice)
        await acting(house.on, name, params)
        const { seq, digests } = await house.truth()
        was.set(seq, JSON.stringify(digests))
      }
      const numbers = [...was.keys()]
      for (let look = 0; look < 50; look += 1) {
        const seq = numbers[Math.floor(dice() * numbers.length)] ?? 0
        const then = canvasOf(must(await house.canvas.stateAt(house.session, seq)))
        check(JSON.stringify(digestsOf(then)) === was.get(seq), `at ${seq} it is another`)
      }
      await house.agree(client)
    },
  },
  {
    name: 'K51',
    what: 'the exported history, folded elsewhere, is the canvas',
    async run(house) {
      const client = house.follow()
      const dice = fixedChance(51)
      for (let step = 0; step < 500; step += 1) {
        const { name, params } = randomAction(dice)
        await acting(house.on, name, params)
      }
      const exported = (await linesOf(house)).map((line) => JSON.stringify(line)).join('\n')
      const events = exported.split('\n').flatMap((line) => (JSON.parse(line) as ReplayLine).events.map(withoutNumber))
      const { seq, digests } = await house.agree(client)
      check(events.length === seq, `${events.length} events lead to ${seq}`)
      same(digestsOf(foldAll(emptyCanvas(), events)), digests)
    },
  },
]

/** Many writers on one session may be told to try again; that is an answer, not a loss. */
async function untilTaken(write: () => Promise<{ ok: boolean; error?: { code: string } }>): Promise<void> {
  for (;;) {
    const done = await write()
    if (done.ok) return
    check(done.error?.code === 'CANVAS_BUSY', `it was refused with ${done.error?.code}`)
  }
}

async function linesOf({ canvas, session }: Parameters<Case['run']>[0]): Promise<ReplayLine[]> {
  const lines: ReplayLine[] = []
  for await (const line of must(await canvas.replay(session, 1, Number.MAX_SAFE_INTEGER))) lines.push(line)
  return lines
}

function withoutNumber({ type, data: numbered }: ReplayLine['events'][number]): CanvasEvent {
  const { preview_seq: _, ...data } = numbered
  return { type, data }
}

const contentOf = ({ payload }: ReplayLine['events'][number]['data']) => (payload as { n?: number } | undefined)?.n

const numbered = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`id-${n}`, n]))
