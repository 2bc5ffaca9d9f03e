import {
  type Answer,
  type Message,
  type MessageKind,
  ok,
  slugOf,
  type Result,
  type Template,
  templateFrom,
  type TurnId,
  type VersionId,
} from '@hewn/model'
import type { ClaimBody } from '@hewn/protocol'
import type { Refusal } from '../port/http.ts'
import { type Pointed, sayPointed } from '../say-pointed.ts'
import { t } from '../strings/index.ts'
import { wholeRequest } from '../whole-request.ts'
import { headOf } from './session-slice.ts'
import type { Slice } from './workbench-store.ts'

/** What is being said, and how it is said; what was said lies on the canvas. */
export interface ConversationSlice {
  words: string
  wordsKind: MessageKind
  saying: boolean
  /** What is picked in the picture, by its name. */
  pointed: Pointed | null
  point(pointed: Pointed | null): void
  sayRefusal: Refusal | null
  /** An earlier request is being said anew: where its turn began. */
  branch: { from: VersionId | null; of: string } | null
  /** Asks the composer for the focus, once per change. */
  focusWords: number
  setWords(words: string): void
  setWordsKind(kind: MessageKind): void
  /** Sends what stands in the composer; `replace` stops the turn that runs. */
  say(mode?: 'queue' | 'replace'): Promise<void>
  /** Sends other words than those in the composer, which stay. */
  sayThis(words: string, options?: { kind?: MessageKind; from?: VersionId | null }): Promise<void>
  answer(question: string, choice: string, text?: string): Promise<void>
  stopTurn(turn: TurnId): Promise<void>
  acceptTurn(turn: TurnId, claims: string[]): Promise<void>
  /** Back to before a turn that changed something. */
  undoTurn(message: Message): Promise<void>
  redo(): Promise<void>
  branchFrom(message: Message): void
  leaveBranch(): void
  /** Puts words into the composer, and the cursor behind them. */
  suggest(words: string): void
  /** Earlier requests, for the arrow keys of an empty composer. */
  walkWords(step: -1 | 1): void
  /** The picker of templates is open. */
  templatesOpen: boolean
  showTemplates(open: boolean): void
  loadTemplates(): Promise<Result<Template[], Refusal>>
  /** A request that was made becomes words to begin with: its numbers are slots. */
  saveAsTemplate(message: Message): Promise<void>
  removeTemplate(name: string): Promise<void>
  exportSession(): Promise<void>
  importSession(file: Blob): Promise<void>
  saveClaim(id: string, claim: ClaimBody): Promise<boolean>
  removeClaim(id: string): Promise<void>
}

export const LONGEST_MESSAGE = 10_000
const KEPT = 'words'
const NAMES_TRIED = 20

export const conversationSlice: Slice<ConversationSlice> = (set, get, { tab, server, save, goTo }) => {
  /** Which earlier request stands in the composer, counted from the newest; -1 is none. */
  let walked = -1
  /** Requests leave one after the other, in the order in which they were typed. */
  let sending: Promise<unknown> = Promise.resolve()

  const put = (words: string) => {
    tab.set(KEPT, words)
    set({ words })
  }

  async function send(
    text: string,
    more: { mode?: 'queue' | 'replace'; kind?: MessageKind; from?: VersionId | null; answers?: Answer[] },
  ): Promise<boolean> {
    set({ saying: true, sayRefusal: null })
    const port = await get().ensureSession()
    const reply = port.ok ? await port.value.say({ text, ...more }) : port
    set({ saying: false, sayRefusal: reply.ok ? null : reply.error })
    return reply.ok
  }

  function earlier(): string[] {
    const messages = [...(get().canvas?.channel('messages').values() ?? [])] as unknown as Message[]
    const requests = messages.toSorted((a, b) => b.at - a.at).map(({ request }) => request)
    return requests.filter((request, index) => request !== requests[index - 1])
  }

  return {
    words: tab.get(KEPT) ?? '',
    wordsKind: 'auto',
    saying: false,
    pointed: null,
    point: (pointed) => set({ pointed }),
    sayRefusal: null,
    branch: null,
    focusWords: 0,

    setWords(words) {
      walked = -1
      put(words)
    },
    setWordsKind: (wordsKind) => set({ wordsKind }),

    async say(mode = 'queue') {
      const { words, wordsKind, branch, pointed } = get()
      const text = sayPointed(words.trim(), pointed)
      if (text === '' || text.length > LONGEST_MESSAGE) return
      walked = -1
      // Out of the field at once: what is typed from now on is the next request. The tab keeps the words until they arrive,
      // and what they are to be was said of them, not of the next.
      set(({ focusWords }) => ({ words: '', branch: null, wordsKind: 'auto', focusWords: focusWords + 1 }))
      const more = { mode, kind: wordsKind, ...(branch ? { from: branch.from } : {}) }
      const arrived = sending.then(() => send(text, more))
      sending = arrived
      if (await arrived) {
        if (tab.get(KEPT) === words) tab.set(KEPT, get().words)
        return
      }
      const typed = get().words
      put(typed === '' ? words : `${words}\n${typed}`)
      set({ wordsKind, branch })
    },

    async sayThis(words, options = {}) {
      if (!get().saying) await send(words, options)
    },

    async answer(question, choice, text = '') {
      if (!get().saying) await send(text, { answers: [{ question, choice }] })
    },

    async stopTurn(turn) {
      const reply = await get().port?.stopTurn(turn)
      if (reply && !reply.ok) get().tell(t.command.stop, reply.error)
    },

    async acceptTurn(turn, claims) {
      const reply = await get().port?.acceptTurn(turn, claims)
      if (reply && !reply.ok) get().tell(t.composer.accept, reply.error)
    },

    async undoTurn({ base = null }) {
      const { port, canvas } = get()
      const reply = await port?.undo(base, headOf(canvas))
      if (reply && !reply.ok) get().tell(t.command.undo, reply.error)
    },

    async redo() {
      const reply = await get().port?.redo()
      if (reply && !reply.ok) get().tell(t.command.redo, reply.error)
    },

    branchFrom({ request, base = null }) {
      put(request)
      set(({ focusWords }) => ({ branch: { from: base, of: request }, focusWords: focusWords + 1 }))
    },
    leaveBranch: () => set({ branch: null }),

    suggest(words) {
      put(words)
      set(({ focusWords }) => ({ focusWords: focusWords + 1 }))
    },

    walkWords(step) {
      const requests = earlier()
      const next = Math.min(requests.length - 1, Math.max(-1, walked - step))
      if (next === walked) return
      walked = next
      put(requests[next] ?? '')
    },

    templatesOpen: false,
    showTemplates: (templatesOpen) => set({ templatesOpen }),
    loadTemplates: () => server.templates(),

    async saveAsTemplate(message) {
      const { understanding } = message
      const said = wholeRequest(message)
      const title = said.replaceAll(/\s+/g, ' ').trim().slice(0, 60)
      const slug =
        slugOf(title)
          .replaceAll(/[^a-z0-9-]/g, '')
          .replace(/^-+/, '')
          .slice(0, 40) || 'template'
      const words = templateFrom(said).slice(0, 2000)
      const template = { title, words, kind: understanding?.kind ?? ('part' as const), tags: [] }
      let reply: Result<void, Refusal> = ok(undefined)
      // A name that is taken gets a number.
      for (let number = 1; number <= NAMES_TRIED; number++) {
        reply = await server.saveTemplate({ ...template, name: number === 1 ? slug : `${slug}-${number}` })
        if (reply.ok || reply.error.code !== 'REQUEST_CONFLICT') break
      }
      if (reply.ok) set({ templatesOpen: true })
      else get().tell(t.composer.saveTemplate, reply.error)
    },

    async removeTemplate(name) {
      const reply = await server.removeTemplate(name)
      if (!reply.ok) get().tell(t.composer.templates, reply.error)
    },

    async exportSession() {
      const reply = await get().port?.bundle()
      if (reply?.ok) save(reply.value.name, reply.value.bytes)
      else if (reply) get().tell(t.command.exportSession, reply.error)
    },

    async importSession(file) {
      const reply = await server.importSession(file)
      if (!reply.ok) return get().tell(t.command.importSession, reply.error)
      goTo(reply.value)
      get().openSession(reply.value)
    },

    async saveClaim(id, claim) {
      const reply = await get().port?.setClaim(id, claim)
      if (reply && !reply.ok) get().tell(t.rail.contract, reply.error)
      return reply?.ok ?? false
    },

    async removeClaim(id) {
      const reply = await get().port?.removeClaim(id)
      if (reply && !reply.ok) get().tell(t.rail.contract, reply.error)
    },
  }
}
