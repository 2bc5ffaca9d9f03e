import { describe, expect, it } from 'vitest'
import { planBox } from './plan-box.ts'

const planned = (words: string, current?: Parameters<typeof planBox>[1]) => {
  const read = planBox(words, current)
  return read.ok ? read.value.recipe : read.error.code
}

describe('compartments by where they lie', () => {
  it.each([
    [
      'tray 300x200x50, front row in 3, back row undivided',
      [
        { type: 'subdivideEvenly', void: 'root', axis: 'z', count: 2 },
        { type: 'subdivideEvenly', void: 'root/1', axis: 'x', count: 3 },
      ],
    ],
    [
      'tray 400x300x60, five compartments: one along the front 80 deep, four behind it',
      [
        { type: 'split', void: 'root', axis: 'z', sizes: ['*', 80] },
        { type: 'subdivideEvenly', void: 'root/0', axis: 'x', count: 4 },
      ],
    ],
    [
      'tray 300x200x50, three columns, the left one 100 wide',
      [{ type: 'split', void: 'root', axis: 'x', sizes: [100, '*', '*'] }],
    ],
  ])('[AG44] “%s”', (words, subdivisions) => expect(planned(words)).toMatchObject({ subdivisions }))

  it('[AG47] one of them is resized, and those resized before stay as they are', () => {
    const first = planned('tray 300x200x50 with 3 columns, left column 100 wide')
    expect(first).toMatchObject({ subdivisions: [{ sizes: [100, '*', '*'] }] })
    if (typeof first === 'string') return
    expect(planned('the right compartment should be 80 mm', first)).toMatchObject({
      subdivisions: [{ sizes: [100, '*', 80] }],
    })
  })
})

it('[AG44] holes in a row are so far apart as was said', () =>
  expect(
    planned('closed box 250x150x100 with three 12 mm cable holes in the back, in a row 40 mm apart'),
  ).toMatchObject({
    panels: [{ face: 'back', cutouts: [{ diameter: 12, x: -40, repeat: { columns: 3, dx: 40 } }] }],
  }))

it.each(['box 200x150x100 with a periscope', 'box 200x150x100 with 4 spikes', 'box 200x150x100 and add a drawbridge'])(
  '[AG41] “%s” orders what no box has, and is refused',
  (words) => expect(planned(words)).toBe('AGENT_UNSUPPORTED'),
)
it('[AG41] an adjective before what is known changes nothing', () =>
  expect(planned('box 200x150x100 with a rustic lid')).toMatchObject({ lid: { kind: 'lift-off' } }))
