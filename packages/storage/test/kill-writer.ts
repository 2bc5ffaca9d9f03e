// Works on a canvas with two hundred writes in flight, and says each one when it was acknowledged. Started, and killed,
// by kills.ts.
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCanvas } from '@hewn/canvas'
import { asyncBinding } from '@hewn/canvas/node'
import { systemWorld as world } from '@hewn/model/world'
import { isDatabaseAway, openStorage } from '../src/index.ts'

const [database = '', blobs = '', session = ''] = process.argv.slice(2)
const storage = await openStorage({ database, blobs, world })
const canvas = createCanvas({ log: storage.canvasLog, world, binding: asyncBinding() })
const IN_FLIGHT = 200
let count = 0

async function write(): Promise<void> {
  for (;;) {
    const text = `${process.pid} wrote ${++count} ${world.newId()}`
    const put = await storage.blobs.put(new TextEncoder().encode(text)).catch(whenAway)
    if (!put) continue
    const payload = { ...put, language: 'text', content: text }
    // Every fifth is taken away again; what was not there uses no number.
    const id = `file-${count % 61}.md`
    const deletes = count % 5 === 0
    const done = deletes
      ? await canvas.call('delete_resource', { channel: 'files', id })
      : await canvas.call('set_resource', { channel: 'files', id, payload })
    if (!done.success) {
      // The database is away for a moment, or others come first: it is tried again with the next one.
      if (['CANVAS_STORE', 'CANVAS_BUSY'].includes(done.error.code)) continue
      throw new Error(done.error.message)
    }
    if (deletes && !(done.data as { existed: boolean }).existed) continue
    writeSync(1, `${JSON.stringify({ seq: done.preview_seq, ...(deletes ? {} : { text }) })}\n`)
  }
}

/** The database is killed too in some rounds; whoever is refused tries again. */
async function whenAway(error: unknown): Promise<undefined> {
  if (!isDatabaseAway(error)) throw error
  await sleep(20)
}

canvas.run(session, { uid: 'writer', by: 'system' }, () => {
  for (let n = 0; n < IN_FLIGHT; n += 1) void write()
})
