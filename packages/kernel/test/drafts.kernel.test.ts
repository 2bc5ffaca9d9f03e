import { type BuildRequest, createKernel, type Kernel, type KernelEvent, type ShapeIndex } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import type { BuildResult, SessionId } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import { decodeGeometry } from '@hewn/protocol'
import { memoryBlobs, pythonForTests } from '@hewn/testing'
import { expect, it } from 'vitest'
import { errorOf, kernelForTests, requestFor, valueOf } from './kernel-for-tests.ts'

const { run, blobs } = kernelForTests()
const session = 'session:0000000000000000000001' as SessionId
const drafted: Partial<BuildRequest> = { formats: [], quality: 'draft', session }
const settled: Partial<BuildRequest> = { formats: [], quality: 'full', session }

const TRAY = `from build123d import *
height = 12.0
with BuildPart() as tray:
    with BuildSketch():
        RectangleRounded(40, 30, 5)
    extrude(amount=height)
    offset(amount=-2, openings=tray.faces().sort_by(Axis.Z)[-1])
    with GridLocations(6, 6, 4, 3):
        Hole(1)
result = tray.part
`
const LETTERS = `from build123d import *
size = 12.0
with BuildPart() as plate:
    Box(60, 20, 3)
    with BuildSketch(plate.faces().sort_by(Axis.Z)[-1]):
        Text("Hewn", font_size=size)
    extrude(amount=1)
result = plate.part
`

const hashes = ({ layers }: BuildResult) => layers.map(({ geometry }) => geometry?.hash)
const kinds = ({ facts }: BuildResult) => new Set(facts.map(({ kind }) => kind))
const geometryOf = async ({ layers }: BuildResult) => {
  const decoded = decodeGeometry((await blobs.get(layers[0]?.geometry?.hash ?? '')) ?? new Uint8Array())
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error))
  return decoded.value
}

it('[KN50] a room that measured drafts of a session gives the same bytes in full as one that is new', async () => {
  for (const script of [TRAY, LETTERS]) {
    const name = script === TRAY ? 'height' : 'size'
    for (const value of [9, 10, 11]) valueOf(await run(script, { ...drafted, parameters: { [name]: value } }))
    const warm = valueOf(await run(script, { ...settled, parameters: { [name]: 11 } }))
    // Another owner knows nothing of it, and has no room of his own yet.
    const { session: _, ...alone } = settled
    const fresh = valueOf(await run(script, { ...alone, owner: 'somebody else', parameters: { [name]: 11 } }))
    expect(hashes(warm)).toEqual(hashes(fresh))
    expect(warm.facts).toEqual(fresh.facts)
  }
})

it('[KN46] [KN51] a draft of many faces has no tables and no volume, but its exact size; one of few has them', async () => {
  const many = valueOf(await run(LETTERS, { ...drafted, parameters: { size: 13 } }))
  expect(kinds(many).has('volume')).toBe(false)
  expect(many.facts.find(({ kind }) => kind === 'size')).toMatchObject({ x: 60, y: 20, z: 4 })
  const drawn = await geometryOf(many)
  expect(drawn).toMatchObject({ exact: false })
  expect(drawn.faces).toBeUndefined()
  const few = valueOf(
    await run('from build123d import *\nresult = Box(7, 8, 9) - Cylinder(2, 9)', { ...drafted, owner: 'few' }),
  )
  expect(kinds(few).has('volume')).toBe(true)
  expect(await geometryOf(few)).toMatchObject({ exact: true })
})

it('[KN43] a value that is refused ends its run, also where the text is known and nobody waits for the check', async () => {
  valueOf(await run(TRAY, { ...drafted, parameters: { height: 8 } }))
  expect(errorOf(await run(TRAY, { ...drafted, parameters: { hight: 8 } }))).toMatchObject({ code: 'REQUEST_VALUE' })
  valueOf(await run(TRAY, { ...drafted, parameters: { height: 8.5 } }))
})

it('[KN53] after a restart a shape is neither meshed nor measured again, and can still be exported', async () => {
  const rows = new Map<string, string>()
  const index: ShapeIndex = {
    get: async (name) => rows.get(name),
    put: async (name, value) => void rows.set(name, value),
  }
  const store = memoryBlobs()
  const started = (): Kernel => {
    const factory = workerFactory({ python: pythonForTests(), warm: 2 })
    return createKernel({ factory, blobs: store, world: systemWorld, index })
  }
  const built = async (kernel: Kernel) => {
    const stages: string[] = []
    const hear = (event: KernelEvent) => event.t === 'stage' && stages.push(event.stage)
    const request = requestFor('from build123d import *\nresult = Box(5, 6, 7)', { formats: [] })
    const answer = await kernel.build(request, hear, new AbortController().signal)
    if (!answer.ok) throw new Error(answer.error.message)
    return { ...answer.value, stages }
  }
  const first = started()
  const before = await built(first).finally(() => first.close())
  expect(before.stages).toContain('mesh')

  const second = started()
  try {
    const order = { job: requestFor('').job, layers: before.layers, format: 'step', options: {} } as const
    const files = await second.export(order, new AbortController().signal)
    expect(files).toMatchObject({ ok: true, value: [{ name: 'model.step' }] })
    const after = await built(second)
    expect(after.stages).not.toContain('mesh')
    expect(after.stages).not.toContain('measure')
    expect(after.facts).toEqual(before.facts)
    expect(hashes(after)).toEqual(hashes(before))
  } finally {
    await second.close()
  }
})
