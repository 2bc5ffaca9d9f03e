import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill()
})

function run(file: string, ...args: string[]) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const said: string[] = []
  child.stdout.on('data', (text: Buffer) => said.push(text.toString()))
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()))
  return { child, said: () => said.join('') }
}

it('[CV34] the example follows, loses its line, comes back, compares equal and exits 0', async () => {
  const server = run('server.ts', '0')
  await once(server.child.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  const client = run('client.ts', server.said().trim())
  const [code] = await once(client.child, 'exit')
  expect(client.said()).toContain('compared with the server: same; missed: 0')
  expect(code).toBe(0)
})
