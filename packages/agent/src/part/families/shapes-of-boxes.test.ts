import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

describe('a box that is called by its shape', () => {
  it.each(['pyramid box 80 x 80 x 60', 'barrel box 80 diameter 100 high', 'oval box 80 x 50 x 30, 2 mm walls'])(
    '%s: is not done as one with straight walls',
    (words) => {
      const read = planPart(words)
      const open = read.ok && read.value.understanding.spans.some(({ role }) => role === 'unread')
      expect(!read.ok || open).toBe(true)
    },
  )
})
