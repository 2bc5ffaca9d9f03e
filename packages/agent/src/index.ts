export { createPlanner } from './agent/create-planner.ts'
export type { CurrentPart, PlannedPart, PlannerParts } from './agent/planner-parts.ts'
export { DECIDE, OTHER } from './agent/with-answers.ts'
export { endOnce } from './agent/end-once.ts'
export { heldClaims } from './agent/held-claims.ts'
export { heldOver } from './part/held-over.ts'
export { scoreOf, standsOpen } from './agent/judge-turn.ts'
export { readKind } from './agent/read-kind.ts'
export { unreadOf } from './agent/say-turn.ts'
export { warmPlanner } from './agent/warm-planner.ts'
export { type BoxPlan, planBox } from './box/plan-box.ts'
export { checkContract, waitsFor } from './contract/check-contract.ts'
export { TEMPLATES } from './templates/templates.ts'
export type { PartAnswer } from './part/answer.ts'
export { type PartOptions, planPart, withoutEdges } from './part/plan-part.ts'
export {
  createDesignAnswer,
  DESIGN_BODY_MAX,
  DESIGN_ORDERS,
  type DesignCall,
  type DesignOrder,
  type DesignParts,
  type DesignResponse,
} from './design/create-design-answer.ts'
export type { DesignModel, DesignModelRequest } from './design/design-model.ts'
export { memoryRateLimit, type RateLimit, type RateLimitOptions } from './design/rate-limit.ts'
export type { Assumption, Span, Understanding } from './understanding.ts'
