import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { composed } from './house.ts'

function webBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hewn-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head><title>Hewn</title><style>a{}</style></head><body></body></html>',
  )
  writeFileSync(join(folder, 'assets', 'index-4f2a.js'), 'export {}')
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  return folder
}

describe('pages', () => {
  it('[SV75] the workbench is at / and at a session, held by its policy, with a nonce of its own each time', async () => {
    const { ask } = await composed({ web: webBuild() })
    const nonces = new Set<string>()
    for (const url of ['/', '/s/7n42DGM5Tflk9n8mt7Fhc7', '/']) {
      const page = await ask('GET', url)
      const nonce = /meta property="csp-nonce" nonce="([^"]+)"/.exec(page.text)?.[1] ?? ''
      expect(nonce).toHaveLength(24)
      expect(page.text).toContain(`<style nonce="${nonce}">`)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.headers['content-security-policy']).toBe(
        `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
          "connect-src 'self' blob:; worker-src 'self' blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(page.headers['cache-control']).toBe('no-store')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it('[SV71] the page brings a cookie that no other site can send, and that is enough for an old browser', async () => {
    const { ask } = await composed({ web: webBuild() })
    const cookie = String((await ask('GET', '/')).headers['set-cookie'])
    expect(cookie).toMatch(/^hewn_page=\S+; Path=\/; HttpOnly; SameSite=Strict$/)
    const old = { 'user-agent': 'Mozilla/5.0 (old)' }
    expect((await ask('GET', '/api/run?code=', { headers: old })).json().error.code).toBe('REQUEST_FOREIGN')
    const brought = { ...old, cookie: cookie.split(';')[0] ?? '' }
    expect((await ask('GET', '/api/run?code=', { headers: brought })).json().error.code).toBe('REQUEST_INVALID')
  })

  it('files of the build are served with their type; those named by their content never change', async () => {
    const { ask } = await composed({ web: webBuild() })
    const script = await ask('GET', '/assets/index-4f2a.js')
    expect(script).toMatchObject({
      status: 200,
      text: 'export {}',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    expect(script.headers['cache-control']).toContain('immutable')
    expect(
      (await ask('GET', '/assets/index-4f2a.js', { headers: { 'if-none-match': String(script.headers.etag) } })).status,
    ).toBe(304)
    expect((await ask('GET', '/favicon.svg')).headers['cache-control']).toBe('no-cache')
    for (const path of ['/assets', '/assets/', '/index.html', '/favicon.svg/x', '/__proto__'])
      expect((await ask('GET', path)).status, path).toBe(404)
  })

  it('[SV77] scripts come as small as the browser takes them, made once, and with a tag of their own; pictures as they are', async () => {
    const web = webBuild()
    const code = 'export const words = "the same again" \n'.repeat(100)
    writeFileSync(join(web, 'assets', 'viewer-77aa.js'), code)
    writeFileSync(join(web, 'assets', 'box-1b2c.webp'), Buffer.alloc(4000, 1))
    const { ask } = await composed({ web })
    const get = (path: string, accept?: string) =>
      ask('GET', path, accept === undefined ? {} : { headers: { 'accept-encoding': accept } })
    const tags = new Set<unknown>()
    for (const [accept, encoding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip;q=1.0, br;q=0', 'gzip'],
      ['GZIP', 'gzip'],
      ['*', 'br'],
      ['identity', undefined],
      ['br;q=0, *;q=0.0', undefined],
      ['', undefined],
      [undefined, undefined],
    ] as const) {
      const reply = await get('/assets/viewer-77aa.js', accept)
      expect(reply.headers['content-encoding'], accept).toBe(encoding)
      expect(reply.headers, accept).toMatchObject({
        vary: 'Accept-Encoding',
        'content-type': 'text/javascript; charset=utf-8',
      })
      expect(reply.headers['cache-control']).toContain('immutable')
      const unpack = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : Buffer.from
      expect(unpack(reply.bytes).toString(), accept).toBe(code)
      expect(Number(reply.headers['content-length'])).toBe(reply.bytes.length)
      tags.add(reply.headers.etag)
      const again = accept === undefined ? undefined : { 'accept-encoding': accept }
      const known = { headers: { ...again, 'if-none-match': String(reply.headers.etag) } }
      expect((await ask('GET', '/assets/viewer-77aa.js', known)).status).toBe(304)
    }
    expect(tags.size).toBe(3)
    const picture = await get('/assets/box-1b2c.webp', 'br')
    expect(picture.headers['content-type']).toBe('image/webp')
    expect([picture.headers['content-encoding'], picture.headers.vary]).toEqual([undefined, undefined])
  })

  it('[SV77] the first visitor does not wait for the densest script, and those after get it', async () => {
    const web = webBuild()
    const code = readFileSync(new URL('../src/web-build.ts', import.meta.url), 'utf8').repeat(2)
    writeFileSync(join(web, 'assets', 'viewer-88bb.js'), code)
    const { ask } = await composed({ web })
    const get = () => ask('GET', '/assets/viewer-88bb.js', { headers: { 'accept-encoding': 'br' } })
    const first = await get()
    await expect.poll(async () => (await get()).bytes.length).toBeLessThan(first.bytes.length)
    expect(brotliDecompressSync((await get()).bytes).toString()).toBe(code)
  })

  it('where nothing has been built the page says so, and how to', async () => {
    const { ask } = await composed()
    const page = await ask('GET', '/')
    expect([page.status, page.text]).toEqual([503, expect.stringContaining('npm start')])
  })
})
