import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { Assumption } from '../understanding.ts'
import { bindSides } from './bind-sides.ts'
import { BOX_SIDES, type BoxDraft } from './box-draft.ts'
import type { ReadLength } from './box-lengths.ts'
import type { Link, Phrase } from './meaning.ts'
import { ofKind } from './of-kind.ts'

/** How large a box is, as it is told by its sides, as a cube, or by the place it drops into. */
export function bindOutside(
  phrases: readonly Phrase[],
  length: ReadLength,
): Result<{ sides: BoxDraft['sides']; cube: boolean; assumed: Assumption[] }, ErrorBody> {
  const assumed: Assumption[] = []
  const all = ofKind(phrases)
  const cube = bindCube(
    all('cube').map(({ number }) => number),
    phrases,
  )
  if (!cube.ok) return cube
  const groups: Link[][] = [
    ...all('size').map(({ links }) => links),
    ...cube.value,
    ...all('drops-into').map(({ links }) => links),
  ]
  const sides = bindSides(groups, length)
  if (!sides.ok) return sides
  const told = sides.value.sides
  const places = new Set(all('drops-into').flatMap(({ links }) => links.map(({ number }) => number.at[0])))
  for (const side of BOX_SIDES) {
    const said = told[side]
    if (said?.origin.from !== 'said' || !places.has(said.origin.span[0])) continue
    told[side] = {
      value: said.value - DROP,
      origin: { from: 'derived', formula: `${said.value} - ${DROP}`, span: said.origin.span },
    }
  }
  if (places.size > 0)
    assumed.push({ name: 'play', text: `${DROP} mm smaller than where it goes`, why: 'it has to drop in and come out' })
  if (sides.value.taken.length > 0 && cube.value.length === 0)
    assumed.push({
      name: 'sides',
      text: `${sides.value.taken.map((side) => `${told[side]?.value}`).join(' × ')} read as ${sides.value.taken.join(' × ')}`,
      why: 'no word says which is which',
    })
  return ok({ sides: told, cube: cube.value.length > 0, assumed })
}

/** How much less than the place it drops into a box is, in all. */
const DROP = 2

function bindCube(numbers: readonly NumberToken[], phrases: readonly Phrase[]): Result<Link[][], ErrorBody> {
  const [side, ...more] = numbers
  if (!side) return ok([])
  const other = more.find((number) => number.value !== side.value) ?? phrases.find(({ kind }) => kind === 'size')
  if (other)
    return fail(hewnError('AGENT_CONTRADICTION', `A cube has one size, and besides ${side.text} there is another.`))
  return ok([[{ number: side }, { number: side }, { number: side }]])
}
