import { useEffect, useRef } from 'react'
import { LONGEST_PROMPT } from '../store/design-slice.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useKind } from './use-design.ts'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

/** Words to a box, under the picture it changes (WB70–WB76). */
export default function DesignPanel() {
  const workbench = useWorkbenchStore()
  const { setDesignPrompt, submitDesign, cancelDesign, closeDesignPanel } = workbench.getState()
  const prompt = useWorkbench((state) => state.designPrompt)
  const loading = useWorkbench((state) => state.designLoading)
  const field = useRef<HTMLTextAreaElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const part = useKind() === 'part'
  const previewed = useWorkbench((state) => state.designPreviewed)
  const length = prompt.trim().length

  useEffect(() => {
    field.current?.focus()
    // Closing gives the focus back to what opened the panel (WB75).
    return () => document.querySelector<HTMLElement>('[data-testid=ai-design-button]')?.focus()
  }, [])

  return (
    <section
      data-testid="design-panel"
      aria-label={t.design.label}
      className="design-prompt-panel flex min-h-[120px] shrink-0 flex-col gap-2 border-t border-line bg-surface p-3"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          void submitDesign()
        }
        if (event.key === 'Escape') {
          event.preventDefault()
          if (previewed) cancel.current?.focus()
          else void cancelDesign()
        }
      }}
    >
      <div className="flex flex-1 gap-3 max-sm:flex-col">
        <textarea
          ref={field}
          data-testid="design-prompt"
          aria-label={t.design.prompt}
          placeholder={t.design.placeholder}
          value={prompt}
          readOnly={loading}
          aria-busy={loading}
          className="field min-h-16 flex-1 resize-none px-2.5 py-2"
          onChange={(event) => setDesignPrompt(event.target.value)}
        />
        <div className="flex items-start gap-2">
          <Button
            look="primary"
            testId="design-preview"
            busy={loading}
            className="min-w-24 justify-center"
            reason={length > LONGEST_PROMPT ? t.design.tooLong(length) : undefined}
            onPress={() => void submitDesign()}
          >
            {loading ? (
              <>
                <span data-testid="design-spinner" className="spinner" />
                {t.design.working}
              </>
            ) : (
              t.design.preview
            )}
          </Button>
          <Button testId="design-done" onPress={closeDesignPanel}>
            {t.design.done}
          </Button>
          <Button ref={cancel} testId="design-cancel" onPress={() => void cancelDesign()}>
            {t.design.cancel}
          </Button>
        </div>
      </div>
      {part && !previewed && <p className="text-label text-quiet">{t.design.overPart}</p>}
      {length > LONGEST_PROMPT && <p className="text-label text-bad">{t.design.tooLong(length)}</p>}
      <Refusal onChoose={() => field.current?.focus()} />
      <Notes />
    </section>
  )
}

function Refusal({ onChoose }: { onChoose: () => void }) {
  const workbench = useWorkbenchStore()
  const error = useWorkbench((state) => state.designError)
  const hint = useWorkbench((state) => state.designHint)
  const choices = useWorkbench((state) => state.designChoices)
  if (error === null) return null
  const choose = (choice: string) => {
    const { designPrompt, setDesignPrompt } = workbench.getState()
    setDesignPrompt(`${designPrompt.trim()}, ${choice}`)
    onChoose()
  }
  return (
    <div className="flex flex-col gap-2">
      <div role="alert" data-testid="design-error" className="flex items-start gap-2">
        <span className="mt-0.5 text-bad">
          <Icon name="alert" />
        </span>
        <p>
          {error} {hint && <span className="text-quiet">{hint}</span>}
        </p>
      </div>
      {choices.length > 0 && (
        <ul aria-label={t.design.choices} className="flex flex-wrap gap-2">
          {choices.map((choice) => (
            <li key={choice}>
              <Button onPress={() => choose(choice)}>{choice}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Notes() {
  const notes = useWorkbench((state) => state.designNotes)
  if (notes.length === 0) return null
  return (
    <ul
      aria-label={t.design.notes}
      data-testid="design-notes"
      // Three lines; more of them scroll, so that they never take the picture's place. Keys scroll it as well.
      tabIndex={0}
      className="flex max-h-[3.4rem] shrink-0 flex-wrap overflow-y-auto gap-x-6 gap-y-0.5 text-label text-quiet"
    >
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
