import { describe, expect, it } from 'vitest'
import { describes } from './describes.ts'

describe('a word before what holds things', () => {
  it.each(['sliding', 'wavy', 'thicker', 'conical', 'interlocking', 'tapered', 'double', 'steps', 'wooden'])(
    '[AG41] %s tells a shape',
    (word) => {
      expect(describes(word)).toBe(true)
    },
  )

  it.each(['drawer', 'charger', 'battery', 'router', 'pen', 'kitchen', 'sugar', 'earring', 'jewelry', 'toy', 'test'])(
    '[AG41] %s is what is in it',
    (word) => {
      expect(describes(word)).toBe(false)
    },
  )
})
