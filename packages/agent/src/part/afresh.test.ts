import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const plate = planPart('plate 100 x 50 x 5')
const after = (words: string) => (plate.ok ? planPart(words, plate.value) : plate)

describe('starting over', () => {
  it.each(['start over with a cube 20', 'forget that, cube 20', 'ok start again: make a cube 20', 'new part: cube 20'])(
    '[AG12] “%s” is about another part, and every word of it is read',
    (words) => {
      const read = after(words)
      expect(read.ok && read.value.plan.bodies[0]?.family).toBe('cube')
      expect(read.ok && read.value.understanding.spans.filter(({ role }) => role === 'unread')).toEqual([])
    },
  )

  it('[AG22] alone asks what is to be made', () => {
    expect(after('start over')).toMatchObject({ error: { code: 'AGENT_NEEDS_ANSWER' } })
  })
})
