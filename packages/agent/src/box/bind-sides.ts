import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import { BOX_SIDES, type BoundLength, type BoxDraft, type BoxSide } from './box-draft.ts'
import type { Link } from './meaning.ts'
import type { Side } from './words.ts'

export interface SidesRead {
  sides: BoxDraft['sides']
  /** Sides that no word named: the order was taken for granted. */
  taken: BoxSide[]
}

/**
 * Decides which number is which side. Named numbers first, then bare ones in the order width, depth, height.
 * `length` turns numbers into millimetres and may refuse.
 */
export function bindSides(
  groups: readonly (readonly Link[])[],
  length: (number: NumberToken) => Result<BoundLength, ErrorBody>,
): Result<SidesRead, ErrorBody> {
  const named = groups.flat().filter((link): link is Link & { side: Side } => link.side !== undefined)
  const axes = axesOf(new Set(named.map(({ side }) => side)))
  if (!axes)
    return fail(
      hewnError(
        'AGENT_CONTRADICTION',
        'A box has three sides: width, depth and height. Four different ones are named.',
        {
          hint: 'Say it as width x depth x height, for example 150x100x80.',
        },
      ),
    )
  const sides: BoxDraft['sides'] = {}
  const words = new Map<BoxSide, string>()
  const taken: BoxSide[] = []
  const place = (side: BoxSide, number: NumberToken): ErrorBody | undefined => {
    const bound = length(number)
    if (!bound.ok) return bound.error
    const before = sides[side]
    if (before && before.value !== bound.value.value)
      return hewnError('AGENT_CONTRADICTION', `The ${side} is said twice: ${words.get(side)} and ${number.text}.`, {
        choices: [`${side} ${words.get(side)}`, `${side} ${number.text}`],
      })
    sides[side] = bound.value
    words.set(side, number.text)
    return undefined
  }

  for (const { number, side } of named) {
    const refused = place(axes[side], number)
    if (refused) return fail(refused)
  }
  for (const group of groups) {
    const bare = group.filter(({ side }) => side === undefined)
    // The same chain said again is no new one.
    if (bare.length === 3 && taken.length === 3 && sameSizes(bare, sides, length)) continue
    for (const { number } of bare) {
      const free = BOX_SIDES.find((side) => !sides[side])
      if (!free) return fail(noPlace(number, sides))
      const refused = place(free, number)
      if (refused) return fail(refused)
      taken.push(free)
    }
  }
  return ok({ sides, taken })
}

/** long and wide are width and depth, a third that is deep is the height; otherwise long is the width. */
function axesOf(named: ReadonlySet<Side>): Record<Side, BoxSide> | undefined {
  if (named.has('length') && named.has('width')) {
    if (named.has('depth') && named.has('height')) return undefined
    return { length: 'width', width: 'depth', depth: 'height', height: 'height' }
  }
  return { length: 'width', width: 'width', depth: 'depth', height: 'height' }
}

function sameSizes(
  links: readonly Link[],
  sides: BoxDraft['sides'],
  length: (number: NumberToken) => Result<BoundLength, ErrorBody>,
) {
  return links.every(({ number }, index) => {
    const read = length(number)
    const side = BOX_SIDES[index]
    return read.ok && side !== undefined && sides[side]?.value === read.value.value
  })
}

function noPlace(number: NumberToken, sides: BoxDraft['sides']): ErrorBody {
  const said = BOX_SIDES.map((side) => sides[side]?.value).join(' × ')
  return hewnError('AGENT_NEEDS_ANSWER', `Width, depth and height are ${said} mm; what is ${number.text}?`, {
    choices: [`${number.text} thick`, `${number.text} compartments`, `leave ${number.text} out`],
  })
}
