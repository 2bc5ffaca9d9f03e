import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const serverFile = z.object({ url: z.string(), pid: z.number() })

/** `$HEWN_HOME/server.json`: where this home is served, for the command line and for a second start. */
export function writeServerFile(home: string, url: string): () => void {
  const path = join(home, 'server.json')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  writeFileSync(path, `${JSON.stringify({ url, pid: process.pid })}\n`, { mode: 0o600 })
  return () => {
    if (readServerFile(home)?.pid === process.pid) rmSync(path, { force: true })
  }
}

/** The address at which this home is served by somebody who answers; nothing when nobody does. */
export async function runningServer(home: string): Promise<string | undefined> {
  const found = readServerFile(home)
  // After a kill the file is still there, and by now somebody else may have that port.
  if (!found || found.pid === process.pid || !isAlive(found.pid)) return undefined
  try {
    const reply = await fetch(`${found.url}/api/health`, { signal: AbortSignal.timeout(2000) })
    const body: unknown = await reply.json()
    return typeof body === 'object' && body !== null && 'kernel' in body ? found.url : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It lives, and is not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readServerFile(home: string) {
  try {
    return serverFile.parse(JSON.parse(readFileSync(join(home, 'server.json'), 'utf8')))
  } catch {
    return undefined
  }
}
