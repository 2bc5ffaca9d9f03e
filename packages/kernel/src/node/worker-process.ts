import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { constants, setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import type { WorkerEnd, WorkerKind } from '../worker-factory.ts'
import { cleanEnvironment } from './clean-environment.ts'
import { collect } from './collect.ts'
import { workerOver, type WorkerProcess } from './worker-over.ts'

export interface WorkerSource {
  python: string
  /** Folder of `worker.py`. */
  runner: string
  /** Locks that are left open. */
  without?: readonly string[]
  /** Folder of the owner's own fonts. */
  fonts?: string
  wipe(slot: string): Promise<void>
}

/** Pipes of a worker that has gone may be held open by what it started; they are heard so much longer. */
const LAST_WORDS = 500
const NICE = 5

/** Starts one Python with descriptors 3 (frames, both ways) and 4 (Python's own output) and an environment of our making. */
export function startWorker(
  kind: WorkerKind,
  slot: string,
  { python, runner, without = [], fonts, wipe }: WorkerSource,
): WorkerProcess {
  const child = spawn(python, ['-s', '-B', `${runner}/worker.py`, kind, slot, String(process.pid), ...without], {
    cwd: slot,
    env: cleanEnvironment(slot, fonts),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    // A session of its own: one kill reaches it and all it started.
    detached: true,
  })
  const [, out, err, control, log] = child.stdio as [null, Readable, Readable, Socket, Socket]
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
  const ended = whenEnded(child, [out, err, control, log], () => {
    kill()
    gone = true
  })
  return workerOver(
    { control, log, out, err },
    {
      slot,
      pid: child.pid ?? 0,
      kill,
      ended,
      isThere: () => !gone,
      collect: (given) => collect(python, `${runner}/hewn_runner/collect.py`, slot, given),
      wipe: () => wipe(slot),
    },
  )
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
