import type { AssemblyRecipe, Axis, Face, Lid } from '@hewn/model'
import { FACE_FRAMES, FACES, faceAt } from '../frame.ts'

const TABS_OUT = 0
const TABS_IN = 7

/** Who carries the tabs where two faces meet: one number per face decides every corner (BX10). */
export function ranksOf(axis: Axis, lids: readonly Lid[]): Readonly<Record<Face, number>> {
  const ranks = Object.fromEntries(FACES.map((face) => [face, FACE_FRAMES[face].wallRank])) as Record<Face, number>
  for (const high of [true, false]) {
    const lid = lids.find((candidate) => (candidate.face === 'positive') === high)
    ranks[faceAt(axis, high)] = lid?.tabDirection === 'tabs-in' ? TABS_IN : TABS_OUT
  }
  return ranks
}

export const lidsOf = (recipe: AssemblyRecipe): readonly Lid[] =>
  recipe.lid === undefined ? [] : Array.isArray(recipe.lid) ? recipe.lid : [recipe.lid]

export const lidFace = (axis: Axis, lid: Lid): Face => faceAt(axis, lid.face === 'positive')
