import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string): number => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  const found = read.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals
  return typeof found === 'number' ? found : Number.NaN
}
const cylinder = (diameter: number, length: number) => (Math.PI / 4) * diameter ** 2 * length

describe('a bore in steps from one end', () => {
  it.each([
    'hub OD 50, length 40. From the top: counterbore 35 x 10 deep, then 25 x 10, then 15 through',
    'cylinder 50 dia x 40: bored 35 dia 10 deep from the front, 25 dia 10 deep after that, rest 15 through',
  ])('[AG33] %s', (words) => {
    expect(volume(words)).toBeCloseTo(cylinder(50, 40) - cylinder(35, 10) - cylinder(25, 10) - cylinder(15, 20), 3)
  })
})

describe('a bore in two widths', () => {
  it.each([
    'cylinder 50 dia, 40 long; bore 30 mm diameter 25 mm deep from one end, 18 mm diameter for the rest',
    'cylinder 50 dia x 40, bored 30 x 25 deep, the rest 18',
    'cylinder 50 dia x 40, bored 30 mm for 25 mm from one end, and 18 mm for the rest',
    'cylinder 50 dia x 40, bored 18 mm through and 30 mm for the first 25 mm',
    'cylinder 50 dia x 40, 18 mm bore opened out to 30 mm for 25 mm at one end',
    'cylinder 50 dia x 40. Bore: 30 mm, 25 deep, then 18 mm.',
  ])('[AG33] is told from either of them: %s', (words) => {
    expect(volume(words)).toBeCloseTo(cylinder(50, 40) - cylinder(30, 25) - cylinder(18, 15), 3)
  })
})

describe('a thread on a thicker bar', () => {
  it('[AG33] is as thick as the thread, where it goes', () => {
    expect(volume('axle 15 x 200, both ends threaded M12 over 25 mm')).toBeCloseTo(
      cylinder(15, 150) + 2 * cylinder(12, 25),
      3,
    )
    expect(volume('rod 12 mm diameter 200 long, M12 thread 30 long at one end')).toBeCloseTo(cylinder(12, 200), 3)
  })
})
