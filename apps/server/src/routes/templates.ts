import { TEMPLATES } from '@hewn/agent'
import { hewnError, slotsOf, type Template } from '@hewn/model'
import { template } from '@hewn/model/schemas'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { Refusal, refuse } from '../refusal.ts'
import { type Route, route } from './route.ts'

const OWN_MAX = 500
const SLOTS_MAX = 40

/** Words to begin with: those that ship, and those people saved. */
export function templateRoutes(parts: Parts): Route[] {
  const { storage, world } = parts
  const shipped = new Map(TEMPLATES.map((one) => [one.name, one]))
  return [
    route({
      method: 'GET',
      path: '/api/templates',
      summary: 'Templates: words with slots. Filled in, they are a request like any other.',
      scope: 'open',
      replies: { 200: z.strictObject({ items: z.array(template) }) },
      async handle() {
        return { body: { items: [...shipped.values(), ...(await own())] } }
      },
    }),
    route({
      method: 'GET',
      path: '/api/templates/:name',
      summary: 'One template.',
      scope: 'open',
      replies: { 200: z.strictObject({ template }) },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params }) {
        const name = params.name ?? ''
        const found = shipped.get(name) ?? (await own()).find((one) => one.name === name)
        if (!found) throw refuse('REQUEST_NOT_FOUND', 'There is no template of that name.')
        return { body: { template: found } }
      },
    }),
    route({
      method: 'POST',
      path: '/api/templates',
      summary: 'Saves a template of one’s own; a name is taken once.',
      scope: 'in',
      body: template.omit({ own: true }),
      replies: { 201: z.strictObject({ template }) },
      errors: ['REQUEST_CONFLICT', 'REQUEST_INVALID', 'LIMIT_WORKSPACE'],
      async handle({ body, visitor }) {
        if (slotsOf(body.words).length > SLOTS_MAX)
          throw refuse('REQUEST_INVALID', `A template has at most ${SLOTS_MAX} slots.`, { at: 'words' })
        if ((await own()).length >= OWN_MAX)
          throw new Refusal(hewnError('LIMIT_WORKSPACE', `There are ${OWN_MAX} templates already.`))
        const saved = { name: body.name, owner: visitor.acting.uid, at: world.now(), template: body }
        if (shipped.has(body.name) || !(await storage.templates.add(saved)))
          throw refuse('REQUEST_CONFLICT', `The name ${body.name} is taken.`, { at: 'name' })
        return { status: 201, body: { template: { ...body, own: true } } }
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/templates/:name',
      summary: 'Removes a template of one’s own.',
      scope: 'in',
      replies: { 204: null },
      errors: ['REQUEST_NOT_FOUND'],
      async handle({ params }) {
        if (!(await storage.templates.remove(params.name ?? '')))
          throw refuse('REQUEST_NOT_FOUND', 'There is no template of your own of that name.')
        return { status: 204 }
      },
    }),
  ]

  async function own(): Promise<Template[]> {
    const rows = await storage.templates.list()
    return rows.flatMap((row) => {
      // Kept by an older Hewn, or mended by hand: what is no template is left out.
      const read = template.safeParse(row.template)
      return read.success ? [{ ...read.data, own: true as const }] : []
    })
  }
}
