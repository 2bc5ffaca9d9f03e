import { describe, expect, it } from 'vitest'
import { readRunStream, runRequest, type SseMessage, sseReader } from './run-stream.ts'

const STREAM = [
  'retry: 1000\n\n',
  'id: 7n.1\nevent: stage\ndata: {"stage":"queued","jobId":"job:7n"}\n\n',
  ': beat\n\n',
  'id: 7n.2\nevent: log\ndata: {"message":"Zähne: 24","level":"info","stream":"stdout","at":1}\n\n',
  'id: 7n.3\nevent: complete\ndata: {"success":false,"message":"stopped"}\n\n',
].join('')

const messages = (chunks: string[]) => {
  const got: SseMessage[] = []
  const read = sseReader((message) => got.push(message))
  for (const chunk of chunks) read(chunk)
  return got
}

describe('sseReader', () => {
  it('[WB60] reads events in order and skips comments and empty messages', () => {
    expect(messages([STREAM]).map((one) => [one.event, one.id])).toEqual([
      ['stage', '7n.1'],
      ['log', '7n.2'],
      ['complete', '7n.3'],
    ])
  })

  it('[WB60] reads the same, wherever the stream is cut', () => {
    const whole = messages([STREAM])
    for (let cut = 0; cut <= STREAM.length; cut++)
      expect(messages([STREAM.slice(0, cut), STREAM.slice(cut)])).toEqual(whole)
    expect(messages([...STREAM])).toEqual(whole)
  })

  it('takes CRLF and lone CR as line ends, cut anywhere', () => {
    for (const end of ['\r\n', '\r']) {
      const text = `event: log${end}data: 1${end}data: 2${end}${end}event: log${end}data: 3${end}${end}x`
      for (let cut = 0; cut <= text.length; cut++)
        expect(messages([text.slice(0, cut), text.slice(cut)]).map((one) => one.data)).toEqual(['1\n2', '3'])
    }
  })

  it('a field may have no value and no space', () => {
    expect(messages(['event:log\ndata\ndata:x\n\n'])).toEqual([{ event: 'log', data: '\nx' }])
  })
})

describe('readRunStream', () => {
  it('[WB60] gives events as they come, a character cut in two included', async () => {
    const bytes = new TextEncoder().encode(STREAM)
    const middle = bytes.findIndex((byte) => byte === 0xc3) + 1
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, middle))
        controller.enqueue(bytes.slice(middle))
        controller.close()
      },
    })
    const got: unknown[] = []
    await readRunStream(body, (event) => got.push(event.event === 'log' ? event.data.message : event.event))
    expect(got).toEqual(['stage', 'Zähne: 24', 'complete'])
  })

  it('leaves out what is not one of ours', async () => {
    const body = new Response('event: advert\ndata: {}\n\nevent: log\ndata: not json\n\nevent: complete\ndata: {}\n\n')
      .body
    const got: string[] = []
    if (body) await readRunStream(body, (event) => got.push(event.event))
    expect(got).toEqual(['complete'])
  })
})

describe('runRequest', () => {
  it('[WB60] puts short code into the address, and it comes out as it went in', () => {
    const code = 'print("a & b = ü + %")\nresult = Box(1, 2, 3)  # 100 %'
    const { path, init } = runRequest(code, 'abc')
    const query = new URL(path, 'http://here').searchParams
    expect([query.get('code'), query.get('session'), init.method]).toEqual([code, 'abc', undefined])
  })

  it('[WB60] sends code above 48 KiB encoded as POST', () => {
    expect(runRequest('x'.repeat(48 * 1024 - 20), 'abc').init.method).toBeUndefined()
    expect(runRequest('x'.repeat(48 * 1024), 'abc').init.method).toBe('POST')
    // Three characters for every space-free newline: encoded length counts, not the text's.
    const { path, init } = runRequest('\n'.repeat(17 * 1024), 'abc')
    expect([path, init.method]).toEqual(['/api/run', 'POST'])
  })
})
