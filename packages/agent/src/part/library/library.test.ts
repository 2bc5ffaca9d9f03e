import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { BEARINGS } from './bearings.ts'
import { CELLS } from './cells.ts'
import { EXTRUSIONS, extrusionOf } from './extrusions.ts'
import { INCH, METRIC, threadOf } from './fasteners.ts'
import { NEMA } from './motors.ts'

const planned = (words: string) => {
  const made = planPart(words)
  if (!made.ok) return made.error.code
  return Object.fromEntries(
    made.value.plan.names.map(({ name, value, origin }) => [
      name,
      origin.from === 'table' ? `${value}, ${origin.key}` : value,
    ]),
  )
}

describe('tables of bought parts', () => {
  it.each(Object.entries({ ...METRIC, ...INCH }))('[AG40] %s: tap < clearance < head', (_, row) => {
    expect(row.tap).toBeLessThan(row.nominal)
    expect(row.nominal).toBeLessThan(row.close)
    expect(row.close).toBeLessThan(row.medium)
    expect(row.medium).toBeLessThan(row.loose)
    expect(row.loose).toBeLessThan(row.socketHead)
    expect(row.socketHead).toBeLessThan(row.counterbore)
    expect(row.medium).toBeLessThan(row.countersink)
    expect(row.medium).toBeLessThan(row.hex)
  })

  it.each([
    ['M10x1.25', { hole_diameter: '8.75, M10x1.25 tap drill' }],
    ['M12 x 1.75', { hole_diameter: '10.2, M12 tap drill' }],
    ['M8-1.25', { hole_diameter: '6.8, M8 tap drill' }],
    ['1/4-28', { hole_diameter: '5.41, 1/4-28 tap drill' }],
  ])('[AG40] the pitch of %s is no depth, and chooses its drill', (screw, drill) => {
    expect(planned(`plate 80 x 40 x 20 with a ${screw} tapped hole in the middle`)).toMatchObject(drill)
  })

  it('[AG40] a fine thread has the head and the washer of its size', () => {
    expect(threadOf('M10x1')?.row).toMatchObject({ tap: 9, medium: 11, socketHead: 16 })
  })

  it.each(Object.entries(BEARINGS))('[AG40] bearing %s has a ring between bore and outside', (code, row) => {
    expect(row.outer - row.bore).toBeGreaterThanOrEqual(3)
    expect(row.width).toBeLessThan(row.outer)
    // 04 and up count the bore in fives.
    if (/^6[02]0[4-9]$/.test(code)) expect(row.bore).toBe(5 * Number(code.slice(2)))
    else if (code.length === 3) expect(row.bore).toBe(Number(code.slice(2)))
    expect(row.standard).toMatch(/^ISO 15/)
  })

  it.each(Object.entries(NEMA))('[AG40] NEMA %s: the screws go beside the pilot and inside the face', (_, row) => {
    const hole = threadOf(row.screw)?.row.medium ?? 0
    expect(row.shaft).toBeLessThan(row.pilot)
    expect(row.bolts * Math.SQRT2).toBeGreaterThan(row.pilot + hole)
    expect(row.bolts + hole).toBeLessThan(row.face)
  })

  it('[AG40] a coin is flat and a cell is long, each with its standard', () => {
    for (const { diameter, length, standard, coin } of Object.values(CELLS)) {
      expect(length < diameter).toBe(coin === true)
      expect(standard).toMatch(/^IEC \d/)
    }
  })

  it.each(Object.entries(EXTRUSIONS))('[AG40] profile %s: a millimetre of web stays between two slots', (_, row) => {
    expect(row.opening).toBeLessThan(row.inside)
    expect(row.lip + row.straight).toBeLessThan(row.depth)
    // Slots of neighbouring sides are each other's mirror across the diagonal.
    for (const [x, down] of [
      [row.inside / 2, row.lip + row.straight],
      [row.foot / 2, row.depth],
    ] as const)
      expect(Math.SQRT2 * (row.side / 2 - down - x)).toBeGreaterThan(1)
    expect(row.bore / 2 + 1).toBeLessThan(row.side / 2 - row.depth + 0.01)
  })

  it('[AG40] 2040 is two cells of 20, and 2050 is no profile', () => {
    expect(extrusionOf(2040)).toMatchObject({ cells: 2, row: { side: 20 } })
    expect(extrusionOf(2050)).toBeUndefined()
    expect(planned('2040 extrusion 300 long')).toMatchObject({ length: 300, side: '20, 2040 profile, usual slot 6' })
  })

  it('[AG40] the name of a bought part is looked up and shown with its standard, never taken for millimetres', () => {
    expect(planned('bearing block for a 608')).toMatchObject({
      bearing_outside: '22, 608 bearing, ISO 15',
      bearing_width: '7, 608 bearing, ISO 15',
    })
    expect(planned('NEMA 17 mounting plate 5mm')).toMatchObject({
      thickness: 5,
      length: '42.3, NEMA 17, ICS 16',
      bolt_square: '31, NEMA 17, ICS 16',
      screw_hole: '3.4, M3 medium clearance, ISO 273',
    })
    expect(planned('holder for four 18650 cells')).toMatchObject({
      cells: 4,
      cell_diameter: '18.6, 18650 battery, IEC 61960',
    })
  })

  it('[AG14] what is in no table is said, and a number in millimetres stays one', () => {
    expect(planned('bearing block for a 699')).toBe('AGENT_UNSUPPORTED')
    expect(planned('motor mount for NEMA 99')).toBe('AGENT_NEEDS_ANSWER')
    expect(planned('plate 40x40x5 for NEMA 23')).toBe('AGENT_IMPOSSIBLE')
    expect(planned('plate 60x60x12 with a pocket for a 608 bearing')).toMatchObject({ length: 60, width: 60 })
    expect(planned('plate 608 x 602 x 5')).toMatchObject({ length: 608, width: 602 })
    expect(planned('block 18650 x 30 x 20')).toMatchObject({ length: 18650 })
  })
})
