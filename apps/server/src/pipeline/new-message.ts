import { DECIDE, OTHER } from '@hewn/agent'
import {
  type Answer,
  type ErrorBody,
  fail,
  hewnError,
  type Message,
  type MessageKind,
  ok,
  type Result,
  type VersionId,
} from '@hewn/model'

export interface NewMessage {
  text: string
  mode: 'queue' | 'steer' | 'replace'
  kind: MessageKind
  mayAsk: boolean
  answers?: Answer[]
  /** The version to start from, when it is not the head: an edited request branches there; null is the empty session. */
  from?: VersionId | null
}

const TEXT_MAX = 10_000

/** What its form alone says against it. */
export function refusalOf({ text, answers }: NewMessage): ErrorBody | undefined {
  if (text.length > TEXT_MAX || answers === undefined) return textRefusal(text)
  return answers.length === 0
    ? hewnError('REQUEST_INVALID', 'There is no answer in answers.', { at: 'answers' })
    : undefined
}

export function textRefusal(text: string): ErrorBody | undefined {
  if (text.trim() === '')
    return hewnError('REQUEST_PROMPT_MISSING', 'There are no words to work from.', {
      at: 'text',
      hint: 'Say what you want, for example: a plate 80 x 60 x 10 with four M4 holes.',
    })
  if (text.length > TEXT_MAX)
    return hewnError(
      'REQUEST_PROMPT_TOO_LONG',
      `The message has ${text.length.toLocaleString('en')} characters; at most 10,000 are read.`,
      { at: 'text' },
    )
  return undefined
}

/** The answers to the open question of a turn, as they are kept: what was chosen, and in words. */
export function answersTo(
  question: NonNullable<Message['question']>,
  { text, answers = [] }: NewMessage,
): Result<Answer[], ErrorBody> {
  for (const answer of answers) {
    if (answer.question !== question.id)
      return fail(hewnError('SESSION_STATE', `The open question is ${question.id}, not ${cut(answer.question)}.`))
    const known = [...question.choices.map(({ id }) => id), DECIDE, OTHER]
    if (!known.includes(answer.choice))
      return fail(
        hewnError('REQUEST_INVALID', `${cut(answer.choice)} is none of the choices.`, {
          at: 'answers',
          choices: known,
        }),
      )
    if (answer.choice === OTHER && text.trim() === '')
      return fail(hewnError('REQUEST_PROMPT_MISSING', 'Say your answer in words, or take one of the choices.'))
  }
  // The next question of this turn may have the same names for other choices: what was meant is kept in words.
  const given = answers.map((answer) => {
    const chosen =
      answer.choice === DECIDE ? question.choices[0] : question.choices.find(({ id }) => id === answer.choice)
    const words = answer.choice === OTHER ? text.trim() : chosen?.text
    return {
      question: answer.question,
      choice: answer.choice,
      ...(words === undefined ? {} : { text: words }),
      ...(question.at === undefined ? {} : { at: question.at }),
      ...(question.without === undefined ? {} : { without: question.without }),
    }
  })
  return ok(given)
}

const cut = (text: string): string => JSON.stringify(text.slice(0, 60))
