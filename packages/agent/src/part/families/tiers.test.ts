import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const claimed = (words: string) => {
  const read = planPart(words)
  if (!read.ok) return read.error.code
  return ['claim:z', 'claim:volume'].map((id) =>
    Math.round(Number(read.value.claims.find((one) => one.id === id)?.expect?.equals)),
  )
}

describe('blocks in levels', () => {
  it.each([
    ['stepped block: lower level 90 x 60 x 12, upper level 50 x 40 x 20', [32, 104_800]],
    ['three cubes stacked on each other, 60, 40 and 20 mm', [120, 288_000]],
    ['ziggurat with three tiers of 90, 60 and 30 mm square, each 15 high', [45, 189_000]],
  ])('[AG17] “%s” is the sum of its levels', (words, sizes) => expect(claimed(words)).toEqual(sizes))

  it('[AG27] holes beside the upper levels go through the lowest alone', () => {
    const base = 'stepped pyramid: levels 90 x 90 x 15, 60 x 60 x 15, 30 x 30 x 15'
    expect(claimed(`${base}, four 5 mm holes 8 mm from the edges`)).toEqual([
      45,
      Math.round(189_000 - 4 * Math.PI * 2.5 ** 2 * 15),
    ])
  })
})
