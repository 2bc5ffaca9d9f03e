import { describe, expect, it } from 'vitest'
import { errorOf, kernelForTests, valueOf } from './kernel-for-tests.ts'

const { run, blobs } = kernelForTests()

describe('a script becomes layers, facts and files', () => {
  it('[KN1] a plate with holes: size, volume, openings, valid, and files that can be fetched', async () => {
    const built = valueOf(
      await run(`
from build123d import *
print("hello")
with BuildPart() as plate:
    Box(60, 40, 6)
    with GridLocations(40, 20, 2, 2):
        Hole(2.5)
result = plate
`),
    )
    expect(built.layers.map(({ name, kind }) => [name, kind])).toEqual([['plate', 'solid']])
    expect(built.facts).toContainEqual({ kind: 'size', x: 60, y: 40, z: 6 })
    expect(await blobs.has(built.layers[0]?.geometry?.hash ?? '')).toBe(true)
  })

  it('[KN68] stages come in order, the line of a run at most five times a second, and their times add up', async () => {
    const pauses = Array.from({ length: 30 }, () => 'time.sleep(0.02)').join('\n')
    const ran = await run(
      `from build123d import *\nimport time\n${pauses}\nresult = [Box(1, 2, 3), Pos(9, 0, 0) * Sphere(2)]`,
    )
    const stages = ran.events.flatMap((event) => (event.t === 'stage' ? [event] : []))
    const order = ['start', 'run', 'mesh', 'measure', 'export']
    const seen = stages.map(({ stage }) => order.indexOf(stage))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(new Set(seen).size).toBe(order.length)
    const lines = stages.flatMap(({ line }) => (line === undefined ? [] : [line]))
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    const { timings } = valueOf(ran)
    expect(timings.run).toBeGreaterThanOrEqual(600)
    // Told every 200 ms: of thirty lines that take 600 ms together not many, however slow the machine is.
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(Math.ceil(timings.run / 200))
    const shares = stages.filter(({ stage }) => stage === 'mesh').map(({ share }) => share)
    expect(shares).toEqual([0, 0.5])
    const parts = timings.queue + timings.start + timings.run + timings.mesh + timings.measure + timings.export
    expect(parts).toBeLessThanOrEqual(timings.total + 5)
  })

  it('[KN29] at hand is the standard library, build123d and what it needs, bd_warehouse; another module is named', async () => {
    const modules =
      'numpy scipy.optimize sympy ezdxf svgpathtools svgelements trianglesolver lib3mf anytree bd_warehouse.thread sqlite3 fractions dataclasses xml.etree.ElementTree zipfile'
    const imports = modules.split(' ').map((name) => `import ${name}`)
    const ran = await run(['from build123d import *', ...imports, 'result = Box(1, 1, 1)'].join('\n'))
    expect(valueOf(ran).layers).toHaveLength(1)
    const without = errorOf(await run('import numpyy\n'))
    expect(without).toMatchObject({ code: 'SCRIPT_IMPORT', line: 1, hint: expect.stringContaining('numpy') })
    expect(without.message).toContain('numpyy')
    expect(errorOf(await run('import cadquery\n')).message).toContain('cadquery')
  })
})
