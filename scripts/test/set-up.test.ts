import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BareMachine, bareMachine, pythonThatSays } from './bare-machine.ts'

let machine: BareMachine
beforeEach(() => {
  machine = bareMachine()
})
afterEach(() => machine.clear())

const stateOf = ({ home }: BareMachine) => JSON.parse(readFileSync(join(home, 'python', 'state.json'), 'utf8'))

describe('set-up on a bare machine', () => {
  it('[SV5] SETUP_PYTHON_MISSING: no Python at all, and the server can say so', () => {
    const { status, said } = machine.setUp(['python'])
    expect(status).toBe(4)
    expect(said).toContain('SETUP_PYTHON_MISSING')
    expect(said).toContain('apt-get install -y python3 python3-venv')
    expect(stateOf(machine)).toMatchObject({ state: 'missing', code: 'SETUP_PYTHON_MISSING' })
    expect(stateOf(machine).remedy).toContain('npm start')
  })

  it('[SV5] SETUP_PYTHON_VERSION: only others are there, each named with its version', () => {
    machine.program('python3', pythonThatSays({ version: '3.10.4' }))
    machine.program('python3.14', 'exit 127')
    const { status, said } = machine.setUp(['python'])
    expect(status).toBe(4)
    expect(said).toContain('SETUP_PYTHON_VERSION')
    expect(said).toContain('/opt/python 3.10.4')
    expect(said).toContain('Python 3.11 to 3.14')
  })

  it('[SV5] a name on the PATH that leads nowhere is passed over, and the newest that works is taken', () => {
    machine.program('python3.14', 'echo "not installed" >&2; exit 127')
    machine.program('python3.13', `${pythonThatSays({ version: '3.13.1' })} # and makes no environment`)
    machine.program('python3.11', pythonThatSays({ version: '3.11.2' }))
    expect(machine.setUp(['python']).said).toContain('3.13.1 could not make')
  })

  it('[SV5] SETUP_VENV: Debian without python3-venv gets the exact line', () => {
    machine.program('python3', pythonThatSays({ version: '3.11.2', venv: false }))
    const { said } = machine.setUp(['python'])
    expect(said).toContain('SETUP_VENV')
    expect(said).toContain('apt-get install -y python3.11-venv')
  })

  it('[SV5] SETUP_WHEEL: a Python of 32 bits has no packages', () => {
    machine.program('python3', pythonThatSays({ version: '3.12.0', bits: 32 }))
    expect(machine.setUp(['python']).said).toContain('SETUP_WHEEL')
  })

  it('[SV5] HEWN_PYTHON that does not run is told, and nothing is installed instead', () => {
    const { status, said } = machine.setUp(['python'], { HEWN_PYTHON: '/nowhere/python' })
    expect(status).toBe(4)
    expect(said).toContain('HEWN_PYTHON=/nowhere/python')
    expect(existsSync(join(machine.home, 'python'))).toBe(false)
  })

  it('[SV7] SETUP_NODE: an old Node where there is no private one to be had', () => {
    const { status, said } = machine.setUp(['node', '20.1.0', 'mips'])
    expect(status).toBe(4)
    expect(said).toContain('SETUP_NODE')
    expect(said).toContain('found   Node 20.1.0')
    expect(said).toContain('install Node 24')
  })

  it('[SV7] SETUP_NODE: npm cannot fetch one, and its last lines are shown', () => {
    machine.program('npm', 'echo "npm error network connect ECONNREFUSED" >&2; exit 1')
    const { said } = machine.setUp(['node', '20.1.0', 'x64'])
    expect(said).toContain('SETUP_NODE')
    expect(said).toContain('│ npm error network connect ECONNREFUSED')
  })

  it('[SV7] Node from 24 on is used as it is', () => {
    expect(machine.setUp(['node', '26.1.0']).said).toBe('[1/1] step               26.1.0\n')
  })

  it('[SV6] the home is for its owner alone', () => {
    expect(machine.setUp(['home']).status).toBe(0)
    expect(statSync(machine.home).mode & 0o777).toBe(0o700)
  })

  it('SETUP_PERMISSION: a home that is no folder', () => {
    writeFileSync(machine.home, '')
    const { status, said } = machine.setUp(['home'])
    expect(status).toBe(4)
    expect(said).toContain('SETUP_PERMISSION')
    expect(said).toContain(machine.home)
  })

  it('[SV2] an environment without its stamp was cut off half-way, and is made again', () => {
    machine.program('python3', 'echo "[]"; exit 1')
    const folder = join(machine.home, 'python', '0123456789abcdef', 'bin')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'python'), '')
    expect(machine.setUp(['python']).said).toContain('SETUP_PYTHON_MISSING')
    expect(stateOf(machine).state).toBe('missing')
  })

  it('[SV2] an older environment goes on serving when a new one cannot be made', () => {
    const folder = join(machine.home, 'python', '0123456789abcdef')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    writeFileSync(join(folder, 'bin', 'python'), '')
    writeFileSync(join(folder, 'hewn-stamp.json'), '{"version":"3.11.2"}')
    expect(machine.setUp(['python']).said).toContain('SETUP_PYTHON_MISSING')
    expect(stateOf(machine)).toMatchObject({
      state: 'ready',
      python: join(folder, 'bin', 'python'),
      code: 'SETUP_PYTHON_MISSING',
    })
  })
})
