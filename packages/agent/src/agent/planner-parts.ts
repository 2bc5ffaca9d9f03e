import type { AgentError, AssemblyRecipe, Claim, Question, Result, Understanding, World } from '@hewn/model'
import type { BoxPlan } from '../box/plan-box.ts'

/** A part, as the planner has it on its desk. The plan is the planner's own, and passed on as it is. */
export interface CurrentPart {
  plan: unknown
  script: string
  claims: Claim[]
}

export interface PlannedPart {
  plan: unknown
  script: string
  claims: Claim[]
  understanding: Understanding
  /** What to ask; the plan is then that of the first choice. */
  question?: Question
}

export interface PlannerParts {
  world: Pick<World, 'now'>
  planBox(words: string, current?: AssemblyRecipe): Result<BoxPlan, AgentError>
  planPart(
    words: string,
    current?: CurrentPart,
    options?: { mayAsk?: boolean; notes?: Record<string, string> },
  ): Result<PlannedPart, AgentError>
  readKind(words: string, current?: 'box' | 'part'): 'box' | 'part' | 'ask'
  /** The same part without its fillets and chamfers, where it has any (AG36). */
  withoutEdges(part: CurrentPart): PlannedPart | undefined
}
