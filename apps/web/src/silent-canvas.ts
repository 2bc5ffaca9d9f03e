import { type CanvasClient, connectCanvas } from '@hewn/canvas'
import { systemWorld } from '@hewn/model/world'

let silent: CanvasClient | undefined

/** A canvas with nothing on it, for the page that has no session yet: the same components then need no second way. */
export function silentCanvas(): CanvasClient {
  silent ??= connectCanvas({
    sessionId: '',
    socket: { open: () => ({ send: () => {}, close: () => {} }) },
    world: systemWorld,
  })
  return silent
}
