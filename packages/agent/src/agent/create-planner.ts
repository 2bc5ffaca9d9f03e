import {
  type Agent,
  type AgentError,
  type Answer,
  type AssemblyRecipe,
  type Claim,
  type Desk,
  fail,
  hewnError,
  ok,
  type Question,
  type Result,
  type TurnEvent,
  type TurnRequest,
  type Understanding,
  type Verdict,
  type World,
} from '@hewn/model'
import { parseRecipe } from '@hewn/boxes'
import type { BoxPlan } from '../box/plan-box.ts'
import { checkContract } from '../contract/check-contract.ts'
import { planIn } from '../part/plan-in.ts'
import { setByName, settable } from '../part/set-by-name.ts'
import { courtesy } from './courtesy.ts'
import { answerFromFacts } from './facts-answer.ts'
import { scoreOf, standsOpen } from './judge-turn.ts'
import { heldClaims } from './held-claims.ts'
import { mergeClaims } from './merge-claims.ts'
import { notesOf } from './notes-of.ts'
import { speaksOfWhatIs, standsAlone } from './read-kind.ts'

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

const RECIPE = 'box.json'
const SCRIPT = 'model.py'
const PLAN = 'plan.json'

/** What both kinds of design are once planned. */
interface Planned {
  kind: 'box' | 'part'
  files: { path: string; text: string }[]
  claims: Claim[]
  understanding: Understanding
  question?: Question
  part?: CurrentPart
}

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
      const request = await heard(said, desk, parts)
      if (request !== said) yield { type: 'continues-set', request: request.text, answers: request.answers ?? [] }
      const kind = kindOf(request, parts)
      yield { type: 'stage-end', stage: 'read', note: kind === 'ask' ? 'box or part?' : kind }
      if (kind === 'ask') {
        if (!request.mayAsk) return yield end({ state: 'refused', error: needsAnswer(KIND_QUESTION) })
        yield { type: 'question-add', question: KIND_QUESTION }
        return yield end({ state: 'asking', question: KIND_QUESTION, built: false })
      }

      yield { type: 'stage-start', stage: 'plan' }
      const plan = kind === 'box' ? planBox : planPart
      const read = await plan(request, desk, parts)
      const planned = read.ok || !request.mayAsk ? read : await drafted(request, read.error, plan, desk, parts)
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
        ...(request === said ? {} : { spans: [] }),
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
      const draft = question === undefined ? '' : 'A draft of the first choice. '
      const bare = plainer === undefined ? '' : ` ${NOT_ROUNDED}`
      yield { type: 'text-add', delta: draft + say(kind, took, understanding, checked, request.text) + bare }
      yield { type: 'usage-set', usage: { calls: 0, tokensIn: 0, tokensOut: 0, seconds: took / 1000 } }
      yield { type: 'stage-end', stage: 'check', note: scoreOf(checked) }
      if (question) return yield end({ state: 'asking', question, built: true })
      yield end({ state: 'built', open: standsOpen([], plainer === undefined ? unread : [...unread, NOT_ROUNDED]) })
    },
  }
}

const NOT_ROUNDED =
  'The edges could not be rounded or chamfered that much: it is built without. Say a smaller size, such as half of it.'

/** What to build instead, where it was a fillet or a chamfer that the kernel could not make. */
function withoutEdges({ part }: Planned, error: AgentError, parts: PlannerParts): Planned | undefined {
  if (!part || !/fillet|chamfer/i.test(error.message)) return undefined
  const plain = parts.withoutEdges(part)
  return plain && plannedPart(plain)
}

/** What is open, asked; what its first choice would make is planned as a draft (AG22). */
async function drafted(
  request: TurnRequest,
  error: AgentError,
  plan: typeof planPart,
  desk: Desk,
  parts: PlannerParts,
): Promise<Result<Planned, AgentError>> {
  const question = questionOf(error)
  const [first] = question?.choices ?? []
  if (!question || !first) return fail(error)
  const { id, at } = question
  const answer: Answer = { question: id, choice: first.id, text: first.text, ...(at === undefined ? {} : { at }) }
  const draft = await plan({ ...request, answers: [...(request.answers ?? []), answer] }, desk, parts)
  return draft.ok ? ok({ ...draft.value, question }) : fail(error)
}

/**
 * Words said while a question is open answer it (AG22), unless they name a design or order a change and make sense alone,
 * or what was asked for is no clearer with them.
 */
async function heard(said: TurnRequest, desk: Desk, parts: PlannerParts): Promise<TurnRequest> {
  const open = said.answers === undefined ? said.history[0]?.open : undefined
  if (!open || speaksOfWhatIs(said.text)) return said
  const { id, at, choices } = open.question
  const plain = said.text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  const chosen = choices.find((choice) => [choice.id, choice.text, `a ${choice.id}`].includes(plain))
  const answer: Answer = {
    question: id,
    choice: chosen?.id ?? OTHER,
    text: chosen?.text ?? said.text,
    ...(at === undefined ? {} : { at }),
  }
  const kind = said.kind === 'auto' ? open.kind : said.kind
  const request: TurnRequest = {
    ...said,
    text: open.request,
    kind,
    answers: [...open.answers, answer],
    question: open.question,
  }
  const together = await asksFor(request, desk, parts)
  if (together === open.question.text || together === 'refused') return said
  if (!standsAlone(said.text)) return request
  const alone = await asksFor(said, desk, parts)
  // Of a design that is there, an order that comes to nothing is rather refused than read into another.
  return alone === 'nothing' || (said.design !== null && together !== 'nothing') ? said : request
}

/** What a request leaves to ask, in words. */
async function asksFor(request: TurnRequest, desk: Desk, parts: PlannerParts): Promise<string> {
  const kind = kindOf(request, parts)
  if (kind === 'ask') return KIND_QUESTION.text
  const read = await (kind === 'box' ? planBox : planPart)(request, desk, parts)
  if (read.ok) return read.value.question?.text ?? 'nothing'
  return questionOf(read.error)?.text ?? 'refused'
}

const KIND_QUESTION: Question = {
  id: 'kind',
  text: 'Is this a box cut from flat sheets, or a part that is printed or machined?',
  choices: [
    { id: 'box', text: 'a box, cut from flat sheets' },
    { id: 'part', text: 'a part, printed or machined' },
  ],
}

/** What orders nothing, and a question about the design there is, answered from what was measured on it. */
async function answered({ text, design, answers }: TurnRequest, desk: Desk): Promise<string | undefined> {
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

/** What the words are to become: what the caller says, then what was answered, then what the words say (AG49). */
function kindOf(request: TurnRequest, parts: PlannerParts): 'box' | 'part' | 'ask' {
  if (request.kind !== 'auto') return request.kind
  const choice = request.answers?.find(({ question }) => question === KIND_QUESTION.id)?.choice
  if (choice === 'box' || choice === 'part') return choice
  if (choice === DECIDE) return 'box'
  return parts.readKind(request.text, request.design ?? undefined)
}

export const DECIDE = 'decide'
export const OTHER = 'other'

async function planBox(request: TurnRequest, desk: Desk, parts: PlannerParts): Promise<Result<Planned, AgentError>> {
  const file = request.design === 'box' ? await desk.files.read(RECIPE) : undefined
  const current = file?.ok ? recipeIn(file.value) : undefined
  const planned = firstRead(request, (words) => parts.planBox(words, current))
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
  const planned = firstRead(request, (words) => parts.planPart(words, current, options))
  if (!planned.ok) return planned
  return ok({ ...plannedPart(planned.value), understanding: assumedAnswers(request, planned.value.understanding) })
}

function plannedPart({ plan, script, claims, understanding, question }: PlannedPart): Planned {
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

/**
 * Reads the request, and after it what was answered to its questions, as anybody could have said it in the first place:
 * `make it taller by 10 mm`, `a box 150x100, height 80`, or, of the legs that were asked about, `a bracket, legs 80 and 60`.
 */
function firstRead<T extends object>(
  { text, answers = [], question }: TurnRequest,
  read: (words: string) => Result<T, AgentError>,
): Result<T, AgentError> {
  const inPlace = (join: string) => answers.reduce((words, answer) => withAnswer(words, answer, join), text)
  const behind = (join: string) => answers.reduce((words, answer) => withBehind(words, answer, join), text)
  const first = read(inPlace(' '))
  if (answers.length === 0 || asksNothing(first)) return first
  const [, subject] = /\bthe (?:two |three |four )?([a-z ]+?)(?: have| be)?\?$/.exec(question?.text ?? '') ?? []
  const others = new Set([inPlace(', '), behind(' '), behind(', '), ...(subject ? [behind(`, ${subject} `)] : [])])
  let best = first
  for (const words of others) {
    const other = read(words)
    if (asksNothing(other)) return other
    if (other.ok && !best.ok) best = other
  }
  return best
}

const asksNothing = (read: Result<object, AgentError>): boolean =>
  read.ok && !('question' in read.value && read.value.question !== undefined)

/** An answer stands in the place of the words the question was about, or after all of them. */
function withAnswer(words: string, said: Answer, join: string): string {
  const { question, text = '', at } = said
  const answer = text.trim()
  if (question === KIND_QUESTION.id || answer === '') return words
  if (at === undefined || at[1] > words.length || at[0] >= at[1]) return withBehind(words, said, join)
  const asked = words.slice(...at)
  // “2 mm” asked about and “thick” answered are “2 mm thick”; “longer” and “10 mm longer” are the latter.
  const numbers = asked.match(/\d+([.,/]\d+)*/g) ?? []
  const says = numbers.length > 0 && numbers.every((number) => answer.includes(number))
  // “the length” answered to “90 mm” says what it is.
  const named =
    numbers.length > 0 ? answer.replace(/^(?:(?:it|that|this)(?: is|['’]s) )?(?:the |its |an? )?/i, '') : answer
  const inPlace = says || answer.toLowerCase().includes(asked.toLowerCase()) ? answer : `${asked} ${named}`
  return `${words.slice(0, at[0])}${inPlace}${words.slice(at[1])}`
}

const withBehind = (words: string, { question, text = '' }: Answer, join: string): string =>
  question === KIND_QUESTION.id || text.trim() === '' ? words : `${words}${join}${text.trim()}`

const decided = ({ answers = [] }: TurnRequest): boolean => answers.some(({ choice }) => choice === DECIDE)

/** What was left to us is an assumption, and says so (AG22). */
function assumedAnswers(request: TurnRequest, understanding: Understanding): Understanding {
  const left = (request.answers ?? []).filter(({ choice }) => choice === DECIDE)
  if (left.length === 0) return understanding
  const assumed = left.map(({ question, text = 'the first choice' }) => ({
    name: question,
    text: question === KIND_QUESTION.id ? 'a box' : text,
    why: 'it was left to us',
  }))
  return { ...understanding, assumed: [...understanding.assumed, ...assumed] }
}

/** A refusal that only lacks an answer, as the question it is. */
function questionOf({ code, message, choices = [], spans = [] }: AgentError): Question | undefined {
  if (code !== 'AGENT_NEEDS_ANSWER') return undefined
  const [at] = spans
  return {
    id: 'words',
    text: message,
    choices: choices.slice(0, 4).map((text, index) => ({ id: String(index + 1), text })),
    ...(at === undefined ? {} : { at }),
  }
}

const needsAnswer = ({ text, choices }: Question): AgentError =>
  hewnError('AGENT_NEEDS_ANSWER', text, { choices: choices.map((choice) => choice.text) })

const broken = (error: AgentError): Verdict => ({ state: 'failed', error })

/** Numbers nobody could place, and words for a shape, stand against `done`; plain words that change nothing are only told (§2). */
const unreadOf = (words: string, { spans }: Understanding): string[] =>
  spans
    .filter(({ role, as, at }) => role === 'unread' && (as === 'shape' || /\d/.test(words.slice(...at))))
    .map(({ at }) => `not read: “${words.slice(...at)}”`)

/** The answer as a stranger reads it: which kind, by whom, what was understood, assumed, not used, and measured. */
function say(
  kind: 'box' | 'part',
  took: number,
  understanding: Understanding,
  claims: readonly Claim[],
  words: string,
): string {
  const { assumed, spans } = understanding
  const unread = spans.filter(({ role, at }) => role === 'unread' && at[1] <= words.length)
  return [
    `${capital(kind)}, by the planner, ${Math.max(1, Math.round(took))} ms. ${sentence(understanding.say)}`,
    assumed.length > 0 ? `Assumed: ${assumed.map(({ text, why }) => `${text} (${why})`).join('; ')}.` : '',
    unread.length > 0 ? `Not used: ${unread.map(({ at }) => `“${words.slice(...at)}”`).join(', ')}.` : '',
    scoreOf(claims),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const sentence = (text: string): string => (text === '' ? '' : `${capital(text.trim().replace(/\.$/, ''))}.`)
