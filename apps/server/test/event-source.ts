import { request } from 'node:http'

export interface SentEvent {
  id: string
  event: string
  data: Record<string, unknown>
}

/** A reader of server-sent events with nothing hidden: what came, in order, and the way to leave. */
export function openEvents(url: string, headers: Record<string, string> = {}, body?: object) {
  const events: SentEvent[] = []
  const waiting: { wanted: (events: SentEvent[]) => boolean; resolve: () => void }[] = []
  let text = ''
  const payload = body === undefined ? undefined : JSON.stringify(body)
  const sent = request(url, {
    method: payload === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'text/event-stream',
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  })
  const reply = new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) if (block.includes('event: ')) events.push(parsed(block))
        tell()
      })
      response.on('error', () => {})
    })
  })
  const ended = new Promise<void>((resolve) => sent.on('close', resolve))
  sent.end(payload)

  function tell(): void {
    for (const one of waiting.filter(({ wanted }) => wanted(events))) one.resolve()
  }

  return {
    events,
    reply,
    /** When the server has ended the stream, or the reader has left. */
    ended,
    until: (wanted: (events: SentEvent[]) => boolean) =>
      new Promise<void>((resolve) => {
        waiting.push({ wanted, resolve })
        tell()
      }),
    leave: () => sent.destroy(),
    named: (name: string) => events.filter((event) => event.event === name),
  }
}

function parsed(block: string): SentEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) }
}
