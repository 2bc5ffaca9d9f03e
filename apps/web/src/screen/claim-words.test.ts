import { describe, expect, it } from 'vitest'
import type { Claim } from '@hewn/model'
import { besideWords, claimGroups, makeItSoWords, measuredWords, numberIn, promisedWords } from './claim-words.ts'

describe('claims in words', () => {
  it('[WB47] a promise reads as a value, a bound or a range', () => {
    expect(promisedWords({ fact: 'size', field: 'x', equals: 80 })).toBe('80')
    expect(promisedWords({ fact: 'size', field: 'x', equals: 80, tolerance: 0.1 })).toBe('80 ± 0.1')
    expect(promisedWords({ fact: 'mass', max: 60 })).toBe('at most 60')
    expect(promisedWords({ fact: 'wall', min: 2, max: 3 })).toBe('2 to 3')
    expect(promisedWords({ fact: 'valid', equals: true })).toBeUndefined()
  })

  it('[WB8] what was measured has its unit; what is counted has none', () => {
    const said = (fact: string, field: string | undefined, value: number) =>
      measuredWords({ fact, ...(field === undefined ? {} : { field }) } as NonNullable<Claim['expect']>, value)
    expect(said('size', 'x', 80)).toBe('80 mm')
    expect(said('volume', undefined, 21544.8453)).toBe('21,544.85 mm³')
    expect(said('mass', undefined, 12)).toBe('12 g')
    expect(said('hole', 'count[diameter=5.5]', 4)).toBe('4')
    expect(said('hole', 'pitch.x[diameter=5]', 31)).toBe('31 mm')
    expect(said('solids', 'count', 2)).toBe('2')
  })

  it('[WB47] what one volume stands for is one line; every other claim is its own', () => {
    const claim = (id: string, text: string, expect?: Claim['expect']): Claim => ({
      id,
      text,
      from: 'request',
      ...(expect ? { expect } : {}),
      result: { state: 'waiting' },
    })
    const volume = { fact: 'volume', equals: 8 } as const
    const size = { fact: 'size', field: 'x', equals: 8 } as const
    const all = [
      claim('v', 'volume 8 mm³ in all', volume),
      claim('x', 'x 8 mm', size),
      claim('l', 'length 2, by the volume', volume),
      claim('again', 'gap 8', size),
      claim('n', 'thickness'),
      { ...claim('d', 'depth 2, by the volume', volume), dropped: true },
    ]
    expect(claimGroups(all).map((one) => [one.claim.id, ...one.with.map(({ text }) => besideWords(text))])).toEqual([
      ['v', 'length 2'],
      ['x'],
      ['again'],
      ['n'],
      ['d'],
    ])
  })

  it('[AG20] sizes can be made so in words, what no words make cannot', () => {
    const width = { fact: 'size', field: 'x', equals: 90.5 }
    expect(makeItSoWords(width, 'part')).toBe('make it 90.5 mm long')
    expect(makeItSoWords(width, 'box')).toBe('make it 90.5 mm wide')
    expect(makeItSoWords({ fact: 'volume', equals: 90 }, 'part')).toBeUndefined()
    expect(makeItSoWords({ ...width, layer: 'layer:front' }, 'box')).toBeUndefined()
    expect(makeItSoWords(undefined, 'box')).toBeUndefined()
  })

  it('[WB9] numbers are read as people write them', () => {
    const read = ['80', ' 12.5 mm', '12,5', '-3', '.5', '1e3', 'eighty', '', '1.2.3', 'Infinity'].map(numberIn)
    expect(read).toEqual([80, 12.5, 12.5, -3, 0.5, ...Array.from({ length: 5 }, () => undefined)])
  })
})
