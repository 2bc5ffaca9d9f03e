import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const made = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return read.value
}
const volume = (words: string): number => {
  const found = made(words).claims.find(({ expect }) => expect?.fact === 'volume')?.expect?.equals
  return typeof found === 'number' ? found : Number.NaN
}
const refused = (words: string) => {
  const read = planPart(words)
  return read.ok ? undefined : read.error
}
const cylinder = (diameter: number, length: number) => (Math.PI / 4) * diameter ** 2 * length

describe('what is turned', () => {
  it.each([
    [
      'flange 100 OD 10 thick, 4 holes Ø9 PCD 78 with a 2 mm chamfer on the top outer edge',
      cylinder(100, 10) - 4 * cylinder(9, 10) - Math.PI * 4 * (50 - 2 / 3),
    ],
    ['cap 50 ID, 20 deep, 3 mm wall, 5 mm top', cylinder(56, 25) - cylinder(50, 20)],
    [
      'pipe 50 OD, 40 ID, 120 long with a flange 90 x 10 at both ends, four 9 mm holes in each on a 70 PCD',
      cylinder(50, 100) + cylinder(90, 20) - cylinder(40, 120) - 8 * cylinder(9, 10),
    ],
    [
      'flange Ø100 thickness 10 with hub Ø50 total height 35, through bore Ø25',
      cylinder(100, 10) + cylinder(50, 25) - cylinder(25, 35),
    ],
    [
      'pulley 60 dia 20 wide with a hub 30 dia, 32 wide in all, bore 12',
      cylinder(60, 20) + cylinder(30, 12) - cylinder(12, 32),
    ],
    ['disc 50 dia 12 thick, 10 mm bore 8 off centre', cylinder(50, 12) - cylinder(10, 12)],
    ['spacer, 10 mm bolt goes through, 25 outside, 12 thick', cylinder(25, 12) - cylinder(10, 12)],
    ['bushing 30 outside, 40 long, a 12 mm rod slides through', cylinder(30, 40) - cylinder(12, 40)],
    ['shaft 20 dia 160 long, M6 x 15 tapped in both ends', cylinder(20, 160) - 2 * cylinder(5, 15)],
    [
      'Bushing 25 long, 20 OD, 14 bore, collar 28 OD and 4 thick at one end (within the 25)',
      cylinder(20, 21) + cylinder(28, 4) - cylinder(14, 25),
    ],
  ])('[AG33] each number is of what its words stand beside: %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it.each([
    ['shaft 40 x 120, both ends reduced to 20 dia over 25 mm', cylinder(40, 70) + cylinder(20, 50)],
    [
      '30 mm round stock 100 long. Turn one end down to 20 for 25 and the other end to 15 for 10.',
      cylinder(30, 65) + cylinder(20, 25) + cylinder(15, 10),
    ],
    ['stepped pin: diameters 20/16/12, lengths 10/20/30', cylinder(20, 10) + cylinder(16, 20) + cylinder(12, 30)],
    [
      'stepped shaft with diameters 30, 20 and 10 mm, each 40 mm long',
      40 * (cylinder(30, 1) + cylinder(20, 1) + cylinder(10, 1)),
    ],
    ['dumbbell: two 60 mm discs 15 thick joined by a 20 mm bar, 150 overall', 2 * cylinder(60, 15) + cylinder(20, 120)],
    ['16 mm shaft, 80 long, the last 15 mm milled to an 11 mm square', cylinder(16, 65) + 121 * 15],
    ['rivet: shank 6 dia x 20, half round head 12 dia', cylinder(6, 20) + (2 / 3) * Math.PI * 6 ** 3],
    ['pin 10 dia, 40 long overall, one end fully rounded (R5)', cylinder(10, 40) - (Math.PI * 5 ** 3) / 3],
    ['silo: cylinder 100 dia 150 tall with a conical roof 40 high', cylinder(100, 150) + cylinder(100, 40) / 3],
  ])('[AG24] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG14] as many steps as were counted, and as long as all of them', () => {
    expect(refused('step pulley blank, five steps 60, 45 and 30 mm diameter, each 15 mm wide')?.code).toBe(
      'AGENT_NEEDS_ANSWER',
    )
    expect(refused('dumbbell: two 60 mm discs 15 thick joined by a 20 mm bar, 25 overall')).toBeDefined()
  })

  it('[AG32] a keyway, a groove and a flat lie in the step that is named by its diameter', () => {
    const keyed = made('shaft: 20 dia 50 long, 15 dia 30 long, 10 dia 20 long, keyway 5x3 along the 15 mm part').script
    expect(keyed).toContain(
      'shaft -= Pos(stage_diameter / 2 - keyway_depth, 0, length) * Box(keyway_depth, keyway_width, stage_length',
    )
    expect(refused('shaft: 20 dia 50 long, 15 dia 30 long, keyway 5x3 along the 17 mm part')?.message).toContain(
      '17 mm',
    )
    expect(made('shaft 20 x 80, groove 3 wide 2 deep 10 mm from the bottom').script).toContain(
      'Pos(0, 0, groove_inset) *',
    )
  })

  it('[AG17] what is milled across a round bar is known by formula', () => {
    // A strip 8 wide and 4 deep at its middle, 50 long, of a bar of 25.
    const r = 12.5
    const strip = r ** 2 * Math.asin(4 / r) + 4 * Math.sqrt(r ** 2 - 16) - (r - 4) * 8
    expect(volume('Ø25 shaft 200 long, 8x4 keyway running in 50 mm from the end')).toBeCloseTo(
      cylinder(25, 200) - strip * 50,
      3,
    )
    // Two equal bars that cross: Steinmetz.
    expect(volume('cylinder 20 dia 100 long with a 19.999999 mm cross hole through the middle')).toBeCloseTo(
      cylinder(20, 100) - (16 / 3) * 1000,
      0,
    )
  })

  it('[AG17] a hole through both walls is two holes where it is measured', () => {
    const { claims } = made(
      '30 mm OD x 24 mm ID tube 80 long with a 6 mm hole drilled through both walls, 15 mm from one end',
    )
    expect(claims.find(({ expect }) => expect?.fact === 'hole')?.expect).toMatchObject({ equals: 2 })
  })
})

describe('bores', () => {
  it.each([
    [
      'reducer sleeve: outside 32 mm, bore 25 mm for the first 20 mm and 20 mm for the remaining 15, total length 35',
      cylinder(32, 35) - cylinder(25, 20) - cylinder(20, 15),
    ],
    [
      'bush 40 OD 30 long, bored 25 dia x 10 deep from one end, 16 through',
      cylinder(40, 30) - cylinder(25, 10) - cylinder(16, 20),
    ],
    ['reducing bush to fit a 12 mm bolt in a 16 mm hole, 20 long', cylinder(16, 20) - cylinder(12, 20)],
    [
      'double flanged bushing: 30 long overall, body 25 OD, a 35 x 3 flange at each end, bore 18',
      cylinder(25, 24) + 2 * cylinder(35, 3) - cylinder(18, 30),
    ],
    ['open ring: OD 32, ID 26, 3 thick, with a 60 degree gap', ((cylinder(32, 3) - cylinder(26, 3)) * 5) / 6],
    ['spacer tube 1 OD .5 ID 2 long, inches', 25.4 ** 3 * (cylinder(1, 2) - cylinder(0.5, 2))],
  ])('[AG24] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG21] what is left of the length has to be left of it', () => {
    expect(
      refused(
        'reducer sleeve: outside 32 mm, bore 25 mm for the first 20 mm and 20 mm for the remaining 16, total length 35',
      ),
    ).toBeDefined()
  })

  it('[AG26] a number thread carries its pitch', () => {
    expect(refused('hex standoff, 1/4" A/F, 3/4" long, tapped #4-41 thru')?.code).toBe('AGENT_UNSUPPORTED')
  })
})

describe('what is bought', () => {
  it('[AG40] boards become the holes that the table has for them, their digits no sizes', () => {
    const { script } = made('Raspberry Pi 4 mounting plate, 95 x 65, 3 mm thick')
    expect(script).toContain('GridLocations(hole_spacing, hole_spacing_y, 2, 2)')
    expect(script).toMatch(/hole_spacing = 58\.0.*Raspberry Pi 4/)
    expect(script).toMatch(/hole_spacing_y = 49\.0/)
    expect(made('Arduino Mega mounting plate 3 mm thick').script).toContain('(hole_x_6, hole_y_6)')
    expect(made('plate 120x100x4 with M2.5 clearance mounting holes for a Raspberry Pi Zero').script).toMatch(
      /hole_diameter = 2\.9/,
    )
  })

  it('[AG22] a board that is not in the table is named', () => {
    expect(refused('mounting plate for an ESP32, 60x40x3')?.message).toMatch(/“ESP32” is not in the table of boards/)
    expect(refused('plate for a Raspberry Pi 7, 95 x 65 x 3')?.message).toMatch(/“Raspberry Pi 7” is not/)
  })

  it('[AG40] the holes of a motor lie where it is said', () => {
    const { script } = made(
      'L-shaped motor bracket, both legs 60 mm, 50 mm wide, 5 mm thick; NEMA 17 hole pattern in the upright leg and four M5 holes in the base',
    )
    expect(script.match(/x_dir=\(0, -1, 0\)/g)).toHaveLength(2)
  })

  it.each([
    ['608 bearing', cylinder(22, 7) - cylinder(8, 7)],
    ['block 70 x 70 x 20 with a pocket for a 6204 bearing in the top', 70 * 70 * 20 - cylinder(47, 14)],
    ['key 5 x 5 x 20 DIN 6885 B', 500],
    ['parallel key 8x7x40 with round ends', 7 * (32 * 8 + Math.PI * 16)],
    ['M10 nut, DIN 934', 8 * ((Math.sqrt(3) / 2) * 17 ** 2 - cylinder(8.5, 1))],
  ])('[AG40] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })
})

describe('hubs, bores and holes of what is round', () => {
  it.each([
    [
      'hub: 60 mm disc 8 thick; on one side a 30 mm boss 12 high, on the other side a 24 mm boss 5 high; 12 mm bore right through',
      cylinder(60, 8) + cylinder(30, 12) + cylinder(24, 5) - cylinder(12, 25),
    ],
    [
      'disc 80 x 6 with a 40 x 10 hub on both sides and a 12 mm bore',
      cylinder(80, 6) + 2 * cylinder(40, 10) - cylinder(12, 26),
    ],
    [
      'flange 110 dia x 14, hub 55 dia, total length 55, bore 30, 6 holes Ø10.5 on 85 PCD',
      cylinder(110, 14) + cylinder(55, 41) - cylinder(30, 55) - 6 * cylinder(10.5, 14),
    ],
    [
      'disc 50 dia 6 thick, on top a 20 dia boss 12 high, 7 mm hole 14 deep from the top of the boss',
      cylinder(50, 6) + cylinder(20, 12) - cylinder(7, 14),
    ],
    [
      'flat belt idler: 30 mm dia, 12 mm between flanges, flanges 36 dia and 2 thick on both sides, bore 8',
      cylinder(30, 12) + 2 * cylinder(36, 2) - cylinder(8, 16),
    ],
    [
      'disc Ø100 x 3, Ø6 holes: one in the center, 6 on a 30 mm circle and 12 on a 60 mm circle',
      cylinder(100, 3) - 19 * cylinder(6, 3),
    ],
  ])('[AG27] [AG32] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it.each([
    [
      'Bar Ø50, 80 long. Turn Ø40 for 50 mm from the right face, then Ø30 for 30 mm from the same face.',
      cylinder(50, 30) + cylinder(40, 20) + cylinder(30, 30),
    ],
    [
      'bushing Ø60 x 70: bored Ø45 x 25 deep from one end, Ø40 x 20 deep from the other, Ø30 through the rest',
      cylinder(60, 70) - cylinder(45, 25) - cylinder(40, 20) - cylinder(30, 25),
    ],
    [
      'tapered spacer: 30 OD at one end, 20 OD at the other, 10 bore, 25 long',
      (Math.PI / 12) * 1900 * 25 - cylinder(10, 25),
    ],
  ])('[AG24] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG27] holes towards the axis stand all round, and stay between the ends', () => {
    const { script, claims } = made('ring 80 OD 60 ID 10 thick with four M5 tapped holes radially, equally spaced')
    expect(script).toContain('Rot(Z=turn * 360 / hole_count) * (Plane(')
    expect(claims.find(({ expect }) => expect?.fact === 'hole')?.expect).toEqual({
      fact: 'hole',
      field: 'count[diameter=4.2, through]',
      equals: 4,
    })
    expect(refused('ring 80 OD 60 ID 3 thick with four M5 tapped holes radially')?.code).toBe('AGENT_IMPOSSIBLE')
  })

  it('[AG27] [AG30] a set screw is tapped, and goes into the hub', () => {
    const { script } = made('flange 80 dia 10 thick, hub 40 dia 20 high, bore 20, M5 set screw hole')
    expect(script).toMatch(/hole_diameter = 4\.2/)
    expect(script).toContain('Plane((hub_diameter / 2, 0, thickness + hub_height / 2)')
  })

  it('[AG22] on which side a second hub stands is asked about', () => {
    expect(refused('flange 100 dia 10 thick, hub 50 dia 20 high, spigot 60 dia 5 high')?.message).toMatch(
      /On which side/,
    )
  })

  it('[AG24] a grade of steel is no size, and “in” before it no inch', () => {
    expect(volume('flange Ø100 x 10 in C45')).toBeCloseTo(cylinder(100, 10), 3)
  })
})

describe('outlines', () => {
  it.each([
    [
      'five-pointed star 5 thick, points on a 60 mm circle, notches on a 25 mm circle',
      5 * 30 * 12.5 * Math.sin(Math.PI / 5) * 5,
    ],
    ['trapezoid plate, parallel sides 100 and 60, 50 apart, 10 mm thick', 80 * 50 * 10],
    ['equilateral triangle, 100 mm tall, 8 mm thick', (100 ** 2 / Math.sqrt(3)) * 8],
    [
      'hex tile with 40 mm sides, 6 mm thick, corners rounded 5 mm',
      6 * (((3 * Math.sqrt(3)) / 2) * 1600 - 6 * (Math.tan(Math.PI / 6) - Math.PI / 6) * 25),
    ],
  ])('[AG33] %s', (words, expected) => {
    expect(volume(words)).toBeCloseTo(expected, 3)
  })

  it('[AG33] a size behind a size word has its own, be it a noun: 30 OD 20 bore', () => {
    expect(made('bushing 30 OD 20 bore 40 long').plan.bodies[0]?.family).toBe('tube')
    expect(volume('bushing 30 OD 20 bore 40 long')).toBeCloseTo(((30 ** 2 - 20 ** 2) * Math.PI * 40) / 4, 3)
  })
})

it('[AG22] a gasket of two sizes is asked how thick it is, and not made as thick as the second', () => {
  expect(refused('gasket 120 x 80')?.code).toBe('AGENT_NEEDS_ANSWER')
  expect(refused('gasket 80 x 1.5')).toBeUndefined()
})
