import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '@hewn/protocol'
import { pythonForTests } from '@hewn/testing'

const ROOT = new URL('../..', import.meta.url).pathname
const REQUIREMENTS = join(ROOT, 'examples/live-canvas/requirements.txt')

/** A Python with what the example's requirements name; installed once, as its README says. */
export function pythonWithSocketIo(): string {
  const stamp = sha256Hex(readFileSync(REQUIREMENTS)).slice(0, 12)
  const folder = join(ROOT, 'node_modules/.cache', `hewn-live-canvas-${stamp}`)
  const python = join(folder, 'bin/python')
  if (existsSync(join(folder, 'ready'))) return python
  const steps: [string, string[]][] = [
    [pythonForTests() ?? 'python3', ['-m', 'venv', '--clear', folder]],
    [python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '-r', REQUIREMENTS]],
    [python, ['-c', `import socketio, aiohttp; open(${JSON.stringify(join(folder, 'ready'))}, 'w')`]],
  ]
  for (const [command, args] of steps) {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  }
  return python
}
