import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

/** What is claimed of a part after words were followed, one after another. */
function claimed(...words: string[]): Record<string, unknown> {
  let current: Parameters<typeof planPart>[1]
  for (const one of words) {
    const made = planPart(one, current)
    if (!made.ok) throw new Error(`${one}: ${made.error.message}`)
    current = made.value
  }
  return Object.fromEntries(current?.claims.map(({ text, expect: wanted }) => [text, wanted?.equals]) ?? [])
}
const volume = (claims: Record<string, unknown>): number =>
  Number(Object.entries(claims).find(([text]) => text.startsWith('volume'))?.[1])
const disc = (d: number): number => (Math.PI * d ** 2) / 4

describe('which one of several is meant', () => {
  const pin = 'stepped pin: head 28 mm diameter x 9 mm, shank 14 mm diameter x 47 mm'

  it('[AG32] is the step that is called so', () => {
    expect(volume(claimed(pin, 'make the shank 60 mm long'))).toBeCloseTo(disc(28) * 9 + disc(14) * 60, 3)
    expect(volume(claimed(pin, 'shank 60 long, head 11 thick'))).toBeCloseTo(disc(28) * 11 + disc(14) * 60, 3)
  })

  it('[AG32] is the hole in the middle, and none of a circle around it', () => {
    const ring = 'disc 90 mm diameter, 8 mm thick'
    const drilled = 'add a 25 mm centre hole, then five 7 mm holes on a 66 mm circle'
    expect(volume(claimed(ring, drilled, 'remove the centre hole'))).toBeCloseTo((disc(90) - 5 * disc(7)) * 8, 3)
    const none = planPart('delete the middle hole', made('disc 90 x 8 with six 7 mm holes on a 66 mm circle'))
    expect(none.ok ? undefined : none.error.code).toBe('AGENT_CONTRADICTION')
  })

  it('[AG32] is the left one of two, by where they lie', () => {
    const plate = 'plate 84 x 52 x 7 with two 6 mm holes 40 mm apart'
    expect(volume(claimed(plate, 'make the left hole 9 mm'))).toBeCloseTo((84 * 52 - disc(6) - disc(9)) * 7, 3)
    const third = claimed(plate, 'make the left hole 9 mm', 'remove the right hole')
    expect(volume(third)).toBeCloseTo((84 * 52 - disc(9)) * 7, 3)
    expect(claimed(plate, 'move the left hole 5 mm to the left')).toHaveProperty(
      'offset to the left 5 mm, by the place of the hole',
    )
  })

  it('[AG42] is none of those there, where others are put into the corners', () => {
    const plate = 'plate 80 x 60 x 5 with a 20 mm hole in the centre'
    const corners = claimed(plate, '5 mm holes in each corner, 8 mm from the edges')
    expect(volume(corners)).toBeCloseTo((4800 - disc(20) - 4 * disc(5)) * 5, 3)
  })

  it('[AG42] is the pocket that was spoken of', () => {
    const block = 'block 60 x 40 x 30 with a 40 x 20 mm pocket, 12 mm deep, centred in the top'
    const rounded = claimed(block, 'make the pocket 18 mm deep and round its corners 5 mm')
    expect(volume(rounded)).toBeCloseTo(72_000 - (800 - (4 - Math.PI) * 25) * 18, 3)
  })
})

const made = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value
}
