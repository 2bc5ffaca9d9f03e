import { type AssemblyRecipe, type Edge, type Face, fromUm, toUm, type Um } from '@hewn/model'
import { type Block, eachFace, EDGES, FACE_FRAMES, FACES, faceBeyond, length, opposite } from '../frame.ts'
import { minimumWeb } from '../joints/fingers.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import { exitDepth, type LidPlan } from './opening-lids.ts'
import type { Reach, ResolvedDesign, ResolvedFace } from './resolved-design.ts'

type Faces = Readonly<Record<Face, ResolvedFace>>
type Ends = Partial<Record<Face, Um>>

interface Edges {
  readonly recipe: AssemblyRecipe
  readonly block: Block
  readonly faces: Faces
  readonly lids: readonly LidPlan[]
  readonly leastSide: Um
}

/** BX40: at least 10 mm, and three times the thickest face. */
export const leastSideOf = (faces: Faces): Um =>
  Math.max(10_000, 3 * Math.max(...FACES.map((face) => faces[face].thickness)))

export const noReach = (): Record<Face, Ends> => eachFace(() => ({}))

/** How far every face goes beyond the box or stays behind it: what was asked, and walls that a lid slides over (BX24, BX29). */
export function raisedEdges(about: Edges): { reach: Reach; problems: RecipeProblem[] } {
  const reach = noReach()
  const problems: RecipeProblem[] = []
  for (const lid of about.lids) if (lid.kind === 'slide') reach[lid.toward][lid.face] = -exitDepth(lid)
  about.recipe.panels?.forEach((step, index) => {
    const face = FACES.find((name) => name === step.face)
    if (!face || !about.faces[face].solid || about.faces[face].opens) return
    for (const edge of EDGES) {
      const said = step.extensions?.[edge]
      if (said === undefined || said === 0) continue
      const path = `panels.${index}.extensions.${edge}`
      const problem = refusal(about, face, edge, said, path)
      if (problem) problems.push(problem)
      else reach[face][faceBeyond(face, edge)] = toUm(said)
    }
  })
  return { reach, problems }
}

/** Why an edge of a box that stands cannot move so far, if it cannot. */
export function raisedEdgeRefusal(
  recipe: AssemblyRecipe,
  { block, faces, lids }: Pick<ResolvedDesign, 'block' | 'faces' | 'lids'>,
  face: Face,
  edge: Edge,
  said: number,
): RecipeProblem | undefined {
  return refusal({ recipe, block, faces, lids, leastSide: leastSideOf(faces) }, face, edge, said, '')
}

function refusal(about: Edges, face: Face, edge: Edge, said: number, path: string): RecipeProblem | undefined {
  const { block, faces, lids, recipe } = about
  const beyond = faceBeyond(face, edge)
  const other = faces[beyond]
  const own = faces[face]
  const locked = (message: string): RecipeProblem => problem('RECIPE_EDGE_LOCKED', path, message, 0, said)
  if (lids.some((lid) => lid.face === beyond))
    return locked(`A lid opens along ${edge} of ${face}, so that edge stays where it is`)
  if (other.solid && own.rank < other.rank) {
    return locked(
      `${edge} of ${face} carries tabs into ${beyond} — ${edgeThatCan(face, beyond)} of ${beyond} can be raised instead`,
    )
  }
  if (other.solid && said < 0) return locked(`${edge} of ${face} holds ${beyond}, so it cannot be lowered`)
  if (recipe.feet && beyond === 'bottom') {
    const message = `${face} stands on feet, so its ${edge} edge cannot be moved — leave one of the two out`
    return problem('RECIPE_CONTRADICTION', path, message, 0, said)
  }
  const web = fromUm(Math.ceil(minimumWeb(own.thickness)))
  if (said > 0 && said < web) {
    const message = `Extension of ${said} mm on ${face}, ${edge} — at least ${web} mm, or none`
    return problem('RECIPE_TOO_SMALL', path, message, web, said, web)
  }
  // A wall must still hold the ledges of a lid at its other end.
  const held = lids.find((lid) => lid.face === opposite(beyond))?.depth ?? 0
  const most =
    length(block[FACE_FRAMES[beyond].axis]) - about.leastSide - held - loweredAt(recipe, face, opposite(beyond))
  if (said < 0 && toUm(-said) > Math.max(0, most)) {
    const message = `${face} would be lowered by ${-said} mm — at most ${fromUm(most)} mm`
    return problem('RECIPE_TOO_SMALL', path, message, most > 0 ? -fromUm(most) : 0, said, -fromUm(most))
  }
  return undefined
}

/** How far the wall is lowered at its other end, which takes from the same height. */
const loweredAt = ({ panels = [] }: AssemblyRecipe, face: Face, end: Face): Um =>
  panels
    .filter((step) => step.face === face)
    .flatMap(({ extensions = {} }) =>
      EDGES.filter((edge) => faceBeyond(face, edge) === end).map((edge) => extensions[edge] ?? 0),
    )
    .reduce((sum, said) => sum + toUm(Math.max(0, -said)), 0)

/** The edge of the neighbour that looks the way this face does. */
const edgeThatCan = (face: Face, neighbour: Face): Edge =>
  EDGES.find((edge) => faceBeyond(neighbour, edge) === face) ?? 'top'
