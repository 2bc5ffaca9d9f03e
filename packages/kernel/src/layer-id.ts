import { type LayerId, uuidToBase62 } from '@hewn/model'
import { hmacHex } from '@hewn/protocol'

/**
 * A layer's id is made from the session's secret and the path of names that leads to it: it stays over rebuilds, restarts
 * and machines, and nobody outside can guess it (KN35).
 * @example layerId(session.secret, ['lid', 'pin 2'])
 */
export function layerId(secret: string, path: readonly string[]): LayerId {
  return `layer:${uuidToBase62(hmacHex(secret, JSON.stringify(path)).slice(0, 32))}`
}
