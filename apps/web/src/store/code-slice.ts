import type { Slice } from './workbench-store.ts'

export const ENTRY = 'model.py'

/** A version of the file both sides know: what the server has under this hash. */
interface Base {
  hash: string
  text: string
}

export interface CodeSlice {
  /** What stands in the editor. */
  code: string
  base: Base | null
  /** The file as somebody else wrote it, while there are changes here as well. */
  theirs: Base | null
  setCode(code: string): void
  keepMine(): void
  takeTheirs(): void
  /** The server has our text under this hash now. */
  codeWritten(hash: string, text: string): void
  /** Somebody wrote over what we knew: read the file again. */
  codeConflict(): Promise<void>
  followCode(): void
  resetCode(): void
}

interface FilePayload {
  content?: unknown
  hash?: unknown
}

export const codeSlice: Slice<CodeSlice> = (set, get) => {
  let stop: (() => void) | undefined

  /** The file changed on the canvas: shown when nothing is lost by it, else kept aside for a decision. */
  function arrived(file: Base) {
    const { code, base } = get()
    if (file.hash === base?.hash) return
    const untouched = code === (base?.text ?? '')
    if (untouched || file.text === code) set({ code: file.text, base: file, theirs: null })
    else set({ theirs: file })
  }

  async function look() {
    const { canvas, port } = get()
    const payload = canvas?.resource('files', ENTRY) as FilePayload | undefined
    if (typeof payload?.hash !== 'string' || payload.hash === get().base?.hash) return
    const { hash } = payload
    if (typeof payload.content === 'string') return arrived({ hash, text: payload.content })
    // Long files lie on the canvas without their text.
    const text = await port?.readFile(ENTRY)
    if (text?.ok && get().port === port) arrived({ hash, text: text.value })
  }

  return {
    code: '',
    base: null,
    theirs: null,
    setCode: (code) => set({ code }),
    keepMine: () => set(({ theirs }) => ({ base: theirs, theirs: null })),
    takeTheirs: () => set(({ theirs }) => (theirs ? { code: theirs.text, base: theirs, theirs: null } : {})),
    codeWritten: (hash, text) => set({ base: { hash, text }, theirs: null }),
    codeConflict: look,
    followCode() {
      stop?.()
      set({ base: null, theirs: null })
      stop = get().canvas?.subscribe('files', ENTRY, () => void look())
      void look()
    },
    resetCode() {
      stop?.()
      set({ code: '', base: null, theirs: null })
    },
  }
}
