import type { Artifact, JobId, Message, SessionId, TurnId, Version, VersionId } from '@hewn/model'
import { createCanvas } from '@hewn/canvas'
import { testWorld } from '@hewn/testing'
import { expect, it } from 'vitest'
import { openStorage } from '../src/index.ts'
import { at, temporaryHome, temporaryStorage } from './temporary-home.ts'

const NAUGHTY = 'a\0b \u202e😀 "\'; drop table sessions; --'
const hash = (digit: string) => digit.repeat(64)

const artifact = (name: string, bytes = 1): Artifact => ({
  name,
  format: 'stl',
  bytes,
  sha256: hash('a'),
  url: `/artifacts/1/${name}`,
})

it('[SV12] a session has an unguessable id and a secret of its own', async () => {
  const { sessions } = await temporaryStorage()
  const one = await sessions.create({ title: NAUGHTY, origin: 'user', owner: 'ada' })
  const two = await sessions.create({ title: 'two', origin: 'run', owner: 'ada' })
  expect(one).toMatchObject({ id: expect.stringMatching(/^session:[0-9A-Za-z]{22}$/), title: NAUGHTY, head: null })
  expect(new Set([one.id, two.id, one.secret, two.secret]).size).toBe(4)
  expect(await sessions.get(one.id)).toEqual(one)
  expect(await sessions.get('session:absent')).toBeUndefined()
})

it('sessions are listed last touched first, as many as asked for, of one origin when asked', async () => {
  const world = testWorld()
  const { sessions } = await temporaryStorage({ world })
  const made: SessionId[] = []
  for (const origin of ['user', 'run', 'user'] as const) {
    made.push((await sessions.create({ title: origin, origin, owner: 'ada' })).id)
    world.advance(1_000)
  }
  await sessions.touch(made[0] ?? 'session:')
  const ids = async (options?: Parameters<typeof sessions.list>[0]) =>
    (await sessions.list(options)).map(({ id }) => id)
  expect(await ids()).toEqual([made[0], made[2], made[1]])
  expect(await ids({ limit: 1 })).toEqual([made[0]])
  expect(await ids({ origin: 'run' })).toEqual([made[1]])
  world.advance(1_000)
  expect(await sessions.setTitle(made[1] ?? 'session:', 'Tea')).toBe(true)
  expect(await sessions.setTitle('session:absent', 'Tea')).toBe(false)
  expect((await sessions.list({ limit: 1 }))[0]).toMatchObject({ id: made[1], title: 'Tea' })
})

it('a session that is removed takes its files and its canvas along, and no other', async () => {
  const storage = await temporaryStorage()
  const { sessions, files } = storage
  const gone = await sessions.create({ title: 'gone', origin: 'user', owner: 'ada' })
  const kept = await sessions.create({ title: 'kept', origin: 'user', owner: 'ada' })
  const canvas = createCanvas({ log: storage.canvasLog, world: testWorld() })
  const payload = { hash: hash('a'), bytes: 1 }
  for (const { id } of [gone, kept])
    await canvas.session(id, { uid: 'ada', by: 'user' }).setResource({ channel: 'files', id: 'box.json', payload })
  await sessions.remove(gone.id)
  expect(await sessions.list()).toEqual([kept])
  expect((await files.list(gone.id)).length).toBe(0)
  expect((await files.list(kept.id)).length).toBe(1)
})

it('a head moves only from where it is: of two who saw the same, one wins', async () => {
  const { sessions } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const [one, two] = ['version:1', 'version:2'] as VersionId[]
  const won = await Promise.all([sessions.setHead(id, null, one ?? null), sessions.setHead(id, null, two ?? null)])
  expect(won).toEqual([true, false])
  expect(await sessions.setHead(id, two ?? null, null)).toBe(false)
  expect(await sessions.setHead(id, one ?? null, null)).toBe(true)
  expect((await sessions.get(id))?.head).toBeNull()
})

it('[CV44] the table of files is the channel of that name: each commit changes both, or neither', async () => {
  const storage = await temporaryStorage()
  const { sessions, files } = storage
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const other = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const canvas = createCanvas({ log: storage.canvasLog, world: testWorld() })
  const on = canvas.session(id, { uid: 'ada', by: 'user', turn: 'turn:1' })
  const payload = (digit: string, bytes = 3) => ({ hash: hash(digit), bytes, language: 'text', content: 'abc' })
  const paths = async () => (await files.list(id)).map((file) => `${file.path} ${file.hash[0]} ${file.bytes}`)

  await canvas
    .session(other.id, { uid: 'ada', by: 'user' })
    .setResource({ channel: 'files', id: 'model.py', payload: payload('e') })
  await on.setResource({ channel: 'files', id: 'b.py', payload: payload('a') })
  await on.patchResource({ channel: 'files', id: 'b.py', patch: { hash: hash('b'), bytes: 9 } })
  await on.bulkSetResources({ channel: 'files', items: { 'a/ü 😀.txt': payload('c'), constructor: payload('d') } })
  await on.setResource({ channel: 'files', id: 'odd', payload: { no: 'file' } })
  await on.setResource({ channel: 'layers', id: 'b.py', payload: payload('f') })
  expect(await paths()).toEqual(['a/ü 😀.txt c 3', 'b.py b 9', 'constructor d 3'])
  expect(await files.get(id, 'b.py')).toEqual({ path: 'b.py', hash: hash('b'), bytes: 9 })

  const refused = await on.together((draft) => {
    draft.deleteResource({ channel: 'files', id: 'b.py' })
    draft.setState({ key: '__proto__', value: 1 })
  })
  expect(refused.ok).toBe(false)
  await on.deleteResource({ channel: 'files', id: 'constructor' })
  expect(await paths()).toEqual(['a/ü 😀.txt c 3', 'b.py b 9'])
  await on.bulkSetResources({ channel: 'files', items: { 'new.py': payload('1') }, replace: true })
  expect(await paths()).toEqual(['new.py 1 3'])
  await on.undoTurn('turn:1')
  expect(await paths()).toEqual([])
  await on.undoTurn('turn:1')
  expect(await paths()).toEqual(['new.py 1 3'])
  await on.clear()
  expect(await paths()).toEqual([])
  expect(await files.list(other.id)).toEqual([{ path: 'model.py', hash: hash('e'), bytes: 3 }])
})

it('[SV44] what a server held is left when it is no more: at once in a file that is one server’s alone', async () => {
  const home = temporaryHome()
  const world = testWorld()
  const first = await openStorage(at(home, world))
  const { id } = await first.sessions.create({ title: '', origin: 'user', owner: 'ada' })
  await first.turns.add(id, message('turn:1', 'a washer'))
  expect(await first.turns.takeLeft(), 'its own are not').toEqual([])
  const again = await temporaryStorage(at(home, testWorld(2)))
  expect((await again.turns.takeLeft()).map((turn) => turn.message.id)).toEqual(['turn:1'])
  expect(await again.turns.takeLeft(), 'what was taken is its own').toEqual([])
  await first.close()
})

it('a version comes back as it was given, with everything and with nothing optional', async () => {
  const { sessions, versions } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const other = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const bare: Version = { id: 'version:1', at: 1, by: 'user', files: {}, parameters: [], claims: [] }
  const full: Version = {
    id: 'version:2',
    parent: 'version:1',
    turn: 'turn:1',
    at: 2,
    by: 'agent',
    agent: 'mcp',
    request: NAUGHTY,
    files: Object.fromEntries([
      ['__proto__', { hash: hash('a'), bytes: 1 }],
      ['box.json', { hash: hash('b'), bytes: 2 }],
    ]),
    parameters: [{ name: 'width', label: 'Width', value: 150, at: { path: 'width' } }],
    claims: [{ id: 'c1', text: '150 mm wide', from: 'request', result: { state: 'pass', measured: 150 } }],
    accepted: ['c1'],
    job: 'job:1',
    note: '',
    pinned: false,
  }
  await versions.add(id, bare)
  await versions.add(id, full)
  expect(await versions.get('version:1')).toEqual(bare)
  expect(await versions.get('version:2', id)).toEqual(full)
  expect(Object.keys((await versions.get('version:2'))?.files ?? {})).toEqual(['__proto__', 'box.json'])
  expect(await versions.get('version:2', other.id)).toBeUndefined()
  expect(await versions.list(id)).toEqual([full, bare])
  expect(await versions.list(other.id)).toEqual([])
  await expect(versions.add(id, bare)).rejects.toThrow(/UNIQUE/)
})

it('artifacts are listed in the order they came, found by name, and replaced by name', async () => {
  const { jobs, artifacts } = await temporaryStorage()
  const job: JobId = 'job:1'
  await jobs.add({
    job: { id: job, sessionId: 'session:1', kind: 'build', state: 'queued', queuedAt: 0, ahead: 0 },
    lane: 'session:1',
    class: 1,
    attached: true,
  })
  await artifacts.addAll(job, [artifact('model.stl'), artifact('layers/1-lid.stl')])
  await artifacts.addAll(job, [artifact('a.stl'), artifact('model.stl', 2)])
  await artifacts.addAll(job, [])
  expect((await artifacts.list(job)).map(({ name }) => name)).toEqual(['model.stl', 'layers/1-lid.stl', 'a.stl'])
  expect(await artifacts.find(job, 'model.stl')).toEqual(artifact('model.stl', 2))
  expect(await artifacts.find(job, '../model.stl')).toBeUndefined()
  expect(await artifacts.list('job:2')).toEqual([])
})

const message = (id: TurnId, request: string): Message => ({
  id,
  at: 1,
  by: 'user',
  agent: 'planner',
  request,
  kind: 'auto',
  mayAsk: true,
  state: 'queued',
  stages: [],
  text: '',
})

it('[SV44] a turn that was asked to stop is asked once: not when it goes on with an answer', async () => {
  const { sessions, turns } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const { message: queued } = await turns.add(id, message('turn:1', 'a washer'))
  await turns.askToStop('turn:1')
  expect(await turns.askedToStop()).toEqual(['turn:1'])
  await turns.set({ ...queued, state: 'running' })
  expect(await turns.askedToStop(), 'beginning forgets nothing').toEqual(['turn:1'])
  await turns.set({ ...queued, state: 'asking' })
  await turns.askToStop('turn:1')
  await turns.set({ ...queued, state: 'queued' })
  expect(await turns.askedToStop()).toEqual([])
})

it('[AG84] turns have numbers in their session, are found again, and go with it', async () => {
  const { sessions, turns } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const other = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const first = await turns.add(id, message('turn:1', NAUGHTY))
  const second = await turns.add(id, message('turn:2', 'a washer'))
  await turns.add(other.id, message('turn:3', 'a ring'))
  expect([first.number, second.number]).toEqual([1, 2])
  expect((await turns.list(id)).map((turn) => turn.message.request)).toEqual(['a washer', NAUGHTY])
  expect(await turns.get('turn:1', other.id)).toBeUndefined()

  const before = [{ path: 'box.json', hash: hash('a'), bytes: 1 }]
  await turns.set({ ...first.message, state: 'running' }, before)
  const kept = await turns.get('turn:1')
  expect([kept?.message.state, kept?.before]).toEqual(['running', before])
  await turns.set({ ...first.message, state: 'answered' })
  expect((await turns.get('turn:1'))?.before).toBeUndefined()
  await sessions.remove(id)
  expect(await turns.get('turn:2')).toBeUndefined()
  expect(await turns.get('turn:3')).toBeDefined()
})

it('[AG20] claims, notes and pins of a version may change, its files never do', async () => {
  const { sessions, versions } = await temporaryStorage()
  const { id } = await sessions.create({ title: '', origin: 'user', owner: 'ada' })
  const version: Version = {
    id: 'version:1',
    at: 1,
    by: 'planner',
    files: { 'box.json': { hash: hash('a'), bytes: 1 } },
    parameters: [],
    claims: [],
    draft: true,
  }
  await versions.add(id, version)
  expect(await versions.get('version:1')).toEqual(version)
  const claim = { id: 'c', text: 'at most 60 g', from: 'user', result: { state: 'waiting' } } as const
  await versions.change('version:1', { claims: [claim], note: NAUGHTY, pinned: true })
  await versions.change('version:1', {})
  expect(await versions.get('version:1')).toEqual({ ...version, claims: [claim], note: NAUGHTY, pinned: true })
})

it('[AG83] a name of a template is taken once', async () => {
  const { templates } = await temporaryStorage()
  const row = { name: 'plate', owner: 'ada', at: 1, template: { words: NAUGHTY } }
  expect([await templates.add(row), await templates.add({ ...row, at: 2 })]).toEqual([true, false])
  expect(await templates.list()).toEqual([row])
  expect([await templates.remove('plate'), await templates.remove('plate')]).toEqual([true, false])
})

it('[SV72] links are found by the hash of their token, listed newest first, and go with their session', async () => {
  const { sessions, shares } = await temporaryStorage()
  const [mine, other] = [
    await sessions.create({ title: 'mine', origin: 'user', owner: 'ada' }),
    await sessions.create({ title: 'other', origin: 'user', owner: 'ada' }),
  ]
  const first = { id: 'first', session: mine.id, scope: 'view', by: 'ada', at: 1, label: NAUGHTY } as const
  const second = { id: 'second', session: mine.id, scope: 'edit', by: 'ada', at: 2, expires: 2 ** 53 - 1 } as const
  await shares.add(first, hash('1'))
  await shares.add(second, hash('2'))
  expect(await shares.list(mine.id)).toEqual([second, first])
  expect(await shares.list(other.id)).toEqual([])
  expect(await shares.byToken(hash('1'))).toEqual(first)
  expect(await shares.byToken('first')).toBeUndefined()
  await shares.seen('first', 7)
  expect(await shares.list(mine.id)).toEqual([second, { ...first, seenAt: 7 }])
  await expect(shares.add({ ...second, id: 'third' }, hash('2'))).rejects.toThrow()
  expect(await shares.remove(other.id, 'first')).toBe(false)
  expect(await shares.remove(mine.id, 'first')).toBe(true)
  await sessions.remove(mine.id)
  expect(await shares.byToken(hash('2'))).toBeUndefined()
})
