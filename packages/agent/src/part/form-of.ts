import type { PartBody } from '@hewn/model'
import { keptOf } from './features/portion.ts'
import { evaluate } from './formula.ts'
import type { Family, Form } from './kinds.ts'

/** The form of a body of a plan, of which a part may be all that is kept. */
export function formOf(body: PartBody, family: Family, values: Readonly<Record<string, number>>): Form {
  const form = family.form(body.sizes, (flag) => body.flags.includes(flag), body.parts)
  return keptOf(form, body.features, (formula) => evaluate(formula, values))
}
