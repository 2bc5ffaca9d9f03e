import { cpSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folder, hewn } from './hewn.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const NAMES = [
  'Node',
  'npm packages',
  'web build',
  'home',
  'disk',
  'memory',
  'port',
  'Python',
  'build123d',
  'isolation',
]

interface Check {
  name: string
  state: string
  found: string
  remedy?: string
}

describe('hewn doctor', () => {
  it('prints one line per check, in order, each with a state and what was found', async () => {
    const { stdout } = await hewn(['doctor', '--json'])
    const { checks } = JSON.parse(stdout) as { checks: Check[] }
    expect(checks.map(({ name }) => name)).toEqual(NAMES)
    for (const { state, found, remedy } of checks) {
      expect(['ok', 'warning', 'failure']).toContain(state)
      expect(found.length).toBeGreaterThan(0)
      if (state !== 'ok') expect(remedy?.length).toBeGreaterThan(0)
    }
  })

  it('fails with exit 1 where Python is missing, and says what to do', async () => {
    const { code, stdout } = await hewn(['doctor'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ Python .*\n\s+→ .*npm start/m)
    expect(stdout).toMatch(/^✗ build123d .*\n\s+→ npm start/m)
  })

  it('says that HEWN_PYTHON leads nowhere', async () => {
    const { code, stdout } = await hewn(['doctor'], { env: { HEWN_PYTHON: '/nowhere/python3' } })
    expect([code, stdout]).toEqual([1, expect.stringContaining('HEWN_PYTHON=/nowhere/python3 does not run')])
  })

  it('names another program on the port', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen({ port: 0, host: '127.0.0.1' }, resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, stdout } = await hewn(['doctor'], { env: { HEWN_PORT: String(port) } })
    other.close()
    expect(code).toBe(1)
    expect(stdout).toContain(`✗ port                another program has port ${port}`)
    expect(stdout).toContain(`HEWN_PORT=${port + 1}`)
  })

  it('works before anything is installed: a clone without node_modules', async () => {
    const clone = folder()
    for (const path of ['apps/cli/bin', 'apps/cli/src', 'scripts/lib', 'package.json', 'package-lock.json']) {
      mkdirSync(join(clone, path, '..'), { recursive: true })
      cpSync(join(root, path), join(clone, path), { recursive: true })
    }
    const bin = join(clone, 'apps/cli/bin/hewn.mjs')
    const { code, stdout, stderr } = await hewn(['doctor'], { cwd: clone, bin })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^✗ npm packages {8}not installed\n\s+→ npm start/m)
    expect(stdout.match(/^[✓!✗] /gm)).toHaveLength(NAMES.length)

    const box = await hewn(['box', 'open top box 150x100x80'], { cwd: clone, bin })
    expect([box.code, box.stderr]).toEqual([4, expect.stringContaining('npm start')])
  })

  it('installs and writes nothing', async () => {
    const cwd = folder()
    await hewn(['doctor'], { cwd })
    await expect(import('node:fs').then(({ readdirSync }) => readdirSync(cwd))).resolves.toEqual([])
  })
})
