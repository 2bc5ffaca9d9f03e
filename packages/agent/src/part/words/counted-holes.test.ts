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
