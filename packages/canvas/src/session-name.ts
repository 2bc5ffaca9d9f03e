import { parseId, type SessionId } from '@hewn/model'
import { checkName } from './value.ts'

/**
 * `X`, `session:X` and the UUID are the same session, always reported as `session:X` (CV16).
 * @example sessionName('_default_') // → 'session:_default_'
 */
export function sessionName(given: string): SessionId | undefined {
  const id = parseId('session', given)
  if (id) return id
  const bare = given.startsWith('session:') ? given.slice('session:'.length) : given
  return checkName(bare, 'session').ok ? `session:${bare}` : undefined
}
