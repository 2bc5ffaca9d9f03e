import { fail, type Geometry, ok } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { createBlobs } from './blobs.ts'

const geometry = (): Geometry => ({
  closed: true,
  exact: true,
  deviation: 0,
  bounds: { min: [0, 0, 0], max: [1, 1, 1] },
})

describe('createBlobs', () => {
  it('[WB11] fetches a hash once, however often it is asked for', async () => {
    const fetched: string[] = []
    const blobs = createBlobs({
      fetch: async (hash) => {
        fetched.push(hash)
        return new Uint8Array(8)
      },
      decode: async () => ok(geometry()),
    })
    const [first, second] = await Promise.all([blobs.get('a'), blobs.get('a')])
    expect(await blobs.get('a')).toBe(first)
    expect(second).toBe(first)
    expect(fetched).toEqual(['a'])
  })

  it('[WB81] a broken blob is fetched once more, then given up with its reason', async () => {
    let fetched = 0
    const blobs = createBlobs({
      fetch: async () => {
        fetched++
        return new Uint8Array(8)
      },
      decode: async () => fail({ message: 'The blob ends early' }),
    })
    await expect(blobs.get('a')).rejects.toThrow('The blob ends early')
    expect(fetched).toBe(2)
    // Not remembered as broken: the next wish tries again.
    await expect(blobs.get('a')).rejects.toThrow()
    expect(fetched).toBe(4)
  })

  it('[WB81] a blob that is missing the first time is shown when it comes the second', async () => {
    let fetched = 0
    const blobs = createBlobs({
      fetch: async () => {
        if (fetched++ === 0) throw new Error('404')
        return new Uint8Array(8)
      },
      decode: async () => ok(geometry()),
    })
    await expect(blobs.get('a')).resolves.toEqual(geometry())
  })

  it('[WB15] what is not on screen is forgotten beyond the spare, oldest first', async () => {
    const fetched: string[] = []
    const blobs = createBlobs({
      fetch: async (hash) => {
        fetched.push(hash)
        return { byteLength: 40 * 1024 * 1024 } as Uint8Array
      },
      decode: async () => ok(geometry()),
    })
    for (const hash of ['old', 'new', 'shown']) await blobs.get(hash)
    blobs.trim(new Set(['shown']))
    for (const hash of ['shown', 'new', 'old']) await blobs.get(hash)
    expect(fetched).toEqual(['old', 'new', 'shown', 'old'])
  })
})
