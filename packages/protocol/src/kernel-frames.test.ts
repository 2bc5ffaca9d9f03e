import { describe, expect, it } from 'vitest'
import { encodeFrame, frameReader, SCRIPT_BUDGET, scriptFrame } from './kernel-frames.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('frames between host and worker', () => {
  it('[KN3] pin: u32 header length, u32 payload length, JSON header, payload', () => {
    const frame = encodeFrame({ t: 'brep', key: 0 }, bytes(7, 8))
    expect(frame.slice(0, 8)).toEqual(bytes(20, 0, 0, 0, 2, 0, 0, 0))
    expect(new TextDecoder().decode(frame.slice(8, 28))).toBe('{"t":"brep","key":0}')
    expect(frame.slice(28)).toEqual(bytes(7, 8))
  })

  it('[KN3] frames come out whole, however the bytes arrive', () => {
    const sent = [{ t: 'began' }, { t: 'note', text: 'é 🙂' }, { t: 'end', ok: true }]
    const all = sent.flatMap((header, n) => [...encodeFrame(header, new Uint8Array(n * 3).fill(n))])
    for (const size of [1, 2, 3, 7, 64, all.length]) {
      const reader = frameReader(SCRIPT_BUDGET)
      const heard = []
      for (let at = 0; at < all.length; at += size) {
        const frames = reader.push(Uint8Array.from(all.slice(at, at + size)))
        if (!frames.ok) throw new Error(frames.error.message)
        heard.push(...frames.value)
      }
      expect(heard.map(({ header }) => header)).toEqual(sent)
      expect(heard.map(({ payload }) => payload.length)).toEqual([0, 3, 6])
    }
  })

  it.each([
    ['a header', { header: 10 }],
    ['headers together', { headers: 10 }],
    ['a payload', { payload: 1 }],
    ['frames together', { total: 20 }],
  ])('[KN3] %s past its budget is refused before it is read', (what, limit) => {
    const reader = frameReader({ ...SCRIPT_BUDGET, ...limit })
    const refused = reader.push(encodeFrame({ t: 'layer' }, bytes(1, 2)).slice(0, 8))
    expect(refused).toMatchObject({ ok: false, error: { kind: 'budget', message: expect.stringContaining(what) } })
    expect(reader.push(bytes(1)).ok).toBe(false)
  })

  it('[KN3] what is not JSON is not a frame', () => {
    const frame = encodeFrame({ t: 'end' })
    frame[9] = 0xff
    expect(frameReader(SCRIPT_BUDGET).push(frame)).toMatchObject({ ok: false, error: { kind: 'form' } })
  })

  it('[KN3] an unknown frame, or a field too many, is not believed', () => {
    expect(scriptFrame.safeParse({ t: 'end', ok: true }).success).toBe(true)
    expect(scriptFrame.safeParse({ t: 'end', ok: true, volume: 7 }).success).toBe(false)
    expect(scriptFrame.safeParse({ t: 'facts', facts: [] }).success).toBe(false)
    expect(scriptFrame.safeParse({ t: 'error', error: { code: 'MADE_UP', message: '' } }).success).toBe(false)
  })
})
