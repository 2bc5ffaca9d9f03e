import { describe, expect, it } from 'vitest'
import type { PartAnswer } from '../answer.ts'
import { planPart } from '../plan-part.ts'

const after = (made: string, words: string) => {
  const first = planPart(made)
  return first.ok ? planPart(words, first.value) : first
}
const volume = (answer: PartAnswer) => answer.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals

const PLATE = 'plate 100 x 60 x 6 with a 30 mm hole in the middle and four 6 mm holes 10 mm from the edges'

describe('an order that names some of what is there', () => {
  it.each(['move the corner holes to 12 mm from the edges', 'the corner holes should be 12 mm from the edges'])(
    '[AG42] “%s” moves those, and no others',
    (words) => {
      const edited = after(PLATE, words)
      const [middle, corners] = edited.ok ? (edited.value.plan.bodies[0]?.features ?? []) : []
      expect(middle?.at.relations).toEqual([{ kind: 'centre' }])
      expect(edited.ok && edited.value.script).toContain('hole_2_inset = 12')
      expect(corners?.kind).toBe('hole')
    },
  )

  it('[AG32] what comes with it and does not come is asked about, and nothing else changes instead', () => {
    const edited = after('spur gear module 2, 24 teeth, 10 wide, 8 bore', 'make the bore 10 mm with a keyway 3 mm wide')
    expect(edited).toMatchObject({ ok: false, error: { code: 'AGENT_NEEDS_ANSWER' } })
  })

  it('[AG42] a hole 10 mm from the left end makes no shaft 10 mm shorter', () => {
    const edited = after(
      'shaft 20 dia 120 long with a step 15 dia 30 long',
      'drill a 5 mm cross hole 10 mm from the left end',
    )
    const length = edited.ok ? edited.value.plan.names.find(({ name }) => name === 'length')?.value : 120
    expect(length).toBe(120)
  })
})

describe('an order that is followed', () => {
  it.each([
    ['shaft 20 mm diameter 100 long', 'turn the last 30 mm down to 15 mm diameter', Math.PI * (100 * 70 + 56.25 * 30)],
    [
      'shaft 25 mm diameter 120 long',
      'turn both ends down to 20 over a length of 15',
      Math.PI * (156.25 * 90 + 100 * 30),
    ],
    [
      'cone 50 base diameter, 60 high',
      'cut the tip off at 40 mm',
      (Math.PI / 12) * (2500 + (50 * 50) / 3 + 2500 / 9) * 40,
    ],
    ['block 50 x 30 x 60', 'chop the top 10 mm off', 75000],
    ['plate 80 x 40 x 5', 'cut the corners off at 45 degrees, 8 mm', 16000 - 4 * 32 * 5],
    ['plate 80 x 40 x 5', 'round the left corners 10 mm', 16000 - (4 - Math.PI) * 50 * 5],
    ['shaft 20 mm diameter 150 long', 'turn down the right end to 15 mm for 30 mm', Math.PI * (100 * 120 + 56.25 * 30)],
    ['tube 40 OD 30 ID 60 long', 'make it 10 mm shorter', Math.PI * (400 - 225) * 50],
    ['block 80 x 60 x 20', '10 mm hole 15 deep in each short side', 96000 - 2 * Math.PI * 25 * 15],
  ])('[AG42] %s: “%s” leaves what it should', (made, words, left) => {
    const edited = after(made, words)
    expect(edited.ok && volume(edited.value)).toBeCloseTo(left, 3)
  })

  it.each([
    ['the hole is 4 mm but should be 6 mm', 'hole_diameter', 6],
    ['extend the length from 60 mm to 80 mm', 'length', 80],
  ])('[AG42] “%s”: the size that is named changes', (words, name, value) => {
    const edited = after('bar 60 x 30 x 10 with a 4 mm hole in the middle', words)
    expect(edited.ok && edited.value.plan.names.find((one) => one.name === name)?.value).toBe(value)
  })

  it('[AG41] words that leave the part as it was are told', () => {
    expect(after('plate 100 x 50 x 5 with a 10 mm hole', 'same again over there')).toMatchObject({ ok: false })
  })

  it('[AG14] two holes that would be one are asked about', () => {
    expect(after('block 80 x 60 x 20', '10 mm hole in each short side')).toMatchObject({
      error: { code: 'AGENT_NEEDS_ANSWER', choices: ['10 mm deep', '20 mm deep', 'through'] },
    })
  })

  it('[AG42] edges of another place are treated beside those there are, all of them in their stead', () => {
    const chamfered = after('bar 120 x 20 x 10', 'chamfer one end 2 mm')
    const features = (words: string) => {
      const edited = chamfered.ok ? planPart(words, chamfered.value) : chamfered
      return edited.ok ? edited.value.plan.bodies[0]?.features.length : undefined
    }
    expect(features('chamfer the other end 1 mm')).toBe(2)
    expect(features('chamfer all edges 1 mm')).toBe(1)
  })
})
