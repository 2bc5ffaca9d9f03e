import { decodeGeometry } from '@hewn/protocol'
import { describe, expect, it } from 'vitest'
import { errorOf, kernelForTests, valueOf } from './kernel-for-tests.ts'

const { run, blobs, kernel } = kernelForTests()
const B = 'from build123d import *\n'
const text = new TextEncoder()

describe('what a script leaves', () => {
  it('[KN40] what it had shown when it failed is meshed, and the error is what it was', async () => {
    const ran = await run(
      'from build123d import *\nshow_object(Box(1, 2, 3), name="first")\nshow_object(Sphere(2))\n1 / 0',
    )
    expect(errorOf(ran)).toMatchObject({ code: 'SCRIPT_ERROR', line: 4 })
    const shown = ran.events.flatMap((event) => (event.t === 'layer' ? [event.layer] : []))
    expect(shown.map(({ name }) => name)).toEqual(['first', 'Sphere'])
    expect(shown.every(({ geometry }) => (geometry?.triangles ?? 0) > 0)).toBe(true)
    const none = await run('from build123d import *\nx = Box(1, 2, 3)\n1 / 0')
    expect(none.events.some(({ t }) => t === 'layer')).toBe(false)
  })

  it('[KN40] what it had shown when native code crashed, or its time was over, is meshed too', async () => {
    const shownBefore = async (last: string, seconds = 60) => {
      const ran = await run(
        `${B}show_object(Box(1, 2, 3), name="first")\nshow_object(Sphere(2), name="second")\nimport ctypes, time\ntime.sleep(0.3)\n${last}`,
        { limits: { seconds, memory: 2 * 1024 ** 3, log: 10 * 1024 ** 2, line: 8192 } },
      )
      const layers = ran.events.flatMap((event) => (event.t === 'layer' ? [event.layer] : []))
      expect(layers.every(({ geometry }) => (geometry?.triangles ?? 0) > 0)).toBe(true)
      return [errorOf(ran).code, ...layers.map(({ name }) => name)]
    }
    expect(await shownBefore('ctypes.string_at(0)')).toEqual(['SCRIPT_CRASHED', 'first', 'second'])
    expect(await shownBefore('while True: pass', 2)).toEqual(['JOB_TIMEOUT', 'first', 'second'])
    // What was shown in between counts no more once there is a result.
    const built = valueOf(await run(`${B}show(Box(1, 1, 1))\nb = 1\nshow(Sphere(2))\nc = 2\nshow(Cylinder(1, 2))`))
    expect(built.layers.map(({ name }) => name)).toEqual(['Cylinder'])
  })

  it('[KN31] [KN33] [KN34] [KN35] an assembly: groups, names, colours, placements; copies share one blob', async () => {
    const code = `${B}
pin = Cylinder(2, 10)
pin.color = Color("steelblue")
left = Pos(-20, 0, 5) * pin
left.label = "pin"
right = Pos(20, 0, 5) * pin
right.label = "pin"
right.color = Color(1, 0, 0, 0.5)
base = Box(60, 20, 4)
base.label = "base"
result = Pos(0, 0, 100) * Compound(label="jig", children=[base, left, right])
`
    const built = valueOf(await run(code))
    const [jig, base, pin, second] = built.layers
    expect(built.layers.map(({ name, kind, color, opacity }) => [name, kind, color, opacity])).toEqual([
      ['jig', 'group', undefined, undefined],
      ['base', 'solid', undefined, undefined],
      ['pin', 'solid', '#4682b4', undefined],
      ['pin 2', 'solid', '#ff0000', 0.5],
    ])
    expect([base?.parent, pin?.parent, second?.parent]).toEqual([jig?.id, jig?.id, jig?.id])
    expect(pin?.geometry?.hash).toBe(second?.geometry?.hash)
    expect(pin?.placement.slice(12)).toEqual([-20, 0, 105, 1])
    expect(second?.placement.slice(12)).toEqual([20, 0, 105, 1])
    expect(built.facts).toContainEqual({ kind: 'solids', count: 3 })
    expect(built.facts).toContainEqual({ kind: 'size', x: 60, y: 20, z: 12 })
    expect(built.artifacts.map(({ name }) => name)).toEqual([
      'model.step',
      'model.stl',
      'layers/1-base.stl',
      'layers/2-pin.stl',
      'layers/3-pin-2.stl',
    ])
    const again = valueOf(await run(code))
    expect(again.layers).toEqual(built.layers)
    expect(again.artifacts).toEqual(built.artifacts)
  })

  it('[KN31] [KN32] the viewer’s calls: show replaces, show_object adds; names and colours', async () => {
    const code = `${B}from ocp_vscode import *
set_port(3939)
set_defaults(reset_camera=Camera.KEEP)
a, b, c = Box(1, 1, 1), Box(2, 2, 2), Sphere(1)
show(c)
show(a, b, names=["first", None], colors=["red", "#00ff00"], alphas=[0.5], weird=1)
show_object(c, name="ball", options={"color": (0, 0, 255)})
show_object(Plane.XY)
`
    const ran = await run(code)
    expect(
      valueOf(ran).layers.map(({ name, color, opacity, aside, at }) => [name, color, opacity, aside, at?.line]),
    ).toEqual([
      ['first', '#ff0000', 0.5, undefined, 7],
      ['b', '#00ff00', undefined, undefined, 7],
      ['ball', '#0000ff', undefined, undefined, 8],
      ['Plane', undefined, undefined, true, 9],
    ])
    expect(ran.log).toEqual(['hewn: show: weird= has no effect here'])
  })

  it('[KN31] show is there without an import, and __name__ is __main__', async () => {
    const code = `${B}if __name__ == "__main__":\n    part = Box(1, 2, 3)\n    show(part)\n`
    expect(valueOf(await run(code)).layers).toMatchObject([{ name: 'part' }])
  })

  it('[KN31] auto: module-level shapes; one that is read later is an intermediate, hidden and aside', async () => {
    const code = `${B}hole = Cylinder(2, 20)\nplate = Box(20, 20, 5) - hole\nlid = Pos(0, 0, 20) * Box(20, 20, 2)\n`
    const built = valueOf(await run(code, { result: 'auto' }))
    expect(built.layers.map(({ name, visible, aside }) => [name, visible, aside])).toEqual([
      ['hole', false, true],
      ['plate', true, undefined],
      ['lid', true, undefined],
    ])
    expect(built.facts).toContainEqual({ kind: 'solids', count: 2 })
  })

  it('[KN33] dicts, lists, builders, sketches, curves and raw shapes', async () => {
    const code = `${B}
with BuildSketch() as face:
    Circle(5)
with BuildLine() as path:
    Line((0, 0), (10, 0))
class Holder:
    part = Box(1, 1, 1)
result = {"plain": [Box(1, 1, 1), Box(2, 1, 1)], "face": face, "path": path, "raw": Box(3, 3, 3).wrapped, "held": Holder(), "no": None}
`
    const ran = await run(code)
    expect(valueOf(ran).layers.map(({ name, kind }) => [name, kind])).toEqual([
      ['plain', 'solid'],
      ['plain 2', 'solid'],
      ['face', 'surface'],
      ['path', 'curve'],
      ['raw', 'solid'],
      ['held', 'solid'],
    ])
  })

  it('[SV22] lines alone have STEP and no STL, and the log says why', async () => {
    const ran = await run(`${B}result = Line((0, 0), (10, 0))`)
    expect(valueOf(ran).artifacts.map(({ name }) => name)).toEqual(['model.step'])
    expect(ran.log).toEqual([expect.stringContaining('No STL')])
  })

  it('[KN31] auto: who prints, measures or chooses of a shape uses none up, and what is inside a builder is the builder’s', async () => {
    const design = async (code: string) =>
      valueOf(await run(`${B}${code}`, { result: 'auto' }))
        .layers.filter(({ aside }) => !aside)
        .map(({ name }) => name)
    const text = `with BuildPart() as sign:
    with BuildSketch() as letters:
        Text("Hi", font_size=20)
    extrude(amount=3)
print(sign.part.bounding_box())
volume = sign.part.volume
`
    expect(await design(text)).toEqual(['sign'])
    const lines = `with BuildPart() as vase:
    with BuildSketch():
        with BuildLine():
            l1 = Line((0, 0), (20, 0))
            l2 = Line(l1 @ 1, (20, 30))
            Polyline(l2 @ 1, (0, 30), (0, 0))
        make_face()
    revolve(axis=Axis.Y)
`
    expect(await design(lines)).toEqual(['vase'])
    expect(await design('part = Box(9, 9, 9)\ntop = part.faces().sort_by(Axis.Z)[-1]\nprint(top.area)')).toEqual([
      'part',
    ])
    expect(
      await design('blank = Box(9, 9, 9)\npart = fillet(blank.edges(), 1)\nassert part.volume < blank.volume'),
    ).toEqual(['part'])
    const none = errorOf(await run(`${B}with BuildPart() as p:\n    Box(9, 9, 9)\n    Hole(20)`, { result: 'auto' }))
    expect(none).toMatchObject({
      code: 'SCRIPT_NO_RESULT',
      line: 2,
      hint: expect.stringMatching(/^The cut left nothing/),
    })
    expect(none.message).toBe('There is no shape in `p`: it is empty.')
  })

  it('[KN31] a script that writes files and leaves nothing else leaves what it wrote', async () => {
    const written = valueOf(
      await run(
        `${B}def make(size):\n    part = Box(size, 20, 5)\n    export_step(part, "part.step")\n    export_stl(part, "part.stl")\n    return part\npart = make(30)\nexport_brep(Sphere(2), "ball.brep")\n`,
        { result: 'required' },
      ),
    )
    expect(written.layers.map(({ name, kind, aside }) => [name, kind, aside])).toEqual([
      ['part', 'solid', undefined],
      ['Sphere', 'solid', undefined],
    ])
    const mesher = `${B}part = Box(3, 2, 1)\nmesher = Mesher()\nmesher.add_shape(part)\nmesher.write("part.3mf")\n`
    expect(valueOf(await run(mesher, { result: 'required' })).layers.map(({ name }) => name)).toEqual(['part'])
    // What is shown goes before, and what is no shape is none.
    const shown = valueOf(await run(`${B}export_step(Box(1, 2, 3), "x.step")\nshow(Sphere(1), names=["ball"])`))
    expect(shown.layers.map(({ name }) => name)).toEqual(['ball'])
  })

  it('[KN36] what is logged is as serious as its record says', async () => {
    const code = `${B}
import logging, sys
logging.basicConfig(level=logging.INFO, format="%(message)s")
logging.info("fine")
logging.warning("take care")
logging.error("wrong")
print("plain", file=sys.stderr)
result = Box(1, 1, 1)
`
    const ran = await run(code)
    const logged = ran.events.flatMap((event) => (event.t === 'log' ? [[event.stream, event.level, event.text]] : []))
    expect(logged).toEqual([
      ['stderr', 'info', 'fine'],
      ['stderr', 'warning', 'take care'],
      ['stderr', 'error', 'wrong'],
      ['stderr', 'error', 'plain'],
    ])
  })

  it('[KN36] stdout and stderr keep their order, warnings have their level, native prints arrive', async () => {
    const code = `${B}import sys, os, warnings
print("one")
print("two", file=sys.stderr)
print("thr", end="")
print("ee")
warnings.warn("careful")
print("\\udc80 \\x00 \\x1b[31m")
os.write(1, b"native\\n")
result = Box(1, 1, 1)
`
    const ran = await run(code)
    valueOf(ran)
    const python = ran.log.filter((line) => !line.includes('native'))
    expect(python).toEqual([
      'stdout: one',
      'stderr: two',
      'stdout: three',
      'stderr: UserWarning: careful (model.py, line 7)',
      'stdout: \\udc80 \u0000 \u001b[31m',
    ])
    expect(ran.log).toContain('stdout: native')
    expect(ran.events).toContainEqual(expect.objectContaining({ level: 'warning' }))
  })

  it('[KN36] a line arrives while the script still runs', async () => {
    let beforeEnd = false
    const stop = new AbortController()
    const ran = await run(
      'print("here")\nimport time\ntime.sleep(60)\n',
      {},
      {
        signal: stop.signal,
        on(event) {
          if (event.t === 'log') beforeEnd = true
          if (beforeEnd) stop.abort()
        },
      },
    )
    expect([beforeEnd, errorOf(ran).code]).toEqual([true, 'JOB_CANCELLED'])
  })

  it('[KN21] [KN27] files that a script wrote are kept, under names that can be shown; given files are not', async () => {
    const code = `${B}import os, json
print(json.load(open("data.json"))["width"], os.path.basename(__file__), os.path.isdir("assets"))
import helper
open("out/notes.txt", "w").write("made")
open("über.txt", "w").write("x")
open("../outside.txt", "w").write("x")
result = helper.part()
`
    const ran = await run(code, {
      files: [
        { path: 'model.py', bytes: text.encode(code) },
        { path: 'helper.py', bytes: text.encode(`${B}def part(): return Box(1, 1, 1)`) },
        { path: 'data.json', bytes: text.encode('{"width": 7}') },
      ],
      formats: [],
    })
    const built = valueOf(ran)
    expect(built.artifacts.map(({ name, url }) => [name, url])).toEqual([
      ['files/out/notes.txt', `/artifacts/${'0'.repeat(22)}/files/out/notes.txt`],
      ['files/file_ber.txt', `/artifacts/${'0'.repeat(22)}/files/file_ber.txt`],
    ])
    expect(ran.log).toEqual(['stdout: 7 model.py True', 'hewn: The file "über.txt" is kept as file_ber.txt.'])
  })

  it('[KN62] STEP reads back with the same volume and names; STL is closed', async () => {
    const made = valueOf(
      await run(`${B}lid = Box(10, 20, 5) - Cylinder(2, 5)\nbody = Pos(0, 0, 20) * Sphere(5)\nresult = [lid, body]`),
    )
    const [step, stl] = await Promise.all(made.artifacts.slice(0, 2).map(({ sha256 }) => blobs.get(sha256)))
    if (!step || !stl) throw new Error('files are missing')
    const code = `${B}back = import_step("model.step")\nprint(sorted(c.label for c in back.children))\nresult = back`
    const files = [
      { path: 'model.py', bytes: text.encode(code) },
      { path: 'model.step', bytes: step },
    ]
    const ran = await run(code, { files })
    const volume = (facts: { kind: string; value?: number; layer?: string }[]) =>
      facts.find((fact) => fact.kind === 'volume' && fact.layer === undefined)?.value ?? 0
    expect(volume(valueOf(ran).facts)).toBeCloseTo(volume(made.facts), 4)
    expect(ran.log).toContain("stdout: ['body', 'lid']")
    const view = new DataView(stl.buffer, stl.byteOffset)
    const triangles = view.getUint32(80, true)
    expect(stl.length).toBe(84 + triangles * 50)
    let sixth = 0
    for (let n = 0; n < triangles; n++) {
      const at = (corner: number, axis: number) => view.getFloat32(84 + n * 50 + 12 + corner * 12 + axis * 4, true)
      sixth +=
        at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)) -
        at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
        at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0))
    }
    expect(Math.abs(sixth / 6 / volume(made.facts) - 1)).toBeLessThan(2e-3)
  })

  it('[KN56] [KN59] a blob decodes, its tables agree with the facts', async () => {
    const built = valueOf(await run(`${B}result = Box(40, 20, 10) - Cylinder(3, 10)`))
    const [layer] = built.layers
    const bytes = await blobs.get(layer?.geometry?.hash ?? '')
    const decoded = decodeGeometry(bytes ?? new Uint8Array())
    if (!decoded.ok) throw new Error(decoded.error.message)
    const geometry = decoded.value
    expect([geometry.closed, geometry.exact, geometry.faces?.length, geometry.edges?.length]).toEqual([
      true,
      true,
      7,
      15,
    ])
    expect(geometry.body?.volume).toBeCloseTo(8000 - Math.PI * 90, 6)
    expect(geometry.bounds).toEqual({ min: [-20, -10, -5], max: [20, 10, 5] })
    const bore = geometry.faces?.find(({ kind }) => kind === 'cylinder')
    expect(bore).toMatchObject({ hollow: true, a: 3, b: 0, axis: [0, 0, 1] })
    expect(geometry.faces?.filter(({ kind }) => kind === 'plane').map(({ axis }) => axis.join())).toEqual(
      expect.arrayContaining(['1,0,0', '-1,0,0', '0,1,0', '0,-1,0', '0,0,1', '0,0,-1']),
    )
    const circle = geometry.edges?.find(({ kind }) => kind === 'circle')
    expect(circle).toMatchObject({ closed: true, radius: 3 })
    expect(circle?.length).toBeCloseTo(6 * Math.PI, 9)
    expect(geometry.edges?.filter(({ seam }) => seam)).toHaveLength(1)
    expect(built.facts).toContainEqual({ kind: 'edges', count: 14 })
  })

  it('[KN43] parameters are found, put in and reported with their values', async () => {
    const code = `${B}width = 40  # Width [20 .. 80 / 5] mm\nresult = Box(width, 20, 10)\n`
    const built = valueOf(await run(code, { parameters: { width: 60 } }))
    expect(built.facts).toContainEqual({ kind: 'size', x: 60, y: 20, z: 10 })
    expect(built.parameters).toEqual([
      { name: 'width', label: 'Width', value: 60, min: 20, max: 80, step: 5, unit: 'mm', at: { line: 2 } },
    ])
    const edited = valueOf(await run(code.replace('40', '60')))
    expect(edited.layers[0]?.geometry).toEqual(built.layers[0]?.geometry)
    expect(errorOf(await run(code, { parameters: { width: 200 } }))).toMatchObject({ code: 'REQUEST_VALUE' })
    expect(errorOf(await run(code, { parameters: { depth: 20 } })).message).toContain('it has: width')
    expect(await kernel.write(code, { width: 65 })).toEqual({ ok: true, value: code.replace('40', '65') })
  })

  it('[KN27] what build123d writes finds its folder made; what is not kept, or is not the script’s, is said', async () => {
    const code = `${B}result = Box(1, 2, 3)
export_stl(result, "out/a.stl")
export_step(result, file_path="deep/er/b.step")
s = ExportSVG()
s.add_shape(Rectangle(1, 2).edges())
s.write("out/c.svg")
`
    const kept = await run(code, { formats: [] })
    const names = valueOf(kept).artifacts.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['files/out/a.stl', 'files/deep/er/b.step', 'files/out/c.svg']))
    expect(kept.log).toEqual([])
    const outside = await run(`${code}import os\nexport_brep(result, os.path.expanduser("~/Desktop/d.brep"))`)
    expect(outside.log.join()).toMatch(/d\.brep is written outside the script's folder and is not kept/)
    const refused = errorOf(await run(`${code}export_step(result, "/home/me/d.step")`))
    expect(refused).toMatchObject({
      line: 8,
      message: expect.stringMatching(/not the script's: '\/home\/me\/d\.step'/),
    })
    expect(refused.hint).toMatch(/own folder only; use a relative name/)
  })

  it('[KN1] a later file starts from the stored bytes, without running the script again', async () => {
    const built = valueOf(await run(`${B}result = Sphere(4)`, { formats: [] }))
    expect(built.artifacts).toEqual([])
    const request = { job: 'job:later' as const, layers: built.layers, format: 'step' as const, options: {} }
    const written = await kernel.export(request, new AbortController().signal)
    expect(written).toMatchObject({ ok: true, value: [{ name: 'model.step', url: '/artifacts/later.step' }] })
    const hidden = built.layers.map((layer) => ({
      ...layer,
      geometry: { ...layer.geometry, hash: 'unknown' } as never,
    }))
    expect(await kernel.export({ ...request, layers: hidden }, new AbortController().signal)).toMatchObject({
      ok: false,
      error: { code: 'JOB_NO_BUILD' },
    })
  })
})
