import { canvasJob, claim, layer, message, version } from '@hewn/model/schemas'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { filePayload } from '../src/pipeline/file-content.ts'
import { KEPT_JOBS, KEPT_MESSAGES, KEPT_VERSIONS } from '../src/pipeline/show.ts'
import { BOX, composed, CUBE, json } from './house.ts'

/** The table of canvas.md §10: what lies on a canvas of ours, and in which form. */
const CHANNELS: Record<string, z.ZodType | undefined> = {
  files: undefined,
  layers: layer,
  jobs: canvasJob,
  messages: message,
  claims: claim,
  versions: version,
  nodes: undefined,
  edges: undefined,
}
const STATE = ['title', 'kind', 'head', 'parameters', 'turn', 'agent', 'kernel', 'shown']

describe('what lies on the canvas', () => {
  it('[CV54] every payload has the form of its channel, there is no other, and what is kept is bounded', async () => {
    const { ask } = await composed({ build: (_, play) => play.succeed() })
    const { id } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    const path = `/api/sessions/${id}`
    const say = (text: string) =>
      ask('POST', `${path}/messages`, { payload: { text }, headers: { ...json, prefer: 'wait=20' } })
    await ask('POST', '/api/run', { payload: { code: CUBE, session: id }, headers: json })
    await ask('PUT', `${path}/files/box.json`, { payload: JSON.stringify(BOX) })
    await say('open top box 150x100x80')
    await say('make it 200 m tall')
    await ask('PUT', `${path}/files/notes.md`, { payload: '# Tea' })
    const { state, resources } = (await ask('GET', `${path}/state`)).json() as {
      state: object
      resources: Record<string, Record<string, unknown>>
    }
    expect(STATE).toEqual(expect.arrayContaining(Object.keys(state)))
    expect(Object.keys(CHANNELS)).toEqual(expect.arrayContaining(Object.keys(resources)))
    for (const [channel, schema] of Object.entries(CHANNELS)) {
      const items = Object.values(resources[channel] ?? {})
      expect(items.length, channel).toBeGreaterThan(0)
      for (const item of items) expect(schema?.safeParse(item).error, channel).toBeUndefined()
    }
    expect([KEPT_JOBS, KEPT_MESSAGES, KEPT_VERSIONS]).toEqual([20, 200, 500])
  })

  it('[CV52] a file has its content while that is text and not too long, and a language by its ending', () => {
    const of = (path: string, bytes: Uint8Array | string = 'a') => filePayload(path, Buffer.from(bytes), 'f'.repeat(64))
    const languages = [
      'a.py',
      'a.json',
      'a.md',
      'a.ts',
      'a.tsx',
      'a.yml',
      'a.STEP',
      'a.txt',
      'a.odd',
      'plain',
      'constructor',
    ]
    expect(languages.map((path) => of(path).language)).toEqual([
      'python',
      'json',
      'markdown',
      'typescript',
      'tsx',
      'yaml',
      'step',
      'text',
      'text',
      'text',
      'text',
    ])
    expect(of('a.py', 'x')).toEqual({ content: 'x', language: 'python', bytes: 1, hash: 'f'.repeat(64) })
    expect(of('a.py', new Uint8Array([0xff, 0xfe]))).toEqual({ language: 'binary', bytes: 2, hash: 'f'.repeat(64) })
    expect(of('a.txt', 'a\0b')).toMatchObject({ language: 'binary' })
    // As JSON a quote counts twice.
    expect(of('a.txt', '"'.repeat(300 * 1024))).not.toHaveProperty('content')
    expect(of('a.txt', 'x'.repeat(500 * 1024))).toHaveProperty('content')
  })

  it('[CV3] Socket.IO is the only live way: nothing but the stream of one run is an event stream', async () => {
    const { ask } = await composed()
    const { paths } = (await ask('GET', '/api/openapi.json')).json() as {
      paths: Record<string, Record<string, { responses?: Record<string, { content?: object }> }>>
    }
    const streams = Object.entries(paths).filter(([, methods]) => JSON.stringify(methods).includes('text/event-stream'))
    expect(streams.map(([path]) => path)).toEqual(['/api/run'])
    const { id } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json().session
    const state = await ask('GET', `/api/sessions/${id}/state`, { headers: { accept: 'text/event-stream' } })
    expect(state.headers['content-type']).toMatch(/^application\/json/)
  })
})
