import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Remembers a tool that would outlive us if we were killed outright. */
export const remember = (file, pid) => pid && writeFileSync(file, String(pid))

/** Ends what a killed start left running, if it is still that: its command line names the folder it writes to. */
export function endOrphan(file, folder) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (commandOf(pid).includes(folder)) process.kill(pid, 'SIGKILL')
  } catch {
    // none remembered, or it has ended
  }
  rmSync(file, { force: true })
}

// A bare Linux need not have ps.
const commandOf = (pid) =>
  process.platform === 'linux'
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
