import { expect, it } from 'vitest'
import { rightKind } from './right-kind.ts'

const current = { type: 'basicBox', width: 150, height: 80, depth: 100 } as const

it.each([
  ['a box is a box', { recipe: current }, 'plywood box 150x100x80', 'boxes', true],
  ['a change of a box stays with it', { current, recipe: current }, '20 mm taller', 'boxes', true],
  ['a flange is no box', { recipe: current }, 'flange 100 mm diameter, 10 mm thick', 'boxes', false],
  ['a flange is a part', { expect: {} }, 'flange 100 mm diameter, 10 mm thick', 'flange', true],
  ['plywood is no part', { expect: {} }, 'plywood box 150x100x80, 3x2 compartments', 'block', false],
  ['a refusal is of no kind', { refused: 'AGENT_UNSUPPORTED' }, 'flange 100 mm diameter, 10 mm thick', 'boxes', true],
])('[AG49] %s', (_name, one, words, family, right) => {
  expect(rightKind({ id: 'one', phrasings: [words], ...one }, words, family)).toBe(right)
})
