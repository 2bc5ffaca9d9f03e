import {
  type AssemblyRecipe,
  type Axis,
  closest,
  type Face,
  fail,
  fromUm,
  ok,
  type Result,
  toUm,
  type Um,
} from '@hewn/model'
import {
  AXES,
  type Block,
  DIVIDER_FACE,
  eachFace,
  EDGES,
  FACE_FRAMES,
  FACES,
  faceAt,
  faceBeyond,
  inward,
} from '../frame.ts'
import { decorate } from '../decor/decorate.ts'
import { minimumWeb } from '../joints/fingers.ts'
import { jointsOf } from '../joints/joints-of.ts'
import { panelsOf } from '../panels/panels-of.ts'
import type { Note } from '../recipe/note.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { decorSteps } from '../decor/decor-steps.ts'
import { DEFAULTS } from './defaults.ts'
import { divide } from './divide.ts'
import { drawersOf } from './drawers.ts'
import { feetOf } from './feet.ts'
import { looseParts } from './loose-parts.ts'
import { lidContradictions, lidParts, type LidPlan, lidPlans } from './opening-lids.ts'
import { leastSideOf, raisedEdges } from './raised-edges.ts'
import { lidFace, lidPath, lidsOf, ranksOf } from './ranks.ts'
import type { DecorStep, Divider, OpeningLid, ResolvedDesign, ResolvedFace } from './resolved-design.ts'
import { sealedCompartments } from './sealed-compartments.ts'
import { sheetsOf } from './sheets-of.ts'

export { DEFAULTS } from './defaults.ts'

const SIZE_OF = { x: 'width', y: 'height', z: 'depth' } as const
const LABEL = { x: 'Width', y: 'Height', z: 'Depth' } as const
const LEAST_SIDE: Um = 10_000
/** What must be left inside when a lid takes its share. */
const LEAST_INSIDE: Um = 5000

/** Recipe → design: every length rounded once, every default filled in, every impossibility named. */
export function resolve(recipe: AssemblyRecipe): Result<ResolvedDesign, RecipeProblem[]> {
  const built = bareDesign(recipe)
  if (!built.ok) return built
  const bare = built.value
  const withOpen = (open: readonly Face[]): ResolvedDesign | undefined => {
    const other = bareDesign({ ...recipe, openFaces: [...open] })
    return other.ok ? other.value : undefined
  }
  const meaning = [looseParts(bare, withOpen), sealedCompartments(recipe, bare)].filter(
    (problem) => problem !== undefined,
  )
  if (meaning.length > 0) return fail(meaning)
  const unknown = unknownPanels(recipe, bare)
  return unknown.length > 0 ? fail(unknown) : withDecor(bare, decorSteps(recipe, bare))
}

/** Faces, lids, dividers, drawers and feet, each where it stands, before anything is said of them together. */
function bareDesign(recipe: AssemblyRecipe): Result<ResolvedDesign, RecipeProblem[]> {
  const lids = lidPlans(recipe)
  const open = openFaces(recipe)
  const solid = FACES.filter((face) => !open.includes(face) && !lids.some((lid) => lid.face === face))
  const faces = resolveFaces(recipe, open, lids)
  const size = outsideOf(recipe, faces, lids)
  const early = [
    ...contradictions(recipe),
    ...lidContradictions(recipe, lids, open),
    ...tooSmall(recipe, faces, lids, size.asked),
  ]
  if (early.length > 0) return fail(early)

  const block: Block = { x: [0, size.outside.x], y: [0, size.outside.y], z: [0, size.outside.z] }
  const placed = placeFaces(faces, block)
  const raised = raisedEdges({ recipe, block, faces: placed, lids, leastSide: leastSideOf(placed) })
  if (raised.problems.length > 0) return fail(raised.problems)
  const opening = openingLids(lids, block, placed)
  if (!opening.ok) return opening

  const divided = divide(recipe, size.outside, placed, lids)
  if (!divided.ok) return fail([divided.error])
  const { root, leaves } = divided.value
  const dividers = raisedDividers(recipe, divided.value.dividers)
  if (!dividers.ok) return dividers
  const shell = { block, faces: placed, reach: raised.reach }
  const drawers = drawersOf(recipe, { open, root, block })
  if (!drawers.ok) return fail([drawers.error])
  const fingers = fingersOf(recipe)
  const feet = recipe.feet ? feetOf(recipe.feet, shell, fingers) : ok([])
  if (!feet.ok) return fail([feet.error])
  const floating: ResolvedDesign = {
    ...shell,
    type: recipe.type,
    size: size.outside,
    ground: 0,
    axis: recipe.axis ?? DEFAULTS.axis,
    solid,
    open,
    lids: opening.value,
    feet: feet.value,
    drawers: drawers.value,
    fingers,
    ...(recipe.material?.name === undefined ? {} : { material: recipe.material.name }),
    root,
    leaves,
    dividers: dividers.value,
    decor: new Map(),
    notes: notesOf(recipe, open, lids),
  }
  const blocks = sheetsOf(floating).flatMap(({ body, strips }) => [body, ...strips])
  return ok({ ...floating, ground: Math.min(...blocks.map(({ y }) => y[0])) })
}

/** Cut-outs are placed on the panels as their joints leave them, so those are made here when there are any. */
function withDecor(bare: ResolvedDesign, steps: readonly DecorStep[]): Result<ResolvedDesign, RecipeProblem[]> {
  if (steps.length === 0) return ok(bare)
  const joints = jointsOf(bare)
  const { decor, notes, problems } = decorate(bare, joints, panelsOf(bare, joints), steps)
  return problems.length > 0 ? fail([...problems]) : ok({ ...bare, decor, notes: [...bare.notes, ...notes] })
}

/** An exact set when it is said; otherwise the top of a basic box, unless a lid closes it, and nothing of an enclosed one. */
export function openFaces(recipe: AssemblyRecipe): Face[] {
  if (recipe.openFaces) return FACES.filter((face) => recipe.openFaces?.includes(face))
  return recipe.type === 'basicBox' && !lidPlans(recipe).some((lid) => lid.face === 'top') ? ['top'] : []
}

type Faces = Readonly<Record<Face, Omit<ResolvedFace, 'at'>>>

function resolveFaces(recipe: AssemblyRecipe, open: readonly Face[], lids: readonly LidPlan[]): Faces {
  const ranks = ranksOf(recipe.axis ?? DEFAULTS.axis, lidsOf(recipe), {
    lifted: lids.filter((lid) => lid.kind === 'lift-off').map((lid) => lid.face),
    exits: lids.filter((lid) => lid.kind === 'slide').map((lid) => lid.toward),
    feet: recipe.feet !== undefined,
  })
  const common = recipe.material?.thickness ?? DEFAULTS.thickness
  const row = (face: Face): Omit<ResolvedFace, 'at'> => {
    const lid = lids.find((one) => one.face === face)
    const rank = ranks[face]
    if (lid) {
      const { kind: opens, plate: panel, thickness } = lid
      return { panel, kind: 'lid', solid: opens === 'lift-off', opens, thickness, rank }
    }
    const thickness = toUm(recipe.material?.thicknesses?.[face] ?? common)
    return { panel: face, kind: 'face', solid: !open.includes(face), thickness, rank }
  }
  return eachFace(row)
}

const fingersOf = ({ material }: AssemblyRecipe): ResolvedDesign['fingers'] => ({
  width: toUm(material?.fingerWidth ?? Math.max(DEFAULTS.fingerWidth, 2 * (material?.thickness ?? DEFAULTS.thickness))),
  gap: material?.fingerGap ?? DEFAULTS.fingerGap,
})

type Size = Readonly<Record<Axis, Um>>

function outsideOf(recipe: AssemblyRecipe, faces: Faces, lids: readonly LidPlan[]): { asked: Size; outside: Size } {
  const asked = { x: toUm(recipe.width), y: toUm(recipe.height), z: toUm(recipe.depth) }
  if (recipe.measure !== 'inside') return { asked, outside: asked }
  const outside = (axis: Axis): Um => asked[axis] + takenAcross(axis, faces, lids)
  return { asked, outside: { x: outside('x'), y: outside('y'), z: outside('z') } }
}

/** What walls, lids and ledges take of one direction. */
function takenAcross(axis: Axis, faces: Faces, lids: readonly LidPlan[]): Um {
  const at = (high: boolean): Um => {
    const face = faceAt(axis, high)
    const lid = lids.find((one) => one.face === face)
    return lid ? lid.depth : faces[face].solid ? faces[face].thickness : 0
  }
  return at(false) + at(true)
}

/** BX40: a side is at least 10 mm and three times the thickest face, and a lid leaves something of the inside. */
function tooSmall(recipe: AssemblyRecipe, faces: Faces, lids: readonly LidPlan[], asked: Size): RecipeProblem[] {
  const thickest = Math.max(
    0,
    ...FACES.filter((face) => faces[face].solid || faces[face].opens).map((face) => faces[face].thickness),
  )
  return AXES.flatMap((axis): RecipeProblem[] => {
    const taken = takenAcross(axis, faces, lids)
    const outside = Math.max(LEAST_SIDE, 3 * thickest, roomForLids(axis, taken, faces, lids))
    const least = recipe.measure === 'inside' ? outside - taken : outside
    if (asked[axis] >= least) return []
    const got = recipe[SIZE_OF[axis]]
    const limit = fromUm(least)
    const inside = recipe.measure === 'inside' ? ' inside' : ''
    const why = outside > Math.max(LEAST_SIDE, 3 * thickest) ? 'with its lid' : `with ${fromUm(thickest)} mm material`
    return [
      problem(
        got < 0 ? 'RECIPE_NUMBER' : 'RECIPE_TOO_SMALL',
        SIZE_OF[axis],
        `${LABEL[axis]} is ${got} mm${inside} — at least ${limit} mm ${why}`,
        limit,
        got,
        limit,
      ),
    ]
  })
}

/** Across the lid its parts and a compartment, along it a plate that can be held, between the side walls two ledges. */
function roomForLids(axis: Axis, taken: Um, faces: Faces, lids: readonly LidPlan[]): Um {
  return Math.max(
    0,
    ...lids.map((lid) => {
      const inside = Math.max(LEAST_INSIDE, 2 * lid.thickness)
      if (FACE_FRAMES[lid.face].axis === axis) return taken + inside
      const walls = Math.max(...FACES.map((face) => faces[face].thickness))
      const isAcross = lid.kind === 'slide' && FACE_FRAMES[lid.toward].axis !== axis
      const ledges = isAcross ? 2 * Math.max(3 * lid.thickness, 8000) : 0
      return taken + ledges + inside + 2 * (lid.play + walls)
    }),
  )
}

function placeFaces(faces: Faces, block: Block): ResolvedDesign['faces'] {
  return eachFace((face) => ({ ...faces[face], at: inward(block, face, 0, faces[face].thickness) }))
}

function openingLids(
  lids: readonly LidPlan[],
  block: Block,
  faces: ResolvedDesign['faces'],
): Result<OpeningLid[], RecipeProblem[]> {
  const made = lids.map((lid) => lidParts(lid, block, faces))
  const problems = made.flatMap((one) => (one.ok ? [] : [one.error]))
  return problems.length > 0 ? fail(problems) : ok(made.flatMap((one) => (one.ok ? [one.value] : [])))
}

function contradictions(recipe: AssemblyRecipe): RecipeProblem[] {
  const [first, second] = lidsOf(recipe)
  if (!first || !second || first.face !== second.face) return []
  const nearest = first.face === 'positive' ? 'negative' : 'positive'
  const message = `Both lids are on the ${first.face} side — the second can be on the ${nearest} side`
  return [problem('RECIPE_CONTRADICTION', 'lid.1.face', message, nearest, second.face)]
}

/** A divider goes on past a side of its compartment that is open to the outside. */
function raisedDividers(recipe: AssemblyRecipe, dividers: readonly Divider[]): Result<Divider[], RecipeProblem[]> {
  const problems: RecipeProblem[] = []
  const reach = new Map<string, Partial<Record<Face, Um>>>()
  recipe.panels?.forEach((step, index) => {
    if ((FACES as readonly string[]).includes(step.face)) return
    const divider = dividers.find((one) => one.id === step.face)
    for (const edge of EDGES) {
      const said = step.extensions?.[edge]
      if (said === undefined || said === 0) continue
      const path = `panels.${index}.extensions.${edge}`
      const refuse = (code: RecipeProblem['code'], message: string, nearest: number): void => {
        problems.push(problem(code, path, message, nearest, said))
      }
      const beyond = divider && faceBeyond(DIVIDER_FACE[divider.axis], edge)
      if (!divider || !beyond || divider.inside.sides[beyond] !== undefined || lidOver(recipe, beyond)) {
        refuse('RECIPE_EDGE_LOCKED', `${edge} of ${step.face.slice(0, 60)} is held, so it cannot be moved`, 0)
      } else if (said < 0) {
        refuse('RECIPE_NOT_YET', `${step.face} cannot be lower than its compartment yet — it can be raised`, 0)
      } else if (toUm(said) < minimumWeb(divider.thickness)) {
        const least = fromUm(Math.ceil(minimumWeb(divider.thickness)))
        refuse(
          'RECIPE_TOO_SMALL',
          `Extension of ${said} mm on ${step.face}, ${edge} — at least ${least} mm, or none`,
          least,
        )
      } else {
        reach.set(divider.id, { ...reach.get(divider.id), [beyond]: toUm(said) })
      }
    }
  })
  if (problems.length > 0) return fail(problems)
  return ok(
    dividers.map((divider) => {
      const raised = reach.get(divider.id)
      return raised ? { ...divider, reach: raised } : divider
    }),
  )
}

const lidOver = (recipe: AssemblyRecipe, face: Face): boolean => lidPlans(recipe).some((lid) => lid.face === face)

function unknownPanels(recipe: AssemblyRecipe, design: ResolvedDesign): RecipeProblem[] {
  const steps = recipe.panels ?? []
  if (steps.length === 0) return []
  const known = new Set(sheetsOf(design).map((sheet) => sheet.id))
  return steps.flatMap((step, index): RecipeProblem[] => {
    if (known.has(panelNamed(design, step.face))) return []
    const nearest = closest(step.face, [...known]) ?? [...known][0]
    const isOpen = design.open.some((face) => face === step.face)
    const message = isOpen
      ? `The ${step.face} is open, so there is no panel to work on — ${nearest} is one`
      : `There is no panel ${JSON.stringify(step.face.slice(0, 60))} — ${nearest} is one`
    return [problem('RECIPE_UNKNOWN_PANEL', `panels.${index}.face`, message, nearest, step.face)]
  })
}

/** The face that a lid closes is that lid. */
export const panelNamed = (design: Pick<ResolvedDesign, 'faces'>, name: string): string => {
  const face = FACES.find((one) => one === name)
  return face && design.faces[face].opens ? design.faces[face].panel : name
}

function notesOf(recipe: AssemblyRecipe, open: readonly Face[], lids: readonly LidPlan[]): Note[] {
  const notes: Note[] = []
  const noEffect = (path: string, text: string, asked: unknown): void => {
    notes.push({ code: 'NOTE_NO_EFFECT', path, text, asked })
  }
  if (recipe.material?.thickness === undefined) {
    const got = DEFAULTS.thickness
    notes.push({ code: 'NOTE_ASSUMED', path: 'material.thickness', text: `${got} mm sheet is assumed.`, got })
  }
  lidsOf(recipe).forEach((lid, index) => {
    const path = lidPath(recipe, index)
    const face = lidFace(recipe.axis ?? DEFAULTS.axis, lid)
    if (lids.some((one) => one.face === face)) {
      if (lid.tabDirection) noEffect(`${path}.tabDirection`, `The ${face} opens, so it has no tabs.`, lid.tabDirection)
      if (lid.kind === 'lift-off' && lid.toward)
        noEffect(`${path}.toward`, `A lid that is lifted off does not slide.`, lid.toward)
      return
    }
    if (open.includes(face)) noEffect(path, `The ${face} is open, so its lid has no effect.`, lid)
    for (const field of ['toward', 'play', 'pull'] as const) {
      if (lid[field] === undefined) continue
      noEffect(`${path}.${field}`, `A fixed lid is glued, so its ${field} has no effect.`, lid[field])
    }
  })
  for (const face of [...open, ...lids.map((lid) => lid.face)]) {
    const asked = recipe.material?.thicknesses?.[face]
    if (asked === undefined) continue
    const why = open.includes(face)
      ? `The ${face} is open`
      : `The ${face} is a lid that opens and has its own thickness`
    noEffect(`material.thicknesses.${face}`, `${why}, so its thickness has no effect.`, asked)
  }
  recipe.subdivisions?.forEach((step, index) => {
    if (step.type !== 'grid' || step.axis === undefined) return
    noEffect(`subdivisions.${index}.axis`, 'A grid is laid out by its axes, so axis has no effect.', step.axis)
  })
  const absent = [lids.length === 0 ? 'lid' : '', recipe.drawers?.length ? '' : 'drawers'] as const
  for (const kind of absent) {
    const asked = kind === '' ? undefined : recipe.material?.thicknesses?.[kind]
    if (asked === undefined) continue
    const text = `There is no ${kind === 'lid' ? 'lid that opens' : 'drawer'}, so its thickness has no effect.`
    noEffect(`material.thicknesses.${kind}`, text, asked)
  }
  return notes
}
