import { z } from 'zod'
import { openApi } from '../openapi.ts'
import type { Parts } from '../parts.ts'
import { type Route, route } from './route.ts'

/** OpenAPI of all rows, its own among them. */
export function openApiRoutes({ version }: Parts, others: () => readonly Route[]): Route[] {
  let document: Record<string, unknown> | undefined
  return [
    route({
      method: 'GET',
      path: '/api/openapi.json',
      summary: 'This table, as OpenAPI 3.1.',
      scope: 'open',
      replies: { 200: z.looseObject({ openapi: z.string() }) },
      handle: () => ({ body: (document ??= openApi(others(), version)) }),
    }),
  ]
}
