import { powered } from '../families/round.ts'
import type { Placed } from '../kinds.ts'

/** The chamfered rims of an opening, and what they take: `grown` is its outline, so much larger all round; sharp `corners` grow more. */
export function rims(
  { sizes, has, cut, through, count }: Placed,
  { grown, perimeter, corners = 'pi' }: { grown: (by: string) => string; perimeter: string; corners?: string },
): { lines: string[]; volume: string } {
  const { rim } = sizes
  if (!rim) return { lines: [], volume: '' }
  const outline = grown(rim)
  const lines = [
    ...(has('rim-bottom') ? cut(`Pos(0, 0, -${through}) * extrude(${outline}, ${rim}, taper=45)`) : []),
    ...(has('rim-top') || !has('rim-bottom') ? cut(`extrude(${outline}, -${rim}, taper=45)`) : []),
  ]
  const sides = has('rim-bottom') && has('rim-top') ? '2 * ' : ''
  return { lines, volume: ` - ${count} * ${sides}(${perimeter} * ${powered(rim)} / 2 + ${corners} * ${rim}**3 / 3)` }
}
