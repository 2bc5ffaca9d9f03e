import type { Message } from '@hewn/model'
import { expect, it } from 'vitest'
import { wholeRequest } from './whole-request.ts'

const turn = (more: Partial<Message>): Message => ({
  id: 'turn:1',
  at: 1,
  by: 'user',
  agent: 'planner',
  request: 'make it 20 mm taller',
  kind: 'auto',
  state: 'done',
  stages: [],
  text: '',
  understanding: { kind: 'box', say: 'box 150 × 100 × 100 mm, open at the top', assumed: [], spans: [] },
  ...more,
})

it('[WB44] a first request is its own words; of a change, or of what was asked, the whole design is said', () => {
  expect(wholeRequest(turn({ base: null }))).toBe('make it 20 mm taller')
  const whole = 'box 150 × 100 × 100 mm, open at the top'
  expect(wholeRequest(turn({ base: 'version:a' }))).toBe(whole)
  expect(wholeRequest(turn({ answers: [{ question: 'height', choice: '1' }] }))).toBe(whole)
  expect(wholeRequest(turn({ continues: { request: 'a box', answers: [] } }))).toBe(whole)
})
