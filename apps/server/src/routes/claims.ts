import type { Claim } from '@hewn/model'
import { claimBody, claimList } from '@hewn/protocol'
import type { z } from 'zod'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { seqHeader, sessionAt, valueOf } from './of-session.ts'
import { type Route, route } from './route.ts'

const NAME_MAX = 200
const TEXT_MAX = 1000

/** What was promised. */
export function claimRoutes(parts: Parts): Route[] {
  const { claims } = parts.pipeline
  const one = '/api/sessions/:id/claims/:claim'
  return [
    route({
      method: 'GET',
      path: '/api/sessions/:id/claims',
      summary: 'The contract of the design there is, with what was measured.',
      scope: 'view',
      replies: { 200: claimList },
      errors: ['SESSION_NOT_FOUND'],
      async handle({ params }) {
        return { body: { items: await claims.list(await sessionAt(parts, params.id)) } }
      },
    }),
    route({
      method: 'PUT',
      path: one,
      summary: 'Writes a claim, new or over another; it is judged at once on the last facts.',
      scope: 'edit',
      body: claimBody,
      replies: { 200: claimList },
      errors: ['JOB_NO_BUILD', 'REQUEST_INVALID'],
      async handle({ params, body, visitor }) {
        const session = await sessionAt(parts, params.id)
        const id = nameOf(params.claim)
        const { text, assumed, pinned, dropped, expect } = body
        if (text.trim() === '' || text.length > TEXT_MAX)
          throw refuse('REQUEST_INVALID', `At text: expected 1 to ${TEXT_MAX} characters, got ${text.length}.`, {
            at: 'text',
          })
        const claim = {
          id,
          text,
          ...(assumed === undefined ? {} : { assumed }),
          ...(pinned === undefined ? {} : { pinned }),
          ...(dropped === undefined ? {} : { dropped }),
          ...(expect === undefined ? {} : { expect: checked(expect) }),
        }
        const items = valueOf(await claims.set(session, claim, visitor.acting))
        return { headers: await seqHeader(parts, session.id), body: { items } }
      },
    }),
    route({
      method: 'DELETE',
      path: one,
      summary: 'Takes a claim back: one’s own goes, any other stays in sight, struck out.',
      scope: 'edit',
      replies: { 200: claimList },
      errors: ['JOB_NO_BUILD', 'REQUEST_NOT_FOUND'],
      async handle({ params, visitor }) {
        const session = await sessionAt(parts, params.id)
        const items = valueOf(await claims.remove(session, nameOf(params.claim), visitor.acting))
        return { headers: await seqHeader(parts, session.id), body: { items } }
      },
    }),
  ]
}

function nameOf(text: string | undefined): string {
  if (text !== undefined && text !== '' && text !== '__proto__' && text.length <= NAME_MAX) return text
  throw refuse('REQUEST_INVALID', `A claim has a name of 1 to ${NAME_MAX} characters.`, { at: 'claim' })
}

/** A promise that promises something: a fact that exists, and a value to hold it to. */
function checked(expect: z.output<typeof claimBody>['expect'] & object): NonNullable<Claim['expect']> {
  const given = Object.entries(expect).filter(([, value]) => value !== undefined)
  if (!FACTS.has(expect.fact))
    throw refuse('REQUEST_INVALID', `At expect.fact: ${JSON.stringify(expect.fact.slice(0, 40))} is not measured.`, {
      at: 'expect.fact',
      choices: [...FACTS],
    })
  if (expect.equals === undefined && expect.min === undefined && expect.max === undefined)
    throw refuse('REQUEST_INVALID', 'At expect: one of equals, min and max is needed.', { at: 'expect' })
  if (expect.tolerance !== undefined && expect.tolerance < 0)
    throw refuse('REQUEST_INVALID', `At expect.tolerance: expected 0 or more, got ${expect.tolerance}.`, {
      at: 'expect.tolerance',
    })
  return Object.fromEntries(given) as NonNullable<Claim['expect']>
}

/** Those of `Fact` in model.md. */
const FACTS: ReadonlySet<string> = new Set(
  (
    'size volume area mass solids faces edges openings hole fillet chamfer valid wall clearance interference fit ' +
    'compartments sheet distance angle length radius section'
  ).split(' '),
)
