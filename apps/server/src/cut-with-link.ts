import type { ServerResponse } from 'node:http'
import type { World } from '@hewn/model'
import { Refusal } from './refusal.ts'

const ASK_EVERY = 500

/**
 * A reply that goes on and on, a stream of events above all, is cut when the link it was asked by is taken back or over
 * (SV72). The table is asked, so that it does not matter which server took it back.
 */
export function cutWithLink(reply: ServerResponse, stillMay: () => Promise<unknown>, world: World): void {
  let stop = world.after(ASK_EVERY, look)
  for (const end of ['finish', 'close']) reply.once(end, () => stop())

  function look(): void {
    stillMay().then(again, (problem: unknown) => {
      // A database that is away for a moment has taken nothing back.
      if (problem instanceof Refusal) reply.destroy()
      else again()
    })
  }

  function again(): void {
    if (!reply.writableEnded && !reply.destroyed) stop = world.after(ASK_EVERY, look)
  }
}
