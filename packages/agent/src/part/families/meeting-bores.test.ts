import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const made = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value
}

describe('bores from two ends', () => {
  it('[AG23] meet in the middle where nobody said how deep they are', () => {
    const { plan } = made('coupling 20 OD, 25 long, 8 mm bore one end, 5 mm bore other end')
    expect(
      plan.names.filter(({ name }) => /depth/.test(name)).map(({ value, origin }) => [value, origin.from]),
    ).toEqual([
      [12.5, 'assumed'],
      [12.5, 'assumed'],
    ])
  })
  it('[AG27] are each in its own end where their depths were said', () => {
    const { plan } = made('shaft 20 dia, 50 long, M6 tapped hole 15 deep one end, M8 tapped hole 20 deep other end')
    expect(plan.bodies[0]?.features.map(({ at }) => at.on)).toEqual(['top', 'bottom'])
  })
  it('[AG17] get a set screw each', () => {
    const { claims } = made('motor coupling 5 mm to 8 mm, 20 mm dia, 30 mm long with two M3 set screws')
    expect(claims.some(({ text }) => text === '3 openings through')).toBe(true)
  })
})

describe('a hole in the side of what is bored blind', () => {
  it('[AG17] takes no more than the wall there', () => {
    const knob = made(
      'knob 30 dia 18 high, 6 mm bore 12 deep in the bottom, M3 set screw hole in the side 6 mm from the bottom',
    )
    const volume = knob.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals
    const whole = (Math.PI / 4) * (30 ** 2 * 18 - 6 ** 2 * 12)
    expect(whole - Number(volume)).toBeCloseTo((Math.PI / 4) * 2.5 ** 2 * 12, 0)
  })
})

describe('a hole in the end of what is long', () => {
  const depth = (words: string) => made(words).plan.names.find(({ name }) => /depth/.test(name))
  it('[AG23] is no hole through all of it: of a thread, twice its size is assumed', () => {
    expect(depth('shaft 20 dia 100 long with an M6 tapped hole in one end')).toMatchObject({
      value: 12,
      origin: { from: 'assumed' },
    })
  })
  it('[AG22] is asked about where it is no thread', () => {
    expect(planPart('rod 12 dia 200 long, 5 mm hole in each end')).toMatchObject({
      ok: false,
      error: { code: 'AGENT_NEEDS_ANSWER' },
    })
  })
})
