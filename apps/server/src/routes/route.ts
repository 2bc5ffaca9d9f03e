import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Visitor } from '../visitors.ts'

/** Who may ask: anyone who reaches the server, anyone admitted, or somebody with that much say over the session. */
export type Scope = 'open' | 'in' | 'view' | 'edit' | 'owner' | 'operator'

export interface Call<Q = unknown, B = unknown> {
  /** The named parts of the address; `*` is the rest of it. */
  params: Readonly<Record<string, string>>
  query: Q
  body: B
  visitor: Visitor
  request: FastifyRequest
  reply: FastifyReply
}

export interface Answer {
  status?: number
  headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON; bytes, text and streams as they are. Absent: nothing. */
  body?: unknown
}

/** One row of the route table. The HTTP app, the guard and OpenAPI are all made from it. */
export interface Route {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As Fastify spells it: `/api/sessions/:id/files/*`. */
  path: string
  summary: string
  scope: Scope
  /** A GET that starts work is guarded like a change. */
  kind?: 'costly' | 'run'
  query?: z.ZodType
  /** A schema for JSON; `bytes` for a raw body of any type; `text` for a body the handler reads itself. */
  body?: z.ZodType | 'bytes' | 'text'
  /** What a `text` body is, for OpenAPI. */
  accepts?: z.ZodType
  /** Bytes; what JSON may have unless said otherwise. */
  limit?: number
  /** What a good reply carries, by status; a text is a content type. */
  replies: Readonly<Record<number, z.ZodType | string | null>>
  /** Codes worth knowing before calling. */
  errors?: readonly string[]
  /** Answers health checks that come by another name, with nothing but the status. */
  anyHost?: true
  /** Nothing is answered when the handler took over the connection itself. */
  handle(call: Call): Promise<Answer | undefined> | Answer | undefined
}

type BodyOf<B> = B extends z.ZodType ? z.output<B> : B extends 'bytes' ? Buffer : B extends 'text' ? string : undefined

/**
 * A route whose handler sees its query and body as their schemas describe them.
 * @example route({ method: 'GET', path: '/api/health', summary: '…', scope: 'open', replies: { 200: health }, handle })
 */
export function route<
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | 'bytes' | 'text' | undefined = undefined,
>(
  row: Omit<Route, 'query' | 'body' | 'handle'> & {
    query?: Q
    body?: B
    handle(
      call: Call<Q extends z.ZodType ? z.output<Q> : undefined, BodyOf<B>>,
    ): Promise<Answer | undefined> | Answer | undefined
  },
): Route {
  return row as Route
}
