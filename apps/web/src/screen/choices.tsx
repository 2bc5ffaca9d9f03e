import type { Question } from '@hewn/model'
import { useEffect, useState } from 'react'
import { talk } from '../strings/en-talk.ts'
import { Button } from '../ui/button.tsx'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

/** A question with its choices as buttons, `1`–`9` on the keyboard, a field of one's own, and `Decide for me` (WB48). */
export function Choices({ question, draft }: { question: Question; draft: boolean }) {
  const { answer } = useWorkbenchStore().getState()
  const saying = useWorkbench((state) => state.saying)
  const [words, setWords] = useState('')

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, [contenteditable], [role=application]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const choice = question.choices[Number(event.key) - 1]
      if (choice) void answer(question.id, choice.id)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [question, answer])

  return (
    <div className="flex flex-col gap-2" aria-busy={saying || undefined}>
      <p className="font-semibold select-text" data-testid="question">
        {question.text}
      </p>
      {draft && <p className="text-label text-quiet">{question.without ? talk.draftWithout : talk.draft}</p>}
      <ul aria-label={talk.choices} className="flex flex-col gap-1">
        {question.choices.map((choice, index) => (
          <li key={choice.id}>
            <Button
              testId="question-choice"
              data={{ 'data-id': choice.id }}
              className="h-auto min-h-7 w-full justify-start text-left whitespace-normal"
              onPress={() => void answer(question.id, choice.id)}
            >
              <span className="text-label text-quiet" aria-hidden="true">
                {index + 1}
              </span>
              {choice.text}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="flex gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim() !== '') void answer(question.id, 'other', words)
        }}
      >
        <input
          data-testid="question-other"
          aria-label={talk.other}
          placeholder={talk.other}
          value={words}
          maxLength={1000}
          className="field h-7 min-w-0 flex-1 px-2"
          onChange={(event) => setWords(event.target.value)}
        />
        {question.choices.length > 0 && !question.without && (
          <Button testId="question-decide" onPress={() => void answer(question.id, 'decide')}>
            {talk.decide}
          </Button>
        )}
      </form>
    </div>
  )
}
