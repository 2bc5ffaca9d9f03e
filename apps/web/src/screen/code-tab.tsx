import { useEffect, useRef, useState } from 'react'
import type { CodeEditor } from '../editor/code-editor.ts'
import { ENTRY } from '../store/code-slice.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useCommand } from './use-commands.ts'
import { useKind } from './use-design.ts'
import { useProblem } from './use-problem.ts'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

export default function CodeTab() {
  const kind = useKind()
  return (
    <>
      <Conflict />
      {kind === 'box' && <p className="border-b border-line bg-ground px-3 py-2 text-quiet">{t.code.boxNote}</p>}
      <Editor />
    </>
  )
}

/** A plain field first; CodeMirror takes its place when that chunk is there, keeping text and cursor (WB59). */
function Editor() {
  const workbench = useWorkbenchStore()
  const code = useWorkbench((state) => state.code)
  const focusCode = useWorkbench((state) => state.focusCode)
  const problem = useProblem()
  const run = useCommand('run')
  const field = useRef<HTMLTextAreaElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const pressRun = useRef(run)
  const [editor, setEditor] = useState<CodeEditor | null>(null)
  useEffect(() => {
    pressRun.current = run
  })

  useEffect(() => {
    let made: CodeEditor | undefined
    let gone = false
    const load = () => import('../editor/code-editor.ts')
    const take = async () => {
      // One retry; without it the plain field stays, which can do everything that matters (WB81).
      const chunk = await load()
        .catch(load)
        .catch(() => null)
      const had = field.current
      if (gone || !chunk || !place.current) return
      made = chunk.createCodeEditor(place.current, {
        text: workbench.getState().code,
        label: ENTRY,
        placeholder: t.code.placeholder,
        nonce: pageNonce(),
        cursor:
          had && document.activeElement === had ? { anchor: had.selectionStart, head: had.selectionEnd } : undefined,
        onChange: workbench.getState().setCode,
        onRun: () => {
          if (pressRun.current.reason === undefined) pressRun.current.run()
        },
      })
      setEditor(made)
    }
    void take()
    return () => {
      gone = true
      made?.close()
    }
  }, [workbench])

  useEffect(() => editor?.setText(code), [editor, code])
  useEffect(() => editor?.mark(problem), [editor, problem])
  useEffect(() => {
    if (focusCode > 0) (editor ?? field.current)?.focus()
  }, [editor, focusCode])

  return (
    <div
      data-testid="code-editor"
      data-ready={editor ? '' : undefined}
      className="relative min-h-0 flex-1 overflow-hidden"
    >
      <div ref={place} className="h-full" />
      {!editor && (
        <textarea
          ref={field}
          aria-label={ENTRY}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          value={code}
          placeholder={t.code.placeholder}
          className="absolute inset-0 h-full w-full resize-none bg-surface px-3 py-1 font-mono text-body leading-[1.5] outline-none"
          onChange={(event) => workbench.getState().setCode(event.target.value)}
        />
      )}
    </div>
  )
}

/** The nonce of this page's Content-Security-Policy, where the server put it (SV75). */
const pageNonce = () => document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? ''

/** Somebody else wrote the file while there were changes here: nobody's work is dropped in silence. */
function Conflict() {
  const theirs = useWorkbench((state) => state.theirs)
  const keepMine = useWorkbench((state) => state.keepMine)
  const takeTheirs = useWorkbench((state) => state.takeTheirs)
  if (!theirs) return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 border-b border-line bg-ground px-3 py-2">
      <span className="text-warn">
        <Icon name="alert" />
      </span>
      <span className="flex-1">{t.code.conflict}</span>
      <Button onPress={keepMine}>{t.code.keepMine}</Button>
      <Button onPress={takeTheirs}>{t.code.takeTheirs}</Button>
    </div>
  )
}
