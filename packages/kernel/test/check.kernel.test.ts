import type { BuildResult, Fact, JobId } from '@hewn/model'
import { expect, it } from 'vitest'
import { kernelForTests, requestFor, valueOf } from './kernel-for-tests.ts'

const { run, kernel } = kernelForTests()
const never = new AbortController().signal

const TRAY = `from build123d import *
show_object(Box(60, 40, 30) - Pos(0, 0, 2.5) * Box(55, 35, 30), name="tray")
show_object(Pos(0, 0, 40) * Box(60, 40, 4), name="lid")
`
// More pairs that lie close than a second is enough for.
const MANY = `from build123d import *
for x in range(8):
    for y in range(6):
        show_object(Pos(12 * x, 12 * y, 0) * (Sphere(5.6) - Torus(5.6, 1)), name=f"bead {x} {y}")
`
const kinds = (result: BuildResult, kind: Fact['kind']) => result.facts.filter((fact) => fact.kind === kind)
const check = async (code: string, result: BuildResult, want: Fact['kind'][]) => {
  const checked = await kernel.check({ job: requestFor(code).job as JobId, owner: 'tester', result, want }, never)
  if (!checked.ok) throw new Error(JSON.stringify(checked.error))
  return checked.value
}

it('[KN46] walls are measured by a build of which somebody promised them, else by a check, and the same', async () => {
  const plain = valueOf(await run(TRAY, { formats: [] }))
  expect([plain.left, kinds(plain, 'wall')]).toEqual([['wall'], []])
  const checked = await check(TRAY, plain, ['wall'])
  const [tray, lid] = plain.layers.map(({ id }) => id)
  expect(checked.left).toBeUndefined()
  expect(kinds(checked, 'wall')).toEqual([
    { kind: 'wall', min: 2.5 },
    { kind: 'wall', layer: tray, min: 2.5 },
    { kind: 'wall', layer: lid, min: 4 },
  ])
  expect(checked.facts.filter(({ kind }) => kind !== 'wall')).toEqual(plain.facts)
  const promised = valueOf(await run(TRAY, { formats: [], walls: true, owner: 'somebody else' }))
  expect([promised.left, kinds(promised, 'wall')]).toEqual([undefined, kinds(checked, 'wall')])
})

it('[KN46] a draft says what it has not measured', async () => {
  const draft = valueOf(await run(TRAY, { formats: [], quality: 'draft', owner: 'who knows nothing' }))
  expect(draft.left).toEqual(expect.arrayContaining(['hole', 'valid', 'interference', 'wall']))
  expect(draft.left).not.toContain('size')
})

it('[KN46] pairs that a build had no time for are left, and a check measures the rest of them', {
  timeout: 60_000,
}, async () => {
  const built = valueOf(await run(MANY, { formats: [] }))
  expect(built.left).toEqual(expect.arrayContaining(['interference', 'clearance']))
  const before = kinds(built, 'clearance').length
  const checked = await check(MANY, built, ['interference'])
  expect(checked.left ?? []).not.toContain('interference')
  // Each of 48 with its neighbours to the right and above.
  const neighbours = 7 * 6 + 8 * 5
  expect(before).toBeLessThan(neighbours)
  expect(kinds(checked, 'clearance').length).toBeGreaterThanOrEqual(neighbours)
})
