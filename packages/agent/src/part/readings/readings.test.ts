import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const planned = (words: string) => {
  const answer = planPart(words)
  if (!answer.ok) throw new Error(`${words}: ${answer.error.message}`)
  return answer.value
}
const codeOf = (words: string) => {
  const answer = planPart(words)
  return answer.ok ? 'built' : answer.error.code
}
/** Extents and volume, as they are promised. */
const measured = (words: string): number[] =>
  planned(words).claims.flatMap(({ id, expect: promise }) =>
    /^claim:[xyz]$|^claim:volume$/.test(id) && typeof promise?.equals === 'number'
      ? [Math.round(promise.equals * 10) / 10]
      : [],
  )

describe('several readings, weighed', () => {
  it.each([
    // What it is for is not made, and says how wide the inside is.
    ['tube for holding a 30 mm pipe, 3 mm wall, 40 long', 'tube 30 id, 3 mm wall, 40 long'],
    ['sleeve that takes an 8 mm bolt, 14 mm outside, 30 long', 'sleeve 8 id, 14 od, 30 long'],
    // Of two nouns the first says which one it is.
    ['printed battery tray 110 x 60 x 15 outside, 2 mm walls', 'printed tray 110 x 60 x 15 outside, 2 mm walls'],
    ['60x60x5 motor plate: 22 mm centre hole', '60x60x5 plate: 22 mm centre hole'],
    // Its outline or its sizes name what has no name.
    ['camera mount, L-shaped, 50 x 50 legs, 40 wide, 3 thick', 'L bracket, 50 x 50 legs, 40 wide, 3 thick'],
    ['shelf pin jig: 300 x 50 x 6, three 5 mm holes 40 mm apart', 'plate 300 x 50 x 6, three 5 mm holes 40 mm apart'],
    // Over is no bound, and one is no number.
    ['disc 140 mm, 18 mm thick, top edge rounded over 3 mm', 'disc 140 mm, 18 mm thick, top edge rounded 3 mm'],
    ['80 wide, 60 tall and 30 deep block. A 20 mm hole through', 'block 80 x 30 x 60. A 20 mm hole through'],
  ])('[AG33] “%s” is “%s”', (words, plain) => expect(measured(words)).toEqual(measured(plain)))

  it('[AG34] a thing read from its sizes is shown as an assumption', () => {
    const { assumed } = planned('widget 40 x 30 x 20 with a 10 mm hole through the middle').understanding
    expect(assumed).toContainEqual(expect.objectContaining({ text: '“widget” is read as “block”' }))
  })

  it.each([
    ['bearing block for a 699', 'AGENT_UNSUPPORTED'],
    ['bevel gear 20 teeth module 2', 'AGENT_UNSUPPORTED'],
    ['holder for a 30 mm pipe', 'AGENT_NEEDS_ANSWER'],
    ['teapot 100 x 80 x 60', 'AGENT_UNSUPPORTED'],
  ])('[AG41] “%s” is made nothing else of: %s', (words, code) => expect(codeOf(words)).toBe(code))
})

describe('numbers that are so anyhow', () => {
  it.each([
    'shaft 20 dia 60 long then 15 dia 40 long, overall 100',
    'hexagonal bar 20 mm across flats (23.1 across corners), 100 long',
    'hollow cube, 40 outside, 2 mm walls, so 36 inside',
    'disc 100 mm dia (50 mm radius) 10 mm thick',
    'angle bracket 50 x 50 x 5, 40 wide, 90 degrees',
    'tube 60 OD, wall 5, giving an inside diameter of 50, length 100',
  ])('[AG14] “%s” is built', (words) => expect(codeOf(words)).toBe('built'))

  it.each([
    'shaft 20 dia 60 long then 15 dia 40 long, overall 110',
    'tube 60 OD, wall 5, giving an inside diameter of 52, length 100',
    'hexagonal bar 20 mm across flats, 25 across corners, 100 long',
  ])('[AG21] “%s” contradicts itself', (words) => {
    const answer = planPart(words)
    expect(answer.ok ? '' : answer.error.code).toBe('AGENT_CONTRADICTION')
    expect(answer.ok ? 0 : (answer.error.spans?.length ?? 0)).toBeGreaterThan(1)
  })

  it('[AG14] what was said again is a claim of its own', () => {
    const { claims } = planned('shaft 20 dia 60 long then 15 dia 40 long, overall 100')
    expect(claims).toContainEqual(
      expect.objectContaining({ from: 'request', expect: { fact: 'size', field: 'z', equals: 100 } }),
    )
  })
})

describe('requests in steps', () => {
  it.each([
    [
      'Start with a 60 x 40 rectangle, extrude it 5 mm, then cut a 10 mm diameter circle in the middle all the way through',
      'plate 60 x 40 x 5 with a 10 mm hole in the middle',
    ],
    [
      '1. Sketch a 80x50 rectangle on XY.\n2. Extrude 10 mm.\n3. Cut a 20 mm diameter hole through the center.',
      'plate 80 x 50 x 10 with a 20 mm hole in the middle',
    ],
    [
      'sketch a circle of diameter 50 and extrude 10 mm. On the top face sketch a circle of 20 diameter and extrude 30.',
      'disc 50 dia 10 thick with a 20 mm diameter boss 30 high on top',
    ],
    [
      'Create a sketch of a rectangle with length 0.75 and width 0.4. Extrude 0.2. Scale the part by 100.',
      'plate 75 x 40 x 20',
    ],
    ['a 40 mm cube with a 20 mm cylinder removed from the centre', 'a 40 mm cube with a 20 mm hole in the centre'],
    ['extrude a hexagon 20 mm across flats by 15 mm', 'hexagon 20 mm across flats, 15 mm thick'],
  ])('[AG33] “%s”', (words, plain) => expect(measured(words)).toEqual(measured(plain)))
})

describe('places', () => {
  const spots = (words: string) => {
    const { plan } = planned(words)
    return plan.bodies[0]?.features.map(({ at }) => at.relations)
  }
  it('[AG29] places that lie outside from the middle are from the lower left corner', () => {
    expect(spots('80x60x5 plate, holes 5 mm dia at (10,10), (70,50)')).toEqual([
      [expect.objectContaining({ kind: 'points', from: 'corner' })],
    ])
    expect(spots('80x60x5 plate, origin at the lower left corner. 5 mm hole at (20, 10)')).toEqual([
      [expect.objectContaining({ kind: 'points', from: 'corner' })],
    ])
  })
  it('[AG29] another corner is so far from its two sides', () => {
    expect(spots('plate 100x60x5 with a 6 mm hole at 10, 15 from the upper right corner')).toEqual([
      [expect.objectContaining({ edge: 'right' }), expect.objectContaining({ edge: 'back' })],
    ])
  })
  it('[AG33] corners of a pocket are no corners of the plate', () => {
    const { plan } = planned(
      'plate 120 x 80 x 6, pocket 60 x 40 x 3 deep, 5 mm holes in the corners of the pocket 6 mm in',
    )
    const [pocket, hole] = plan.bodies[0]?.features ?? []
    expect(hole?.at.upon).toBe(pocket?.id)
    expect(hole?.at.relations).toContainEqual({ kind: 'corners' })
  })
  it.each([
    ['plate 200x40x5, 5 holes 6 mm, first 20 from the left end, then every 40 mm', 5],
    ['plate 200x40x5 with 6 mm holes every 20 mm', 9],
    ['plate 150x150x4, 49 holes of 8 mm (7 by 7), 18 mm apart', 49],
    ['plate 150 x 50 x 5, 4 holes of 6 mm along the length, 10 mm from each end', 4],
    ['plate 220x120x4, four M4 holes on a 200 x 100 pattern and another four on a 100 x 100 pattern', 8],
  ])('[AG33] “%s” has %d holes', (words, count) => {
    const openings = planned(words).claims.find(({ id }) => id === 'claim:openings')
    expect(openings?.expect?.equals).toBe(count)
  })
})
