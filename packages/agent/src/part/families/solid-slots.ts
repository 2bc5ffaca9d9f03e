import type { Form, Settling } from '../kinds.ts'

// What the simple solids are told by.

export const DIAMETER = { label: 'Diameter', accepts: 'diameter outer radius*2 outer-radius*2', say: '# diameter' }

export const HEIGHT = { label: 'Height', accepts: 'height length overall thickness depth', say: '# high' }

export const need = (sizes: Settling, slot: string, choices: string[]): void => {
  // `a pyramid on top`: as wide as what it stands on.
  const under = sizes.body && !sizes.has(slot) ? sizes.body.evaluate(sizes.body.form.size[0]) : undefined
  if (under !== undefined) sizes.assume(slot, under, 'as wide as what it stands on')
  if (!sizes.has(slot)) sizes.refuse('AGENT_NEEDS_ANSWER', `How large should the ${sizes.noun} be?`, choices)
}

/** Level sections of what is told by how wide it is at each height. */
export const narrowing = (
  across: (z: string) => string,
  { area, widest = '0', round }: { area: (across: string) => string; widest?: string; round?: boolean },
): Form['section'] => ({ area: (z) => area(across(z)), widest, ...(round ? { across } : {}) })

/** A ball, so far cut that its lowest point is under the floor: what is `up` above that is a circle. */
export const ballSection = (diameter: string, under: string, widest: string): Form['section'] => ({
  area: (z) => `pi * (${z} + ${under}) * (${diameter} - ${under} - ${z})`,
  widest,
})
