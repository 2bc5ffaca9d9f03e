// Follows the canvas of `server.ts`, loses the line on the way, and compares what it has with what the server has.
//   node examples/live-canvas/client.ts http://127.0.0.1:4871
import { connectCanvas, socketIoSocket } from '@hewn/canvas'
import { systemWorld as world } from '@hewn/model/world'
import { io } from 'socket.io-client'

const line = io(process.argv[2] ?? 'http://127.0.0.1:4871', { autoConnect: false, forceNew: true })
const canvas = connectCanvas({ sessionId: 'session:tea-box', socket: socketIoSocket(line), world })
const numbers: number[] = []
canvas.onEvent('job-log', ({ text }, seq) => {
  numbers.push(seq)
  console.log(`${seq}  ${String(text)}`)
  // Cut off in the middle: it comes back by itself, with what it missed.
  if (numbers.length === 5) line.io.engine.close()
})

const seen = (count: number) =>
  new Promise<void>((resolve) => {
    const stop = canvas.onEvent('job-log', () => {
      if (numbers.length < count) return
      stop()
      resolve()
    })
  })

await seen(15)
const compared = await canvas.compare()
const gaps = numbers.filter((seq, index) => index > 0 && seq !== (numbers[index - 1] ?? 0) + 3)
console.log(
  `${String(canvas.state('title'))}: ${canvas.channel('nodes').size} nodes, ${canvas.channel('layers').size} layers`,
)
console.log(`compared with the server: ${compared}; missed: ${gaps.length}`)
canvas.close()
process.exitCode = compared === 'same' && gaps.length === 0 ? 0 : 1
