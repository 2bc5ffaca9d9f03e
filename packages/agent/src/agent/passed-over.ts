import type { AgentError, Answer, Result, TurnRequest } from '@hewn/model'
import { planIn } from '../part/plan-in.ts'
import { leftOut } from './leave-out.ts'
import type { PlannedPart } from './planner-parts.ts'
import { standsAlone } from './read-kind.ts'
import { asksNothing, firstRead, OTHER } from './with-answers.ts'

type Plan = (words: string, over?: PlannedPart) => Result<PlannedPart, AgentError>

/**
 * `160 long instead`, said to a draft that waits for how many screw holes there are: the draft changes, and its question
 * stays open. What answers the question later is read into the request, and the changes are made again after it.
 */
export function passedOver(request: TurnRequest, plan: Plan): { part: PlannedPart; open: boolean } | undefined {
  const { answers = [], question } = request
  if (question === undefined || answers.every(({ choice }) => choice !== OTHER)) return undefined
  const { told, orders } = sorted(request, plan)
  if (orders.length === 0) return undefined
  const base = draftOf({ ...request, answers: told }, plan)
  if (!base) return undefined
  const changed = orders.reduce<PlannedPart | undefined>((over, { text = '' }) => over && read(plan(text, over)), base)
  if (!changed) return undefined
  const { question: _asked, ...part } = changed
  // What says the phrase that was left out in other words has answered; a hole beside a size that is asked for has not.
  const saidAnew = question.without !== undefined && thingsIn(changed) > thingsIn(base)
  const answered =
    saidAnew ||
    setsWhatWasAsked(request, told, plan, base, changed) ||
    asksNothing(firstRead({ ...request, answers: told }, plan))
  return { part, open: !answered }
}

/** `holes 5 mm`, where it was asked how wide the holes are: all that one choice would make otherwise than the other. */
function setsWhatWasAsked(
  request: TurnRequest,
  told: Answer[],
  plan: Plan,
  base: PlannedPart,
  changed: PlannedPart,
): boolean {
  const { question } = request
  const [, second] = question?.choices ?? []
  if (!question || !second || question.without !== undefined) return false
  const { id, at } = question
  const answer = { question: id, choice: second.id, text: second.text, ...(at === undefined ? {} : { at }) }
  const other = read(firstRead({ ...request, answers: [...told, answer] }, plan))
  if (!other) return false
  const [first, last, now] = [valuesIn(base), valuesIn(other), valuesIn(changed)]
  const asked = [...first.keys()].filter((name) => first.get(name) !== last.get(name))
  return asked.length > 0 && asked.every((name) => now.get(name) !== first.get(name))
}

const valuesIn = ({ plan }: PlannedPart): ReadonlyMap<string, number> =>
  new Map((planIn(plan)?.names ?? []).map(({ name, value }) => [name, value]))

/** Answers to the question, and orders that only changed what was shown with it. */
function sorted(request: TurnRequest, plan: Plan): { told: Answer[]; orders: Answer[] } {
  const told: Answer[] = []
  const orders: Answer[] = []
  for (const answer of request.answers ?? []) {
    const draft = answer.choice === OTHER ? draftOf({ ...request, answers: told }, plan) : undefined
    const answered =
      !draft || answers(request, answer, firstRead({ ...request, answers: [...told, answer] }, plan), draft)
    const over = draft && !answered && isOrder(answer.text) ? plan(answer.text, draft) : undefined
    if (over?.ok && over.value.understanding.anew === undefined) orders.push(answer)
    else told.push(answer)
  }
  return { told, orders }
}

/** `make it green`, `160 long`; a word that happens to be a colour orders nothing. */
const isOrder = (text: string | undefined): text is string =>
  text !== undefined && (/\d/.test(text) || standsAlone(text))

/** Nothing is open with it; in the place of a phrase it tells a thing, or speaks of what stood there. */
function answers(
  { text, question }: TurnRequest,
  answer: Answer,
  together: Result<PlannedPart, AgentError>,
  draft: PlannedPart,
): boolean {
  if (!together.ok || !asksNothing(together)) return false
  const { without } = question ?? {}
  if (without === undefined || thingsIn(together.value) > thingsIn(draft)) return true
  const phrase = new Set(
    text
      .slice(...without)
      .toLowerCase()
      .match(TELLING),
  )
  return (answer.text?.toLowerCase().match(TELLING) ?? []).some((word) => phrase.has(word))
}
const TELLING = /\d+(?:\.\d+)?|[a-z]{4,}/g

/** What stands on screen with a question: its first choice, or the words without what was not understood. */
function draftOf(request: TurnRequest, plan: Plan): PlannedPart | undefined {
  const whole = read(firstRead(request, plan))
  const { question, answers = [] } = request
  if (whole || !question) return whole
  const { id, at, without, choices } = question
  if (without !== undefined) return read(plan(leftOut(request.text, without)))
  const [first] = choices
  if (!first) return undefined
  const answer = { question: id, choice: first.id, text: first.text, ...(at === undefined ? {} : { at }) }
  return read(firstRead({ ...request, answers: [...answers, answer] }, plan))
}

const read = (planned: Result<PlannedPart, AgentError>): PlannedPart | undefined =>
  planned.ok ? planned.value : undefined

const thingsIn = ({ plan }: PlannedPart): number =>
  (planIn(plan)?.bodies ?? []).reduce((sum, { parts, features }) => sum + 1 + parts.length + features.length, 0)
