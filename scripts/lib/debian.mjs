import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { runTool } from './run-tool.mjs'

/** True where Debian packages may be fetched: as root or with a sudo that asks nothing, unless HEWN_APT=off. */
export function mayInstall() {
  return process.env.HEWN_APT !== 'off' && existsSync('/usr/bin/apt-get') && asRoot() !== undefined
}

/** Prints the command, then runs it. */
export async function aptInstall(packages, print) {
  const prefix = asRoot()
  const apt = [...prefix, 'apt-get', '-o', 'Acquire::Retries=3']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = [...apt, 'install', '-y', '--no-install-recommends', ...packages]
  for (const [command, ...args] of [[...apt, 'update'], install]) {
    print([command, ...args].join(' '))
    const { code, lines } = await runTool(command, args, { env })
    if (code !== 0 && args.includes('install')) return { ok: false, lines }
  }
  return { ok: true, lines: [] }
}

function asRoot() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined
}
