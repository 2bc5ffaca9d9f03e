import { type ErrorCode, hewnError, type Job } from '@hewn/model'
import { isDatabaseAway } from '@hewn/storage'
import type { Logger } from 'pino'
import { Refusal } from './refusal.ts'

/** Turns whatever was thrown into what is answered. What nobody expected is logged here, once, and nowhere else. */
export interface Report {
  /** The answer to a request that did not go well. */
  refusal(thrown: unknown, requestId: string): Refusal
  /** A job has ended: one line, with its times. */
  job(ended: Job): void
  /** A defect that no request is waiting for. */
  defect(thrown: unknown, where: Record<string, unknown>): void
}

export function createReport(log: Logger): Report {
  return {
    refusal(thrown, requestId) {
      if (thrown instanceof Refusal) return thrown
      const known = fromFramework(thrown)
      if (known) return known
      if (isDatabaseAway(thrown)) {
        log.error({ requestId, err: thrown }, 'the database does not answer')
        return new Refusal(hewnError('REQUEST_STORE'), { 'retry-after': '2' })
      }
      log.error({ requestId, err: thrown }, 'request failed')
      return new Refusal(hewnError('REQUEST_FAILED', `Something of ours failed; the log has it under ${requestId}.`))
    },
    job(job) {
      const where = { jobId: job.id, sessionId: job.sessionId, state: job.state }
      if (job.state === 'done') log.info({ ...where, ms: job.result.timings.total, timings: job.result.timings }, 'job')
      else if (job.state === 'failed') log.info({ ...where, code: job.error.code }, 'job')
      else log.info(where, 'job')
    },
    defect(thrown, where) {
      log.error({ ...where, err: thrown }, 'defect')
    },
  }
}

/** Fastify's own refusals, in the words of the catalogue. */
const FRAMEWORK: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'REQUEST_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_INVALID',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_INVALID',
  FST_ERR_BAD_URL: 'REQUEST_INVALID',
  FST_ERR_NOT_FOUND: 'REQUEST_NOT_FOUND',
}

function fromFramework(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof Error)) return undefined
  const { code, statusCode } = thrown as Error & { code?: string; statusCode?: number }
  const ours = code === undefined ? undefined : FRAMEWORK[code]
  if (ours === 'REQUEST_INVALID') return new Refusal(hewnError(ours, `${thrown.message}.`))
  if (ours) return new Refusal(hewnError(ours))
  // A body that was cut off in the middle: nobody is there to read the answer, and it is no defect.
  if (statusCode === 400 || code === 'ECONNRESET') return new Refusal(hewnError('REQUEST_INVALID'))
  return undefined
}
