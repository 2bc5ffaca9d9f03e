// Every file of every story, opened again by somebody else and compared with the panels it was made of: SVG by Chromium,
// DXF by ezdxf, PDF by pdf.js. Prints a table: npm run box-files
import {
  type CutSheet,
  cutSheets,
  executeRecipe,
  flattened,
  type Panel,
  type Place,
  toDxf,
  toPdf,
  toSvg,
} from '@hewn/boxes'
import type { AssemblyRecipe } from '@hewn/model'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { readPdf } from '../packages/boxes/test/read-back.ts'

const { values } = parseArgs({
  options: { python: { type: 'string' }, chromium: { type: 'string', default: '/usr/bin/chromium' } },
})
const { chromium: executablePath, python } = values
const MM = 25.4 / 96
const RECIPES = join(import.meta.dirname, '../recipes')

/** What one reader found in a story's files. */
interface Found {
  /** Closed cuts: outlines and holes. */
  cuts: number
  /** mm of all of them. */
  length: number
  /** Of every sheet, in mm. */
  sizes: [number, number][]
}

const stories = readdirSync(RECIPES).filter(
  (name) => existsSync(join(RECIPES, name, 'facts.json')) && existsSync(join(RECIPES, name, 'recipe.json')),
)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
let wrong = 0
console.log(row(['story', 'sheets', 'parts', 'cuts', 'cut length', 'SVG', 'DXF', 'PDF']))
for (const name of stories) {
  const recipe = JSON.parse(readFileSync(join(RECIPES, name, 'recipe.json'), 'utf8')) as AssemblyRecipe
  // Without kerf and fit the sheets show the panels themselves.
  const { engine } = executeRecipe({ ...recipe, cutting: { ...recipe.cutting, kerf: 0, fit: 'snug' } })
  const sheets = cutSheets(engine)
  if (!sheets.ok) throw new Error(`${name}: ${sheets.error[0]?.message}`)
  const made = madeOf(engine.panels, sheets.value)
  const read = [await inChromium(page, sheets.value), inEzdxf(sheets.value), await inPdf(sheets.value)]
  const differences = read.map((found) => difference(made, found))
  wrong += differences.filter((one) => one !== '').length
  const { cuts, length } = made
  const said = differences.map((one) => one || 'equal')
  console.log(row([name, sheets.value.length, engine.panels.length, cuts, `${length.toFixed(2)} mm`, ...said]))
}
await browser.close()
console.log(wrong === 0 ? 'Every file holds what its panels are.' : `${wrong} files differ.`)
process.exitCode = wrong === 0 ? 0 : 1

function row(cells: readonly (string | number)[]): string {
  const [first = '', ...rest] = cells
  return [String(first).padEnd(20), ...rest.map((cell) => String(cell).padStart(14))].join('')
}

function madeOf(panels: readonly Panel[], sheets: readonly CutSheet[]): Found {
  const contours = panels.flatMap(({ holes, outline }) => [outline, ...holes])
  return {
    cuts: contours.length,
    length: contours.reduce((sum, contour) => sum + around(flattened(contour, 0.5)) / 1000, 0),
    sizes: sheets.map(({ height, width }) => [width, height]),
  }
}

function around(points: readonly Place[]): number {
  return points.reduce((sum, { x, y }, index) => {
    const before = points.at(index - 1)
    return sum + Math.hypot(x - (before?.x ?? x), y - (before?.y ?? y))
  }, 0)
}

/** Nothing, or what is not as it was made: to 0.05 mm in size, a hundredth of a percent in length. */
function difference(made: Found, found: Found): string {
  if (made.cuts !== found.cuts) return `${found.cuts} cuts`
  if (Math.abs(found.length / made.length - 1) > 1e-4) return `${found.length.toFixed(2)} mm`
  const off = made.sizes.flat().some((side, index) => Math.abs(side - (found.sizes.flat()[index] ?? 0)) > 0.05)
  return off || made.sizes.length !== found.sizes.length ? found.sizes.map((size) => size.join(' x ')).join(', ') : ''
}

async function inChromium(page: Page, sheets: readonly CutSheet[]): Promise<Found> {
  const all: Found = { cuts: 0, length: 0, sizes: [] }
  for (const sheet of sheets) {
    await page.setContent(toSvg(sheet).replace(/<\?xml[^>]*>/, ''))
    const found = await page.evaluate(() => {
      const box = document.querySelector('svg')?.getBoundingClientRect()
      const cuts = [...document.querySelectorAll<SVGPathElement>('g[id^=cut-] path')]
      return { box: [box?.width ?? 0, box?.height ?? 0], lengths: cuts.map((cut) => cut.getTotalLength()) }
    })
    // A unit of the picture is a millimetre: the view box is as large as the sheet.
    all.cuts += found.lengths.length
    all.length += found.lengths.reduce((sum, one) => sum + one, 0)
    all.sizes.push([(found.box[0] ?? 0) * MM, (found.box[1] ?? 0) * MM])
  }
  return all
}

function inEzdxf(sheets: readonly CutSheet[]): Found {
  const READ = `
import sys, json, io, math, ezdxf
from ezdxf.path import make_path
found = []
for text in json.load(sys.stdin):
    document = ezdxf.read(io.StringIO(text))
    audit = document.audit()
    assert document.units == 4 and not audit.errors and not audit.fixes
    cuts = [one for one in document.modelspace() if one.dxf.layer.startswith('CUT')]
    assert all(one.dxftype() == 'CIRCLE' or one.closed for one in cuts)
    length = 0
    for one in cuts:
        points = list(make_path(one).flattening(0.0005))
        length += sum(a.distance(b) for a, b in zip(points, points[1:]))
    found.append([len(cuts), length])
print(json.dumps(found))
`
  if (!python) throw new Error('Reading DXF needs Python with ezdxf: run npm run box-files')
  const read = spawnSync(python, ['-c', READ], { input: JSON.stringify(sheets.map(toDxf)), encoding: 'utf8' })
  if (read.status !== 0) throw new Error(read.stderr)
  const found = JSON.parse(read.stdout) as [number, number][]
  return {
    cuts: found.reduce((sum, [cuts]) => sum + cuts, 0),
    length: found.reduce((sum, [, length]) => sum + length, 0),
    // A DXF has no paper: millimetres and lengths say its size.
    sizes: sheets.map(({ height, width }) => [width, height]),
  }
}

/** In a PDF the page is the sheet with a margin around it, and its 100 mm bar says the scale. */
async function inPdf(sheets: readonly CutSheet[]): Promise<Found> {
  const { pages } = await readPdf(toPdf([...sheets]))
  const all: Found = { cuts: 0, length: 0, sizes: [] }
  const colors = new Set<string>()
  pages.slice(0, sheets.length).forEach((one, index) => {
    const sheet = sheets[index]
    const cuts = one.lines.filter((line) => isCut(line.color))
    for (const line of one.lines) colors.add(line.color)
    all.cuts += cuts.length
    all.length += cuts.reduce((sum, line) => sum + pathLength(line), 0)
    const bar = one.lines.find((line) => {
      const [a, b] = line.points
      return a && b && Math.abs(Math.hypot(a[0] - b[0], a[1] - b[1]) - 100) < 0.01
    })
    if (!bar) throw new Error(`Page ${index + 1} has no bar of 100 mm`)
    if (sheet) all.sizes.push([sheet.width, sheet.height])
  })
  return all
}

function isCut(color: string): boolean {
  return /^#?(0000ff|ff0000)$/i.test(color)
}

/** Curves are measured through their middles, as arcs: three points say which. */
function pathLength({ curves, points }: { points: [number, number][]; curves: [number, number][] }): number {
  let [length, curve] = [0, 0]
  const whole = [...points, ...(points[0] ? [points[0]] : [])]
  whole.slice(1).forEach((to, index) => {
    const from = whole[index] ?? to
    const chord = Math.hypot(to[0] - from[0], to[1] - from[1])
    const middle = curves[curve]
    const high = middle ? Math.hypot(middle[0] - (from[0] + to[0]) / 2, middle[1] - (from[1] + to[1]) / 2) : 0
    // The height over a chord is at most what an arc of 45° has: what is further away belongs to another line.
    if (middle && high <= chord * 0.11 && high > 0) {
      const radius = (chord * chord) / (8 * high) + high / 2
      length += 2 * radius * Math.asin(Math.min(1, chord / (2 * radius)))
      curve++
    } else length += chord
  })
  return length
}
