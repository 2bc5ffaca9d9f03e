import { describe, expect, it } from 'vitest'
import type { PartAnswer } from '../answer.ts'
import { planPart } from '../plan-part.ts'
import { idle } from './idle.ts'

function planned(words: string): PartAnswer {
  const read = planPart(words)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('idle', () => {
  it('[AG23] a number that no line of the script is made by was not heard, though another one is half of it', () => {
    const part = planned('plate 80 x 60 x 5 with a slot 10 wide and 40 long in the middle')
    expect(idle(part)).toBeUndefined()
    const script = part.script.replace(/^slot_length = .*\n/m, '')
    expect(idle({ ...part, script })?.message).toBe('“40” could not be placed. What is it?')
  })
})
