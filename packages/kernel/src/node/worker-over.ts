import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import {
  encodeFrame,
  type Frame,
  frameParts,
  frameReader,
  SCRIPT_BUDGET,
  type ScriptFrame,
  SHAPE_BUDGET,
  scriptFrame,
} from '@hewn/protocol'
import { recordReader } from '../log-records.ts'
import type { Collected, LogPart, Worker, WorkerEnd } from '../worker-factory.ts'
import { inTurns } from './in-turns.ts'

export type Ready = Extract<ScriptFrame, { t: 'ready' }>

export interface WorkerProcess extends Worker {
  /** What it said when it was ready for a job; nothing when it ended before. */
  readonly ready: Promise<Ready | undefined>
  /** Whether it has been told anything; one that was not is as good as new. */
  readonly isFresh: boolean
  /** False as soon as what it came from has ended, though it may take a while to follow. */
  readonly isThere: boolean
  /** Has it make ready for a job that is near; true when it is, and it is as good as new all the same. */
  heat(): Promise<boolean>
  /** The last words of its standard error, for when it does not get ready. */
  lastWords(): string
}

/** How one talks with a worker: frames both ways, Python's own output, and what native code prints. */
export interface WorkerPipes {
  control: Socket
  log: Readable
  out: Readable
  err: Readable
}

/** What is known of the process at the other end. */
export interface WorkerLife {
  slot: string
  pid: number
  /** SIGKILL to it and all it started. */
  kill(): void
  /** When it has gone and its pipes are at their end, or were held open too long by somebody else. */
  ended: Promise<WorkerEnd>
  isThere(): boolean
  collect(given: Record<string, string>): Promise<Collected>
  /** Called once, after its end. */
  wipe(): Promise<void>
}

/** A worker, whoever started it. */
export function workerOver({ control, log, out, err }: WorkerPipes, life: WorkerLife): WorkerProcess {
  const frames = new Set<(frame: Frame) => void>()
  const logs = new Set<(part: LogPart) => void>()
  let words = ''
  let fault: WorkerEnd['fault']
  let fresh = true
  let disposed: Promise<void> | undefined

  const ended = life.ended.then((end) => (fault === undefined ? end : { ...end, fault }))
  const ready = new Promise<Ready | undefined>((resolve) => {
    frames.add(function hello({ header }) {
      frames.delete(hello)
      const frame = scriptFrame.safeParse(header).data
      resolve(frame?.t === 'ready' ? frame : undefined)
    })
    void ended.then(() => resolve(undefined))
  })

  const read = inTurns()
  // Which budget applies is known with the first order; until then nothing large may come.
  let reader = frameReader(SCRIPT_BUDGET)
  read(control, (chunk) => {
    const whole = reader.push(chunk)
    if (!whole.ok) {
      fault ??= whole.error
      life.kill()
      return
    }
    for (const frame of whole.value) for (const listener of frames) listener(frame)
  })
  const records = recordReader()
  const tell = (part: LogPart) => {
    for (const listener of logs) listener(part)
  }
  read(log, (chunk) => records(chunk).forEach(tell))
  read(out, (bytes) => tell({ from: 'native', stream: 'stdout', level: 'info', bytes }))
  read(err, (bytes) => {
    words = (words + bytes.toString()).slice(-4000)
    tell({ from: 'native', stream: 'stderr', level: 'info', bytes })
  })
  const pipes = [out, err, control, log]
  for (const stream of pipes) stream.on('error', () => undefined).resume()
  const silent = Promise.all(
    pipes.map((stream) => new Promise<void>((resolve) => stream.once('close', () => resolve()))),
  ).then(() => undefined)

  function heated(): Promise<boolean> {
    return new Promise((resolve) => {
      frames.add(function done() {
        frames.delete(done)
        resolve(fresh)
      })
      void ended.then(() => resolve(false))
      control.write(encodeFrame({ t: 'heat' }))
    })
  }

  return {
    slot: life.slot,
    pid: life.pid,
    ready,
    silent,
    ended,
    get isFresh() {
      return fresh
    },
    get isThere() {
      return life.isThere()
    },
    lastWords: () => words,
    heat: () => heated(),
    send(frame, payload) {
      fresh = false
      if (frame.t === 'shapes') reader = frameReader(SHAPE_BUDGET)
      return new Promise((resolve) => {
        // A worker that has gone is noticed by its end, not by a failed write.
        if (control.destroyed) return resolve()
        const parts = frameParts(frame, payload)
        control.cork()
        parts.forEach((part, n) => control.write(part, n === parts.length - 1 ? () => resolve() : undefined))
        return control.uncork()
      })
    },
    onFrame(listener) {
      frames.add(listener)
      return () => frames.delete(listener)
    },
    onLog(listener) {
      logs.add(listener)
      return () => logs.delete(listener)
    },
    kill: life.kill,
    collect: life.collect,
    dispose() {
      disposed ??= (async () => {
        life.kill()
        await ended
        // What could not be removed goes when the next server starts.
        await life.wipe().catch(() => undefined)
      })()
      return disposed
    },
  }
}
