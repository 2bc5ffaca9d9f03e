import { type BuildRequest, createKernel, type KernelEvent } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import type { SessionId } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import { memoryBlobs, pythonForTests } from '@hewn/testing'
import { afterAll, expect, it } from 'vitest'
import { errorOf, linesOf, requestFor, valueOf } from './kernel-for-tests.ts'

const marks: string[] = []
const kernel = createKernel({
  factory: workerFactory({ python: pythonForTests(), warm: 3 }),
  blobs: memoryBlobs(),
  world: systemWorld,
  trace: (mark) => marks.push(mark),
})
afterAll(() => kernel.close())

const session = 'session:0000000000000000000075' as SessionId

/** One build, and how many shapes were measured beside the script. */
async function build(code: string, more: Partial<BuildRequest> = {}) {
  marks.length = 0
  const events: KernelEvent[] = []
  const request = requestFor(code, { formats: [], quality: 'draft', session, ...more })
  const result = await kernel.build(request, (event) => events.push(event), new AbortController().signal)
  return { result, events, log: linesOf(events), early: marks.filter((mark) => mark === 'early').length }
}

/** `first` stands while the comb is still made; the comb itself does not. */
const script = (between = '') => `from build123d import *
size = 10.0
first = Box(size, 20, 5) - Cylinder(3, 5)
comb = Box(60, 10, 3)
for n in range(8):
    comb -= Pos(7 * n - 24, 0, 0) * Box(2, size, 9)
${between}
result = Compound(label="both", children=[first, Rot(0, 0, 30) * comb])
`
const fresh = (code: string, size: number, quality: 'draft' | 'full') => {
  const request = { owner: `nobody ${quality} ${size}`, parameters: { size }, quality }
  return build(code, { ...request, session: 'session:0000000000000000000076' as SessionId })
}
const hashes = (ran: Awaited<ReturnType<typeof build>>) => valueOf(ran).layers.map(({ geometry }) => geometry?.hash)

it('[KN75] what stood early in the last draft is measured beside the rest of the script, and comes out the same', async () => {
  const code = script()
  expect((await build(code, { parameters: { size: 4 } })).early).toBe(0)
  const next = await build(code, { parameters: { size: 4.5 } })
  expect(next.early).toBeGreaterThan(0)
  const alone = await fresh(code, 4.5, 'draft')
  expect(alone.early).toBe(0)
  expect(hashes(next)).toEqual(hashes(alone))
  expect(valueOf(next).facts).toEqual(valueOf(alone).facts)
  // The room still has what it looked into on the way: in full it comes out the same too.
  const full = await build(code, { parameters: { size: 4.5 }, quality: 'full' })
  expect(hashes(full)).toEqual(hashes(await fresh(code, 4.5, 'full')))
})

it('[KN75] what stands early is of no account where the script goes on to change it', async () => {
  const code = script('shown = first if size < 6 else first - Pos(0, 8, 0) * Cylinder(1, 5)').replace(
    'children=[first',
    'children=[shown',
  )
  for (const size of [5, 5.5]) await build(code, { parameters: { size } })
  const changed = await build(code, { parameters: { size: 7 } })
  expect(hashes(changed)).toEqual(hashes(await fresh(code, 7, 'draft')))
  expect(changed.early).toBeGreaterThan(0)
})

it('[KN75] a script that fails after something stood ends as ever, and the next step is right', async () => {
  const code = script('assert size < 8, "too long"')
  for (const size of [5, 5.5]) await build(code, { parameters: { size } })
  expect(errorOf(await build(code, { parameters: { size: 9 } })).message).toContain('too long')
  const next = await build(code, { parameters: { size: 6 } })
  expect(hashes(next)).toEqual(hashes(await fresh(code, 6, 'draft')))
})

it('[KN75] a shape that cannot be measured is told by the job it belongs to, and the next step has a room', async () => {
  const code = script('')
    .replace('Cylinder(3, 5)', 'Cylinder(3, 5) if size < 8 else Vertex(float("nan"), 0, 0)')
    .replace('first = Box(size, 20, 5) - ', 'first = ')
  for (const size of [5, 5.5]) await build(code, { parameters: { size } })
  expect(errorOf(await build(code, { parameters: { size: 9 } })).code).toBe('SCRIPT_NOT_A_SHAPE')
  expect(hashes(await build(code, { parameters: { size: 6 } }))).toEqual(hashes(await fresh(code, 6, 'draft')))
})

it('[KN75] bytes of a shape are the same whether it stands alone or is part of another', async () => {
  const code = 'from build123d import *\npart = Box(3, 4, 5) - Cylinder(1, 5)\n'
  const alone = await build(`${code}result = part`)
  const within = await build(`${code}result = Compound(children=[part])`)
  expect(hashes(within).at(-1)).toBe(hashes(alone)[0])
  expect(within.events.some((event) => event.t === 'stage' && event.stage === 'mesh')).toBe(false)
})
