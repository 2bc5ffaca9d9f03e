import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { constants, setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import {
  encodeFrame,
  type Frame,
  frameReader,
  SCRIPT_BUDGET,
  type ScriptFrame,
  SHAPE_BUDGET,
  scriptFrame,
} from '@hewn/protocol'
import { recordReader } from '../log-records.ts'
import type { LogPart, Worker, WorkerEnd, WorkerKind } from '../worker-factory.ts'
import { cleanEnvironment } from './clean-environment.ts'
import { collect } from './collect.ts'

export type Ready = Extract<ScriptFrame, { t: 'ready' }>

export interface WorkerProcess extends Worker {
  /** What it said when it had imported everything; nothing when it ended before. */
  readonly ready: Promise<Ready | undefined>
  /** Whether it has been told anything; one that was not is as good as new. */
  readonly isFresh: boolean
  /** The last words of its standard error, for when it does not get ready. */
  lastWords(): string
}

export interface WorkerSource {
  python: string
  /** Folder of `worker.py`. */
  runner: string
  wipe(slot: string): Promise<void>
}

/** Pipes of a worker that has gone may be held open by what it started; they are heard so much longer. */
const LAST_WORDS = 500
const NICE = 5

/** Starts one Python with descriptors 3 (frames, both ways) and 4 (Python's own output) and an environment of our making. */
export function startWorker(kind: WorkerKind, slot: string, { python, runner, wipe }: WorkerSource): WorkerProcess {
  const child = spawn(python, ['-s', '-B', `${runner}/worker.py`, kind, slot, String(process.pid)], {
    cwd: slot,
    env: cleanEnvironment(slot),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    // A session of its own: one kill reaches it and all it started.
    detached: true,
  })
  const [, out, err, control, log] = child.stdio as [null, Readable, Readable, Socket, Socket]
  const frames = new Set<(frame: Frame) => void>()
  const logs = new Set<(part: LogPart) => void>()
  let words = ''
  let end: WorkerEnd = {}
  if (child.pid !== undefined) lowerPriority(child.pid)

  // Once it has gone and its group was killed, the number may be another process's.
  let gone = false
  const kill = () => {
    if (child.pid === undefined || gone) return
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      child.kill('SIGKILL')
    }
  }

  const ready = new Promise<Ready | undefined>((resolve) => {
    frames.add(function hello({ header }) {
      frames.delete(hello)
      const frame = scriptFrame.safeParse(header).data
      resolve(frame?.t === 'ready' ? frame : undefined)
    })
    child.once('error', () => resolve(undefined))
    child.once('close', () => resolve(undefined))
  })

  // Which budget applies is known with the first order; until then nothing large may come.
  let reader = frameReader(SCRIPT_BUDGET)
  control.on('data', (chunk: Buffer) => {
    const read = reader.push(chunk)
    if (!read.ok) {
      end = { ...end, fault: read.error }
      kill()
      return
    }
    for (const frame of read.value) for (const listener of frames) listener(frame)
  })
  const records = recordReader()
  const tell = (part: LogPart) => {
    for (const listener of logs) listener(part)
  }
  log.on('data', (chunk: Buffer) => records(chunk).forEach(tell))
  out.on('data', (bytes: Buffer) => tell({ from: 'native', stream: 'stdout', level: 'info', bytes }))
  err.on('data', (bytes: Buffer) => {
    words = (words + bytes.toString()).slice(-4000)
    tell({ from: 'native', stream: 'stderr', level: 'info', bytes })
  })
  for (const stream of [out, err, control, log]) stream.on('error', () => undefined)

  const ended = whenEnded(child, [out, err, control, log], () => {
    kill()
    gone = true
  }).then((last) => ({ ...last, ...end }))
  let disposed: Promise<void> | undefined
  let fresh = true

  return {
    slot,
    pid: child.pid ?? 0,
    ready,
    get isFresh() {
      return fresh
    },
    lastWords: () => words,
    send(frame, payload) {
      fresh = false
      if (frame.t === 'shapes') reader = frameReader(SHAPE_BUDGET)
      return new Promise((resolve) => {
        // A worker that has gone is noticed by its end, not by a failed write.
        if (control.destroyed) resolve()
        else control.write(encodeFrame(frame, payload), () => resolve())
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
    kill,
    ended,
    collect: (given) => collect(python, `${runner}/hewn_runner/collect.py`, slot, given),
    dispose() {
      disposed ??= (async () => {
        kill()
        await ended
        // What could not be removed goes when the next server starts.
        await wipe(slot).catch(() => undefined)
      })()
      return disposed
    },
  }
}

/** When the process has gone and its pipes are at their end, or have been held open too long by somebody else. */
function whenEnded(child: ChildProcess, pipes: (Readable | Socket)[], onExit: () => void): Promise<WorkerEnd> {
  return new Promise((resolve) => {
    let end: WorkerEnd = {}
    let timer: NodeJS.Timeout | undefined
    child.once('exit', (code, signal) => {
      end = { ...(code === null ? {} : { code }), ...(signal === null ? {} : { signal }) }
      onExit()
      timer = setTimeout(() => {
        for (const pipe of pipes) pipe.destroy()
      }, LAST_WORDS)
    })
    const done = () => {
      clearTimeout(timer)
      resolve(end)
    }
    child.once('close', done)
    child.once('error', done)
  })
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, NICE))
  } catch {
    // It has gone already.
  }
}
