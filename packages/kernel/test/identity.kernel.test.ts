import type { Geometry } from '@hewn/model'
import { decodeGeometry, findSignature, matchShapes, signatureOf } from '@hewn/protocol'
import { seeds } from '@hewn/testing'
import { describe, expect, it } from 'vitest'
import { kernelForTests, type Ran, valueOf } from './kernel-for-tests.ts'

const { run, blobs } = kernelForTests()

async function shapes(script: string): Promise<Map<string, Geometry>> {
  const built = valueOf(await run(`from build123d import *\n${script}`, { formats: [] }))
  const found = new Map<string, Geometry>()
  for (const { name, geometry } of built.layers) {
    const bytes = geometry && (await blobs.get(geometry.hash))
    const decoded = bytes && decodeGeometry(bytes)
    if (decoded?.ok) found.set(name, decoded.value)
  }
  return found
}

/** Whether two faces are the same to the eye: kind, and the point they lie at. */
const same = (a: Geometry, b: Geometry, from: number, to: number, within = 1e-6) => {
  const [one, other] = [a.faces?.[from], b.faces?.[to]]
  return (
    one?.kind === other?.kind &&
    Math.hypot(...[0, 1, 2].map((axis) => (one?.centroid[axis] ?? 0) - (other?.centroid[axis] ?? 0))) <= within
  )
}

/** Four plates with holes at random, each as it is and after five changes; holes keep their places in the design. */
const CHANGED = `import random
random.seed(SEED)
result = {}
for n in range(4):
    size = [random.uniform(60, 120), random.uniform(40, 80), random.uniform(4, 12)]
    spots = [(x, y) for x in range(-2, 3) for y in range(-1, 2)]
    holes = [(x * 11 + random.uniform(-1, 1), y * 12 + random.uniform(-1, 1), random.choice([1.5, 2, 2.5, 3])) for x, y in random.sample(spots, random.randint(2, 9))]
    def made(size=size, holes=holes, corner=0):
        body = Box(*size)
        if corner:
            body = fillet(body.edges().filter_by(Axis.Z), corner)
        for x, y, r in holes:
            body -= Pos(x, y, 0) * Cylinder(r, size[2])
        return body
    (x, y, r), *others = holes
    result |= {
        f"{n} before": made(),
        f"{n} removed": made(holes=others),
        f"{n} rounded": made(corner=random.uniform(1, 6)),
        f"{n} thicker": made(size=[*size[:2], size[2] * random.uniform(1.1, 2)]),
        f"{n} longer": made(size=[size[0] * random.uniform(1.02, 1.4), *size[1:]]),
        f"{n} wider": made(holes=[(x, y, r * random.uniform(1.05, 1.4)), *others]),
    }
`

describe('a face that was selected is found again, or its loss is said', () => {
  it('[KN58] [WB22] one hole of 100 removed keeps ≥ 104 of 105 faces; fillets keep all 106; none is swapped', async () => {
    const all = await shapes(`
def plate(skip):
    with BuildPart() as made:
        Box(100, 100, 10)
        with Locations(*[(10 * x - 45, 10 * y - 45) for x in range(10) for y in range(10) if (x, y) != skip]):
            Hole(2.5)
    return made.part
whole = plate(None)
result = {"whole": whole, "one less": plate((3, 4)), "filleted": fillet(whole.edges().filter_by(Axis.Z).sort_by(lambda e: -e.center().length)[:4], 5)}`)
    const [whole, less, filleted] = ['whole', 'one less', 'filleted'].map((name) => all.get(name)) as [
      Geometry,
      Geometry,
      Geometry,
    ]
    const removed = matchShapes(whole, less)
    const kept = removed.faces.filter((to) => to >= 0).length
    const wrong = removed.faces.filter((to, from) => to >= 0 && !same(whole, less, from, to, 0.5)).length
    expect({ kept: kept >= 104, wrong, lost: removed.faces.length - kept }).toEqual({
      kept: true,
      wrong: 0,
      lost: 106 - kept,
    })
    const rounded = matchShapes(whole, filleted)
    expect(rounded.faces.filter((to) => to >= 0)).toHaveLength(106)
    expect(rounded.faces.every((to, from) => same(whole, filleted, from, to, 0.5))).toBe(true)
    const edges = removed.edges.filter((to) => to >= 0).length
    expect(edges).toBeGreaterThanOrEqual((whole.edges?.length ?? 0) - 6)
    const itself = matchShapes(whole, whole)
    expect(itself.faces).toEqual(whole.faces?.map((_, index) => index))
  })

  it('[KN57] a signature finds its face in the changed part, and nothing where two are alike', async () => {
    const all = await shapes(`
result = {"before": Box(40, 20, 10) - Pos(10, 0, 0) * Cylinder(3, 10), "after": Box(44, 20, 10) - Pos(11, 0, 0) * Cylinder(3, 10),
          "twins": Box(40, 20, 10) - Pos(10, 2, 0) * Cylinder(3, 10) - Pos(10, -6, 0) * Cylinder(3, 10) - Pos(10, 10, 0) * Cylinder(3, 10), "none": Box(40, 20, 10)}`)
    const [before, after, twins, none] = ['before', 'after', 'twins', 'none'].map((name) => all.get(name)) as [
      Geometry,
      Geometry,
      Geometry,
      Geometry,
    ]
    const hole = before.faces?.findIndex((face) => face.hollow) ?? -1
    const signature = signatureOf(before, 'face', hole)
    expect(signature).toMatchObject({ kind: 'cylinder', a: 3, beside: ['plane', 'plane'] })
    if (!signature) return
    expect(findSignature(before, 'face', signature)).toBe(hole)
    const found = findSignature(after, 'face', signature)
    expect(after.faces?.[found ?? -1]).toMatchObject({ kind: 'cylinder', hollow: true })
    expect(findSignature(none, 'face', signature)).toBeUndefined()
    const among = findSignature(twins, 'face', signature)
    if (among !== undefined) expect(twins.faces?.[among]?.centroid[1]).toBeCloseTo(2)
    expect(signatureOf(before, 'face', 999)).toBeUndefined()
  })

  it.each(seeds(1))(
    '[KN58] any plate, changed in any way: a hole is found at its own place or lost, seed %i',
    async (seed) => {
      const all = await shapes(CHANGED.replace('SEED', String(seed)))
      const axes = (geometry: Geometry) =>
        (geometry.faces ?? []).map((face) => (face.kind === 'cylinder' && face.hollow ? face.point : undefined))
      let [holes, found, swapped] = [0, 0, 0]
      for (const [name, after] of all) {
        const before = all.get(`${name.split(' ')[0]} before`)
        if (before === undefined || name.endsWith('before')) continue
        const [from, to] = [axes(before), axes(after)]
        const match = matchShapes(before, after)
        for (const [index, at] of from.entries()) {
          if (at === undefined) continue
          const there = to[match.faces[index] ?? -1]
          const stays = to.some((one) => one && Math.hypot(one[0] - at[0], one[1] - at[1]) < 0.01)
          if (stays) holes++
          if (there === undefined) continue
          const same = Math.hypot(there[0] - at[0], there[1] - at[1]) < 0.01
          if (same) found++
          else swapped++
        }
      }
      expect({ swapped, found: found / holes > 0.95 }, `${found} of ${holes} found`).toEqual({
        swapped: 0,
        found: true,
      })
    },
  )

  it('[WB21] what cannot be told apart is lost rather than swapped', async () => {
    const all = await shapes(
      'result = {"square": Box(20, 20, 10), "turned": Rot(0, 0, 45) * Box(20, 20, 10), "ball": Sphere(5)}',
    )
    const [square, ball] = [all.get('square'), all.get('ball')] as [Geometry, Geometry]
    expect(matchShapes(square, ball)).toEqual({ faces: Array(6).fill(-1), edges: Array(12).fill(-1) })
    expect(matchShapes({ ...square, faces: [], edges: [] }, square)).toEqual({ faces: [], edges: [] })
  })
})

it('[KN58] a full build tells where the faces of the layers shown before have gone', async () => {
  const script = (hole: number) =>
    `from build123d import *\nplate = Box(40, 20, 10) - Pos(${hole}, 0, 0) * Cylinder(3, 10)\nresult = {"plate": plate}`
  const first = valueOf(await run(script(10), { formats: [] }))
  const [layer] = first.layers
  const before = { [layer?.id ?? '']: layer?.geometry?.hash ?? '' }
  const second = valueOf(await run(script(12), { formats: [], before }))
  expect(second.maps).toEqual([
    {
      layer: layer?.id,
      from: layer?.geometry?.hash,
      to: second.layers[0]?.geometry?.hash,
      faces: expect.any(Array),
      edges: expect.any(Array),
    },
  ])
  expect(second.maps?.[0]?.faces.filter((to) => to >= 0)).toHaveLength(7)
  expect(valueOf(await run(script(12), { formats: [], before: { [layer?.id ?? '']: 'gone' } })).maps).toBeUndefined()
})

it('[KN53] [KN55] what did not change is neither meshed nor measured again', async () => {
  const parts = (size: number) => `from build123d import *
result = {"still": Box(10, 10, 10) - Cylinder(2, 10), "moved": Pos(0, ${size}, 0) * (Box(5, 5, 5) - Cylinder(1, 5)), "new": Box(${size}, 3, 3)}`
  const stages = ({ events }: Ran) =>
    events.flatMap((event) => (event.t === 'stage' && event.stage === 'mesh' ? [event.share] : []))
  await run(parts(20), { formats: [] })
  const again = await run(parts(20), { formats: [] })
  // Nothing at all was asked of a measuring process.
  expect(
    again.events.some((event) => event.t === 'stage' && (event.stage === 'mesh' || event.stage === 'measure')),
  ).toBe(false)
  const changed = await run(parts(21), { formats: [] })
  expect(stages(changed)).toEqual([0])
  const facts = valueOf(changed).facts
  const [still, moved] = valueOf(changed).layers
  expect(facts.filter((fact) => fact.kind === 'hole' && fact.layer === still?.id)).toHaveLength(1)
  expect(facts.find((fact) => fact.kind === 'hole' && fact.layer === moved?.id)).toMatchObject({ at: [0, 21, 2.5] })
  expect(facts.find((fact) => fact.kind === 'size' && fact.layer === undefined)).toMatchObject({ y: 28.5 })
})
