import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'

const planned = (words: string) => {
  const made = planPart(words)
  if (!made.ok) throw new Error(`${words}: ${made.error.message}`)
  return made.value
}

describe('lids', () => {
  it('[AG40] an enclosure with a lid is two bodies, and the clearance between them is an assumption that is shown', () => {
    const { plan, understanding } = planned('printed box 80x60x40 with 2 mm walls and a lid')
    expect(plan.bodies.map(({ id, family }) => [id, family])).toEqual([
      ['printed_box', 'enclosure'],
      ['lid', 'lid'],
    ])
    expect(plan.bodies[1]?.place?.x).toContain('gap')
    expect(understanding.assumed.map(({ text }) => text)).toContain('clearance per side 0.2 mm')
  })

  it('[AG40] a slip lid is as much larger as the clearance that was said and its own wall', () => {
    const { plan } = planned('printed box 40x30x20 with 2 mm walls and a slip-on lid, 0.3 mm clearance')
    expect(plan.names.find(({ name }) => name === 'lid_clearance')).toMatchObject({
      value: 0.3,
      origin: { from: 'said' },
    })
    expect(plan.bodies[1]?.sizes['length']).toBe('(length + 2 * (lid_clearance + wall))')
  })

  it('[AG40] the screws of a lid are looked up, one for each corner', () => {
    const { plan, script } = planned('printed enclosure 120x80x40, 3 mm walls, with a lid held by four M4 screws')
    expect(plan.names.map(({ origin }) => (origin.from === 'table' ? origin.key : ''))).toContain(
      'M4 medium clearance, ISO 273',
    )
    expect(script).toContain('GridLocations(length - 2 * lid_inset, width - 2 * lid_inset, 2, 2)')
    const six = planPart('printed enclosure 120x80x40, 3 mm walls, with a lid held by six M4 screws')
    expect(!six.ok && six.error.code).toBe('AGENT_UNSUPPORTED')
  })

  it.each([
    ['cover 100 x 80 x 2 with a 10 mm skirt all round, 2 mm thick', 100 * 80 * 12 - 96 * 76 * 10],
    ['end cap for square tube: 40 x 40 x 4 top with a 35 x 35 plug 15 long below it', 6400 + 35 * 35 * 15],
    ['furniture cap 40 x 40 x 4 with a 35 mm square plug, 15 long', 6400 + 35 * 35 * 15],
  ])('[AG29] a skirt hangs from the edge, and what goes in is as wide as was said: %s', (words, volume) => {
    const { claims } = planned(words)
    expect(Number(claims.find(({ expect: of }) => of?.fact === 'volume')?.expect?.equals)).toBeCloseTo(volume, 3)
  })

  it('[AG14] the size said of an enclosure with lid is that of the box, and a lid for a box is no box', () => {
    const whole = planned('enclosure with lid 100 x 60 x 30').plan.bodies
    expect(whole.map(({ family }) => family)).toEqual(['enclosure', 'lid'])
    expect(whole[0]?.sizes['height']).toBe('lid_thickness')
    expect(planned('cover for a 100x60 box, 3 mm thick').plan.bodies.map(({ family }) => family)).toEqual(['lid'])
  })

  it('[AG40] holes that are said of the lid are in the lid, over the bosses of its box', () => {
    const { plan } = planned(
      'enclosure 90x60x30 wall 2 with screw bosses in the corners 6 mm diameter with 2.5 mm holes and a matching lid with 3.2 mm holes',
    )
    const [box, lid] = plan.bodies
    expect(box?.features.map(({ kind }) => kind)).toEqual(['pad'])
    expect(lid?.features.map(({ kind, at }) => [kind, at.relations])).toEqual([
      ['hole', [{ kind: 'corners' }, { kind: 'edge', edge: 'all', distance: '(wall + boss_inset)' }]],
    ])
    // Nothing under the lid that would meet the bosses.
    expect(lid?.parts).toEqual([])
  })

  it('[AG40] a lid for what is round is round, and its rim stays clear of the wall', () => {
    const { plan } = planned('jar 70 mm OD, 50 mm tall, 2 mm wall, with a press-fit lid 3 mm thick')
    expect(plan.bodies[1]?.parts[0]?.sizes['outer']).toBe('(outside_diameter - 2 * wall - 2 * lid_clearance)')
    const alone = planned('lid for a jar with 60 mm opening, 3 mm thick').plan.bodies
    expect(alone.map(({ family, sizes }) => [family, sizes['outer']])).toEqual([
      ['lid', '(mate_opening + 2 * overlap)'],
    ])
  })

  it('[AG33] a lid with walls of its own is hollow from below, and a hollow plug is no solid one', () => {
    expect(planned('jar lid 70 mm outer diameter, 15 mm tall, 2 mm thick walls').understanding.say).toContain(
      '66 mm inside diameter, 15 mm high, 13 mm deep inside',
    )
    expect(planned('Slip-on lid: inside 100.4 x 60.4 and 15 deep, 2 mm walls, 2 mm top').plan.bodies[0]).toMatchObject({
      family: 'enclosure',
      flags: expect.arrayContaining(['open-bottom']),
    })
    expect(
      planned('end cap for a 54 mm tube: disc 60 x 3, and on it a hollow plug 53.8 outside, 49.8 inside, 10 long')
        .understanding.say,
    ).toContain('10 mm deep, 53.8 mm in diameter and 49.8 mm inside')
  })

  it('[AG33] all of the places of what was counted take its distance, and it is not made once more', () => {
    expect(
      planned(
        'lid 180 x 120 x 3, eight 4 mm holes 8 mm from the edges: one at each corner, one at the middle of each side',
      ).claims.find(({ id }) => id === 'claim:volume')?.text,
    ).toBe('volume 64498 mm³')
  })
})
