import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { tipReach, toothedArea } from './gear-teeth.ts'

const claimsOf = (words: string) => {
  const plan = planPart(words)
  if (!plan.ok) throw new Error(plan.error.message)
  return plan.value.claims
}

describe('teeth', () => {
  it.each([
    // What the kernel measured of its own wheels, in mm².
    [2, 18, 20, 989.526],
    [1, 60, 20, 2813.071],
    [1, 100, 20, 7840.169],
    [2, 20, 14.5, 1220.299],
  ])('[AG17] of module %d, %d of them at %d° take so much', (module, teeth, angle, area) => {
    expect(toothedArea(module, teeth, angle) / area).toBeCloseTo(1, 4)
  })

  it('[AG17] reach as far as the one that is nearest lets them', () => {
    expect(tipReach(3, 9, 20, 0)).toBeCloseTo(16.5, 6)
    expect(tipReach(3, 9, 20, 180)).toBeCloseTo(15.77493, 4)
    expect(tipReach(3, 9, 20, 90)).toBeCloseTo(16.3753, 4)
  })

  it.each([
    'gear module 2 with 30 teeth, 15 wide, 12 mm bore, keyway 4 wide 1.8 deep',
    'spur gear, 25 teeth, module 1.5, 10 wide, 8 mm bore',
  ])('[AG19] every number of it is measured: %s', (words) => {
    expect(claimsOf(words).filter((claim) => claim.expect === undefined)).toEqual([])
  })

  it('[AG27] around the bore, however many they are', () => {
    const plan = planPart('pinion 9 teeth module 3, 20 wide, 8 bore')
    expect(plan.ok && plan.value.script).toContain('SpurGearPlan(module, teeth, pressure_angle, align=None)')
  })
})

describe('diameters that the teeth give', () => {
  it.each([
    'spur gear: 12 teeth, module 2 (24 mm pitch diameter), 8 mm face width',
    'spur gear, 12 teeth, module 2, pitch diameter 24, outside diameter 28, 8 wide',
  ])('[AG14] are said again: %s', (words) => {
    expect(claimsOf(words).find(({ id }) => id === 'claim:x')?.expect).toMatchObject({ equals: 28 })
  })

  it('[AG23] contradict them where they are others', () => {
    const plan = planPart('spur gear, 12 teeth, module 2, outside diameter 30, 8 wide')
    expect(plan.ok ? '' : plan.error.code).toBe('AGENT_CONTRADICTION')
  })
})

describe('grooves of pulleys', () => {
  it.each([
    ['pulley for a cord: 30 OD, 10 wide, 5 bore, V groove 6 wide and 3 deep', 14 * 9],
    ['V-groove pulley 30 dia, 10 thick, 5 bore, 90 degree groove 3 deep', 14 * 9],
    ['V-groove pulley 30 dia, 5 bore, 90 degree groove 3 deep, 10 wide', 14 * 9],
  ])('[AG29] a V that two sizes tell ends in a point: %s', (words, groove) => {
    const volume = claimsOf(words).find(({ expect: of }) => of?.fact === 'volume')?.expect?.equals
    expect(Number(volume)).toBeCloseTo((Math.PI / 4) * (900 - 25) * 10 - 2 * Math.PI * groove, 3)
  })
})
