import { describe, expect, it } from 'vitest'
import { addressOf } from '../src/openapi.ts'
import { allRoutes } from '../src/routes/index.ts'
import { composed } from './house.ts'

/** An address of a row, with something in every place. */
const filled = (path: string) => path.replaceAll(/:\w+/g, '7n42DGM5Tflk9n8mt7Fhc7').replace('*', 'x.y')

describe('the route table', () => {
  it('[SV10] every row is in OpenAPI, and OpenAPI has nothing else', async () => {
    const { parts, ask } = await composed()
    const { paths } = (await ask('GET', '/api/openapi.json')).json()
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.toSorted()).toEqual(
      allRoutes(parts)
        .map((row) => `${row.method} ${addressOf(row.path)}`)
        .toSorted(),
    )
  })

  it('OpenAPI is whole: every reference in it leads somewhere', async () => {
    const { ask } = await composed()
    const document = (await ask('GET', '/api/openapi.json')).json()
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, to]) => to ?? '')
    expect(references.length).toBeGreaterThan(10)
    for (const reference of references) {
      let at: unknown = document
      for (const part of reference.slice(2).split('/')) at = (at as Record<string, unknown> | undefined)?.[part]
      expect(at, reference).toBeDefined()
    }
    for (const name of ['set_state', 'setState', 'push_node', 'bulk_set_resources'])
      expect(JSON.stringify(document), '[CV6]').not.toContain(name)
  })

  it('[SV70] every row refuses a foreign Host; health and ready tell it nothing but the status', async () => {
    const { parts, app } = await composed()
    for (const row of allRoutes(parts)) {
      const reply = await app.inject({ method: row.method, url: filled(row.path), headers: { host: 'evil.example' } })
      if (row.anyHost) expect(Object.keys(reply.json())).toEqual(['status'])
      else expect(reply.statusCode, `${row.method} ${row.path}`).toBe(403)
    }
  })

  it('[SV70] every row refuses a foreign Origin', async () => {
    const { parts, ask } = await composed()
    for (const row of allRoutes(parts))
      for (const origin of ['https://evil.example', 'null']) {
        const reply = await ask(row.method, filled(row.path), { headers: { origin } })
        expect(reply.status, `${row.method} ${row.path}`).toBe(403)
        expect(reply.headers['access-control-allow-origin']).toBeUndefined()
      }
  })

  it('[SV71] every row that changes or starts something refuses what a foreign page can send', async () => {
    const { parts, ask } = await composed()
    const guarded = allRoutes(parts).filter((row) => row.kind !== undefined || !['GET', 'HEAD'].includes(row.method))
    expect(guarded.length).toBeGreaterThan(8)
    for (const row of guarded)
      for (const site of ['cross-site', 'same-site', 'none']) {
        const reply = await ask(row.method, filled(row.path), {
          headers: { 'user-agent': 'Mozilla/5.0', 'sec-fetch-site': site },
        })
        expect(reply.status, `${row.method} ${row.path} ${site}`).toBe(403)
        expect(reply.json().error.code).toBe('REQUEST_FOREIGN')
      }
    expect((await parts.storage.jobs.list({})).length).toBe(0)
  })

  it('[SV70] CORS headers exist only for origins that are ours or allowed', async () => {
    const { ask } = await composed({ env: { HEWN_ALLOWED_ORIGINS: 'https://maker.example' } })
    const allowed = await ask('GET', '/api/health', { headers: { origin: 'https://maker.example' } })
    expect(allowed.headers['access-control-allow-origin']).toBe('https://maker.example')
    const preflight = await ask('OPTIONS', '/api/sessions', {
      headers: { origin: 'https://maker.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-methods': 'POST, GET' } })
    expect((await ask('GET', '/api/health')).headers['access-control-allow-origin']).toBeUndefined()
    expect((await ask('OPTIONS', '/api/sessions', { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  })

  it('[SV86] X-Request-Id is taken when it is safe, and always given', async () => {
    const { ask } = await composed()
    const given = async (id: string) =>
      (await ask('GET', '/api/health', { headers: { 'x-request-id': id } })).headers['x-request-id']
    expect(await given('build-42.a')).toBe('build-42.a')
    expect(await given('a b')).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(await given('x'.repeat(65))).toMatch(/^[0-9A-Za-z]{22}$/)
  })

  it('[SV75] every reply is held by nosniff, no-referrer and a policy that allows nothing', async () => {
    const { ask } = await composed()
    for (const url of ['/api/health', '/api/nothing', '/artifacts/x.stl'])
      expect((await ask('GET', url)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      })
  })

  it('[SV86] a line per request names the pattern, and never code, words or an address', async () => {
    const lines: string[] = []
    const { ask } = await composed({ log: (line) => lines.push(line) })
    await ask('GET', '/api/run?code=secretword', { remoteAddress: '203.0.113.7' })
    await ask('POST', '/api/design', {
      payload: '{"prompt":"secretword"}',
      headers: { 'content-type': 'application/json' },
    })
    const text = lines.join('')
    expect(text).toContain('"route":"/api/run"')
    expect(text).not.toMatch(/secretword|203\.0\.113\.7|127\.0\.0\.1/)
  })
})
