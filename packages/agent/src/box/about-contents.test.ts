import type { Claim } from '@hewn/model'
import { expect, it } from 'vitest'
import { aboutContents } from './about-contents.ts'
import { planBox } from './plan-box.ts'

const promised = (words: string): Claim[] => {
  const plan = planBox(words)
  return plan.ok ? plan.value.claims : []
}

it('[AG47] rows of what goes in are no rows of compartments', () => {
  const claims = promised('box to hold 40 AA batteries')
  expect(aboutContents('make it 2 rows', claims)).toBe('for 40 AA cells in 2 rows')
  expect(aboutContents('put them in 4 rows please', claims)).toBe('for 40 AA cells in 4 rows')
  expect(aboutContents('in four columns instead', claims)).toBe('for 40 AA cells in four columns')
  expect(aboutContents('make it 20 mm taller', claims)).toBe('make it 20 mm taller')
  expect(aboutContents('make it 2 rows', promised('box 150x100x80'))).toBe('make it 2 rows')
})
