import { randomBytes } from 'node:crypto'
import { acceptedEncoding } from '../encoded.ts'
import { PAGE_COOKIE } from '../guard.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { isFixed } from '../web-build.ts'
import { type Answer, type Route, route } from './route.ts'

const MISSING = `<!doctype html><meta charset="utf-8"><title>Hewn</title>
<h1>The page has not been built yet</h1>
<p>The API works. To build the page, run <code>npm start</code>, or <code>npx vite build apps/web</code>.</p>
`

/** The web build: every address that is no API and no artifact. */
export function pageRoutes({ web, pageKey }: Parts): Route[] {
  const html = { scope: 'open', replies: { 200: 'text/html' } } as const
  return [
    route({ method: 'GET', path: '/', summary: 'The workbench.', ...html, handle: () => page() }),
    route({ method: 'GET', path: '/s/:id', summary: 'The workbench on a session.', ...html, handle: () => page() }),
    route({
      method: 'GET',
      path: '/*',
      summary: 'Files of the web build.',
      scope: 'open',
      replies: { 200: 'application/octet-stream' },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params, request }) {
        const name = params['*'] ?? ''
        const file = await web.file(name)
        if (!file) throw refuse('REQUEST_NOT_FOUND', `There is nothing at ${JSON.stringify(`/${name}`.slice(0, 100))}.`)
        const encoding = file.encoded && acceptedEncoding(request.headers['accept-encoding'])
        const headers = {
          // Other bytes, another tag.
          etag: encoding ? `"${file.hash}-${encoding}"` : `"${file.hash}"`,
          'content-type': file.type,
          'cache-control': isFixed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
          ...(file.encoded ? { vary: 'Accept-Encoding' } : {}),
        }
        if (request.headers['if-none-match'] === headers.etag) return { status: 304, headers }
        if (!file.encoded || !encoding) return { headers, body: Buffer.from(file.bytes) }
        const body = Buffer.from(await file.encoded(encoding))
        return { headers: { ...headers, 'content-encoding': encoding }, body }
      },
    }),
  ]

  async function page(): Promise<Answer> {
    const nonce = randomBytes(16).toString('base64')
    const index = await web.index()
    return {
      status: index === undefined ? 503 : 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(nonce),
        'set-cookie': `${PAGE_COOKIE}=${pageKey}; Path=/; HttpOnly; SameSite=Strict`,
      },
      body: index === undefined ? MISSING : withNonce(index, nonce),
    }
  }
}

/** SV75. Nothing is loaded from another host, and nothing may frame us. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The page reads it from `meta[property=csp-nonce]`, for the styles that its editor makes while it runs. */
function withNonce(index: string, nonce: string): string {
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`
  return index
    .replaceAll(/<style(?=[\s>])/g, `<style nonce="${nonce}"`)
    .replace(/<head([^>]*)>/, (head) => `${head}${meta}`)
}
