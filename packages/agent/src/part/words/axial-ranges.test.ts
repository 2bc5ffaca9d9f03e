import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value
}
const volume = (words: string): number => {
  const found = made(words).claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals
  return typeof found === 'number' ? found : Number.NaN
}
const cylinder = (diameter: number, length: number) => (Math.PI / 4) * diameter ** 2 * length

describe('what is turned, told by where its stretches begin and end', () => {
  const steps = cylinder(30, 20) + cylinder(25, 40) + cylinder(20, 15)
  it.each([
    '0-20: Ø30, 20-60: Ø25, 60-75: Ø20 turned shaft',
    'From X = 0 to X = 20 the shaft diameter is 30 mm. From X = 20 to X = 60 it is 25 mm. From X = 60 to X = 75 it is 20 mm.',
    'spindle: Ø30 from 0 to 20, Ø25 from 20 to 60, Ø20 from 60 to 75',
  ])('[AG33] %s', (words) => expect(volume(words)).toBeCloseTo(steps, 3))

  it('[AG33] a diameter on top is that of the upper step, and ends no cone', () => {
    expect(
      volume('stepped pin, base diameter 30 height 10, middle diameter 20 height 15, top diameter 12 height 25'),
    ).toBeCloseTo(cylinder(30, 10) + cylinder(20, 15) + cylinder(12, 25), 3)
  })

  it('[AG24] a length that was worked out is told by its number', () => {
    const { claims } = made('0-20: Ø30, 20-60: Ø25, 60-75: Ø20 turned shaft')
    expect(claims.map(({ text }) => text)).toContain('length 40 mm, by the volume')
  })
})
