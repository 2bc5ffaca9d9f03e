import { pythonForTests } from '@hewn/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../src/serve.ts'
import { readSettings } from '../src/settings.ts'
import { openEvents } from './event-source.ts'
import { json, SOON, temporaryHome } from './house.ts'

// The real kernel behind the real server on a real port.

const LONG = { timeout: 120_000, interval: 100 }

async function realServer(env: Record<string, string> = {}) {
  const read = readSettings({
    env: { HEWN_PORT: '0', HEWN_LOG: 'error', HEWN_WARM: '2', HEWN_PYTHON: pythonForTests(), ...env },
    home: temporaryHome(),
  })
  if (!read.ok) throw new Error(read.error[0]?.message)
  const serving = await serve(read.value)
  onTestFinished(() => serving.close())
  await expect.poll(async () => (await serving.health()).kernel.state, LONG).toBe('ready')
  const run = (code: string, query: Record<string, string> = {}) =>
    openEvents(`${serving.url}/api/run?${new URLSearchParams({ code, ...query })}`)
  const post = async (body: object) =>
    (
      await fetch(`${serving.url}/api/run`, { method: 'POST', headers: json, body: JSON.stringify(body) })
    ).json() as Promise<{
      success: boolean
      log: string
      error?: { code: string; line?: number; message: string }
    }>
  return { ...serving, run, post }
}

const PLATE = `from build123d import *
print("drilling")
with BuildPart() as plate:
    Box(40, 30, 5)
    with GridLocations(20, 15, 2, 2):
        Hole(2)
result = plate
`

describe('with the real kernel', () => {
  it('[SV20] [SV22] log comes before complete, and STEP and STL can be fetched and read', async () => {
    const { url, run } = await realServer()
    const stream = run(PLATE)
    await stream.ended
    const names = stream.events.map((event) => event.event)
    expect(names.indexOf('log')).toBeLessThan(names.indexOf('complete'))
    expect(stream.named('log').map((event) => event.data.message)).toContain('drilling')
    const complete = stream.events.at(-1)?.data as {
      success: boolean
      stepPath: string
      stlPath: string
      result: { facts: object[] }
    }
    expect(complete.success).toBe(true)
    expect(complete.result.facts).toContainEqual(expect.objectContaining({ kind: 'size', x: 40, y: 30, z: 5 }))
    const step = await (await fetch(`${url}${complete.stepPath}`)).text()
    expect(step).toMatch(/^ISO-10303-21;/)
    const stl = Buffer.from(await (await fetch(`${url}${complete.stlPath}`)).arrayBuffer())
    expect(stl.length).toBe(84 + 50 * stl.readUInt32LE(80))
    expect(stl.readUInt32LE(80)).toBeGreaterThan(12)
  })

  it('bad scripts get a clear error of the catalogue, and the next one works', async () => {
    const { post } = await realServer()
    const code = async (script: string, more: object = {}) => (await post({ code: script, ...more })).error
    expect(await code('x = 1\nfoo(')).toMatchObject({ code: 'SCRIPT_SYNTAX', line: 2 })
    expect(await code('x = 1\nraise ValueError("no")')).toMatchObject({
      code: 'SCRIPT_ERROR',
      line: 2,
      message: expect.stringContaining('no'),
    })
    expect(await code('import os; os._exit(1)')).toMatchObject({ code: 'SCRIPT_CRASHED' })
    expect(await code('x = 1')).toMatchObject({ code: 'SCRIPT_NO_RESULT' })
    expect(await code('result = "a string"')).toMatchObject({ code: 'SCRIPT_NOT_A_SHAPE' })
    expect(await code('while True: pass', { timeout: 1 })).toMatchObject({ code: 'JOB_TIMEOUT' })
    const prints = await post({
      code: 'for i in range(50_000): print("x" * 1000)\nfrom build123d import *\nresult = Box(1, 1, 1)',
    })
    expect(prints.success).toBe(true)
    expect(prints.log.length).toBeLessThan(12 * 1024 * 1024)
    expect(prints.log.slice(-400)).toMatch(/HEWN_LOG_MAX|log|left out/i)
    expect((await post({ code: PLATE })).success).toBe(true)
  })

  it('[SV24] a client that leaves ends its run, and nothing of it stays behind', async () => {
    const { url, run, health } = await realServer({ HEWN_RUN_GRACE: '100ms' })
    const stream = run('print("here", flush=True)\nwhile True: pass')
    await stream.until((events) => events.some((event) => event.event === 'log'))
    const job = String(stream.events[0]?.data.jobId)
    stream.leave()
    const state = async () => ((await (await fetch(`${url}/api/jobs/${job}`)).json()) as { job: object }).job
    await expect.poll(state, SOON).toMatchObject({ state: 'cancelled', by: 'gone' })
    await expect.poll(async () => (await health()).queue, SOON).toEqual({ waiting: 0, running: 0 })
  })

  it('two runs at once both complete', async () => {
    const { run } = await realServer()
    const streams = [run(PLATE), run(PLATE.replace('40', '50'))]
    await Promise.all(streams.map((stream) => stream.ended))
    expect(streams.map((stream) => stream.events.at(-1)?.data.success)).toEqual([true, true])
  })
})
