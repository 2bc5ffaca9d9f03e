import { decodeGeometry } from '@hewn/protocol'
import { describe, expect, it } from 'vitest'
import { crashes, fakeKernel, hangs, succeeds } from './fake-kernel.ts'

const request = {
  job: 'job:1' as const,
  owner: 'tester',
  layerSecret: 'secret',
  files: [],
  entry: 'model.py',
  parameters: {},
  result: 'required' as const,
  quality: 'full' as const,
  formats: ['step' as const, 'stl' as const],
  limits: { seconds: 1, memory: 1, log: 1, line: 1 },
}
const never = new AbortController().signal

describe('fakeKernel', () => {
  it('[KN65] does what the test says, in order, and remembers what it was asked', async () => {
    const kernel = fakeKernel([crashes, succeeds])
    expect(await kernel.build(request, () => {}, never)).toMatchObject({ ok: false, error: { code: 'SCRIPT_ERROR' } })
    expect(await kernel.build(request, () => {}, never)).toMatchObject({ ok: true })
    expect(await kernel.build(request, () => {}, never)).toMatchObject({ ok: true })
    expect(kernel.calls).toHaveLength(3)
    expect(kernel.calls[0]).toEqual({ call: 'build', request })
  })

  it('[KN65] shows a real cube, whose bytes and files can be fetched', async () => {
    const kernel = fakeKernel()
    const built = await kernel.build(request, () => {}, never)
    if (!built.ok) throw new Error(built.error.message)
    const bytes = await kernel.blobs.get(built.value.layers[0]?.geometry?.hash ?? '')
    const cube = decodeGeometry(bytes ?? new Uint8Array())
    expect(cube).toMatchObject({ ok: true, value: { closed: true } })
    expect(built.value.artifacts.map(({ name }) => name)).toEqual(['model.step', 'model.stl'])
  })

  it('[KN67] hangs until somebody cancels it', async () => {
    const stop = new AbortController()
    const built = fakeKernel([hangs]).build(request, () => {}, stop.signal)
    stop.abort()
    expect(await built).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } })
  })
})
