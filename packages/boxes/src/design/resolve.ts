import { type AssemblyRecipe, type Axis, type Face, fail, fromUm, ok, type Result, toUm, type Um } from '@hewn/model'
import { AXES, FACE_FRAMES, FACES, faceAt } from '../frame.ts'
import type { Note } from '../recipe/note.ts'
import type { RecipeProblem } from '../recipe/recipe-problem.ts'
import { divide } from './divide.ts'
import { looseParts } from './loose-parts.ts'
import { notYet } from './not-yet.ts'
import { lidFace, lidsOf, ranksOf } from './ranks.ts'
import type { ResolvedDesign, ResolvedFace } from './resolved-design.ts'
import { sealedCompartments } from './sealed-compartments.ts'

export const DEFAULTS = Object.freeze({ thickness: 3, fingerWidth: 10, fingerGap: 1.5, axis: 'y' as Axis })

const SIZE_OF = { x: 'width', y: 'height', z: 'depth' } as const
const LABEL = { x: 'Width', y: 'Height', z: 'Depth' } as const
const LEAST_SIDE: Um = 10_000

/** Recipe → design: every length rounded once, every default filled in, every impossibility named. */
export function resolve(recipe: AssemblyRecipe): Result<ResolvedDesign, RecipeProblem[]> {
  const early = [...notYet(recipe), ...contradictions(recipe)]
  const open = openFaces(recipe)
  const solid = FACES.filter((face) => !open.includes(face))
  const faces = resolveFaces(recipe, solid)
  const size = outsideOf(recipe, faces)
  const problems = [...early, ...tooSmall(recipe, faces, size.asked)]
  if (problems.length > 0) return fail(problems)

  const placed = placeFaces(faces, size.outside)
  const divided = divide(recipe, size.outside, placed)
  if (!divided.ok) return fail([divided.error])
  const { root, leaves, dividers } = divided.value
  const thickness = recipe.material?.thickness ?? DEFAULTS.thickness
  const design: ResolvedDesign = {
    type: recipe.type,
    size: size.outside,
    axis: recipe.axis ?? DEFAULTS.axis,
    faces: placed,
    solid,
    open,
    fingers: {
      width: toUm(recipe.material?.fingerWidth ?? Math.max(DEFAULTS.fingerWidth, 2 * thickness)),
      gap: recipe.material?.fingerGap ?? DEFAULTS.fingerGap,
    },
    ...(recipe.material?.name === undefined ? {} : { material: recipe.material.name }),
    root,
    leaves,
    dividers,
    notes: notesOf(recipe, open),
  }
  const meaning = [looseParts(design), sealedCompartments(recipe, design)].filter((problem) => problem !== undefined)
  return meaning.length > 0 ? fail(meaning) : ok(design)
}

/** An exact set when it is said; otherwise the top of a basic box and nothing of an enclosed one. */
export function openFaces(recipe: AssemblyRecipe): Face[] {
  const said = recipe.openFaces ?? (recipe.type === 'basicBox' ? ['top'] : [])
  return FACES.filter((face) => said.includes(face))
}

type Faces = Readonly<Record<Face, Omit<ResolvedFace, 'at'>>>

function resolveFaces(recipe: AssemblyRecipe, solid: readonly Face[]): Faces {
  const ranks = ranksOf(recipe.axis ?? DEFAULTS.axis, lidsOf(recipe))
  const common = recipe.material?.thickness ?? DEFAULTS.thickness
  const row = (face: Face) => ({
    solid: solid.includes(face),
    thickness: toUm(recipe.material?.thicknesses?.[face] ?? common),
    rank: ranks[face],
  })
  return Object.fromEntries(FACES.map((face) => [face, row(face)])) as Faces
}

type Size = Readonly<Record<Axis, Um>>

function outsideOf(recipe: AssemblyRecipe, faces: Faces): { asked: Size; outside: Size } {
  const asked = { x: toUm(recipe.width), y: toUm(recipe.height), z: toUm(recipe.depth) }
  if (recipe.measure !== 'inside') return { asked, outside: asked }
  const outside = (axis: Axis): Um => asked[axis] + wallsAcross(axis, faces)
  return { asked, outside: { x: outside('x'), y: outside('y'), z: outside('z') } }
}

function wallsAcross(axis: Axis, faces: Faces): Um {
  const at = (high: boolean): Um => {
    const face = faces[faceAt(axis, high)]
    return face.solid ? face.thickness : 0
  }
  return at(false) + at(true)
}

/** BX40: a side is at least 10 mm and three times the thickest face. */
function tooSmall(recipe: AssemblyRecipe, faces: Faces, asked: Size): RecipeProblem[] {
  const thickest = Math.max(0, ...FACES.filter((face) => faces[face].solid).map((face) => faces[face].thickness))
  return AXES.flatMap((axis) => {
    const outside = Math.max(LEAST_SIDE, 3 * thickest)
    const least = recipe.measure === 'inside' ? outside - wallsAcross(axis, faces) : outside
    if (asked[axis] >= least) return []
    const got = recipe[SIZE_OF[axis]]
    const limit = fromUm(least)
    const inside = recipe.measure === 'inside' ? ' inside' : ''
    return [
      {
        code: got < 0 ? ('RECIPE_NUMBER' as const) : ('RECIPE_TOO_SMALL' as const),
        path: SIZE_OF[axis],
        message: `${LABEL[axis]} is ${got} mm${inside} — at least ${limit} mm with ${fromUm(thickest)} mm material`,
        got,
        limit,
        nearest: limit,
      },
    ]
  })
}

function placeFaces(faces: Faces, size: Size): ResolvedDesign['faces'] {
  const place = (face: Face): ResolvedFace => {
    const { axis, high } = FACE_FRAMES[face]
    const { thickness } = faces[face]
    return { ...faces[face], at: high ? [size[axis] - thickness, size[axis]] : [0, thickness] }
  }
  return Object.fromEntries(FACES.map((face) => [face, place(face)])) as ResolvedDesign['faces']
}

function contradictions(recipe: AssemblyRecipe): RecipeProblem[] {
  const [first, second] = lidsOf(recipe)
  if (!first || !second || first.face !== second.face) return []
  const nearest = first.face === 'positive' ? 'negative' : 'positive'
  const message = `Both lids are on the ${first.face} side — the second can be on the ${nearest} side`
  return [{ code: 'RECIPE_CONTRADICTION', path: 'lid.1.face', message, got: second.face, nearest }]
}

function notesOf(recipe: AssemblyRecipe, open: readonly Face[]): Note[] {
  const notes: Note[] = []
  const noEffect = (path: string, text: string, asked: unknown): void => {
    notes.push({ code: 'NOTE_NO_EFFECT', path, text, asked })
  }
  if (recipe.material?.thickness === undefined) {
    const got = DEFAULTS.thickness
    notes.push({ code: 'NOTE_ASSUMED', path: 'material.thickness', text: `${got} mm sheet is assumed.`, got })
  }
  lidsOf(recipe).forEach((lid, index) => {
    const path = Array.isArray(recipe.lid) ? `lid.${index}` : 'lid'
    const face = lidFace(recipe.axis ?? DEFAULTS.axis, lid)
    if (open.includes(face)) noEffect(path, `The ${face} is open, so its lid has no effect.`, lid)
    for (const field of ['toward', 'play', 'pull'] as const) {
      if (lid[field] === undefined) continue
      noEffect(`${path}.${field}`, `A fixed lid is glued, so its ${field} has no effect.`, lid[field])
    }
  })
  for (const face of open) {
    const asked = recipe.material?.thicknesses?.[face]
    if (asked === undefined) continue
    noEffect(`material.thicknesses.${face}`, `The ${face} is open, so its thickness has no effect.`, asked)
  }
  recipe.subdivisions?.forEach((step, index) => {
    if (step.type !== 'grid' || step.axis === undefined) return
    noEffect(`subdivisions.${index}.axis`, 'A grid is laid out by its axes, so axis has no effect.', step.axis)
  })
  for (const kind of ['lid', 'drawers'] as const) {
    const asked = recipe.material?.thicknesses?.[kind]
    if (asked === undefined) continue
    const text = `There is no ${kind === 'lid' ? 'lid that opens' : 'drawer'}, so its thickness has no effect.`
    noEffect(`material.thicknesses.${kind}`, text, asked)
  }
  return notes
}
