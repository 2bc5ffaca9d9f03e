import { describe, expect, test } from 'vitest'
import type { FamilyCases } from './eval-case.ts'
import { retell, retoldTable } from './retell.ts'
import { RETELLINGS } from './retellings.ts'

const PLATE: FamilyCases = {
  family: 'plate',
  split: 'open',
  cases: [
    {
      id: 'plate-1',
      from: 'a test',
      phrasings: ['plate 80 x 40, 5 mm thick, with four 5 mm holes in the corners, 8 mm from the edges'],
      expect: { size: [5, 40, 80], openings: 4 },
    },
    { id: 'plate-2', from: 'a test', phrasings: ['plate 80 x 40, 5 mm thick'], expect: { size: [9, 9, 9] } },
  ],
}

describe('AG82 a solved case is solved in other words', () => {
  test('each way that hits is told, and what was not solved is told in none', async () => {
    const told = await retell([PLATE])
    expect(told.map(({ name }) => name)).toContain('5 thick: 5 in thickness')
    expect(told.find(({ name }) => name === 'with: having')).toMatchObject({ told: 1, solved: 1, failures: [] })
    expect(told.every((one) => one.told === 1)).toBe(true)
    expect(retoldTable(told)).toMatch(/= all$/)
  })
  test('every way has a name of its own', () => {
    expect(new Set(RETELLINGS.map(([name]) => name)).size).toBe(RETELLINGS.length)
  })
})
