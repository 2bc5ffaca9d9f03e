import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'

const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
/** Control and direction characters, and those that some system reads as part of a place. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\\:]/u

/** CV49: a path is a name inside the workspace, never a place on a disk. The answer is the name in NFC. */
export function readPath(given: string): Result<string, ErrorBody> {
  const path = given.normalize('NFC')
  const wrong = problemOf(path)
  return wrong === undefined
    ? ok(path)
    : fail(hewnError('REQUEST_PATH', `The name ${JSON.stringify(given.slice(0, 100))} ${wrong}.`, { at: 'path' }))
}

/** Whether two names could not live in one folder everywhere: equal but for case, or one the other's folder. */
export function collides(path: string, others: readonly string[]): string | undefined {
  const folded = path.toLowerCase()
  return others.find((other) => {
    const theirs = other.toLowerCase()
    return (theirs === folded && other !== path) || theirs.startsWith(`${folded}/`) || folded.startsWith(`${theirs}/`)
  })
}

function problemOf(path: string): string | undefined {
  if (path === '') return 'is empty'
  if (Buffer.byteLength(path) > 240) return 'is longer than 240 bytes'
  if (FORBIDDEN.test(path)) return 'has a character that no file name may have'
  const parts = path.split('/')
  if (parts.length > 8) return 'has more than eight parts'
  for (const part of parts) {
    if (part === '') return 'has an empty part'
    if (part === '.' || part === '..') return `has the part ${JSON.stringify(part)}`
    if (Buffer.byteLength(part) > 100) return 'has a part longer than 100 bytes'
    if (/[. ]$/.test(part)) return 'has a part that ends in a dot or a space'
    if (DEVICES.test(part)) return `has the part ${JSON.stringify(part)}, a device on some systems`
    if (part === '__proto__') return 'has the part "__proto__"'
  }
  return undefined
}
