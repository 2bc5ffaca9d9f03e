import type { World } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import { runComplete } from '@hewn/protocol'
import { describe, expect, it } from 'vitest'
import { openEvents } from './event-source.ts'
import { composed, CUBE, json, served, SOON, type PlayedBuild } from './house.ts'

const runUrl = (url: string, query: Record<string, string>) => `${url}/api/run?${new URLSearchParams(query)}`

/** Prints each line of the script, then succeeds. */
const prints: PlayedBuild = async (request, play) => {
  for (const line of Buffer.from(request.files.at(-1)?.bytes ?? [])
    .toString()
    .split('\n'))
    play.log(line)
  return play.succeed()
}

/** Runs until it is stopped. */
function endless() {
  const stopped: string[] = []
  const started: string[] = []
  const build: PlayedBuild = (request, play, signal) =>
    new Promise((resolve) => {
      started.push(request.job)
      play.log('running')
      signal.addEventListener('abort', () => {
        stopped.push(request.job)
        resolve(play.fail('SCRIPT_ERROR', 1))
      })
    })
  return { build, started, stopped }
}

describe('GET /api/run', () => {
  it('[SV20] streams stage and log, then complete once and last, and ends', async () => {
    const { url } = await served({ build: prints })
    const stream = openEvents(runUrl(url, { code: 'one\ntwo' }))
    const { status, headers } = await stream.reply
    await stream.ended
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'hewn-job': expect.stringMatching(/^job:/),
    })
    expect(stream.named('log').map((event) => event.data.message)).toEqual(['one', 'two'])
    expect(stream.named('log')[0]?.data).toEqual({
      message: 'one',
      level: 'info',
      stream: 'stdout',
      at: expect.any(Number),
    })
    expect(stream.events[0]).toMatchObject({
      event: 'stage',
      data: { stage: 'queued', ahead: 0, uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect(stream.named('complete')).toHaveLength(1)
    expect(stream.events.at(-1)?.event).toBe('complete')
    const bare = String(headers['hewn-job']).slice(4)
    expect(stream.events.map((event) => event.id)).toEqual(stream.events.map((_, index) => `${bare}.${index + 1}`))
    const complete = runComplete.parse(stream.events.at(-1)?.data)
    expect(complete).toMatchObject({
      success: true,
      stlPath: `/artifacts/${bare}.stl`,
      stepPath: `/artifacts/${bare}.step`,
    })
    for (const path of [complete.stlPath, complete.stepPath, complete.scriptPath, complete.logPath])
      expect((await fetch(`${url}${path}`)).status, `[SV22] ${path}`).toBe(200)
    expect(await (await fetch(`${url}${complete.logPath}`)).text()).toBe('one\ntwo\n')
    expect(await (await fetch(`${url}${complete.scriptPath}`)).text()).toBe('one\ntwo')
  })

  it('[SV20] a failure says what, and on which line; message repeats it', async () => {
    const { url } = await served({ build: async (_, play) => play.fail('SCRIPT_ERROR', 3) })
    const stream = openEvents(runUrl(url, { code: 'x' }))
    await stream.ended
    const complete = runComplete.parse(stream.events.at(-1)?.data)
    expect(complete).toMatchObject({ success: false, stlPath: null, error: { code: 'SCRIPT_ERROR', line: 3 } })
    expect(complete).toMatchObject({ message: complete.success ? '' : complete.error.message })
  })

  it('[SV23] a reconnect continues, never starts a second run, and is told when there is nothing more', async () => {
    const { build, started } = endless()
    const { url } = await served({ build, env: { HEWN_RUN_GRACE: '60s' } })
    const first = openEvents(runUrl(url, { code: 'x' }))
    await first.until((events) => events.some((event) => event.event === 'log'))
    const seen = first.events.at(-2)?.id ?? ''
    first.leave()
    const second = openEvents(runUrl(url, { code: 'x' }), { 'last-event-id': seen })
    await second.until((events) => events.length > 0)
    expect(second.events[0]?.id).toBe(first.events.at(-1)?.id)
    expect(started).toHaveLength(1)

    await fetch(`${url}/api/jobs/${started[0]}`, { method: 'DELETE' })
    await second.ended
    expect(second.events.at(-1)).toMatchObject({ event: 'complete', data: { error: { code: 'JOB_CANCELLED' } } })
    const resume = (id: string) => fetch(runUrl(url, { code: 'x' }), { headers: { 'last-event-id': id } })
    expect((await resume(second.events.at(-1)?.id ?? '')).status).toBe(204)
    expect((await resume('0000000000000000000000.1')).status).toBe(204)
    expect((await resume('nonsense')).status).toBe(400)
    expect(started).toHaveLength(1)
  })

  it('[SV24] when the client goes away and does not come back, its run is cancelled', async () => {
    const { build, started, stopped } = endless()
    const { url } = await served({ build, env: { HEWN_RUN_GRACE: '50ms' } })
    const stream = openEvents(runUrl(url, { code: 'x' }))
    await stream.until((events) => events.some((event) => event.event === 'log'))
    stream.leave()
    await expect.poll(() => stopped, SOON).toEqual(started)
    await expect.poll(async () => (await jobOf(url, started[0])).state, SOON).toBe('cancelled')
    expect(await jobOf(url, started[0])).toMatchObject({ by: 'gone' })
  })

  it('[SV24] detach keeps it, and so does coming back', async () => {
    const { build, started, stopped } = endless()
    // The grace is over when the test says so.
    const over: (() => void)[] = []
    const after: World['after'] = (milliseconds, run) => {
      if (milliseconds !== 77_000) return systemWorld.after(milliseconds, run)
      over.push(run)
      return () => {}
    }
    const { url } = await served({ build, env: { HEWN_RUN_GRACE: '77s' }, world: { ...systemWorld, after } })
    const detached = openEvents(runUrl(url, { code: 'x', detach: '1' }))
    const attached = openEvents(runUrl(url, { code: 'y' }))
    for (const stream of [detached, attached])
      await stream.until((events) => events.some((event) => event.event === 'log'))
    detached.leave()
    attached.leave()
    await expect.poll(() => over.length, SOON).toBe(1)
    const back = openEvents(runUrl(url, { code: 'y' }), { 'last-event-id': attached.events.at(-1)?.id ?? '' })
    await back.reply
    for (const run of over) run()
    expect(stopped).toEqual([])
    for (const job of started) expect((await jobOf(url, job)).state).toBe('running')
    back.leave()
    await expect.poll(() => over.length, SOON).toBe(2)
    over[1]?.()
    await expect.poll(() => stopped, SOON).toHaveLength(1)
  })

  it('[SV25] what can be refused is refused before the stream opens', async () => {
    const { url } = await served({ build: prints })
    const code = async (query: Record<string, string>) => {
      const reply = await fetch(runUrl(url, query))
      return `${reply.status} ${((await reply.json()) as { error: { code: string } }).error.code}`
    }
    expect(await code({ code: '' })).toBe('400 REQUEST_INVALID')
    expect(await code({ code: ' \n\t' })).toBe('400 REQUEST_INVALID')
    expect(await code({})).toBe('400 REQUEST_INVALID')
    expect(await code({ code: 'x', timeout: '601' })).toBe('422 REQUEST_VALUE')
    expect(await code({ code: 'x', timeout: 'soon' })).toBe('400 REQUEST_INVALID')
    expect(await code({ code: 'x', formats: 'step,doc' })).toBe('400 REQUEST_INVALID')
    expect(await code({ code: 'x', colour: 'red' })).toBe('400 REQUEST_INVALID')
    expect(await code({ code: 'x', session: '0'.repeat(22) })).toBe('404 SESSION_NOT_FOUND')
  })

  it('[SV26] an address carries 48 KiB of code as encoded; more goes by POST', async () => {
    const { url } = await served({ build: prints })
    expect((await fetch(runUrl(url, { code: 'x'.repeat(48 * 1024) }))).status).toBe(200)
    const long = await fetch(runUrl(url, { code: 'x'.repeat(48 * 1024 + 1) }))
    expect([long.status, ((await long.json()) as { error: { hint: string } }).error.hint]).toEqual([
      431,
      'Send the code by POST.',
    ])
    const posted = await fetch(`${url}/api/run`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ code: `# ${'x'.repeat(200_000)}` }),
    })
    expect(posted.status).toBe(200)
  })

  it('[SV27] runs have a session of their own, and one with a session appears on its canvas', async () => {
    const requests: unknown[] = []
    const { url } = await served({
      build: async (request, play) => {
        requests.push([request.result, request.parameters])
        return play.succeed()
      },
    })
    await openEvents(runUrl(url, { code: CUBE, 'p.teeth': '24', 'p.round': 'true', 'p.text': 'a b' })).ended
    const { items } = (await (await fetch(`${url}/api/sessions?origin=run`)).json()) as { items: { id: string }[] }
    expect(items).toHaveLength(1)

    const { session } = (await (
      await fetch(`${url}/api/sessions`, { method: 'POST', headers: json, body: '{}' })
    ).json()) as { session: { id: string } }
    const path = `${url}/api/sessions/${session.id.slice(8)}`
    await fetch(`${path}/files/model.py?build=off`, { method: 'PUT', body: CUBE })
    await openEvents(runUrl(url, { code: CUBE, session: session.id })).ended
    const canvas = (await (await fetch(`${path}/state`)).json()) as {
      state: Record<string, unknown>
      resources: Record<string, object>
    }
    expect(canvas.state).toMatchObject({ kind: 'part', head: expect.stringMatching(/^version:/) })
    expect(Object.keys(canvas.resources.layers ?? {})).toHaveLength(1)
    expect(requests).toEqual([
      ['required', { teeth: 24, round: true, text: 'a b' }],
      ['auto', {}],
    ])
    const step = await fetch(`${path}/exports/step`)
    expect([step.status, step.headers.get('content-type')]).toEqual([200, 'model/step'])
    // Running the same again shows it again; the history does not grow.
    await openEvents(runUrl(url, { code: CUBE, session: session.id })).ended
    const versions = (await (await fetch(`${path}/versions`)).json()) as { items: object[] }
    expect(versions.items).toHaveLength(1)
  })

  it('two runs at once share nothing, and both complete', async () => {
    const { url } = await served({ build: prints })
    const streams = ['one', 'two', 'three'].map((code) => openEvents(runUrl(url, { code })))
    await Promise.all(streams.map((stream) => stream.ended))
    expect(streams.map((stream) => stream.named('log').map((event) => event.data.message))).toEqual([
      ['one'],
      ['two'],
      ['three'],
    ])
    expect(new Set(streams.map((stream) => stream.events[0]?.data.jobId)).size).toBe(3)
  })

  it('[SV20] 50 MB of prints end in a mark, and complete still comes', async () => {
    const line = 'x'.repeat(8000)
    const { url } = await served({
      env: { HEWN_LOG_MAX: '1MiB' },
      build: async (_, play) => {
        for (let index = 0; index < 6250; index++) play.log(line)
        return play.succeed()
      },
    })
    const stream = openEvents(runUrl(url, { code: 'x' }))
    await stream.ended
    const messages = stream.named('log').map((event) => String(event.data.message))
    expect(messages.length).toBeLessThan(140)
    expect(messages.at(-1)).toMatch(/HEWN_LOG_MAX|left out/)
    expect(stream.events.at(-1)).toMatchObject({ event: 'complete', data: { success: true } })
  })
})

describe('POST /api/run', () => {
  const post = (url: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/run`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })

  it('[SV25] waits for the end and replies complete with the log, with the status of its error', async () => {
    const { url } = await served({
      build: async (request, play) => {
        play.log('hello')
        return Buffer.from(request.files[0]?.bytes ?? []).includes('fail')
          ? play.fail('SCRIPT_ERROR', 2)
          : play.succeed()
      },
    })
    const good = await post(url, { code: CUBE })
    expect([good.status, await good.json()]).toMatchObject([200, { success: true, log: 'hello\n' }])
    const bad = await post(url, { code: 'fail' })
    expect([bad.status, await bad.json()]).toMatchObject([
      422,
      { success: false, error: { code: 'SCRIPT_ERROR', line: 2 } },
    ])
  })

  it('[SV25] streams when text/event-stream is accepted, and replies at once when asked to', async () => {
    const { url } = await served({ build: prints })
    const stream = openEvents(`${url}/api/run`, {}, { code: 'one' })
    await stream.ended
    expect(stream.named('log').map((event) => event.data.message)).toEqual(['one'])
    const now = await post(url, { code: 'one' }, { prefer: 'respond-async' })
    const { job } = (await now.json()) as { job: { id: string } }
    expect(now.status).toBe(202)
    await expect.poll(async () => (await jobOf(url, job.id)).state, SOON).toBe('done')
  })

  it('[SV25] cancelling by id ends the run, keeps its log and leaves no artifact', async () => {
    const { build, started } = endless()
    const { url } = await served({ build })
    const reply = post(url, { code: 'x' })
    await expect.poll(() => started.length, SOON).toBe(1)
    const log = () => fetch(`${url}/artifacts/${started[0]?.slice(4)}.log`)
    expect((await log()).headers.get('cache-control'), '[SV30] it grows').toBe('no-store')
    const cancel = async () => (await fetch(`${url}/api/jobs/${started[0]}`, { method: 'DELETE' })).json()
    expect(await cancel()).toMatchObject({ cancelled: true, job: { state: 'cancelled', by: 'user' } })
    expect(await cancel(), '[SV53] may be repeated').toMatchObject({ cancelled: false })
    expect([(await reply).status, await (await reply).json()]).toMatchObject([
      409,
      { error: { code: 'JOB_CANCELLED' } },
    ])
    expect(await (await fetch(`${url}/api/jobs/${started[0]}/log`)).text()).toBe('running\n')
    expect((await fetch(`${url}/artifacts/${started[0]?.slice(4)}.stl`)).status).toBe(404)
  })
})

describe('artifacts', () => {
  it('[SV30] never change: ETag, ranges, HEAD, attachment, and nothing in them runs', async () => {
    const { url } = await served({ build: prints })
    const { stepPath } = (await (
      await fetch(`${url}/api/run`, { method: 'POST', headers: json, body: JSON.stringify({ code: CUBE }) })
    ).json()) as { stepPath: string }
    const get = (headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${url}${stepPath}`, { method, headers })
    const whole = await get()
    const text = await whole.text()
    const etag = whole.headers.get('etag') ?? ''
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      'content-type': 'model/step',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': expect.stringMatching(/^attachment; filename="[0-9A-Za-z]{22}\.step"$/),
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    })
    const head = await get({}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(text.length), ''])
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    const part = await get({ range: 'bytes=4-7' })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 4-7/${text.length}`,
      text.slice(4, 8),
    ])
    expect(await (await get({ range: 'bytes=-5' })).text()).toBe(text.slice(-5))
    expect(await (await get({ range: `bytes=${text.length - 2}-` })).text()).toBe(text.slice(-2))
    const outside = await get({ range: `bytes=${text.length}-` })
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${text.length}`])
    expect((await get({ range: 'lines=1-2' })).status).toBe(200)
    for (const path of [
      '/artifacts/x.stl',
      '/artifacts/0000000000000000000000.stl',
      `${stepPath.replace('.step', '')}/..%2fmodel.step`,
    ])
      expect((await fetch(`${url}${path}`)).status, path).toBe(404)
  })
})

describe('without a kernel', () => {
  it('[SV3] scripts answer 503 with the remedy, and leave nothing behind; boxes work', async () => {
    const { ask, parts } = await composed()
    const run = await ask('GET', '/api/run?code=x')
    expect([run.status, run.json().error]).toMatchObject([503, { code: 'KERNEL_MISSING', hint: 'Run: npm start' }])
    expect(await parts.storage.sessions.list()).toEqual([])
    const from = { from: { script: CUBE } }
    expect((await ask('POST', '/api/sessions', { payload: from, headers: json })).json().error.code).toBe(
      'KERNEL_MISSING',
    )
    expect(await parts.storage.sessions.list()).toEqual([])
    const { id } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    const put = await ask('PUT', `/api/sessions/${id}/files/model.py`, { payload: CUBE })
    expect(put.json().error.code).toBe('KERNEL_MISSING')
    expect((await ask('GET', `/api/sessions/${id}/files`)).json().items).toEqual([])
    expect((await ask('PUT', `/api/sessions/${id}/files/model.py?build=off`, { payload: CUBE })).status).toBe(200)
    expect((await ask('GET', '/api/health')).json()).toMatchObject({
      status: 'degraded',
      kernel: { state: 'missing', remedy: 'npm start' },
    })
  })

  it('[SV76] below HEWN_ISOLATION_MIN no script runs', async () => {
    const { ask } = await composed({ build: prints, env: { HEWN_ISOLATION_MIN: 'strong' } })
    const { error } = (await ask('GET', '/api/run?code=x')).json()
    expect(error).toMatchObject({ code: 'KERNEL_ISOLATION', message: expect.stringContaining('it is a fake') })
  })

  it('[SV52] a full queue is 429 with Retry-After', async () => {
    const { build } = endless()
    const { url } = await served({ build, env: { HEWN_JOBS: '1', HEWN_QUEUE_MAX: '1' } })
    for (let index = 0; index < 2; index++)
      await fetch(`${url}/api/run`, {
        method: 'POST',
        headers: { ...json, prefer: 'respond-async' },
        body: '{"code":"x"}',
      })
    const full = await fetch(runUrl(url, { code: 'x' }))
    expect([full.status, ((await full.json()) as { error: { code: string } }).error.code]).toEqual([429, 'LIMIT_QUEUE'])
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0)
    const sessions = (await (await fetch(`${url}/api/sessions`)).json()) as { items: object[] }
    expect(sessions.items, 'one for each that was taken').toHaveLength(2)
  })
})

async function jobOf(url: string, id: string | undefined) {
  const { job } = (await (await fetch(`${url}/api/jobs/${id}`)).json()) as { job: { state: string; by?: string } }
  return job
}
