import { type Cutting, fail, fromUm, ok, type Result, toUm, type Um } from '@hewn/model'
import type { Engine } from '../execute-recipe.ts'
import { length } from '../frame.ts'
import { boundsOf, type Contour } from '../panels/contour.ts'
import { panelsOf } from '../panels/panels-of.ts'
import type { Panel } from '../panels/panel.ts'
import { canonicalRecipe } from '../recipe/canonical-recipe.ts'
import type { RecipeProblem } from '../recipe/recipe-problem.ts'
import { VERSION } from '../version.ts'
import type { CutPart, CutSheet, Made } from './cut-sheet.ts'
import { fits, nest, type Nested, type NestRoom } from './nest.ts'
import { sheetProblem } from './sheet-problem.ts'
import { cutLengthOf, withKerf } from './with-kerf.ts'

export const CUTTING_DEFAULTS = Object.freeze({
  kerf: 0.1,
  fit: 'snug' as const,
  sheet: Object.freeze({ width: 600, height: 400 }),
  margin: 5,
  spacing: 2,
})

/** The gap between tab and slot after cutting, in mm (BX49). */
const FITS = Object.freeze({ loose: 0.2, glue: 0.1, snug: 0, press: -0.05 })

export const clearanceOf = (cutting: Cutting | undefined): number => {
  const fit = cutting?.fit ?? CUTTING_DEFAULTS.fit
  return typeof fit === 'number' ? fit : FITS[fit]
}

/**
 * The sheets to cut: fit and kerf applied, laid out, checked. Refused where the proof does not hold, where a part is larger
 * than the sheet, or where the cut would swallow a slot.
 */
export function cutSheets(engine: Engine): Result<CutSheet[], RecipeProblem[]> {
  const { design, joints, proof, recipe } = engine
  if (!proof.ok) return fail([{ code: 'JOB_NOT_PROVEN', path: '', message: `NOT PROVEN: ${notProven(engine)}` }])
  const { kerf = CUTTING_DEFAULTS.kerf } = recipe.cutting ?? {}
  const clearance = clearanceOf(recipe.cutting)
  const fitted = clearance === 0 ? engine.panels : panelsOf(design, joints, toUm(clearance))
  const parts: CutOutline[] = []
  for (const panel of fitted) {
    const part = cutOutline(panel, kerf * 1000)
    if (!part) return fail([kerfTooWide(engine.panels, kerf)])
    parts.push(part)
  }
  const room = roomOf(recipe.cutting)
  const large = parts.find((part) => !fits(part, room))
  if (large) return fail([partExceedsSheet(large, room)])
  const made: Made = {
    by: `Hewn ${VERSION}`,
    recipe: canonicalRecipe(recipe),
    kerf,
    fit: clearance,
    proof: { ok: proof.ok, joints: proof.joints, proven: proof.proven },
  }
  const sheets = byThickness(parts).flatMap((group) =>
    nest(
      group.map((part) => ({ part, width: part.width, height: part.height })),
      room,
    ).map((nested) => sheetOf(nested, room, design.material)),
  )
  const finished = sheets.map((sheet, index): CutSheet => ({ ...sheet, number: index + 1, of: sheets.length, made }))
  const wrong = sheetProblem(finished, parts.length, fromUm(room.spacing))
  if (wrong) throw new Error(`The sheets are not sound: ${wrong}`)
  return ok(finished)
}

function notProven({ proof }: Engine): string {
  const { worst } = proof
  if (worst) return `${worst.a} and ${worst.b} overlap by ${worst.overlap} mm³`
  const failing = proof.checks.find((check) => !check.ok)
  return `${failing?.id} measured ${failing?.measured}${failing?.at ? ` at ${failing.at}` : ''}`
}

interface CutOutline {
  readonly panel: Panel
  readonly outline: Contour
  readonly holes: readonly Contour[]
  readonly width: Um
  readonly height: Um
}

function cutOutline(panel: Panel, kerf: Um): CutOutline | undefined {
  const outline = withKerf(panel.outline, kerf)
  const holes = panel.holes.map((hole) => withKerf(hole, kerf))
  if (!outline || holes.some((hole) => hole === undefined)) return undefined
  const bounds = boundsOf(outline)
  return {
    panel,
    outline,
    holes: holes.filter((hole) => hole !== undefined),
    width: length(bounds.x),
    height: length(bounds.y),
  }
}

function roomOf(cutting: Cutting | undefined): NestRoom {
  const { sheet, margin, spacing } = { ...CUTTING_DEFAULTS, ...cutting }
  return { width: toUm(sheet.width), height: toUm(sheet.height), margin: toUm(margin), spacing: toUm(spacing) }
}

/** Sheets hold one thickness, thinnest first. */
function byThickness(parts: readonly CutOutline[]): CutOutline[][] {
  const thicknesses = [...new Set(parts.map((part) => part.panel.thickness))].toSorted((a, b) => a - b)
  return thicknesses.map((thickness) => parts.filter((part) => part.panel.thickness === thickness))
}

function sheetOf(
  nested: readonly Nested<CutOutline>[],
  room: NestRoom,
  material: string | undefined,
): Omit<CutSheet, 'number' | 'of' | 'made'> {
  const contours = nested.flatMap(({ part }) => [part.outline, ...part.holes])
  return {
    thickness: fromUm(nested[0]?.part.panel.thickness ?? 0),
    ...(material === undefined ? {} : { material }),
    width: fromUm(room.width),
    height: fromUm(room.height),
    parts: nested.flatMap(placedParts),
    cutLength: fromUm(cutLengthOf(contours)),
  }
}

function placedParts({ part, x, y, turn }: Nested<CutOutline>): CutPart[] {
  const { panel, outline, holes } = part
  const bounds = boundsOf(outline)
  const place = (contour: Contour) =>
    contour.map((point): [number, number] => {
      const [right, up] = [point.x - bounds.x[0], point.y - bounds.y[0]]
      // A quarter turn to the left: what looked right looks up, and the part's height lies to the left.
      return turn === 0 ? [fromUm(x + right), fromUm(y + up)] : [fromUm(x + part.height - up), fromUm(y + right)]
    })
  const placement = { x: fromUm(x), y: fromUm(y), turn }
  const outer: CutPart = { panel: panel.id, layer: 'cut-outer', placement, contours: [place(outline)] }
  if (holes.length === 0) return [outer]
  return [{ panel: panel.id, layer: 'cut-inner', placement, contours: holes.map(place) }, outer]
}

function kerfTooWide(panels: readonly Panel[], kerf: number): RecipeProblem {
  // Halved until it passes: whoever reads this wants a number that works, not the last micrometre.
  let nearest = kerf
  const passes = (): boolean => panels.every((panel) => cutOutline(panel, nearest * 1000) !== undefined)
  while (nearest > 0.001 && !passes()) nearest = Math.floor(nearest * 500) / 1000
  const message = `A kerf of ${kerf} mm would swallow the narrowest slot — at most ${nearest} mm here`
  return { code: 'RECIPE_KERF_TOO_WIDE', path: 'cutting.kerf', message, got: kerf, limit: nearest, nearest }
}

const PRESETS: readonly (readonly [number, number])[] = [
  [300, 200],
  [400, 300],
  [600, 300],
  [600, 400],
  [900, 600],
  [1200, 900],
]
const LARGEST_SHEET = 3000

function partExceedsSheet(part: CutOutline, room: NestRoom): RecipeProblem {
  const [width, height] = [fromUm(part.width), fromUm(part.height)]
  const needed = [Math.ceil(width + 2 * fromUm(room.margin)), Math.ceil(height + 2 * fromUm(room.margin))] as const
  const holds = ([w, h]: readonly [number, number]): boolean => fits(part, { ...room, width: toUm(w), height: toUm(h) })
  const found = PRESETS.find(holds) ?? (Math.max(...needed) <= LARGEST_SHEET ? needed : undefined)
  const sheet = `${fromUm(room.width)} x ${fromUm(room.height)} mm sheet with a margin of ${fromUm(room.margin)} mm`
  const advice = found ? ` — ${found[0]} x ${found[1]} mm is large enough` : ''
  return {
    code: 'RECIPE_PART_EXCEEDS_SHEET',
    path: 'cutting.sheet',
    message: `${part.panel.id} is ${width} x ${height} mm and does not fit a ${sheet}${advice}`,
    got: { width, height },
    ...(found ? { nearest: { width: found[0], height: found[1] } } : {}),
  }
}
