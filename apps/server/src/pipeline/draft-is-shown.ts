import type { SessionId, VersionId } from '@hewn/model'
import { type House, SYSTEM } from './house.ts'

/** A question has put its first choice on screen: what is shown is no version in the line of the head (WB48). */
export async function draftIsShown({ canvas }: House, session: SessionId, head: VersionId | null): Promise<boolean> {
  const on = await canvas.session(session, SYSTEM).getState()
  const shown = on.ok ? (on.value.state.shown as { version?: string } | null | undefined) : undefined
  return shown?.version !== undefined && shown.version !== head
}
