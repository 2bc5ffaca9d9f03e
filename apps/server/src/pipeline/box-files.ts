import {
  coupon,
  type CutSheet,
  cutSheets,
  type Engine,
  nameOf,
  type RecipeProblem,
  stepsOf,
  toDxf,
  toJson,
  toPdf,
  toSvg,
} from '@hewn/boxes'
import { type AssemblyRecipe, fail, ok, type Result } from '@hewn/model'

/** What a box is given as beside its recipe. `panels` is JSON of all that Hewn knows of it, `coupon` what is cut first. */
export const BOX_FILES = ['svg', 'dxf', 'pdf', 'panels', 'coupon'] as const
export type BoxFileFormat = (typeof BOX_FILES)[number]

export interface BoxFileOrder {
  recipe: AssemblyRecipe
  format: BoxFileFormat
  /** One sheet of several, from 1. */
  sheet?: number
  /** Every part apart in one file. */
  layout?: 'flat'
  /** The name of every part scored on it, where there is room. */
  marks?: boolean
  /** For whoever takes a box whose proof fails; the file says so. */
  unproven?: boolean
}

export interface BoxFile {
  /** `sheet-2.svg`; with one file alone it is the design that gives the name. */
  name: string
  text: string
}

/** SVG and DXF hold one sheet each, PDF and JSON hold all (BX51). */
export function boxFiles(engine: Engine, order: BoxFileOrder): Result<BoxFile[], readonly RecipeProblem[]> {
  const { format, sheet, layout, marks, unproven } = order
  if (format === 'coupon') return ok([{ name: 'coupon.svg', text: toSvg(coupon(order.recipe)) }])
  const sheets = cutSheets(engine, {
    ...(layout ? { layout } : {}),
    ...(marks ? { marks } : {}),
    ...(unproven ? { unproven } : {}),
  })
  if (!sheets.ok) return sheets
  const chosen = sheet === undefined ? sheets.value : sheets.value.filter((one) => one.number === sheet)
  if (chosen.length === 0) return fail([noSuchSheet(sheet ?? 0, sheets.value.length)])
  const each = (write: (one: CutSheet) => string) =>
    ok(chosen.map((one) => ({ name: `sheet-${one.number}.${format}`, text: write(one) })))
  switch (format) {
    case 'svg':
      return each((one) => toSvg(one))
    case 'dxf':
      return each(toDxf)
    case 'pdf':
      return ok([
        { name: 'sheets.pdf', text: toPdf(chosen, { steps: stepsOf(engine), nameOf: (id) => nameOf({ id }) }) },
      ])
    case 'panels':
      return ok([{ name: 'panels.json', text: `${JSON.stringify(toJson(engine, chosen), null, 2)}\n` }])
  }
}

const noSuchSheet = (sheet: number, count: number): RecipeProblem => ({
  code: 'RECIPE_NUMBER',
  path: 'sheet',
  message: `There is no sheet ${sheet} — this box takes ${count}`,
  got: sheet,
  limit: count,
  nearest: Math.min(count, Math.max(1, sheet)),
})
