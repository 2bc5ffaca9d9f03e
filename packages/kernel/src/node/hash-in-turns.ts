import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Some milliseconds each. */
const SLICE = 4 * 1024 ** 2

/** The SHA-256 of bytes, however many, without holding up whoever else is served meanwhile (KN3). */
export async function hashInTurns(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += SLICE) {
    if (at > 0) await nextTurn()
    hash.update(bytes.subarray(at, at + SLICE))
  }
  return hash.digest('hex')
}
