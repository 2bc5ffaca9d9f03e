import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const disc = (wide: number) => (Math.PI / 4) * wide ** 2
const tenth = (value: number) => Math.round(value * 10) / 10

function made(words: string) {
  const plan = planPart(words)
  if (!plan.ok) return plan.error.code
  const of = (fact: string, field?: string) =>
    plan.value.claims.find(({ expect: one }) => one?.fact === fact && (!field || one.field === field))?.expect?.equals
  return [tenth(Number(of('volume'))), of('size', 'z'), of('openings')]
}

describe('plates that stand on each other', () => {
  it.each([
    [
      'base plate 100 x 60 x 8 with four 7 mm holes 10 from the edges; along the back edge a vertical plate 100 wide, 70 high and 8 thick with a 30 mm hole in the middle',
      [tenth(48000 - 4 * disc(7) * 8 + 56000 - disc(30) * 8), 78, 5],
    ],
    [
      'U frame: base 80 x 40 x 6, two walls 6 thick and 40 wide, 50 high, one at each end; a 10 mm hole through both walls, 35 above the base',
      [tenth(19200 + 24000 - 2 * disc(10) * 6), 56, 2],
    ],
    ['wall hook 30 wide, 6 thick: back plate 60 high, arm 40 out from the wall, tip turned up 15', [20700, 46, 0]],
    [
      'Wall bracket: back plate 100 high, 60 wide, 6 thick, with four 6 mm holes, 40 apart across and 60 apart up and down; from its bottom edge a shelf plate of the same width, 6 thick, sticks out 80 from the face',
      [tenth(36000 + 28800 - 4 * disc(6) * 6), 86, 4],
    ],
    [
      'Tablet stand: base 150 x 120 x 6; back plate 150 x 100 x 6 along the back edge; front lip 150 wide, 15 high, 6 thick along the front edge',
      [108000 + 90000 + 13500, 106, 0],
    ],
  ])('[AG33] each is told as it would be alone: %s', (words, expected) => expect(made(words)).toEqual(expected))

  it('[AG32] holes are measured where they lie in what stands', () => {
    const plan = planPart(
      'camera arm: wall plate 50 wide, 70 high, 4 thick with four 4.5 mm holes 8 mm from the edges. An arm 50 wide, 4 thick, comes out 60 at the bottom. 6.5 mm hole in the arm, 15 from its end',
    )
    const fields = plan.ok ? plan.value.claims.map(({ expect: one }) => one?.field) : []
    expect(fields).toContain('count[diameter=6.5, axis=y, at=(0,49)]')
  })

  it('[AG17] its script names each of them, and makes one of them all', () => {
    const plan = planPart('base 90 x 40 x 5, a fence 90 long, 5 thick, 30 high along the front edge')
    const script = plan.ok ? plan.value.script : ''
    expect(script).toContain('base += fence')
    expect(script).toContain('fence = Pos(')
  })

  it.each([
    'base 40 x 30 x 5 with an upright 60 wide, 8 thick and 50 high in the middle, a scalloped plate 20 x 20 x 2 on it',
    'plate 80 x 60 x 5, a 20 mm wide shelf somewhere on it',
  ])('[AG41] what is told otherwise is not made so: %s', (words) => {
    const plan = planPart(words)
    const unread = plan.ok && plan.value.understanding.spans.some(({ role }) => role === 'unread')
    expect(plan.ok && !unread && plan.value.claims.every(({ expect: one }) => one !== undefined)).toBe(false)
  })
})
