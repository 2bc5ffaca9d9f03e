import type { AssemblyRecipe, Claim } from '@hewn/model'
import { countOf, openOf } from './of-recipe.ts'
import { BOX_SIDES, type BoundLength, type BoxDraft, type BoxSide } from './box-draft.ts'
import type { Contents } from './bind-contents.ts'
import { outsideOf, STANDARD_THICKNESS, walls } from './box-recipe.ts'
import { otherwiseMeasured } from './inside.ts'
import type { ClearSize } from './object-library.ts'

const FIELD = { width: 'x', depth: 'y', height: 'z' } as const
const CLEAR = { width: 'clear.0.0', depth: 'clear.0.1', height: 'clear.0.2' } as const

/** Gives the words of a request by their place. */
export interface Quoted {
  slice(from: number, to: number): string
}

/** What the box promises, in numbers that come from the words and from arithmetic, never from the geometry they judge. */
export function boxClaims(
  recipe: AssemblyRecipe,
  draft: BoxDraft,
  words: Quoted,
  glued: number,
  contents?: Contents,
): Claim[] {
  const claims: Claim[] = []
  const claim = (id: string, text: string, from: Claim['from'], expect: Claim['expect']) =>
    claims.push({ id, text, from, expect, result: { state: 'waiting' } })
  const plain = isPlain(recipe)

  const others = otherwiseMeasured(recipe, draft)
  for (const side of BOX_SIDES) {
    const said = draft.sides[side]
    const otherwise = others.includes(side)
    const inside = (recipe.measure === 'inside') !== otherwise
    const text = `${side}${inside ? ' inside' : ''} ${said ? quoted(said, words) : `${recipe[side]} mm`}`
    const from = said ? 'request' : 'rule'
    if (inside && (recipe.subdivisions?.length ?? 0) === 0 && (recipe.drawers?.length ?? 0) === 0)
      claim(`claim:${side}`, text, from, {
        fact: 'compartments',
        field: CLEAR[side],
        ...within(otherwise ? (said?.value ?? 0) : recipe[side], said),
      })
    else if (!inside || plain)
      claim(`claim:${side}`, text, from, {
        fact: 'size',
        field: FIELD[side],
        // Feet and raised walls go beyond the box that was asked for.
        ...within(outsideOf(recipe, side) + (side === 'height' ? beyond(recipe) : 0), said),
      })
  }
  if (plain) {
    const panels = 6 - openOf(recipe).length + dividers(recipe)
    const open = draft.openSpan ? words.slice(...draft.openSpan) : undefined
    claim('claim:panels', open ? `${open}: ${panels} panels` : `${panels} panels`, open ? 'request' : 'rule', {
      fact: 'solids',
      equals: panels,
    })
    const said = draft.thickness
    claim(
      'claim:volume',
      said ? `${quoted(said, words)} sheet: volume of all panels` : 'volume of all panels',
      'rule',
      {
        fact: 'volume',
        equals: volumeOf(recipe),
      },
    )
  }
  const count = countOf(recipe)
  if (count !== undefined && count > 1) {
    const asked =
      draft.compartments && draft.compartments !== 'none' ? words.slice(...draft.compartments.span) : undefined
    claim('claim:compartments', asked ?? `${count} compartments`, asked ? 'request' : 'rule', {
      fact: 'compartments',
      equals: count,
    })
  }
  for (const { face, diameter, count } of roundHoles(recipe))
    claim(
      `claim:holes:${face}:${diameter}`,
      `${count === 1 ? 'a round hole' : `${count} round holes`} of ${diameter} mm in the ${face.startsWith('lid:') ? 'lid' : face}`,
      'rule',
      { fact: 'hole', layer: `layer:${face}`, field: `count[diameter=${diameter}]`, equals: count },
    )
  if (contents) {
    const { clear, what, span } = contents
    const fields = { width: clear.width, depth: clear.depth, height: clear.height }
    for (const side of BOX_SIDES) {
      const least = fields[side]
      if (least !== undefined)
        claim(`claim:contents:${side}`, `${words.slice(...span)}: room for ${what}`, 'request', {
          fact: 'compartments',
          field: CLEAR[side],
          min: least,
        })
    }
  }
  if (draft.sheet?.one)
    claim(
      'claim:sheet',
      `all panels on one sheet of ${draft.sheet.width.value} × ${draft.sheet.height.value} mm`,
      'request',
      {
        fact: 'sheet',
        equals: 1,
      },
    )
  claim('claim:valid', 'every panel is a valid solid', 'rule', { fact: 'valid', equals: true })
  claim('claim:interference', 'no two panels overlap', 'rule', { fact: 'interference', field: 'count', equals: 0 })
  // A joint without tabs fits as well, but nobody should read it as one that locks.
  const fits = glued > 0 ? `every joint fits; ${glued} without tabs, only glued` : 'every joint fits'
  claim('claim:fit', fits, 'rule', { fact: 'fit', equals: true })
  return claims
}

const beyond = ({ feet, panels = [] }: AssemblyRecipe): number =>
  (feet?.height ?? 0) + Math.max(0, ...panels.map(({ extensions }) => extensions?.top ?? 0))

/** Round cut-outs by panel and diameter. */
function roundHoles({ panels = [] }: AssemblyRecipe): { face: string; diameter: number; count: number }[] {
  const found = new Map<string, { face: string; diameter: number; count: number }>()
  for (const { face, cutouts = [] } of panels)
    for (const cutout of cutouts) {
      if (cutout.type !== 'circle') continue
      const { diameter, repeat } = cutout
      const key = `${face} ${diameter}`
      const one = found.get(key) ?? { face, diameter, count: 0 }
      found.set(key, { ...one, count: one.count + (repeat ? repeat.columns * repeat.rows : 1) })
    }
  return [...found.values()]
}

/** Whether things lie in a compartment, as they are or turned by a quarter; how they lie is the answer. */
export function fitsInto(
  clear: ClearSize,
  [x, y, z]: readonly [number, number, number],
): 'as said' | 'turned' | undefined {
  if (clear.height !== undefined && clear.height > z + DUST) return undefined
  const { width = 0, depth } = clear
  if (width <= x + DUST && depth <= y + DUST) return 'as said'
  return width <= y + DUST && depth <= x + DUST ? 'turned' : undefined
}
const DUST = 1e-6

/** Recipes whose panels and volume are known by arithmetic alone: faces, one thickness, even divisions. */
function isPlain({ lid, feet, panels, drawers, subdivisions = [], material }: AssemblyRecipe): boolean {
  const lids = lid === undefined ? [] : Array.isArray(lid) ? lid : [lid]
  return (
    lids.every(({ kind = 'fixed' }) => kind === 'fixed') &&
    !feet &&
    !material?.thicknesses &&
    (panels ?? []).length + (drawers ?? []).length === 0 &&
    subdivisions.length < 2 &&
    subdivisions.every(({ type }) => type !== 'split')
  )
}

const thicknessOf = ({ material }: AssemblyRecipe): number => material?.thickness ?? STANDARD_THICKNESS

const SIDE_OF = { x: 'width', y: 'height', z: 'depth' } as const

/** How many compartments lie along each side. */
function divisions({ subdivisions }: AssemblyRecipe): Record<BoxSide, number> {
  const along: Record<BoxSide, number> = { width: 1, depth: 1, height: 1 }
  const [step] = subdivisions ?? []
  if (step?.type === 'grid') {
    const [first, second] = step.axes ?? ['x', 'z']
    along[SIDE_OF[first]] = step.columns ?? 1
    along[SIDE_OF[second]] = step.rows ?? 1
  } else if (step?.type === 'subdivideEvenly') along[SIDE_OF[step.axis ?? 'x']] = step.count
  return along
}

const dividers = (recipe: AssemblyRecipe): number =>
  Object.values(divisions(recipe)).reduce((sum, count) => sum + count - 1, 0)

/** The outside less all that is clear. Fingers move material from one panel to another and change no volume. */
function volumeOf(recipe: AssemblyRecipe): number {
  const along = divisions(recipe)
  const thickness = thicknessOf(recipe)
  const open = openOf(recipe)
  let outside = 1
  let clear = 1
  for (const side of BOX_SIDES) {
    const whole = outsideOf(recipe, side)
    outside *= whole
    clear *= whole - thickness * (walls(open, side) + along[side] - 1)
  }
  return Math.round((outside - clear) * 1e6) / 1e6
}

const quoted = ({ origin }: BoundLength, words: Quoted): string =>
  origin.from === 'said' ? words.slice(...origin.span) : ''

/** `about` is ±5 %, `at least` and `at most` are bounds, `±0.5` is what it says. */
function within(value: number, said: BoundLength | undefined) {
  if (said?.bound === 'min') return { min: value }
  if (said?.bound === 'max') return { max: value }
  if (said?.about) return { equals: value, tolerance: value / 20 }
  return { equals: value, ...(said?.tolerance === undefined ? {} : { tolerance: said.tolerance }) }
}
