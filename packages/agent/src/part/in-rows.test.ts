import { expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const volume = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return Number(read.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals)
}
const script = (words: string) => {
  const read = planPart(words)
  return read.ok ? read.value.script : read.error.message
}

it('[AG32] ribs and fins in a row stand across it', () => {
  const ribs = 'plate 100 x 60 x 5 with five ribs 3 mm thick and 20 mm high'
  expect(script(`${ribs}, running along the length`)).toMatch(/Box\(length, boss_width.*GridLocations\(0, width/)
  expect(script(`${ribs}, spaced along the 100 mm`)).toMatch(/Box\(boss_width, width.*GridLocations\(length/)
  expect(volume(`${ribs}, spaced along the 100 mm`)).toBeCloseTo(100 * 60 * 5 + 5 * 3 * 20 * 60)
})

it('[AG32] four holes a step apart stand in a row where a square would fill what is narrow', () => {
  expect(script('plate 200 x 30 x 5 with four 6 mm holes 50 mm apart')).toContain('hole_count, 1)')
  expect(script('plate 100 x 100 x 5 with four 6 mm holes 50 mm apart')).toContain('hole_spacing, 2, 2)')
})

it('[AG33] where the wall of a profile is said apart, the third size was its length', () => {
  expect(volume('U channel 40 x 30 x 150, wall thickness 3')).toBeCloseTo((40 + 2 * 27) * 3 * 150)
  expect(volume('square tube 40 x 40 x 300, wall 2')).toBeCloseTo((1600 - 1296) * 300)
  expect(volume('angle 30x30x3, 200 long')).toBeCloseTo((30 + 27) * 3 * 200)
})

it('[AG32] a slot with a depth and no length goes all along', () => {
  expect(volume('block 40x30x60 with a slot 12 mm wide and 35 mm deep in the top')).toBeCloseTo(72_000 - 12 * 35 * 40)
})

it('[AG22] what is to be in a lid that is not there is asked about, and not lost', () => {
  expect(script('box 80x60x40 printed, walls 2, with a slot 10 wide 3 deep in the lid')).toContain('has none')
})

it('[AG32] a grid keeps the places empty that are left out', () => {
  const plate = 'plate 90 x 90 x 5 with a 3 x 3 grid of 6 mm holes at 25 mm pitch'
  expect(volume(`${plate}, leave out the middle one`)).toBeCloseTo((8100 - 8 * Math.PI * 9) * 5)
  expect(volume(`${plate} with the corners left out`)).toBeCloseTo((8100 - 5 * Math.PI * 9) * 5)
  expect(script('plate 90 x 90 x 5 with a 4 x 2 grid of 6 mm holes at 15 mm pitch, omit the middle one')).toContain(
    'left out',
  )
})

it('[AG32] rows that far apart, holes that far: one step across and one along', () => {
  expect(script('plate 100 x 60 x 5 with 2 rows of 3 holes 5 mm, rows 40 apart, holes 30 apart')).toContain(
    'GridLocations(hole_spacing, hole_spacing_y, hole_columns, hole_rows)',
  )
})

it('[AG32] slots that stand upright on the drawing of a plate lie across it', () => {
  expect(script('plate 140 x 50 x 6 with two vertical slots 30 x 8 at x = ±40')).toContain('rotation=90')
  expect(script('plate 140 x 50 x 6 with a slot 30 x 8 rotated 90 degrees')).toContain('rotation=90')
})

it('[AG32] what is not round is turned about its own middle; a round hole is asked about its circle', () => {
  expect(script('plate 140 x 50 x 6 with a slot 30 x 8 rotated 45 degrees')).toContain('Rot(Z=slot_turn)')
  expect(script('plate 140 x 50 x 6 with a 10 mm hole rotated 45 degrees')).toContain('not clear')
})

it('[AG32] holes of a plate with a window in its middle lie on the border around it', () => {
  expect(script('plate 120 x 80 x 3 with a 90 x 50 opening, six 6 mm holes')).toContain(
    '(0, -(width + cutout_width) / 4)',
  )
})

it.each([
  'the outer two 15 mm from the ends',
  'the outer ones 15 mm from the ends',
  'the first and the last 15 mm from each end',
  'the middle one in the centre, the others 15 mm from the ends',
])('[AG32] a row is told by its outermost: %s', (where) => {
  const read = planPart(`strip 140 x 20 x 4 with three 4.5 mm holes along the middle, ${where}`)
  expect(read.ok && read.value.claims.find(({ id }) => id === 'claim:holes')?.expect?.equals).toBe(3)
})

it.each([
  'three holes through it, 4, 6 and 8 mm, 15 mm apart',
  '4, 6 and 8 mm holes straight through, 15 mm between centres, middle one in the centre',
  'holes 4, 6 and 8 mm, spaced 15 mm along the length, the 6 mm one in the centre',
])('[AG14] holes of a row, each of its own size, are measured one by one and all together: %s', (holes) => {
  const read = planPart(`block 60 x 25 x 20 with ${holes}`)
  expect(read.ok && read.value.claims.filter(({ expect: held }) => !held)).toEqual([])
  expect(volume(`block 60 x 25 x 20 with ${holes}`)).toBeCloseTo(30_000 - (4 + 9 + 16) * Math.PI * 20)
})

it('[AG32] corners of a sentence of their own are of the whole, and not of what was cut last', () => {
  const window = 'plate 80 x 80 x 3 with a 30 x 20 window in the middle'
  const off = (radius: number) => (4 - Math.PI) * radius ** 2
  expect(volume(`${window}. Corners R6.`)).toBeCloseTo((6400 - 600 - off(6)) * 3)
  expect(volume(`${window}, all four corners radius 4`)).toBeCloseTo((6400 - 600 - off(4)) * 3)
  expect(volume(`${window}. The corners of the window are rounded 3 mm.`)).toBeCloseTo((6400 - 600 + off(3)) * 3)
})
