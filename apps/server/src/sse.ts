import type { ServerResponse } from 'node:http'
import type { World } from '@hewn/model'

const BEAT = 15_000
/** How far a reader may be behind before it loses log lines. */
const BEHIND_MAX = 1024 * 1024

/** One stream of server-sent events, written by hand: it needs no plug-in. */
export interface EventStream {
  /** False when the reader is too far behind to be given this one. */
  send(event: { id: string; event: string; data: unknown }, must: boolean): boolean
  end(): void
}

export function openEventStream(raw: ServerResponse, headers: Record<string, string>, world: World): EventStream {
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 1000\n\n')
  let stop = world.after(BEAT, beat)
  raw.on('close', () => stop())
  // What is written to a reader who has just gone is nobody's defect.
  raw.on('error', () => {})

  function beat(): void {
    if (raw.writableLength < BEHIND_MAX) raw.write(': beat\n\n')
    stop = world.after(BEAT, beat)
  }

  return {
    send({ id, event, data }, must) {
      if (!must && raw.writableLength > BEHIND_MAX) return false
      raw.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      return true
    },
    end() {
      stop()
      raw.end()
    },
  }
}
