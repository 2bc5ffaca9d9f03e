import type { Message } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { composed, json, type ServerOptions, SOON, temporaryHome } from './house.ts'

async function chat(options: ServerOptions = {}) {
  const server = await composed(options)
  const made = await server.ask('POST', '/api/sessions', { payload: {}, headers: json })
  const path = `/api/sessions/${made.json().session.id}`
  const say = (text: string, more: object = {}, wait = 20) =>
    server.ask('POST', `${path}/messages`, {
      payload: { text, ...more },
      headers: { ...json, ...(wait > 0 ? { prefer: `wait=${wait}` } : {}) },
    })
  const state = async () => (await server.ask('GET', `${path}/state`)).json()
  const files = async () =>
    (await server.ask('GET', `${path}/files`)).json().items.map((file: { path: string }) => file.path)
  const versions = async () => (await server.ask('GET', `${path}/versions`)).json().items
  return { ...server, path, say, state, files, versions }
}

describe('a turn', () => {
  it('[AG4] words become a box, with its contract, one version, and a message that tells all of it', async () => {
    const { say, state, versions } = await chat()
    const said = await say('open top box 150x100x80')
    expect(said.status, said.text).toBe(200)
    const { turn } = said.json()
    expect(turn).toMatchObject({
      state: 'done',
      agent: 'planner',
      request: 'open top box 150x100x80',
      understanding: { kind: 'box' },
      changed: { files: ['box.json'] },
      version: { by: 'planner', agent: 'planner', turn: turn.id, request: 'open top box 150x100x80' },
    })
    expect(turn.text).toMatch(/^Box, by the planner, \d+ ms\. .*150.*\d+ of \d+ claims pass\.$/)
    expect(turn.stages.map((one: { stage: string }) => one.stage)).toEqual(['read', 'plan', 'write', 'build', 'check'])
    expect(turn.stages.every((one: { endedAt?: number }) => one.endedAt !== undefined)).toBe(true)
    expect(turn.stages[3].job).toBe(turn.version.job)
    expect(turn.claims.every((claim: { result: { state: string } }) => claim.result.state === 'pass')).toBe(true)

    const canvas = await state()
    expect(canvas.state).toMatchObject({
      kind: 'box',
      head: turn.version.id,
      agent: 'planner',
      title: 'Open top box 150x100x80',
      shown: { job: turn.version.job, version: turn.version.id },
    })
    const { claims: _, version: __, ...message } = turn
    expect(canvas.state.turn).toBeUndefined()
    expect(canvas.resources.messages[turn.id]).toEqual(message)
    expect(await versions()).toHaveLength(1)
  })

  it('[AG14] the contract stands before anything is built, and [AG5] the turn ends once, last', async () => {
    const { ask, path, say } = await chat()
    const { turn } = (await say('open top box 150x100x80')).json()
    const commits = (await ask('GET', `${path}/replay`)).text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const events = commits.flatMap((commit: { turn?: string; events: { data: Record<string, unknown> }[] }) =>
      commit.events.map((event) => ({ ...event.data, turn: commit.turn })),
    )
    const at = (what: (event: Record<string, unknown>) => boolean) => events.findIndex(what)
    const promised = at((event) => event.channel === 'claims')
    const written = at((event) => event.channel === 'files')
    const built = at((event) => event.channel === 'jobs')
    expect(promised).toBeGreaterThan(-1)
    expect(promised).toBeLessThan(written)
    expect(written).toBeLessThan(built)
    expect(events[promised]).toMatchObject({ turn: turn.id })
    const ends = commits.filter((commit: { events: { data: { id?: string; payload?: { endedAt?: number } } }[] }) =>
      commit.events.some(({ data }) => data.id === turn.id && data.payload?.endedAt !== undefined),
    )
    expect(ends).toHaveLength(1)
    expect(ends[0]).toBe(commits.at(-1))
  })

  it('[AG12] [AG47] a follow-up changes the design there is, and the head is its child', async () => {
    const { say, versions } = await chat()
    const first = (await say('open top box 150x100x80')).json().turn
    const second = (await say('make it 20 mm taller')).json().turn
    expect(second).toMatchObject({ state: 'done', base: first.version.id, version: { parent: first.version.id } })
    expect(second.claims).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ expect: expect.objectContaining({ field: 'z', equals: 100 }) }),
      ]),
    )
    expect(await versions()).toHaveLength(2)
  })

  it('[AG8] undo, said or pressed, moves the head to the parent and redo back; nothing is lost', async () => {
    const { say, state, ask, path, versions } = await chat()
    const first = (await say('open top box 150x100x80')).json().turn
    const second = (await say('make it 20 mm taller')).json().turn
    const undone = (await say('Undo that.')).json().turn
    expect(undone).toMatchObject({
      state: 'answered',
      text: 'Undone. The design is as before “make it 20 mm taller”.',
    })
    expect((await state()).state.head).toBe(first.version.id)
    expect((await ask('POST', `${path}/redo`, { payload: {}, headers: json })).json().head).toBe(second.version.id)
    expect((await say('redo')).json().turn).toMatchObject({
      state: 'refused',
      outcome: { error: { code: 'SESSION_STATE' } },
    })
    expect(await versions()).toHaveLength(2)
  })

  it('[CV24] a turn that is undone is undone on the canvas as it was done, in one commit that says so; redo likewise', async () => {
    const { say, state, ask, path, versions, files } = await chat()
    const move = async (way: 'undo' | 'redo') => {
      const moved = (await ask('POST', `${path}/${way}`, { payload: {}, headers: json })).json()
      const last = (await ask('GET', `${path}/replay`)).text.trim().split('\n').at(-1)
      return { ...moved, undoes: JSON.parse(last ?? '{}').undoes }
    }
    const design = async () => {
      const { state: map, resources } = await state()
      const { files: there, layers, claims, nodes, edges } = resources
      return { map, there, layers, claims, nodes, edges }
    }
    const empty = await design()
    const first = (await say('open top box 150x100x80')).json().turn
    const one = await design()
    const second = (await say('make it 20 mm taller')).json().turn
    const two = await design()
    expect(await move('undo')).toEqual({ head: first.version.id, undoes: second.id })
    expect(await design()).toEqual(one)
    expect(await move('undo')).toEqual({ head: null, undoes: first.id })
    expect(await design()).toEqual(empty)
    expect(await files()).toEqual([])
    expect((await ask('GET', path)).json().session).toMatchObject({ title: '', head: null })
    expect(await move('redo')).toEqual({ head: first.version.id, undoes: first.id })
    expect(await move('redo')).toEqual({ head: second.version.id, undoes: second.id })
    expect(await design()).toEqual(two)
    expect((await ask('GET', path)).json().session).toMatchObject({ title: 'Open top box 150x100x80' })
    expect(await versions()).toHaveLength(2)
    expect((await state()).resources.messages[second.id].state).toBe('done')
  })

  it('[CV24] where somebody has changed the design since, its version is shown, whole; a title of one’s own stays', async () => {
    const { say, state, ask, path } = await chat()
    const first = (await say('open top box 150x100x80')).json().turn
    const one = await state()
    await say('make it 20 mm taller')
    await ask('PATCH', path, { payload: { title: 'Tea' }, headers: json })
    const recipe = (await ask('GET', `${path}/files/box.json`)).json()
    const put = { payload: JSON.stringify({ ...recipe, width: 160 }) }
    expect((await ask('PUT', `${path}/files/box.json?build=off`, put)).status).toBe(200)
    expect((await ask('POST', `${path}/undo`, { payload: {}, headers: json })).json().head).toBe(first.version.id)
    const now = await state()
    expect(now.resources.files).toEqual(one.resources.files)
    expect(now.resources.layers).toEqual(one.resources.layers)
    expect([now.state.title, (await ask('GET', path)).json().session.title]).toEqual(['Tea', 'Tea'])
    expect((await ask('GET', `${path}/files/box.json`)).json()).toMatchObject({ width: 150 })
  })

  it('[AG21] a refusal builds nothing, leaves the design as it was and says what would work', async () => {
    const { say, state, files, versions } = await chat()
    const { version } = (await say('open top box 150x100x80')).json().turn
    const before = await state()
    for (const words of ['colourless green ideas sleep furiously', 'closed box 9000x100x80']) {
      const { turn } = (await say(words, { kind: 'box' })).json()
      expect(turn).toMatchObject({
        state: 'refused',
        outcome: { error: { code: expect.stringMatching(/^(AGENT|RECIPE)_/) } },
      })
      expect(turn.version).toBeUndefined()
    }
    const after = await state()
    expect(after.resources.layers).toEqual(before.resources.layers)
    expect(after.resources.claims).toEqual(before.resources.claims)
    expect(after.state.head).toBe(version.id)
    expect(await files()).toEqual(['box.json'])
    expect(await versions()).toHaveLength(1)
  })

  it('[AG22] what is open is asked, its answer goes on with the same turn, and only while nothing else was said', async () => {
    const { say, state } = await chat()
    const asking = (await say('box 150x100')).json().turn
    expect(asking).toMatchObject({ state: 'asking', outcome: { question: { choices: expect.any(Array) } } })
    const { question } = asking.outcome
    expect((await say('', { answers: [{ question: 'weather', choice: '1' }] })).status).toBe(409)
    const wrong = await say('', { answers: [{ question: question.id, choice: '77' }] })
    expect(wrong.status).toBe(400)
    expect(wrong.json().error.choices).toContain('decide')
    expect((await say('', { answers: [{ question: question.id, choice: 'other' }] })).status).toBe(400)
    expect((await say('', { answers: [] })).status).toBe(400)

    const other = (await say('height 80', { answers: [{ question: question.id, choice: 'other' }] })).json()
    expect(other.turn.id).toBe(asking.id)
    expect(other.turn.answers).toEqual([{ question: question.id, choice: 'other', text: 'height 80' }])
    expect(other.turn).toMatchObject({ state: 'done', text: expect.stringContaining('150 × 100 × 80') })
    expect(Object.keys((await state()).resources.messages)).toEqual([asking.id])

    const again = (await say('make it deeper')).json().turn
    await say('open top box 90x80x70')
    const late = await say('', { answers: [{ question: again.outcome.question.id, choice: '1' }] })
    expect([late.status, late.json().error.code]).toEqual([409, 'SESSION_STATE'])
    const decided = (await say('make it taller')).json().turn
    const left = await say('', { answers: [{ question: decided.outcome.question.id, choice: 'decide' }] })
    expect(left.json().turn).toMatchObject({
      state: 'done',
      text: expect.stringContaining('Assumed: by 10 mm (it was left to us)'),
    })
  })

  it('[WB48] undo takes a draft off the screen first, and the design it stood over only when it is pressed again', async () => {
    const { ask, path, say, state } = await chat()
    const press = async () => (await ask('POST', `${path}/undo`, { payload: {}, headers: json })).json()
    const draft = (await say('box 150x100')).json().turn
    expect((await state()).state.shown.version).toBe(draft.outcome.draft)
    expect(await press()).toMatchObject({ head: null })
    expect((await state()).state.shown ?? null).toBe(null)

    const first = (await say('open top box 150x100x80')).json().turn
    const good = await state()
    const asking = (await say('make it deeper')).json().turn
    expect((await state()).state.shown.version).toBe(asking.outcome.draft)
    expect(await press()).toMatchObject({ head: first.version.id })
    const back = await state()
    for (const channel of ['layers', 'claims', 'files'])
      expect(back.resources[channel]).toEqual(good.resources[channel])
    expect(back.state.shown).toEqual(good.state.shown)
    expect(await press()).toMatchObject({ head: null })
  })

  it('[AG22] who may not be asked gets AGENT_NEEDS_ANSWER with the choices', async () => {
    const { say } = await chat()
    const { turn } = (await say('box 150x100', { mayAsk: false })).json()
    expect(turn).toMatchObject({
      state: 'refused',
      outcome: { error: { code: 'AGENT_NEEDS_ANSWER', choices: expect.any(Array) } },
    })
  })

  it('[AG42] questions about the design are answered from facts, and change nothing', async () => {
    const { say, versions } = await chat()
    await say('open top box 150x100x80')
    const { turn } = (await say('how big is it?')).json()
    expect(turn).toMatchObject({ state: 'answered', text: expect.stringContaining('150 × 100 × 80 mm') })
    expect((await say('how heavy in birch?')).json().turn.text).toMatch(/^[\d.,]+ g in birch \(0\.68 g\/cm³\)/)
    expect(await versions()).toHaveLength(1)
  })

  it('[AG84] an edited request branches from the version it names, and nothing is overwritten', async () => {
    const { say, versions } = await chat()
    const first = (await say('open top box 150x100x80')).json().turn
    const second = (await say('make it 20 mm taller')).json().turn
    const third = (await say('make it 50 mm taller', { from: second.base })).json().turn
    expect(third).toMatchObject({ state: 'done', base: first.version.id, version: { parent: first.version.id } })
    const fresh = (await say('open top box 70x60x50', { from: null })).json().turn
    expect(fresh.version.parent).toBeUndefined()
    expect(await versions()).toHaveLength(4)
    expect((await say('taller', { from: `version:${'0'.repeat(22)}` })).status).toBe(404)
  })

  it('[AG84] a branch that is refused leaves the design where it stood', async () => {
    const { say, state, versions } = await chat()
    const { turn } = (await say('open top box 150x100x80')).json()
    const refused = (await say('colourless green ideas sleep furiously', { from: null })).json().turn
    expect(refused.state).toBe('refused')
    expect(await state()).toMatchObject({ state: { head: turn.version.id } })
    expect(await versions()).toHaveLength(1)
    expect((await say('make it 20 mm taller')).json().turn).toMatchObject({ state: 'done', base: turn.version.id })
  })

  it('[AG42] an answer given to nobody in particular is a new request', async () => {
    const { say, ask, path } = await chat()
    await say('open top box 150x100x80')
    const found = (await ask('GET', `${path}/turns?q=TOP%20BOX`)).json()
    expect(found.items.map((turn: Message) => turn.request)).toEqual(['open top box 150x100x80'])
    expect((await ask('GET', `${path}/turns?q=teapot`)).json().items).toEqual([])
  })
})

describe('several turns', () => {
  it('[AG6] two messages at once are two turns, one after the other', async () => {
    const { say, versions, ask, path } = await chat()
    const [one, two] = await Promise.all([say('open top box 150x100x80', {}, 0), say('make it 20 mm taller', {}, 0)])
    expect([one.status, two.status]).toEqual([202, 202])
    await expect
      .poll(async () => (await ask('GET', `${path}/turns`)).json().items.map((turn: Message) => turn.state), SOON)
      .toEqual(['done', 'done'])
    const [second, first] = await versions()
    expect(second.parent).toBe(first.id)
  })

  it('[AG6] a message that waits can be reworded, moved and dropped; one that is over cannot', async () => {
    const { say, ask, path } = await chat({ build: hangs })
    const slow = (await say('block 40 x 30 x 20', {}, 0)).json().turn
    const [a, b, c] = await Promise.all(
      ['open top box 10x10x10', 'closed box 70x60x50', 'open top box 150x100x80'].map(
        async (words) => (await say(words, {}, 0)).json().turn.id,
      ),
    )
    const patch = (id: string, payload: object) => ask('PATCH', `${path}/turns/${id}`, { payload, headers: json })
    expect((await patch(a, { text: 'open top box 90x80x70' })).json().turn.request).toBe('open top box 90x80x70')
    expect((await patch(a, { text: '  ' })).status).toBe(400)
    expect((await patch(c, { before: a })).status).toBe(200)
    expect((await patch(c, { before: slow.id })).json().error.code).toBe('SESSION_STATE')
    expect((await ask('DELETE', `${path}/turns/${b}`)).json().turn.state).toBe('cancelled')
    await ask('DELETE', `${path}/turns/${slow.id}`)
    await expect
      .poll(async () => states(await ask('GET', `${path}/turns`)), SOON)
      .toEqual({ [slow.id]: 'cancelled', [a]: 'done', [b]: 'cancelled', [c]: 'done' })
    const versions = (await ask('GET', `${path}/versions`)).json().items
    expect(versions.map((version: { request: string }) => version.request)).toEqual([
      'open top box 90x80x70',
      'open top box 150x100x80',
    ])
    expect((await patch(a, { text: 'x' })).json().error.code).toBe('SESSION_STATE')
    expect((await ask('DELETE', `${path}/turns/${a}`)).json().error.code).toBe('SESSION_STATE')
    expect((await ask('DELETE', `${path}/turns/turn:${'0'.repeat(22)}`)).status).toBe(404)
  })

  it('[AG6] at most twenty wait; the next is told to come later', async () => {
    const { say, ask, path } = await chat({ build: hangs })
    const slow = (await say('block 40 x 30 x 20', {}, 0)).json().turn
    await running(ask, path, slow.id)
    const replies = []
    for (let count = 0; count < 21; count++) replies.push(await say('colourless green ideas', {}, 0))
    expect(replies.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 202), 429])
    expect(replies.at(-1)?.json().error.code).toBe('LIMIT_QUEUE')
    await ask('DELETE', `${path}/turns/${slow.id}`)
  })

  it('[AG6] replace stops what runs and takes its place', async () => {
    const { say, ask, path } = await chat({ build: hangs })
    const slow = (await say('block 40 x 30 x 20', {}, 0)).json().turn
    await running(ask, path, slow.id)
    const { turn } = (await say('open top box 150x100x80', { mode: 'replace' })).json()
    expect(turn.state).toBe('done')
    expect((await ask('GET', `${path}/turns/${slow.id}`)).json().turn.state).toBe('cancelled')
  })
})

describe('stopping', () => {
  it('[AG7] a turn that builds can be stopped, its job with it, and the design is as before', async () => {
    const { say, state, ask, path, files, versions } = await chat({ build: hangs })
    await say('open top box 150x100x80')
    const before = await state()
    const slow = (await say('block 40 x 30 x 20', {}, 0)).json().turn
    await running(ask, path, slow.id)
    await expect.poll(async () => (await files()).length, SOON).toBe(3)
    const stopped = (await ask('DELETE', `${path}/turns/${slow.id}`)).json().turn
    expect(stopped).toMatchObject({ state: 'cancelled', outcome: { state: 'cancelled' } })
    expect(stopped.endedAt).toBeDefined()
    const after = await state()
    for (const channel of ['layers', 'claims', 'files'])
      expect(after.resources[channel], channel).toEqual(before.resources[channel])
    expect(after.state).toEqual({ ...before.state, agent: 'planner' })
    expect(await versions()).toHaveLength(1)
    await expect
      .poll(async () => (await ask('GET', `/api/jobs?session=${path.split('/').at(-1)}`)).json().items[0].state, SOON)
      .toBe('cancelled')
    expect((await ask('GET', `${path}/turns/${slow.id}`)).json().turn.state).toBe('cancelled')
  })

  it('[SV55] a server that is closed stops its turns, and the next one says of those that waited that they failed', async () => {
    const home = temporaryHome()
    const { say, ask, path, close } = await chat({ home, build: hangs })
    const slow = (await say('block 40 x 30 x 20', {}, 0)).json().turn
    await running(ask, path, slow.id)
    const waiting = (await say('open top box 150x100x80', {}, 0)).json().turn
    await close()
    const again = await composed({ home })
    expect(states(await again.ask('GET', `${path}/turns`))).toEqual({ [slow.id]: 'cancelled', [waiting.id]: 'failed' })
    expect((await again.ask('GET', `${path}/files`)).json().items).toEqual([])
  })

  it('[AG5] a build that fails ends the turn as failed, with the words of the kernel, and puts the files back', async () => {
    const { say, files } = await chat({ build: async (_, play) => play.fail('SCRIPT_ERROR', 3) })
    const { turn } = (await say('block 40 x 30 x 20')).json()
    expect(turn).toMatchObject({ state: 'failed', outcome: { error: { code: 'SCRIPT_ERROR' } } })
    expect(await files()).toEqual([])
  })

  it('[SV3] without Python a part is refused with the remedy, and boxes go on', async () => {
    const { say, files } = await chat()
    const { turn } = (await say('block 40 x 30 x 20')).json()
    expect(turn).toMatchObject({ state: 'failed', outcome: { error: { code: 'KERNEL_MISSING' } } })
    expect(await files()).toEqual([])
    expect((await say('open top box 150x100x80')).json().turn.state).toBe('done')
  })
})

const states = (reply: { json(): { items: Message[] } }) =>
  Object.fromEntries(reply.json().items.map((turn) => [turn.id, turn.state]))

const running = (ask: Awaited<ReturnType<typeof chat>>['ask'], path: string, id: string) =>
  expect
    .poll(async () => (await ask('GET', `${path}/state`)).json().resources.messages[id].stages.at(-1)?.stage, SOON)
    .toBe('build')

/** A script that never ends by itself. */
const hangs: NonNullable<ServerOptions['build']> = (_, play, signal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(play.fail('SCRIPT_ERROR', 1))))

describe('bad input', () => {
  it('[AG10] words that are none, too many, or of the wrong shape are refused before anything is kept', async () => {
    const { say, ask, path } = await chat()
    const empty = await say('  \n ')
    expect([empty.status, empty.json().error.code]).toEqual([400, 'REQUEST_PROMPT_MISSING'])
    const long = await say('a'.repeat(10_001))
    expect([long.status, long.json().error.code]).toEqual([400, 'REQUEST_PROMPT_TOO_LONG'])
    expect(long.json().error.message).toContain('10,001')
    for (const body of [
      { text: 7 },
      { text: 'x', mode: 'now' },
      { text: 'x', kind: 'house' },
      { text: 'x', more: 1 },
      [],
    ]) {
      const reply = await ask('POST', `${path}/messages`, { payload: body, headers: json })
      expect([reply.status, reply.json().error.code]).toEqual([400, 'REQUEST_INVALID'])
    }
    expect((await say('a washer', { agent: 'model' })).json().error.code).toBe('AGENT_NO_MODEL')
    expect((await say('', { answers: [{ question: 'kind', choice: 'box' }] })).status).toBe(409)
    expect((await ask('GET', `${path}/turns`)).json().items).toEqual([])
  })

  it('[SV10] a turn of another session is not there', async () => {
    const { say, ask } = await chat()
    const { turn } = (await say('open top box 150x100x80')).json()
    const other = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session.id
    for (const [method, more] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/accept'],
    ] as const)
      expect(
        (
          await ask(method, `/api/sessions/${other}/turns/${turn.id}${more}`, {
            payload: { claims: [] },
            headers: json,
          })
        ).status,
      ).toBe(404)
  })
})

describe('what is remembered', () => {
  it('[AG84] the conversation is there after a restart; a turn that was broken off has failed', async () => {
    const home = temporaryHome()
    const first = await chat({ home })
    const { turn } = (await first.say('open top box 150x100x80')).json()
    const { storage } = first.parts
    const session = (await storage.sessions.list())[0]
    if (!session) throw new Error('There is no session.')
    const broken: Message = {
      ...turn,
      claims: undefined,
      version: undefined,
      id: 'turn:0000000000000000000001',
      state: 'running',
    }
    delete (broken as Partial<Message>).outcome
    await storage.turns.add(session.id, broken)
    // It had written files, and nobody was told how it ended.
    const before = await storage.files.list(session.id)
    await storage.turns.set(broken, before)
    const half = await storage.blobs.put(Buffer.from('{"half":'))
    const payload = { content: '{"half":', language: 'json', hash: half.hash, bytes: 8 }
    await first.parts.canvas
      .session(session.id, { uid: 'local', by: 'planner' })
      .bulkSetResources({ channel: 'files', items: { 'box.json': payload, 'model.py': payload } })
    await first.close()

    const again = await composed({ home })
    const turns = (await again.ask('GET', `${first.path}/turns`)).json().items
    expect(turns.map((one: Message) => [one.request, one.state])).toEqual([
      ['open top box 150x100x80', 'failed'],
      ['open top box 150x100x80', 'done'],
    ])
    expect(turns[0].outcome.error.code).toBe('JOB_INTERRUPTED')
    const canvas = (await again.ask('GET', `${first.path}/state`)).json()
    expect(canvas.resources.messages[broken.id].state).toBe('failed')
    expect(canvas.state.head).toBe(turn.version.id)
    const files = (await again.ask('GET', `${first.path}/files`)).json().items
    expect(files).toEqual(before)
    expect(Object.keys(canvas.resources.files)).toEqual(['box.json'])
  })
})
