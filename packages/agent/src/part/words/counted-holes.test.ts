import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

describe('holes of a list', () => {
  it('[AG33] their number and their diameter are two lines of it, in either order', () => {
    for (const lines of [
      ['Number of holes: 4', 'Hole diameter: 6 mm'],
      ['Hole diameter: 6 mm', 'Number of holes: 4'],
    ]) {
      const made = planPart(['Plate', 'Length: 100 mm', 'Width: 60 mm', 'Thickness: 5 mm', ...lines].join('\n'))
      expect(made.ok && made.value.claims.map(({ text }) => text)).toContain('4 × Ø6 hole')
    }
  })
})

describe('how many, behind the thing', () => {
  it.each([
    '5.5 mm holes (x4) on 60 x 40',
    '5.5 mm holes on 60 x 40, 4 places',
    '5.5 mm hole, 4 places, on 60 x 40',
    'M5 clearance hole, 4 off, on 60 x 40',
    '4 x 5.5 mm hole on 60 x 40',
    '4no. M5 holes on 60 x 40',
    '4 x hole 5.5 dia on 60 x 40',
  ])('[AG33] is how many before it: %s', (holes) => {
    const made = planPart(`plate 80 x 60 x 5 with ${holes}`)
    expect(made.ok && made.value.claims.map(({ text }) => text)).toContain('4 openings through')
  })
})
