import { Worker } from 'node:worker_threads'
import type { World } from '@hewn/model'

export interface CheckpointOptions {
  path: string
  world: World
  report: (problem: string) => void
  /** Told after each one; tests listen. */
  onCheckpoint?: () => void
}

/** Starts the thread that checkpoints after a second, so a short command never pays for it. The answer ends it. */
export function startCheckpoints({ path, world, report, onCheckpoint }: CheckpointOptions): () => Promise<void> {
  let worker: Worker | undefined
  const undo = world.after(1_000, () => {
    // Without the flags of the process: some of them belong to its own program alone.
    const options = { workerData: { path }, execArgv: [] }
    worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), options)
    worker.unref()
    worker.on('error', ({ message }) => report(`The database is not brought to the disk every second: ${message}.`))
    if (onCheckpoint) worker.on('message', onCheckpoint)
  })
  return async () => {
    undo()
    if (!worker || worker.threadId === -1) return
    // Whoever closes waits for it, with nothing else left to do as well.
    worker.ref()
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    worker.once('exit', () => resolve())
    worker.postMessage('close')
    await ended
  }
}
