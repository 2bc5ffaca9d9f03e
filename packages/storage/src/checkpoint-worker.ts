// Runs in a thread of its own: a second connection that brings what was written to the disk every second, so that a
// power cut costs that second at most and the first connection never waits for the disk (SV41).
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

const database = new DatabaseSync((workerData as { path: string }).path, { timeout: 5_000 })
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')

const beat = setInterval(() => parentPort?.postMessage(checkpoint.get()), 1_000)
parentPort?.once('message', () => {
  clearInterval(beat)
  database.close()
})
