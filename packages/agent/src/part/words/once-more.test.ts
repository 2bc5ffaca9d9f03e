import { expect, it } from 'vitest'
import { ONCE_MORE } from './once-more.ts'
import { rewritten } from './straighten.ts'

const plain = (words: string): string => rewritten(words, ONCE_MORE).text

it('[AG33] what is made again in another face is told with its own sizes', () => {
  expect(plain('block 60 x 40 x 25 with a 10 mm hole 20 deep in the left face and the same in the right face')).toBe(
    'block 60 x 40 x 25 with a 10 mm hole 20 deep in the left face, and a 10 mm hole 20 deep in the right face',
  )
  expect(plain('Plate 70 x 70 x 15. Put a boss 30 wide, 10 high on it and another one on the opposite face.')).toBe(
    'Plate 70 x 70 x 15. Put a boss 30 wide, 10 high on it, and a boss 30 wide, 10 high on the bottom face.',
  )
  expect(
    plain('Block 60 x 40 x 25. In the left face there is an 8 mm hole 5 deep, and the same in the opposite face'),
  ).toBe('Block 60 x 40 x 25. In the left face there is an 8 mm hole 5 deep, and an 8 mm hole 5 deep in the right face')
})

it('[AG33] the opposite of nothing is not guessed', () => {
  for (const words of [
    'a plate 60 x 40 x 5 and another one on the left',
    'a block with a hole through it, the same on the other side',
  ])
    expect(plain(words)).toBe(words)
})
