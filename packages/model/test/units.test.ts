import { expect, it } from 'vitest'
import { DENSITIES, densityOf, mm, toUm } from '../src/index.ts'

it.each([
  [0, 0],
  [-0, 0],
  [3, 3_000],
  [0.1 + 0.2, 300],
  [1.5875, 1_587],
  [1.58751, 1_588],
  [-1.5875, -1_588],
  [0.0005, 0],
  [0.00051, 1],
  [-0.0004, 0],
])('[BX8] %f mm are %i µm: exact halves go down', (length, um) => {
  expect(toUm(mm(length))).toBe(um)
})

it.each([
  ['steel', 7.85],
  [' Steel ', 7.85],
  ['Birch plywood', 0.68],
  ['PMMA', 1.19],
  ['aluminum', 2.7],
  ['unobtainium', undefined],
  ['', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['toString', undefined],
])('the density of %j is %s g/cm³', (material, density) => {
  expect(densityOf(material)).toBe(density)
})

it('every density is one that a solid can have, and its name is one that is found', () => {
  for (const [material, density] of Object.entries(DENSITIES)) {
    expect(density, material).toBeGreaterThan(0.1)
    expect(density, material).toBeLessThan(23)
    expect(densityOf(material)).toBe(density)
  }
})
