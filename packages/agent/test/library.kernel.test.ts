import { pythonForTests } from '@hewn/testing'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { BEARINGS } from '../src/part/library/bearings.ts'
import { METRIC, WASHERS } from '../src/part/library/fasteners.ts'

// A second source for what was typed from tables: bd_warehouse, which comes with the kernel's Python.
const READ = `
import bd_warehouse, csv, json, pathlib
data = pathlib.Path(bd_warehouse.__file__).parent / 'data'
def rows(name):
    return list(csv.DictReader((data / f'{name}.csv').open(encoding='utf-8-sig')))
print(json.dumps({name: rows(name) for name in [
    'clearance_hole_sizes', 'tap_hole_sizes', 'hex_nut_parameters', 'socket_head_cap_parameters', 'plain_washer_parameters',
    'single_row_deep_groove_ball_bearing_parameters', 'single_row_capped_deep_groove_ball_bearing_parameters']}))
`
type Row = Record<string, string>

describe('tables against a second source', () => {
  const read = spawnSync(pythonForTests(), ['-c', READ], { encoding: 'utf8', maxBuffer: 32 * 1024 ** 2 })
  if (read.status !== 0) throw new Error(read.stderr)
  const tables = JSON.parse(read.stdout) as Record<string, Row[]>
  const sizeOf = (row: Row): string => row['Size']?.split('-')[0] ?? ''
  const rows = (name: string, size: string): Row[] => (tables[name] ?? []).filter((row) => sizeOf(row) === size)
  const number = (row: Row | undefined, column: string): number => {
    const key = Object.keys(row ?? {}).find((one) => one.trim() === column)
    return Number(row?.[key ?? ''] || Number.NaN)
  }

  // ISO 273 has 13.5, 14.5 for M12 and so on for M14 and M16; bd_warehouse has half a millimetre more.
  const WIDER = new Set(['M12', 'M14', 'M16'])

  it.each(Object.entries(METRIC))(
    '[AG40] %s: clearance, tap drill, nut and head are those of bd_warehouse',
    (size, row) => {
      const [clear] = rows('clearance_hole_sizes', size)
      const more = WIDER.has(size) ? 0.5 : 0
      if (clear) {
        expect(row.close).toBe(number(clear, 'Close'))
        expect(row.medium).toBe(number(clear, 'Normal') - more)
        expect(row.loose).toBe(number(clear, 'Loose') - more)
      }
      // Drills differ by a tenth from list to list; a pitch too fine or too coarse would be half a millimetre.
      const taps = rows('tap_hole_sizes', size).map((tap) => number(tap, 'Soft'))
      if (taps.length > 0 && size !== 'M22')
        expect(Math.min(...taps.map((tap) => Math.abs(tap - row.tap)))).toBeLessThanOrEqual(0.11)
      const [nut] = rows('hex_nut_parameters', size).filter((one) => number(one, 'iso4032:m') > 0)
      if (nut) expect([row.nut, row.hex]).toEqual([number(nut, 'iso4032:m'), number(nut, 'iso4032:s')])
      const [head] = rows('socket_head_cap_parameters', size).filter((one) => number(one, 'iso4762:k') > 0)
      if (head) {
        expect(row.socketHeight).toBe(number(head, 'iso4762:k'))
        // Theirs is the knurled head, which is a little wider.
        expect(number(head, 'iso4762:dk') - row.socketHead).toBeGreaterThanOrEqual(0)
        expect(number(head, 'iso4762:dk') - row.socketHead).toBeLessThan(0.5)
      }
    },
  )

  it.each(Object.entries(WASHERS))('[AG40] washer %s is that of ISO 7089', (size, row) => {
    const [washer] = rows('plain_washer_parameters', size)
    expect([row.inner, row.outer]).toEqual([number(washer, 'iso7089:d1'), number(washer, 'iso7089:d2')])
    // Theirs is the thickest it may be.
    expect(number(washer, 'iso7089:h')).toBeGreaterThanOrEqual(row.thickness)
    expect(number(washer, 'iso7089:h')).toBeLessThanOrEqual(row.thickness + 0.31)
  })

  it('[AG40] a bearing with the bore and outside of one of bd_warehouse is as wide', () => {
    const known = [
      'single_row_deep_groove_ball_bearing_parameters',
      'single_row_capped_deep_groove_ball_bearing_parameters',
    ]
      .flatMap((name) => tables[name] ?? [])
      .map((row) => (row['Size'] ?? '').slice(1).split('-').map(Number))
    const compared = Object.entries(BEARINGS).flatMap(([code, { bore, outer, width, standard }]) => {
      // Theirs of the thin series is the open one, which is narrower.
      if (standard !== 'ISO 15') return []
      const widths = known.flatMap(([d, D, B]) => (d === bore && D === outer && B !== undefined ? [B] : []))
      return widths.length > 0 ? [{ code, right: widths.includes(width) }] : []
    })
    expect(compared.filter(({ right }) => !right)).toEqual([])
    expect(compared.length).toBeGreaterThan(10)
  })
})
