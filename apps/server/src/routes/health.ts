import { health, type Health } from '@hewn/protocol'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { type Route, route } from './route.ts'

const STORAGE_PATIENCE = 1000

export function healthRoutes(parts: Parts): Route[] {
  const { storage, carried: streams, kernels, queue, world, guard, version, draining } = parts
  const startedAt = world.now()
  const ready = z.strictObject({ status: z.enum(['ok', 'draining', 'degraded']) })

  return [
    route({
      method: 'GET',
      path: '/api/health',
      summary: 'What works, and how strongly.',
      scope: 'open',
      anyHost: true,
      replies: { 200: health },
      async handle({ request }) {
        const state = await stateOfHealth()
        // Whoever calls us by another name learns that we live, and nothing about this machine.
        return { body: guard.hostIsOurs(request.headers) ? state : { status: state.status } }
      },
    }),
    route({
      method: 'GET',
      path: '/api/ready',
      summary: 'Whether new work is taken.',
      scope: 'open',
      anyHost: true,
      replies: { 200: ready, 503: ready },
      async handle() {
        if (draining()) return { status: 503, body: { status: 'draining' } }
        return (await storageOk()) ? { body: { status: 'ok' } } : { status: 503, body: { status: 'degraded' } }
      },
    }),
  ]

  async function stateOfHealth(): Promise<Health> {
    const storageWorks = await storageOk()
    const kernel = kernels.health()
    return {
      status: storageWorks && kernel.state === 'ready' ? 'ok' : 'degraded',
      version,
      mode: 'local',
      uptime: Math.floor((world.now() - startedAt) / 1000),
      isolation: kernels.isolation(),
      kernel,
      agent: { planner: true, model: null },
      storage: { kind: storage.kind, ok: storageWorks, ...(streams ? { redis: streams.answers } : {}) },
      queue: queue.counts(),
    }
  }

  function storageOk(): Promise<boolean> {
    const late = new Promise<boolean>((resolve) => {
      world.after(STORAGE_PATIENCE, () => resolve(false))
    })
    return Promise.race([late, storage.check().catch(() => false)])
  }
}
