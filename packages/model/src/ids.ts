/** Ids carry their kind, for the compiler and for whoever reads the log. */
export type SessionId = `session:${string}`
export type JobId = `job:${string}`
export type VersionId = `version:${string}`
export type TurnId = `turn:${string}`
export type LayerId = `layer:${string}`
export type IdKind = 'session' | 'job' | 'version' | 'turn' | 'layer'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const BARE = /^[0-9A-Za-z]{22}$/

/** A UUID in 22 characters of base62, the form every id has in names and addresses. */
export function uuidToBase62(uuid: string): string {
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`)
  // Joined at the end: a text that is put together bit by bit is kept in bits, at ten times its size.
  const digits: string[] = []
  for (let place = 0; place < 22; place++) {
    digits.push(DIGITS[Number(rest % 62n)] ?? '')
    rest /= 62n
  }
  return digits.toReversed().join('')
}

/** The same id in the spelling that other systems know. */
export function base62ToUuid(bare: string): string {
  let value = 0n
  for (const digit of bare) value = value * 62n + BigInt(DIGITS.indexOf(digit))
  const hex = value.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * Reads an id as people and programs spell it: `job:X`, `X` or the UUID.
 * @example parseId('job', 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6') // → 'job:7ZSTmOC0…'
 */
export function parseId<K extends IdKind>(kind: K, text: string): `${K}:${string}` | undefined {
  const bare = text.startsWith(`${kind}:`) ? text.slice(kind.length + 1) : text
  if (BARE.test(bare)) return `${kind}:${bare}`
  if (UUID.test(bare)) return `${kind}:${uuidToBase62(bare)}`
  return undefined
}

/** The 22 characters without the kind, as addresses and file names use them. */
export const bareId = (id: string): string => id.slice(id.indexOf(':') + 1)
