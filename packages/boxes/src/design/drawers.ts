import {
  type AssemblyRecipe,
  type DrawerStep,
  type Face,
  fail,
  fromUm,
  ok,
  type Result,
  toUm,
  type Um,
} from '@hewn/model'
import { AXES, type Block, eachFace, FACE_FRAMES, FACES, faceAt, inward, length, movedEnd, opposite } from '../frame.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { DEFAULTS } from './defaults.ts'
import { findVoid, leavesOf } from './find-void.ts'
import { clearOf } from './opening-lids.ts'
import { noReach } from './raised-edges.ts'
import type { Drawer, ResolvedDesign, ResolvedFace, Shell, Void } from './resolved-design.ts'

const UPRIGHT = ['front', 'back', 'left', 'right'] as const satisfies readonly Face[]
const MOST_DRAWERS = 60
const LEAST_SIDE: Um = 10_000
/** A drawer's front covers its other panels, which hold to it with their tabs. */
const FRONT_RANK = 8

type Divided = Pick<ResolvedDesign, 'open' | 'root' | 'block'>

/** An open-top box of its own in every compartment that was named, less its clearance (BX31). */
export function drawersOf(recipe: AssemblyRecipe, design: Divided): Result<Drawer[], RecipeProblem> {
  const drawers: Drawer[] = []
  for (const [index, step] of (recipe.drawers ?? []).entries()) {
    const path = `drawers.${index}`
    const spaces = spacesOf(step, path, design.root)
    if (!spaces.ok) return spaces
    for (const space of spaces.value) {
      const drawer = drawerIn(recipe, step, index, space, design)
      if (!drawer.ok) return drawer
      if (drawers.some((other) => other.space === space)) {
        const message = `There are two drawers in ${space.id} — one has to go`
        return fail(problem('RECIPE_CONTRADICTION', 'drawers', message, without(recipe, index)))
      }
      drawers.push(drawer.value)
    }
    if (drawers.length > MOST_DRAWERS) {
      const message = `Too many drawers: ${drawers.length} — at most ${MOST_DRAWERS}`
      return fail(problem('RECIPE_TOO_MANY', 'drawers', message, without(recipe, index), drawers.length, MOST_DRAWERS))
    }
  }
  return ok(drawers)
}

/** The list without one of its steps, or nothing when it was the only one. */
const without = ({ drawers }: AssemblyRecipe, index: number): DrawerStep[] | null => {
  const rest = drawers?.filter((_, place) => place !== index) ?? []
  return rest.length > 0 ? rest : null
}

/** `root/*` means every leaf below. */
function spacesOf(step: DrawerStep, path: string, root: Void): Result<Void[], RecipeProblem> {
  const all = step.void.endsWith('/*')
  const name = all ? step.void.slice(0, -2) : step.void
  const found = findVoid(name, `${path}.void`, root)
  if (!found.ok) return found
  const { children, id } = found.value
  if (all || children.length === 0) return ok(leavesOf(found.value))
  const nearest = `${id}/*`
  const message = `${id} is divided — ${nearest} makes a drawer in each of its compartments`
  return fail(problem('RECIPE_VOID_SPLIT', `${path}.void`, message, nearest, name))
}

function drawerIn(
  recipe: AssemblyRecipe,
  step: DrawerStep,
  index: number,
  space: Void,
  design: Divided,
): Result<Drawer, RecipeProblem> {
  const path = `drawers.${index}`
  const ways = UPRIGHT.filter((face) => design.open.includes(face) && space.sides[face] === undefined)
  const toward = step.toward ?? ways[0]
  if (!toward || !(UPRIGHT as readonly Face[]).includes(toward) || !ways.includes(toward as (typeof ways)[number])) {
    const [way] = ways
    const message = toward
      ? `A drawer in ${space.id} cannot leave toward the ${toward}, which is closed there`
      : `A drawer in ${space.id} cannot leave — no upright side of it is open`
    const healed =
      step.toward && way
        ? { path: `${path}.toward`, nearest: way }
        : { path: 'drawers', nearest: without(recipe, index) }
    return fail({ code: 'RECIPE_CONTRADICTION', message, got: toward, ...healed })
  }
  const clearance = toUm(step.clearance ?? DEFAULTS.clearance)
  const block = FACES.reduce((left, face) => (face === toward ? left : movedEnd(left, face, -clearance)), space.clear)
  const shell = shellOf(recipe, space, toward, block)
  const small = tooSmall(recipe, space, block, clearance, path, index, shell)
  if (small) return fail(small)
  const clear = clearOf(block, shell.faces)
  return ok({ ...shell, id: `drawer:${space.id}`, space, toward, clearance, clear, path })
}

function tooSmall(
  recipe: AssemblyRecipe,
  space: Void,
  block: Block,
  clearance: Um,
  path: string,
  index: number,
  shell: Shell,
): RecipeProblem | undefined {
  const thickness = shell.faces.front.thickness
  const least = Math.max(LEAST_SIDE, 3 * thickness)
  const tight = AXES.find((axis) => length(block[axis]) < least)
  if (!tight) return undefined
  const sizes = AXES.map((axis) => fromUm(length(block[axis]))).join(' x ')
  const message = `A drawer in ${space.id} would be ${sizes} mm — at least ${fromUm(least)} mm each way`
  const narrower = Math.max(0, Math.floor((clearance - (least - length(block[tight]))) / 100) * 100)
  const fits = AXES.every((axis) => length(block[axis]) + clearance - narrower >= least)
  const healed =
    fits && narrower < clearance
      ? { path: `${path}.clearance`, nearest: fromUm(narrower) }
      : { path: 'drawers', nearest: without(recipe, index) }
  return { code: 'RECIPE_TOO_SMALL', message, got: fromUm(length(block[tight])), limit: fromUm(least), ...healed }
}

/** Its faces have the names they have when one stands before it. */
function shellOf(recipe: AssemblyRecipe, space: Void, toward: Face, block: Block): Shell {
  const { thicknesses, thickness: common = DEFAULTS.thickness } = recipe.material ?? {}
  const thickness = toUm(thicknesses?.drawers ?? common)
  const named = ownNames(toward)
  const faces = eachFace((face): ResolvedFace => {
    const own = named[face]
    const rank = own === 'front' ? FRONT_RANK : own === 'bottom' ? 0 : FACE_FRAMES[own].wallRank
    const at = inward(block, face, 0, thickness)
    return { panel: `drawer:${space.id}:${own}`, kind: 'drawer', solid: face !== 'top', thickness, rank, at }
  })
  return { block, faces, reach: noReach() }
}

function ownNames(toward: Face): Readonly<Record<Face, Face>> {
  const { right } = FACE_FRAMES[toward]
  const rightward = faceAt(right.axis, right.sign > 0)
  const names = eachFace((face) => face)
  names[toward] = 'front'
  names[opposite(toward)] = 'back'
  names[rightward] = 'right'
  names[opposite(rightward)] = 'left'
  return names
}

/** Left to right, top to bottom, as one sees them from outside; each open side after the other (BX31). */
export function numbered(drawers: readonly Drawer[]): Drawer[] {
  const place = ({ toward, block }: Drawer): [number, number, number] => {
    const { right } = FACE_FRAMES[toward]
    const across = right.sign > 0 ? block[right.axis][0] : -block[right.axis][1]
    return [UPRIGHT.indexOf(toward as (typeof UPRIGHT)[number]), -block.y[1], across]
  }
  return drawers.toSorted((a, b) => {
    const [one, two] = [place(a), place(b)]
    return one[0] - two[0] || one[1] - two[1] || one[2] - two[2]
  })
}
