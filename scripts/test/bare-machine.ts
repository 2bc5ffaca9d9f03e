import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const DRIVE = new URL('drive.mjs', import.meta.url).pathname

export interface BareMachine {
  home: string
  /** Puts a program on its PATH; it has no other. */
  program(name: string, script: string): void
  /** Runs one step of setting up there. */
  setUp(args: string[], env?: Record<string, string>): { status: number | null; said: string }
  clear(): void
}

/** A folder, a PATH with nothing on it, and no settings. */
export function bareMachine(): BareMachine {
  const folder = mkdtempSync(join(tmpdir(), 'hewn-bare-'))
  const home = join(folder, 'home')
  return {
    home,
    program(name, script) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(folder, name), 0o755)
    },
    setUp(args, env = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [DRIVE, ...args], {
        env: { PATH: folder, HEWN_HOME: home, ...env },
        encoding: 'utf8',
      })
      return { status, said: stdout + stderr }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A stand-in for an interpreter that answers what the scripts ask it. */
export const pythonThatSays = (about: { version: string; kind?: string; bits?: number; venv?: boolean }) =>
  `echo '${JSON.stringify({ path: '/opt/python', kind: 'CPython', bits: 64, free: false, venv: true, ...about })}'`
