import { Worker } from 'node:worker_threads'
import type { RecipeProblem } from '@hewn/boxes'
import { type ErrorBody, fail, hewnError, type JobError, ok, type Result } from '@hewn/model'
import type { BlobStore, Runner } from '@hewn/kernel'
import type { BoxCall, BoxReply, BoxTasks } from './box-worker.ts'

/** The box engine in a thread of its own: one call after another, and one that is given up ends with its thread. */
export interface Boxes {
  ask<T extends keyof BoxTasks>(
    task: T,
    recipe: BoxTasks[T]['recipe'],
    signal?: AbortSignal,
  ): Promise<Result<BoxTasks[T]['answer'], readonly RecipeProblem[]>>
  close(): Promise<void>
}

export function createBoxes(): Boxes {
  interface Waiting {
    call: BoxCall
    signal?: AbortSignal
    resolve(answer: Result<unknown, readonly RecipeProblem[]>): void
    reject(why: Error): void
  }
  const waiting: Waiting[] = []
  let active: Waiting | undefined
  let worker: Worker | undefined

  function next(): void {
    if (active !== undefined) return
    active = waiting.shift()
    if (active === undefined) return
    if (active.signal?.aborted) return finish((task) => task.reject(new Error('given up')))
    active.signal?.addEventListener('abort', giveUp, { once: true })
    worker ??= start()
    worker.postMessage(active.call)
  }

  function finish(tell: (task: Waiting) => void): void {
    const done = active
    active = undefined
    if (done) {
      done.signal?.removeEventListener('abort', giveUp)
      tell(done)
    }
    next()
  }

  /** A thread cannot be asked to stop in the middle of a computation; it is ended, and the next call gets a new one. */
  function giveUp(): void {
    void worker?.terminate()
    worker = undefined
    finish((task) => task.reject(new Error('given up')))
  }

  function start(): Worker {
    const started = new Worker(new URL('./box-worker.ts', import.meta.url), { execArgv: [], env: {} })
    started.unref()
    started.on('message', (reply: BoxReply) =>
      finish((task) => ('answer' in reply ? task.resolve(reply.answer) : task.reject(engineFailed(reply.defect)))),
    )
    started.on('error', (error: Error) => {
      if (worker === started) worker = undefined
      finish((task) => task.reject(error))
    })
    return started
  }

  return {
    ask(task, recipe, signal) {
      return new Promise((resolve, reject) => {
        waiting.push({
          call: { task, recipe },
          ...(signal ? { signal } : {}),
          resolve: resolve as Waiting['resolve'],
          reject,
        })
        next()
      })
    },
    async close() {
      await worker?.terminate()
      worker = undefined
    },
  }
}

/** The stack is the thread's own, for the log; the message may be answered. */
function engineFailed(stack: string): Error {
  const error = new Error('The box engine failed.')
  error.stack = stack
  return error
}

/** Builds boxes as jobs: the same states, log and record as a script's. */
export function boxRunner(boxes: Boxes, blobs: BlobStore, now: () => number): Runner {
  return async (work, on, signal) => {
    if (work.kind !== 'box') throw new Error(`The box runner was given a ${work.kind}.`)
    const startedAt = now()
    on({ t: 'stage', stage: 'run' })
    const built = await boxes.ask('build', work.recipe, signal)
    if (!built.ok) return fail(jobErrorOf(built.error))
    for (const { bytes } of built.value.blobs) await blobs.put(bytes)
    const { layers, facts, parameters } = built.value
    const run = now() - startedAt
    const timings = { queue: 0, start: 0, run, measure: 0, mesh: 0, export: 0, total: run }
    // A recipe is data and runs no code, so nothing has to be held.
    return ok({ quality: 'full', layers, facts, parameters, artifacts: [], timings, isolation: 'strong' })
  }
}

/** The first problem is the one that is told; the others are counted, so that nobody thinks it is the only one. */
export function recipeError(problems: readonly RecipeProblem[]): ErrorBody {
  const [first] = problems
  if (first === undefined) return hewnError('RECIPE_TYPE')
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return hewnError(first.code, `${first.message}${more}`, first.path ? { at: first.path } : {})
}

function jobErrorOf(problems: readonly RecipeProblem[]): JobError {
  const { code, message, hint } = recipeError(problems)
  return { code, message, ...(hint ? { hint } : {}) }
}
