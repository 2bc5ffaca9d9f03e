import type { Readable } from 'node:stream'

/** Milliseconds of one turn of the event loop that go to what one worker says; what is left over waits for the next (KN3). */
const TURN = 4

/**
 * Reads several streams of one process, and rests between two turns when it has much to say: a flood costs others no more
 * than a drop.
 */
export function inTurns(): (stream: Readable, take: (chunk: Buffer) => void) => void {
  let spent = 0
  let isCounted = false
  const resting = new Set<Readable>()

  function next(): void {
    spent = 0
    isCounted = false
    for (const stream of resting) stream.resume()
    resting.clear()
  }

  return (stream, take) =>
    stream.on('data', (chunk: Buffer) => {
      const began = performance.now()
      take(chunk)
      spent += performance.now() - began
      if (!isCounted) setImmediate(next)
      isCounted = true
      if (spent < TURN) return
      stream.pause()
      resting.add(stream)
    })
}
