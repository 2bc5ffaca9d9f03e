import { hewnError, type SessionId } from '@hewn/model'
import type { FileRow, TurnRow } from '@hewn/storage'
import { endedMessage } from './end-turn.ts'
import { type House, SYSTEM } from './house.ts'
import { tell } from './tell.ts'

const AGENT_FILES = ['box.json', 'model.py', 'plan.json'] as const

/**
 * After the end of a server: what it broke off has failed, and the files are as they were. Of several servers one does it.
 * Gives a session for each turn.
 */
export function takeOverTurns(house: House): () => Promise<SessionId[]> {
  const { storage, workspace, world } = house
  // Taken, and not yet ended: where the database goes away in between, the next call goes on.
  const left: TurnRow[] = []

  return async () => {
    left.push(...(await storage.turns.takeLeft()))
    const broken: SessionId[] = []
    for (let turn = left[0]; turn; turn = left[0]) {
      await end(turn)
      broken.push(turn.session)
      left.shift()
    }
    return broken
  }

  async function end({ session, message, before }: TurnRow): Promise<void> {
    if (before) await putBack(session, before)
    const error = hewnError('JOB_INTERRUPTED', 'The server stopped in the middle of this turn.', {
      hint: 'Send it again.',
    })
    await storage.turns.set(endedMessage(message, { state: 'failed', error }, world.now()))
  }

  /** After a stop nobody remembers what was written: an agent's own files are put back. */
  async function putBack(session: SessionId, before: readonly FileRow[]): Promise<void> {
    const now = await storage.files.list(session)
    const hashIn = (files: readonly FileRow[], path: string) => files.find((file) => file.path === path)?.hash
    const changed: string[] = AGENT_FILES.filter((path) => hashIn(now, path) !== hashIn(before, path))
    if (changed.length === 0) return
    const payloads = await workspace.payloads(before.filter(({ path }) => changed.includes(path)))
    await tell(house, session, SYSTEM, (draw) => {
      for (const path of changed) {
        const payload = payloads[path]
        if (payload) draw.setResource({ channel: 'files', id: path, payload })
        else draw.deleteResource({ channel: 'files', id: path })
      }
    })
  }
}
