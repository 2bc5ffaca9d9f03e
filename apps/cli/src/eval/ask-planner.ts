import { type PartAnswer, planBox, planPart, unreadOf } from '@hewn/agent'
import type { AssemblyRecipe, Claim, Span, Understanding } from '@hewn/model'
import type { EvalCase } from './eval-case.ts'

/** What the planner made of a phrasing: a part, a box, a question, a refusal. */
export type Answer =
  | ({ kind: 'part'; script: string; asks?: string } & Planned)
  | ({ kind: 'box'; recipe: AssemblyRecipe } & Planned)
  | { kind: 'refused'; code: string; message: string; ms: number }

interface Planned {
  claims: Claim[]
  promises: unknown
  /** Where the words are that the answer lists as noted or not read. */
  reported: Span[]
  /** What was not read, and stands against “Done”. */
  unread: string[]
  ms: number
}

/** The words of a case as its family's planner reads them. A planner that throws has failed this case, and no other. */
export function askPlanner(one: EvalCase, words: string, family: string): Answer {
  try {
    return family.startsWith('boxes') ? askForBox(words, one.current) : askForPart(words, one.earlier)
  } catch (thrown) {
    return { kind: 'refused', code: 'THROWN', message: String(thrown), ms: 0 }
  }
}

function askForBox(words: string, current: AssemblyRecipe | undefined): Answer {
  const from = performance.now()
  const plan = planBox(words, current)
  const ms = performance.now() - from
  if (!plan.ok) return { kind: 'refused', code: plan.error.code, message: plan.error.message, ms }
  const { recipe, claims, understanding } = plan.value
  return {
    kind: 'box',
    recipe,
    claims,
    promises: [recipe, claims.map(({ expect }) => expect)],
    ...heardOf(words, understanding),
    ms,
  }
}

function askForPart(words: string, earlier: readonly string[] = []): Answer {
  let current: PartAnswer | undefined
  for (const before of earlier) {
    const plan = planPart(before, current)
    if (!plan.ok)
      return { kind: 'refused', code: plan.error.code, message: `“${before}”: ${plan.error.message}`, ms: 0 }
    current = plan.value
  }
  const from = performance.now()
  const plan = planPart(words, current)
  const ms = performance.now() - from
  if (!plan.ok) return { kind: 'refused', code: plan.error.code, message: plan.error.message, ms }
  const { script, claims, understanding, question } = plan.value
  return {
    kind: 'part',
    script,
    claims,
    promises: [numbersOf(plan.value.plan), claims.map(({ expect }) => expect)],
    ...heardOf(words, understanding),
    ms,
    ...(question ? { asks: question.text } : {}),
  }
}

const heardOf = (words: string, understanding: Understanding): Pick<Planned, 'reported' | 'unread'> => ({
  reported: understanding.spans.filter(({ role }) => role === 'unread' || role === 'noted').map(({ at }) => at),
  unread: unreadOf(words, understanding),
})

/** A plan without the places and texts it came from: what two plans that build the same have in common. */
function numbersOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbersOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !TEXTUAL.has(key))
      .map(([key, inner]) => [key, numbersOf(inner)]),
  )
}
const TEXTUAL: ReadonlySet<string> = new Set([
  'origin',
  'span',
  'spans',
  'at_text',
  'text',
  'say',
  'label',
  'request',
  'words',
])
