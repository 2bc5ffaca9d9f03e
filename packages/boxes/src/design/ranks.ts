import type { AssemblyRecipe, Axis, Face, Lid } from '@hewn/model'
import { eachFace, FACE_FRAMES, faceAt } from '../frame.ts'

const TABS_OUT = 0
const TABS_IN = 7
const LIFTED_OFF = 8
const UNDER_FEET = -1

interface OpeningFaces {
  /** Lids that are lifted off. */
  lifted: readonly Face[]
  /** Walls that a sliding lid leaves through. */
  exits: readonly Face[]
  /** Whether the box stands on feet. */
  feet: boolean
}

/** Who carries the tabs where two faces meet: one number per face decides every corner (BX10). */
export function ranksOf(axis: Axis, lids: readonly Lid[], opening: OpeningFaces): Readonly<Record<Face, number>> {
  const ranks = eachFace((face) => FACE_FRAMES[face].wallRank)
  for (const high of [true, false]) {
    const lid = lids.find((candidate) => (candidate.face === 'positive') === high)
    ranks[faceAt(axis, high)] = lid?.tabDirection === 'tabs-in' ? TABS_IN : TABS_OUT
  }
  // Two lids may leave through neighbouring walls, so their ranks differ too.
  for (const face of opening.exits) ranks[face] = 0.5 + FACE_FRAMES[face].wallRank / 100
  if (opening.feet) ranks.bottom = UNDER_FEET
  for (const face of opening.lifted) ranks[face] = LIFTED_OFF
  return ranks
}

export const lidsOf = (recipe: AssemblyRecipe): readonly Lid[] =>
  recipe.lid === undefined ? [] : Array.isArray(recipe.lid) ? recipe.lid : [recipe.lid]

export const lidPath = (recipe: AssemblyRecipe, index: number): string =>
  Array.isArray(recipe.lid) ? `lid.${index}` : 'lid'

export const lidFace = (axis: Axis, lid: Lid): Face => faceAt(axis, lid.face === 'positive')
