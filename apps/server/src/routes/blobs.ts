import type { SessionId } from '@hewn/model'
import type { Parts } from '../parts.ts'
import { geometryOf } from '../pipeline/geometry-of.ts'
import { refuse } from '../refusal.ts'
import { sessionAt } from './of-session.ts'
import { type Route, route } from './route.ts'
import { sendBytes } from './send-bytes.ts'

export const GEOMETRY_TYPE = 'application/vnd.hewn.geometry'

/** The first bytes of a geometry blob. */
const GEOMETRY_MARK = 'HWNG'

export function blobRoutes(parts: Parts): Route[] {
  const { storage, desks } = parts
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/blobs/:sha256',
      summary: 'A blob of this session by its hash: geometry, or a file.',
      scope: 'view',
      replies: { 200: GEOMETRY_TYPE, 206: GEOMETRY_TYPE, 304: null },
      errors: ['SESSION_NOT_FOUND', 'REQUEST_NOT_FOUND'],
      async handle({ params, request }) {
        const session = await sessionAt(parts, params.id)
        const hash = params.sha256 ?? ''
        // A hash of another session is as unknown here as one that never was.
        const bytes = (await belongs(session.id, hash)) ? await storage.blobs.get(hash) : undefined
        if (!bytes) throw refuse('REQUEST_NOT_FOUND', 'This session has no such blob.')
        const geometry = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === GEOMETRY_MARK
        const type = geometry ? GEOMETRY_TYPE : 'application/octet-stream'
        return sendBytes(request, { bytes, hash, type, name: hash, inline: geometry })
      },
    }),
  ]

  async function belongs(session: SessionId, hash: string): Promise<boolean> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return false
    const desk = desks.at(session)
    if (desk.blobs.has(hash)) return true
    // Older than what the desk was filled with: all jobs of the session, read once.
    desk.allBlobs ??= readAll(session, desk.blobs)
    await desk.allBlobs.catch((error: unknown) => {
      delete desk.allBlobs
      throw error
    })
    return desk.blobs.has(hash)
  }

  async function readAll(session: SessionId, blobs: Set<string>): Promise<void> {
    for (const { job } of await storage.jobs.list({ session })) for (const hash of geometryOf(job)) blobs.add(hash)
  }
}
