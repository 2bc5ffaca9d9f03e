import { type ErrorBody, parseId, type Result, type SessionId } from '@hewn/model'
import type { SessionRow } from '@hewn/storage'
import type { Parts } from '../parts.ts'
import { Refusal, refuse } from '../refusal.ts'

/** The session an address names, with its canvas in line; 404 for what is not there, or is not this caller's. */
export async function sessionAt({ storage, pipeline }: Parts, text: string | undefined): Promise<SessionRow> {
  const id = parseId('session', text ?? '')
  const session = id && (await storage.sessions.get(id))
  if (!session) throw refuse('SESSION_NOT_FOUND')
  await pipeline.ready(session)
  return session
}

/** The number of the last event, so that a writer knows its own change when it arrives (SV13). */
export async function seqHeader({ canvas }: Parts, session: SessionId): Promise<Record<string, string>> {
  const head = await canvas.head(session)
  return head.ok ? { 'hewn-seq': String(head.value.seq) } : {}
}

/** What a package refused is answered as it is. */
export function valueOf<T>(result: Result<T, ErrorBody>): T {
  if (result.ok) return result.value
  throw new Refusal(result.error)
}

/** The same of what wants to build: whoever has to wait is told how long. */
export function startedOf<T>({ queue }: Parts, result: Result<T, ErrorBody>): T {
  if (result.ok) return result.value
  const { code } = result.error
  const wait = code === 'LIMIT_QUEUE' ? queue.retryAfter() : code === 'KERNEL_STARTING' ? KERNEL_STARTS_IN : undefined
  throw new Refusal(result.error, wait === undefined ? {} : { 'retry-after': String(wait) })
}

const KERNEL_STARTS_IN = 5
