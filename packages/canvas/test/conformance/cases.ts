import type { Case } from './case.ts'
import { CASES_OF_ACTIONS } from './cases-of-actions.ts'
import { CASES_OF_MANY } from './cases-of-many.ts'
import { CASES_OF_SESSIONS } from './cases-of-sessions.ts'
import { CASES_OF_THE_WIRE } from './cases-of-the-wire.ts'

/** K1 to K52, in order (canvas.md §12). */
export const CASES: Case[] = [
  ...CASES_OF_ACTIONS,
  ...CASES_OF_SESSIONS,
  ...CASES_OF_THE_WIRE,
  ...CASES_OF_MANY,
].toSorted((a, b) => numberOf(a) - numberOf(b))

function numberOf({ name }: Case): number {
  return Number(name.slice(1))
}
