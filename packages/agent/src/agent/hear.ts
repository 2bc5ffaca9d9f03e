import type { Answer, TurnRequest } from '@hewn/model'
import { LEAVE_OUT, SAID_LEAVE_OUT } from './leave-out.ts'
import { kindOf, type Plans } from './plan-request.ts'
import type { PlannerParts } from './planner-parts.ts'
import { KIND_QUESTION, questionOf } from './questions.ts'
import { speaksOfWhatIs, standsAlone } from './read-kind.ts'
import { OTHER } from './with-answers.ts'

/**
 * Words said while a question is open answer it (AG22), unless they name a design or order a change and make sense alone,
 * or what was asked for is no clearer with them. What only changes the draft that is shown leaves the question open.
 */
export async function heard(said: TurnRequest, plan: Plans, parts: PlannerParts): Promise<TurnRequest> {
  const open = said.answers === undefined ? said.history[0]?.open : undefined
  if (!open || speaksOfWhatIs(said.text)) return said
  const { id, at, without, choices } = open.question
  const plain = said.text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  const leaves = without !== undefined && SAID_LEAVE_OUT.test(plain)
  const chosen = choices.find(
    (choice) => (leaves && choice.id === LEAVE_OUT) || [choice.id, choice.text, `a ${choice.id}`].includes(plain),
  )
  const answer: Answer = {
    question: id,
    choice: chosen?.id ?? OTHER,
    text: chosen?.text ?? said.text,
    ...(at === undefined ? {} : { at }),
    ...(without === undefined ? {} : { without }),
  }
  const request: TurnRequest = {
    ...said,
    text: open.request,
    kind: said.kind === 'auto' ? open.kind : said.kind,
    answers: [...open.answers, answer],
    question: open.question,
  }
  const together = await leftToAsk(request, plan, parts)
  if (together === 'passed over') return request
  if (together === open.question.text || together === 'refused') return said
  if (!standsAlone(said.text) && together === 'nothing') return request
  const alone = await leftToAsk(said, plan, parts)
  // `twice as wide`, where it only makes sense of what is there.
  if (!standsAlone(said.text)) return said.design !== null && alone === 'nothing' ? said : request
  // Of a design that is there, an order that comes to nothing is rather refused than read into another.
  return alone === 'nothing' || (said.design !== null && together !== 'nothing') ? said : request
}

/** What a request leaves to ask, in words. */
async function leftToAsk(request: TurnRequest, plan: Plans, parts: PlannerParts): Promise<string> {
  const kind = kindOf(request, parts)
  if (kind === 'ask') return KIND_QUESTION.text
  const read = await plan(request, kind)
  if (read.ok) return read.value.passedOver ? 'passed over' : (read.value.question?.text ?? 'nothing')
  return questionOf(read.error)?.text ?? 'refused'
}
