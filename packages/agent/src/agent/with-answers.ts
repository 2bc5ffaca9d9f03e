import type { AgentError, Answer, Result, TurnRequest, Understanding } from '@hewn/model'
import { leavesOut, leftOut } from './leave-out.ts'
import { KIND_QUESTION } from './questions.ts'

export const DECIDE = 'decide'

export const OTHER = 'other'

/**
 * Reads the request, and after it what was answered to its questions, as anybody could have said it in the first place:
 * `make it taller by 10 mm`, `a box 150x100, height 80`, or, of the legs that were asked about, `a bracket, legs 80 and 60`.
 */
export function firstRead<T extends object>(
  { text, answers = [], question }: TurnRequest,
  read: (words: string) => Result<T, AgentError>,
): Result<T, AgentError> {
  const inPlace = (join: string) => answers.reduce((words, answer) => withAnswer(words, answer, join), text)
  const instead = answers.reduce((words, answer) => withInstead(words, answer), text)
  const behind = (join: string) => answers.reduce((words, answer) => withBehind(words, answer, join), text)
  const first = read(inPlace(' '))
  if (answers.length === 0 || asksNothing(first)) return first
  const [, subject] = /\bthe (?:two |three |four )?([a-z ]+?)(?: have| be)?\?$/.exec(question?.text ?? '') ?? []
  const others = new Set([
    inPlace(', '),
    instead,
    behind(' '),
    behind(', '),
    ...(subject ? [behind(`, ${subject} `)] : []),
  ])
  let best = first
  for (const words of others) {
    const other = read(words)
    if (asksNothing(other)) return other
    if (other.ok && !best.ok) best = other
  }
  return best
}

/** Whether a reading leaves nothing open. */
export const asksNothing = (read: Result<object, AgentError>): boolean =>
  read.ok && !('question' in read.value && read.value.question !== undefined)

/** The request as it reads with its answers. */
export const composed = ({ text, answers = [] }: Pick<TurnRequest, 'text' | 'answers'>): string =>
  answers.reduce((words, answer) => withAnswer(words, answer, ' '), text)

/** What was not understood, said in other words. */
function withInstead(words: string, answer: Answer): string {
  const { without, text = '' } = answer
  if (without === undefined || leavesOut(answer) || without[1] > words.length) return withAnswer(words, answer, ' ')
  return `${words.slice(0, without[0])}, ${text.trim()}${words.slice(without[1])}`
}

/** An answer stands in the place of the words the question was about, or after all of them. */
function withAnswer(words: string, said: Answer, join: string): string {
  const { question, text = '', at, without } = said
  if (leavesOut(said) && without) return leftOut(words, without)
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

function withBehind(words: string, said: Answer, join: string): string {
  const { question, text = '', without } = said
  if (leavesOut(said) && without) return leftOut(words, without)
  return question === KIND_QUESTION.id || text.trim() === '' ? words : `${words}${join}${text.trim()}`
}

export const decided = ({ answers = [] }: TurnRequest): boolean => answers.some(({ choice }) => choice === DECIDE)

/** What was left to us is an assumption, and says so (AG22). */
export function assumedAnswers(request: TurnRequest, understanding: Understanding): Understanding {
  const left = (request.answers ?? []).filter(({ choice }) => choice === DECIDE)
  if (left.length === 0) return understanding
  const assumed = left.map(({ question, text = 'the first choice' }) => ({
    name: question,
    text: question === KIND_QUESTION.id ? 'a box' : text,
    why: 'it was left to us',
  }))
  return { ...understanding, assumed: [...understanding.assumed, ...assumed] }
}
