import type { Acting } from '@hewn/canvas'
import type { Claim, Message, Version, VersionId } from '@hewn/model'
import type { FileRow, SessionRow } from '@hewn/storage'

/** A turn while it runs. */
export interface TurnState {
  session: SessionRow
  acting: Acting
  /** The files as they were. */
  before: readonly FileRow[]
  /** The version it started from. */
  base: VersionId | null
  head?: Version
  message: Message
  claims?: Claim[]
  /** Notes which job the stage that runs became. */
  job?(job: Message['stages'][number]['job']): void
}
