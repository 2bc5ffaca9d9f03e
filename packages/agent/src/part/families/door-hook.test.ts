import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => planPart(words)

describe('hooks that hang over a door', () => {
  it('[AG33] each side is the one that it is told as, in whatever order', () => {
    for (const words of [
      'over-the-door hook, 3 mm thick, 25 wide, door 38 thick, 45 down the back, 95 down the front, hook 35 out, 18 up',
      'over door hanger: hook sticks out 35 with an 18 lip, front 95, back 45, fits 38 mm door, 25 wide and 3 thick',
    ]) {
      const plan = made(words)
      expect(plan.ok && plan.value.understanding.say, words).toContain(
        'door gap 38 mm, rear flap 45 mm, front drop 95 mm, hook reach 35 mm, hook tip 18 mm, 25 mm wide, 3 mm thick',
      )
    }
  })

  it('[AG22] what is missing of it is asked, and a tip above its top is refused', () => {
    const less = made('over the door hook for a 38 mm door, 30 wide, 3 thick')
    expect(less.ok ? 'built' : less.error.code).toBe('AGENT_NEEDS_ANSWER')
    const tall = made('over the door hook 25 wide 3 thick, door 38 thick, back 45, front 30, hook 35 out, 40 up')
    expect(tall.ok ? 'built' : tall.error.code).toBe('AGENT_CONTRADICTION')
  })

  it('[AG33] what sits over a board and has two sides is no hook on a board', () => {
    const plan = made('hook from 25 x 4 strip to go over a 22 mm shelf, 50 down the back, 70 down the front')
    expect(plan.ok && plan.value.understanding.say).toContain('door gap 22 mm, rear flap 50 mm, front drop 70 mm')
  })
})
