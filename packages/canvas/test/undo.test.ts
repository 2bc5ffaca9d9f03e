import { hewnError } from '@hewn/model'
import { seededRandom, seeds, testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { canvasOf, createCanvas, digestsOf, emptyCanvas, foldAll, memoryLog, type ReplayLine } from '../src/index.ts'
import { asyncBinding } from '../src/node/index.ts'
import { randomAction } from './random-actions.ts'

const SESSION = 'session:undo'

async function all<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const line of lines) found.push(line)
  return found
}

function house() {
  const world = testWorld()
  const canvas = createCanvas({ log: memoryLog({ world }), world, binding: asyncBinding() })
  const as = (turn?: string) =>
    canvas.session(SESSION, { uid: 'u', by: 'user', ...(turn ? { turn: `turn:${turn}` as const } : {}) })
  const look = async () => {
    const opened = await canvas.open(SESSION)
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value.canvas
  }
  return { canvas, as, look }
}

describe('undoTurn', () => {
  it('[CV24] puts back what the turn touched, in one commit that says what it undoes; messages, versions and jobs stay', async () => {
    const { canvas, as, look } = house()
    await as().setState({ key: 'title', value: 'Box' })
    await as().setResource({ channel: 'files', id: 'a', payload: { text: 1 } })
    await as().setResource({ channel: 'layers', id: 'old', payload: {} })
    await as('1').setState({ key: 'title', value: 'Larger box' })
    await as('1').setState({ key: 'kind', value: 'box' })
    await as('1').patchResource({ channel: 'files', id: 'a', patch: { text: 2 } })
    await as('1').deleteResource({ channel: 'layers', id: 'old' })
    await as('1').setResource({ channel: 'layers', id: 'new', payload: {} })
    for (const channel of ['messages', 'versions', 'jobs']) {
      await as('1').setResource({ channel, id: 'said', payload: { turn: 1 } })
    }
    const before = (await look()).seq
    expect(await as('2').undoTurn('turn:1')).toEqual({
      ok: true,
      value: {
        undone: ['state/title', 'state/kind', 'files/a', 'layers/old', 'layers/new'],
        skipped: [],
      },
    })
    const now = await look()
    expect(Object.fromEntries(now.state)).toEqual({ title: 'Box' })
    expect(now.channels.get('files')?.get('a')).toEqual({ text: 1 })
    expect([...(now.channels.get('layers')?.keys() ?? [])]).toEqual(['old'])
    for (const channel of ['messages', 'versions', 'jobs']) expect(now.channels.get(channel)?.size).toBe(1)
    const lines = await canvas.replay(SESSION, before + 1, 1_000)
    const commits = lines.ok ? await all(lines.value) : []
    expect(commits).toMatchObject([{ from: before + 1, to: now.seq, undoes: 'turn:1' }])
  })

  it('[CV24] undoing the undo is redo, and so on', async () => {
    const { as, look } = house()
    await as().setState({ key: 'n', value: 0 })
    await as('1').setState({ key: 'n', value: 1 })
    for (const expected of [0, 1, 0, 1]) {
      expect((await as().undoTurn('turn:1')).ok).toBe(true)
      expect((await look()).state.get('n')).toBe(expected)
    }
  })

  it('[CV24] what somebody has changed since is a conflict and nothing happens; skip undoes the rest', async () => {
    const { as, look } = house()
    await as('1').patchState({ patch: { mine: 1, theirs: 1 } })
    await as().setState({ key: 'theirs', value: 'edited' })
    const { seq } = await look()
    const refused = await as().undoTurn('turn:1')
    expect(refused).toMatchObject({ ok: false, error: { code: 'CANVAS_UNDO_CONFLICT' } })
    expect(!refused.ok && refused.error.message).toContain('state/theirs')
    expect((await look()).seq).toBe(seq)
    expect(await as().undoTurn('turn:1', { skip: true })).toEqual({
      ok: true,
      value: { undone: ['state/mine'], skipped: ['state/theirs'] },
    })
    expect(Object.fromEntries((await look()).state)).toEqual({ theirs: 'edited' })
  })

  it('[CV24] what was done and undone since is as the turn left it, so one turn after the other goes back', async () => {
    const { as, look } = house()
    await as().setState({ key: 'n', value: 0 })
    for (const turn of ['1', '2', '3']) {
      await as(turn).setState({ key: 'n', value: Number(turn) })
      await as(turn).bulkSetResources({ channel: 'files', items: { [turn]: { turn } }, replace: true })
    }
    const files = async () => [...((await look()).channels.get('files')?.keys() ?? [])]
    for (const turn of ['3', '2', '1']) {
      expect((await as().undoTurn(`turn:${turn}`)).ok).toBe(true)
      expect((await look()).state.get('n')).toBe(Number(turn) - 1)
      expect(await files()).toEqual(turn === '1' ? [] : [String(Number(turn) - 1)])
    }
    for (const turn of ['1', '2', '3']) expect((await as().undoTurn(`turn:${turn}`)).ok).toBe(true)
    expect([(await look()).state.get('n'), await files()]).toEqual([3, ['3']])
    // Only the newest is as it was left.
    expect(await as().undoTurn('turn:2')).toMatchObject({ ok: false, error: { code: 'CANVAS_UNDO_CONFLICT' } })
  })

  it('[CV24] what somebody did in the middle of a turn is theirs, and what was said to stay stays', async () => {
    const { as, look } = house()
    await as('1').patchState({ patch: { a: 1, b: 1, c: 1 } })
    await as().patchState({ patch: { a: 'theirs', b: 'theirs' } })
    await as('1').patchState({ patch: { b: 2 } })
    const refused = await as().undoTurn('turn:1', { skip: (place) => place !== 'state/a' })
    expect(!refused.ok && refused.error.message).toContain('since: state/a;')
    const seen: unknown[] = []
    const against = hewnError('CANVAS_UNDO_CONFLICT', 'not like this')
    const unless = ({ state }: { state: ReadonlyMap<string, unknown> }) => {
      seen.push([...state.keys()].filter((key) => state.get(key) !== null))
      return against
    }
    expect(await as().undoTurn('turn:1', { skip: true, unless })).toEqual({ ok: false, error: against })
    expect(seen).toEqual([['a']])
    expect(await as().undoTurn('turn:1', { skip: (place) => place === 'state/a' })).toEqual({
      ok: true,
      value: { undone: ['state/b', 'state/c'], skipped: ['state/a'] },
    })
    expect(Object.fromEntries((await look()).state)).toEqual({ a: 'theirs' })
  })

  it('[CV24] a turn that did nothing, or is not known, has nothing to undo', async () => {
    const { as } = house()
    await as().setState({ key: 'a', value: 1 })
    expect(await as().undoTurn('turn:none')).toMatchObject({ ok: false, error: { code: 'SESSION_STATE' } })
  })

  it('[CV43] somebody who writes at the same moment is read first, not written over', async () => {
    const { as, look } = house()
    await as('1').patchState({ patch: { a: 1, b: 1 } })
    const both = await Promise.all([as().setState({ key: 'b', value: 2 }), as().undoTurn('turn:1')])
    expect(both[1]).toMatchObject({ ok: false, error: { code: 'CANVAS_UNDO_CONFLICT' } })
    expect(Object.fromEntries((await look()).state)).toEqual({ a: 1, b: 2 })
  })

  for (const seed of seeds(5, 1_234)) {
    it(`[CV24] whatever a turn does, undo brings the digests back and redo the others, seed ${seed}`, async () => {
      const chance = seededRandom(seed)
      const { canvas, look } = house()
      const act = (turn?: `turn:${string}`) => {
        const { name, params } = randomAction(chance)
        return canvas.run(SESSION, { uid: 'u', by: 'model', ...(turn ? { turn } : {}) }, () =>
          canvas.call(name, params),
        )
      }
      for (let round = 0; round < 15; round++) {
        for (let step = 0; step < 10; step++) await act()
        const before = digestsOf(await look())
        const turn = `turn:${seed}-${round}` as const
        for (let step = 0; step < 20; step++) await act(turn)
        const after = digestsOf(await look())
        const session = canvas.session(SESSION, { uid: 'u', by: 'user' })
        expect((await session.undoTurn(turn)).ok).toBe(true)
        expect(digestsOf(await look())).toEqual(before)
        expect((await session.undoTurn(turn)).ok).toBe(true)
        expect(digestsOf(await look())).toEqual(after)
      }
    }, 30_000)
  }
})

describe('history', () => {
  it('[CV25] [CV33] an exported log folded elsewhere gives equal digests, and stateAt equals what was recorded', async () => {
    const chance = seededRandom(77)
    const { canvas, look } = house()
    const recorded = new Map<number, object>()
    for (let step = 0; step < 400; step++) {
      const { name, params } = randomAction(chance)
      await canvas.run(SESSION, { uid: 'u', by: 'model' }, () => canvas.call(name, params))
      const now = await look()
      if (chance() < 0.15) recorded.set(now.seq, digestsOf(now))
    }
    const lines = await canvas.replay(SESSION, 1, Number.MAX_SAFE_INTEGER)
    const exported = lines.ok ? (await all(lines.value)).map((line) => JSON.stringify(line)) : []
    const events = exported.flatMap((line) => (JSON.parse(line) as ReplayLine).events)
    const plain = events.map(({ type, data }) => {
      const { preview_seq: _, ...rest } = data
      return { type, data: rest }
    })
    expect(digestsOf(foldAll(emptyCanvas(), plain))).toEqual(digestsOf(await look()))
    expect(recorded.size).toBeGreaterThan(30)
    for (const [seq, digests] of recorded) {
      const state = await canvas.stateAt(SESSION, seq)
      expect(state.ok && digestsOf(canvasOf(state.value))).toEqual(digests)
    }
  })
})
