import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createGuard, type Kind } from '../src/guard.ts'

const guard = createGuard({
  port: () => 4870,
  allowedHosts: ['hewn.local:4870'],
  allowedOrigins: ['https://maker.example'],
  pageKey: 'the-key-of-our-page',
})

const HOST = { host: '127.0.0.1:4870' }
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' }
const code = (headers: IncomingHttpHeaders, kind: Kind) => guard.judge({ ...HOST, ...headers }, kind)?.code ?? 'served'

describe('the guard', () => {
  it('[SV70] answers for loopback with our port and for the hosts that are allowed, and for nobody else', () => {
    const served = ['127.0.0.1:4870', 'localhost:4870', 'LOCALHOST:4870', '[::1]:4870', 'hewn.local:4870']
    for (const host of served) expect(guard.judge({ host }, 'read'), host).toBeUndefined()
    for (const host of [
      'evil.example',
      'evil.example:4870',
      '127.0.0.1',
      '127.0.0.1:80',
      'localhost:4870.evil.example',
      '',
    ])
      expect(guard.judge({ host }, 'read'), host).toMatchObject({ code: 'REQUEST_HOST' })
    expect(guard.judge({}, 'read')).toMatchObject({ code: 'REQUEST_HOST' })
  })

  it('[SV70] an Origin that is sent must be ours or allowed', () => {
    for (const origin of ['http://127.0.0.1:4870', 'http://localhost:4870', 'https://maker.example'])
      expect(code({ origin }, 'change'), origin).toBe('served')
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:9999', 'https://127.0.0.1:4870'])
      for (const kind of ['read', 'change', 'costly', 'run', 'live'] as const)
        expect(code({ origin }, kind), `${origin} ${kind}`).toBe('REQUEST_FOREIGN')
  })

  it('[SV71] a change needs our Origin, a same-origin fetch, a bearer token, or no sign of a browser', () => {
    expect(code({}, 'change')).toBe('served')
    expect(code({ 'user-agent': 'node', 'sec-fetch-mode': 'cors' }, 'change')).toBe('served')
    expect(code({ ...BROWSER, 'sec-fetch-site': 'same-origin' }, 'change')).toBe('served')
    expect(code({ ...BROWSER, authorization: 'Bearer abc' }, 'change')).toBe('served')
    expect(code(BROWSER, 'change')).toBe('REQUEST_FOREIGN')
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(code({ ...BROWSER, 'sec-fetch-site': site }, 'change'), site).toBe('REQUEST_FOREIGN')
  })

  it('[SV71] no page on the web runs code here: not by image, script, frame, link, form or EventSource', () => {
    for (const dest of ['image', 'script', 'iframe', 'document', 'empty', 'style'])
      expect(code({ ...BROWSER, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest }, 'run'), dest).toBe(
        'REQUEST_FOREIGN',
      )
  })

  it('[SV71] opening the address of a run is no run, not even from our own page', () => {
    const opened = { ...BROWSER, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }
    expect(code(opened, 'run')).toBe('REQUEST_FOREIGN')
    expect(code({ ...opened, 'sec-fetch-site': 'none' }, 'run')).toBe('REQUEST_FOREIGN')
    expect(code(opened, 'costly')).toBe('served')
  })

  it('[SV71] a browser that does not say where it calls from must bring the cookie of our page; curl is served', () => {
    for (const kind of ['costly', 'run', 'live'] as const) {
      expect(code({ 'user-agent': 'curl/8.5.0' }, kind)).toBe('served')
      expect(code({ 'user-agent': 'node' }, kind)).toBe('served')
      expect(code(BROWSER, kind)).toBe('REQUEST_FOREIGN')
      expect(code({ ...BROWSER, cookie: 'hewn_page=guessed' }, kind)).toBe('REQUEST_FOREIGN')
      expect(code({ ...BROWSER, cookie: 'a=b; hewn_page=the-key-of-our-page' }, kind)).toBe('served')
    }
  })

  it('what a stranger sent is cut and escaped in the reply', () => {
    const host = `evil\u0000"<script>${'x'.repeat(500)}`
    const message = guard.judge({ host }, 'read')?.message ?? ''
    expect(message).toContain('evil\\u0000\\"')
    expect(message.length).toBeLessThan(300)
  })
})
