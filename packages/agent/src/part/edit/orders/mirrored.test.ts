import type { PartFeature } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { mirrored, onFace } from './mirrored.ts'

const hole = (at: PartFeature['at'], flags: string[] = []): PartFeature => ({
  id: 'hole',
  kind: 'hole',
  label: 'hole',
  sizes: { diameter: '6' },
  parts: [],
  flags,
  at,
})

describe('what is mirrored', () => {
  it('[AG42] is as far from the edge across', () => {
    const one = hole({ relations: [{ kind: 'edge', edge: 'left', distance: '10' }] })
    expect(mirrored(one, ['other'], {})?.at.relations).toEqual([{ kind: 'edge', edge: 'right', distance: '10' }])
    expect(mirrored(one, ['right'], {})?.at.relations).toEqual([{ kind: 'edge', edge: 'right', distance: '10' }])
    expect(mirrored(one, ['front'], {})).toBeUndefined()
  })

  it('[AG42] is in the corner that is named', () => {
    const corner = hole({ relations: [{ kind: 'points', from: 'centre', at: [['-24', '14']] }] })
    expect(mirrored(corner, ['bottom', 'right'], {})?.at.relations).toEqual([
      { kind: 'points', from: 'centre', at: [['-(-24)', '-(14)']] },
    ])
    expect(mirrored(corner, ['other'], {})).toBeUndefined()
  })

  it('[AG42] of a wall is in the wall across from it, and in another wall as high up', () => {
    const low = hole({ on: 'left', relations: [{ kind: 'edge', edge: 'bottom', distance: '12' }] })
    expect(mirrored(low, ['other'], {})?.at.on).toBe('right')
    expect(onFace(low, ['front'])?.at).toEqual({ ...low.at, on: 'front' })
  })

  it('[AG42] takes along which edges are meant', () => {
    expect(mirrored(hole({ relations: [] }, ['pick-left+top']), ['other'], {})?.flags).toEqual(['pick-right+top'])
  })
})
