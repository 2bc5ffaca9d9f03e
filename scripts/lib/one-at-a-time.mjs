import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Two starts at once do not install into the same folder: the second waits for the first, and then mostly finds
 * everything up to date. A holder that has died does not count.
 */
export async function oneAtATime(file, run, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true })
  let holder = take(file)
  while (holder !== undefined) {
    onWait(holder)
    await new Promise((wake) => setTimeout(wake, 300))
    holder = take(file)
  }
  try {
    return await run()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Undefined when it is ours now, else the process that has it. */
function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return undefined
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    const holder = Number(readOr(file, '0'))
    if (holder > 0 && alive(holder)) return holder
    rmSync(file, { force: true })
    return holder
  }
}

export function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
