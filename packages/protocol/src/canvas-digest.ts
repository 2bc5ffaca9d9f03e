import { sha256Hex } from './sha256.ts'

/**
 * JSON in the one spelling that RFC 8785 gives it: keys by UTF-16 units, no spaces.
 * @example canonicalJson({ b: 1, a: [2] }) // → '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** The digest of a state map or of one channel (CV33). */
export const canvasDigest = (value: unknown): string => sha256Hex(new TextEncoder().encode(canonicalJson(value)))
