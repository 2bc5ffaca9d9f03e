/** The four edges of what is flat, seen from above, and its corners. */
export const SIDES = ['right', 'back', 'left', 'front'] as const
export type Side = (typeof SIDES)[number]
export type Corner = `${Side}+${Side}`
/** In the order that `one`, `two opposite` and `three` of them take. */
export const CORNERS: readonly Corner[] = ['front+left', 'back+right', 'back+left', 'front+right']

/** Which sides, and which corners, the flags of a feature name. */
export const sidesIn = (flags: readonly string[]): Side[] => SIDES.filter((side) => flags.includes(`at-${side}`))
export const cornersIn = (flags: readonly string[]): Corner[] =>
  CORNERS.filter((corner) => flags.includes(`at-${corner}`))
