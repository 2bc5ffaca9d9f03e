import { describe, expect, it } from 'vitest'
import { DESIGN_REQUESTS } from '@hewn/testing'
import { type Env, onRequest, onRequestPost } from '../functions/api/design.ts'

const url = 'https://boxes.example/api/design'
let caller = 0
/** A caller of its own for every request, so that the rate of one test does not reach into another. */
const nextAddress = () => `192.0.2.${++caller}`

function call(init: RequestInit & { headers?: Record<string, string> }, env: Env = {}): Promise<Response> {
  const headers = { 'CF-Connecting-IP': nextAddress(), ...init.headers }
  const request = new Request(url, { ...init, headers })
  return (request.method === 'POST' ? onRequestPost : onRequest)({ request, env })
}

const post = (prompt: string, headers: Record<string, string> = {}, env: Env = {}) =>
  call(
    { method: 'POST', body: JSON.stringify({ prompt }), headers: { 'Content-Type': 'application/json', ...headers } },
    env,
  )

const from = async (headers: Record<string, string>, env: Env = {}) =>
  (await post('open top box 150x100x80', headers, env)).status

describe('the Pages Function', () => {
  it.each(DESIGN_REQUESTS)(
    '$name',
    async ({ method = 'POST', contentType = 'application/json', body, status, code, recipe, says, headers }) => {
      const reply = await call({
        method,
        ...(method === 'GET' ? {} : { body }),
        headers: contentType === null ? {} : { 'Content-Type': contentType },
      })
      expect(reply.status).toBe(status)
      expect(reply.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
      const said = await reply.json()
      if (code)
        expect(said).toEqual({ error: expect.objectContaining({ code, message: expect.stringMatching(says ?? /./) }) })
      else expect(said).toMatchObject({ recipe, by: 'planner' })
      for (const [name, value] of Object.entries(headers ?? {})) expect(reply.headers.get(name)).toBe(value)
    },
  )

  it('[AG66] the address is CF-Connecting-IP; the 11th request of one is 429 with Retry-After', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.9' }
    for (let time = 0; time < 10; time++) expect((await post('open top box 150x100x80', headers)).status).toBe(200)
    const eleventh = await post('open top box 150x100x80', headers)
    expect(eleventh.status).toBe(429)
    expect(Number(eleventh.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await post('open top box 150x100x80', { 'CF-Connecting-IP': '203.0.113.10' })).status).toBe(200)
  })

  it('[AG71] a limit bound as RATE_LIMIT must agree too', async () => {
    const keys: string[] = []
    const RATE_LIMIT = {
      limit: async ({ key }: { key: string }) => {
        keys.push(key)
        return { success: false }
      },
    }
    expect(
      (await post('open top box 150x100x80', { 'CF-Connecting-IP': '2001:db8:1:2::7' }, { RATE_LIMIT })).status,
    ).toBe(429)
    expect(keys).toEqual(['2001:db8:1:2::/64'])
  })

  it('[AG70] answers its own origin and those that are listed, and no other', async () => {
    expect(await from({ Origin: 'https://boxes.example' })).toBe(200)
    expect(await from({ Origin: 'https://evil.example' })).toBe(403)
    expect(await from({ Origin: 'null' })).toBe(403)
    expect(await from({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(
      await from(
        { Origin: 'https://maker.example' },
        { HEWN_ALLOWED_ORIGINS: 'https://a.example, https://maker.example' },
      ),
    ).toBe(200)
  })

  it('[AG69] HEWN_DESIGN=model without a key is AGENT_NO_MODEL, and a value that does not exist is said', async () => {
    const only = await post('open top box 150x100x80', {}, { HEWN_DESIGN: 'model' })
    expect([only.status, await only.json()]).toMatchObject([503, { error: { code: 'AGENT_NO_MODEL' } }])
    const wrong = await post('open top box 150x100x80', {}, { HEWN_DESIGN: 'oracle' })
    expect([wrong.status, await wrong.json()]).toMatchObject([
      500,
      { error: { message: expect.stringContaining('oracle') } },
    ])
  })

  it('[AG65] reads no further than it has to', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 16_384
        controller.enqueue(new Uint8Array(16_384).fill(0x20))
      },
    })
    const headers = { 'CF-Connecting-IP': nextAddress(), 'Content-Type': 'application/json' }
    const request = new Request(url, { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit)
    expect((await onRequestPost({ request, env: {} })).status).toBe(413)
    expect(sent).toBeLessThan(300_000)
  })
})
