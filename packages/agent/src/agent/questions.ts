import { type AgentError, hewnError, type Question } from '@hewn/model'

export const KIND_QUESTION: Question = {
  id: 'kind',
  text: 'Is this a box cut from flat sheets, or a part that is printed or machined?',
  choices: [
    { id: 'box', text: 'a box, cut from flat sheets' },
    { id: 'part', text: 'a part, printed or machined' },
  ],
}

/** A refusal that only lacks an answer, as the question it is. */
export function questionOf({ code, message, choices = [], spans = [] }: AgentError): Question | undefined {
  if (code !== 'AGENT_NEEDS_ANSWER') return undefined
  const [at] = spans
  return {
    id: 'words',
    text: message,
    choices: choices.slice(0, 4).map((text, index) => ({ id: String(index + 1), text })),
    ...(at === undefined ? {} : { at }),
  }
}

export const needsAnswer = ({ text, choices }: Question): AgentError =>
  hewnError('AGENT_NEEDS_ANSWER', text, { choices: choices.map((choice) => choice.text) })
