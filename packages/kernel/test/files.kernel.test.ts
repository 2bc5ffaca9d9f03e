import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuildResult, Fact, Format } from '@hewn/model'
import { decodeGeometry, type FileSettings } from '@hewn/protocol'
import { type MeshPart, write3mf } from '@hewn/protocol/files'
import { pythonForTests } from '@hewn/testing'
import dxfParser, { type IDxf } from 'dxf-parser'
import openOcct from 'occt-import-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { readStl, volumeOf as volumeIn } from '@hewn/testing'
import { kernelForTests, valueOf } from './kernel-for-tests.ts'

const { run, blobs, kernel } = kernelForTests()
// Its types speak of another way of exporting than it has.
const Parser = dxfParser as unknown as new () => { parseSync(text: string): IDxf | null }
const SCRIPT = readFileSync(join(import.meta.dirname, '../../../recipes/enclosure/model.py'), 'utf8')

let built: BuildResult
const bytesOf = async (name: string): Promise<Uint8Array> => {
  const artifact = built.artifacts.find((one) => one.name === name)
  const bytes = artifact && (await blobs.get(artifact.sha256))
  if (!bytes) throw new Error(`there is no ${name} among ${built.artifacts.map((one) => one.name).join(', ')}`)
  return bytes
}
const valueIn = (kind: Fact['kind'], layer?: string): number => {
  const fact = built.facts.find((one) => one.kind === kind && ('layer' in one ? one.layer : undefined) === layer)
  return fact && 'value' in fact ? fact.value : Number.NaN
}

beforeAll(async () => {
  built = valueOf(await run(SCRIPT, { formats: ['step', 'stl', 'brep', 'svg', 'dxf'] }))
})

describe('files, opened again by somebody else', () => {
  it('[KN62] [KN47] STEP: names, colours, places, and the volume that was measured', async () => {
    const read = (await openOcct()).ReadStepFile(await bytesOf('model.step'), null)
    expect(read.success).toBe(true)
    const names = read.meshes.map((mesh) => mesh.name)
    expect(names).toEqual(['case', 'lid'])
    // slategray and lightsteelblue; this reader tells colours as light, not as bytes.
    expect(read.meshes.map(({ color = [] }) => color.map((part) => Math.round(toByte(part))))).toEqual([
      [112, 128, 144],
      [176, 196, 222],
    ])
    for (const mesh of read.meshes) {
      const layer = built.layers.find((one) => one.name === mesh.name)
      const measured = valueIn('volume', layer?.id)
      expect(Math.abs(volumeOf(mesh.attributes.position.array, mesh.index.array) - measured)).toBeLessThan(
        measured * 0.003,
      )
    }
    const [, lid] = read.meshes
    const heights = lid?.attributes.position.array.filter((_, at) => at % 3 === 2) ?? []
    expect(Math.min(...heights)).toBeCloseTo(50, 5)
  })

  it('[KN62] BREP holds every layer where it lies', async () => {
    const read = (await openOcct()).ReadBrepFile(await bytesOf('model.brep'), null)
    expect(read.success).toBe(true)
    const total = read.meshes.reduce((sum, mesh) => sum + volumeOf(mesh.attributes.position.array, mesh.index.array), 0)
    expect(Math.abs(total - valueIn('volume'))).toBeLessThan(valueIn('volume') * 0.003)
  })

  it('[KN62] 3MF: lib3mf finds the objects closed, named and placed, in mm', async () => {
    const parts: MeshPart[] = []
    for (const { name, placement, geometry, color } of built.layers) {
      const bytes = geometry && (await blobs.get(geometry.hash))
      const decoded = bytes && decodeGeometry(bytes)
      if (decoded?.ok)
        parts.push({ name, placement, geometry: decoded.value, ...(color === undefined ? {} : { color }) })
    }
    const folder = mkdtempSync(join(tmpdir(), 'hewn-3mf-'))
    try {
      writeFileSync(join(folder, 'a.3mf'), write3mf(parts))
      const text = execFileSync(pythonForTests(), ['-c', READ_3MF, join(folder, 'a.3mf')], { encoding: 'utf8' })
      expect(JSON.parse(text)).toEqual({
        warnings: 0,
        objects: [
          { name: 'case', closed: true, unit: 'mm', z: 0 },
          { name: 'lid', closed: true, unit: 'mm', z: 50 },
        ],
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('[KN62] SVG is in mm, 1:1, with a group per view and layer, and paths as long as the edges', async () => {
    const text = new TextDecoder().decode(await bytesOf('model.svg'))
    expect(text).toMatch(/width="[\d.]+mm"/)
    expect([...text.matchAll(/<g id="(\w+)"/g)].map(([, id]) => id)).toEqual(['front', 'top', 'right', 'iso'])
    expect([...text.matchAll(/data-layer="([^"]+)"/g)].map(([, name]) => name)).toEqual(
      Array.from({ length: 4 }, () => ['case', 'lid']).flat(),
    )
    const drawn = await sketch('svg')
    const path = /class="seen" d="([^"]+)"/.exec(drawn)?.[1] ?? ''
    // A rectangle of 40 × 20 and a circle of radius 5.
    expect(pathLength(path)).toBeCloseTo(120 + 10 * Math.PI, 1)
  })

  it('[KN62] a drawing tells how far each view reaches and the diameters of what is round; a sketch, to be cut, has lines only', async () => {
    const plate =
      'from build123d import *\nresult = Box(80, 50, 6) - GridLocations(60, 30, 2, 2) * Cylinder(2.75, 6) - Cylinder(10, 6)\n'
    const [artifact] = valueOf(await run(plate, { formats: ['svg'] })).artifacts
    const svg = new TextDecoder().decode((artifact && (await blobs.get(artifact.sha256))) ?? new Uint8Array())
    const told = (view: string) => {
      const part = svg.split(/<g id="/).find((one) => one.startsWith(`${view}"`)) ?? ''
      return [...part.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
    }
    expect(['front', 'top', 'right', 'iso'].map(told)).toEqual([['80', '6'], ['50', '4 × Ø 5.5', 'Ø 20'], ['50'], []])
    expect(await sketch('svg')).not.toContain('<text')
  })

  it('[KN62] DXF has true lines and arcs in mm, on a layer per layer; the loops close', async () => {
    const parsed = new Parser().parseSync(new TextDecoder().decode(await bytesOf('model.dxf')))
    expect(parsed?.header).toMatchObject({ $INSUNITS: 4 })
    expect(new Set(parsed?.entities.map((entity) => entity.layer))).toEqual(new Set(['case', 'lid']))
    const flat = new Parser().parseSync(await sketch('dxf'))
    expect(flat?.entities.map(({ type }) => type).toSorted()).toEqual(['CIRCLE', 'LINE', 'LINE', 'LINE', 'LINE'])
    const ends = flat?.entities.flatMap((entity) =>
      'vertices' in entity ? (entity.vertices as { x: number; y: number }[]) : [],
    )
    const corners = new Set(ends?.map(({ x, y }) => `${x.toFixed(6)} ${y.toFixed(6)}`))
    expect(corners).toEqual(
      new Set(['-20.000000 -10.000000', '-20.000000 10.000000', '20.000000 -10.000000', '20.000000 10.000000']),
    )
  })

  it('[KN62] equal input gives equal bytes, also when a file is asked for later', async () => {
    const { layers, artifacts } = built
    for (const format of ['step', 'brep', 'svg', 'dxf'] as const) {
      const later = await kernel.export({ job: 'job:later', layers, format, options: {} }, new AbortController().signal)
      const name = `model.${format}`
      expect(later.ok && later.value.find((one) => one.name === name)?.sha256, format).toBe(
        artifacts.find((one) => one.name === name)?.sha256,
      )
    }
  })

  it('[SV31] STL in other units and as text, finer or coarser, and of some layers only', async () => {
    const { facets } = await stl({})
    const whole = volumeIn(facets)
    expect(facets[0]).toBeDefined()
    const inches = await stl({ units: 'in' })
    expect(inches.head).toContain('inches')
    expect(volumeIn(inches.facets) * 25.4 ** 3).toBeCloseTo(whole, -1)
    const text = await stl({ ascii: true })
    expect(text.head).toMatch(/^solid /)
    expect(text.facets).toEqual(facets)
    expect((await stl({ tolerance: 1, angle: 45 })).facets.length).toBeLessThan(facets.length / 2)
    const lid = built.layers.filter(({ name }) => name === 'lid')
    const one = await stl({}, lid)
    const measured = valueIn('volume', lid[0]?.id)
    expect(Math.abs(volumeIn(one.facets) - measured)).toBeLessThan(measured * 0.003)
  })

  it('[KN64] a STEP file is read back: the ball of a swept corner does not come back as the rest of it', async () => {
    const script = `from build123d import *
result = sweep(Plane.XY * Circle(2), path=Polyline((0, 0, 0), (0, 0, 20), (15, 0, 20)), transition=Transition.ROUND)
`
    const ran = await run(script, { formats: ['step'] })
    const [artifact] = valueOf(ran).artifacts
    const bytes = (artifact && (await blobs.get(artifact.sha256))) ?? new Uint8Array()
    const fineness = { linearUnit: 'millimeter', linearDeflectionType: 'absolute_value' } as const
    const read = (await openOcct()).ReadStepFile(bytes, {
      ...fineness,
      linearDeflection: 0.005,
      angularDeflection: 0.05,
    })
    const volume = read.meshes.reduce(
      (sum, { attributes, index }) => sum + volumeOf(attributes.position.array, index.array),
      0,
    )
    // Two pipes of 20 and 15 mm, less a quarter of what two crossing cylinders share, and a quarter of a ball.
    const exact = 35 * 4 * Math.PI - (16 * 8) / 3 / 4 + ((4 / 3) * Math.PI * 8) / 4
    expect(Math.abs(volume - exact)).toBeLessThan(exact * 0.001)
    expect(ran.log).toEqual([])
  })

  it('[SV31] STEP as AP242 is what it says, and the same solids to another reader', async () => {
    const bytes = await exported('step', { schema: 'AP242' })
    expect(new TextDecoder().decode(bytes.subarray(0, 2000))).toMatch(/FILE_SCHEMA[(\s]*'AP242/)
    const read = (await openOcct()).ReadStepFile(bytes, null)
    expect(read.meshes.map((mesh) => mesh.name)).toEqual(['case', 'lid'])
    expect(new TextDecoder().decode((await exported('step', {})).subarray(0, 2000))).toContain('AUTOMOTIVE_DESIGN')
  })

  it('[KN62] a section as SVG and DXF: the outline that the plane cuts, with true arcs', async () => {
    const script = 'from build123d import *\nresult = Box(40, 20, 10) - Cylinder(5, 10)\n'
    const { layers } = valueOf(await run(script, { formats: [] }))
    const section = { axis: 'z' as const, at: 2 }
    const svg = new TextDecoder().decode(await exported('svg', { section }, layers))
    expect(svg).toContain('<g id="section"')
    expect(pathLength(/class="seen" d="([^"]+)"/.exec(svg)?.[1] ?? '')).toBeCloseTo(120 + 10 * Math.PI, 1)
    const dxf = new Parser().parseSync(new TextDecoder().decode(await exported('dxf', { section }, layers)))
    expect(dxf?.entities.map(({ type }) => type).toSorted()).toEqual(['CIRCLE', 'LINE', 'LINE', 'LINE', 'LINE'])
    // Across X the plane meets the bore: two rectangles of 7.5 × 10, 10 apart.
    const across = new TextDecoder().decode(await exported('svg', { section: { axis: 'x', at: 0 } }, layers))
    expect(pathLength(/class="seen" d="([^"]+)"/.exec(across)?.[1] ?? '')).toBeCloseTo(2 * 2 * (5 + 10), 6)
    const order = {
      job: 'job:later' as const,
      layers,
      format: 'svg' as const,
      options: { section: { ...section, at: 90 } },
    }
    expect(await kernel.export(order, new AbortController().signal)).toEqual({ ok: true, value: [] })
  })

  it('[KN62] the mesh of a 3MF is as fine as an STL, and closed', async () => {
    const order = { job: 'job:later' as const, layers: built.layers, format: 'mesh' as const, options: {} }
    const later = await kernel.export(order, new AbortController().signal)
    const facets = (await stl({})).facets.length
    let triangles = 0
    for (const { sha256 } of later.ok ? later.value : []) {
      const decoded = decodeGeometry((await blobs.get(sha256)) ?? new Uint8Array())
      expect(decoded).toMatchObject({ ok: true, value: { closed: true, exact: false } })
      if (decoded.ok) triangles += (decoded.value.triangles?.length ?? 0) / 3
    }
    expect(triangles).toBe(facets)
  })

  it('[KN62] without a flat face there is no DXF, and the log says so', async () => {
    const ran = await run('from build123d import *\nresult = Sphere(5)\n', { formats: ['dxf'] })
    expect(valueOf(ran).artifacts).toEqual([])
    expect(ran.log).toEqual(['hewn: No DXF: there is no flat face to draw.'])
  })
})

async function exported(format: Format, options: FileSettings, layers = built.layers): Promise<Uint8Array> {
  const later = await kernel.export({ job: 'job:later', layers, format, options }, new AbortController().signal)
  const artifact = later.ok ? later.value.find(({ name }) => name === `model.${format}`) : undefined
  const bytes = artifact && (await blobs.get(artifact.sha256))
  if (!bytes) throw new Error(`no ${format}: ${JSON.stringify(later)}`)
  return bytes
}

async function stl(options: FileSettings, layers = built.layers) {
  const bytes = await exported('stl', options, layers)
  return { head: new TextDecoder('latin1').decode(bytes.subarray(0, 80)), facets: readStl(bytes) }
}

const toByte = (light: number) => 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

async function sketch(format: 'svg' | 'dxf'): Promise<string> {
  const flat = valueOf(
    await run('from build123d import *\nresult = Rectangle(40, 20) - Circle(5)\n', { formats: [format] }),
  )
  const [artifact] = flat.artifacts
  return new TextDecoder().decode((artifact && (await blobs.get(artifact.sha256))) ?? new Uint8Array())
}

function volumeOf(points: number[], corners: number[]): number {
  let sum = 0
  for (let at = 0; at < corners.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => {
      const first = (corners[at + corner] ?? 0) * 3
      return points.slice(first, first + 3) as [number, number, number]
    }) as [[number, number, number], [number, number, number], [number, number, number]]
    sum += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])
  }
  return sum / 6
}

function pathLength(path: string): number {
  let sum = 0
  for (const line of path.split('M').filter(Boolean)) {
    const points = line.split('L').map((point) => point.split(' ').map(Number) as [number, number])
    for (const [at, point] of points.entries()) {
      const before = points[at - 1]
      if (before) sum += Math.hypot(point[0] - before[0], point[1] - before[1])
    }
  }
  return sum
}

const READ_3MF = `
import json, sys
import lib3mf
from lib3mf import get_wrapper
wrapper = get_wrapper()
model = wrapper.CreateModel()
reader = model.QueryReader("3mf")
reader.SetStrictModeActive(True)
reader.ReadFromFile(sys.argv[1])
items, objects = model.GetBuildItems(), []
while items.MoveNext():
    item = items.GetCurrent()
    found = item.GetObjectResource()
    shift = item.GetObjectTransform().Fields[3][2]
    mesh = model.GetMeshObjectByID(found.GetResourceID())
    low = min(vertex.Coordinates[2] for vertex in mesh.GetVertices())
    unit = {lib3mf.ModelUnit.MilliMeter: "mm"}.get(model.GetUnit(), "?")
    objects.append({"name": found.GetName(), "closed": mesh.IsManifoldAndOriented(), "unit": unit, "z": round(low + shift, 4) + 0})
print(json.dumps({"warnings": reader.GetWarningCount(), "objects": objects}))
`
