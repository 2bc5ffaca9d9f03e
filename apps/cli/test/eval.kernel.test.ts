import { readSettings } from '@hewn/server/settings'
import { afterAll, describe, expect, it } from 'vitest'
import { readCases } from '../src/eval/eval-case.ts'
import { judge } from '../src/eval/judge.ts'
import { createPartBuilder } from '../src/eval/part-builder.ts'
import { findPython } from '../src/find-python.ts'
import { STANDARD_HOME } from '../src/home.ts'

const settings = readSettings({ env: process.env, home: STANDARD_HOME })
const found = settings.ok ? findPython(settings.value) : settings
const builder = createPartBuilder(found.ok ? found.value : 'python3')
afterAll(() => builder.close())

const HEAD = 'from build123d import *\n'
/** Scripts by hand for public tasks: the judge must say yes to these, and no to the same with one number changed. */
const SCRIPTS: [id: string, script: string, number: string, other: string][] = [
  [
    'CE-01',
    'result = extrude(Rot(Z=13) * RegularPolygon(10 / 3 ** 0.5, 6) - Circle(2.5), 5)',
    'Circle(2.5)',
    'Circle(2.6)',
  ],
  [
    'CE-03',
    `ring = Cylinder(50, 10) - Cylinder(25, 10)
result = ring - Pos(0, 37.5) * Cylinder(2.5, 10) - Pos(37.5, 0) * Cylinder(5, 10)`,
    'Cylinder(5, 10)',
    'Cylinder(4.5, 10)',
  ],
  ['CE-07', 'result = Torus(25, 5) - Torus(25, 3)', 'Torus(25, 3)', 'Torus(25, 3.1)'],
  ['Q2-13', 'result = [Box(40, 40, 3), Pos(0, 0, 13) * Box(40, 40, 3)]', '13', '14'],
  ['CB-02', 'result = Rot(Y=30) * Box(40, 40, 80)', 'Y=30', 'X=30'],
]

describe('the judge of the eval', () => {
  const cases = readCases().flatMap((family) => family.cases)
  const verdictOn = (id: string, script: string) => {
    const one = cases.find((each) => each.id === id)
    if (!one) throw new Error(`There is no case ${id}`)
    const said = { claims: [], promises: [], reported: [], unread: [], ms: 0 }
    return judge(one, { kind: 'part', script: HEAD + script, ...said }, builder.build)
  }

  it.each(SCRIPTS)('[AG86] says yes to %s done right, and no to one number off', async (id, script, number, other) => {
    expect(await verdictOn(id, script)).toMatchObject({ all: true, valid: true, size: true, volume: true })
    expect(script).toContain(number)
    expect((await verdictOn(id, script.replace(number, other))).all).toBe(false)
  })

  it('[AG87] a script that fails, ends without a shape, or never ends is no part', async () => {
    expect(await verdictOn('CE-01', 'result = Box(1, 2)')).toMatchObject({ runs: false, all: false })
    expect(await verdictOn('CE-01', 'part = Box(1, 2, 3)')).toMatchObject({
      runs: false,
      why: expect.stringContaining('SCRIPT_NO_RESULT'),
    })
    expect(await verdictOn('CE-01', 'result = Box(1, 2, 3)')).toMatchObject({ runs: true, all: false })
  })
})
