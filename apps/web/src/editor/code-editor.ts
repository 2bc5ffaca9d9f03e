import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState, Prec, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  WidgetType,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { changeBetween } from './change-between.ts'
import { type Mark, placeOf } from './mark-place.ts'

export interface CodeEditorOptions {
  text: string
  label: string
  placeholder: string
  /** Of the page's Content-Security-Policy; CodeMirror puts it on the styles it makes. */
  nonce: string
  cursor: { anchor: number; head: number } | undefined
  onChange(text: string): void
  onRun(): void
}

export interface CodeEditor {
  setText(text: string): void
  mark(problem: Mark | null): void
  focus(): void
  close(): void
}

/** Text that came from outside must not be told back as if somebody had typed it. */
const fromOutside = Annotation.define<boolean>()
const setMark = StateEffect.define<Mark | null>()

export function createCodeEditor(parent: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const view = new EditorView({
    parent,
    doc: options.text,
    ...(options.cursor === undefined ? {} : { selection: options.cursor }),
    extensions: [
      EditorView.cspNonce.of(options.nonce),
      Prec.highest(
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              options.onRun()
              return true
            },
          },
        ]),
      ),
      lineNumbers(),
      foldGutter(),
      history(),
      drawSelection(),
      highlightSpecialChars(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      indentOnInput(),
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      bracketMatching(),
      closeBrackets(),
      autocompletion(),
      search({ top: true }),
      python(),
      syntaxHighlighting(colors),
      placeholder(options.placeholder),
      typingOver,
      theme,
      marked,
      // Esc, then Tab leaves the editor: CodeMirror's own rule for people without a mouse.
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...completionKeymap,
        indentWithTab,
      ]),
      EditorView.contentAttributes.of({ 'aria-label': options.label }),
      EditorView.updateListener.of((update) => {
        const typed = update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside))
        if (typed) options.onChange(update.state.doc.toString())
      }),
    ],
  })
  if (options.cursor) view.focus()
  return {
    setText(text) {
      const change = changeBetween(view.state.doc.toString(), text)
      if (change) view.dispatch({ changes: change, annotations: fromOutside.of(true) })
    },
    mark: (problem) => view.dispatch({ effects: setMark.of(problem) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}

/**
 * Text typed over a selection. Left to the browser, Chromium would keep the look of what is replaced in a style
 * attribute, which the page's Content-Security-Policy refuses; so it is put in here, past the same input handlers.
 */
const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data === null || view.composing) return false
    const [from, to] = replaced(view)
    if (from >= to) return false
    const text = event.data
    const insert = () =>
      view.state.update({ ...view.state.replaceSelection(text), userEvent: 'input.type', scrollIntoView: true })
    event.preventDefault()
    view.dispatch({ selection: { anchor: from, head: to } })
    const handled = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, insert))
    if (!handled) view.dispatch(insert())
    return true
  },
})

/** What the browser would replace; the editor may not have heard of the newest selection yet. */
function replaced(view: EditorView): [from: number, to: number] {
  const { from, to, empty } = view.state.selection.main
  const chosen = document.getSelection()
  if (!empty || !chosen || chosen.isCollapsed || !view.contentDOM.contains(chosen.anchorNode)) return [from, to]
  const { startContainer, startOffset, endContainer, endOffset } = chosen.getRangeAt(0)
  return [view.posAtDOM(startContainer, startOffset), view.posAtDOM(endContainer, endOffset)]
}

/** WB62: the line of a problem with its message behind it, until that line changes. Hint and traceback stand below. */
const marked = StateField.define<{ mark: Mark; line: number } | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setMark)) continue
      const place = effect.value && placeOf(effect.value, transaction.newDoc.lines)
      return effect.value && place ? { mark: effect.value, line: transaction.newDoc.line(place.line).from } : null
    }
    if (value === null || !transaction.docChanged) return value
    const { from, to } = transaction.startState.doc.lineAt(value.line)
    return transaction.changes.touchesRange(from, to)
      ? null
      : { ...value, line: transaction.changes.mapPos(value.line) }
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) => {
      const value = state.field(field)
      if (!value) return Decoration.none
      return Decoration.set([
        Decoration.line({ class: 'cm-problem-line' }).range(value.line),
        Decoration.widget({ widget: new MarkWidget(value.mark.message), side: 1 }).range(
          state.doc.lineAt(value.line).to,
        ),
      ])
    }),
})

class MarkWidget extends WidgetType {
  readonly #message: string
  constructor(message: string) {
    super()
    this.#message = message
  }
  override eq(other: MarkWidget) {
    return other.#message === this.#message
  }
  toDOM() {
    const words = Object.assign(document.createElement('span'), { className: 'cm-problem', textContent: this.#message })
    // The alert below the editor is read aloud; these are the same words again.
    words.setAttribute('aria-hidden', 'true')
    return words
  }
}

const colors = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword],
    color: 'var(--accent)',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
  { tag: [tags.comment, tags.docComment], color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.definition(tags.function(tags.variableName)), tags.definition(tags.className)], fontWeight: '600' },
  { tag: tags.invalid, color: 'var(--bad)' },
])

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)', padding: '4px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--sunken) 60%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--warn) 22%, transparent)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--line)', outline: 'none' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-problem-line': { backgroundColor: 'color-mix(in srgb, var(--bad) 14%, transparent)' },
  '.cm-problem': {
    marginLeft: '24px',
    color: 'var(--bad)',
    fontFamily: 'var(--words)',
    fontSize: '12px',
    userSelect: 'none',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-textfield': { backgroundColor: 'var(--surface)', border: '1px solid var(--control)', borderRadius: '4px' },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--control)',
    borderRadius: '4px',
  },
})
