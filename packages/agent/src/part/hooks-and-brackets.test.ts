import { describe, expect, it } from 'vitest'
import { planPart } from './plan-part.ts'

const claimed = (words: string) => {
  const read = planPart(words)
  if (!read.ok) return read.error.code
  const volume = read.value.claims.find(({ expect: one }) => one?.fact === 'volume')?.expect
  return volume && typeof volume.equals === 'number' ? Math.round(volume.equals) : undefined
}

describe('hooks and brackets', () => {
  it.each([
    ['wall hook: back plate 40 x 60 x 4 with an 8 mm arm that projects 40 mm and turns up 15 mm', 12_365],
    [
      'A coat hook with a round plate 50 mm diameter, 5 mm thick, and a 10 mm arm 40 mm long with an 18 mm ball',
      15_364,
    ],
    ['key rack. Plate 100 x 40 x 5, three pegs 6 mm diameter 20 mm long, and a 4 mm hole at each end', 21_571],
  ])('[AG33] “%s” is a plate and what stands on it', (words, volume) => expect(claimed(words)).toBe(volume))

  it.each([
    ['angle bracket with a 120-degree angle between the legs, each leg is 60 mm long, 40 mm wide, 5 mm thick', 23_423],
    ['L bracket: base 100 x 60 x 10, wall 60 x 80 x 10, with four 8 mm holes in the base', 99_989],
    ['bracket consisting of a vertical plate and a horizontal plate, both 50 x 50 x 5', 23_750],
    ['L bracket, 60 mm legs, 5 thick, 20 wide, two 6 mm holes per face', 10_935],
    ['C-channel with a web height of 100 mm, flange width of 50 mm, thickness of 5 mm, 300 mm long', 285_000],
    ['J hook from flat bar 25 x 4: back 80, bottom 35, front lip 20', 12_700],
  ])('[AG33] “%s” is told by its plates and legs', (words, volume) => expect(claimed(words)).toBe(volume))

  it.each([
    [
      'hat bracket: the top is 30 wide, 20 tall overall, and the feet stick out 15 each side. 2 mm sheet, 25 long',
      4800,
    ],
    ['U bracket from 3 mm plate, 25 wide. Inside width 40, the sides are 30 tall outside', 7500],
    ['Angle of 3 mm steel 40 wide. One leg measures 60 and the other 45', 12_240],
  ])('[AG28] “%s”: each size is of the side that is spoken of', (words, volume) => expect(claimed(words)).toBe(volume))

  it('[AG33] what a sentence is about is where its holes are, and a row begins at the end that is named', () => {
    const read = planPart(
      'L bracket 70 x 50 x 30 wide, 4 thick. The upright has two 5 mm holes 20 apart, the first 12 from its end.',
    )
    if (!read.ok) throw new Error(read.error.message)
    const [hole] = read.value.plan.bodies[0]?.features ?? []
    expect([hole?.at.on, hole?.at.relations.map((one) => ('edge' in one ? one.edge : one.kind)).toSorted()]).toEqual([
      'left',
      ['line', 'top'],
    ])
  })

  it('[AG33] a place that opens a sentence is of what it brings, and steps without a number are as many as fit', () => {
    expect(
      claimed(
        'C channel 60 x 30 x 4, 400 long. On the web, every 80 mm beginning 40 from the left end, drill a 9 mm hole.',
      ),
    ).toBe(177_928)
    expect(claimed('RHS 60 x 40 x 3, 120 long, one 8 mm hole through both 60 faces')).toBe(67_378)
  })

  it('[AG41] a hook that grips what it hangs on is refused, and not made of rod as thick as that', () =>
    expect(claimed('headphone hook that clamps onto a 20 mm thick desk')).toBe('AGENT_UNSUPPORTED'))

  it('[AG25] a fraction of an inch beside millimetres is a drill, and no unit of what follows', () =>
    expect(claimed('plate 60 mm x 40 mm x 5 mm with a 1/4 inch hole and corners R3')).toBe(11_803))

  it('[AG23] holes of an L that are in no leg by the words are as many in both, and that is said', () => {
    const read = planPart('L bracket 60 x 60 x 30, 4 thick, with four 5 mm holes')
    if (!read.ok) throw new Error(read.error.message)
    const [body] = read.value.plan.bodies
    expect(body?.features.map(({ at, kind }) => [kind, at.on])).toEqual([
      ['hole', 'top'],
      ['hole', 'left'],
    ])
    expect(read.value.plan.notes.join()).toContain('half of them are in each')
  })

  it.each([
    ['table leg 40 square, 700 long', 40 * 40 * 700],
    ['20 mm square shaft, 100 long, 12 mm round spigot 30 long on one end', 43_393],
    ['wall hook, two screws, 60 tall, 20 wide, 4 thick, sticks out 35', 8273],
    ['plate 80 x 40 x 5, two screws', 15_841],
  ])('[AG33] “%s” is as it is meant', (words, volume) => expect(claimed(words)).toBe(volume))
})
