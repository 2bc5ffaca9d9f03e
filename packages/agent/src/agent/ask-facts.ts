import type { Desk, TurnRequest } from '@hewn/model'
import { asksOnly } from '../read/asks-only.ts'
import { courtesy } from './courtesy.ts'
import { answerFromFacts } from './facts-answer.ts'

/** What orders nothing, and a question about the design there is, answered from what was measured on it. */
export async function answered(
  { text, design, answers, history }: TurnRequest,
  desk: Desk,
): Promise<string | undefined> {
  if (answers !== undefined) return undefined
  const polite = courtesy(text)
  if (polite !== undefined || design === null) return polite
  const facts = await desk.measure({})
  const before = history.map(({ request }) => request)
  return (facts.ok ? answerFromFacts(text, facts.value, before) : undefined) ?? (asksOnly(text) ? NO_ANSWER : undefined)
}

const NO_ANSWER =
  'That is not known here. What is: how heavy it is in PLA or another material, how large, its volume and surface, how many holes it has.'
