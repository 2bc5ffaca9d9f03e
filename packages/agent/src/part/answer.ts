import {
  type AgentError,
  type Claim,
  fail,
  hewnError,
  ok,
  type PartPlan,
  type Question,
  type Result,
  type Understanding,
} from '@hewn/model'
import { partClaims } from './part-claims.ts'
import { printScript } from './print-script.ts'
import type { Atom } from './read/atoms.ts'
import { realise } from './realise.ts'
import { type Reading, understand } from './understand.ts'

export interface PartAnswer {
  plan: PartPlan
  script: string
  claims: Claim[]
  understanding: Understanding
  /** Present: what was built is the draft of its first choice. */
  question?: Question
}
const LARGEST = 1e6
const MANY = 1000
const TURN = 360
/** How something lies; what is twisted may go round more than once. */
const LIES = /^(?:Turned by|First of the circle at|Start angle)/

interface Said extends Reading {
  /** Claims of the part there was: those of a person stay. */
  before?: readonly Claim[]
}

/** Tries a plan, and prints what it comes to. */
export function answer(
  plan: PartPlan,
  atoms: readonly Atom[],
  { before = [], ...reading }: Said = {},
): Result<PartAnswer, AgentError> {
  const vast = plan.names.find(({ value, unit }) => unit === 'mm' && Math.abs(value) > LARGEST)
  if (vast)
    return fail(
      hewnError(
        'AGENT_IMPOSSIBLE',
        `${vast.label} of ${vast.value} mm is more than a kilometre, the most that is made here.`,
      ),
    )
  const many = Math.max(
    plan.bodies.length,
    ...plan.names.flatMap(({ value, unit }) => (unit === 'count' ? [value] : [])),
  )
  if (many > MANY)
    return fail(hewnError('AGENT_IMPOSSIBLE', `${many} of something is more than ${MANY}, the most that is made here.`))
  const around = plan.names.find(
    ({ value, unit, label }) => unit === 'deg' && Math.abs(value) > TURN && LIES.test(label),
  )
  if (around)
    return fail(
      hewnError(
        'AGENT_IMPOSSIBLE',
        `${around.label} ${around.value}° is more than a whole turn of ${TURN}°; ${around.value % TURN}° lies the same.`,
      ),
    )
  const realised = realise(plan)
  if (realised.problem) return fail(realised.problem)
  const kept = before.filter(({ from, dropped, pinned }) => from === 'user' || from === 'model' || dropped || pinned)
  const fresh = partClaims(plan, realised).filter(({ id }) => !kept.some((one) => one.id === id))
  return ok({
    plan,
    script: printScript(plan, realised),
    claims: [...fresh, ...kept],
    understanding: understand(plan, atoms, reading),
  })
}
