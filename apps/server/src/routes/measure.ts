import { fact, reference } from '@hewn/model/schemas'
import { hewnError, type Layer } from '@hewn/model'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { kindOfVersion } from '../pipeline/design.ts'
import { Refusal, refuse } from '../refusal.ts'
import { sessionAt } from './of-session.ts'
import { type Route, route } from './route.ts'

const MOST = 100

/** `MeasureQuery`. */
const query = z.strictObject({
  refs: z.array(reference).max(MOST).optional(),
  kinds: z.array(z.string().max(40)).max(40).optional(),
  between: z
    .array(z.tuple([reference, reference]))
    .max(MOST)
    .optional(),
})

export function measureRoutes(parts: Parts): Route[] {
  const { storage, kernels } = parts
  return [
    route({
      method: 'POST',
      path: '/api/sessions/:id/measure',
      summary:
        'Facts of elements, and distances and angles between two, from the exact geometry of the version at the head.',
      scope: 'view',
      kind: 'costly',
      body: query,
      replies: { 200: z.strictObject({ items: z.array(fact) }) },
      errors: ['JOB_NO_BUILD', 'KERNEL_MISSING', 'REQUEST_INVALID'],
      async handle({ params, body }) {
        const session = await sessionAt(parts, params.id)
        const version = session.head === null ? undefined : await storage.versions.get(session.head, session.id)
        const record = version?.job && (await storage.jobs.get(version.job))
        if (!record || record.job.state !== 'done') throw refuse('JOB_NO_BUILD')
        const { layers, facts } = record.job.result
        const wanted = new Set((body.refs ?? []).filter((ref) => ref.kind === 'layer').map((ref) => ref.layer))
        // What was measured with the build is answered from it.
        const known = facts.filter(
          (one) =>
            'layer' in one &&
            one.layer !== undefined &&
            wanted.has(one.layer) &&
            (body.kinds?.includes(one.kind) ?? true),
        )
        const refs = (body.refs ?? []).filter((ref) => ref.kind !== 'layer')
        const between = body.between ?? []
        if (refs.length + between.length === 0) return { body: { items: known } }
        if (version && (await kindOfVersion(storage, version)) === 'box')
          throw refuse(
            'REQUEST_INVALID',
            'Distances and angles are measured on parts; the sizes of a panel stand on its sheet.',
          )
        const kernel = kernels.kernel()
        const refused = kernels.refusal()
        if (refused || kernel === undefined) throw new Refusal(refused ?? hewnError('KERNEL_MISSING'))
        const asked = {
          refs,
          between,
          ...(body.kinds === undefined ? {} : { kinds: body.kinds as (typeof facts)[number]['kind'][] }),
        }
        const answered = await kernel.measure({ layers: layers as Layer[], query: asked }, new AbortController().signal)
        if (!answered.ok) {
          const { code, message, hint } = answered.error
          throw new Refusal(hewnError(code, message, hint === undefined ? {} : { hint }))
        }
        return { body: { items: [...known, ...answered.value] } }
      },
    }),
  ]
}
