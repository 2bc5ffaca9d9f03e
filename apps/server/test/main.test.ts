import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BOX, json, SOON, temporaryHome } from './house.ts'

/** The program itself, as `npm start` starts it. */
function start(env: Record<string, string>, home = temporaryHome()) {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH: process.env['PATH'], HEWN_HOME: home, HEWN_LOG: 'error', ...env },
  })
  onTestFinished(() => void program.kill('SIGKILL'))
  let out = ''
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (bytes) => {
      out += bytes
    })
  const exit = once(program, 'exit').then(([code]) => code as number)
  return { home, exit, kill: (signal: NodeJS.Signals) => program.kill(signal), said: () => out }
}

async function addressOf({ said }: ReturnType<typeof start>): Promise<string> {
  await expect.poll(said, SOON).toMatch(/Hewn {2}http:\/\/127\.0\.0\.1:\d+\n/)
  return /http:\S+/.exec(said())?.[0] ?? ''
}

describe('the program', () => {
  it('prints its address and strengths, is found by a second start, and ends on SIGTERM', async () => {
    const first = start({ HEWN_PORT: '0' })
    await expect.poll(first.said, SOON).toMatch(/Hewn {2}http:\/\/127\.0\.0\.1:\d+\n/)
    await expect
      .poll(first.said, SOON)
      .toMatch(/kernel +missing.*Run: npm start\n +isolation .*\n +agent +planner\n +storage +sqlite/)
    const url = /http:\S+/.exec(first.said())?.[0]
    const second = start({ HEWN_PORT: '0' }, first.home)
    expect([await second.exit, second.said()]).toEqual([0, `Hewn is here already: ${url}\n`])
    first.kill('SIGTERM')
    expect(await first.exit).toBe(0)
  })

  it('reads a request of its own once it listens, so that nobody waits for its first', async () => {
    const program = start({ HEWN_PORT: '0', HEWN_LOG: 'info' })
    await expect.poll(program.said, SOON).toMatch(/listening[^]*planner warm/)
  })

  it('[SV40] killed at once, it has lost nothing that was acknowledged', async () => {
    const first = start({ HEWN_PORT: '0' })
    const url = await addressOf(first)
    const made = await fetch(`${url}/api/sessions`, { method: 'POST', headers: json, body: '{}' })
    const { session } = (await made.json()) as { session: { id: string } }
    const path = `/api/sessions/${session.id}`
    const put = await fetch(`${url}${path}/files/box.json`, { method: 'PUT', body: JSON.stringify(BOX) })
    const { version } = (await put.json()) as { version: { id: string } }
    const seq = put.headers.get('hewn-seq')
    first.kill('SIGKILL')
    await first.exit
    const second = start({ HEWN_PORT: '0' }, first.home)
    const again = await addressOf(second)
    const state = (await (await fetch(`${again}${path}/state`)).json()) as { seq: number; state: { head: string } }
    expect([String(state.seq), state.state.head]).toEqual([seq, version.id])
    expect(await (await fetch(`${again}${path}/files/box.json`)).json()).toEqual(BOX)
  })

  it('a promise that nobody waited for is logged with an id, and it serves on', async () => {
    const reject = "process.on('SIGUSR2', () => void Promise.reject(new Error('nobody waited')))"
    const program = start({ HEWN_PORT: '0', NODE_OPTIONS: `--import=data:text/javascript,${encodeURI(reject)}` })
    const url = await addressOf(program)
    program.kill('SIGUSR2')
    await expect.poll(program.said, SOON).toMatch(/"id":"[0-9A-Za-z]{22}".*nobody waited/)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  })

  it('[SV1] a port in use is SETUP_PORT with the next command, exit 4', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const program = start({ HEWN_PORT: String(port) })
    expect(await program.exit).toBe(4)
    expect(program.said()).toBe(
      `SETUP_PORT  Another program has port ${port}.\n  Try: HEWN_PORT=${port + 1} npm start\n`,
    )
  })

  it('[SV80] a bad setting stops the start', async () => {
    const program = start({ HEWN_PROT: '1', HEWN_HOST: '0.0.0.0' })
    expect(await program.exit).toBe(64)
    expect(program.said()).toContain('the nearest is HEWN_PORT')
  })
})
