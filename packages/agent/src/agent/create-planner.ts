import {
  type Agent,
  type AgentError,
  type Answer,
  fail,
  ok,
  type Question,
  type Result,
  type Span,
  type TurnEvent,
  type TurnRequest,
  type Understanding,
  type Verdict,
} from '@hewn/model'
import { checkContract } from '../contract/check-contract.ts'
import { answered } from './ask-facts.ts'
import { heard } from './hear.ts'
import { scoreOf, standsOpen } from './judge-turn.ts'
import { LEAVE_OUT, leaveOutWords, phraseOf, phrasesAround, phrasesOf } from './leave-out.ts'
import { mergeClaims } from './merge-claims.ts'
import { createPlans, kindOf, type Planned, plannedPart, type Plans } from './plan-request.ts'
import type { PlannerParts } from './planner-parts.ts'
import { KIND_QUESTION, needsAnswer, questionOf } from './questions.ts'
import { say, unreadOf } from './say-turn.ts'
import { composed } from './with-answers.ts'

/** The built-in agent: it reads, plans, writes, builds and says what it did. It needs no key and no network. */
export function createPlanner(parts: PlannerParts): Agent {
  return {
    name: 'planner',
    async *turn(said, desk, signal): AsyncGenerator<TurnEvent> {
      const begun = parts.world.now()
      const end = (verdict: Verdict): TurnEvent => ({ type: 'turn-end', verdict })
      yield { type: 'turn-start', agent: 'planner', budget: said.budget }

      yield { type: 'stage-start', stage: 'read' }
      const told = await answered(said, desk)
      if (told !== undefined) {
        yield { type: 'text-add', delta: told }
        yield { type: 'stage-end', stage: 'read' }
        return yield end(signal.aborted ? { state: 'cancelled' } : { state: 'answered' })
      }
      const plan = createPlans(desk, parts)
      const request = await heard(said, plan, parts)
      if (request !== said) yield { type: 'continues-set', request: request.text, answers: request.answers ?? [] }
      const kind = kindOf(request, parts)
      yield { type: 'stage-end', stage: 'read', note: kind === 'ask' ? 'box or part?' : kind }
      if (kind === 'ask') {
        if (!request.mayAsk) return yield end({ state: 'refused', error: needsAnswer(KIND_QUESTION) })
        yield { type: 'question-add', question: KIND_QUESTION }
        return yield end({ state: 'asking', question: KIND_QUESTION, built: false })
      }

      yield { type: 'stage-start', stage: 'plan' }
      const read = await plan(request, kind)
      const planned = read.ok || !request.mayAsk ? read : await drafted(request, kind, read.error, plan)
      const took = parts.world.now() - begun
      yield { type: 'stage-end', stage: 'plan' }
      if (signal.aborted) return yield end({ state: 'cancelled' })
      if (!planned.ok) {
        const question = request.mayAsk ? questionOf(planned.error) : undefined
        if (question === undefined) return yield end({ state: 'refused', error: planned.error })
        yield { type: 'question-add', question }
        return yield end({ state: 'asking', question, built: false })
      }
      const { question, files } = planned.value
      // The places of the words are those of the words before, and not of these.
      const understanding = {
        ...planned.value.understanding,
        spans: request === said ? spansBeside(planned.value, request.text) : [],
        ...(request.design !== null && request.design !== kind ? { anew: true as const } : {}),
      }
      const claims = mergeClaims(planned.value.claims, request.claims, understanding.anew)
      yield { type: 'understanding-set', understanding }
      if (question) yield { type: 'question-add', question }
      yield { type: 'claims-set', claims }

      yield { type: 'stage-start', stage: 'write' }
      for (const { path, text } of files) {
        const written = await desk.files.write(path, text)
        if (!written.ok) return yield end(signal.aborted ? { state: 'cancelled' } : broken(written.error))
      }
      yield { type: 'stage-end', stage: 'write' }
      if (signal.aborted) return yield end({ state: 'cancelled' })

      yield { type: 'stage-start', stage: 'build' }
      let built = await desk.build({ reason: request.text, kind, claims }, signal)
      yield { type: 'stage-end', stage: 'build' }
      if (signal.aborted) return yield end({ state: 'cancelled' })
      const plainer = built.ok ? undefined : withoutEdges(planned.value, built.error, parts)
      if (plainer) {
        // The kernel knows best which radius works: the part is built without it, and stays open (AG36).
        yield { type: 'stage-start', stage: 'repair', note: 'without its rounded edges' }
        for (const { path, text } of plainer.files) await desk.files.write(path, text)
        built = await desk.build({ reason: request.text, kind, claims }, signal)
        yield { type: 'stage-end', stage: 'repair' }
        if (signal.aborted) return yield end({ state: 'cancelled' })
      }
      if (!built.ok) return yield end(broken(built.error))

      yield { type: 'stage-start', stage: 'check' }
      const checked = checkContract(claims, built.value.facts, built.value.left)
      const unread = unreadOf(request.text, understanding)
      const asked = planned.value.passedOver ? { ...request, answers: [] } : request
      const draft = question === undefined ? '' : `${draftOf(question, asked)} `
      const bare = plainer === undefined ? '' : ` ${NOT_ROUNDED}`
      yield { type: 'text-add', delta: draft + say(kind, took, understanding, checked, request.text) + bare }
      yield { type: 'usage-set', usage: { calls: 0, tokensIn: 0, tokensOut: 0, seconds: took / 1000 } }
      yield { type: 'stage-end', stage: 'check', note: scoreOf(checked) }
      if (question) return yield end({ state: 'asking', question, built: true })
      yield end({ state: 'built', open: standsOpen([], plainer === undefined ? unread : [...unread, NOT_ROUNDED]) })
    },
  }
}

/** The words as they were read; a phrase that the draft stands without is not. */
function spansBeside({ understanding: { spans }, question }: Planned, words: string): Understanding['spans'] {
  if (question?.without === undefined) return spans
  const phrase = phraseOf(words, question.without)
  const from = words.indexOf(phrase, question.without[0])
  return [...spans, { at: [from, from + phrase.length] as Span, role: 'unread' as const }].toSorted(
    (a, b) => a.at[0] - b.at[0],
  )
}

/** What stands on screen while its question is open. */
function draftOf({ without }: Question, request: TurnRequest): string {
  if (without === undefined) return 'A draft of the first choice.'
  return `A draft without “${phraseOf(composed(request), without)}”: say it in other words, or leave it out.`
}

const NOT_ROUNDED =
  'The edges could not be rounded or chamfered that much: it is built without. Say a smaller size, such as half of it.'

/** What to build instead, where it was a fillet or a chamfer that the kernel could not make. */
function withoutEdges({ part }: Planned, error: AgentError, parts: PlannerParts): Planned | undefined {
  if (!part || !/fillet|chamfer/i.test(error.message)) return undefined
  const plain = parts.withoutEdges(part)
  return plain && plannedPart(plain)
}

/** What is open, asked; what its first choice would make, or the words without it, is planned as a draft (AG22). */
async function drafted(
  request: TurnRequest,
  kind: 'box' | 'part',
  error: AgentError,
  plan: Plans,
): Promise<Result<Planned, AgentError>> {
  const question = questionOf(error)
  if (!question) return fail(error)
  const { id, at } = question
  const answeredBy = (answer: Omit<Answer, 'question'>) =>
    plan({ ...request, answers: [...(request.answers ?? []), { question: id, ...answer }] }, kind)
  const [first] = question.choices
  if (first) {
    const draft = await answeredBy({ choice: first.id, text: first.text, ...(at === undefined ? {} : { at }) })
    if (draft.ok) return ok({ ...draft.value, question })
  }
  const words = composed(request)
  for (const without of at === undefined ? phrasesOf(words) : phrasesAround(words, at)) {
    const draft = await answeredBy({ choice: LEAVE_OUT, without })
    if (!draft.ok || draft.value.question) continue
    const choices = [...question.choices.slice(0, 3), { id: LEAVE_OUT, text: leaveOutWords(phraseOf(words, without)) }]
    return ok({ ...draft.value, question: { ...question, choices, without } })
  }
  return fail(error)
}

const broken = (error: AgentError): Verdict => ({ state: 'failed', error })
