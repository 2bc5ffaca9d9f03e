import { type AssemblyRecipe, type Face, fail, fromUm, ok, type Result, toUm, type Um } from '@hewn/model'
import { FACE_FRAMES, faceAt, length, otherAxes, type Span } from '../frame.ts'
import { edgeJoint } from '../joints/edge-joints.ts'
import { minimumWeb } from '../joints/fingers.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import type { Foot, ResolvedDesign, Shell } from './resolved-design.ts'
import { faceBody } from './shell-blocks.ts'

const UPRIGHT = ['front', 'back', 'left', 'right'] as const satisfies readonly Face[]
/** No step of an outline is shorter than this. */
const SHORTEST: Um = 200

/** Two feet under every solid upright face; a side that would land in a finger moves until it stands in solid wall (BX25). */
export function feetOf(
  asked: NonNullable<AssemblyRecipe['feet']>,
  shell: Shell,
  fingers: ResolvedDesign['fingers'],
): Result<Foot[], RecipeProblem> {
  const walls = UPRIGHT.filter((face) => shell.faces[face].solid && !shell.faces[face].opens)
  if (walls.length < 2) {
    const message = `Feet need at least two upright walls — there ${walls.length === 1 ? 'is one' : 'are none'}`
    return fail(problem('RECIPE_CONTRADICTION', 'feet', message, null))
  }
  const least = fromUm(Math.ceil(Math.max(...walls.map((face) => minimumWeb(shell.faces[face].thickness)))))
  for (const side of ['height', 'width'] as const) {
    if (asked[side] >= least) continue
    const message = `Feet ${asked[side]} mm ${side === 'height' ? 'high' : 'wide'} would break — at least ${least} mm with these walls`
    return fail(problem('RECIPE_TOO_SMALL', `feet.${side}`, message, least, asked[side], least))
  }
  const feet: Foot[] = []
  for (const face of walls) {
    const pair = feetUnder(asked, shell, fingers, face)
    if (!pair) {
      const body = fromUm(length(alongOf(shell, face).span))
      const nearest = Math.max(5, Math.floor(body / 4 - asked.inset))
      const narrower = { ...asked, width: nearest }
      const heals = nearest < asked.width && walls.every((wall) => feetUnder(narrower, shell, fingers, wall))
      const message = `Feet of ${asked.width} mm, ${asked.inset} mm from the corners, would meet under ${face}, which is ${body} mm wide`
      return fail(
        problem('RECIPE_CONTRADICTION', heals ? 'feet.width' : 'feet', message, heals ? nearest : null, asked.width),
      )
    }
    feet.push(...pair)
  }
  return ok(feet)
}

function alongOf(shell: Shell, face: Face) {
  const along = otherAxes(FACE_FRAMES[face].axis).find((axis) => axis !== 'y') ?? 'x'
  return { along, span: faceBody(shell, face)[along] }
}

/** Raised upright edges stand over the feet too. */
function wallAbove(shell: Shell, face: Face): Span {
  const { along, span } = alongOf(shell, face)
  const raised = (high: boolean): Um => Math.max(0, shell.reach[face][faceAt(along, high)] ?? 0)
  return [span[0] - raised(false), span[1] + raised(true)]
}

function feetUnder(
  asked: NonNullable<AssemblyRecipe['feet']>,
  shell: Shell,
  fingers: ResolvedDesign['fingers'],
  face: Face,
): Foot[] | undefined {
  const { along, span } = alongOf(shell, face)
  const { at, thickness } = shell.faces[face]
  const web = Math.max(SHORTEST, Math.ceil(minimumWeb(thickness)))
  const bottom = shell.faces.bottom.solid ? edgeJoint(shell, face, 'bottom', fingers) : undefined
  const tabs = bottom?.tabs ?? []
  const [inset, width] = [toUm(asked.inset), toUm(asked.width)]
  const ends = [false, true].map((high): Span => {
    const corner = shell.block[along][high ? 1 : 0]
    const from = high ? corner - inset - width : corner + inset
    return standing([from, from + width], span, wallAbove(shell, face), tabs, web)
  })
  const [low, high] = ends
  if (!low || !high || low[1] + web > high[0]) return undefined
  const height = toUm(asked.height)
  return ends.map((foot) => ({
    face,
    block: { x: at, y: [shell.block.y[0] - height, shell.block.y[0]], z: at, [along]: foot } as Foot['block'],
  }))
}

/** Widened until both of its sides stand in solid wall, and no step at the corner is too short to cut. */
function standing([from, to]: Span, body: Span, wall: Span, tabs: readonly Span[], web: Um): Span {
  let low = Math.min(Math.max(from, body[0]), body[1] - web)
  let high = Math.max(Math.min(to, body[1]), body[0] + web)
  for (const [a, b] of tabs.toReversed()) if (low > a - web && low < b + web) low = a - web
  for (const [a, b] of tabs) if (high > a - web && high < b + web) high = b + web
  if (low !== body[0] && low < wall[0] + web) low = wall[0]
  if (high !== body[1] && high > wall[1] - web) high = wall[1]
  return [low, high]
}
