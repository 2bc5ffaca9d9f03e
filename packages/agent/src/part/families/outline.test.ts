import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claimOf = (words: string, id: string): unknown => {
  const read = planPart(words)
  return read.ok ? read.value.claims.find((claim) => claim.id === `claim:${id}`)?.expect?.equals : read.error.code
}

describe('outlines told by their corners', () => {
  it('[AG29] an outline by coordinates is drawn through all of them, whatever it is called', () => {
    const said = [
      'Extrude 80 mm the closed outline (0,0), (50,0), (50,10), (20,10), (20,40), (0,40)',
      'profile through the points 0,0 - 50,0 - 50,10 - 20,10 - 20,40 - 0,40, 80 mm thick',
    ]
    for (const words of said) expect(claimOf(words, 'volume'), words).toBeCloseTo((500 + 600) * 80, 6)
  })

  it('[AG29] turned about the axis its volume is known too', () => {
    const words = 'Revolve the polygon (10,0), (25,0), (25,20), (10,20) through 360° about the y axis'
    expect(claimOf(words, 'volume')).toBeCloseTo(Math.PI * (25 ** 2 - 10 ** 2) * 20, 6)
    expect(claimOf(words, 'openings')).toBe(1)
  })

  it('[AG21] an outline that crosses itself is refused', () => {
    expect(claimOf('outline (0,0) (100,0) (0,40) (100,40), 5 thick', 'volume')).toBe('AGENT_CONTRADICTION')
  })
})
