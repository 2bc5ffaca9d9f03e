import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from './setup-error.mjs'

const GIB = 1024 ** 3

/** The clone. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Everything that is written lies here. */
export const HOME = resolve(process.env.HEWN_HOME || join(ROOT, '.hewn'))

export const SETUP_LOG = join(HOME, 'log', 'setup.log')

/** Makes the home, for its owner alone. */
export function prepareHome() {
  try {
    mkdirSync(join(HOME, 'log'), { recursive: true, mode: 0o700 })
    if (statSync(HOME).uid === process.getuid?.()) chmodSync(HOME, 0o700)
    accessSync(HOME, constants.W_OK)
  } catch (error) {
    throw new SetupError('SETUP_PERMISSION', {
      found: `${HOME}: ${error.code ?? error.message}, for the user ${userInfo().username}`,
      needed: 'a folder that this user may write',
      next: `chown -R ${userInfo().username} ${HOME}   or   HEWN_HOME=<another folder> npm start`,
    })
  }
}

/** Stops before a download that could not be finished. */
export async function needDisk(folder, gib, what) {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= gib * GIB) return
  throw new SetupError('SETUP_DISK', {
    found: `${(free / GIB).toFixed(1)} GiB free in ${folder}`,
    needed: `${gib} GiB for ${what}`,
    next: 'free some space, or HEWN_HOME=<a folder on another disk> npm start',
  })
}
