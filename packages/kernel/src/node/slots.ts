import { chmod, lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
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
      home ??= sweep(within).then(() => mkdtemp(join(within, `hewn-room-${process.pid}-`)))
      const slot = join(await home, String(++count))
      await mkdir(slot, { mode: 0o700 })
      return slot
    },
    wipe,
    async close() {
      if (home) await wipe(await home)
    },
  }
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
    if (pid && pid !== process.pid && !isAlive(pid)) await wipe(join(within, name)).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
