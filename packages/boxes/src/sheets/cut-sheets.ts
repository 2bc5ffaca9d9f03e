import { type AssemblyRecipe, type Cutting, fail, ok, type Result, toUm } from '@hewn/model'
import type { Engine } from '../execute-recipe.ts'
import { toLink } from '../link/link.ts'
import { countSheets, nest } from '../nest/nest.ts'
import { fits, type Nested, type NestRoom } from '../nest/nest-room.ts'
import { areaOf, lengthOf } from '../panels/contour.ts'
import { panelsOf } from '../panels/panels-of.ts'
import type { Web } from '../proof/webs.ts'
import { canonicalRecipe } from '../recipe/canonical-recipe.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { VERSION } from '../version.ts'
import { type CutOutline, cutOutline, nestItems, placedPanel } from './cut-outline.ts'
import { cutOrder, type PlacedPanel } from './cut-order.ts'
import type { CutContour, CutSheet, Made } from './cut-sheet.ts'
import { burntWeb, KERFS_PER_WEB } from './burnt-web.ts'
import { CUTTING_DEFAULTS, clearanceOf } from './cutting-defaults.ts'
import { flatLayout } from './flat-layout.ts'
import { withPartMarks } from './part-marks.ts'
import { SHEET_PRESETS } from './presets.ts'
import { sheetProblem } from './sheet-problem.ts'

export interface SheetOptions {
  /** On as few sheets as possible, or all parts apart in one file, in the order of the panels. */
  readonly layout?: 'nested' | 'flat'
  /** The name of every part scored on it, where there is room (BX55). */
  readonly marks?: boolean
  /** Sheets of a box whose proof fails; they say so (BX47). */
  readonly unproven?: boolean
}

/**
 * The sheets to cut: fit and kerf applied, laid out, put in order, checked. Refused where the proof does not hold, where a
 * part is larger than the sheet, or where the cut would swallow a slot.
 */
export function cutSheets(engine: Engine, options: SheetOptions = {}): Result<CutSheet[], RecipeProblem[]> {
  const { recipe } = engine
  const outlines = cutOutlines(engine, options)
  if (!outlines.ok) return outlines
  const room = roomOf(recipe.cutting)
  const flat = options.layout === 'flat'
  const large = outlines.value.find((part) => !fits(part, room))
  if (large && !flat) return fail([partExceedsSheet(large, outlines.value, room)])
  const made = madeOf(engine)
  const groups = flat ? [outlines.value] : byThickness(outlines.value)
  const sheets = groups.flatMap((group) => {
    const items = nestItems(group)
    if (flat) {
      const { parts, ...size } = flatLayout(items, room)
      return [sheetOf(parts, size, engine.design.material)]
    }
    return nest(items, room).map((parts) => sheetOf(parts, room, engine.design.material))
  })
  const finished = sheets.map((sheet, index): CutSheet => ({ ...sheet, number: index + 1, of: sheets.length, made }))
  const wrong = sheetProblem(finished, outlines.value.length, room.spacing)
  if (wrong) throw new Error(`The sheets are not sound: ${wrong}`)
  return ok(finished)
}

/** The share of the sheets that ends up in the box. */
export function sheetUse(sheets: readonly CutSheet[]): number {
  const cuts = sheets.flatMap((sheet) => sheet.parts.filter(({ layer }) => layer.startsWith('cut-')))
  const parts = cuts.reduce((sum, part) => sum + part.contours.reduce((area, one) => area + areaOf(one), 0), 0)
  return parts / sheets.reduce((sum, sheet) => sum + sheet.width * sheet.height, 0)
}

export interface SheetNeed {
  readonly count: number
  /** mm */
  readonly cutLength: number
  /** mm², of all sheets. */
  readonly area: number
}

/** How many sheets a box takes, without saying where on them each part lies: quick enough to follow a slider. */
export function sheetNeed(engine: Engine): SheetNeed | undefined {
  const outlines = cutOutlines(engine)
  const room = roomOf(engine.recipe.cutting)
  if (!outlines.ok || outlines.value.some((part) => !fits(part, room))) return undefined
  const groups = byThickness(outlines.value)
  const count = groups.reduce((sum, group) => sum + countSheets(nestItems(group), room), 0)
  const cutLength = cutLengthOf(outlines.value.flatMap(({ outer, inner }) => [outer, ...inner]))
  return { count, cutLength, area: count * room.width * room.height }
}

/** Every panel as it is cut, or why there is nothing to cut. */
function cutOutlines(engine: Engine, options: SheetOptions = {}): Result<CutOutline[], RecipeProblem[]> {
  const { design, joints, proof, recipe } = engine
  if (!proof.ok && !options.unproven) {
    return fail([problem('JOB_NOT_PROVEN', '', `NOT PROVEN: ${notProven(engine)}`)])
  }
  const { kerf = CUTTING_DEFAULTS.kerf } = recipe.cutting ?? {}
  const clearance = clearanceOf(recipe.cutting)
  const fitted = clearance === 0 ? engine.panels : panelsOf(design, joints, toUm(clearance))
  const outlines: CutOutline[] = []
  for (const panel of options.marks ? withPartMarks(engine, fitted) : fitted) {
    const outline = cutOutline(panel, kerf)
    if (!outline) return fail([slotSwallowed(engine, kerf)])
    outlines.push(outline)
  }
  const thin = burntWeb(fitted, joints, kerf)
  return thin ? fail([bridgeBurnt(thin, kerf)]) : ok(outlines)
}

function madeOf(engine: Engine): Made {
  const { proof } = engine
  const recipe: AssemblyRecipe = canonicalRecipe(engine.recipe)
  return {
    by: `Hewn ${VERSION}`,
    recipe,
    kerf: engine.recipe.cutting?.kerf ?? CUTTING_DEFAULTS.kerf,
    fit: clearanceOf(engine.recipe.cutting),
    proof: { ok: proof.ok, joints: proof.joints, proven: proof.proven },
    ...(proof.ok ? {} : { warning: `NOT PROVEN: ${notProven(engine)}` }),
    // Last: whoever opens a file looks for the last link in it, so that no name can stand in for it.
    link: `#box=${toLink(recipe)}`,
  }
}

function notProven({ proof }: Engine): string {
  const { worst } = proof
  if (worst) return `${worst.a} and ${worst.b} overlap by ${worst.overlap} mm³`
  const failing = proof.checks.find((check) => !check.ok)
  return `${failing?.id} measured ${failing?.measured}${failing?.at ? ` at ${failing.at}` : ''}`
}

function roomOf(cutting: Cutting | undefined): NestRoom {
  const { sheet, margin, spacing } = { ...CUTTING_DEFAULTS, ...cutting }
  return { width: sheet.width, height: sheet.height, margin, spacing }
}

/** Sheets hold one thickness, thinnest first. */
function byThickness(parts: readonly CutOutline[]): CutOutline[][] {
  const thicknesses = [...new Set(parts.map((part) => part.panel.thickness))].toSorted((a, b) => a - b)
  return thicknesses.map((thickness) => parts.filter((part) => part.panel.thickness === thickness))
}

function sheetOf(
  nested: readonly Nested<CutOutline>[],
  size: { width: number; height: number },
  material: string | undefined,
): Omit<CutSheet, 'number' | 'of' | 'made'> {
  const panels = nested.map(({ part, x, y, turn }): PlacedPanel => placedPanel(part, { x, y, turn }))
  const parts = cutOrder(panels)
  const cuts = parts.filter(({ layer }) => layer === 'cut-inner' || layer === 'cut-outer')
  return {
    thickness: Math.max(0, ...nested.map(({ part }) => part.panel.thickness / 1000)),
    ...(material === undefined ? {} : { material }),
    width: size.width,
    height: size.height,
    parts,
    cutLength: cutLengthOf(cuts.flatMap((part) => part.contours)),
  }
}

function slotSwallowed({ joints, panels }: Engine, kerf: number): RecipeProblem {
  // Halved until it passes: whoever reads this wants a number that works, not the last micrometre.
  let nearest = kerf
  const passes = (): boolean =>
    panels.every((panel) => cutOutline(panel, nearest) !== undefined) && !burntWeb(panels, joints, nearest)
  while (nearest > 0.001 && !passes()) nearest = Math.floor(nearest * 500) / 1000
  const message = `A kerf of ${kerf} mm would swallow the narrowest slot — at most ${nearest} mm here`
  return problem('RECIPE_KERF_TOO_WIDE', 'cutting.kerf', message, nearest, kerf, nearest)
}

function bridgeBurnt({ panel, least }: Web, kerf: number): RecipeProblem {
  const nearest = Math.floor(least / KERFS_PER_WEB) / 1000
  const message = `A kerf of ${kerf} mm would burn through a bridge of ${least / 1000} mm in ${panel.id}, which must be ${KERFS_PER_WEB} times as wide — at most ${nearest} mm here`
  return problem('RECIPE_KERF_TOO_WIDE', 'cutting.kerf', message, nearest, kerf, nearest)
}

const LARGEST_SHEET = 3000

function partExceedsSheet(part: CutOutline, all: readonly CutOutline[], room: NestRoom): RecipeProblem {
  const [width, height] = [tidy(part.width), tidy(part.height)]
  const holdsAll = (sheet: { width: number; height: number }) => all.every((one) => fits(one, { ...room, ...sheet }))
  const [long, short] = [longest(all, Math.max), longest(all, Math.min)]
  const needed = { width: Math.ceil(long + 2 * room.margin), height: Math.ceil(short + 2 * room.margin) }
  const found = SHEET_PRESETS.find(holdsAll) ?? (needed.width <= LARGEST_SHEET ? needed : undefined)
  const sheet = `${room.width} x ${room.height} mm sheet with a margin of ${room.margin} mm`
  const advice = found ? ` — ${found.width} x ${found.height} mm is large enough` : ''
  return {
    code: 'RECIPE_PART_EXCEEDS_SHEET',
    path: 'cutting.sheet',
    message: `${part.panel.id} is ${width} x ${height} mm and does not fit a ${sheet}${advice}`,
    got: { width, height },
    ...(found ? { nearest: { width: found.width, height: found.height } } : {}),
  }
}

/** The longest of all long sides, or of all short ones. */
const longest = (parts: readonly CutOutline[], side: (a: number, b: number) => number): number =>
  Math.max(...parts.map((part) => side(part.width, part.height)))

const tidy = (millimetres: number): number => Math.round(millimetres * 1000) / 1000

const cutLengthOf = (contours: readonly CutContour[]): number =>
  contours.reduce((sum, contour) => sum + lengthOf(contour), 0)
