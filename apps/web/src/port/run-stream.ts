import type { RunEvent } from '@hewn/protocol'

/** One message of a server-sent stream. */
export interface SseMessage {
  event: string
  data: string
  id?: string
}

/** Takes a stream apart as it comes, whatever its pieces are; comments and fields we do not use are skipped. */
export function sseReader(on: (message: SseMessage) => void): (chunk: string) => void {
  let rest = ''
  let event = ''
  let id: string | undefined
  let data: string[] = []
  const line = (text: string) => {
    if (text === '') {
      if (data.length > 0) on({ event: event || 'message', data: data.join('\n'), ...(id === undefined ? {} : { id }) })
      event = ''
      data = []
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon === -1 ? text : text.slice(0, colon)
    const value = colon === -1 ? '' : text.slice(text[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (field === 'event') event = value
    else if (field === 'data') data.push(value)
    else if (field === 'id') id = value
  }
  return (chunk) => {
    rest += chunk
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(rest)
      if (!end) return
      line(rest.slice(0, end.index))
      rest = rest.slice(end.index + end[0].length)
    }
  }
}

/** Reads a run's stream to its end. A message that is not one of ours is left out. */
export async function readRunStream(body: ReadableStream<Uint8Array>, on: (event: RunEvent) => void): Promise<void> {
  const read = sseReader(({ event, data }) => {
    const parsed = runEvent(event, data)
    if (parsed) on(parsed)
  })
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    read(decoder.decode(value, { stream: !done }))
    if (done) return
  }
}

function runEvent(event: string, data: string): RunEvent | undefined {
  if (event !== 'stage' && event !== 'log' && event !== 'complete') return undefined
  try {
    return { event, data: JSON.parse(data) } as RunEvent
  } catch {
    return undefined
  }
}

/** Code up to here, as encoded, travels in the address (SV26). */
const LONGEST_ADDRESS = 48 * 1024

/** How a run is asked for: in the address while it fits, else as a body. */
export function runRequest(code: string, session: string): { path: string; init: RequestInit } {
  const query = new URLSearchParams({ code, session }).toString()
  const headers = { accept: 'text/event-stream' }
  if (query.length <= LONGEST_ADDRESS) return { path: `/api/run?${query}`, init: { headers } }
  return {
    path: '/api/run',
    init: {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ code, session }),
    },
  }
}
