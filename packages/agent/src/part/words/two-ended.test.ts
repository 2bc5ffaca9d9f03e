import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claimsOf = (words: string): Record<string, unknown> => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return Object.fromEntries(
    made.value.claims.map(({ expect: measured }) => [`${measured?.fact}.${measured?.field ?? ''}`, measured?.equals]),
  )
}

describe('from one outline to another', () => {
  it.each([
    'tapered block: the base is 50mm (X) by 30mm (Y), the top face is 30mm (X) by 15mm (Y), and the height is 40mm',
    'lofted transition 40 mm tall from a 50 x 30 rectangular base to a 30 x 15 rectangular top',
    'a frustum with a top of 30 x 15 mm and a base of 50 x 30 mm, height 40 mm',
  ])('[AG35] %s', (words) => {
    const claims = claimsOf(words)
    expect(claims['volume.']).toBeCloseTo((40 / 6) * (1500 + 4 * 40 * 22.5 + 450), 6)
    expect(claims['size.z']).toBe(40)
  })

  it('[AG28] a square has no height: what is said behind it is how far the two are apart', () => {
    expect(claimsOf('loft from a 40 mm circle to a 30 mm square, 50 mm high')['size.z']).toBe(50)
  })

  it('[AG21] with walls it is open at both ends, and its volume is left to the kernel', () => {
    const claims = claimsOf(
      'a lofted duct 100 mm tall, 60 mm square at the bottom blending to a 40 mm diameter circle at the top, with 3 mm walls',
    )
    expect(claims['openings.']).toBe(1)
    expect(claims['volume.']).toBeUndefined()
  })
})
