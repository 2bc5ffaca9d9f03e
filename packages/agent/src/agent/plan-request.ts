import { parseRecipe } from '@hewn/boxes'
import {
  type AgentError,
  type AssemblyRecipe,
  type Claim,
  type Desk,
  fail,
  hewnError,
  ok,
  type Question,
  type Result,
  type TurnRequest,
  type Understanding,
} from '@hewn/model'
import { aboutContents } from '../box/about-contents.ts'
import { planIn } from '../part/plan-in.ts'
import { setByName, settable } from '../part/set-by-name.ts'
import { heldClaims } from './held-claims.ts'
import { notesOf } from './notes-of.ts'
import type { CurrentPart, PlannedPart, PlannerParts } from './planner-parts.ts'
import { KIND_QUESTION } from './questions.ts'
import { standsAlone } from './read-kind.ts'
import { passedOver } from './passed-over.ts'
import { assumedAnswers, DECIDE, decided, firstRead } from './with-answers.ts'

const RECIPE = 'box.json'

const SCRIPT = 'model.py'

const PLAN = 'plan.json'

/** What both kinds of design are once planned. */
export interface Planned {
  kind: 'box' | 'part'
  files: { path: string; text: string }[]
  claims: Claim[]
  understanding: Understanding
  question?: Question
  /** What was said changed the draft, and left its question open. */
  passedOver?: true
  part?: CurrentPart
}

export type Plans = (request: TurnRequest, kind: 'box' | 'part') => Promise<Result<Planned, AgentError>>

/** What the words are to become: what the caller says, then what was answered, then what the words say (AG49). */
export function kindOf(request: TurnRequest, parts: PlannerParts): 'box' | 'part' | 'ask' {
  if (request.kind !== 'auto') return request.kind
  const choice = request.answers?.find(({ question }) => question === KIND_QUESTION.id)?.choice
  if (choice === 'box' || choice === 'part') return choice
  if (choice === DECIDE) return 'box'
  return parts.readKind(request.text, request.design ?? undefined)
}

/** Plans requests; each is planned once, however often it is asked what it comes to. */
export function createPlans(desk: Desk, parts: PlannerParts): Plans {
  const made = new Map<TurnRequest, Promise<Result<Planned, AgentError>>>()
  return (request, kind) => {
    const planned = made.get(request) ?? (kind === 'box' ? planBox : planPart)(request, desk, parts)
    made.set(request, planned)
    return planned
  }
}

async function planBox(request: TurnRequest, desk: Desk, parts: PlannerParts): Promise<Result<Planned, AgentError>> {
  const file = request.design === 'box' ? await desk.files.read(RECIPE) : undefined
  const current = file?.ok ? recipeIn(file.value) : undefined
  // Where it is divided already, rows are those of its compartments.
  const whole = current !== undefined && current.subdivisions === undefined
  const planned = firstRead(request, (words) => {
    const told = whole ? aboutContents(words, request.claims) : words
    const read = parts.planBox(told, current)
    if (told === words || !read.ok) return read
    // The places of the words are those of the words that were said.
    const spans = [{ at: [0, words.length] as [number, number], role: 'used' as const, as: 'contents' }]
    return ok({ ...read.value, understanding: { ...read.value.understanding, spans } })
  })
  if (!planned.ok) return planned
  const { recipe, claims, understanding } = planned.value
  return ok({
    kind: 'box',
    files: [{ path: RECIPE, text: `${JSON.stringify(recipe, null, 2)}\n` }],
    claims,
    understanding: assumedAnswers(request, understanding),
  })
}

async function planPart(request: TurnRequest, desk: Desk, parts: PlannerParts): Promise<Result<Planned, AgentError>> {
  const there = request.design === 'part' ? await currentPart(request, desk) : undefined
  const changed = there && there.plan === undefined ? changedByName(request, there.script) : undefined
  if (changed) return changed
  const current = there?.plan === undefined ? undefined : there
  const notes = await desk.files.read('notes.md')
  const options = {
    mayAsk: request.mayAsk && !decided(request),
    ...(notes.ok ? { notes: notesOf(notes.value) } : {}),
  }
  const plan = (words: string, over = current) => parts.planPart(words, over, options)
  const passed = passedOver(request, plan)
  const planned = passed ? ok(passed.part) : firstRead(request, (words) => plan(words))
  if (!planned.ok) return planned
  const { question } = request
  return ok({
    ...plannedPart(planned.value),
    understanding: assumedAnswers(request, planned.value.understanding),
    ...(passed?.open && question ? { question, passedOver: true as const } : {}),
  })
}

export function plannedPart({ plan, script, claims, understanding, question }: PlannedPart): Planned {
  return {
    kind: 'part',
    files: [
      { path: PLAN, text: `${JSON.stringify(plan, null, 2)}\n` },
      { path: SCRIPT, text: script },
    ],
    claims,
    understanding,
    part: { plan, script, claims },
    ...(question === undefined ? {} : { question }),
  }
}

async function currentPart({ claims }: TurnRequest, desk: Desk): Promise<CurrentPart | undefined> {
  const [plan, script] = [await desk.files.read(PLAN), await desk.files.read(SCRIPT)]
  if (!script.ok) return undefined
  return { plan: plan.ok ? planIn(jsonIn(plan.value)) : undefined, script: script.value, claims }
}

/** Of a script that nobody planned words can set the parameters; whoever names another thing gets that (AG39). */
function changedByName({ text, claims }: TurnRequest, script: string): Result<Planned, AgentError> | undefined {
  const anotherThing = standsAlone(text) && !ABOUT_IT.test(text)
  const set = setByName(text, script, !anotherThing)
  if (set === undefined) {
    const names = settable(script)
    return anotherThing
      ? undefined
      : fail(
          hewnError(
            'AGENT_PLAN_STALE',
            `This part was written as a script, so words can only set its parameters${names.length > 0 ? `: ${names.join(', ')}` : ', and it has none'}.`,
            { hint: 'Say, for example, “diameter 50”, change the code, or describe another part.' },
          ),
        )
  }
  if (!set.ok) return set
  return ok({
    kind: 'part',
    files: [{ path: SCRIPT, text: set.value.script }],
    claims: heldClaims(claims),
    understanding: { kind: 'part', language: 'en', say: set.value.say, spans: [], assumed: [] },
  })
}

const ABOUT_IT = /\b(?:it|this|that|them|the)\b|^\W*(?:add|remove|with|without|drill|cut|fillet|chamfer|round|move)\b/i

function recipeIn(text: string): AssemblyRecipe | undefined {
  const parsed = parseRecipe(jsonIn(text))
  return parsed.ok ? parsed.value : undefined
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
