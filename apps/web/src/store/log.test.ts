import { describe, expect, it } from 'vitest'
import {
  appendLines,
  appendToOwnRun,
  beginOwnRun,
  emptyRun,
  followRun,
  type LogLine,
  MOST_LINES,
  nameOwnRun,
} from './log.ts'

const lines = (count: number, from = 0): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({ stream: 'stdout', level: 'info', text: `${from + index}` }))
const textOf = (run: { blocks: readonly (readonly LogLine[])[] }) => run.blocks.flat().map((line) => line.text)

describe('log', () => {
  it('[WB65] keeps lines in order, however they come', () => {
    let run = emptyRun('job:a', true)
    for (let at = 0; at < 1000; at += 7) run = appendLines(run, lines(Math.min(7, 1000 - at), at))
    expect(textOf(run)).toEqual(lines(1000).map((line) => line.text))
  })

  it('[WB65] 10,000 lines stay, and it says how many do not', () => {
    const run = appendLines(emptyRun('job:a', true), lines(MOST_LINES + 450))
    expect(textOf(run).length + run.cut).toBe(MOST_LINES + 450)
    expect(textOf(run).length).toBeLessThanOrEqual(MOST_LINES)
    expect(textOf(run).at(-1)).toBe(`${MOST_LINES + 449}`)
  })

  it('a full block is not made again by the lines after it', () => {
    const before = appendLines(emptyRun('job:a', true), lines(250))
    const after = appendLines(before, lines(1, 250))
    expect(after.blocks[0]).toBe(before.blocks[0])
    expect(after.blocks[1]).not.toBe(before.blocks[1])
  })

  it('[WB60] lines of our own run are not said twice when the canvas tells them too', () => {
    let runs = beginOwnRun([])
    // The canvas may be quicker than the stream.
    runs = followRun(runs, 'job:a', lines(2))
    runs = nameOwnRun(runs, 'job:a')
    runs = appendToOwnRun(runs, lines(3))
    runs = followRun(runs, 'job:a', lines(3))
    expect(runs.map((run) => [run.job, run.own, textOf(run)])).toEqual([['job:a', true, ['0', '1', '2']]])
  })

  it('[WB60] runs of other pages are followed beside our own', () => {
    let runs = nameOwnRun(beginOwnRun([]), 'job:a')
    runs = followRun(runs, 'job:b', lines(1))
    runs = appendToOwnRun(runs, lines(1))
    runs = followRun(runs, 'job:b', lines(1, 1))
    expect(runs.map((run) => [run.job, textOf(run)])).toEqual([
      ['job:a', ['0']],
      ['job:b', ['0', '1']],
    ])
  })
})
