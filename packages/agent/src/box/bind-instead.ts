import { type AssemblyRecipe, type ErrorBody, hewnError, type Result } from '@hewn/model'
import type { NumberToken } from '../read/tokens.ts'
import { BOX_SIDES, type BoundLength, type BoxDraft } from './box-draft.ts'
import { STANDARD_THICKNESS } from './box-recipe.ts'
import { ask } from './refuse-reading.ts'

interface Replacing {
  /** The size that is to go. */
  old: NumberToken
  /** What no phrase took; emptied where it is the size that is to come. */
  spare: NumberToken[]
  draft: BoxDraft
  current: AssemblyRecipe | undefined
  length(number: NumberToken): Result<BoundLength, ErrorBody>
}

/** `200 wide instead of 150`, `120 instead of 100`: the old size has to be one there is. */
export function bindInstead({ old, spare, draft, current, length }: Replacing): ErrorBody | undefined {
  const before = length(old)
  if (!before.ok) return before.error
  const sheet = current?.material?.thickness ?? STANDARD_THICKNESS
  const [only, second] = spare
  const alike = BOX_SIDES.filter((one) => current?.[one] === before.value.value)
  if (current && only && !second && Object.keys(draft.sides).length === 0 && !draft.thickness) {
    // `120 instead of 100`: the one size that is 100.
    const [one, ...others] = alike
    if (one && others.length > 0)
      return ask(
        `The ${alike.join(' and the ')} are ${old.text}. Which one is meant?`,
        alike.map((name) => `${name} ${only.text}`),
      )
    const now = length(only)
    if (!now.ok) return now.error
    if (one) draft.sides[one] = now.value
    else if (before.value.value === sheet) draft.thickness = now.value
    if (one || draft.thickness) spare.length = 0
  }
  const [side, ...more] = BOX_SIDES.filter((one) => draft.sides[one])
  const there =
    side === undefined && draft.thickness ? sheet : current && side && more.length === 0 ? current[side] : undefined
  if (there === before.value.value) return undefined
  return hewnError(
    'AGENT_CONTRADICTION',
    `“${old.text}” is to be replaced, and ${there === undefined ? 'it is not clear where it stands' : `the ${side ?? 'sheet'} is ${there} mm`}.`,
  )
}
