// Writes canvas commits and blobs as fast as it can, and says each one when it was acknowledged. Started, and killed,
// by kill.test.ts.
import { writeSync } from 'node:fs'
import { systemWorld } from '@hewn/model/world'
import { openStorage } from '../src/index.ts'

const home = process.argv[2] ?? ''
const storage = await openStorage({ database: `file:${home}/hewn.db`, blobs: `${home}/blobs`, world: systemWorld })
const opened = await storage.canvasLog.open('session:1')
let seq = opened.head
for (;;) {
  const text = `${process.pid} wrote ${seq + 1}`
  const { hash } = await storage.blobs.put(new TextEncoder().encode(text))
  const answer = await storage.canvasLog.append('session:1', { epoch: opened.epoch, seq }, [
    {
      epoch: opened.epoch,
      first: seq + 1,
      events: [{ type: 'state_changed', data: { key: 'who', value: text } }],
      at: systemWorld.now(),
      actor: { uid: 'writer', by: 'system' },
    },
  ])
  if (answer !== 'ok') throw new Error(`Not alone: ${JSON.stringify(answer)}`)
  seq++
  writeSync(1, `${JSON.stringify({ seq, text, blob: hash })}\n`)
}
