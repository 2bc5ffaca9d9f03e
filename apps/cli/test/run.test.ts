import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, hewn, PART } from './hewn.ts'

describe('hewn run without Python', () => {
  it('[SV92] is KERNEL_MISSING, exit 4, with the remedy', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'part.py'), PART)
    const { code, stdout, stderr } = await hewn(['run', 'part.py', '-o', 'part.step'], { cwd })
    expect([code, stdout]).toEqual([4, ''])
    expect(stderr).toMatch(/KERNEL_MISSING .*\n.*npm start.*hewn doctor/)
  })

  it('[SV92] says how far the installation is, and why it failed', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'part.py'), PART)
    mkdirSync(join(cwd, '.hewn', 'python'), { recursive: true })
    const state = (value: object) => writeFileSync(join(cwd, '.hewn', 'python', 'state.json'), JSON.stringify(value))
    state({ state: 'installing', share: 0.38, at: 0 })
    const installing = await hewn(['run', 'part.py', '--json'], { cwd })
    expect(JSON.parse(installing.stdout)).toMatchObject({ success: false, error: { code: 'KERNEL_STARTING' } })
    state({ state: 'missing', why: 'No Python was found.', remedy: 'apt-get install -y python3', at: 0 })
    const missing = await hewn(['run', 'part.py'], { cwd })
    expect([missing.code, missing.stderr]).toEqual([4, expect.stringContaining('apt-get install -y python3')])
  })

  it('an empty script is refused before any Python', async () => {
    const { code, stderr } = await hewn(['run', '-'], { input: '  \n' })
    expect([code, stderr]).toEqual([64, expect.stringContaining('REQUEST_INVALID')])
  })

  it('a script that is no text is wrong use', async () => {
    const { code, stderr } = await hewn(['run', '-'], { input: new Uint8Array([0xff, 0xfe, 0x00]) })
    expect([code, stderr]).toEqual([64, expect.stringContaining('UTF-8')])
  })
})

describe('hewn serve', () => {
  it('prints the address on stdout, answers there, and ends at Ctrl-C with exit 0', async () => {
    const cwd = folder()
    let url = ''
    const ended = hewn(['serve', '--port', '0'], {
      cwd,
      env: { HEWN_LOG: 'silent' },
      onOut: async (stdout, kill) => {
        if (url !== '' || !stdout.includes('\n')) return
        url = stdout.trim()
        const health = await fetch(`${url}/api/health`)
        expect(health.status).toBe(200)
        kill('SIGINT')
      },
    })
    expect(await ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\n$/) })
  })
})
