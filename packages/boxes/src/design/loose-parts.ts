import type { Face } from '@hewn/model'
import { FACE_FRAMES, FACES, opposite, shared, thirdAxis } from '../frame.ts'
import { contactsOf } from '../joints/contacts.ts'
import type { RecipeProblem } from '../recipe/recipe-problem.ts'
import type { PanelId, ResolvedDesign } from './resolved-design.ts'
import { faceBody } from './shell-blocks.ts'

/** Parts that touch nothing would lie beside the box (BX41). One face alone is a plate, and fine. */
export function looseParts(design: ResolvedDesign): RecipeProblem | undefined {
  const path = 'openFaces'
  const { open, solid } = design
  if (solid.length === 0) {
    const nearest = open.filter((face) => face !== 'bottom')
    const message = 'All six faces are open, so nothing holds together — close one, for example the bottom'
    return { code: 'RECIPE_LOOSE_PARTS', path, message, got: [...open], nearest }
  }
  const groups = groupsOf(design)
  if (groups <= 1) return undefined
  const closing = open.find((face) => groupsOf({ ...design, solid: [...solid, face] }) <= 1)
  const what = design.dividers.length === 0 ? `${solid.join(' and ')} do not touch` : 'Some parts would touch nothing'
  const message = `${what}, so nothing holds them together${closing ? ` — close the ${closing}` : ''}`
  const nearest = closing && { nearest: open.filter((face) => face !== closing) }
  return { code: 'RECIPE_LOOSE_PARTS', path, message, got: [...open], ...nearest }
}

/** How many heaps the parts would fall into. */
function groupsOf(design: ResolvedDesign): number {
  const leader = new Map<PanelId, PanelId>()
  const find = (id: PanelId): PanelId => {
    const above = leader.get(id) ?? id
    if (above === id) return id
    const top = find(above)
    leader.set(id, top)
    return top
  }
  const join = (a: PanelId, b: PanelId): void => void leader.set(find(a), find(b))
  const isSolid = (face: Face): boolean => design.solid.includes(face)
  for (const a of design.solid)
    for (const b of design.solid) if (a !== b && b !== opposite(a) && meet(design, a, b)) join(a, b)
  const touching = new Set(contactsOf(design).map(({ divider, target }) => `${divider.id}|${target.id}`))
  for (const divider of design.dividers) {
    for (const face of FACES) {
      const side = divider.inside.sides[face] ?? (isSolid(face) && isOutermost(divider.inside, face) ? face : undefined)
      const beside = face !== DIVIDED[divider.axis][0] && face !== DIVIDED[divider.axis][1]
      if (side && beside && (side !== divider.inside.sides[face] || touching.has(`${divider.id}|${side}`)))
        join(divider.id, side)
    }
    // Every sheet of a grid crosses every one of the other axis, so the first stands for all of them.
    const crossed = design.dividers.find(({ inside, axis }) => inside === divider.inside && axis === divider.crossing)
    if (crossed) join(divider.id, crossed.id)
  }
  const parts = [...design.solid, ...design.dividers.map((divider) => divider.id)]
  return new Set(parts.map(find)).size
}

/** Two lowered walls may pass each other by. */
function meet(design: ResolvedDesign, a: Face, b: Face): boolean {
  const along = thirdAxis(FACE_FRAMES[a].axis, FACE_FRAMES[b].axis)
  return shared(faceBody(design, a)[along], faceBody(design, b)[along]) > 0
}

const DIVIDED = { x: ['left', 'right'], y: ['bottom', 'top'], z: ['back', 'front'] } as const

/** True where a void reaches an open face of the box, so that closing that face would hold it. */
const isOutermost = (space: ResolvedDesign['root'], face: Face): boolean => space.sides[face] === undefined
