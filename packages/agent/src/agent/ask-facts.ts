import type { Desk, TurnRequest } from '@hewn/model'
import { courtesy } from './courtesy.ts'
import { answerFromFacts } from './facts-answer.ts'

/** What orders nothing, and a question about the design there is, answered from what was measured on it. */
export async function answered({ text, design, answers }: TurnRequest, desk: Desk): Promise<string | undefined> {
  if (answers !== undefined) return undefined
  const polite = courtesy(text)
  if (polite !== undefined || design === null) return polite
  const facts = await desk.measure({})
  return (facts.ok ? answerFromFacts(text, facts.value) : undefined) ?? (ASKS.test(text.trim()) ? NO_ANSWER : undefined)
}

/** Asked about what there is, and no order: `will it fit on a 600 by 300 sheet?` */
const ASKS =
  /^(?:how (?:much|many|long|strong|do|does)|will|does|is (?:it|this|that|the)|are|why|where|which|what(?:'s| is| are| will))\b(?!.*\b(?:make|build|draw|give)\b).*\?$/i

const NO_ANSWER =
  'That is not known here. What is: how heavy it is in PLA or another material, how large, its volume and surface, how many holes it has.'
