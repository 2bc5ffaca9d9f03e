import { LIMITS } from '@hewn/protocol'
import { testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { batchLines, type LogBatch } from '../src/pipeline/canvas-log-lines.ts'

const line = (text: string) => ({ stream: 'stdout', level: 'info', text, at: 1 }) as const

describe('job-log on the canvas', () => {
  it('comes at most ten times a second, and the first line at once', () => {
    const world = testWorld()
    const sent: LogBatch[] = []
    const batch = batchLines('job:a', world, (one) => sent.push(one))
    batch.add(line('first'))
    world.advance(0)
    expect(sent).toHaveLength(1)
    for (let index = 0; index < 1000; index++) {
      batch.add(line(`${index}`))
      world.advance(1)
    }
    batch.flush()
    expect(sent.length).toBeLessThanOrEqual(12)
    expect(sent.flatMap((one) => one.lines).map((one) => one.text)).toEqual([
      'first',
      ...Array.from({ length: 1000 }, (_, i) => `${i}`),
    ])
    expect(sent.map((one) => one.from)).toEqual(
      sent.map((_, at) => sent.slice(0, at).reduce((sum, one) => sum + one.lines.length, 0)),
    )
  })

  it('what does not fit is counted and marked, and an event never exceeds what may be emitted', () => {
    const world = testWorld()
    const sent: LogBatch[] = []
    const batch = batchLines('job:a', world, (one) => sent.push(one))
    for (let index = 0; index < 500; index++) batch.add(line('"'.repeat(100)))
    batch.flush()
    const [only] = sent
    expect(Buffer.byteLength(JSON.stringify(only))).toBeLessThanOrEqual(LIMITS.emit)
    const kept = (only?.lines.length ?? 0) - 1
    expect(only?.lines.at(-1)?.text).toBe(`${500 - kept} lines left out here; the log has them`)
    batch.add(line('next'))
    batch.flush()
    expect(sent[1]?.from).toBe(500)
  })
})
