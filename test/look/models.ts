import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something to look at: a script, or a box. */
export interface Model {
  name: string
  from: { script: string } | { recipe: unknown }
}

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const recipe = (name: string): Model => ({ name, from: { script: read(`recipes/${name}/model.py`) } })
const smoke = (name: string): Model => ({
  name,
  from: { script: read(`packages/kernel/conformance-smoke/${name}.py`) },
})
const part = (name: string, body: string): Model => ({
  name,
  from: { script: `from build123d import *\n${body}\n` },
})

/** Twenty of all kinds: our stories, idioms of build123d, and what workshops buy. */
export const MODELS: readonly Model[] = [
  ...['block', 'enclosure', 'hinge', 'knob', 'name-plate', 'plate-100', 'plate-with-holes'].map(recipe),
  { name: 'tea-box', from: { recipe: JSON.parse(read('recipes/tea-box/recipe.json')) } },
  ...['loft', 'revolve', 'shell', 'sweep-transition', 'mirror-split', 'assembly-tree'].map(smoke),
  part(
    'screw with thread',
    'from bd_warehouse.fastener import SocketHeadCapScrew\nresult = SocketHeadCapScrew(size="M8-1.25", length=20, simple=False)',
  ),
  part('nut', 'from bd_warehouse.fastener import HexNut\nresult = HexNut(size="M8-1.25", simple=False)'),
  part(
    'bearing',
    'from bd_warehouse.bearing import SingleRowDeepGrooveBallBearing\nresult = SingleRowDeepGrooveBallBearing(size="M8-22-7")',
  ),
  part(
    'gear',
    'from bd_warehouse.gear import SpurGear\nresult = SpurGear(module=2, tooth_count=20, pressure_angle=20, thickness=8)',
  ),
  part(
    'pipe',
    'path = Spline((0, 0, 0), (20, 10, 20), (50, 0, 30))\nresult = sweep(Plane(path @ 0, z_dir=path % 0) * (Circle(4) - Circle(3)), path=path)',
  ),
  part(
    'dice',
    'cube = fillet(Box(20, 20, 20).edges(), 3)\nfor x, y in ((-5, -5), (5, 5), (0, 0)):\n    cube -= Pos(x, y, 11) * Sphere(2)\nresult = cube',
  ),
]
