import { type LayerId, uuidToBase62 } from '@hewn/model'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A layer's id is made from the session's secret and the path of names that leads to it: it stays over rebuilds, restarts
 * and machines, and nobody outside can guess it (KN35).
 * @example layerId(session.secret, ['lid', 'pin 2'])
 */
export function layerId(secret: string, path: readonly string[]): LayerId {
  const code = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(JSON.stringify(path)))
  return `layer:${uuidToBase62(bytesToHex(code.subarray(0, 16)))}`
}
