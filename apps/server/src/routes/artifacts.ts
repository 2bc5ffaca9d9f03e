import { type Format, type JobId, parseId } from '@hewn/model'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { type Call, type Route, route } from './route.ts'
import { type NamedBytes, sendBytes } from './send-bytes.ts'

export const TYPES: Readonly<Record<Format, string>> = {
  step: 'model/step',
  stl: 'model/stl',
  '3mf': 'model/3mf',
  glb: 'model/gltf-binary',
  brep: 'application/octet-stream',
  svg: 'image/svg+xml',
  dxf: 'image/vnd.dxf',
  pdf: 'application/pdf',
  png: 'image/png',
  json: 'application/json',
  py: 'text/x-python; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  other: 'application/octet-stream',
}

/** What a browser may show instead of save. */
const INLINE: readonly Format[] = ['png', 'svg', 'pdf', 'log', 'py']

export function artifactRoutes(parts: Parts): Route[] {
  const { storage, streams } = parts
  const shownQuery = z.strictObject({ inline: z.enum(['0', '1']).default('0') })
  const common = {
    scope: 'view',
    query: shownQuery,
    replies: { 200: 'application/octet-stream', 206: 'application/octet-stream', 304: null },
    errors: ['JOB_NOT_FOUND', 'REQUEST_NOT_FOUND', 'JOB_SWEPT', 'REQUEST_RANGE'],
  } as const
  const whole = async ({ params, query, request }: Call<z.output<typeof shownQuery>>) => {
    const match = /^([^.]+)\.([a-z0-9]+)$/.exec(params.file ?? '')
    const job = match ? parseId('job', match[1] ?? '') : undefined
    if (!match || !job) throw refuse('REQUEST_NOT_FOUND', 'Artifacts are named <job>.<format>.')
    return sendBytes(request, await artifactOf(job, match[2] ?? '', query.inline === '1'))
  }
  const named = async ({ params, query, request }: Call<z.output<typeof shownQuery>>) => {
    const job = parseId('job', params.job ?? '')
    if (!job) throw refuse('JOB_NOT_FOUND')
    return sendBytes(request, await fileOf(job, params['*'] ?? '', query.inline === '1'))
  }
  const wholeRow = { path: '/artifacts/:file', summary: 'The whole result of a job in one format: <job>.step.' }
  const namedRow = { path: '/artifacts/:job/*', summary: 'One named file of a job.' }
  return [
    route({ method: 'GET', ...wholeRow, ...common, handle: whole }),
    route({ method: 'HEAD', ...wholeRow, ...common, handle: whole }),
    route({ method: 'GET', ...namedRow, ...common, handle: named }),
    route({ method: 'HEAD', ...namedRow, ...common, handle: named }),
  ]

  async function artifactOf(job: JobId, extension: string, inline: boolean): Promise<NamedBytes> {
    const record = await storage.jobs.get(job)
    if (!record) throw refuse('JOB_NOT_FOUND')
    const name = `${job.slice(4)}.${extension}`
    if (extension === 'log') {
      const running = streams.get(job)
      if (running && !running.ended) {
        const bytes = running.logBytes()
        return { bytes, hash: `${bytes.length}`, type: TYPES.log, name, inline, grows: true }
      }
      return bytesOf(record.logHash, 'log', name, inline)
    }
    if (extension === 'py' || (extension === 'json' && record.job.kind === 'build'))
      return bytesOf(record.scriptHash, extension, name, inline)
    return fileOf(job, `model.${extension}`, inline, name)
  }

  async function fileOf(job: JobId, name: string, inline: boolean, saved = name.split('/').at(-1) ?? name) {
    const record = await storage.jobs.get(job)
    if (!record) throw refuse('JOB_NOT_FOUND')
    const artifact = await storage.artifacts.find(job, name)
    if (!artifact) throw refuse('REQUEST_NOT_FOUND', `That job has no file ${JSON.stringify(name.slice(0, 100))}.`)
    return bytesOf(artifact.sha256, artifact.format, saved, inline)
  }

  async function bytesOf(hash: string | undefined, format: Format, name: string, inline: boolean): Promise<NamedBytes> {
    if (hash === undefined) throw refuse('REQUEST_NOT_FOUND', `There is no ${format} of that job.`)
    const bytes = await storage.blobs.get(hash)
    if (!bytes) throw refuse('JOB_SWEPT')
    return { bytes, hash, type: TYPES[format], name, inline: inline && INLINE.includes(format) }
  }
}
