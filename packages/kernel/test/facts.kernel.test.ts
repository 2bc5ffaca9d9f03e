import type { Fact } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { kernelForTests, valueOf } from './kernel-for-tests.ts'

const { run } = kernelForTests()

/** Facts of each layer by the layer's name; one build for all, since they are independent of each other. */
async function factsOf(shapes: string): Promise<Map<string, Fact[]>> {
  const built = valueOf(await run(`from build123d import *\nresult = {${shapes}}`, { formats: [] }))
  return new Map(
    built.layers.map(({ id, name }) => [name, built.facts.filter((fact) => 'layer' in fact && fact.layer === id)]),
  )
}

const value = (facts: Fact[] | undefined, kind: Fact['kind']): number | boolean | undefined => {
  const fact = facts?.find((one) => one.kind === kind)
  if (fact === undefined) return undefined
  if ('count' in fact) return fact.count
  if ('ok' in fact) return fact.ok
  return 'value' in fact ? fact.value : undefined
}

const holes = (facts: Fact[] | undefined) =>
  (facts ?? []).flatMap((fact) => {
    if (fact.kind !== 'hole') return []
    const { diameter, depth, through, entry, head } = fact
    return [{ diameter, depth, through, entry, ...(head ? { head } : {}) }]
  })

describe('facts against closed formulas', () => {
  it('[KN47] volume, area, counts and openings', async () => {
    const facts = await factsOf(`
      "block": Rot(10, 20, 30) * Box(10, 20, 30),
      "plate": Box(60, 40, 5) - GridLocations(15, 10, 3, 2) * Cylinder(2, 5),
      "torus": Torus(20, 5),
      "ball": Sphere(5),
      "hollow": Sphere(5) - Sphere(4),
      "cone": Cone(10, 5, 12),
      "text": extrude(Text("86", 20), 2),
      "two": Box(1, 1, 1) + Pos(5, 0, 0) * Box(2, 2, 2),
    `)
    const π = Math.PI
    const row = (name: string) =>
      (['volume', 'area', 'solids', 'faces', 'edges', 'openings', 'valid'] as const).map((kind) => {
        const found = value(facts.get(name), kind)
        return typeof found === 'number' ? Math.round(found * 1e4) / 1e4 : found
      })
    const near = (exact: number) => Math.round(exact * 1e4) / 1e4
    expect(row('block')).toEqual([6000, 2200, 1, 6, 12, 0, true])
    expect(row('plate')).toEqual([near(12000 - 120 * π), near(5800 - 48 * π + 120 * π), 1, 12, 24, 6, true])
    expect(row('torus')).toEqual([near(2 * π * π * 20 * 25), near(4 * π * π * 100), 1, 1, 0, 1, true])
    expect(row('ball')).toEqual([near((500 * π) / 3), near(100 * π), 1, 1, 0, 0, true])
    expect(row('hollow')).toEqual([near((4 / 3) * π * 61), near(164 * π), 1, 2, 0, 0, true])
    expect(row('cone')).toEqual([near(4 * π * 175), near(π * (125 + 15 * 13)), 1, 3, 2, 0, true])
    expect(row('two')).toEqual([9, 30, 2, 12, 24, 0, true])
    // An 8 has two openings, a 6 has one.
    expect(row('text').slice(2)).toEqual([2, expect.any(Number), expect.any(Number), 3, true])
  })

  it('[KN45] holes: through, blind, drilled, counterbored, countersunk, crossing, in the ears of a hinge', async () => {
    const facts = await factsOf(`
      "through": Box(20, 20, 10) - Cylinder(3, 10),
      "blind": Box(20, 20, 10) - Pos(0, 0, 3) * Cylinder(2, 4),
      "drilled": Box(20, 20, 20) - Pos(0, 0, 6) * Cylinder(2, 8) - Pos(0, 0, 1) * Cone(0, 2, 2),
      "counterbore": Box(30, 30, 10) - Cylinder(2.5, 10) - Pos(0, 0, 4) * Cylinder(4.5, 2),
      "countersink": Box(30, 30, 10) - Cylinder(2, 10) - Pos(0, 0, 4) * Cone(2, 4, 2),
      "crossing": Box(20, 20, 20) - Cylinder(4, 20) - Rot(0, 90, 0) * Cylinder(2, 20),
      "ears": Box(30, 10, 10) - Box(20, 10, 6) - Rot(0, 0, 0) * Cylinder(2, 30),
      "turned": Pos(5, 6, 7) * Rot(0, 90, 0) * (Box(20, 20, 10) - Pos(0, 0, 3) * Cylinder(2, 4)),
      "void": Box(20, 20, 20) - Cylinder(4, 10),
      "peg": Cylinder(4, 10),
      "half": Box(20, 20, 10) - Pos(10, 0, 0) * Cylinder(3, 10),
    `)
    expect(holes(facts.get('through'))).toEqual([{ diameter: 6, depth: 10, through: true, entry: 'plain' }])
    expect(holes(facts.get('blind'))).toEqual([{ diameter: 4, depth: 4, through: false, entry: 'plain' }])
    expect(holes(facts.get('drilled'))).toEqual([{ diameter: 4, depth: 8, through: false, entry: 'plain' }])
    expect(holes(facts.get('counterbore'))).toEqual([
      { diameter: 5, depth: 10, through: true, entry: 'counterbore', head: { diameter: 9, depth: 2 } },
    ])
    expect(holes(facts.get('countersink'))).toEqual([
      { diameter: 4, depth: 10, through: true, entry: 'countersink', head: { diameter: 8, angle: 90 } },
    ])
    expect(holes(facts.get('crossing')).filter(({ diameter }) => diameter === 8)).toHaveLength(1)
    expect(holes(facts.get('ears'))).toEqual([
      { diameter: 4, depth: 2, through: true, entry: 'plain' },
      { diameter: 4, depth: 2, through: true, entry: 'plain' },
    ])
    expect(facts.get('turned')).toContainEqual(
      expect.objectContaining({ kind: 'hole', at: [10, 6, 7], axis: [-1, 0, 0], depth: 4 }),
    )
    for (const name of ['void', 'peg', 'half']) expect(holes(facts.get(name))).toEqual([])
  })

  it('[KN45] where each face is, as the layer lies', async () => {
    const facts = await factsOf(`
      "peg": Pos(10, 0, 0) * Cylinder(4, 10),
      "bar": Pos(0, 0, 5) * Rot(0, 90, 0) * Box(4, 6, 20),
      "ball": Sphere(5),
    `)
    const boxes = (name: string) => facts.get(name)?.flatMap((fact) => (fact.kind === 'reaches' ? fact.boxes : []))
    expect(boxes('peg')).toContainEqual([6, -4, -5, 14, 4, 5])
    expect(boxes('peg')).toContainEqual([6, -4, 5, 14, 4, 5])
    expect(boxes('bar')).toContainEqual([-10, -3, 3, 10, 3, 3])
    expect(boxes('ball')?.length).toBeLessThanOrEqual(1)
  })

  it('[KN49] an open shell is not valid, and says why', async () => {
    const code = `from build123d import *
box = Box(10, 10, 10)
open_shell = Shell(box.faces()[:5])
result = Solid(open_shell)
`
    const ran = await run(code)
    const built = valueOf(ran)
    expect(built.facts).toContainEqual({ kind: 'valid', ok: false, why: expect.any(String) })
    expect(ran.log).toEqual([
      expect.stringContaining('hewn: Take care: the STEP file encloses 0 mm³ when it is read back'),
      expect.stringContaining('hewn: The shape is not valid: '),
    ])
  })
})

it('[KN45] parts that overlap, touch, are near or far: common volume and least distance, once for each pair', async () => {
  const script = (gap: number) => `from build123d import *
result = {"block": Box(10, 10, 10), "in it": Pos(8, 0, 0) * Box(10, 4, 4), "on it": Pos(0, 0, 10) * Box(10, 10, 10),
          "near": Pos(0, ${10 + gap}, 0) * Box(10, 10, 10), "far": Pos(0, 0, -40) * Box(10, 10, 10),
          "in a hole": Pos(100, 0, 0) * (Box(20, 20, 10) - Cylinder(4, 10)), "pin": Pos(100, 0, 0) * Cylinder(3.8, 12)}`
  const built = valueOf(await run(script(2), { formats: [] }))
  const named = (id: string) => built.layers.find((layer) => layer.id === id)?.name
  const told = built.facts.flatMap((fact) =>
    fact.kind === 'interference' || fact.kind === 'clearance'
      ? [`${fact.kind} ${[named(fact.a), named(fact.b)].join(', ')} ${Math.round(fact.value * 1e6) / 1e6}`]
      : [],
  )
  expect(told.toSorted()).toEqual(
    [
      'interference block, in it 32',
      'interference block, on it 0',
      'clearance block, on it 0',
      'clearance block, near 2',
      'clearance in it, on it 3',
      'clearance in it, near 5',
      'clearance on it, near 2',
      'interference in a hole, pin 0',
      'clearance in a hole, pin 0.2',
    ].toSorted(),
  )
})
