import { pythonForTests } from '@hewn/testing'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/commands/index.ts'
import { folder, hewn, PART } from './hewn.ts'

const env = { HEWN_PYTHON: pythonForTests() }

function withPart(script = PART): string {
  const cwd = folder()
  writeFileSync(join(cwd, 'part.py'), script)
  return cwd
}

describe('hewn run', () => {
  const { examples = [] } = COMMANDS.find(({ name }) => name === 'run') ?? {}
  it.each(examples)('[SV92] the example of its help works: %s', async (example) => {
    const cwd = withPart()
    const { code, stdout, stderr } = await hewn(example.split(' ').slice(1), { cwd, env })
    expect([code, stdout]).toEqual([0, 'part.step\n'])
    expect(readFileSync(join(cwd, 'part.step'), 'utf8')).toMatch(/^ISO-10303-21;/)
    expect(stderr).toContain('length 80.0')
    expect(stderr).toContain('size 80 × 60 × 10 mm')
    expect(stderr).toContain('volume 47214.602 mm³')
  })

  it('[SV91] a folder gets every format, a parameter is set, and --json says what was written', async () => {
    const cwd = withPart()
    const { code, stdout } = await hewn(['run', 'part.py', '-p', 'length=100', '-o', 'out', '--json', '--quiet'], {
      cwd,
      env,
    })
    expect(code).toBe(0)
    const said = JSON.parse(stdout)
    expect(said).toMatchObject({ success: true, stepPath: 'out/part.step', stlPath: 'out/part.stl' })
    expect(said.result.facts).toContainEqual({ kind: 'size', x: 100, y: 60, z: 10 })
    expect(existsSync(join(cwd, 'out/part.stl'))).toBe(true)
  })

  it('[SV91] script in by -, STL out by -, and nothing else on stdout', async () => {
    const { code, stdout } = await hewn(['run', '-', '-o', '-', '--format', 'step'], { env, input: PART })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ISO-10303-21;[\s\S]*END-ISO-10303-21;\s*$/)
  })

  it.each([
    ['result = 1/0', 1, 'SCRIPT_ERROR', /line 1/],
    ['result = (', 1, 'SCRIPT_SYNTAX', /line 1/],
    ['x = 1', 1, 'SCRIPT_NO_RESULT', /result/],
    ['import os; os._exit(1)', 1, 'SCRIPT_', /./],
    ['while True: pass', 6, 'JOB_TIMEOUT', /2 s/],
  ])('[SV92] %j ends with %i and %s', async (script, code, name, says) => {
    const ended = await hewn(['run', '-', '--timeout', '2', '-o', 'out'], { env, input: script })
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(name)
    expect(ended.stderr).toMatch(says)
  })

  it('[SV91] Ctrl-C cancels the job and waits for it: exit 130', async () => {
    const cwd = withPart('print("looping", flush=True)\nwhile True: pass\n')
    const { code, stderr } = await hewn(['run', 'part.py'], {
      cwd,
      env,
      onSaid: (said, kill) => {
        if (said.includes('looping') && !said.includes('JOB_CANCELLED')) kill('SIGINT')
      },
    })
    expect([code, stderr]).toEqual([130, expect.stringContaining('JOB_CANCELLED')])
  })
})

describe('hewn doctor with Python', () => {
  it('imports build123d, measures a cube, and says how strongly scripts are held', async () => {
    const { stdout } = await hewn(['doctor', '--json'], { env })
    const { checks } = JSON.parse(stdout) as { checks: { name: string; state: string; found: string }[] }
    const of = (name: string) => checks.find((check) => check.name === name)
    expect(of('Python')).toMatchObject({ state: 'ok', found: expect.stringContaining('chosen by HEWN_PYTHON') })
    expect(of('build123d')).toMatchObject({ state: 'ok', found: expect.stringContaining('measures 1000.000 mm³') })
    expect(of('isolation')?.found).toMatch(/^(strong|partial|none)/)
  })
})
