import { expect, it } from 'vitest'
import { readKind } from './read-kind.ts'

it.each([
  ['open top box 150x100x80', undefined, 'box'],
  ['a tray 200x120x60 with 3x2 compartments', undefined, 'box'],
  ['box for 24 AA cells', undefined, 'box'],
  ['laser cut enclosure for a raspberry pi from 3 mm plywood', undefined, 'box'],
  ['plate 80 x 60 x 10 with four M4 holes', undefined, 'part'],
  ['a 3d printed box 80x60x30 with 2 mm walls and filleted edges', undefined, 'part'],
  ['an enclosure 80x60x30 with screw bosses', undefined, 'part'],
  ['20 x 10 x 2 washer', undefined, 'part'],
  ['letterbox flap: 235 wide, 65 high, 1.5 mm thick', undefined, 'part'],
  ['tray about 200 x 100 x 40, 3 mm thick', undefined, 'box'],
  ['80 x 60 x 10', undefined, 'part'],
  ['make it 10 mm taller', 'box', 'box'],
  ['make it 10 mm taller', 'part', 'part'],
  ['use M5 instead', 'part', 'part'],
  ['5 mm plywood but keep the inside', 'box', 'box'],
  ['a washer 20 x 10 x 2', 'box', 'part'],
  ['open top box 150x100x80', 'part', 'box'],
  ['make the box 20 mm taller', 'part', 'part'],
  ['with a lid', 'box', 'box'],
  ['add a hook on the back', 'box', 'box'],
  ['now please add a tray', 'part', 'part'],
  ['a lid 80 x 60 x 3, printed', 'box', 'part'],
  ['a cube of 20 that weighs at most 10 g in PLA', 'box', 'part'],
  ['a lid', 'box', 'box'],
  ['two handles', 'box', 'box'],
  ['a lid', 'part', 'part'],
  ['a plywood bracket with fingers and screws, milled', undefined, 'ask'],
  ['shelf bracket 100 x 50 x 20, 5 thick', undefined, 'part'],
  ['screw organizer 200 x 100 x 50', undefined, 'box'],
  ['bird house 20 x 20 x 30 cm', undefined, 'box'],
] as const)('[AG49] “%s” over %s is a %s', (words, current, kind) => {
  expect(readKind(words, current)).toBe(kind)
})
