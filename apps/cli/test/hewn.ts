import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const BIN = fileURLToPath(new URL('../bin/hewn.mjs', import.meta.url))

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface HewnOptions {
  cwd?: string
  env?: Record<string, string>
  input?: string | Uint8Array
  /** Called with what was said so far, whenever more is said on stderr. */
  onSaid?: (stderr: string, kill: (signal: NodeJS.Signals) => void) => void
  /** The same for stdout. */
  onOut?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void | Promise<void>
  bin?: string
}

/** The real program, in a process of its own, with a home of its own and nothing of ours in its environment. */
export function hewn(args: readonly string[], options: HewnOptions = {}): Promise<Ended> {
  const { cwd = folder(), env = {}, input, onSaid, onOut, bin = BIN } = options
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HEWN_HOME: join(cwd, '.hewn'), ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    void onOut?.(stdout, (signal) => child.kill(signal))
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    onSaid?.(stderr, (signal) => child.kill(signal))
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** An empty folder that nobody else uses. */
export const folder = (): string => mkdtempSync(join(tmpdir(), 'hewn-cli-'))

export const PART = `from build123d import *

length = 80.0  # Length [20 .. 400] mm
print("length", length)
plate = Box(length, 60, 10) - Cylinder(5, 10)
plate.label = "plate"
result = plate
`
