import type { Face } from '@hewn/model'
import { FACE_FRAMES, opposite, shared, thirdAxis } from '../frame.ts'
import { contactsOf } from '../joints/contacts.ts'
import { problem, type RecipeProblem } from '../recipe/recipe-problem.ts'
import type { PanelId, ResolvedDesign } from './resolved-design.ts'
import { faceBody } from './shell-blocks.ts'

/**
 * Parts that touch nothing would lie beside the box (BX41). One face alone is a plate, and fine. `withOpen` is the same
 * box with other open faces, if it can be: a wall that is closed brings what was said about it, its lowered edges too.
 */
export function looseParts(
  design: ResolvedDesign,
  withOpen: (open: readonly Face[]) => ResolvedDesign | undefined,
): RecipeProblem | undefined {
  const path = 'openFaces'
  const { open, solid } = design
  if (solid.length === 0) {
    const nearest = open.filter((face) => face !== 'bottom')
    const message = 'All six faces are open, so nothing holds together — close one, for example the bottom'
    return problem('RECIPE_LOOSE_PARTS', path, message, nearest, [...open])
  }
  if (isWhole(design)) return undefined
  const closing = open.find((face) => {
    const closed = withOpen(open.filter((other) => other !== face))
    return closed !== undefined && isWhole(closed)
  })
  const what = design.dividers.length === 0 ? `${solid.join(' and ')} do not touch` : 'Some parts would touch nothing'
  const message = `${what}, so nothing holds them together — close ${closing ? `the ${closing}` : 'all faces'}`
  const nearest = closing ? open.filter((face) => face !== closing) : []
  return problem('RECIPE_LOOSE_PARTS', path, message, nearest, [...open])
}

/** Whether all parts hang together in one heap. */
function isWhole(design: ResolvedDesign): boolean {
  const leader = new Map<PanelId, PanelId>()
  const find = (id: PanelId): PanelId => {
    const above = leader.get(id) ?? id
    if (above === id) return id
    const top = find(above)
    leader.set(id, top)
    return top
  }
  const join = (a: PanelId, b: PanelId): void => void leader.set(find(a), find(b))
  for (const a of design.solid)
    for (const b of design.solid) if (a !== b && b !== opposite(a) && meet(design, a, b)) join(a, b)
  for (const { divider, target } of contactsOf(design)) join(divider.id, target.id)
  for (const divider of design.dividers) {
    // Every sheet of a grid crosses every one of the other axis, so the first stands for all of them.
    const crossed = design.dividers.find(({ inside, axis }) => inside === divider.inside && axis === divider.crossing)
    if (crossed) join(divider.id, crossed.id)
  }
  const parts = [...design.solid, ...design.dividers.map((divider) => divider.id)]
  return new Set(parts.map(find)).size <= 1
}

/** Two lowered walls may pass each other by. */
function meet(design: ResolvedDesign, a: Face, b: Face): boolean {
  const along = thirdAxis(FACE_FRAMES[a].axis, FACE_FRAMES[b].axis)
  return shared(faceBody(design, a)[along], faceBody(design, b)[along]) > 0
}
