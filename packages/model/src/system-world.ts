import { uuidToBase62 } from './ids.ts'
import type { World } from './world.ts'

/** The one real World. It has a door of its own (`@hewn/model/world`), so the vocabulary itself needs no clock. */
export const systemWorld: World = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  newId: () => uuidToBase62(randomUuid()),
  random: () => Math.random(),
}

// `crypto.randomUUID` is missing on plain HTTP in a LAN; `getRandomValues` is there everywhere.
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
