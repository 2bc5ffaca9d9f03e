import { describe, expect, it } from 'vitest'
import type { PartAnswer } from '../answer.ts'
import { planPart } from '../plan-part.ts'

const PLATE = 'a plate 80 x 60 x 10 with four M4 holes, 8 mm from the edges'
const FLANGE = 'flange 100 OD, 50 bore, 10 thick, 6 holes of 9 mm on an 80 mm PCD'
const TWO = 'plate 100 x 60 x 5 with four 5 mm holes 8 mm from the edges and a 20 mm hole in the centre'

/** What a conversation ends with; earlier words have to be understood. */
function talk(...words: string[]) {
  let current: PartAnswer | undefined
  let last = planPart('', undefined)
  for (const [index, said] of words.entries()) {
    last = planPart(said, current)
    if (last.ok) current = last.value
    else if (index < words.length - 1) throw new Error(`“${said}”: ${last.error.message}`)
  }
  return last
}

function values(...words: string[]): Record<string, number> {
  const last = talk(...words)
  if (!last.ok) throw new Error(`${last.error.code} ${last.error.message}`)
  return Object.fromEntries(last.value.plan.names.map(({ name, value }) => [name, value]))
}

function refusal(...words: string[]) {
  const last = talk(...words)
  return last.ok ? undefined : last.error
}

describe('follow-ups', () => {
  it('[AG42] a size that is told of its owner changes there and nowhere else', () => {
    const shaft = 'shaft: 25 diameter 80 long, then 18 diameter 40 long'
    expect(values(shaft, 'make the small diameter 16')).toMatchObject({ diameter: 25, stage_diameter: 16 })
    expect(values(shaft, 'shorter thin end, 30')).toMatchObject({ stage_diameter: 18, stage_length: 30 })
    expect(values('spacer 12 OD 5 ID 20 long', 'the bore twice as big')).toMatchObject({
      outside_diameter: 12,
      inside_diameter: 10,
      length: 20,
    })
    expect(values('block 60x40x20 with a 30x20 pocket 8 deep', 'the pocket is too deep, make it 5')).toMatchObject({
      pocket_length: 30,
      pocket_depth: 5,
    })
    expect(values(TWO, 'the two holes on the left should be 8 mm')).toMatchObject({ hole_diameter: 5 })
    expect(refusal('L bracket 80x60, 50 wide, 5 thick', 'taper it to 30')?.code).toBe('AGENT_NOT_UNDERSTOOD')
  })

  it('[AG32] one hole is another one than those there are, and several are those', () => {
    expect(values(PLATE, '10 mm hole in the middle')).toMatchObject({ hole_diameter: 4.5, hole_2_diameter: 10 })
    expect(refusal(PLATE, 'hole in the middle')?.code).toBe('AGENT_NEEDS_ANSWER')
    expect(values(TWO, 'holes 10 mm from the edges')).toMatchObject({ hole_inset: 10 })
    expect(values(TWO, 'make the hole 12 mm')).toMatchObject({ hole_diameter: 5, hole_2_diameter: 12 })
  })

  it('[AG49] the name of another thing begins it, or says what cannot be made of it', () => {
    expect(refusal(PLATE, 'phone stand')?.message).toContain('phone')
    expect(refusal(PLATE, 'a shelf bracket that holds 20 kg')?.message).toBe('How long are the two legs?')
    expect(refusal(PLATE, 'taper it to 30')?.code).toBe('AGENT_NOT_UNDERSTOOD')
    expect(values(PLATE, 'washer 20 OD 10 ID 2 thick')).not.toHaveProperty('width')
  })

  it('[AG42] counts follow the words: double, more, fewer, instead', () => {
    for (const [words, count] of [
      ['double the holes', 12],
      ['two more holes', 8],
      ['one hole fewer', 5],
      ['half as many holes', 3],
      ['12 bolts not 6', 12],
    ] as const)
      expect(values(FLANGE, words)).toMatchObject({ hole_count: count, bore: 50 })
  })

  it('[AG42] holes move in, out and round; what was not named stays', () => {
    expect(values(PLATE, 'move the holes 5 mm in')).toMatchObject({ hole_inset: 13, hole_diameter: 4.5 })
    expect(values(PLATE, 'move the holes 2 mm closer to the edges')).toMatchObject({ hole_inset: 6 })
    expect(values(FLANGE, 'reduce the PCD by 5 mm')).toMatchObject({ hole_circle: 75 })
    expect(values(FLANGE, 'rotate the holes by 30 degrees')).toMatchObject({ hole_start: 30 })
  })

  it('[AG32] sizes, places and adjectives tell which hole is meant', () => {
    expect(values(TWO, 'make the centre hole 25 mm')).toMatchObject({ hole_diameter: 5, hole_2_diameter: 25 })
    expect(values(TWO, 'change the 5 mm holes to 6 mm')).toMatchObject({ hole_diameter: 6, hole_2_diameter: 20 })
    expect(values(TWO, 'remove the big hole')).not.toHaveProperty('hole_2_diameter')
    expect(values(TWO, 'delete the 5 mm holes')).toMatchObject({ hole_2_diameter: 20 })
    expect(refusal(TWO, 'remove the 7 mm hole')?.code).toBe('AGENT_CONTRADICTION')
  })

  it('[AG32] the other side is where a feature is mirrored to', () => {
    const from = 'plate 100 x 60 x 5 with a 10 mm hole 20 mm from the left edge'
    const moved = talk(from, 'move the hole to the other side')
    expect(moved.ok && moved.value.plan.bodies[0]?.features.map(({ at }) => at.relations[0])).toMatchObject([
      { edge: 'right' },
    ])
    const copied = talk(from, 'and the same on the other side')
    expect(copied.ok && copied.value.plan.bodies[0]?.features.map(({ at }) => at.relations[0])).toMatchObject([
      { edge: 'left' },
      { edge: 'right' },
    ])
  })

  it('[AG12] what is no other thing is no new design', () => {
    expect(values(PLATE, 'use M5 screws instead')).toMatchObject({ length: 80, hole_diameter: 5.5 })
    expect(values(PLATE, 'make it 80 x 80 x 10')).toMatchObject({ width: 80, hole_diameter: 4.5 })
    expect(values('knob 40 mm diameter, 20 mm high with a 6 mm bore', 'for an 8 mm shaft')).toMatchObject({
      diameter: 40,
    })
    expect(values(PLATE, 'now make a 30 mm cube')).not.toHaveProperty('hole_diameter')
  })

  it('[AG32] a hole of a board is for no screw, and is countersunk by its own size', () => {
    const sunk = talk('mounting plate for a Raspberry Pi 4, 3 mm thick', 'countersink the holes')
    expect(sunk.ok && sunk.value.understanding.say).toMatch(/four holes 2.7 mm in diameter with a 5.4 mm countersink/)
  })

  it('[AG42] to tap an end is a hole in it, and leaves the length as it is', () => {
    const shaft = 'shaft 20 dia 80 long'
    expect(values(shaft, 'tap the end M6 15 deep')).toMatchObject({ length: 80, hole_diameter: 5 })
    const ends = talk(shaft, 'drill and tap both ends M5 x 12 deep')
    expect(ends.ok && ends.value.plan.bodies[0]?.features.map(({ at }) => at.on)).toEqual(['top', 'bottom'])
  })

  it('[AG12] no, 12 mm: what was changed last takes that value', () => {
    expect(values(PLATE, 'make it 15 thick', 'no, 12 mm')).toMatchObject({ thickness: 12, length: 80 })
    expect(values(PLATE, 'make it 100 long', 'back to 80')).toMatchObject({ length: 80 })
  })

  it('[AG22] how much is asked, with choices that answer it', () => {
    const asked = refusal(PLATE, 'make it longer')
    expect(asked).toMatchObject({ code: 'AGENT_NEEDS_ANSWER' })
    for (const choice of asked?.choices ?? []) expect(values(PLATE, choice)['length']).toBeGreaterThan(80)
  })

  it('[AG42] a verb that nothing came of is asked about, and its number changes nothing else', () => {
    expect(refusal(PLATE, 'move the holes 5 mm sideways somehow')?.code).toBe('AGENT_NEEDS_ANSWER')
    expect(refusal(PLATE, 'mirror it')?.code).toBe('AGENT_NEEDS_ANSWER')
  })

  it('[AG39] an edit starts from what the sliders say', () => {
    const first = planPart(PLATE)
    if (!first.ok) throw new Error('the plate is not read')
    const slid = { ...first.value, script: first.value.script.replace('length = 80.0', 'length = 90.0') }
    const next = planPart('make it 10 mm longer', slid)
    expect(next.ok && next.value.plan.names.find(({ name }) => name === 'length')?.value).toBe(100)
    const shaped = {
      ...first.value,
      script: first.value.script.replace('plate.label', 'plate = plate + Box(1, 1, 90)\nplate.label'),
    }
    const stale = planPart('add a 20 mm hole in the middle', shaped)
    expect(!stale.ok && stale.error.code).toBe('AGENT_PLAN_STALE')
  })
})

describe('around the words', () => {
  it('[AG13] notes fill what the words leave open, are shown as such, and give way to words', () => {
    const notes = { thickness: '4 mm' }
    const open = planPart('plate 80 x 60', undefined, { notes })
    expect(open.ok && open.value.understanding.assumed).toMatchObject([{ name: 'thickness', why: 'from your notes' }])
    expect(open.ok && open.value.plan.request).toBe('plate 80 x 60')
    const said = planPart('plate 80 x 60 x 5', undefined, { notes })
    expect(said.ok && said.value.plan.names.find(({ name }) => name === 'thickness')?.value).toBe(5)
  })

  it('[AG39] over a body changed by hand parameters are still set by name, and the hands’ lines stay', () => {
    const first = planPart('plate 80 x 60 x 5 with a 10 mm hole in the middle')
    if (!first.ok) throw new Error('the plate is not read')
    const hand = {
      ...first.value,
      script: first.value.script.replace('plate.label', 'plate += Box(5, 5, 20)\nplate.label'),
    }
    const longer = planPart('make it 100 long', hand)
    expect(longer.ok && longer.value.script).toMatch(/^length = 100\.0/m)
    expect(longer.ok && longer.value.script).toContain('Box(5, 5, 20)')
    const shaped = planPart('add a 20 mm hole in the middle', hand)
    expect(!shaped.ok && shaped.error).toMatchObject({ code: 'AGENT_PLAN_STALE', choices: ['rebuild from the plan'] })
    const rebuilt = planPart('rebuild from the plan', hand)
    expect(rebuilt.ok && rebuilt.value.script).not.toContain('Box(5, 5, 20)')
  })

  it.each([
    ['Platte 80 x 60 x 5 mm mit vier Kühlrippen', /„Kühlrippen“ ist nicht bekannt/],
    ['Halter aus Stahl für einen Besenstiel, 40 mm breit', /„Besenstiel“ ist nicht bekannt/],
    ['plaque 80 x 60 x 5 avec quatre ailettes', /« ailettes » n’est pas connu/],
    ['placa de 80 x 60 x 5 con cuatro aletas', /«aletas» no se conoce/],
  ])('[AG37] “%s” is refused whole, in its own language, with words that work', (words, says) => {
    const refused = refusal(words)
    expect(refused).toMatchObject({ code: 'AGENT_NOT_UNDERSTOOD', message: expect.stringMatching(says) })
    const [example = ''] = /plate 80 [^(]*(?= \()/.exec(refused?.hint ?? '') ?? []
    expect(planPart(example).ok).toBe(true)
  })

  it('[AG14] sizes of several bodies are measured on all of them together', () => {
    const box = planPart('printed box 100x60x40, 2 mm walls, open top')
    if (!box.ok) throw new Error('the box is not read')
    const lidded = planPart('add a lid', box.value)
    if (!lidded.ok) throw new Error(lidded.error.message)
    expect(lidded.value.plan.bodies.map(({ label }) => label)).toEqual(['printed box', 'lid'])
    expect(lidded.value.claims.filter(({ expect: measured }) => measured === undefined)).toEqual([])
    expect(lidded.value.claims.find(({ id }) => id === 'claim:x')?.expect).toMatchObject({ fact: 'size', equals: 210 })
    const bare = planPart('no lid', lidded.value)
    expect(bare.ok && bare.value.plan.bodies.map(({ label }) => label)).toEqual(['printed box'])
    // What is said without a body is of the box, and not of its lid.
    const windowed = planPart('cut a 20 x 10 mm window in the front', lidded.value)
    expect(windowed.ok && windowed.value.plan.bodies.map(({ features }) => features.length)).toEqual([1, 0])
  })

  it('[AG42] a bore is the body’s own, and not one of its holes', () => {
    expect(values(FLANGE, 'bore 8 mm smaller')).toMatchObject({ bore: 42, hole_diameter: 9 })
    expect(values(FLANGE, '60 mm bore')).toMatchObject({ bore: 60, hole_diameter: 9 })
  })

  it('[AG22] a hole in the middle is another one, and its size is asked', () => {
    expect(refusal(TWO, 'a hole in the middle')).toMatchObject({ code: 'AGENT_NEEDS_ANSWER' })
  })

  it('[AG17] a gear’s sizes follow its teeth: between four tips it is less than over two', () => {
    const wide = (...words: string[]) => {
      const last = talk(...words)
      return last.ok ? last.value.claims.find(({ id }) => id === 'claim:y')?.expect?.equals : last.error.message
    }
    const gear = 'spur gear module 2, 20 teeth, 10 mm wide, 8 mm bore'
    expect(wide(gear)).toBeCloseTo(44)
    expect(wide(gear, '30 teeth')).toBeCloseTo(63.7866, 3)
    expect(wide(gear, '30 teeth', '24 teeth')).toBeCloseTo(52)
  })

  it('[AG32] some of a pattern are a feature of their own once something is done to them', () => {
    const holes = (...words: string[]) => {
      const last = talk(...words)
      if (!last.ok) throw new Error(last.error.message)
      return last.value.plan.bodies.flatMap(({ features }) =>
        features.map(({ at }) => at.relations.map((one) => ('at' in one ? one.at.length : one.kind))),
      )
    }
    const grid = 'plate 160x100x6 with a 3x2 grid of 8 mm holes 40 mm apart'
    expect(holes(grid, 'get rid of the middle two')).toEqual([[4]])
    expect(holes(grid, 'remove the top row')).toEqual([[3]])
    expect(holes(PLATE, 'delete the left hand pair of holes')).toEqual([[2]])
    expect(holes(PLATE, 'make the two right holes 9 mm')).toEqual([[2], [2]])
    const circle = 'disc 100 diameter 8 thick with 8 holes of 6 mm on a 80 mm circle'
    expect(holes(circle, 'remove every other hole')).toEqual([['circle', 4]])
    expect(holes(circle, 'make the disc 10 thick')).toEqual([['circle']])
  })

  it('[AG42] a rounded outline is a fillet to every word for one', () => {
    const block = 'block 50 x 40 x 30 with 3 mm fillets on the vertical edges'
    expect(values(block, 'make the fillets 5 mm')).toMatchObject({ corner: 5 })
    expect(values(block, 'fillets 2 mm bigger')).toMatchObject({ corner: 5 })
    const chamfered = talk(block, 'replace the fillets with 4 mm chamfers')
    expect(chamfered.ok && chamfered.value.script).toContain('chamfer(block.edges().filter_by(Axis.Z), corner)')
    expect(chamfered.ok && chamfered.value.script).not.toContain('RectangleRounded')
    const plain = talk('plate 80x50x6 with R8 corners', 'take the rounding off again')
    expect(plain.ok && plain.value.script).toContain('Box(')
  })

  it('[AG42] steps of a shaft are named by how thick they are, and what follows is about that end', () => {
    const shaft = 'shaft: 30 diameter 60 long, then 20 diameter 40 long'
    expect(values(shaft, 'the 30 mm part should be 90 long')).toMatchObject({ length: 90, stage_length: 40 })
    expect(values(shaft, 'lengthen the thick end to 90')).toMatchObject({ length: 90, stage_length: 40 })
    expect(values(shaft, 'take 10 mm off the thin end and chamfer it 1 mm')).toMatchObject({
      stage_length: 30,
      chamfer_size: 1,
    })
    const turned = values('shaft 20 diameter 100 long', 'turn the last 30 mm down to 15', 'make the thick end 90 long')
    expect(turned).toMatchObject({ length: 120, step_length: 30 })
  })

  it('[AG42] what is new goes where something is, around it or beside it', () => {
    const script = (...words: string[]) => {
      const last = talk(...words)
      return last.ok ? last.value.script : last.error.message
    }
    const square = script('plate 100x60x5', 'a 10 mm hole in the middle', 'actually make that a 10 mm square hole')
    expect(square).not.toContain('Cylinder')
    expect(square).toContain('cutout_length = 10.0')
    const boss = script(
      'plate 60x60x6 with an 8 mm hole in the middle',
      'a boss on top around the hole, 20 diameter, 10 high',
    )
    expect(boss).toContain('Cylinder(hole_diameter / 2, thickness + boss_height')
    const big = 'plate 120 x 80 x 8 with a 30 mm hole in the middle'
    expect(script(big, 'add two 6 mm holes, 40 mm left and right of the big hole')).toContain(
      'Locations((-offset, 0), (offset, 0))',
    )
    expect(refusal(big, 'add three 6 mm holes, 40 mm left and right of the big hole')?.code).toBe('AGENT_CONTRADICTION')
  })

  it('[AG42] where a box is measured is told afterwards', () => {
    const box = 'electronics case 120 x 80 x 40 outside, 2.5 mm walls'
    expect(values(box, 'those are inside dimensions')).toMatchObject({ inside_length: 120, inside_height: 40 })
    expect(values(box, 'make it 110 x 70 inside', 'make the walls 3 mm')).toMatchObject({
      inside_length: 110,
      wall: 3,
      height: 40,
    })
  })

  it('[AG42] stock, lengths to cut to and legs are sizes of the part there is', () => {
    const angle = 'L bracket 80x50, 40 wide, 5 thick with two 6 mm holes in each leg'
    expect(values(angle, 'use 3 mm sheet instead')).toMatchObject({ leg: 80, thickness: 3 })
    expect(values(angle, 'the holes in the short leg should be 9 mm')).toMatchObject({
      hole_diameter: 6,
      hole_2_diameter: 9,
    })
    expect(values('I beam 100 high, 60 wide, web 5, flanges 8, 400 long', 'cut it down to 250')).toMatchObject({
      length: 250,
      height: 100,
    })
  })

  it('[AG42] what is new leaves what is there as it is', () => {
    const flange = 'flange 100 OD, 50 bore, 10 thick, 6 holes of 9 mm on an 80 mm PCD'
    const two = { hole_circle: 80, hole_diameter: 9, hole_2_diameter: 4.5, hole_2_circle: 65 }
    expect(values(flange, 'add 6 M4 holes on 65 pcd')).toMatchObject(two)
    expect(values(flange, 'another ring of 6 M4 holes on 65 pcd')).toMatchObject(two)
    expect(values(flange, 'on a 75 mm PCD instead')).toMatchObject({ hole_circle: 75 })
    const tube = 'tube 60 OD 50 ID 150 long'
    const flanged = talk(tube, 'put a flange on one end, 100 mm diameter and 8 thick')
    expect(flanged.ok && flanged.value.plan.bodies).toMatchObject([
      { family: 'flanged-bushing', parts: [{ kind: 'rim' }] },
    ])
    expect(values(tube, 'make the wall 8')).toMatchObject({ outside_diameter: 60, wall: 8, length: 150 })
    expect(values('L bracket 60x40, 30 wide, 4 thick', 'both legs 60')).toMatchObject({ leg: 60, upright: 60 })
    expect(refusal('L bracket 60x40, 30 wide, 4 thick', 'make the leg 60')?.choices).toContain('the long leg')
    expect(values('disc 80 dia 10 thick', 'make it oval, 100 by 80')).toMatchObject({ thickness: 10 })
  })

  it('[AG42] what is pointed at is what was made, or the one that stands alone', () => {
    expect(values(TWO, 'make the hole 22')).toMatchObject({ hole_diameter: 5, hole_2_diameter: 22 })
    const tray = ['printed tray 200 x 120 x 30, 2 mm walls and floor', 'add two dividers', 'make them 1.5 thick']
    expect(values(...tray)).toMatchObject({ wall: 2, divider_thickness: 1.5 })
    const block = ['block 80 x 50 x 40', 'pocket 50 x 30 x 12 in the top', 'round its corners, r5']
    expect(values(...block)).toMatchObject({ pocket_corner: 5 })
    expect(values('hook for a 25 mm pipe, 20 wide, 5 thick', 'for a 32 mm pipe instead')).toMatchObject({
      inside_width: 32,
    })
  })

  it('[AG42] what comes out of a table is looked up for another screw, and how close it fits', () => {
    expect(values('M6 washer', 'M8 instead')).toMatchObject({
      outside_diameter: 16,
      inside_diameter: 8.4,
      thickness: 1.6,
    })
    expect(values('M8 hex nut', 'make it M10')).toMatchObject({ across_flats: 16 })
    expect(
      values('plate 100 x 60 x 8 with four M8 holes 10 mm from the edges', 'make the holes a close fit'),
    ).toMatchObject({ hole_diameter: 8.4 })
  })

  it('[AG12] what changes nothing to be seen is not done', () => {
    expect(refusal('enclosure 80 x 60 x 30, 2 mm wall', 'rounder corners')?.code).toBe('AGENT_NOT_UNDERSTOOD')
    expect(refusal('ring 50 outside 40 inside 10 high', 'split it')?.code).toBe('AGENT_NOT_UNDERSTOOD')
  })
})
