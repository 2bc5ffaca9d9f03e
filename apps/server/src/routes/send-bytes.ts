import type { FastifyRequest } from 'fastify'
import { hewnError } from '@hewn/model'
import { Refusal } from '../refusal.ts'
import type { Answer } from './route.ts'

/** What artifacts and blobs have in common (SV30): they never change, and nothing in them runs in our page. */
export interface NamedBytes {
  bytes: Uint8Array
  hash: string
  type: string
  /** The name it is saved under. */
  name: string
  /** Shown in the page instead of saved. */
  inline: boolean
  /** Not all of it is there yet, so nobody may keep it: the log of a job that runs. */
  grows?: true
}

const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/** Answers with the bytes, a part of them, or that the caller has them already. */
export function sendBytes(request: FastifyRequest, { bytes, hash, type, name, inline, grows }: NamedBytes): Answer {
  const headers: Record<string, string> = {
    etag: `"${hash}"`,
    'cache-control': grows ? 'no-store' : 'private, max-age=31536000, immutable',
    'content-type': type,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; ${fileName(name)}`,
    'content-security-policy': SANDBOX,
    'accept-ranges': 'bytes',
  }
  if (matches(request.headers['if-none-match'], headers.etag)) return { status: 304, headers }
  const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === headers.etag
  const range = asked ? rangeOf(request.headers.range, bytes.length) : undefined
  if (range === 'outside')
    throw new Refusal(hewnError('REQUEST_RANGE', `The file has ${bytes.length} bytes.`), {
      'content-range': `bytes */${bytes.length}`,
    })
  const part = range === undefined ? bytes : bytes.subarray(range.from, range.to + 1)
  if (range !== undefined) headers['content-range'] = `bytes ${range.from}-${range.to}/${bytes.length}`
  headers['content-length'] = String(part.length)
  const status = range === undefined ? 200 : 206
  return request.method === 'HEAD' ? { status, headers } : { status, headers, body: Buffer.from(part) }
}

/** A plain name for old clients, and beside it the true one where it has other scripts. */
function fileName(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\p{Cf}"\\/]/gu, '_')
  const plain = clean.replaceAll(/[^\x20-\x7e]/g, '_')
  const rich = encodeURIComponent(clean.toWellFormed()).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return plain === clean ? `filename="${plain}"` : `filename="${plain}"; filename*=UTF-8''${rich}`
}

const matches = (given: string | undefined, etag: string | undefined) =>
  given !== undefined && (given === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))

/** One range, or the last bytes. Anything else is answered with the whole file, as HTTP allows. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  if (match[1] === '') {
    const last = Number(match[2])
    return last === 0 || size === 0 ? 'outside' : { from: Math.max(0, size - last), to: size - 1 }
  }
  const from = Number(match[1])
  const to = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (from >= size) return 'outside'
  return to < from ? undefined : { from, to }
}
