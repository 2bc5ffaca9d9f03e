import { ERRORS } from '@hewn/model'
import { errorReply } from '@hewn/model/schemas'
import { z } from 'zod'
import type { Route } from './routes/route.ts'

/** OpenAPI 3.1 of exactly the route table. */
export function openApi(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const shared: Record<string, unknown> = {}
  for (const row of routes) {
    const path = addressOf(row.path)
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(row, shared) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hewn', version, description: 'Describe it, see it, make it.' },
    paths,
    components: { schemas: { Error: schemaOf(errorReply, 'Error', shared, 'output'), ...shared } },
  }
}

/** `/api/sessions/:id/files/*` → `/api/sessions/{id}/files/{path}` */
export const addressOf = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{path}')

function operation(row: Route, shared: Record<string, unknown>) {
  const name = `${row.method}_${row.path.replaceAll(/\W+/g, '_')}`
  const errors = (row.errors ?? []).map((code) => `${ERRORS[code as keyof typeof ERRORS]?.status ?? 500} ${code}`)
  return {
    summary: row.summary,
    'x-scope': row.scope,
    ...(errors.length > 0 ? { description: `May answer ${errors.join(', ')}.` } : {}),
    parameters: [...pathParameters(row.path), ...queryParameters(row, shared, name)],
    ...requestBody(row, shared, name),
    responses: {
      ...Object.fromEntries(
        Object.entries(row.replies).map(([status, reply]) => [status, response(reply, shared, `${name}_${status}`)]),
      ),
      default: {
        description: 'Refused or failed.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

const pathParameters = (path: string) =>
  [...addressOf(path).matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(row: Route, shared: Record<string, unknown>, name: string) {
  if (row.query === undefined) return []
  const schema = schemaOf(row.query, name, shared, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(schema.properties ?? {}).map(([field, value]) => ({
    name: field,
    in: 'query',
    required: schema.required?.includes(field) ?? false,
    schema: value,
  }))
}

function requestBody(row: Route, shared: Record<string, unknown>, name: string) {
  if (row.body === undefined) return {}
  const json = row.accepts ?? (typeof row.body === 'object' ? row.body : undefined)
  const content =
    json === undefined
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(json, name, shared, 'input') } }
  return { requestBody: { required: true, content } }
}

function response(reply: z.ZodType | string | null, shared: Record<string, unknown>, name: string) {
  if (reply === null) return { description: 'Done; nothing is sent.' }
  if (typeof reply === 'string') return { description: 'The bytes.', content: { [reply]: {} } }
  return { description: 'Good.', content: { 'application/json': { schema: schemaOf(reply, name, shared, 'output') } } }
}

/** A schema's own definitions move to the document's, or their references would point nowhere. */
function schemaOf(schema: z.ZodType, name: string, shared: Record<string, unknown>, io: 'input' | 'output') {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io })
  const move = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"#/components/schemas/${name}_`))
  for (const [key, definition] of Object.entries($defs)) shared[`${name}_${key}`] = move(definition)
  return move(rest)
}
