import type { JobId } from '@hewn/model'
import type { RunComplete } from '@hewn/protocol'
import { testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { createJobStream, createJobStreams, LINES_SHOWN, type NumberedEvent } from '../src/pipeline/job-stream.ts'

const JOB: JobId = 'job:7n42DGM5Tflk9n8mt7Fhc7'
const LIMITS = { log: 1000, line: 100 }
const line = (message: string) => ({ message, level: 'info', stream: 'stdout', at: 1 }) as const
const END = { success: false, message: 'no' } as RunComplete

describe('what a job says', () => {
  it('[SV23] a reader that comes back gets what it missed, in order and once', () => {
    const stream = createJobStream(JOB, LIMITS)
    const seen: number[] = []
    const leave = stream.read(0, (event) => seen.push(event.number))
    stream.log(line('one'))
    stream.log(line('two'))
    leave()
    stream.log(line('three'))
    stream.read(2, (event) => seen.push(event.number))
    stream.complete(END)
    expect(seen).toEqual([1, 2, 3, 4])
  })

  it('[SV20] complete comes once and last', () => {
    const stream = createJobStream(JOB, LIMITS)
    const seen: NumberedEvent[] = []
    stream.read(0, (event) => seen.push(event))
    stream.complete(END)
    stream.complete(END)
    stream.log(line('late'))
    expect(seen.map((event) => event.event)).toEqual(['complete'])
    expect(stream.ended).toBe(true)
  })

  it('[SV20] a long line is cut with a mark, and never inside a character', () => {
    const stream = createJobStream(JOB, LIMITS)
    stream.log(line('ü'.repeat(80)))
    expect(stream.logText()).toBe(`${'ü'.repeat(50)} … (60 bytes of this line left out)\n`)
  })

  it('[SV20] a log that is full ends with a mark, once, and the job goes on', () => {
    const stream = createJobStream(JOB, LIMITS)
    for (let index = 0; index < 50; index++) stream.log(line('x'.repeat(99)))
    stream.complete(END)
    const lines = stream.logText().trim().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toContain('HEWN_LOG_MAX')
    expect(stream.ended).toBe(true)
  })

  it('[SV20] a flood of empty lines is shown up to a mark, and the log file has all of it', () => {
    const stream = createJobStream(JOB, { log: 1_000_000, line: 100 })
    let heard = 0
    stream.read(0, () => heard++)
    const shown = Array.from({ length: 300_000 }, () => stream.log(line('')))
    stream.complete(END)
    expect(shown[LINES_SHOWN - 1]?.message).toContain('only in the log file')
    expect(shown.slice(LINES_SHOWN).every((one) => one === undefined)).toBe(true)
    expect(heard).toBe(LINES_SHOWN + 1)
    expect(stream.logText()).toBe('\n'.repeat(300_000))
  })

  it('[SV23] what has ended is kept up to a weight, the newest first', () => {
    const streams = createJobStreams({ log: 50_000_000, line: 50_000_000 }, testWorld())
    const jobs: JobId[] = ['job:0000000000000000000001', 'job:0000000000000000000002']
    for (const job of jobs) {
      const stream = streams.open(job)
      stream.log(line('x'.repeat(40_000_000)))
      stream.complete(END)
    }
    expect(jobs.map((job) => streams.get(job)?.ended)).toEqual([undefined, true])
  })

  it('[SV24] says when the last reader has gone, and not when it ended by itself', () => {
    let deserted = 0
    const stream = createJobStream(JOB, LIMITS)
    stream.onDeserted(() => deserted++)
    const first = stream.read(0, () => {})
    const second = stream.read(0, () => {})
    first()
    expect(deserted).toBe(0)
    second()
    second()
    expect(deserted).toBe(1)
    const third = stream.read(0, () => {})
    stream.complete(END)
    third()
    expect(deserted).toBe(1)
  })

  it('[SV23] a stream that has ended is kept for a while, and then is not', () => {
    const world = testWorld()
    const streams = createJobStreams(LIMITS, world)
    streams.open(JOB).complete(END)
    world.advance(59_000)
    expect(streams.get(JOB)?.ended).toBe(true)
    world.advance(2_000)
    expect(streams.get(JOB)).toBeUndefined()
  })
})
