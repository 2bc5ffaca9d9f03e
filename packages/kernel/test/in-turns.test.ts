import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { hashInTurns } from '@hewn/kernel/node'
import { expect, it } from 'vitest'
import { inTurns } from '../src/node/in-turns.ts'

it('[KN3] whoever has much to say is heard in many turns of the event loop, whole and in order', async () => {
  const read = inTurns()
  const [one, other] = [new PassThrough(), new PassThrough()]
  const heard: number[] = []
  const inTurn: number[] = []
  let turn = 0
  const busy = (chunk: Buffer) => {
    // Each takes 3 ms, however fast the machine is.
    for (const began = performance.now(); performance.now() - began < 3; );
    heard.push(...chunk)
    inTurn[turn] = (inTurn[turn] ?? 0) + 1
  }
  read(one, busy)
  read(other, busy)
  for (let n = 0; n < 10; n++) {
    one.write(Buffer.of(n))
    other.write(Buffer.of(100 + n))
  }
  while (heard.length < 20) {
    await new Promise((resolve) => setImmediate(resolve))
    turn++
  }
  expect(inTurn.filter(Boolean).length).toBeGreaterThanOrEqual(3)
  expect(heard.filter((n) => n < 100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(heard.filter((n) => n >= 100).map((n) => n - 100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

it('[KN3] large bytes are hashed in several turns, to the same hash', async () => {
  for (const length of [0, 1, 4 * 1024 ** 2, 9 * 1024 ** 2]) {
    const bytes = new Uint8Array(length).map((_, n) => n % 251)
    let turns = 0
    let isDone = false
    const count = (): unknown => (isDone ? undefined : setImmediate(() => (turns++, count())))
    count()
    const hash = await hashInTurns(bytes)
    isDone = true
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(turns).toBeGreaterThanOrEqual(Math.ceil(length / 4 / 1024 ** 2) - 1)
  }
})
