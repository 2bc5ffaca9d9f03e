import { describe, expect, test } from 'vitest'
import { straighten } from './straighten.ts'

const told = (words: string): string => straighten(words, []).text

describe('AG2 what means the same is read in one way', () => {
  test.each([
    ['plate 80 mm in length and 5 in thickness', 'plate 80 mm long and 5 thick'],
    ['plate 80 x 40 with a thickness of 5 mm', 'plate 80 x 40, 5 mm thick'],
    ['block L=80 W=40 H=20', 'block 80 long 40 wide 20 high'],
    ['plate with a hole of 6 mm in the middle', 'plate with a 6 mm hole in the middle'],
    ['two 5 mm dia. holes', 'two 5 mm holes'],
    ['40*3 flat', '40 x 3 flat'],
    ['shim washer 36 x 26 that is 0.3 mm thick', 'shim washer 36 x 26, 0.3 mm thick'],
    ['pipe of length 80, of 5 mm thickness', 'pipe 80 long, 5 mm thick'],
    ['pin 16 in diameter, stepped to 10 in diameter', 'pin 16 diameter, stepped to 10 diameter'],
    ['shaft 40 long at 20 dia', 'shaft 20 diameter 40 long'],
    ['a wheel 60 mm across, 20 thick', 'a wheel 60 mm diameter, 20 thick'],
    ['feather key 12 by 8 by 60', 'feather key 12 x 8 x 60'],
    ['torus; 60 mm ring diameter; 10 mm tube', 'torus, 60 mm ring diameter, 10 mm tube'],
    ['pipe 60 mm outer diameter, 54 ID (50 long)', 'pipe 60 mm OD, 54 ID, 50 long'],
    ['disc 70 x 6 with a 16 mm dia. hole', 'disc 70 x 6 with a 16 mm hole'],
    ['tray 80 x 60 x 30, four feet, one per corner', 'tray 80 x 60 x 30, four feet, one in each corner'],
    ['spacer 20 diameter outside, 16 lg', 'spacer 20 OD, 16 long'],
    ['sleeve 20 OD x 16', 'sleeve 20 OD, 16 long'],
    ['shaft 20 mm dia. for 40, 30 mm dia. for 20', 'shaft 20 mm dia for 40, 30 mm dia for 20'],
    ['rod 18 round, 240 long', 'rod 18 diameter, 240 long'],
    ['spur gear z=24, module 2', 'spur gear 24 teeth, module 2'],
    ['lid for a 96 by 56 opening', 'lid for a 96 x 56 opening'],
    ['bar with a hole right in the middle', 'bar with a hole in the middle'],
    ['cap 80 inside, to a depth of 12 mm inside', 'cap 80 inside, 12 mm deep inside'],
    ['disc 60 with a 5 mm hole down the middle', 'disc 60 with a 5 mm hole through the centre'],
    ['block 80 x 40 x 20 w/ a hole, w/o a chamfer', 'block 80 x 40 x 20 with a hole, without a chamfer'],
    ['plate 90 x 60 with a 45 mm opening in the middle', 'plate 90 x 60 with a 45 mm hole in the middle'],
    ['panel 90 x 60, two openings of 20 mm', 'panel 90 x 60, two holes of 20 mm'],
    ['plate with two holes 60 apart left and right of it', 'plate with two holes 60 apart either side of it'],
    [
      'plate, four 7 mm holes sit 12 from the edges, one per corner',
      'plate, four 7 mm holes 12 from the edges in each corner',
    ],
    ['plate with 6 mm holes on 80 centres at the corners', 'plate with 6 mm holes on a 80 square'],
    ['plate, two holes halfway along the long sides', 'plate, two holes in the middle of the long sides'],
    ['block 80 x 40 x 20, for 3D printing', 'block 80 x 40 x 20'],
    ['disc with a 30 dia. boss', 'disc with a 30 dia boss'],
    ['five holes in a row, 70 mm from centre to centre', 'five holes in a row, 70 mm apart'],
    ['M8 x 40 bolt, 40 mm long, hex head', 'M8 x 40 bolt, hex head'],
    ['step-down ring, 58 outside', 'ring, 58 outside'],
    ['cone from 20 mm to 12 mm radius', 'cone from radius 20 mm to radius 12 mm'],
    [
      'block 80 x 40, four holes 9 in from the edges, 5 in diameter',
      'block 80 x 40, four holes 9 in from the edges, 5 diameter',
    ],
  ])('%s', (words, same) => {
    expect(told(words)).toBe(told(same))
  })
  test.each([
    ['a list of sizes is no one size', 'block with two holes of 4, 6 and 8 mm'],
    ['what is open at a side is no hole', 'C clip 40 x 30 with a 20 mm opening'],
    ['what is no length stays', 'plate with a hole of 3 parsecs'],
    ['letters that are calculated with stay', 'plate L=80, hole at L/2'],
    ['across a square is none', 'square plate 60 across, 5 thick'],
    ['how far it is moved is no second size', 'move hole 2 by 5 mm'],
    ['how much it grows is not how high it is', 'increase it by 5 mm in height'],
  ])('%s: %s', (_, words) => {
    expect(told(words)).not.toMatch(/⌀|\d (?:mm )?(?:hole|high|long|diameter)/)
  })
})

describe('AG2 a number is what it can only be', () => {
  test.each([
    ['bracket with a 10 hole in the upright', 'bracket with a ⌀10 hole in the upright'],
    ['outer dia. of 80', 'outer diameter of 80'],
    [
      'bearing housing 60 x 60 x 20 with a pocket for a 6202',
      'bearing housing 60 x 60 x 20 with a pocket for a 6202 bearing',
    ],
    ['hook for a 25 mm curtain rail', 'hook for a 25 mm rail'],
    ['four holes spaced 31 mm', 'four holes 31 mm apart'],
  ])('%s', (words, same) => {
    expect(told(words)).toBe(told(same))
  })
  test('two feet with a hole in each are no length', () => {
    expect(told('tube clamp, two feet with 6 mm holes')).toContain('feets')
    expect(told('beam 2 feet long')).not.toContain('feets')
  })
})
