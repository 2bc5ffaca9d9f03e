import {
  type AssemblyRecipe,
  type Axis,
  type Face,
  fail,
  fromUm,
  ok,
  type Result,
  type SubdivisionStep,
  toUm,
  type Um,
} from '@hewn/model'
import { minimumWeb } from '../joints/fingers.ts'
import { AXES, eachFace, FACES, faceAt, length, otherAxes, type Span, thirdAxis } from '../frame.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { evenSizes } from './even-sizes.ts'
import { findVoid, leavesOf } from './find-void.ts'
import type { Divider, PanelId, ResolvedDesign, Void } from './resolved-design.ts'
import { splitSizes } from './split-sizes.ts'

const MOST_DIVIDERS = 50
const LEAST_COMPARTMENT: Um = 5000

interface Divided {
  root: Void
  leaves: Void[]
  dividers: Divider[]
}

/** While it is being divided a void can still get children. */
interface OpenVoid extends Void {
  split?: { axes: readonly Axis[]; even: boolean }
  children: OpenVoid[]
}

type Sizes = Readonly<Record<Axis, Um>>

/** Runs the subdivision steps in order; the first that cannot be ends it. */
export function divide(
  recipe: AssemblyRecipe,
  size: Sizes,
  faces: ResolvedDesign['faces'],
  lids: readonly { face: Face; depth: Um }[],
): Result<Divided, RecipeProblem> {
  const root = rootVoid(size, faces, lids)
  const dividers: Divider[] = []
  const thickness = toUm(recipe.material?.thicknesses?.dividers ?? recipe.material?.thickness ?? 3)
  // Between two slots every wall must stay whole (P12).
  const walls = FACES.filter((face) => faces[face].solid).map((face) => faces[face].thickness)
  const least = Math.max(2 * thickness, LEAST_COMPARTMENT, ...walls.map((wall) => Math.ceil(minimumWeb(wall))))
  for (const [index, step] of (recipe.subdivisions ?? []).entries()) {
    const path = `subdivisions.${index}`
    const found = findLeaf(step.void, `${path}.void`, root)
    if (!found.ok) return found
    const cuts = cutsOf(step, path, found.value, { thickness, least })
    if (!cuts.ok) return cuts
    const flat = tooFlat(cuts.value, path, found.value, thickness)
    if (flat) return fail(flat)
    const tooMany = countDividers(dividers.length, cuts.value, path)
    if (tooMany) return fail(tooMany)
    apply(found.value, cuts.value, path, thickness, dividers)
  }
  return ok({ root, leaves: leavesOf(root), dividers })
}

function rootVoid(size: Sizes, faces: ResolvedDesign['faces'], lids: readonly { face: Face; depth: Um }[]): OpenVoid {
  // Clear space ends at the inner side of a solid face, at the outer plane of an open one (BX13), under a lid that opens.
  const taken = (face: Face): Um =>
    lids.find((lid) => lid.face === face)?.depth ?? (faces[face].solid ? faces[face].thickness : 0)
  const span = (axis: Axis): Span => [taken(faceAt(axis, false)), size[axis] - taken(faceAt(axis, true))]
  const side = (face: Face): PanelId | undefined => (faces[face].solid && !faces[face].opens ? face : undefined)
  return {
    id: 'root',
    clear: { x: span('x'), y: span('y'), z: span('z') },
    sides: eachFace(side),
    children: [],
  }
}

/** Only leaves can be divided. */
function findLeaf(name: string, path: string, root: OpenVoid): Result<OpenVoid, RecipeProblem> {
  const found = findVoid(name, path, root)
  if (!found.ok || found.value.children.length === 0) return found
  const nearest = leavesOf(found.value)[0]?.id
  const message = `${found.value.id} is already divided — divide one of its compartments, such as ${nearest}`
  return fail(problem('RECIPE_VOID_SPLIT', path, message, nearest, name))
}

/** The clear sizes along one axis, low to high. */
interface Cut {
  axis: Axis
  sizes: Um[]
  /** The field that says how many. */
  field: 'columns' | 'rows' | 'count' | 'sizes'
}

interface Sheets {
  thickness: Um
  /** The smallest compartment. */
  least: Um
}

function cutsOf(step: SubdivisionStep, path: string, where: OpenVoid, sheets: Sheets): Result<Cut[], RecipeProblem> {
  switch (step.type) {
    case 'subdivideEvenly':
      return evenCuts([{ axis: step.axis ?? 'x', count: step.count, field: 'count' }], path, where, sheets)
    case 'grid': {
      const [first, second] = step.axes ?? ['x', 'z']
      if (first === second) {
        const nearest = AXES.find((axis) => axis !== first)
        const message = `A grid needs two different axes — ${first} came twice`
        return fail(problem('RECIPE_CHOICE', `${path}.axes.1`, message, nearest, second))
      }
      const columns = { axis: first, count: step.columns ?? 1, field: 'columns' as const }
      return evenCuts([columns, { axis: second, count: step.rows ?? 1, field: 'rows' }], path, where, sheets)
    }
    case 'split': {
      const sizes = splitSizes(step.sizes, length(where.clear[step.axis]), sheets.thickness, `${path}.sizes`)
      if (!sizes.ok) return sizes
      const { least } = sheets
      const small = sizes.value.find((size) => size < least)
      if (sizes.value.length > 1 && small !== undefined) {
        const message = `A compartment of ${fromUm(small)} mm is too small — at least ${fromUm(least)} mm`
        return fail(
          problem('RECIPE_COMPARTMENT_TOO_SMALL', `${path}.sizes`, message, ['*'], fromUm(small), fromUm(least)),
        )
      }
      return ok([{ axis: step.axis, sizes: sizes.value, field: 'sizes' }])
    }
  }
}

function evenCuts(
  counts: { axis: Axis; count: number; field: Cut['field'] }[],
  path: string,
  where: OpenVoid,
  { thickness, least }: Sheets,
): Result<Cut[], RecipeProblem> {
  const cuts: Cut[] = []
  for (const { axis, count, field } of counts) {
    const clear = length(where.clear[axis])
    const rest = clear - (count - 1) * thickness
    if (count > 1 && Math.floor(rest / count) < least) {
      const most = Math.max(1, Math.floor((clear + thickness) / (least + thickness)))
      const each = Math.max(0, Math.floor(rest / count))
      const dividers = count === 2 ? '1 divider' : `${count - 1} dividers`
      const message = `${dividers} in ${fromUm(clear)} mm would leave compartments of ${fromUm(each)} mm — at least ${fromUm(least)} mm, so at most ${most}`
      const at = `${path}.${field}`
      return fail(problem('RECIPE_COMPARTMENT_TOO_SMALL', at, message, most, count, most))
    }
    cuts.push({ axis, sizes: evenSizes(rest, count), field })
  }
  return ok(cuts)
}

/** A divider lower than its own smallest web, or two that would halve each other to less, cannot be cut. */
function tooFlat(cuts: readonly Cut[], path: string, where: OpenVoid, thickness: Um): RecipeProblem | undefined {
  const web = Math.ceil(minimumWeb(thickness))
  const cutting = cuts.filter((cut) => cut.sizes.length > 1)
  const crosses = cutting.length > 1
  for (const cut of cutting) {
    const lap = crosses ? thirdAxis(cutting[0]?.axis ?? 'x', cutting[1]?.axis ?? 'z') : undefined
    const low = otherAxes(cut.axis).find((axis) => length(where.clear[axis]) < (axis === lap ? 2 * web + 1 : web))
    if (!low) continue
    const room = fromUm(length(where.clear[low]))
    const message = `${where.id} is ${room} mm along ${low}, too little for dividers of ${fromUm(thickness)} mm${crosses ? ' that cross' : ''}`
    const nearest = cut.field === 'sizes' ? ['*'] : 1
    return problem('RECIPE_COMPARTMENT_TOO_SMALL', `${path}.${cut.field}`, message, nearest, cut.sizes.length)
  }
  return undefined
}

function countDividers(before: number, cuts: readonly Cut[], path: string): RecipeProblem | undefined {
  const more = cuts.reduce((sum, cut) => sum + cut.sizes.length - 1, 0)
  if (before + more <= MOST_DIVIDERS) return undefined
  const largest = cuts.reduce((a, b) => (b.sizes.length > a.sizes.length ? b : a))
  const others = more - (largest.sizes.length - 1)
  const most = MOST_DIVIDERS - before - others + 1
  const message = `Too many dividers: ${before + more} — at most ${MOST_DIVIDERS} in one box`
  const nearest = most >= 1 && largest.field !== 'sizes' ? most : undefined
  return problem('RECIPE_TOO_MANY', `${path}.${largest.field}`, message, nearest, before + more, MOST_DIVIDERS)
}

function apply(where: OpenVoid, cuts: readonly Cut[], path: string, thickness: Um, dividers: Divider[]): void {
  const [first, second] = cuts
  const crosses = cuts.length === 2 && cuts.every((cut) => cut.sizes.length > 1)
  const lines = cuts.map((cut) => {
    const line = sheetsAlong(where, cut, thickness)
    const other = crosses ? (cut === first ? second : first)?.axis : undefined
    line.sheets.forEach((at, index) => {
      const id = `divider:${where.id}:${cut.axis}${index}`
      dividers.push({ id, axis: cut.axis, at, thickness, inside: where, path, ...(other ? { crossing: other } : {}) })
    })
    return { ...line, ids: line.sheets.map((_, index) => `divider:${where.id}:${cut.axis}${index}`) }
  })
  where.split = { axes: cuts.map((cut) => cut.axis), even: cuts.every((cut) => cut.field !== 'sizes') }
  const [across, along] = lines
  if (!across) return
  const rows = along?.cells ?? [undefined]
  where.children = rows.flatMap((_, row) =>
    across.cells.map((_, column): OpenVoid => {
      const id = along ? `${where.id}/r${row}c${column}` : `${where.id}/${column}`
      const [clear, sides] = [{ ...where.clear }, { ...where.sides }]
      narrow(clear, sides, across, column)
      if (along) narrow(clear, sides, along, row)
      return { id, clear, sides, children: [] }
    }),
  )
}

interface Line {
  axis: Axis
  cells: Span[]
  sheets: Span[]
  ids: PanelId[]
}

/** A divider is an interval, never a middle plane (BX8). */
function sheetsAlong(where: OpenVoid, cut: Cut, thickness: Um): Omit<Line, 'ids'> {
  const cells: Span[] = []
  const sheets: Span[] = []
  let from = where.clear[cut.axis][0]
  for (const size of cut.sizes) {
    if (cells.length > 0) sheets.push([from - thickness, from])
    cells.push([from, from + size])
    from += size + thickness
  }
  return { axis: cut.axis, cells, sheets }
}

function narrow(
  clear: Record<Axis, Span>,
  sides: Record<Face, PanelId | undefined>,
  { axis, cells, ids }: Line,
  index: number,
): void {
  clear[axis] = cells[index] ?? clear[axis]
  if (index > 0) sides[faceAt(axis, false)] = ids[index - 1]
  if (index < ids.length) sides[faceAt(axis, true)] = ids[index]
}
