import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import { type Settled, settleUnits } from '../read/settle-units.ts'
import type { NumberToken, Token } from '../read/tokens.ts'
import { isLength, toMm } from '../read/units.ts'
import type { Assumption } from '../understanding.ts'
import type { BoundLength } from './box-draft.ts'

/** Reads a number of the words as a length in millimetres. */
export type ReadLength = (number: NumberToken) => Result<BoundLength, ErrorBody>

/** The numbers of a request as lengths, and which unit those were taken to have that had none. */
export function boxLengths(tokens: readonly Token[]): { length: ReadLength; unitsTaken: () => Assumption[] } {
  const units = settleUnits(tokens)
  const used = new Set<Settled['from']>()
  const length: ReadLength = (number) => {
    const settled = units.get(number)
    if (!settled || (number.unit !== undefined && !isLength(number.unit)))
      return fail(
        hewnError('AGENT_NOT_UNDERSTOOD', `“${number.text}” is not a length.`, {
          hint: 'Sizes are millimetres, cm or inches.',
        }),
      )
    if (number.value < 0)
      return fail(
        hewnError('RECIPE_NUMBER', `A size of ${number.text} cannot be: lengths are more than 0 mm.`, {
          hint: 'Leave out the minus.',
        }),
      )
    used.add(settled.from)
    const { about, bound, tolerance } = number
    return ok({
      value: toMm(number.value, settled.unit),
      origin: { from: 'said', span: number.at },
      ...(about ? { about } : {}),
      ...(bound ? { bound } : {}),
      ...(tolerance === undefined ? {} : { tolerance: toMm(tolerance, settled.unit) }),
    })
  }
  const unitsTaken = (): Assumption[] => {
    const [first] = units.values()
    if (used.has('assumed')) return [{ name: 'units', text: 'sizes in millimetres', why: 'no unit was said' }]
    if (!used.has('only') || !first || first.unit === 'mm') return []
    return [{ name: 'units', text: `sizes without a unit in ${first.unit}`, why: 'it is the only unit that was said' }]
  }
  return { length, unitsTaken }
}
