// Commits so many times to a canvas that another process writes too, catching up whenever it is told to. Started by
// canvas-log.test.ts; says which numbers it won.
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { systemWorld } from '@hewn/model/world'
import { openStorage } from '../src/index.ts'

const [home = '', name = '', rounds = '0'] = process.argv.slice(2)
const storage = await openStorage({ database: `file:${home}/hewn.db`, blobs: `${home}/blobs`, world: systemWorld })
const { epoch, head } = await storage.canvasLog.open('session:1')
writeSync(1, 'ready\n')
process.stdin.resume()
await once(process.stdin, 'end')

const numbers: number[] = []
let seq = head
let lost = 0
while (numbers.length < Number(rounds)) {
  const events = [{ type: 'state_changed', data: { key: 'who', value: name } }]
  const answer = await storage.canvasLog.append('session:1', { epoch, seq }, [
    { epoch, first: seq + 1, events, at: systemWorld.now(), actor: { uid: name, by: 'system' } },
  ])
  if (answer === 'ok') numbers.push(++seq)
  else if ('epoch' in answer) throw new Error(`The log has another epoch: ${answer.epoch}`)
  else {
    lost++
    seq += answer.behind.reduce((sum, { events }) => sum + events.length, 0)
  }
}
await storage.close()
writeSync(1, `${JSON.stringify({ numbers, lost })}\n`)
