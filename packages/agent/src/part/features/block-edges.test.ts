import { describe, expect, it } from 'vitest'
import { planPart } from '../plan-part.ts'
import { blockEdges, blockLoss, blockRoom, edgesCode } from './block-edges.ts'

const loss = (picks: string[], treat: 'fillet' | 'chamfer', size: number): number => {
  const edges = [...new Set(picks.flatMap(blockEdges))]
  const formula = blockLoss(edges, ['100', '20', '10'], treat)
    .replaceAll('size', `${size}`)
    .replaceAll('pi', `${Math.PI}`)
  return new Function(`return ${formula}`)() as number
}

describe('the edges of a block', () => {
  it('[AG16] are twelve, four along each axis and four of each face', () => {
    expect(blockEdges('all')).toHaveLength(12)
    expect(blockEdges('vertical')).toHaveLength(4)
    expect(blockEdges('x')).toHaveLength(4)
    expect(blockEdges('top')).toHaveLength(4)
    expect(blockEdges('top:x')).toHaveLength(2)
    expect(blockEdges('left+front')).toEqual(['front+left'])
    expect(blockEdges('nonsense')).toEqual([])
  })

  it('[AG17] what a chamfer takes is known where edges meet in mitres and in corners', () => {
    expect(loss(['top:x'], 'chamfer', 2)).toBeCloseTo(-2 * 2 * 100, 9)
    expect(loss(['top'], 'chamfer', 2)).toBeCloseTo(-4 * 120 + (4 / 3) * 8, 9)
    expect(loss(['all'], 'chamfer', 2)).toBeCloseTo(-8 * 130 + (16 / 3) * 8, 9)
    expect(loss(['vertical'], 'fillet', 2)).toBeCloseTo(-(4 - Math.PI) * 4 * 10, 9)
  })

  it('[AG36] there is room up to the next edge, and half of that where the next one is treated too', () => {
    expect(blockRoom(blockEdges('all'), [100, 20, 10])).toBe(5)
    expect(blockRoom(blockEdges('top'), [100, 20, 10])).toBe(10)
    expect(blockRoom(blockEdges('vertical'), [100, 20, 10])).toBe(10)
    expect(blockRoom(blockEdges('front+left'), [100, 20, 10])).toBe(20)
  })

  it('[AG38] are found in a script by the faces they are of', () => {
    expect(edgesCode('top:x')).toBe('.faces().sort_by(Axis.Z)[-1].edges().filter_by(Axis.X)')
    expect(edgesCode('front+left')).toBe('.faces().sort_by(Axis.Y)[0].edges().sort_by(Axis.X)[:1]')
    expect(edgesCode('meet')).toBeUndefined()
  })
})

describe('which edges words mean', () => {
  it.each([
    ['chamfer one end 2 mm', ['right']],
    ['chamfer both ends 2 mm', ['left', 'right']],
    ['chamfer the left end 2 mm', ['left']],
    ['fillet both long edges 3 mm', ['top:x']],
    ['fillet the four long edges 3 mm', ['x']],
    ['3 mm fillet on the two short top edges', ['top:y']],
    ['chamfer one corner 3 mm', ['front+right']],
    ['chamfer the front left corner 3 mm', ['front+left']],
    ['3 mm radius on the two right corners', ['right:z']],
    ['chamfer top and bottom edges 1 mm', ['top', 'bottom']],
    ['chamfer the top left edge 1 mm', ['top+left']],
    ['fillet two opposite corners 3 mm', ['front+left', 'back+right']],
  ])('[AG31] of a bar, “%s”', (words, picks) => {
    const bar = planPart('bar 100 x 20 x 10')
    const edited = bar.ok ? planPart(words, bar.value) : bar
    const flags = edited.ok ? (edited.value.plan.bodies[0]?.features[0]?.flags ?? []) : []
    expect(flags.filter((flag) => flag.startsWith('pick-'))).toEqual(picks.map((pick) => `pick-${pick}`))
  })

  it('[AG22] which two of four edges is asked', () => {
    const plate = planPart('plate 100 x 50 x 5')
    const edited = plate.ok ? planPart('fillet two corners 10 mm', plate.value) : plate
    expect(edited).toMatchObject({ error: { code: 'AGENT_NEEDS_ANSWER' } })
  })

  it('[AG36] the largest size that works is offered before anything is built', () => {
    const plate = planPart('plate 100 x 50 x 5')
    const edited = plate.ok ? planPart('fillet all edges 15 mm', plate.value) : plate
    expect(edited).toMatchObject({ error: { code: 'AGENT_IMPOSSIBLE', choices: ['fillet all edges 2.4 mm'] } })
    expect(plate.ok && planPart('fillet all edges 2.4 mm', plate.value)).toMatchObject({ ok: true })
  })
})
