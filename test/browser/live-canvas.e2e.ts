import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { connectCanvas, digestsOf, socketIoSocket } from '@hewn/canvas'
import { systemWorld as world } from '@hewn/model/world'
import type { Browser } from 'playwright-core'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearHome, type House, openBrowser, openHouse } from './house.ts'
import { pythonWithSocketIo } from './python-with-socketio.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const EXAMPLE = join(ROOT, 'examples/live-canvas')

let browser: Browser
let house: House
const started: ChildProcess[] = []
beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openHouse({ python: false })])
}, 120_000)
afterAll(async () => {
  for (const child of started) child.kill()
  await browser?.close()
  await house?.stop()
  clearHome(house)
})

describe('the example', () => {
  it('[CV34] our client, a browser with the stock one, and a Python program end with equal digests', async () => {
    const server = run(process.execPath, [join(EXAMPLE, 'server.ts'), '0', '30'])
    const url = await firstLine(server)
    const socket = socketIoSocket(io(url, { autoConnect: false, forceNew: true }))
    const ours = connectCanvas({ sessionId: 'session:tea-box', socket, world })
    const page = await browser.newPage()
    await page.goto(url)
    // One commit for the title, one for seven nodes and edges, then three events a step.
    const last = 1 + 4 + 3 + 30 * 3
    const python = run(pythonWithSocketIo(), [
      join(EXAMPLE, 'follow.py'),
      url,
      'session:tea-box',
      '--until',
      String(last),
    ])
    const said = await allOf(python)
    const theirs = JSON.parse(said.trim().split('\n').at(-1) ?? 'null') as { seq: number; digests: object }
    await expect.poll(() => ours.position?.seq).toBe(last)
    await expect.poll(() => page.locator('body').getAttribute('data-at')).toBe(String(last))
    const shown: unknown = await page.evaluate('digests()')
    const expected = { seq: last, digests: digestsOf(ours.canvas) }
    expect(shown).toEqual(expected)
    expect(theirs).toEqual(expected)
    ours.close()
    await page.close()
  })

  it('[CV28] the Python program follows a session of the server that npm start starts', async () => {
    const headers = { 'content-type': 'application/json' }
    const made = await fetch(`${house.url}/api/sessions`, { method: 'POST', headers, body: '{}' })
    const { session } = (await made.json()) as { session: { id: string } }
    const put = (width: number) =>
      fetch(`${house.url}/api/sessions/${session.id}/files/box.json`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ type: 'basicBox', width, height: 60, depth: 60 }),
      })
    await put(90)
    const state = async () =>
      (await (await fetch(`${house.url}/api/sessions/${session.id}/state`)).json()) as { seq: number }
    await expect.poll(async () => (await state()).seq).toBeGreaterThan(5)
    const until = (await state()).seq + 5
    const python = run(pythonWithSocketIo(), [
      join(EXAMPLE, 'follow.py'),
      house.url,
      session.id,
      '--until',
      String(until),
    ])
    const said = allOf(python)
    for (let width = 91; width < 100; width += 1) await put(width)
    const found = JSON.parse((await said).trim().split('\n').at(-1) ?? 'null') as { seq: number; digests: object }
    expect(found.seq).toBeGreaterThanOrEqual(until)
    expect(Object.keys(found.digests)).toEqual(expect.arrayContaining(['state', 'files', 'layers', 'nodes']))
  })
})

function run(command: string, args: string[]): ChildProcess {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONUNBUFFERED: '1' },
  })
  started.push(child)
  return child
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [text] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer]
  return text.toString().trim()
}

async function allOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stdout?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const [code] = (await once(child, 'exit')) as [number]
  expect(code, said).toBe(0)
  return said
}
