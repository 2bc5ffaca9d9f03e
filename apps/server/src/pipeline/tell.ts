import type { Acting, CanvasDraft } from '@hewn/canvas'
import type { SessionId } from '@hewn/model'
import { Refusal } from '../refusal.ts'
import type { House } from './house.ts'

/** One commit on a session's canvas; a refusal is thrown, since what is told here is ours to get right. */
export async function tell(
  { canvas }: Pick<House, 'canvas'>,
  session: SessionId,
  acting: Acting,
  write: (draft: CanvasDraft) => void,
): Promise<void> {
  const done = await canvas.session(session, acting).together(write)
  if (!done.ok) throw new Refusal(done.error)
}
