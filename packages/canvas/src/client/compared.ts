import { digestsOf } from '../digests.ts'
import { isRecord } from './is-record.ts'
import type { Replica } from './replica.ts'

/** What the server's answer to `check` says of what is here. */
export function compared(reply: unknown, replica: Replica): 'same' | 'behind' | 'different' | 'unknown' {
  if (!isRecord(reply) || reply.ok !== true || !isRecord(reply.digests)) return 'unknown'
  const { position } = replica
  if (position?.epoch !== reply.epoch || position?.seq !== reply.seq) return 'behind'
  const ours = Object.entries(digestsOf(replica.canvas))
  const theirs = reply.digests
  const same = ours.length === Object.keys(theirs).length && ours.every(([name, digest]) => theirs[name] === digest)
  return same ? 'same' : 'different'
}
