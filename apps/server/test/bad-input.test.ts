import { connect } from 'node:net'
import { ERRORS } from '@hewn/model'
import { errorReply } from '@hewn/model/schemas'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BOX, composed, json, served, SOON } from './house.ts'

/** Every refusal is of the catalogue, with the status it has there. */
function refusalOf(reply: { status: number; text: string }): string {
  const { error } = errorReply.parse(JSON.parse(reply.text))
  expect(reply.status).toBe(ERRORS[error.code].status)
  return error.code
}

describe('bad input', () => {
  it('[SV10] unknown paths, broken and odd JSON and wrong types are refused in the words of the catalogue', async () => {
    const { ask } = await composed()
    const post = (payload: string | Buffer, headers: Record<string, string> = json) =>
      ask('POST', '/api/sessions', { payload, headers })
    expect(refusalOf(await ask('GET', '/api/nothing'))).toBe('REQUEST_NOT_FOUND')
    expect(refusalOf(await ask('GET', '/nothing.js'))).toBe('REQUEST_NOT_FOUND')
    expect(refusalOf(await ask('POST', '/api/nothing', { payload: '{', headers: json }))).toBe('REQUEST_NOT_FOUND')
    expect(refusalOf(await ask('GET', '/api/%zz'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('{"title": '))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('[]'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('"text"'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('null'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('{"title": 3}'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('{"titel": "x"}'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('{"__proto__": {"title": "x"}}'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post(Buffer.from([0x7b, 0xff, 0x7d])))).toBe('REQUEST_INVALID')
    expect(refusalOf(await post('title=x', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe(
      'REQUEST_TYPE',
    )
    expect(refusalOf(await post('{}', { 'content-type': 'text/plain' }))).toBe('REQUEST_TYPE')
    expect(refusalOf(await ask('GET', '/api/sessions?limit=0'))).toBe('REQUEST_INVALID')
    expect(refusalOf(await ask('GET', '/api/sessions?colour=red'))).toBe('REQUEST_INVALID')
    expect((await post('{}')).status).toBe(201)
  })

  it('[SV73] who sends what is no request and never hangs up is answered, and then cut off', async () => {
    const { app } = await composed()
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
    const held = () => new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)))
    // It neither reads nor closes its own side.
    const line = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {})
    onTestFinished(() => void line.destroy())
    line.write('this is no request\r\n\r\n')
    await expect.poll(held, SOON).toBe(1)
    await expect.poll(held, SOON).toBe(0)
  })

  it('[SV10] says where, what was hoped for and what came', async () => {
    const { ask } = await composed()
    const reply = await ask('POST', '/api/sessions', { payload: '{"title": 3}', headers: json })
    expect(reply.json().error).toMatchObject({
      at: 'title',
      message: expect.stringMatching(/^At body\.title: .*expected string/),
    })
  })

  it('[SV10] 405 names the methods that are taken, and reads no body', async () => {
    const { ask } = await composed()
    for (const [method, url, allow] of [
      ['DELETE', '/api/run', 'GET, POST'],
      ['GET', '/api/design', 'POST'],
      ['PUT', '/api/health', 'GET'],
      ['POST', '/artifacts/x.stl', 'GET, HEAD'],
    ] as const) {
      const reply = await ask(method, url, { payload: '{broken', headers: json })
      expect(refusalOf(reply), `${method} ${url}`).toBe('REQUEST_METHOD')
      expect(reply.headers.allow).toBe(allow)
    }
  })

  it('[SV74] 20 MB of JSON is 413 at once, and the next request works', async () => {
    const { url } = await served()
    const body = JSON.stringify({ title: 'x'.repeat(20 * 1024 * 1024) })
    const reply = await fetch(`${url}/api/sessions`, { method: 'POST', headers: json, body })
    expect(refusalOf({ status: reply.status, text: await reply.text() })).toBe('REQUEST_TOO_LARGE')
    const next = await fetch(`${url}/api/sessions`, { method: 'POST', headers: json, body: '{}' })
    expect(next.status).toBe(201)
  })

  it('[SV74] JSON nested a hundred thousand deep is refused before it is built', async () => {
    const { ask } = await composed()
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(refusalOf(await ask('POST', '/api/sessions', { payload: `{"title":${deep}}`, headers: json }))).toBe(
      'LIMIT_DEPTH',
    )
    // Brackets inside a text are no depth.
    const reply = await ask('POST', '/api/sessions', {
      payload: JSON.stringify({ title: '['.repeat(150) }),
      headers: json,
    })
    expect(reply.status).toBe(201)
  })

  it('[SV74] headers above 64 KiB are 431, in JSON', async () => {
    const { url } = await served()
    const reply = await raw(
      url,
      `GET /api/health HTTP/1.1\r\nHost: ${new URL(url).host}\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`,
    )
    expect(reply).toMatch(/^HTTP\/1\.1 431 /)
    expect(reply).toContain('"REQUEST_HEADERS"')
    expect(await raw(url, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"REQUEST_INVALID"/s)
  })

  it('a box of -5 mm is refused with what is possible, and the box before stays', async () => {
    const { ask } = await composed()
    const { session } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json()
    const path = `/api/sessions/${session.id}/files/box.json`
    const good = await ask('PUT', path, { payload: JSON.stringify(BOX) })
    expect(good.status).toBe(200)
    const bad = await ask('PUT', path, { payload: JSON.stringify({ ...BOX, width: -5 }) })
    expect(refusalOf(bad)).toBe('RECIPE_NUMBER')
    expect(bad.json().error).toMatchObject({ at: 'width', message: expect.stringContaining('-5 mm') })
    expect((await ask('GET', path)).text).toBe(JSON.stringify(BOX))
    expect((await ask('GET', `/api/sessions/${session.id}`)).json().session.head).toBe(good.json().version.id)
    expect(refusalOf(await ask('PUT', path, { payload: '{ no json' }))).toBe('REQUEST_INVALID')
  })

  it('[SV10] no reply carries a stack or a path of the server', async () => {
    const { ask, parts } = await composed()
    const before = parts.storage.sessions.list
    parts.storage.sessions.list = async () => {
      throw new Error('boom at /home/secret/file.ts')
    }
    const reply = await ask('GET', '/api/sessions')
    parts.storage.sessions.list = before
    expect(refusalOf(reply)).toBe('REQUEST_FAILED')
    expect(reply.text).not.toMatch(/boom|secret|\.ts|node_modules/)
    expect(reply.json().error.message).toContain(reply.headers['x-request-id'])
  })

  it('names of files never become paths', async () => {
    const { ask } = await composed()
    const { session } = (await ask('POST', '/api/sessions', { payload: {}, headers: json })).json()
    const files = `/api/sessions/${session.id}/files`
    for (const name of ['..%2f..%2fetc%2fpasswd', '%00', 'C:%5cx', 'con', '%E2%80%AEx', 'x'.repeat(4096)]) {
      expect(refusalOf(await ask('PUT', `${files}/${name}`, { payload: 'x' })), name).toBe('REQUEST_PATH')
      expect(refusalOf(await ask('GET', `${files}/${name}`)), name).toBe('REQUEST_PATH')
    }
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
    ])
      expect(refusalOf(await ask('GET', path)), path).toBe('REQUEST_NOT_FOUND')
    // A client that does not tidy the address: what stands there is still only a name.
    const { url } = await served()
    for (const path of [
      '/api/sessions/x/files/../../../../etc/passwd',
      '/../../etc/passwd',
      '/assets/../../package.json',
    ])
      expect(
        await raw(url, `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: close\r\n\r\n`),
        path,
      ).toMatch(/^HTTP\/1\.1 404 /)
    // Encoded twice it is a plain, odd name.
    expect((await ask('PUT', `${files}/%252e%252e`, { payload: 'x' })).json().file.path).toBe('%2e%2e')
  })
})

function raw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let reply = ''
    socket.on('data', (bytes) => {
      reply += bytes
    })
    socket.on('close', () => resolve(reply))
    socket.on('error', reject)
  })
}
