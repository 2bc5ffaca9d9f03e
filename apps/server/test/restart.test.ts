import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobId } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import { openStorage } from '@hewn/storage'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compose } from '../src/compose.ts'
import { PortTaken } from '../src/serve.ts'
import { openEvents } from './event-source.ts'
import { BOX, composed, json, served, settingsFor, SOON, temporaryHome } from './house.ts'

describe('a restart', () => {
  it('finds sessions, canvas, files and versions as they were', async () => {
    const home = temporaryHome()
    const first = await composed({ home })
    const { id } = (await first.ask('POST', '/api/sessions', { payload: { title: 'Tea' }, headers: json })).json()
      .session
    await first.ask('PUT', `/api/sessions/${id}/files/box.json`, { payload: JSON.stringify(BOX) })
    const look = async ({ ask }: typeof first) =>
      Promise.all(
        ['', '/state', '/files', '/versions', '/files/box.json'].map(async (path) =>
          (await ask('GET', `/api/sessions/${id}${path}`)).json(),
        ),
      )
    const before = await look(first)
    await first.close()
    const second = await composed({ home })
    expect(await look(second)).toEqual(before)
    const { layers } = (await second.ask('GET', `/api/sessions/${id}/state`)).json().resources
    for (const { geometry } of Object.values(layers) as { geometry?: { hash: string } }[])
      if (geometry) expect((await second.ask('GET', `/api/sessions/${id}/blobs/${geometry.hash}`)).status).toBe(200)
  })

  it('[SV44] a job that was running has failed as interrupted, on the canvas too, and its reader is told', async () => {
    const home = temporaryHome()
    const first = await composed({ home })
    const { id } = (await first.ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    await first.close()
    // What a killed process leaves behind.
    const job: JobId = 'job:7n42DGM5Tflk9n8mt7Fhc7'
    const storage = await openStorage({ database: `file:${home}/hewn.db`, blobs: `${home}/blobs`, world: systemWorld })
    const queued = { id: job, sessionId: id, kind: 'build', state: 'queued', queuedAt: 1, ahead: 0 } as const
    await storage.jobs.add({ job: queued, lane: id, class: 1, attached: true })
    await storage.jobs.move(job, 'queued', { ...queued, state: 'running', startedAt: 2, stage: 'run' } as never)
    await storage.close()

    const { url } = await served({ home, build: async (_, play) => play.succeed() })
    const state = (await (await fetch(`${url}/api/sessions/${id}/state`)).json()) as {
      resources: { jobs: Record<string, object> }
    }
    expect(state.resources.jobs[job]).toMatchObject({ state: 'failed', error: { code: 'JOB_INTERRUPTED' } })
    const resume = (last: string) => openEvents(`${url}/api/run?code=x`, { 'last-event-id': `${job.slice(4)}.${last}` })
    const reader = resume('7')
    await reader.ended
    expect(reader.events).toMatchObject([
      { event: 'complete', id: `${job.slice(4)}.999999999`, data: { error: { code: 'JOB_INTERRUPTED' } } },
    ])
    // Another reader that was further on is owed its own.
    const further = resume('30')
    await further.ended
    expect(further.events).toMatchObject([{ event: 'complete', data: { error: { code: 'JOB_INTERRUPTED' } } }])
    expect((await resume('999999999').reply).status).toBe(204)
  })
})

describe('starting', () => {
  it('[SV90] says in server.json where it serves, and takes that away when it stops', async () => {
    const home = temporaryHome()
    const { url, close } = await served({ home })
    const file = () => JSON.parse(readFileSync(join(home, 'server.json'), 'utf8'))
    expect(file()).toEqual({ url, pid: process.pid })
    await close()
    expect(file).toThrow(/ENOENT/)
  })

  it('a port that somebody else has is told apart from our own server', async () => {
    const { url } = await served()
    const port = new URL(url).port
    const other = served({ env: { HEWN_PORT: port } })
    await expect(other).rejects.toThrow(PortTaken)
    await expect(other).rejects.toMatchObject({ port: Number(port), url: undefined })
  })

  it('[SV3] the kernel comes when Python is ready; health and every open canvas tell how far it is', async () => {
    const home = temporaryHome()
    mkdirSync(join(home, 'python'))
    const say = (state: object) => {
      writeFileSync(join(home, 'python', 'state.new'), JSON.stringify(state))
      renameSync(join(home, 'python', 'state.new'), join(home, 'python', 'state.json'))
    }
    say({ state: 'installing', share: 0.38, doing: 'build123d', at: 1 })
    const { ask } = await composed({ home })
    const { id } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    const onCanvas = async () => (await ask('GET', `/api/sessions/${id}/state`)).json().state.kernel
    expect(await onCanvas()).toMatchObject({ state: 'installing', share: 0.38 })
    expect((await ask('GET', '/api/run?code=x')).json().error).toMatchObject({
      code: 'KERNEL_STARTING',
      message: expect.stringContaining('38 %'),
    })
    say({ state: 'missing', why: 'only Python 3.10 was found', remedy: 'apt-get install python3.12', at: 2 })
    await expect.poll(onCanvas, SOON).toMatchObject({ state: 'missing', why: 'only Python 3.10 was found' })
    expect((await ask('GET', '/api/run?code=x')).json().error.hint).toBe('Run: apt-get install python3.12')
    say({ state: 'ready', python: '/played/python', at: 3 })
    await expect.poll(onCanvas, SOON).toMatchObject({ state: 'ready', python: '3.13.0' })
    expect((await ask('POST', '/api/run', { payload: { code: 'x' }, headers: json })).json().success).toBe(true)
  })

  it('[SV10] notes of the installer that cannot be read are told without their place, which is in the log', async () => {
    const home = temporaryHome()
    mkdirSync(join(home, 'python'))
    writeFileSync(join(home, 'python', 'state.json'), '{')
    const logged: string[] = []
    const { ask } = await composed({ home, log: (line) => logged.push(line) })
    expect((await ask('GET', '/api/health')).json().kernel).toMatchObject({
      state: 'missing',
      why: 'What the installer noted about Python cannot be read.',
    })
    expect(logged.some((line) => line.includes(join(home, 'python', 'state.json')))).toBe(true)
  })

  it('[SV10] what a runner threw is logged under its job, and answered with a fixed sentence', async () => {
    const logged: string[] = []
    const { ask } = await composed({
      log: (line) => logged.push(line),
      build: async () => {
        throw new Error('EACCES: /secret/place')
      },
    })
    const answer = await ask('POST', '/api/run', { payload: { code: 'x' }, headers: json })
    expect(answer.json().error.code).toBe('KERNEL_BROKEN')
    expect(answer.text).not.toContain('/secret')
    expect(logged.find((line) => line.includes('/secret/place'))).toContain(answer.json().jobId)
  })

  it('scripts run in a folder of the home that nobody else may read', async () => {
    const home = temporaryHome()
    const settings = settingsFor({ home, env: { HEWN_PYTHON: '/nowhere/python' } })
    const log = pino({ level: 'silent' })
    const { close } = await compose(settings, { log, world: systemWorld, port: () => 4870 })
    onTestFinished(() => close())
    expect(statSync(join(home, 'rooms')).mode & 0o777).toBe(0o700)
    await expect.poll(() => readdirSync(join(home, 'rooms')).length, SOON).toBeGreaterThan(0)
  })

  it('[SV85] ready is 503 while it stops; a broken storage is said, not thrown', async () => {
    const { ask, parts } = await composed()
    expect((await ask('GET', '/api/ready')).json()).toEqual({ status: 'ok' })
    parts.storage.check = async () => {
      throw new Error('disk gone')
    }
    expect((await ask('GET', '/api/ready')).status).toBe(503)
    expect((await ask('GET', '/api/health')).json()).toMatchObject({ status: 'degraded', storage: { ok: false } })
  })

  it('[SV55] stopping lets a running job end, and takes no new one', async () => {
    let finish = () => {}
    const running = new Promise<void>((resolve) => {
      finish = resolve
    })
    let started = false
    const { url, stop } = await served({
      build: async (_, play) => {
        started = true
        await running
        return play.succeed()
      },
    })
    const reader = openEvents(`${url}/api/run?code=x`)
    await expect.poll(() => started, SOON).toBe(true)
    const stopped = stop()
    await expect.poll(async () => (await fetch(`${url}/api/ready`)).status, SOON).toBe(503)
    expect((await fetch(`${url}/api/run?code=y`)).status).toBe(503)
    finish()
    await Promise.all([stopped, reader.ended])
    expect(reader.events.at(-1)).toMatchObject({ event: 'complete', data: { success: true } })
  })
})
