import { fail, type JobError, ok, type Result, type World } from '@hewn/model'
import { type ReaderFrame, readerFrame } from '@hewn/protocol'
import type { Values } from './kernel.ts'
import { jobError } from './script-ending.ts'
import type { Worker, WorkerFactory } from './worker-factory.ts'

export type Reading = Omit<Extract<ReaderFrame, { t: 'reading' }>, 't'>

/** A text that makes Python's parser work longer than this is not read. */
const PATIENCE = 10_000
const TEXTS = 500

/** One worker reads all scripts, one after another, and executes none; it is replaced after 500 and after any failure (KN13). */
export type ScriptReader = ReturnType<typeof createScriptReader>

export function createScriptReader(factory: WorkerFactory, world: World) {
  let worker: Worker | undefined
  let left = TEXTS
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false

  async function read(text: string, values?: Values, back = false): Promise<Result<Reading, JobError>> {
    if (closed) return fail(jobError('JOB_INTERRUPTED'))
    if (worker === undefined) {
      const ordered = await factory.order('reader')
      if (!ordered.ok) return ordered
      const mine = ordered.value
      worker = mine
      left = TEXTS
      // One that ends while nobody asks it is replaced with the next question.
      void mine.ended.then(() => (worker === mine ? drop() : undefined))
    }
    const asked = worker
    const answer = await ask(asked, text, values, back, world)
    // It did not break on this text: what it came from has ended.
    if (!answer.ok && (await hasLost(asked))) {
      await drop()
      return read(text, values, back)
    }
    if (!answer.ok || --left === 0) await drop()
    return answer
  }

  async function drop(): Promise<void> {
    const gone = worker
    worker = undefined
    await gone?.dispose()
  }

  return {
    /** `back`: the text with the values in it is wanted too. */
    read(text: string, values?: Values, back?: boolean): Promise<Result<Reading, JobError>> {
      const mine = turn.then(() => read(text, values, back))
      turn = mine.catch(() => undefined)
      return mine
    },
    async close(): Promise<void> {
      closed = true
      await drop()
    },
  }
}

/** Whether it has ended, and not by itself. */
const hasLost = (worker: Worker): Promise<boolean> =>
  Promise.race([worker.ended.then(({ lost }) => lost === true), Promise.resolve(false)])

async function ask(
  worker: Worker,
  text: string,
  values: Values | undefined,
  back: boolean,
  world: World,
): Promise<Result<Reading, JobError>> {
  return new Promise((resolve) => {
    const stop = world.after(PATIENCE, () => settle(broken(`Python's parser needed more than ${PATIENCE / 1000} s`)))
    const unhear = worker.onFrame(({ header }) => {
      const frame = readerFrame.safeParse(header)
      if (frame.success && frame.data.t === 'reading') {
        const { t: _, ...reading } = frame.data
        settle(ok(reading))
      } else settle(broken('its answer is not a reading'))
    })
    void worker.ended.then(() => settle(broken('the reading process ended')))
    worker
      .send({
        t: 'read',
        text,
        ...(values && Object.keys(values).length > 0 ? { values } : {}),
        ...(back ? { back } : {}),
      })
      .catch(() => undefined)

    function settle(answer: Result<Reading, JobError>): void {
      stop()
      unhear()
      resolve(answer)
    }
  })
}

const broken = (why: string) => fail(jobError('KERNEL_BROKEN', `The script could not be read: ${why}.`))
