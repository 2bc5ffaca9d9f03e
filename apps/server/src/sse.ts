import type { ServerResponse } from 'node:http'
import type { World } from '@hewn/model'

const BEAT = 15_000
/** How far a reader may be behind before it loses log lines. */
const BEHIND_MAX = 1024 * 1024

/** One stream of server-sent events, written by hand: it needs no plug-in. */
export interface EventStream {
  /** Bytes, roughly, that the reader has not taken yet. */
  readonly behind: number
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
  /** Events of one turn of the event loop: they go out as one write. */
  let waiting: string[] = []
  let length = 0
  raw.on('close', () => stop())
  // What is written to a reader who has just gone is nobody's defect.
  raw.on('error', () => {})

  function beat(): void {
    if (raw.writableLength < BEHIND_MAX) raw.write(': beat\n\n')
    stop = world.after(BEAT, beat)
  }

  function flush(): void {
    if (waiting.length === 0) return
    const text = waiting.join('')
    waiting = []
    length = 0
    raw.write(text)
  }

  return {
    get behind() {
      return raw.writableLength + length
    },
    send({ id, event, data }, must) {
      if (!must && raw.writableLength + length > BEHIND_MAX) return false
      const text = `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      if (waiting.length === 0) queueMicrotask(flush)
      waiting.push(text)
      length += text.length
      return true
    },
    end() {
      stop()
      flush()
      raw.end()
    },
  }
}
