import { describe, expect, it } from 'vitest'
import { refusalOf } from './http.ts'
import { fileNameOf, isArtifact, servedWorkbench } from './served-port.ts'

interface Call {
  path: string
  init: RequestInit
}

function wire(answer: (call: Call) => Response | Promise<Response>) {
  const calls: Call[] = []
  const fetch = async (path: string | URL | Request, init: RequestInit = {}) => {
    const call = { path: String(path), init }
    calls.push(call)
    return answer(call)
  }
  return { calls, server: servedWorkbench(fetch as typeof globalThis.fetch) }
}
const header = (call: Call | undefined, name: string) => new Headers(call?.init.headers).get(name)

describe('served port', () => {
  it('writes a file with what was last seen of it, and without building when asked', async () => {
    const { calls, server } = wire(() => Response.json({ file: {} }))
    const port = server.open('session:abc')
    await port.writeFile('model.py', 'result = 1', { expect: 'f00', build: false })
    await port.writeFile('box.json', '{}', { expect: null, request: 'open top box & lid' })
    expect(calls[0]?.path).toBe('/api/sessions/abc/files/model.py?build=off')
    expect(header(calls[0], 'if-match')).toBe('"f00"')
    expect(header(calls[1], 'if-none-match')).toBe('*')
    expect(new URL(calls[1]?.path ?? '', 'http://here').searchParams.get('request')).toBe('open top box & lid')
  })

  it('[WB71] asks for a box with the words alone, and with the recipe once there is one', async () => {
    const { calls, server } = wire(() => Response.json({ recipe: {}, notes: [], by: 'planner' }))
    const recipe = { type: 'basicBox', width: 1, height: 1, depth: 1 } as const
    const { signal } = new AbortController()
    await server.design({ prompt: 'a box' }, signal)
    await server.design({ prompt: 'taller', recipe }, signal)
    expect(calls.map((call) => JSON.parse(String(call.init.body)))).toEqual([
      { prompt: 'a box' },
      { prompt: 'taller', recipe },
    ])
  })

  it('gives the reason the server gave', async () => {
    const error = { code: 'AGENT_NOT_A_BOX', message: 'The words do not describe a box.', choices: ['a tray'] }
    const { server } = wire(() => Response.json({ error }, { status: 422 }))
    expect(await server.design({ prompt: 'love' }, new AbortController().signal)).toEqual({ ok: false, error })
  })

  it('[WB81] a limit says when to come back', async () => {
    const error = { code: 'LIMIT_RATE', message: 'Too many requests.' }
    const reply = Response.json({ error }, { status: 429, headers: { 'retry-after': '23' } })
    expect(await refusalOf(reply)).toEqual({ ...error, retryAfter: 23 })
  })

  it('a reply that is not ours, and a server that is away, are said as what they are', async () => {
    const html = wire(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    expect(await html.server.health()).toMatchObject({ ok: false, error: { code: 'PAGE_UNREADABLE' } })
    const away = wire(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await away.server.health()).toMatchObject({ ok: false, error: { code: 'PAGE_OFFLINE' } })
    const nonsense = wire(() => new Response('not json'))
    expect(await nonsense.server.health()).toMatchObject({ ok: false, error: { code: 'PAGE_UNREADABLE' } })
  })

  it('[WB78] fetches artifacts from this origin only', async () => {
    const { calls, server } = wire(() => new Response('solid'))
    for (const url of [
      'https://elsewhere/a.stl',
      '//elsewhere/artifacts/a.stl',
      '/artifacts/../api/me',
      '/artifacts/\\\\x',
      'artifacts/a',
      'javascript:1',
    ])
      expect(await server.artifact(url)).toMatchObject({ ok: false })
    expect(calls).toEqual([])
    expect(await server.artifact('/artifacts/7n42.stl')).toMatchObject({ ok: true, value: { name: '7n42.stl' } })
    expect(isArtifact('/artifacts/7n42/layers/1-lid.stl')).toBe(true)
  })

  it('[WB77] a file keeps the name the server gives it, in any script', () => {
    expect(fileNameOf('attachment; filename="tea-box-v7.step"')).toBe('tea-box-v7.step')
    expect(fileNameOf(`attachment; filename="tea.step"; filename*=UTF-8''%E8%8C%B6.step`)).toBe('茶.step')
    expect(fileNameOf(`attachment; filename="plain.step"; filename*=UTF-8''%E8%8`)).toBe('plain.step')
    expect(fileNameOf(null)).toBeUndefined()
  })

  it('[WB77] an archive is named as one', async () => {
    const headers = { 'content-type': 'application/zip' }
    const { server } = wire(() => new Response('PK', { headers }))
    const file = await server.open('session:abc').export('svg')
    expect(file.ok && file.value.name).toMatch(/^[^.]+\.zip$/)
  })

  it('[WB60] a run is rejoined by its own events, without code that could be run', async () => {
    const { calls, server } = wire(() => new Response(null, { status: 204 }))
    const port = server.open('session:abc')
    expect(await port.rejoin('job:7n42DGM5Tflk9n8mt7Fhc7', () => {}, new AbortController().signal)).toMatchObject({
      ok: true,
    })
    expect(calls.map((call) => call.path)).toEqual(['/api/run'])
    expect(header(calls[0], 'last-event-id')).toBe('7n42DGM5Tflk9n8mt7Fhc7.0')
  })

  it('[WB60] a run without a session of its own names this one', async () => {
    const { calls, server } = wire(() => new Response('event: complete\ndata: {"success":true}\n\n'))
    const got: string[] = []
    await server.open('session:abc').run('result = 1', (event) => got.push(event.event), new AbortController().signal)
    expect(new URL(calls[0]?.path ?? '', 'http://here').searchParams.get('session')).toBe('session:abc')
    expect(got).toEqual(['complete'])
  })
})
