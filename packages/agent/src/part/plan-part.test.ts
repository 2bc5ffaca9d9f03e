import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const plan = (words: string) => {
  const planned = planPart(words)
  if (!planned.ok) throw new Error(`${words}: ${planned.error.message}`)
  return planned.value
}
const script = (words: string): string => plan(words).script
const refused = (words: string): string => {
  const planned = planPart(words)
  return planned.ok ? planned.value.script : planned.error.code
}
/** The plan's sizes, by name. */
const sizes = (words: string): Record<string, number> =>
  Object.fromEntries(plan(words).plan.names.map(({ name, value }) => [name, value]))
const after = (first: string, ...edits: string[]) => {
  let current = plan(first)
  for (const words of edits) {
    const edited = planPart(words, current)
    if (!edited.ok) throw new Error(`${words}: ${edited.error.message}`)
    current = edited.value
  }
  return current
}
const PLATE = 'a plate 80 × 60 × 10 with four M4 holes, 8 mm from the edges'

describe('parts from words', () => {
  it('[AG38] a script reads like one that a person wrote: request, parameters, one statement per feature', () => {
    const text = script(PLATE)
    expect(text).toContain(`# ${PLATE}`)
    expect(text).toMatch(/^hole_diameter = 4\.5 .*M4 medium clearance, ISO 273$/m)
    expect(text).toContain('GridLocations(length - 2 * hole_inset, width - 2 * hole_inset, 2, 2)')
    expect(text.trimEnd().endsWith('result = plate')).toBe(true)
  })

  it('[AG27] stock told by its section lies along x, and a plate is as thick as its least size, in whatever turn they are said', () => {
    expect(sizes('bar 20 x 10 x 300')).toMatchObject({ length: 300, width: 20, height: 10 })
    expect(sizes('steel strip 20 x 3 x 300')).toMatchObject({ length: 300, width: 20, thickness: 3 })
    expect(sizes('plate 5 x 80 x 60')).toMatchObject({ length: 80, width: 60, thickness: 5 })
    expect(sizes('block 20 x 10 x 300')).toMatchObject({ length: 20, width: 10, height: 300 })
    expect(refused('bar 20 x 20 x 150 with an 8 mm hole 20 mm from each end')).toContain('length = 150.0')
  })

  it('[AG38] equal words print equal bytes', () => {
    expect(script('washer 20 mm OD, 10.5 mm hole, 2 mm thick')).toBe(
      script('washer 20 mm OD, 10.5 mm hole, 2 mm thick'),
    )
  })

  it('[AG38] a request cannot write code: line ends and quotes stay in the comment', () => {
    const text = script('plate 80x60x10 named "x"\nimport os')
    expect(text.split('\n').filter((line) => line.includes('import'))).toEqual([
      expect.stringMatching(/^#/),
      'from build123d import *',
    ])
  })

  it('[AG21] empty and nonsense are refused with examples', () => {
    expect(refused('')).toBe('AGENT_NOT_UNDERSTOOD')
    expect(refused('what is your password?')).toBe('AGENT_NOT_UNDERSTOOD')
  })

  it('[AG14] a number that nobody can place is asked about', () => {
    expect(refused('plate 80 x 60 x 10, 17 of the wombats')).toBe('AGENT_NEEDS_ANSWER')
  })

  it.each([
    ['plate 80 x 60 x 10 with a 90 mm hole', 'AGENT_IMPOSSIBLE'],
    ['tube 20 mm OD, 30 mm ID, 50 long', 'AGENT_CONTRADICTION'],
    ['plate 40x30x5 with 20 mm corner radius', 'AGENT_IMPOSSIBLE'],
    ['plate 80x60x5 with two holes of 5 mm, one in each corner, 8 mm from the edges', 'AGENT_CONTRADICTION'],
    ['plate 80x60x5 with an M5 clearance hole (4.2 mm)', 'AGENT_CONTRADICTION'],
    ['a teapot 120 mm tall', 'AGENT_UNSUPPORTED'],
    ['ett block med hål 20 mm', 'AGENT_NOT_UNDERSTOOD'],
  ])('[AG36] “%s” is refused', (words, code) => expect(refused(words)).toBe(code))
})

describe('reading', () => {
  it.each([
    ['80 x 60 x 10 mm plate', { length: 80, width: 60, thickness: 10 }],
    ['Plate: thickness 10, 60 wide, length of 80 mm', { length: 80, width: 60, thickness: 10 }],
    ['a 3 inch by 2 inch plate 1/4" thick', { length: 76.2, width: 50.8, thickness: 6.35 }],
    ['washer OD18 ID6.4 t=1.6', { outside_diameter: 18, inside_diameter: 6.4, thickness: 1.6 }],
    ['flange dia 150 thk 12 bore 60', { outside_diameter: 150, thickness: 12, bore: 60 }],
    ['palte 80 x 60 x 10 mm', { length: 80, width: 60, thickness: 10 }],
  ])('[AG43] “%s”', (words, expected) => expect(sizes(words)).toMatchObject(expected))

  it('[AG43] a word that was mended is said', () => {
    expect(plan('flat washr 20 OD 10 ID 2 thick').understanding.assumed.map(({ name }) => name)).toContain('spelling')
  })

  it('[AG26] `4x M5` and `2x4 grid` are counts, not sizes', () => {
    expect(sizes('plate 80x60x5, 4x M5 clearance in the corners 8 mm from the edges')).toMatchObject({
      hole_diameter: 5.5,
    })
    expect(sizes('plate 100x80x5 with a 2x4 grid of 5 mm holes, 15 mm apart')).toMatchObject({
      hole_columns: 2,
      hole_rows: 4,
      hole_diameter: 5,
    })
  })

  it('[AG23] what nobody said is listed', () => {
    expect(plan('a solid 80 mm shaft with a keyway').understanding.assumed.length).toBeGreaterThan(1)
  })

  it.each([
    ['plate 80x60x10, 1 mm chamfer on all four corners', 'plate 80x60x10, 1 mm chamfer on all five corners'],
    ['block 20x20x80, 1 mm chamfer on all twelve edges', 'block 20x20x80, 1 mm chamfer on all eleven edges'],
  ])('[AG88] “%s” is not “%s”', (words, changed) => {
    expect(planPart(words).ok).toBe(true)
    expect(planPart(changed).ok).toBe(false)
  })
})

describe('every word is accounted for', () => {
  const unread = (words: string) =>
    plan(words).understanding.spans.flatMap(({ at, role, as }) =>
      role === 'unread' && as === 'shape' ? [words.slice(...at)] : [],
    )
  it('[AG35] a hole that is named before its plate is in the plate', () => {
    expect(sizes('countersunk M4 hole in a 30x30x6 plate')).toMatchObject({ hole_diameter: 4.5, thickness: 6 })
  })

  it.each([
    ['a tapered plate 30x40x5', 'tapered'],
    ['plate 80x60x5 with honeycomb', 'honeycomb'],
    ['plate 80x60x5 with a knurled edge', 'knurled'],
  ])('[AG41] “%s” is not done: nothing listened to “%s”', (words, word) => expect(unread(words)).toContain(word))

  it('[AG35] a screw whose size gave way to one that was said is noted', () => {
    const words = 'M4 hex standoff 20 mm long, 5.5 mm across flats, bored 2.5 mm'
    const noted = plan(words).understanding.spans.filter(({ role }) => role === 'noted')
    expect(noted.map(({ at }) => words.slice(...at).trim())).toEqual(['M4'])
  })

  it('[AG35] `hex standoff M3 20 mm` is 20 mm long; a T-nut is no hex nut; a D is no round hole', () => {
    expect(sizes('hex standoff M3 20mm')).toMatchObject({ across_flats: 5.5, height: 20 })
    expect(sizes('hex standoff M3x20')).toMatchObject({ across_flats: 5.5, height: 20 })
    expect(refused('T-nut 20x10x6')).toBe('AGENT_UNSUPPORTED')
    expect(script('knob 30 mm diameter 20 tall with a 6mm D-shaft hole')).toContain('hole_flat')
  })

  it('[AG34] numbers find what they are said of: the body, its edges, a step within its length', () => {
    expect(sizes('a cube with rounded edges 30mm r3')).toEqual({ side: 30, fillet_radius: 3 })
    expect(script('shaft 12 mm, 100 long, stepped down to 8 mm for the last 20 mm')).toContain('length - stage_length')
    expect(refused('shaft 12 dia, 100 long, stepped to 8 mm for the last 120')).toBe('AGENT_IMPOSSIBLE')
  })
})

describe('places and numbers of pieces', () => {
  it('[AG14] a distance said of a piece is the piece’s, or is asked about', () => {
    const words = (from: number) =>
      `T-handle: 15 mm diameter x 60 mm shank; a 5 mm diameter x 60 mm cross bar through the shank, centred ${from} mm from the other end`
    expect(script(words(5.5))).not.toBe(script(words(7)))
    expect(refused('hex nut M8 with a chamfer 1 mm, 7 wombats')).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG34] two sizes of one name, a count of sides, one chain each of three steps', () => {
    expect(sizes('right triangular prism with legs 30 and 40 mm, 20 mm long')).toMatchObject({ base: 30, rise: 40 })
    expect(sizes('triangle with three 40 mm sides, 5 thick')).toEqual({ side: 40, thickness: 5 })
    expect(refused('triangle with four 40 mm sides, 5 thick')).toBe('AGENT_NEEDS_ANSWER')
    expect(planPart('shaft with three steps: Ø30 x 40, Ø20 x 60, Ø12 x 25').ok).toBe(true)
    expect(refused('shaft with four steps: Ø30 x 40, Ø20 x 60, Ø12 x 25')).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG32] `in the 25 mm leg` and `a 40 mm leg with a hole` are that leg; a leg there is not is asked about', () => {
    const faces = (words: string) => plan(words).plan.bodies[0]?.features.map(({ at }) => at.on)
    const bracket = 'L bracket 40 wide, legs 30 and 25, 3 thick'
    expect(faces(`${bracket}; 5 mm hole in the 25 mm leg`)).toEqual(['left'])
    expect(
      faces('L bracket, 5 thick, 30 wide, a 60 mm leg with two 5 mm holes and a 40 mm leg with one 5 mm hole'),
    ).toEqual(['top', 'left'])
    expect(refused(`${bracket}; 5 mm hole in the 26 mm leg`)).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG41] which way an outline was to lie is not heard, so it is not done', () => {
    const words =
      'revolve an equilateral triangle, 30 mm sides, 180°; one side is parallel to the axis, 30 mm from the axis'
    const { spans } = plan(words).understanding
    expect(
      spans.some(({ role, as, at }) => role === 'unread' && as === 'shape' && words.slice(...at).includes('parallel')),
    ).toBe(true)
  })
})

describe('follow-ups', () => {
  it('[AG42] sets, changes, adds and removes, and leaves all else', () => {
    const thick = after(PLATE, 'make it 5 mm thicker')
    expect(thick.script).toMatch(/^thickness = 15\.0/m)
    expect(thick.script).toMatch(/^hole_inset = 8\.0/m)
    expect(after(PLATE, 'use M5 instead').script).toMatch(/^hole_diameter = 5\.5/m)
    expect(after(PLATE, 'remove the holes').plan.bodies[0]?.features).toEqual([])
    expect(after(PLATE, 'add a 20 mm hole in the middle').plan.bodies[0]?.features).toHaveLength(2)
    expect(after(PLATE, 'move the holes to 12 mm from the edges').script).toMatch(/^hole_inset = 12\.0/m)
  })

  it('[AG12] a body with sizes of its own starts anew', () => {
    expect(after(PLATE, 'a washer, 30 mm outside, 12 mm inside, 3 mm thick').plan.bodies[0]?.family).toBe('washer')
  })

  it('[AG42] what was to be replaced has to be there', () => {
    const current = plan(PLATE)
    expect(planPart('M5 holes instead of M4', current).ok).toBe(true)
    expect(planPart('M5 holes instead of M6', current)).toMatchObject({
      ok: false,
      error: { code: 'AGENT_CONTRADICTION' },
    })
  })

  it('[AG39] values are read from the script; a body written by hand is not planned over', () => {
    const current = plan(PLATE)
    const slid = { ...current, script: current.script.replace('length = 80.0', 'length = 95.0') }
    const edited = planPart('make it 5 mm thicker', slid)
    expect(edited.ok && edited.value.script).toMatch(/^length = 95\.0/m)
    const foreign = { ...current, script: `${current.script}result = Sphere(5)\n` }
    expect(planPart('add a 20 mm hole in the middle', foreign)).toMatchObject({
      ok: false,
      error: { code: 'AGENT_PLAN_STALE' },
    })
  })

  it('[AG42] an edit that leaves nothing is impossible', () => {
    expect(planPart('make it 20 mm thinner', plan(PLATE))).toMatchObject({
      ok: false,
      error: { code: 'AGENT_IMPOSSIBLE' },
    })
  })
})
