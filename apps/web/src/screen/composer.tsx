import { type KeyboardEvent, useEffect, useRef } from 'react'
import { LONGEST_MESSAGE } from '../store/conversation-slice.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import { useRunningTurn } from './use-design.ts'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

/** Where words are written: Enter sends, Shift and Enter begin a line, the arrows walk earlier requests (WB46, WB51, WB52). */
export function Composer({ focus = false }: { focus?: boolean }) {
  const workbench = useWorkbenchStore()
  const { say, setWords, walkWords } = workbench.getState()
  const words = useWorkbench((state) => state.words)
  const saying = useWorkbench((state) => state.saying)
  const field = useFocus(focus)
  const running = useRunningTurn()
  const tooLong = words.length > LONGEST_MESSAGE
  const reason = tooLong ? t.composer.tooLong(words.length) : words.trim() === '' ? t.composer.empty : undefined

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter ends a word of an input method before it sends anything.
    if (event.nativeEvent.isComposing) return
    const walking = words === '' || event.currentTarget.selectionStart === event.currentTarget.selectionEnd
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (reason === undefined) void say(event.ctrlKey || event.metaKey ? 'replace' : 'queue')
    } else if (event.key === 'ArrowUp' && walking && atFirstLine(event.currentTarget)) {
      event.preventDefault()
      walkWords(-1)
    } else if (event.key === 'ArrowDown' && walking && words !== '' && atLastLine(event.currentTarget)) {
      event.preventDefault()
      walkWords(1)
    }
  }

  return (
    <div className="flex shrink-0 flex-col gap-2">
      <Branch />
      <PointedAt />
      <div className="field flex flex-col focus-within:border-accent">
        <textarea
          ref={field}
          data-testid="composer"
          aria-label={t.composer.label}
          aria-invalid={tooLong || undefined}
          placeholder={t.composer.placeholder}
          rows={2}
          value={words}
          className="composer resize-none bg-transparent px-2.5 pt-2 outline-none"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={press}
        />
        <div className="flex items-center gap-1 p-1">
          <Kind />
          <Templates />
          <span className="flex-1" />
          {running && <Stop turn={running} />}
          <Button
            look="primary"
            testId="composer-send"
            label={running ? t.composer.queue : t.composer.send}
            title={running ? t.composer.queue : t.composer.send}
            reason={reason}
            busy={saying}
            onPress={() => void say()}
          >
            {saying ? <span className="spinner" aria-hidden="true" /> : <Icon name="send" />}
          </Button>
        </div>
      </div>
      {tooLong && (
        <p className="text-label text-bad" data-testid="composer-too-long">
          {t.composer.tooLong(words.length)}
        </p>
      )}
      <Refusal />
    </div>
  )
}

/** What is picked in the picture, and how to speak of it. */
function PointedAt() {
  const pointed = useWorkbench((state) => state.pointed)
  if (!pointed) return null
  return (
    <p data-testid="pointed" className="flex items-center gap-1.5 text-label">
      <Icon name="pin" size={12} />
      <span className="font-semibold">{pointed.words.replace(/^the /, '')}</span>
      <span className="text-quiet">{t.composer.pointed(pointed.kind)}</span>
    </p>
  )
}

function useFocus(wanted: boolean) {
  const field = useRef<HTMLTextAreaElement>(null)
  const asked = useWorkbench((state) => state.focusWords)
  useEffect(() => {
    // A finger brings up the keyboard by itself, and it would cover the picture.
    if ((wanted || asked > 0) && !matchMedia('(pointer: coarse)').matches) {
      const { current } = field
      current?.focus()
      current?.setSelectionRange(current.value.length, current.value.length)
    }
  }, [asked, wanted])
  return field
}

const atFirstLine = ({ value, selectionStart }: HTMLTextAreaElement) => !value.slice(0, selectionStart).includes('\n')
const atLastLine = ({ value, selectionEnd }: HTMLTextAreaElement) => !value.slice(selectionEnd).includes('\n')

function Kind() {
  const kind = useWorkbench((state) => state.wordsKind)
  const { setWordsKind } = useWorkbenchStore().getState()
  return (
    <div role="radiogroup" aria-label={t.composer.kind} className="flex">
      {(['auto', 'box', 'part'] as const).map((one) => (
        <Button
          key={one}
          look="quiet"
          role="radio"
          checked={kind === one}
          testId={`composer-${one}`}
          className="px-2"
          title={t.composer.kinds[one].means}
          onPress={() => setWordsKind(one)}
        >
          {t.composer.kinds[one].name}
        </Button>
      ))}
    </div>
  )
}

const TemplateDialog = later(() => import('./templates.tsx'))

/** Words to begin with; filled in they stand in the composer, and nothing is sent (WB6). */
function Templates() {
  const open = useWorkbench((state) => state.templatesOpen)
  const { showTemplates } = useWorkbenchStore().getState()
  return (
    <>
      <Button
        look="quiet"
        testId="templates-button"
        label={t.composer.templates}
        title={t.composer.templates}
        className="px-1.5"
        onPress={() => showTemplates(true)}
      >
        <Icon name="template" />
      </Button>
      {open && <TemplateDialog />}
    </>
  )
}

function Stop({ turn }: { turn: NonNullable<ReturnType<typeof useRunningTurn>> }) {
  const { stopTurn } = useWorkbenchStore().getState()
  return (
    <Button
      testId="composer-stop"
      label={t.composer.stop}
      title={t.composer.stop}
      onPress={() => void stopTurn(turn.id)}
    >
      <Icon name="stop" />
    </Button>
  )
}

/** What is written is an earlier request said anew; the design goes on from where that one began. */
function Branch() {
  const branch = useWorkbench((state) => state.branch)
  const { leaveBranch } = useWorkbenchStore().getState()
  if (!branch) return null
  return (
    <p className="flex items-center gap-2 text-label text-quiet" data-testid="branch">
      <span className="min-w-0 flex-1 truncate">{t.composer.branch(branch.of)}</span>
      <Button look="quiet" label={t.composer.leaveBranch} title={t.composer.leaveBranch} onPress={leaveBranch}>
        <Icon name="cross" size={12} />
      </Button>
    </p>
  )
}

/** Words that did not arrive; they still stand in the field. */
function Refusal() {
  const refusal = useWorkbench((state) => state.sayRefusal)
  if (!refusal) return null
  return (
    <p role="alert" data-testid="composer-error" className="flex items-start gap-2">
      <span className="mt-0.5 text-bad">
        <Icon name="alert" />
      </span>
      <span>
        {refusal.message} {refusal.hint && <span className="text-quiet">{refusal.hint}</span>}
      </span>
    </p>
  )
}
