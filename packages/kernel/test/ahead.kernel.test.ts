import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type BuildRequest, createKernel, type KernelEvent } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import type { SessionId } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import { memoryBlobs, pythonForTests } from '@hewn/testing'
import { afterAll, expect, it } from 'vitest'
import { linesOf, requestFor } from './kernel-for-tests.ts'

const ROOT = join(import.meta.dirname, '../../..')
const MODELS = ['enclosure', 'name-plate', 'plate-with-holes']

it('[KN74] a script that ran ahead of a value leaves the same as one that did not, whatever it tries', () => {
  const files = [
    join(import.meta.dirname, 'ahead-tricks.txt'),
    ...MODELS.map((model) => join(ROOT, 'recipes', model, 'model.py')),
  ]
  const printed = execFileSync(pythonForTests(), ['-B', join(import.meta.dirname, 'ahead.py'), ...files], {
    encoding: 'utf8',
    env: { PYTHONPATH: join(ROOT, 'python/runner'), OPENBLAS_NUM_THREADS: '1', PYTHONHASHSEED: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 ** 2,
  })
  const line = printed.split('\n').find((one) => one.startsWith('{"found"')) ?? ''
  const { found } = JSON.parse(line) as { found: [string, string, string, number][] }
  expect(found.length).toBeGreaterThan(40)
  for (const [script, plainly, ahead] of found) expect({ script, left: ahead }).toEqual({ script, left: plainly })
  expect(found.find(([script]) => script === 'name-plate: raised')?.[3]).toBeGreaterThan(5)
})

const marks: string[] = []
const kernel = createKernel({
  factory: workerFactory({ python: pythonForTests(), warm: 6 }),
  blobs: memoryBlobs(),
  world: systemWorld,
  trace: (mark) => marks.push(mark),
})
afterAll(() => kernel.close())
let session = 0
const newSession = () => `session:${String(++session).padStart(22, '0')}` as SessionId

/** A step of a slider, and whether it had been run ahead of; answered when the run ahead of the next one is so far. */
async function step(
  code: string,
  parameters: Record<string, number>,
  more: Partial<BuildRequest>,
  until?: 'waits' | 'unfit',
) {
  await expect.poll(() => kernel.report().warm, { timeout: 30_000 }).toBeGreaterThan(4)
  marks.length = 0
  const events: KernelEvent[] = []
  const request = requestFor(code, { formats: [], quality: 'draft', parameters, ...more })
  const result = await kernel.build(request, (event) => events.push(event), new AbortController().signal)
  const isAhead = marks.includes('ahead')
  if (until) await expect.poll(() => marks, { timeout: 30_000 }).toContain(until)
  return { result, log: linesOf(events), isAhead }
}

const TWO = `from build123d import *
high = 10.0
wide = 8.0
with BuildPart() as lid:
    Box(wide, wide, 2)
    fillet(lid.edges().filter_by(Axis.Z), 1)
with BuildPart() as pot:
    Box(wide, wide, 5)
    Cylinder(2, high)
print("high", high)
result = Compound(children=[pot.part, lid.part])
`

it('[KN74] the third step of a slider finds its script run up to the value, and is the same as if it had not', async () => {
  const here = { session: newSession() }
  const first = await step(TWO, { high: 11 }, here)
  const second = await step(TWO, { high: 12 }, here, 'waits')
  const third = await step(TWO, { high: 13 }, here, 'waits')
  expect([first, second, third].map(({ isAhead }) => isAhead)).toEqual([false, false, true])
  const alone = await step(TWO, { high: 13 }, { session: newSession(), owner: 'somebody else' })
  expect(alone.isAhead).toBe(false)
  const layers = (built: typeof alone) => (built.result.ok ? built.result.value.layers.map((one) => one.geometry) : [])
  expect(layers(third)).toEqual(layers(alone))
  expect(third.log).toEqual(alone.log)
  // The hand lets go: the full build has the same script and value.
  expect((await step(TWO, { high: 13 }, { ...here, quality: 'full' })).isAhead).toBe(true)
})

it('[KN74] another text, another parameter or a value that is refused has a worker of its own', async () => {
  const here = { session: newSession() }
  await step(TWO, { high: 11 }, here)
  await step(TWO, { high: 12 }, here, 'waits')
  expect(await step(TWO.replace('Cylinder(2', 'Cylinder(1'), { high: 13 }, here)).toMatchObject({ isAhead: false })
  await step(TWO, { high: 11 }, here)
  await step(TWO, { high: 12 }, here, 'waits')
  expect(await step(TWO, { high: 12, wide: 9 }, here)).toMatchObject({ isAhead: false, result: { ok: true } })
  const refused = await step(TWO, { high: 12, wide: 9, deep: 1 }, here)
  expect(refused.result).toMatchObject({ ok: false, error: { code: 'REQUEST_VALUE' } })
  expect((await step(TWO, { high: 12, wide: 9.5 }, here)).result.ok).toBe(true)
})

it('[KN74] one that speaks before its value comes is never run ahead again', async () => {
  const here = { session: newSession() }
  const speaks = `from build123d import *
high = 10.0
plate = Box(9, 9, 2) - Pos(50, 0, 0) * Cylinder(1, 9)
result = plate + Cylinder(2, high)
`
  await step(speaks, { high: 11 }, here)
  await step(speaks, { high: 12 }, here, 'unfit')
  for (const high of [13, 14]) {
    const { isAhead, log } = await step(speaks, { high }, here)
    expect({ isAhead, log }).toEqual({ isAhead: false, log: [expect.stringContaining('Line 3')] })
  }
})
