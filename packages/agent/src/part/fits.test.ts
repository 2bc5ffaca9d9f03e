import { expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const refusal = (words: string) => {
  const read = planPart(words)
  if (read.ok) throw new Error(`${words} was planned`)
  return read.error
}

it('[AG36] what does not fit is refused with the most that works, and with the words for it', () => {
  const wide = refusal('plate 100x60x5 with a 90 mm hole')
  expect(wide.message).toBe('The hole of the plate (90 mm wide) would break through the edge of 100 × 60 mm.')
  expect(wide.hint).toContain('59 mm is the most that works')
  expect(wide.choices).toEqual(['plate 100x60x5 with a 59 mm hole'])
  expect(planPart(wide.choices?.[0] ?? '').ok).toBe(true)

  const near = refusal('plate 100x60x5 with four 20 mm holes 8 mm from the edges')
  expect(near.message).toContain('its centre 8 mm from the edge')
  expect(near.choices).toEqual(['plate 100x60x5 with four 15 mm holes 8 mm from the edges'])

  expect(refusal('plate 100x60x5 with a 80x70 pocket 2 deep').hint).toContain('At most 99 × 59 mm works')
  expect(refusal('plate 100x60x5 with 6 holes 20 mm in a row').hint).toContain('At most 13.79 mm wide works')
})

it('[AG36] a counterbore as deep as the part is thick has nothing for its head to lie on', () => {
  expect(refusal('plate 120x80x6 with four M8 counterbored holes in the corners').message).toContain('8 mm deep')
  expect(planPart('plate 120x80x12 with four M8 counterbored holes in the corners').ok).toBe(true)
})
