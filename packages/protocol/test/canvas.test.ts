import { describe, expect, it } from 'vitest'
import {
  CLOSE_CODES,
  canonicalJson,
  canvasClosed,
  canvasDigest,
  joinSession,
  LIMITS,
  previewSnapshot,
  readRange,
} from '../src/index.ts'

describe('the wire of the canvas', () => {
  it('[CV32] pin: closing codes', () => {
    expect(CLOSE_CODES).toEqual({
      token: 4401,
      'session-gone': 4404,
      slow: 4408,
      update: 4426,
      'too-many': 4429,
      restarting: 4503,
    })
  })

  it('[CV14] pin: limits', () => {
    expect(LIMITS).toEqual({
      payload: 1_048_576,
      emit: 16_384,
      id: 512,
      channelName: 64,
      depth: 64,
      resources: 10_000,
      channels: 64,
      stateKeys: 1_000,
      canvas: 16_777_216,
      commit: { bytes: 4_194_304, events: 10_001 },
      waiting: { commits: 1_000, bytes: 16_777_216 },
      events: 100,
      held: { frames: 64, bytes: 1_048_576 },
      ring: { events: 2_000, bytes: 4_194_304 },
      range: { events: 1_000, bytes: 524_288 },
      missed: { events: 100, bytes: 262_144 },
      merged: { events: 100, bytes: 65_536 },
      deflate: 4_096,
      splice: 1_024,
      part: 1_048_576,
      piece: 262_144,
      unsent: 1_048_576,
      unsentAll: 268_435_456,
      message: 1_000_000,
      requests: 20,
      presence: 30,
      badRequests: 200,
      presenceBytes: 2_048,
      reportBytes: 16_384,
      pictureBytes: 800_000,
      pollingPackets: 16,
    })
  })

  it('[CV31] a join of the wrong shape is seen, and members nobody knows are let pass', () => {
    const good = { session_id: 'session:4c1', have: { epoch: '9fQ', seq: 41 }, accept: ['frames'], protocol: 1 }
    expect(joinSession.parse({ ...good, client: 'python' })).toEqual(good)
    const wrong = [
      undefined,
      null,
      [],
      'x',
      {},
      { session_id: 1 },
      { ...good, have: [] },
      { ...good, have: { epoch: '9fQ', seq: 1.5 } },
      { ...good, accept: 'frames' },
      { ...good, protocol: Number.NaN },
    ]
    for (const value of wrong) expect(joinSession.safeParse(value).success).toBe(false)
    for (const value of [{}, { from: 0, to: 1 }, { from: '1', to: 2 }])
      expect(readRange.safeParse(value).success).toBe(false)
  })

  it('[CV28] the snapshot of the page is one', () => {
    const snapshot = {
      session_id: 'session:4c1',
      epoch: '9fQ',
      seq: 41,
      preview_seq: 41,
      state: { title: 'Tea' },
      resources: { nodes: { a: null } },
      events: [],
    }
    expect(previewSnapshot.parse(snapshot)).toEqual(snapshot)
    expect(canvasClosed.safeParse({ code: 4404, name: 'session-gone', message: 'gone' }).success).toBe(true)
    expect(canvasClosed.safeParse({ code: 4404, name: 'bored', message: 'gone' }).success).toBe(false)
  })
})

describe('digests', () => {
  it('[CV33] canonical JSON is that of RFC 8785', () => {
    // Section 3.2.2 and 3.2.3 of the RFC.
    const literals = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(literals)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    const sorted = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(sorted)) as object)).toHaveLength(7)
    const order = [...canonicalJson(sorted).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('[CV33] the digest of an empty map is that of {}', () => {
    expect(canvasDigest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    expect(canvasDigest({ b: 1, a: 2 })).toBe(canvasDigest({ a: 2, b: 1 }))
  })
})
