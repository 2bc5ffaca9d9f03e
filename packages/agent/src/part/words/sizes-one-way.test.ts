import { expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const volume = (words: string) => {
  const read = planPart(words)
  if (!read.ok) throw new Error(`${words}: ${read.error.message}`)
  return Number(read.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals)
}

it.each([
  ['a tray. Inside it should measure 200 by 100 by 30 deep. Walls 3 and floor 3', 206 * 106 * 33 - 600_000],
  ['sealed box, 40 outside each way, wall 4', 64_000 - 32 ** 3],
  ['U channel: 40 mm wide, 40 mm deep, 3 mm all round, 500 mm long', (120 + 2 * 37 * 3) * 500],
  ['finger ring: inside diameter 17.3, 2 mm thick band, 6 mm wide', (Math.PI / 4) * (21.3 ** 2 - 17.3 ** 2) * 6],
  ['quarter of a ring, radii 60 and 40, 10 thick', (Math.PI / 4) * (3600 - 1600) * 10],
  [
    '100x50x20 bar. Mill a step: on the right end, over a length of 30, the height comes down to 12.',
    100_000 - 30 * 50 * 8,
  ],
  [
    'plate 80 x 60 x 8. Put a 10 mm deep... no, make it a 5 mm deep round pocket of 20 mm in the middle',
    38_400 - 500 * Math.PI,
  ],
  ['tray with 4 x 3 cells of 40 x 40 x 45 deep, walls 2', 170 * 128 * 47 - 12 * 40 * 40 * 45],
  ['upright plate 60x60x6 on a base plate 60x50x6. The upright stands on the rear edge of the base.', 39_600],
  ['disc 60 dia x 6. From the middle of it rises a 12 mm post, 70 high.', Math.PI * (900 * 6 + 36 * 70)],
  [
    'Base plate 100 x 60 x 8 with a vertical plate 60 wide, 8 thick and 50 high standing in the middle, with a 20 mm hole in the vertical plate 30 above the base',
    72_000 - 800 * Math.PI,
  ],
])('[AG33] a size is told in its place, in whatever turn of speech: %s', (words, expected) => {
  expect(volume(words)).toBeCloseTo(expected, 0)
})

it('[AG42] an end of a section is closed as thick as its wall, or not at all', () => {
  const tube = planPart('square tube 40 x 40 x 3, 250 long')
  if (!tube.ok) throw new Error(tube.error.message)
  const closed = planPart('close one end with a 3 mm plate', tube.value)
  expect(closed.ok && closed.value.claims.find(({ id }) => id === 'claim:volume')?.expect?.equals).toBeCloseTo(
    444 * 250 + 34 * 34 * 3,
  )
  const other = planPart('close one end with a 5 mm plate', tube.value)
  expect(other.ok ? '' : other.error.message).toContain('as thick as its wall (3 mm)')
})
