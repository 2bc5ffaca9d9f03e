import { testWorld } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { LARGEST_OUTPUT, type LogEvent, logLines } from '../src/log-lines.ts'
import { recordReader } from '../src/log-records.ts'
import type { LogPart } from '../src/worker-factory.ts'

const text = (content: string, more: Partial<LogPart> = {}): LogPart => ({
  from: 'python',
  stream: 'stdout',
  level: 'info',
  bytes: new TextEncoder().encode(content),
  ...more,
})

function listening({ line = 8192, log = 1000 }: { line?: number; log?: number } = {}) {
  const world = testWorld()
  const events: LogEvent[] = []
  let floods = 0
  const lines = logLines(
    { line, log },
    world,
    (event) => events.push(event),
    () => floods++,
  )
  return { world, lines, said: () => events.map((event) => `${event.stream}: ${event.text}`), floods: () => floods }
}

describe('the log of a job', () => {
  it('[KN36] a line is there when it ends; streams keep their order', () => {
    const { lines, said } = listening()
    lines.write(text('one\ntw'))
    lines.write(text('three\n', { stream: 'stderr' }))
    lines.write(text('o\r\n\n'))
    expect(said()).toEqual(['stdout: one', 'stderr: three', 'stdout: two', 'stdout: '])
  })

  it('[SV20] a line without an end is shown after 200 ms, once', () => {
    const { lines, said, world } = listening()
    lines.write(text('working'))
    world.advance(199)
    expect(said()).toEqual([])
    world.advance(1)
    expect(said()).toEqual(['stdout: working'])
    lines.write(text(' done\n'))
    expect(said()).toEqual(['stdout: working', 'stdout:  done'])
    expect(world.pending).toBe(0)
  })

  it('[SV20] a long line is cut with a mark, and not through a character', () => {
    const { lines, said } = listening({ line: 8 })
    lines.write(text('1234567é and more'))
    lines.write(text('still\nnext\n'))
    expect(said()).toEqual(['stdout: 1234567 … (cut: a line has at most 8 bytes)', 'stdout: next'])
  })

  it('[KN36] a full log says so once, counts the rest and never stops the script', () => {
    const { lines, said, floods } = listening({ log: 10 })
    lines.write(text('12345\n67890\nabc\n'))
    lines.write(text('more\n'))
    lines.finish()
    expect(said()).toEqual([
      'stdout: 12345',
      'hewn: The log is full: 10 bytes are kept. The script goes on; what it prints now is dropped.',
      'hewn: 14 bytes more were printed and not kept.',
    ])
    expect(floods()).toBe(0)
  })

  it('[KN36] a flood of lines with nothing in them fills the log, too', () => {
    const { lines, said } = listening({ log: 100_000 })
    for (let n = 0; n < 10; n++) lines.write(text('\n'.repeat(1000)))
    lines.finish()
    expect(said().filter((line) => line === 'stdout: ')).toHaveLength(1562)
    expect(said().slice(1562)).toEqual([
      'hewn: The log is full: 1562 lines are kept. The script goes on; what it prints now is dropped.',
      'hewn: 8.2 KiB more were printed and not kept.',
    ])
  })

  it('[KN36] past 256 MiB the job is told to end, once', () => {
    const { lines, floods } = listening()
    const chunk = new Uint8Array(LARGEST_OUTPUT / 4)
    for (let n = 0; n < 6; n++) lines.write({ ...text(''), bytes: chunk })
    expect(floods()).toBe(1)
  })

  it('[KN36] what is pending at the end is shown', () => {
    const { lines, said, world } = listening()
    lines.write(text('half'))
    lines.finish()
    expect(said()).toEqual(['stdout: half'])
    expect(world.pending).toBe(0)
  })
})

describe('records of Python’s own output', () => {
  const record = (stream: number, level: number, content: string) => {
    const data = new TextEncoder().encode(content)
    return [stream, level, 0, 0, data.length, 0, 0, 0, ...data]
  }

  it('[KN36] come out whole and in order, however they arrive', () => {
    const sent = [...record(0, 0, 'out'), ...record(1, 1, 'warned'), ...record(0, 0, '')]
    for (const size of [1, 5, sent.length]) {
      const read = recordReader()
      const parts: LogPart[] = []
      for (let at = 0; at < sent.length; at += size) parts.push(...read(Uint8Array.from(sent.slice(at, at + size))))
      expect(parts.map(({ stream, level, bytes }) => [stream, level, new TextDecoder().decode(bytes)])).toEqual([
        ['stdout', 'info', 'out'],
        ['stderr', 'warning', 'warned'],
        ['stdout', 'info', ''],
      ])
    }
  })

  it('[KN36] what a script writes into the pipe itself is just output', () => {
    const read = recordReader()
    const [part] = read(new TextEncoder().encode('forged by hand\n'))
    expect(part).toMatchObject({ from: 'native', stream: 'stdout' })
    expect(new TextDecoder().decode(part?.bytes)).toBe('forged by hand\n')
  })
})
