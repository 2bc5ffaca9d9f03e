import type { ServerResponse } from 'node:http'
import { bareId, hewnError, parseId, statusOf, type JobId } from '@hewn/model'
import { format, job as jobSchema } from '@hewn/model/schemas'
import { type RunBody, runBody, runComplete, type RunComplete } from '@hewn/protocol'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { completeOf } from '../pipeline/complete.ts'
import type { JobStream, NumberedEvent } from '../pipeline/job-stream.ts'
import { Refusal, refuse } from '../refusal.ts'
import { openEventStream } from '../sse.ts'
import type { Visitor } from '../visitors.ts'
import { sessionAt, startedOf } from './of-session.ts'
import { type Answer, type Call, type Route, route } from './route.ts'

/** As encoded in the address. */
const CODE_IN_ADDRESS_MAX = 48 * 1024

const text = z.union([z.string(), z.array(z.string())])

/** Beside these, `p.<name>` sets a parameter of the script. */
const runQuery = z
  .object({
    code: z.string().optional(),
    formats: text.optional(),
    session: z.string().optional(),
    timeout: z.coerce.number().positive().optional(),
    detach: z.enum(['0', '1']).optional(),
  })
  .catchall(text)

type RunQuery = z.output<typeof runQuery>

/** Bring your own code: logs as they are printed, then how it ended. */
export function runRoutes(parts: Parts): Route[] {
  const { pipeline, streams, storage, queue, settings, world } = parts
  const errors = [
    'REQUEST_INVALID',
    'REQUEST_VALUE',
    'REQUEST_HEADERS',
    'SESSION_NOT_FOUND',
    'LIMIT_QUEUE',
    'KERNEL_MISSING',
  ]
  return [
    route({
      method: 'GET',
      path: '/api/run',
      summary: 'Runs a script and streams stage, log and complete. Last-Event-ID continues, and never runs it again.',
      scope: 'in',
      kind: 'run',
      query: runQuery,
      replies: { 200: 'text/event-stream', 204: null },
      errors,
      async handle({ query, request, reply, visitor }) {
        const last = request.headers['last-event-id']
        if (typeof last === 'string' && last !== '') return resume(last, reply)
        const address = request.raw.url ?? ''
        if ((/[?&]code=([^&]*)/.exec(address)?.[1] ?? '').length > CODE_IN_ADDRESS_MAX)
          throw refuse(
            'REQUEST_HEADERS',
            `The code is longer than the ${CODE_IN_ADDRESS_MAX} bytes an address may carry.`,
          )
        const building = await start(bodyOf(query), visitor)
        reply.hijack()
        follow(reply.raw, headersOf(reply), building.stream, 0)
        return undefined
      },
    }),
    route({
      method: 'POST',
      path: '/api/run',
      summary: 'Runs a script: a stream when text/event-stream is accepted, else one reply at the end with the log.',
      scope: 'in',
      body: runBody,
      replies: {
        200: z.union(runComplete.options.map((option) => z.strictObject({ ...option.shape, log: z.string() }))),
        202: z.strictObject({ job: jobSchema }),
      },
      errors: [...errors, 'SCRIPT_ERROR', 'JOB_TIMEOUT'],
      handle: post,
    }),
  ]

  async function post({ body, request, reply, visitor }: Call<unknown, RunBody>): Promise<Answer | undefined> {
    const detached = wants(request.headers.prefer, 'respond-async')
    const building = await start({ ...body, detach: body.detach === true || detached }, visitor)
    if (detached) {
      const record = await storage.jobs.get(building.job)
      return { status: 202, headers: jobHeader(building.job), body: { job: record?.job } }
    }
    if (wants(request.headers.accept, 'text/event-stream')) {
      reply.hijack()
      follow(reply.raw, headersOf(reply), building.stream, 0)
      return undefined
    }
    const complete = await completion(building.stream, reply.raw)
    const status = complete.success ? 200 : statusOf(complete.error.code)
    return { status, headers: jobHeader(building.job), body: { ...complete, log: building.stream.logText() } }
  }

  async function start(body: RunBody, visitor: Visitor) {
    if (body.code.trim() === '')
      throw refuse('REQUEST_INVALID', 'At code: the script is empty.', {
        at: 'code',
        hint: 'End a script with result = …',
      })
    if (body.timeout !== undefined && body.timeout > settings.runTimeoutMax)
      throw refuse('REQUEST_VALUE', `At timeout: at most ${settings.runTimeoutMax} s, got ${body.timeout}.`, {
        at: 'timeout',
        hint: 'Raise HEWN_RUN_TIMEOUT_MAX on the server.',
      })
    const session = body.session === undefined ? undefined : await sessionAt(parts, body.session)
    const attached = body.detach !== true
    const started = startedOf(
      parts,
      await pipeline.run(
        {
          code: body.code,
          ...(session === undefined ? {} : { session }),
          parameters: body.parameters ?? {},
          formats: body.formats ?? ['step', 'stl'],
          ...(body.timeout === undefined ? {} : { timeout: body.timeout }),
          attached,
          ...(body.name === undefined ? {} : { name: body.name }),
        },
        visitor.acting,
      ),
    )
    if (attached) cancelWhenDeserted(started.stream)
    return started
  }

  /** SV24: a reader may come back for a while; after that nobody is waiting for this run. */
  function cancelWhenDeserted(stream: JobStream): void {
    stream.onDeserted(() => {
      world.after(settings.runGrace * 1000, () => {
        if (stream.readers === 0 && !stream.ended) void queue.cancel(stream.job, 'gone')
      })
    })
  }

  async function resume(last: string, reply: Call['reply']): Promise<Answer | undefined> {
    const match = /^(?:job:)?([0-9A-Za-z]{22})\.(\d{1,9})$/.exec(last)
    const job = match ? parseId('job', match[1] ?? '') : undefined
    if (!match || !job) throw refuse('REQUEST_INVALID', 'Last-Event-ID is not one of ours.')
    const after = Number(match[2])
    const stream = streams.get(job)
    if (!stream && after < NUMBER_MAX) {
      const complete = await interrupted(job)
      if (complete) {
        reply.hijack()
        const sse = openEventStream(reply.raw, { ...headersOf(reply), ...jobHeader(job) }, world)
        // Further on than any reader was: whoever comes back after this one is told that there is nothing more.
        sse.send({ id: `${bareId(job)}.${NUMBER_MAX}`, event: 'complete', data: complete }, true)
        sse.end()
        return undefined
      }
    }
    // What EventSource takes as: stop, there is nothing more.
    if (!stream || (stream.ended && after >= stream.last)) return { status: 204 }
    reply.hijack()
    follow(reply.raw, headersOf(reply), stream, after)
    return undefined
  }

  /** A run that a restart cut off still owes each of its readers a `complete`. */
  async function interrupted(job: JobId): Promise<RunComplete | undefined> {
    const record = await storage.jobs.get(job)
    if (record?.job.state !== 'failed' || record.job.error.code !== 'JOB_INTERRUPTED') return undefined
    return completeOf(record.job)
  }

  function follow(raw: ServerResponse, headers: Record<string, string>, stream: JobStream, after: number): void {
    const sse = openEventStream(raw, { ...headers, ...jobHeader(stream.job) }, world)
    const bare = bareId(stream.job)
    let lost = 0
    const stop = stream.read(after, (event) => {
      const mayBeLost = event.event === 'log'
      if (lost > 0 && (!mayBeLost || sse.behind < MARK_BELOW)) tellLost(event.number - 1)
      if (lost > 0 || !sse.send(numbered(bare, event), !mayBeLost)) lost++
      if (event.event === 'complete') sse.end()
    })
    leaveWith(raw, stop)

    function tellLost(number: number): void {
      const message = `${lost} log lines left out: the reader was too slow. The log file has them.`
      const data = { message, level: 'warning', stream: 'hewn', at: world.now() }
      sse.send({ id: `${bare}.${number}`, event: 'log', data }, true)
      lost = 0
    }
  }
}

function completion(stream: JobStream, raw: ServerResponse): Promise<RunComplete> {
  return new Promise((resolve, reject) => {
    const stop = stream.read(0, (event) => {
      if (event.event === 'complete') resolve(event.data)
    })
    leaveWith(raw, () => {
      stop()
      // Nobody is there to read it; the promise must not stay open for ever.
      reject(new Refusal(hewnError('JOB_CANCELLED')))
    })
  })
}

/** Whoever left while the run was being started has left already. */
function leaveWith(raw: ServerResponse, leave: () => void): void {
  if (raw.destroyed) leave()
  else raw.on('close', leave)
}

/** The largest number that `Last-Event-ID` may carry. */
const NUMBER_MAX = 999_999_999

const MARK_BELOW = 512 * 1024

const numbered = (bare: string, event: NumberedEvent) => ({
  id: `${bare}.${event.number}`,
  event: event.event,
  data: event.data,
})

const jobHeader = (job: JobId) => ({ 'hewn-job': job })

const wants = (header: string | string[] | undefined, word: string) =>
  String(header ?? '')
    .toLowerCase()
    .includes(word)

/** What the hooks had already set, for an answer that goes around Fastify. */
const headersOf = (reply: { getHeaders(): object }) => reply.getHeaders() as Record<string, string>

function bodyOf(query: RunQuery): RunBody {
  const { code, formats, session, timeout, detach, ...rest } = query
  const unknown = Object.keys(rest).find((name) => !name.startsWith('p.'))
  if (unknown !== undefined)
    throw refuse(
      'REQUEST_INVALID',
      `At query.${unknown.slice(0, 40)}: unknown; a parameter of the script is p.<name>.`,
      { at: unknown.slice(0, 40) },
    )
  const parameters = Object.entries(rest).map(([name, value]) => [name.slice(2), scalar(String(value))] as const)
  return {
    code: code ?? '',
    ...(formats === undefined ? {} : { formats: formatsOf(formats) }),
    ...(session === undefined ? {} : { session }),
    ...(timeout === undefined ? {} : { timeout }),
    detach: detach === '1',
    ...(parameters.length > 0 ? { parameters: Object.fromEntries(parameters) } : {}),
  }
}

/** An address has only text: what reads as a number or a truth value is one. */
function scalar(value: string): number | boolean | string {
  if (value === 'true' || value === 'false') return value === 'true'
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : value
}

function formatsOf(given: string | string[]) {
  const names = [given]
    .flat()
    .flatMap((one) => one.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const read = z.array(format).safeParse(names)
  if (read.success) return read.data
  throw refuse('REQUEST_INVALID', `At query.formats: ${names.join(', ').slice(0, 60)} are not all formats.`, {
    at: 'formats',
    choices: [...format.options],
  })
}
