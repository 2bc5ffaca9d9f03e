import type { Settling } from '../kinds.ts'

// What the simple solids are told by.

export const DIAMETER = { label: 'Diameter', accepts: 'diameter outer radius*2 outer-radius*2', say: '# diameter' }

export const HEIGHT = { label: 'Height', accepts: 'height length overall thickness depth', say: '# high' }

export const need = (sizes: Settling, slot: string, choices: string[]): void => {
  // `a pyramid on top`: as wide as what it stands on.
  const under = sizes.body && !sizes.has(slot) ? sizes.body.evaluate(sizes.body.form.size[0]) : undefined
  if (under !== undefined) sizes.assume(slot, under, 'as wide as what it stands on')
  if (!sizes.has(slot)) sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, choices)
}
