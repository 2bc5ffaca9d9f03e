import { type AssemblyRecipe, type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import type { Span } from '../understanding.ts'
import type { BoundLength, BoxDraft, BoxSide } from './box-draft.ts'
import type { Phrase, RatioMeaning } from './meaning.ts'
import { ask } from './refuse-reading.ts'
import type { Side } from './words.ts'

interface Binding {
  ratios: readonly (Phrase & RatioMeaning)[]
  draft: BoxDraft
  /** What no phrase took: the one number of `square tray 200 mm` is both sides. */
  spare: NumberToken[]
  current: AssemblyRecipe | undefined
  length(number: NumberToken): Result<BoundLength, ErrorBody>
  spanOf(phrase: Phrase): Span
}

/** Sides that the words tell by another side: *square*, *twice as deep as wide*. */
export function bindRatios(binding: Binding): Result<undefined, ErrorBody> {
  for (const ratio of binding.ratios) {
    const refused = ratio.either ? bindSquare(ratio, binding) : bindRatio(ratio, binding)
    if (refused) return fail(refused)
  }
  return ok(undefined)
}

export const axisOf = (side: Side): BoxSide => (side === 'length' ? 'width' : side)

function bindRatio(ratio: Phrase & RatioMeaning, { draft, current, spanOf }: Binding): ErrorBody | undefined {
  const [side, of] = [axisOf(ratio.side), axisOf(ratio.of)]
  const from = draft.sides[of]?.value ?? current?.[of]
  return from === undefined
    ? undefined
    : derive(draft, side, from * ratio.factor, `${ratio.factor} × ${of}`, spanOf(ratio))
}

function bindSquare(ratio: Phrase & RatioMeaning, binding: Binding): ErrorBody | undefined {
  const { draft, spare, current, length, spanOf } = binding
  const { width, depth } = draft.sides
  if (width || depth)
    return derive(draft, width ? 'depth' : 'width', (width ?? depth)?.value ?? 0, 'square', spanOf(ratio))
  const [number, ...more] = spare
  if (number && more.length === 0) {
    const both = length(number)
    if (!both.ok) return both.error
    if (both.value.value <= THICKEST) return undefined
    spare.length = 0
    Object.assign(draft.sides, { width: both.value, depth: both.value })
    return undefined
  }
  if (!current || current.width === current.depth) return undefined
  return ask(
    `The box is ${current.width} mm wide and ${current.depth} mm deep. How large should the square be?`,
    [current.width, current.depth].map((size) => `${size} wide and ${size} deep`),
  )
}

/** No sheet is thicker; a shorter number is no side of a square box. */
const THICKEST = 25

function derive(draft: BoxDraft, side: BoxSide, value: number, formula: string, span: Span): ErrorBody | undefined {
  const said = draft.sides[side]
  if (!said) draft.sides[side] = { value, origin: { from: 'derived', formula, span } }
  if (!said || Math.abs(said.value - value) < 1e-6) return undefined
  return hewnError(
    'AGENT_CONTRADICTION',
    `The ${side} is said to be ${said.value} mm, and by the words about another side (${formula}) it is ${value} mm.`,
    { choices: [`${side} ${said.value}`, `${side} ${value}`] },
  )
}
