import { expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const made = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(read.error.message)
  const volume = read.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals
  return { script: read.value.script, volume: Number(volume) }
}
const HEXAGON = 'hexagonal plate, 100 mm across corners, 10 thick, six 6 mm holes, one'

it.each([
  [`${HEXAGON} at each corner, 35 mm from the centre`, '2 * hole_radius'],
  [`${HEXAGON} towards each corner, 35 mm from the centre`, '2 * hole_radius'],
  [`${HEXAGON} in each corner, 15 mm from each corner`, '(across_corners / 2 - hole_inset)'],
  [`${HEXAGON} in each corner, 13 mm from the edges`, '(across_corners / 2 - hole_inset / cos(pi / 6))'],
])('[AG32] “%s”', (words, circle) => {
  const { script, volume } = made(words)
  expect(volume).toBeCloseTo(((Math.sqrt(3) * 3) / 8) * 100 ** 2 * 10 - 6 * Math.PI * 9 * 10, 1)
  expect(script).toMatch(/PolarLocations\(.*, 6\)/)
  expect(script).toContain(circle)
})

it('[AG32] a triangle has three corners', () => {
  const { script, volume } = made(
    'equilateral triangular plate, 100 mm sides, 6 thick, a 5 mm hole 15 mm from each corner',
  )
  expect(script).toContain('3, 90)')
  expect(volume).toBeCloseTo((Math.sqrt(3) / 4) * 100 ** 2 * 6 - 3 * Math.PI * 2.5 ** 2 * 6, 1)
})

it('[AG33] an outline is told by one size, and by no two that contradict each other', () => {
  const read = planPart('hexagonal plate 100 mm across corners, 50 mm across flats, 10 thick')
  expect(read.ok ? '' : read.error.code).toBe('AGENT_CONTRADICTION')
  expect(planPart('hexagon 100 mm across corners, 86.6 across flats, 10 thick').ok).toBe(true)
})

it('[AG36] what would break through a slanting side is refused', () => {
  const read = planPart(
    'equilateral triangle plate, 100 mm sides, 6 thick, three 20 mm holes, one 12 mm from each corner',
  )
  expect(read.ok ? '' : read.error.code).toBe('AGENT_IMPOSSIBLE')
})

it('[AG36] what lies in an L or a triangle lies between its corners', () => {
  const code = (words: string) => {
    const made = planPart(words)
    return made.ok ? 'built' : made.error.code
  }
  const ell = 'L shaped plate: 100 x 100 overall, legs 30 wide, 6 thick, 8 mm hole'
  expect(code(`${ell} at (35, 0)`)).toBe('AGENT_IMPOSSIBLE')
  expect(code(`${ell} at (35, -35)`)).toBe('built')
  expect(code('isosceles triangle 80 wide and 50 high, 4 thick with a 6 mm hole 45 above the base')).toBe(
    'AGENT_IMPOSSIBLE',
  )
  expect(code('triangle with sides 30, 40 and 90, 5 thick')).toBe('AGENT_CONTRADICTION')
})
