import type { CanvasScope } from '@hewn/protocol'

/** What a viewer may do in one session, and until when. */
export interface Grant {
  uid: string
  scope: CanvasScope
  /** UTC milliseconds; the viewer is closed then. */
  expires?: number
}
