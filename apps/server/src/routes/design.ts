import { designAnswer, designRequest } from '@hewn/model/schemas'
import type { Parts } from '../parts.ts'
import { type Route, route } from './route.ts'

/** A box from words: the same function that answers at the edge. */
export function designRoutes({ answerDesign }: Parts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/design',
      summary: 'A box from words: a recipe and nothing else that could act.',
      scope: 'in',
      body: 'text',
      accepts: designRequest,
      replies: { 200: designAnswer },
      errors: ['REQUEST_PROMPT_MISSING', 'REQUEST_PROMPT_TOO_LONG', 'AGENT_NOT_UNDERSTOOD', 'LIMIT_RATE'],
      async handle({ body, request }) {
        const contentType = request.headers['content-type']
        const answer = await answerDesign({
          method: request.method,
          ...(contentType === undefined ? {} : { contentType }),
          address: request.ip,
          body: body ?? '',
        })
        return { status: answer.status, headers: answer.headers, body: answer.body }
      },
    }),
  ]
}
