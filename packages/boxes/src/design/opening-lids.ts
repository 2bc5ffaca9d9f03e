import { type AssemblyRecipe, type Face, fail, fromUm, type Lid, ok, type Result, toUm, type Um } from '@hewn/model'
import { type Block, endAt, FACE_FRAMES, FACES, faceAt, inward, movedEnd, opposite, thirdAxis } from '../frame.ts'
import { minimumWeb } from '../joints/fingers.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { DEFAULTS } from './defaults.ts'
import { lidFace, lidPath, lidsOf } from './ranks.ts'
import type { LidPart, OpeningLid, ResolvedFace } from './resolved-design.ts'

/** A lid that opens, before the box has a size. */
export interface LidPlan extends Omit<OpeningLid, 'parts'> {}

const LEAST_LEDGE: Um = 8000

/** The lids that open: which way, with how much play, and how much of the inside they take. */
export function lidPlans(recipe: AssemblyRecipe): LidPlan[] {
  const axis = recipe.axis ?? DEFAULTS.axis
  const { thicknesses, thickness: common = DEFAULTS.thickness } = recipe.material ?? {}
  const thickness = toUm(thicknesses?.lid ?? common)
  return lidsOf(recipe).flatMap((lid, index): LidPlan[] => {
    if (lid.kind !== 'lift-off' && lid.kind !== 'slide') return []
    const face = lidFace(axis, lid)
    const play = toUm(lid.play ?? DEFAULTS.play)
    const path = lidPath(recipe, index)
    const toward = lid.kind === 'slide' ? (lid.toward ?? (axis === 'z' ? 'top' : 'front')) : face
    const depth = lid.kind === 'slide' ? 3 * thickness + 2 * play : 2 * thickness
    const plate = `lid:${face}`
    return [{ face, kind: lid.kind, plate, toward, play, thickness, depth, path, ...pullOf(lid) }]
  })
}

const pullOf = ({ pull }: Lid): Pick<LidPlan, 'pull'> => (pull === undefined || pull === 'none' ? {} : { pull })

/** The wall a sliding lid leaves through ends where the lid's gap begins. */
export const exitDepth = (lid: LidPlan): Um => 2 * (lid.thickness + lid.play)
/** The two walls between which a sliding lid runs. */
export const sideWalls = ({ face, toward }: LidPlan): [Face, Face] => {
  const axis = thirdAxis(FACE_FRAMES[face].axis, FACE_FRAMES[toward].axis)
  return [faceAt(axis, false), faceAt(axis, true)]
}
export const ledgeWidth = (lid: LidPlan): Um => Math.max(3 * lid.thickness, LEAST_LEDGE)

/** What a lid says that cannot be together with the rest. */
export function lidContradictions(
  recipe: AssemblyRecipe,
  lids: readonly LidPlan[],
  open: readonly Face[],
): RecipeProblem[] {
  const problems: RecipeProblem[] = []
  const refuse = (path: string, message: string, nearest: unknown): void => {
    problems.push(problem('RECIPE_CONTRADICTION', path, message, nearest))
  }
  const around = (face: Face): Face[] => FACES.filter((other) => other !== face && other !== opposite(face))
  const lacksWalls = (lid: LidPlan): boolean =>
    lid.kind === 'lift-off' && around(lid.face).filter((other) => !open.includes(other)).length < 2
  const needed = (lid: LidPlan): Face[] => {
    if (lid.kind === 'lift-off') return lacksWalls(lid) ? around(lid.face) : []
    return around(lid.face).includes(lid.toward) ? [...sideWalls(lid), lid.toward] : []
  }
  // One set of open faces heals whatever all lids together are missing.
  const healed = open.filter((face) => !lids.some((lid) => lid.face === face || needed(lid).includes(face)))
  for (const lid of lids) {
    const { face, path, toward } = lid
    if (open.includes(face)) {
      refuse(
        'openFaces',
        `The ${face} is listed as open, and a lid on it closes it — leave it out of openFaces`,
        healed,
      )
    }
    if (recipe.feet && face === 'bottom') {
      refuse('feet', 'The bottom opens, so the box cannot stand on feet — leave the feet out', null)
    }
    if (lacksWalls(lid)) refuse('openFaces', `A lid on the ${face} needs two walls that hold it in place`, healed)
    if (lid.kind === 'lift-off') continue
    if (!around(face).includes(toward)) {
      const nearest = around(face).find((other) => !open.includes(other)) ?? null
      refuse(`${path}.toward`, `A lid on the ${face} cannot slide toward the ${toward}`, nearest)
      continue
    }
    const [missing] = needed(lid).filter((other) => open.includes(other))
    if (missing === undefined) continue
    const message =
      missing === toward
        ? `The lid slides toward the ${toward}, which is open — it needs a wall there`
        : `The lid slides between ${sideWalls(lid).join(' and ')}, and the ${missing} is open`
    refuse('openFaces', message, healed)
  }
  return problems
}

/** What a lid is made of beside the faces of the box, or why there is no room for it. */
export function lidParts(
  lid: LidPlan,
  block: Block,
  faces: Readonly<Record<Face, ResolvedFace>>,
): Result<OpeningLid, RecipeProblem> {
  const clear = clearOf(block, faces)
  if (lid.kind === 'lift-off') {
    const { axis } = FACE_FRAMES[lid.face]
    const locator = {
      ...withPlay(clear, block, lid, [lid.face]),
      [axis]: inward(block, lid.face, lid.thickness, 2 * lid.thickness),
    }
    return ok({ ...lid, parts: [{ id: `${lid.plate}:locator`, kind: 'locator', block: locator }] })
  }
  const tight = gapTooTight(lid, faces)
  if (tight) return fail(tight)
  return ok({ ...lid, parts: slidingParts(lid, block, clear) })
}

function slidingParts(lid: LidPlan, block: Block, clear: Block): LidPart[] {
  const { face, toward, thickness, play } = lid
  const { axis } = FACE_FRAMES[face]
  const toExit = movedEnd(clear, toward, Math.abs(endAt(block, toward) - endAt(clear, toward)))
  const plate = {
    ...withPlay(toExit, block, lid, [face, toward]),
    [axis]: inward(block, face, thickness + play, 2 * thickness + play),
  }
  const width = ledgeWidth(lid)
  const ledges = sideWalls(lid).flatMap((wall): LidPart[] => {
    const along = { [FACE_FRAMES[wall].axis]: inward(clear, wall, 0, width) }
    const name = `ledge:${face}:${wall}`
    return [
      {
        id: `${name}:upper`,
        kind: 'ledge',
        wall,
        joint: 'edge',
        block: { ...toExit, ...along, [axis]: inward(block, face, 0, thickness) },
      },
      {
        id: `${name}:lower`,
        kind: 'ledge',
        wall,
        joint: 'slot',
        block: { ...clear, ...along, [axis]: inward(block, face, exitDepth(lid), lid.depth) },
      },
    ]
  })
  return [{ id: lid.plate, kind: 'lid', block: plate }, ...ledges]
}

/** Between the slots of the two ledges the side wall must stay whole. */
function gapTooTight(lid: LidPlan, faces: Readonly<Record<Face, ResolvedFace>>): RecipeProblem | undefined {
  const web = Math.max(...sideWalls(lid).map((wall) => minimumWeb(faces[wall].thickness)))
  const gap = lid.thickness + 2 * lid.play
  if (gap >= web) return undefined
  const nearest = fromUm(Math.ceil((web - lid.thickness) / 2))
  const message = `A sliding lid of ${fromUm(lid.thickness)} mm with ${fromUm(lid.play)} mm play leaves ${fromUm(gap)} mm between its ledges — at least ${fromUm(web)} mm`
  return problem('RECIPE_TOO_SMALL', `${lid.path}.play`, message, nearest, fromUm(lid.play), nearest)
}

/** Between the inner sides of solid faces, and to the outer planes of open ones. */
export function clearOf(block: Block, faces: Readonly<Record<Face, ResolvedFace>>): Block {
  const end = (face: Face): Um => {
    const { at, solid } = faces[face]
    return solid ? at[FACE_FRAMES[face].high ? 0 : 1] : endAt(block, face)
  }
  return {
    x: [end('left'), end('right')],
    y: [end('bottom'), end('top')],
    z: [end('back'), end('front')],
  }
}

/** Less the play on every side but some. Toward an open side there is nothing to keep away from. */
function withPlay(clear: Block, block: Block, { play }: LidPlan, but: readonly Face[]): Block {
  const ends = FACES.filter((face) => !but.includes(face) && endAt(clear, face) !== endAt(block, face))
  return ends.reduce((left, face) => movedEnd(left, face, -play), clear)
}
