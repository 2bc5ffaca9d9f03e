import { describe, expect, it } from 'vitest'
import {
  formatArea,
  formatBytes,
  formatDuration,
  formatLength,
  formatMass,
  formatNumber,
  formatSize,
  formatVolume,
} from './format.ts'

describe('format', () => {
  it('[WB8] a number has its unit', () => {
    expect(formatLength(12.5)).toBe('12.5 mm')
    expect(formatSize([150, 100, 80])).toBe('150 × 100 × 80 mm')
    expect(formatArea(1234.5678)).toBe('1,234.57 mm²')
    expect(formatVolume(4800)).toBe('4,800 mm³')
  })

  it('[WB8] large areas and volumes are said in larger units', () => {
    expect(formatVolume(2_500_000)).toBe('2,500 cm³')
    expect(formatArea(250_000)).toBe('2,500 cm²')
  })

  it('[WB8] a small value is never said to be nothing', () => {
    expect(formatVolume(0.01 ** 3)).toBe('0.000001 mm³')
    expect(formatSize([0.01, 0.001, 2])).toBe('0.01 × 0.001 × 2 mm')
    expect(formatMass(0.00123)).toBe('0.0012 g')
  })

  it('has no minus zero and no digits that only a float has', () => {
    expect(formatNumber(-0)).toBe('0')
    expect(formatNumber(-1e-15)).toBe('0')
    expect(formatLength(1e-7)).toBe('0 mm')
    expect(formatNumber(0.1 + 0.2)).toBe('0.3')
    expect(formatLength(49.99999999)).toBe('50 mm')
  })

  it.each([
    [84, '84 ms'],
    [999.4, '999 ms'],
    [1234, '1.2 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms reads %s', (ms, text) => expect(formatDuration(ms)).toBe(text))

  it.each([
    [12, '12 B'],
    [2824, '2.82 kB'],
    [6_500_000, '6.5 MB'],
  ])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})
