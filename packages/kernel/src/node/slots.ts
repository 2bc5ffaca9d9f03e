import { chmod, lstat, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = /^hewn-room-(\d+)-/

export interface Slots {
  make(): Promise<string>
  wipe(slot: string): Promise<void>
  close(): Promise<void>
}

/** Folders of mode 0700, one for each worker; all of them lie in one folder that says which process made it. */
export function slots(within: string = tmpdir()): Slots {
  let home: Promise<string> | undefined
  let count = 0
  return {
    async make() {
      home ??= homeIn(within)
      // What failed is tried again with the next slot.
      const made = await home.catch((error: unknown) => {
        home = undefined
        throw error
      })
      const slot = join(made, String(++count))
      await mkdir(slot, { mode: 0o700 })
      return slot
    },
    wipe,
    async close() {
      if (home) await wipe(await home)
    },
  }
}

async function homeIn(within: string): Promise<string> {
  await mkdir(within, { recursive: true, mode: 0o700 })
  await sweep(within)
  return mkdtemp(join(within, `hewn-room-${process.pid}-`))
}

/** Removes a folder and all below it, also what a script made unreadable; no link is followed. */
async function wipe(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true })
  } catch {
    await open(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 })
  }
}

async function open(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found?.isDirectory()) return
  await chmod(folder, 0o700).catch(() => undefined)
  for (const name of await readdir(folder).catch(() => [])) await open(join(folder, name))
}

/** What a process that was killed left behind goes when the next one starts. */
async function sweep(within: string): Promise<void> {
  for (const name of await readdir(within).catch(() => [])) {
    const pid = Number(NAME.exec(name)?.[1])
    const folder = join(within, name)
    if (pid && (pid === process.pid ? await isOlder(folder) : !isAlive(pid))) await wipe(folder).catch(() => undefined)
  }
}

/** In a container every server has the same number; what was there before this one started is not its own. */
async function isOlder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined)
  return found !== undefined && found.mtimeMs < Date.now() - process.uptime() * 1000
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
