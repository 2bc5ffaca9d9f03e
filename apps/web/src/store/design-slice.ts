import { type AssemblyRecipe, ok, type Result, type Version, type VersionId } from '@hewn/model'
import type { Refusal } from '../port/http.ts'
import { t } from '../strings/index.ts'
import { headOf } from './session-slice.ts'
import type { Slice } from './workbench-store.ts'

/** The box engine's check of a recipe, loaded when the first one comes. */
export type ReadRecipe = (value: unknown) => Promise<Result<AssemblyRecipe, { message: string }[]>>

export interface DesignSlice {
  designPanelOpen: boolean
  designPrompt: string
  designLoading: boolean
  designError: string | null
  designHint: string | null
  designChoices: readonly string[]
  designNotes: readonly string[]
  /** This panel has shown a preview, so `Esc` no longer throws it away by accident (WB75). */
  designPreviewed: boolean
  openDesignPanel(): void
  closeDesignPanel(): void
  setDesignPrompt(prompt: string): void
  submitDesign(): Promise<void>
  cancelDesign(): Promise<void>
}

export const LONGEST_PROMPT = 2000
const RECIPE = 'box.json'
const QUIET = { designError: null, designHint: null, designChoices: [] }
const FRESH = { ...QUIET, designLoading: false, designNotes: [], designPreviewed: false }

interface Preview {
  recipe: AssemblyRecipe
  version: VersionId | null
}

export const designSlice: Slice<DesignSlice> = (set, get, around) => {
  /** The head when the panel opened, to which `Cancel` returns. */
  let before: VersionId | null = null
  let preview: Preview | null = null
  /** The title when the panel opened, and the one that words gave last. */
  let called = ''
  let given: string | null = null
  /** The press of `Preview` that may still change something; every other one has been given up. */
  let attempt: AbortController | null = null

  const giveUp = () => {
    attempt?.abort()
    attempt = null
  }
  const failed = ({ message, hint, choices }: Pick<Refusal, 'message' | 'hint' | 'choices'>) =>
    set({ designLoading: false, designError: message, designHint: hint ?? null, designChoices: choices ?? [] })

  /** The head goes back, unless somebody else has moved it meanwhile (WB74). */
  async function takeBack(to: VersionId | null, expect: VersionId | null): Promise<boolean> {
    const reply = await get().port?.undo(to, expect)
    if (!reply || reply.ok) return true
    if (reply.error.code === 'SESSION_CONFLICT') get().tell(t.design.cancel, { message: t.design.othersMoved })
    else get().tell(t.design.cancel, reply.error)
    return false
  }

  /** The title, while it is what words have made of it, or nothing yet; null once somebody has typed one. */
  function titleFromWords(): string | null {
    const title = get().canvas?.state('title')
    if (typeof title !== 'string') return null
    const versions = [...(get().canvas?.channel('versions').values() ?? [])] as unknown as Version[]
    const words = versions.flatMap(({ request }) => (request === undefined ? [] : [titleOf(request)]))
    return title === '' || title === given || words.includes(title) ? title : null
  }

  /** A title that nobody typed follows the words. */
  async function callBy(title: string, stood: string | null) {
    if (stood === null || stood === title) return
    given = title
    const reply = await get().port?.rename(title)
    if (reply && !reply.ok) get().tell(t.design.label, reply.error)
  }

  /** The box the session shows: words over it change it or start anew, as the reader of the words decides. */
  async function boxOnScreen(): Promise<AssemblyRecipe | undefined> {
    const { canvas, port } = get()
    if (!port || canvas?.state('kind') !== 'box') return undefined
    const file = canvas.resource('files', RECIPE) as { content?: unknown } | undefined
    const text = typeof file?.content === 'string' ? ok(file.content) : await port.readFile(RECIPE)
    if (!text.ok) return undefined
    try {
      const recipe = await around.readRecipe(JSON.parse(text.value))
      return recipe.ok ? recipe.value : undefined
    } catch {
      // Not JSON: somebody wrote it by hand, and words start anew.
      return undefined
    }
  }

  async function submit(prompt: string, mine: AbortController): Promise<void> {
    const standing = preview?.recipe ?? (await boxOnScreen())
    if (attempt !== mine) return
    const answer = await around.server.design({ prompt, ...(standing ? { recipe: standing } : {}) }, mine.signal)
    if (attempt !== mine) return
    if (!answer.ok) return failed(answer.error)
    const recipe = await around.readRecipe(answer.value.recipe)
    if (attempt !== mine) return
    if (!recipe.ok) return failed({ message: recipe.error[0]?.message ?? t.design.notARecipe })

    const fresh = get().port === null
    if (fresh) given = titleOf(prompt)
    const session = await get().ensureSession(titleOf(prompt))
    if (attempt !== mine) return
    if (!session.ok) return failed(session.error)
    const stood = headOf(get().canvas)
    const stoodTitle = fresh ? null : titleFromWords()
    const text = `${JSON.stringify(recipe.value, null, 2)}\n`
    const written = await session.value.writeFile(RECIPE, text, { request: prompt })
    if (!written.ok) {
      if (attempt === mine) failed(written.error)
      return
    }
    const version = written.value.version?.id ?? null
    // `Done` or `Cancel` came while the box was being built: what it made does not stay.
    if (attempt !== mine) return void (await takeBack(stood, version))
    await callBy(titleOf(prompt), stoodTitle)
    if (attempt !== mine) return void (await takeBack(stood, version))
    preview = { recipe: recipe.value, version }
    around.goTo(session.value.session)
    set({ ...QUIET, designLoading: false, designNotes: answer.value.notes, designPreviewed: true })
  }

  return {
    ...FRESH,
    designPanelOpen: false,
    designPrompt: '',

    openDesignPanel() {
      if (get().designPanelOpen) return
      before = headOf(get().canvas)
      preview = null
      called = titleFromWords() ?? ''
      set({ ...FRESH, designPanelOpen: true })
    },

    closeDesignPanel() {
      giveUp()
      set({ ...FRESH, designPanelOpen: false, designPrompt: '' })
    },

    setDesignPrompt: (designPrompt) => set({ designPrompt }),

    async submitDesign() {
      const { designPrompt, designLoading } = get()
      const prompt = designPrompt.trim()
      if (prompt === '' || designLoading || prompt.length > LONGEST_PROMPT) return
      const mine = new AbortController()
      attempt = mine
      set({ ...QUIET, designLoading: true })
      await submit(prompt, mine)
    },

    async cancelDesign() {
      const made = preview
      const stood = titleFromWords()
      get().closeDesignPanel()
      if (!made?.version || !(await takeBack(before, made.version))) return
      await callBy(called, stood)
    },
  }
}

/** A session made by words is called by them, until somebody says better. */
function titleOf(prompt: string): string {
  const words = prompt.replace(/\s+/g, ' ').trim()
  const short = words.length > 48 ? `${words.slice(0, 47).trimEnd()}…` : words
  return short.charAt(0).toUpperCase() + short.slice(1)
}
