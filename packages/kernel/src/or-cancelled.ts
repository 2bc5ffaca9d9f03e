import { fail, type JobError, type Result } from '@hewn/model'
import { jobError } from './script-ending.ts'

/** Waits for a worker no longer than somebody wants it. */
export function orCancelled<T>(
  promise: Promise<Result<T, JobError>>,
  signal: AbortSignal,
): Promise<Result<T, JobError>> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(fail(jobError('JOB_CANCELLED')))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
