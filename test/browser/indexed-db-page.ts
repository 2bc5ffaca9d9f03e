// The page of `indexed-db-log.e2e.ts`: a canvas that keeps its own log, as a page that runs alone has it.
import { createCanvas, digestsOf, canvasOf } from '@hewn/canvas'
import { indexedDbLog } from '@hewn/canvas/browser'
import { systemWorld as world } from '@hewn/model/world'

const logs = new Map<string, ReturnType<typeof indexedDbLog>>()
const logOf = (name: string) => {
  const log = logs.get(name) ?? indexedDbLog({ name, world })
  logs.set(name, log)
  return log
}
const canvas = createCanvas({ log: logOf('alone'), world })

Object.assign(globalThis, {
  logOf,
  session: (id: string) => canvas.session(id, { uid: 'here', by: 'user' }),
  digests: async (id: string) => {
    const shown = await canvas.session(id, { uid: 'here', by: 'user' }).getState()
    return shown.ok ? digestsOf(canvasOf(shown.value)) : shown.error
  },
})
