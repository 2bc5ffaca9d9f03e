import { type BuildResult, bareId, type Claim } from '@hewn/model'
import { pythonForTests } from '@hewn/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../src/serve.ts'
import { readSettings } from '../src/settings.ts'
import { json, temporaryHome } from './house.ts'

const LONG = { timeout: 100_000, interval: 100 }
const SCRIPT = `from build123d import *
tray = Box(60, 40, 30) - Pos(0, 0, 2.5) * Box(55, 35, 30)
show_object(tray, name="tray", options={"color": "steelblue"})
show_object(Pos(0, 0, 40) * Box(60, 40, 4), name="lid")
`

async function started(home: string) {
  const read = readSettings({
    env: { HEWN_PORT: '0', HEWN_LOG: 'error', HEWN_WARM: '2', HEWN_PYTHON: pythonForTests() },
    home,
  })
  if (!read.ok) throw new Error(read.error[0]?.message)
  const serving = await serve(read.value)
  onTestFinished(() => serving.close())
  await expect.poll(async () => (await serving.health()).kernel.state, LONG).toBe('ready')
  return serving
}

describe('what a build leaves to measure', () => {
  it('[KN46] is measured for a claim that waits; after a restart the build is still there to take away', {
    timeout: 180_000,
  }, async () => {
    const home = temporaryHome()
    const first = await started(home)
    const made = await fetch(`${first.url}/api/sessions`, { method: 'POST', headers: json, body: '{}' })
    const { session } = (await made.json()) as { session: { id: `session:${string}` } }
    const path = `/api/sessions/${bareId(session.id)}`
    const run = await fetch(`${first.url}/api/run`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ code: SCRIPT, session: session.id, formats: [] }),
    })
    const ran = (await run.json()) as { success: boolean; jobId: string; result: BuildResult }
    expect(ran).toMatchObject({ success: true })
    expect(ran.result.left).toEqual(['wall'])

    const put = async (id: string, claim: object) => {
      const reply = await fetch(`${first.url}${path}/claims/${id}`, {
        method: 'PUT',
        headers: json,
        body: JSON.stringify(claim),
      })
      return ((await reply.json()) as { items: Claim[] }).items.find((one) => one.id === id)?.result
    }
    const claim = async (url: string, id: string) => {
      const reply = (await (await fetch(`${url}${path}/claims`)).json()) as { items: Claim[] }
      return reply.items.find((one) => one.id === id)?.result
    }
    const least = { text: 'walls at least 2 mm', expect: { fact: 'wall', min: 2 } }
    expect(await put('walls', least)).toEqual({ state: 'waiting' })
    await expect.poll(() => claim(first.url, 'walls'), LONG).toEqual({ state: 'pass', measured: 2.5 })
    expect(await put('thick', { text: 'walls at least 3 mm', expect: { fact: 'wall', min: 3 } })).toEqual({
      state: 'fail',
      measured: 2.5,
    })
    // A mass needs nothing but the volume and the material that the words name.
    const volume = 60 * 40 * 30 - 55 * 35 * 27.5 + 60 * 40 * 4
    expect(await put('mass', { text: 'at most 80 g in aluminium', expect: { fact: 'mass', max: 80 } })).toEqual({
      state: 'pass',
      measured: expect.closeTo((volume / 1000) * 2.7, 6),
    })
    const job = (await (await fetch(`${first.url}/api/jobs/${bareId(ran.jobId as `job:${string}`)}`)).json()) as {
      job: { result: BuildResult }
    }
    expect(job.job.result.facts).toContainEqual({ kind: 'wall', min: 2.5 })
    await first.close()

    const second = await started(home)
    expect(await claim(second.url, 'walls')).toEqual({ state: 'pass', measured: 2.5 })
    for (const format of ['step', 'stl', 'brep', 'svg', '3mf', 'glb', 'png']) {
      const reply = await fetch(`${second.url}${path}/exports/${format}`)
      expect([format, reply.status]).toEqual([format, 200])
      const bytes = Buffer.from(await reply.arrayBuffer())
      expect(bytes.length).toBeGreaterThan(500)
      if (format === 'step') expect(bytes.toString()).toMatch(/PRODUCT\('tray'[\s\S]*PRODUCT\('lid'/)
    }
  })
})
