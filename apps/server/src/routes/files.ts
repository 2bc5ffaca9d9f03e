import { fileWritten, writtenFile } from '@hewn/protocol'
import { parseId } from '@hewn/model'
import type { FileRow } from '@hewn/storage'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { languageOf, textOf } from '../pipeline/file-content.ts'
import { filesOf } from '../pipeline/history.ts'
import { refuse } from '../refusal.ts'
import { seqHeader, sessionAt, startedOf, valueOf } from './of-session.ts'
import { type Call, type Route, route } from './route.ts'

const FILE_MAX = 64 * 1024 * 1024

export function fileRoutes(parts: Parts): Route[] {
  const { storage, workspace, pipeline } = parts
  const path = '/api/sessions/:id/files/*'
  const atVersion = z.strictObject({ version: z.string().optional() })
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/files',
      summary: 'Names, hashes and sizes of the files, now or as a version has them.',
      scope: 'view',
      query: atVersion,
      replies: { 200: z.strictObject({ items: z.array(writtenFile.omit({ language: true })) }) },
      errors: ['SESSION_NOT_FOUND', 'REQUEST_NOT_FOUND'],
      async handle({ params, query }) {
        const session = await sessionAt(parts, params.id)
        return { body: { items: await filesAt(session.id, query.version) } }
      },
    }),
    route({
      method: 'GET',
      path,
      summary: 'The bytes of a file; its ETag is their hash.',
      scope: 'view',
      query: atVersion,
      replies: { 200: 'application/octet-stream', 304: null },
      errors: ['CANVAS_FILE_MISSING'],
      async handle({ params, query, request }) {
        const session = await sessionAt(parts, params.id)
        const name = params['*'] ?? ''
        const file = (await filesAt(session.id, query.version)).find((one) => one.path === name.normalize('NFC'))
        // The workspace says what is wrong with a name that is none.
        const bytes = file ? await storage.blobs.get(file.hash) : valueOf(await workspace.read(session.id, name)).bytes
        if (!file || !bytes) throw refuse('CANVAS_FILE_MISSING', `There is no file ${name.slice(0, 240)}.`)
        const headers = {
          etag: `"${file.hash}"`,
          'content-security-policy': "sandbox; default-src 'none'",
          'content-type': textOf(bytes) === undefined ? 'application/octet-stream' : 'text/plain; charset=utf-8',
          'content-disposition': 'attachment',
        }
        if (request.headers['if-none-match'] === headers.etag) return { status: 304, headers }
        return { headers, body: Buffer.from(bytes) }
      },
    }),
    route({
      method: 'PUT',
      path,
      summary: 'Writes a file. box.json and model.py are built, unless build=off.',
      scope: 'edit',
      query: z.strictObject({ build: z.enum(['on', 'off']).default('on'), request: z.string().max(10_000).optional() }),
      body: 'bytes',
      limit: FILE_MAX,
      replies: { 200: fileWritten },
      errors: ['REQUEST_PATH', 'SESSION_CONFLICT', 'LIMIT_FILE', 'LIMIT_WORKSPACE', 'RECIPE_TYPE', 'KERNEL_MISSING'],
      async handle({ params, query, body, request, visitor }) {
        const session = await sessionAt(parts, params.id)
        const change = {
          path: params['*'] ?? '',
          bytes: body ?? new Uint8Array(),
          expect: expected(request),
          build: query.build === 'on',
          ...(query.request === undefined ? {} : { request: query.request }),
        }
        const { file, building } = startedOf(parts, await pipeline.write(session, change, visitor.acting))
        // A box takes milliseconds, so its writer gets the version; a part is followed on the canvas or by its job.
        const built = file.path === 'box.json' ? await building?.ended : undefined
        const job = built?.job ?? (building && (await storage.jobs.get(building.job))?.job)
        return {
          headers: await seqHeader(parts, session.id),
          body: {
            file: { ...file, language: languageOf(file.path, textOf(change.bytes)) },
            ...(built?.version ? { version: built.version } : {}),
            ...(job ? { job } : {}),
          },
        }
      },
    }),
    route({
      method: 'DELETE',
      path,
      summary: 'Removes a file.',
      scope: 'edit',
      replies: { 204: null },
      errors: ['CANVAS_FILE_MISSING', 'SESSION_CONFLICT'],
      async handle({ params, request, visitor }) {
        const session = await sessionAt(parts, params.id)
        valueOf(await pipeline.remove(session, params['*'] ?? '', expected(request), visitor.acting))
        return { status: 204, headers: await seqHeader(parts, session.id) }
      },
    }),
  ]

  async function filesAt(session: FileRowSession, version: string | undefined): Promise<FileRow[]> {
    if (version === undefined) return workspace.list(session)
    const id = parseId('version', version)
    const found = id && (await storage.versions.get(id, session))
    if (!found) throw refuse('REQUEST_NOT_FOUND', 'There is no such version.')
    return filesOf(found)
  }
}

type FileRowSession = Parameters<Parts['workspace']['list']>[0]

/** CV50: the hash the caller saw, or `none` where there was nothing. */
function expected(request: Call['request']): string | undefined {
  const match = request.headers['if-match']
  if (match !== undefined && match !== '*') return match.replace(/^W\//, '').replaceAll('"', '')
  return request.headers['if-none-match'] === '*' ? 'none' : undefined
}
