import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pythonForTests, seeds } from '@hewn/testing'
import { describe, expect, it } from 'vitest'

type Told = Record<string, unknown> & { name: string }
const RUNNER = join(import.meta.dirname, '../../../python/runner')

/** What the measuring process says of generated parts: its parts are made and measured in one Python. */
function told(seed: number): Told[] {
  const script = join(import.meta.dirname, 'measuring.py')
  const printed = execFileSync(pythonForTests(), ['-B', script, String(seed)], {
    encoding: 'utf8',
    env: { PYTHONPATH: RUNNER, OPENBLAS_NUM_THREADS: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Told)
}

describe.each(seeds(1))('seed %i', (seed) => {
  const all = told(seed)
  const named = (name: string) => all.filter((one) => one.name === name)

  it('[KN47] volumes, centres and extents of turned shapes agree with OCCT and with a fine mesh', () => {
    expect(named('shape')).toHaveLength(14)
    for (const { shape, volume, centre, extent } of named('shape')) {
      expect(volume, `volume of ${shape}`).toBeLessThanOrEqual(1e-6)
      expect(centre, `centre of ${shape}`).toBeLessThanOrEqual(shape === 'cut torus' ? 0.1 : 0.01)
      expect(extent, `extent of ${shape}`).toBeLessThanOrEqual(0.003)
    }
  })

  it('[KN45] each face reaches as far as OCCT finds it to, however it is turned; of too many faces nothing is told', () => {
    expect(named('reaches')).toHaveLength(6)
    for (const { shape, off } of named('reaches')) expect(off, `faces of ${shape}`).toBeLessThanOrEqual(0.001)
    expect(named('too many')).toEqual([{ name: 'too many', reaches: 0 }])
  })

  it('[KN47] faces that enclose nothing with the middle of a shape are measured at once, and right', () => {
    expect(named('shells')).toEqual([{ name: 'shells', off: expect.any(Number) }])
    expect(named('shells')[0]?.off).toBeLessThanOrEqual(1e-6)
  })

  it('[KN46] pairs of parts for which there was no time are counted, and the next build goes on from there', () => {
    const step = (left: number) => [
      [2, null],
      [null, left],
    ]
    const [one] = named('pairs')
    expect(one?.steps).toEqual([step(2), step(1), [[2, null]], []])
    expect(new Set(JSON.parse(JSON.stringify(one?.known)).map(String))).toEqual(new Set(['0,1', '1,2', '2,3']))
  })

  it.runIf(process.platform === 'linux')(
    '[KN11] a process that was forked from one thread meshes on as many as it is given',
    () => {
      expect(named('threads')).toEqual([{ name: 'threads', alone: 1, together: 2 }])
    },
  )

  it('[KN49] every mesh covers all faces, is closed, and the shapes are valid', () => {
    for (const one of named('shape')) expect(one).toMatchObject({ closed: true, bare: 0, valid: null })
  })

  it('[KN45] fillets and chamfers: radius or leg, chains once, and what only looks like one is none', () => {
    for (const { shape, found, expected } of named('feature'))
      expect({ shape, found }).toEqual({ shape, found: expected })
    expect(named('feature').length).toBeGreaterThan(10)
  })

  it('[KN47] holes in random places of a turned plate: plain, blind, drilled, counterbored, countersunk', () => {
    expect(named('plate')).toHaveLength(6)
    for (const { found, expected, openings } of named('plate')) {
      closeTo(found, expected)
      expect((openings as number[])[0]).toBe((openings as number[])[1])
    }
    for (const { volume } of named('mass')) expect(volume).toBeLessThan(1e-4)
  })

  it('[KN45] the thinnest wall of a part, turned anywhere, is exact between flat and round faces', () => {
    for (const { shape, found, expected } of named('wall'))
      expect({ shape, found }).toEqual({
        shape,
        found: expected === null ? null : expect.closeTo(expected as number, 5),
      })
    expect(named('wall').length).toBeGreaterThan(14)
    expect(named('no time'), 'past its time it says so').toEqual([{ name: 'no time', ended: true }])
  })

  it('[KN59] the same shape gives the same bytes', () => {
    expect(named('blob')).toEqual([{ name: 'blob', equal: true }])
  })
})

function closeTo(found: unknown, expected: unknown): void {
  if (Array.isArray(expected)) {
    expect(found).toHaveLength(expected.length)
    for (const [at, value] of expected.entries()) closeTo((found as unknown[])[at], value)
  } else if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 4)
  else expect(found).toBe(expected)
}
