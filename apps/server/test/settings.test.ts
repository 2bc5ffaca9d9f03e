import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsPage } from '../src/settings/docs.ts'
import { readSettings } from '../src/settings.ts'

const home = () => mkdtempSync(join(tmpdir(), 'hewn-settings-'))
const problemsOf = (env: Record<string, string>, argv: string[] = []) => {
  const read = readSettings({ env, argv, home: home() })
  if (read.ok) throw new Error('expected a refusal')
  return read.error.map((problem) => problem.message)
}

describe('settings', () => {
  it('[SV80] a flag goes before the environment, that before hewn.json, that before the default', () => {
    const folder = home()
    writeFileSync(join(folder, 'hewn.json'), JSON.stringify({ port: 1, jobs: 1, warm: 1 }))
    const read = readSettings({ argv: ['--port=3'], env: { HEWN_PORT: '2', HEWN_JOBS: '2' }, home: folder })
    expect(read).toMatchObject({ ok: true, value: { port: 3, jobs: 2, warm: 1, runTimeout: 60, home: folder } })
  })

  it('[SV80] times and sizes take units, and a bare number has the unit of the table', () => {
    const env = { HEWN_RUN_TIMEOUT: '2m', HEWN_RUN_GRACE: '500ms', HEWN_JOB_MEMORY: '3', HEWN_LINE_MAX: '4 KiB' }
    expect(readSettings({ env, home: home() })).toMatchObject({
      ok: true,
      value: { runTimeout: 120, runGrace: 0.5, jobMemory: 3 * 1024 ** 3, lineMax: 4096 },
    })
  })

  it('[SV80] names of hosts and origins mean the same in capitals', () => {
    const env = { HEWN_ALLOWED_HOSTS: 'Box.Example:80', HEWN_ALLOWED_ORIGINS: 'HTTPS://Box.Example, http://b' }
    expect(readSettings({ env, home: home() })).toMatchObject({
      ok: true,
      value: { allowedHosts: ['box.example:80'], allowedOrigins: ['https://box.example', 'http://b'] },
    })
  })

  it('[SV80] an unknown name stops the start, saying where it was set and the nearest right one', () => {
    expect(problemsOf({ HEWN_PROT: '80' })).toEqual([
      'HEWN_PROT (set in the environment) is not a setting of this version; the nearest is HEWN_PORT.',
    ])
    expect(problemsOf({}, ['--prt', '80'])[0]).toBe('--prt is not a flag of the server; the nearest is --port.')
    const folder = home()
    writeFileSync(join(folder, 'hewn.json'), '{ "runTimeOut": 3 }')
    expect(readSettings({ env: {}, home: folder })).toMatchObject({
      ok: false,
      error: [{ message: expect.stringMatching(/runTimeOut \(set in .*hewn\.json\).*nearest is runTimeout\.$/) }],
    })
  })

  it('[SV80] bad values are all told at once, each with what was hoped for and what came', () => {
    expect(problemsOf({ HEWN_PORT: 'web', HEWN_JOB_MEMORY: '2 stone', HEWN_ISOLATION_MIN: 'iron' })).toEqual([
      'HEWN_PORT (set in the environment): expected a whole number from 0 to 65535, got "web".',
      expect.stringContaining('HEWN_JOB_MEMORY (set in the environment): expected a size such as 512MiB or 2GiB'),
      'HEWN_ISOLATION_MIN (set in the environment): expected one of none, partial, strong, got "iron".',
    ])
  })

  it('[SV80] a broken hewn.json and one that was named and is not there stop the start', () => {
    const folder = home()
    writeFileSync(join(folder, 'hewn.json'), '{ port: ')
    expect(readSettings({ env: {}, home: folder })).toMatchObject({
      ok: false,
      error: [{ message: expect.stringContaining('is not JSON') }],
    })
    expect(problemsOf({}, ['--config', '/nowhere/hewn.json'])[0]).toBe('/nowhere/hewn.json: there is no such file.')
  })

  it('[SV80] names that other programs of the house read do not stop the server', () => {
    expect(readSettings({ env: { HEWN_WHEELS: '/wheels', HEWN_REQUIRE: 'all' }, home: home() }).ok).toBe(true)
  })

  it('binding beyond this machine is refused while there is no sign-in, and a way round is named', () => {
    expect(problemsOf({ HEWN_HOST: '0.0.0.0' })[0]).toMatch(/needs a sign-in.*ssh -L 4870/)
  })

  it('[SV81] docs/settings.md is what the table makes', () => {
    const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8')
    expect(page, 'run: node apps/server/src/settings/write-docs.ts').toBe(settingsPage())
  })

  it('[SV80] nothing in apps/server but the settings module reads the environment', () => {
    const sources = new URL('../src/', import.meta.url)
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    const readers = files.filter((name) => readFileSync(new URL(name, sources), 'utf8').includes('process.env'))
    expect(readers).toEqual(['settings.ts'])
  })
})
