import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pythonForTests } from '@hewn/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BareMachine, bareMachine } from './bare-machine.ts'

let machine: BareMachine
beforeEach(() => {
  machine = bareMachine()
  machine.program('python3', `exec ${pythonForTests()} "$@"`)
})
afterEach(() => machine.clear())

describe('set-up with a real Python', () => {
  it('SETUP_PIP: no way to the packages', () => {
    const { status, said } = machine.setUp(['python'], {
      PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
      PIP_RETRIES: '0',
      PIP_CONFIG_FILE: '/dev/null',
    })
    expect(status).toBe(4)
    expect(said).toContain('SETUP_PIP')
    expect(said).toContain('HEWN_WHEELS=<folder of wheels>')
  })

  it('[SV4] SETUP_HASH: a file that differs from the lock is not installed, and both hashes are named', () => {
    const wheels = join(machine.home, '..', 'wheels')
    mkdirSync(wheels)
    writeFileSync(join(wheels, 'anytree-2.13.0-py3-none-any.whl'), 'not what the lock was made with')
    const { said } = machine.setUp(['python'], { HEWN_WHEELS: wheels })
    expect(said).toContain('SETUP_HASH')
    expect(said).toMatch(/Got +[0-9a-f]{64}/)
    expect(said).toMatch(/Expected sha256 [0-9a-f]{64}/)
    expect(JSON.parse(readFileSync(join(machine.home, 'python', 'state.json'), 'utf8'))).toMatchObject({
      state: 'missing',
      code: 'SETUP_HASH',
    })
  })

  it('[SV5] HEWN_PYTHON is asked, measured and used as it is', () => {
    const { status, said } = machine.setUp(['python'], { HEWN_PYTHON: pythonForTests() })
    expect(status).toBe(0)
    expect(said).toMatch(/HEWN_PYTHON as it is: Python 3\.\d+\.\d+, build123d \d/)
  })
})
