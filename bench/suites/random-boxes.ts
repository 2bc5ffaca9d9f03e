import { type Engine, executeRecipe, netArea, parseRecipe } from '@hewn/boxes'
import * as fc from 'fast-check'
import { mended } from '../../packages/boxes/test/random-recipes.ts'
import { FAMILIES, measureSolids, randomBoxes } from '../../packages/boxes/test/solids.ts'
import { type Row, series } from '../row.ts'

const COUNT = 10_000
const SOLIDS = 300
const SEED = 20_417

/** Random valid boxes of every family: how many pass the proof, and how many the part kernel agrees on. Takes minutes. */
export async function randomBoxFigures(python: string | undefined): Promise<Row[]> {
  const { passed, seen, times } = proven()
  const rows: Row[] = [
    share(`${COUNT} random valid recipes that pass the proof, seed ${SEED}`, passed / COUNT),
    { suite: 'random-boxes', name: 'recipe → proven panels, random recipes', unit: 'ms', ours: series(times) },
    ...[...seen].map(
      ([name, count]): Row => ({
        suite: 'random-boxes',
        name: `of these have ${name}`,
        unit: '%',
        ours: series([(100 * count) / COUNT]),
        goal: '> 0.5 %',
        holds: count > COUNT / 200,
      }),
    ),
  ]
  return python === undefined ? rows : [...rows, ...solids(python)]
}

const share = (name: string, value: number): Row => ({
  suite: 'random-boxes',
  name,
  unit: '%',
  ours: series([100 * value]),
  goal: '100 %',
  holds: value === 1,
})

function proven(): { passed: number; seen: Map<string, number>; times: number[] } {
  const families = Object.values(FAMILIES)
  const seen = new Map(Object.keys(COVERED).map((name) => [name, 0]))
  const times: number[] = []
  let passed = 0
  for (let round = 0; times.length < COUNT; round++) {
    for (const family of families) {
      for (const document of fc.sample(family, { seed: SEED + round, numRuns: 100 })) {
        const parsed = parseRecipe(mended(document, parseRecipe))
        if (!parsed.ok || times.length === COUNT) continue
        const began = performance.now()
        const { engine } = executeRecipe(parsed.value)
        const { proof } = engine
        times.push(performance.now() - began)
        if (proof.ok && proof.proven === proof.joints) passed++
        for (const [name, has] of Object.entries(COVERED)) if (has(engine)) seen.set(name, (seen.get(name) ?? 0) + 1)
      }
    }
  }
  return { passed, seen, times }
}

const cutout =
  (type: string) =>
  ({ panels }: Engine): boolean =>
    panels.some(({ features }) => features.some((feature) => feature.type === type))
const lidOf =
  (kind: string) =>
  ({ design }: Engine): boolean =>
    design.lids.some((lid) => lid.kind === kind)
const joined =
  (kind: string) =>
  ({ joints }: Engine): boolean =>
    joints.some((joint) => joint.kind === kind)

/** What a box may have: a generator that never draws it proves nothing about it. */
const COVERED: Readonly<Record<string, (engine: Engine) => boolean>> = {
  'a lid that lifts off': lidOf('lift-off'),
  'a lid that slides': lidOf('slide'),
  'two lids that open': ({ design }) => design.lids.length === 2,
  'a fixed lid with tabs in': ({ recipe }) => JSON.stringify(recipe.lid ?? '').includes('tabs-in'),
  'another lid axis': ({ design }) => design.axis !== 'y',
  drawers: ({ design }) => design.drawers.length > 0,
  'a pull that was asked for': ({ recipe }) => /"pull":\{/.test(JSON.stringify(recipe)),
  'a grid that crosses': joined('lap'),
  'dividers that end at others': joined('end'),
  'uneven compartments': ({ recipe }) => recipe.subdivisions?.some((step) => step.type === 'split') ?? false,
  'compartments in compartments': ({ design }) => design.leaves.some((leaf) => leaf.id.split('/').length > 2),
  'dividers that share a line or cross behind': ({ design }) => design.dividers.length > 4,
  feet: ({ design }) => design.feet.length > 0,
  'raised edges': ({ design }) => Object.values(design.reach).some((ends) => Object.values(ends).some((by) => by > 0)),
  'lowered edges': ({ design }) => Object.values(design.reach).some((ends) => Object.values(ends).some((by) => by < 0)),
  'a corner past a solid face': joined('extension'),
  'a thickness per face': ({ recipe }) => Object.keys(recipe.material?.thicknesses ?? {}).length > 0,
  'inside sizes': ({ recipe }) => recipe.measure === 'inside',
  'all faces closed': ({ design }) => design.open.length === 0,
  'three or more open faces': ({ design }) => design.open.length > 2,
  'round holes': cutout('circle'),
  rectangles: cutout('rect'),
  slots: cutout('slot'),
  polygons: cutout('polygon'),
  notches: cutout('notch'),
  fillets: cutout('fillet'),
  'repeated cut-outs': ({ panels }) => panels.some(({ features }) => features.some((one) => one.contours.length > 1)),
  'engraved text': ({ panels }) => panels.some(({ marks }) => marks.some((mark) => mark.layer === 'engrave')),
  'scored text': ({ panels }) => panels.some(({ marks }) => marks.some((mark) => mark.layer === 'score')),
}

/** No two solids share more than 0.001 mm³, all are valid, and each has the volume of its panel within 1e-6. */
function solids(python: string): Row[] {
  const boxes = randomBoxes(SOLIDS, SEED)
  const agreed = measureSolids(python, boxes).filter(({ shared, valid, volumes }, index) => {
    const panels = boxes[index]?.panels ?? []
    const apart = shared.every(([, , amount]) => amount <= 0.001)
    const equal = panels.every((panel, place) => {
      const expected = netArea(panel) * (panel.thickness / 1000)
      return Math.abs((volumes[place] ?? 0) / expected - 1) < 1e-6
    })
    return valid && apart && equal && volumes.length === panels.length
  })
  return [
    share(
      `${SOLIDS} random boxes as solids of the part kernel: valid, nothing shared, volumes equal`,
      agreed.length / boxes.length,
    ),
  ]
}
