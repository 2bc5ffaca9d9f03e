import {
  type CutSheet,
  cutSheets,
  executeRecipe,
  fromLink,
  type NestItem,
  nest,
  parseRecipe,
  toDxf,
  toJson,
  toLink,
  toPdf,
  toSvg,
} from '@hewn/boxes'
import type { AssemblyRecipe } from '@hewn/model'
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { atMost, type Row, series, timed } from '../row.ts'

const RECIPES = new URL('../../recipes/', import.meta.url)

const large: AssemblyRecipe = {
  type: 'basicBox',
  width: 580,
  height: 80,
  depth: 580,
  subdivisions: [{ type: 'grid', void: 'root', columns: 20, rows: 20 }],
  cutting: { kerf: 0.15, fit: 'glue', sheet: { width: 1200, height: 900 } },
}

/** From proven panels to sheets, to the files of a workshop and to a link; and how large all of it is in a page. */
export async function boxFiles(): Promise<Row[]> {
  const { engine } = executeRecipe(large)
  const sheets = sheetsOf(large)
  const link = toLink(large)
  // As many panel steps as may be, each with as many cut-outs as may be, until there are 51,200 bytes.
  const hole = { type: 'circle', diameter: 3.25, x: -12.5, y: 7.25, from: 'bottom-left' }
  const step = { face: 'front', cutouts: Array.from({ length: 15 }, () => hole) }
  const longest: unknown = JSON.parse(JSON.stringify({ ...large, panels: Array.from({ length: 44 }, () => step) }))
  const calendar = read('advent-calendar')
  if (!calendar) throw new Error('There is no story of an advent calendar')
  const [first] = sheets
  if (!first) throw new Error('The box of the bench has no sheet')
  return [
    atMost('boxes', 'SVG of the 20 × 20', await timed(() => sheets.map((sheet) => toSvg(sheet))), 5),
    atMost('boxes', 'DXF of the 20 × 20', await timed(() => sheets.map(toDxf)), 20),
    atMost('boxes', 'PDF of the 20 × 20', await timed(() => toPdf(sheets)), 20),
    {
      suite: 'boxes',
      name: 'JSON of the 20 × 20',
      unit: 'ms',
      ours: await timed(() => JSON.stringify(toJson(engine, sheets)), { runs: 20 }),
    },
    atMost('boxes', 'kerf, fit, nesting and checks, 20 × 20 of 43 parts', await timed(cut(large), { runs: 20 }), 150),
    atMost('boxes', 'the same, advent calendar of 133 parts', await timed(cut(calendar), { runs: 20 }), 1000),
    atMost('boxes', 'SVG of the 20 × 20 with kerf and fit, from its panels', await timed(flatSvg(large), WARM), 15),
    atMost('boxes', 'nesting of 50 parts', await timed(() => nest(parts(50), ROOM), { runs: 10 }), 150),
    atMost('boxes', 'nesting of 400 parts', await timed(() => nest(parts(400), ROOM), { runs: 5, before: 1 }), 1000),
    atMost('boxes', 'a document of 51,200 bytes read', await timed(() => parseRecipe(longest), WARM), 5),
    atMost('boxes', 'link of the 20 × 20', await timed(() => toLink(large), WARM), 0.5),
    atMost('boxes', 'link of the 20 × 20 opened', await timed(() => fromLink(link), WARM), 0.5),
    bytes('link of the 20 × 20 with kerf and fit', link.length, 400),
    ...(await bundles()),
    ...stories(),
  ]
}

/** Medians are of a warm engine. */
const WARM = { before: 100 }
const ROOM = { width: 900, height: 600, margin: 5, spacing: 2 }

/** Kerf, fit and checks without the nesting, and the file. */
const flatSvg = (recipe: AssemblyRecipe) => {
  const { engine } = executeRecipe(recipe)
  if (!engine.proof.ok) throw new Error('The box of the bench is not proven')
  return () => {
    const sheets = cutSheets(engine, { layout: 'flat' })
    return sheets.ok ? sheets.value.map((sheet) => toSvg(sheet)) : fail('The box of the bench has no sheets')
  }
}

const fail = (why: string): never => {
  throw new Error(why)
}

/** Parts of all sizes with a bite out of them, as walls with raised ends have. */
function parts(count: number): NestItem<number>[] {
  return Array.from({ length: count }, (_, index) => {
    const [width, height] = [40 + ((index * 37) % 160), 30 + ((index * 53) % 90)]
    const [bite, deep] = [width / 3, height / 2]
    const outline: [number, number][] = [
      [0, 0],
      [width, 0],
      [width, height],
      [width - bite, height],
      [width - bite, height - deep],
      [bite, height - deep],
      [bite, height],
      [0, height],
    ]
    return { part: index, width, height, outlines: [outline] }
  })
}

const cut = (recipe: AssemblyRecipe) => {
  const { engine } = executeRecipe(recipe)
  // Panels and proof are made on first reading, and have rows of their own.
  if (!engine.proof.ok) throw new Error('The box of the bench is not proven')
  return () => cutSheets(engine)
}

function sheetsOf(recipe: AssemblyRecipe): CutSheet[] {
  const sheets = cutSheets(executeRecipe(recipe).engine)
  if (!sheets.ok) throw new Error(`A box of the bench has no sheets: ${sheets.error[0]?.message}`)
  return sheets.value
}

const bytes = (name: string, value: number, limit: number): Row => ({
  suite: 'boxes',
  name,
  unit: 'B',
  ours: series([value]),
  goal: `≤ ${limit} B`,
  holds: value <= limit,
})

/** What a page loads: judged as our own server sends it, brotli at its densest (`apps/server/src/encoded.ts`); gzip beside it. */
async function bundles(): Promise<Row[]> {
  const engine = await bundled("export { executeRecipe, parseRecipe, AssemblyBuilder } from '@hewn/boxes'")
  const everything = await bundled("export * from '@hewn/boxes'")
  const dense = (code: string) =>
    brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length
  const zipped = (what: string, code: string): Row => ({
    suite: 'boxes',
    name: `bundle, ${what}, gzip`,
    unit: 'B',
    ours: series([gzipSync(code, { level: 9 }).length]),
  })
  return [
    bytes('bundle, recipe to proof, brotli', dense(engine), 30_000),
    zipped('recipe to proof', engine),
    bytes('bundle, everything, brotli', dense(everything), 70_000),
    zipped('everything', everything),
  ]
}

async function bundled(source: string): Promise<string> {
  const entry = 'virtual:boxes'
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: new URL('../..', import.meta.url).pathname,
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'es' } },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  return outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('')
}

/** How much of the sheets each story uses, beside the same parts as plain rectangles on shelves. */
function stories(): Row[] {
  return readdirSync(RECIPES).flatMap((name): Row[] => {
    const recipe = read(name)
    if (!recipe) return []
    const sheets = sheetsOf(recipe)
    const use = usedOf(sheets)
    const shelves = shelvesOf(sheets)
    return [
      {
        suite: 'boxes',
        name: `sheet use, ${name}`,
        unit: '%',
        ours: series([use]),
        peer: { name: 'shelves', median: shelves, min: shelves, max: shelves },
        ratio: use / shelves,
      },
    ]
  })
}

function read(name: string): AssemblyRecipe | undefined {
  try {
    readFileSync(new URL(`${name}/facts.json`, RECIPES))
    return JSON.parse(readFileSync(new URL(`${name}/recipe.json`, RECIPES), 'utf8')) as AssemblyRecipe
  } catch {
    // No box, or one that ends badly on purpose.
    return undefined
  }
}

const area = (sheet: CutSheet): number =>
  sheet.parts
    .filter((part) => part.layer === 'cut-outer')
    .reduce((sum, part) => {
      const { width, height } = sizeOf(part)
      return sum + width * height
    }, 0)

function sizeOf(part: CutSheet['parts'][number]): { width: number; height: number } {
  const points = part.contours.flat()
  const reach = (axis: 'x' | 'y') =>
    Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]))
  return { width: reach('x'), height: reach('y') }
}

/** In percent of what was taken: whole sheets, and of the last one of a thickness down to its lowest part. */
function usedOf(sheets: readonly CutSheet[]): number {
  let taken = 0
  for (const [index, sheet] of sheets.entries()) {
    const last = sheets[index + 1]?.thickness !== sheet.thickness
    const lowest = Math.min(...sheet.parts.flatMap((part) => part.contours.flat().map((point) => point.y)))
    taken += sheet.width * (last ? sheet.height - lowest : sheet.height)
  }
  return (100 * sheets.reduce((sum, sheet) => sum + area(sheet), 0)) / taken
}

/** What anybody would write first: rows of rectangles, the tallest first. */
function shelvesOf(sheets: readonly CutSheet[]): number {
  const thicknesses = [...new Set(sheets.map((sheet) => sheet.thickness))]
  let [taken, laid] = [0, 0]
  for (const thickness of thicknesses) {
    const same = sheets.filter((sheet) => sheet.thickness === thickness)
    const [sheet] = same
    if (!sheet) continue
    const { margin = 5, spacing = 2 } = sheet.made.recipe.cutting ?? {}
    const [across, upward] = [sheet.width - 2 * margin, sheet.height - 2 * margin]
    const parts = same
      .flatMap((one) => one.parts.filter((part) => part.layer === 'cut-outer').map(sizeOf))
      .map(({ width, height }) => {
        const lying = { width: Math.max(width, height), height: Math.min(width, height) }
        return lying.width <= across ? lying : { width: lying.height, height: lying.width }
      })
      .toSorted((a, b) => b.height - a.height)
    let [x, y, row, whole] = [0, 0, 0, 0]
    for (const part of parts) {
      if (x + part.width > across) [x, y, row] = [0, y + row + spacing, 0]
      if (y + part.height > upward) [x, y, row, whole] = [0, 0, 0, whole + 1]
      row = Math.max(row, part.height)
      x += part.width + spacing
      laid += part.width * part.height
    }
    taken += sheet.width * (whole * sheet.height + margin + y + row)
  }
  return (100 * laid) / taken
}
