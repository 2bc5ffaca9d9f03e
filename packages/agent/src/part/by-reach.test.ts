import { expect, it } from 'vitest'
import { planPart } from '../index.ts'

const claimsOf = (words: string) => {
  const planned = planPart(words)
  if (!planned.ok) throw new Error(planned.error.message)
  return planned.value.claims
}
const claim = (words: string, said: string) => claimsOf(words).find(({ text }) => text.includes(said))?.expect

it('[AG14] how far slots are apart is held to where each of them is', () => {
  expect(claim('plate 120 x 60 x 5 with two slots 6 x 16, 50 apart', 'spacing 50')).toEqual({
    fact: 'reaches',
    field: 'filled.x[box=(-33,-3,0,-17,3,5)|(17,-3,0,33,3,5)]',
    equals: 2,
  })
})

it('[AG14] posts on a floor are held to where they stand', () => {
  const words = 'tray 90 x 61 x 17 outside, 2 mm walls and floor, four solid 6 mm posts 4 high on a 58 x 49 pattern'
  expect(claim(words, '58')?.field).toContain('(-32,-27.5,2,-26,-21.5,6)')
})

it('[AG14] what is on a circle is turned at each place, and round ends stay round', () => {
  const { field } =
    claim('disc 150 dia 8 thick with 6 radial slots 24 x 10 on a 100 mm bolt circle', 'circle 100') ?? {}
  expect(field).toContain('(38,-5,0,62,5,8)')
  const half = (14 * Math.cos(Math.PI / 3) + 10) / 2
  expect(field).toContain(`(${25 - half},`)
})

it('[AG14] grooves in a row lie beside each other and not behind each other', () => {
  expect(claim('block 80 x 40 x 30 with two 6 wide 4 deep grooves along the top, 15 apart', 'spacing 15')?.field).toBe(
    'filled.y[box=(-40,-10.5,26,40,-4.5,30)|(-40,4.5,26,40,10.5,30)]',
  )
})

it('[AG14] a bite is held to its side', () => {
  const words = 'strip 100 x 20 x 4 with six slots 6 wide and 12 deep, open to one long edge, 15 mm pitch, centred'
  expect(claim(words, 'spacing 15')?.field).toMatch(/^filled\.x\[box=\(-40\.5,-?\d+,0,-34\.5,-?\d+,4\)\|/)
})

it('[AG14] a number of things in each leg is held to all that there are', () => {
  const words = 'flat L bracket, legs 80 mm, 20 wide, 3 mm thick, two 5 mm holes in each leg'
  expect(claim(words, 'number of holes two')).toMatchObject({ fact: 'reaches', equals: 4 })
})

it('[AG14] a round and a bevelled edge that meet are held to there being strips of that size', () => {
  const words = '80x50x20 block with 8mm rounded vertical corners and a 2mm chamfer on the top edges'
  expect(claim(words, 'corner radius')).toEqual({ fact: 'fillet', field: 'count[radius=8]', min: 1 })
  expect(claim(words, 'chamfer')).toEqual({ fact: 'chamfer', field: 'count[radius=2]', min: 1 })
})

it('[AG14] grooves around a shaft are held to where each band of it is', () => {
  const words = 'shaft 20 dia 100 long with two circlip grooves 1.3 wide, 1 deep, 8 mm from each end'
  expect(claim(words, 'centre to edge 8')?.field).toMatch(/^filled\.z\[box=\(-10,-10,[\d.]+,10,10,[\d.]+\)\|/)
})

it('[AG14] what stands on a body and is one with it is held to where it stands', () => {
  const words = 'board 180 x 30 x 10 with four 5 mm pegs 25 long standing straight out in a row, 40 mm apart'
  expect(claim(words, 'spacing 40')).toMatchObject({ fact: 'reaches', equals: 4 })
})

it('[AG14] a place at 0 is a place', () => {
  const words = 'plate 120x80x4 with three 6 mm holes at x=-40mm, 0mm, 40mm, y=0mm'
  expect(claimsOf(words).filter(({ expect: one }) => one === undefined)).toEqual([])
})

it('[AG29] a groove that is so far from a side runs along it', () => {
  const words = 'block 80 x 60 x 20 with a 10 wide 5 deep groove across the bottom, 20 mm from the front'
  expect(claimsOf(words).find(({ expect: one }) => one?.fact === 'volume')?.expect?.equals).toBeCloseTo(92000)
})

it('[AG14] stretches that are alike are held to where each of them is', () => {
  const words = 'Shaft 160 long: Ø20 for 40, Ø30 for 80, Ø20 for the rest'
  expect(claim(words, 'length 40')).toEqual({
    fact: 'reaches',
    field: 'filled.z[box=(-10,-10,0,10,10,40)|(-15,-15,40,15,15,120)|(-10,-10,120,10,10,160)]',
    equals: 3,
  })
})
