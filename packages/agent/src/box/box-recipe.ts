import { type AssemblyRecipe, type ErrorBody, fail, ok, type Result, type SubdivisionStep } from '@hewn/model'
import { openOf } from './of-recipe.ts'
import type { BoxReading } from './bind-box.ts'
import type { Change } from './bind-changes.ts'
import { BOX_SIDES, type BoxDraft, type BoxSide, type Compartments } from './box-draft.ts'
import { ask } from './refuse-reading.ts'

export const STANDARD_THICKNESS = 3

/** A recipe from nothing but the words. */
export function newRecipe(draft: BoxDraft): Result<AssemblyRecipe, ErrorBody> {
  const { width, depth, height } = draft.sides
  if (!width || !depth || !height) return fail(missingSides(draft.sides))
  const open = draft.open ?? ['top']
  return ok({
    type: open.length > 0 ? 'basicBox' : 'enclosedBox',
    width: width.value,
    height: height.value,
    depth: depth.value,
    openFaces: open,
    ...materialOf(draft, undefined),
    ...(draft.lid && draft.lid !== 'none' ? { lid: draft.lid } : {}),
    ...(draft.measure ? { measure: draft.measure } : {}),
    ...dividedBy(draft.compartments),
    ...cuttingOf(draft, undefined),
  })
}

/** The recipe there is, changed where the words say so and nowhere else. */
export function changedRecipe(
  current: AssemblyRecipe,
  { draft, changes, swaps }: Pick<BoxReading, 'draft' | 'changes' | 'swaps'>,
): AssemblyRecipe {
  const recipe: AssemblyRecipe = {
    ...current,
    ...materialOf(draft, current.material),
    ...cuttingOf(draft, current.cutting),
  }
  const set = Object.keys(draft.sides).length
  // One or two sides said in the other measure leave the box measured as it is.
  if (draft.measure && (set === 0 || set === 3)) recipe.measure = draft.measure
  for (const [one, other] of swaps) Object.assign(recipe, { [one]: recipe[other], [other]: recipe[one] })
  for (const side of BOX_SIDES) recipe[side] = draft.sides[side]?.value ?? recipe[side]
  const before = current.material?.thickness ?? STANDARD_THICKNESS
  for (const change of changes) {
    if (change.side !== 'thickness') recipe[change.side] = changed(recipe[change.side], change)
    else recipe.material = { ...recipe.material, thickness: changed(recipe.material?.thickness ?? before, change) }
  }
  if (draft.open) recipe.openFaces = draft.open
  if (draft.lid === 'none') delete recipe.lid
  else if (draft.lid) recipe.lid = draft.lid
  if (draft.compartments === 'none') delete recipe.subdivisions
  else Object.assign(recipe, dividedBy(draft.compartments))
  return recipe
}

const changed = (value: number, { by }: Change): number => tidy('add' in by ? value + by.add : value * by.times)
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

const ENDS = { width: ['left', 'right'], depth: ['front', 'back'], height: ['top', 'bottom'] } as const

/** How many sheets stand across a side: the outside is that many thicknesses more than the inside. */
export const walls = (open: readonly string[], side: BoxSide): number =>
  ENDS[side].filter((face) => !open.includes(face)).length

/** How large a side is outside, whatever the recipe measures. */
export const outsideOf = (recipe: AssemblyRecipe, side: BoxSide): number =>
  recipe[side] +
  (recipe.measure === 'inside' ? (recipe.material?.thickness ?? STANDARD_THICKNESS) * walls(openOf(recipe), side) : 0)

function materialOf(draft: BoxDraft, current: AssemblyRecipe['material']): Pick<AssemblyRecipe, 'material'> {
  const material = {
    ...current,
    ...(draft.thickness ? { thickness: draft.thickness.value } : {}),
    ...(draft.fingerWidth ? { fingerWidth: draft.fingerWidth.value } : {}),
    ...(draft.material ? { name: draft.material } : {}),
  }
  return Object.keys(material).length > 0 ? { material } : {}
}

function cuttingOf(draft: BoxDraft, current: AssemblyRecipe['cutting']): Pick<AssemblyRecipe, 'cutting'> {
  const cutting = {
    ...current,
    ...(draft.kerf ? { kerf: draft.kerf.value } : {}),
    ...(draft.fit ? { fit: draft.fit } : {}),
    ...(draft.sheet ? { sheet: { width: draft.sheet.width.value, height: draft.sheet.height.value } } : {}),
  }
  return Object.keys(cutting).length > 0 ? { cutting } : {}
}

function dividedBy(compartments: BoxDraft['compartments']): Pick<AssemblyRecipe, 'subdivisions'> {
  if (!compartments || compartments === 'none') return {}
  const step = stepOf(compartments)
  return step ? { subdivisions: [step] } : {}
}

function stepOf({ columns, rows, axes }: Compartments): SubdivisionStep | undefined {
  const upright = axes[1] === 'y'
  // One row of columns is not parted the other way.
  if (columns && rows && columns.value !== 1 && rows.value !== 1)
    return { type: 'grid', void: 'root', columns: columns.value, rows: rows.value, ...(upright ? { axes } : {}) }
  const across = columns !== undefined && (columns.value !== 1 || rows === undefined)
  const count = (across ? columns : rows)?.value ?? 1
  if (count === 1) return undefined
  return { type: 'subdivideEvenly', void: 'root', axis: across ? axes[0] : axes[1], count }
}

function missingSides(sides: BoxDraft['sides']): ErrorBody {
  const said = BOX_SIDES.filter((side) => sides[side])
  const missing = BOX_SIDES.filter((side) => !sides[side])
  if (said.length === 0)
    return ask('How large should the box be?', ['150x100x80 (width x depth x height, in mm)', 'cube of 120'])
  const known = said.map((side) => `${side} ${sides[side]?.value} mm`).join(', ')
  return ask(
    `How large should the ${missing.join(' and ')} be? Known so far: ${known}.`,
    missing.map((side) => `${side} 100`),
  )
}
