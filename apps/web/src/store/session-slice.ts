import type { CanvasClient } from '@hewn/canvas'
import { ok, type Result, type SessionId, slugOf, type Version, type VersionId } from '@hewn/model'
import type { Health } from '@hewn/protocol'
import type { Refusal } from '../port/http.ts'
import type { Download, SessionPort } from '../port/session-port.ts'
import { t } from '../strings/index.ts'
import type { Slice } from './workbench-store.ts'

export interface Notice {
  id: string
  text: string
  hint?: string
}

export interface SessionSlice {
  port: SessionPort | null
  canvas: CanvasClient | null
  health: Health | null
  /** The server was asked and did not answer. */
  offline: boolean
  notice: Notice | null
  /** The address names a session that cannot exist. */
  stray: boolean
  /** Since when the canvas is not live; trying again does not start it anew. */
  goneSince: number | null
  openSession(session: SessionId): SessionPort
  /** The session on screen; the first action of a fresh page makes one. */
  ensureSession(title?: string): Promise<Result<SessionPort, Refusal>>
  leaveSession(): void
  refreshHealth(): Promise<void>
  rename(title: string): Promise<void>
  undo(): Promise<void>
  download(format: string, artifact?: string): Promise<void>
  tell(what: string, refusal: Pick<Refusal, 'message' | 'hint'>): void
  dismissNotice(): void
}

const LONGEST_TITLE = 80

export const sessionSlice: Slice<SessionSlice> = (set, get, around) => {
  let making: Promise<Result<SessionPort, Refusal>> | null = null

  async function make(title: string | undefined): Promise<Result<SessionPort, Refusal>> {
    const made = await around.server.createSession(title)
    if (!made.ok) return made
    around.goTo(made.value)
    return ok(get().openSession(made.value))
  }

  return {
    port: null,
    canvas: null,
    health: null,
    offline: false,
    notice: null,
    stray: false,
    goneSince: null,

    openSession(session) {
      get().canvas?.close()
      get().showShare(false)
      const port = around.server.open(session)
      const canvas = around.connect(session)
      set({ port, canvas, notice: null, stray: false, goneSince: around.world.now() })
      canvas.subscribeConnection(() => {
        if (get().canvas !== canvas) return
        const live = canvas.connection.state === 'live'
        set(({ goneSince }) => ({ goneSince: live ? null : (goneSince ?? around.world.now()) }))
      })
      get().followCode()
      get().followRuns()
      return port
    },

    async ensureSession(title) {
      const { port } = get()
      if (port) return ok(port)
      // Two actions at once are still one session.
      making ??= make(title?.trim().slice(0, LONGEST_TITLE) || undefined).finally(() => {
        making = null
      })
      return making
    },

    leaveSession() {
      get().canvas?.close()
      around.goTo(null)
      set({ port: null, canvas: null, notice: null, stray: false, goneSince: null })
      get().resetCode()
      get().resetRuns()
      get().closeDesignPanel()
      get().showShare(false)
    },

    async refreshHealth() {
      const health = await around.server.health()
      set(health.ok ? { health: health.value, offline: false } : { offline: true })
    },

    async rename(title) {
      const clean = title.trim().slice(0, LONGEST_TITLE)
      if (clean === '') return
      const fresh = get().port === null
      const port = await get().ensureSession(clean)
      const reply = !port.ok ? port : fresh ? ok(undefined) : await port.value.rename(clean)
      if (!reply.ok) get().tell('Renaming', reply.error)
    },

    async undo() {
      const { port, canvas } = get()
      if (!port || !canvas) return
      const reply = await port.undo(undefined, headOf(canvas))
      if (!reply.ok) get().tell(t.command.undo, reply.error)
    },

    async download(format, artifact) {
      const { port } = get()
      if (!port) return
      const marks = get().partNames && CUT_FILES.has(format)
      let file: Result<Download, Refusal> =
        artifact === undefined || marks ? await port.export(format, { marks }) : await around.server.artifact(artifact)
      if (!file.ok && file.error.code === 'JOB_NOT_VALID') {
        const { message } = file.error
        file = await port.export(format, { force: true })
        if (file.ok) set({ notice: { id: around.world.newId(), text: t.banner.notValid(message) } })
      }
      if (file.ok)
        around.save(fileName(get().canvas, endingOf(file.value.name) ?? format) ?? file.value.name, file.value.bytes)
      else get().tell(`Download ${format.toUpperCase()}`, file.error)
    },

    tell(what, { message, hint }) {
      set({
        notice: {
          id: around.world.newId(),
          text: t.banner.failed(what, message),
          ...(hint === undefined ? {} : { hint }),
        },
      })
    },

    dismissNotice: () => set({ notice: null }),
  }
}

/** What may carry the names of its parts (BX55). */
const CUT_FILES = new Set(['svg', 'dxf', 'pdf', 'panels'])

/** `tea-box-v7.step`: what it is and which version, as somebody finds it again in a folder (WB77). */
function fileName(canvas: CanvasClient | null, format: string): string | undefined {
  const title = canvas?.state('title')
  const slug = slugOf(typeof title === 'string' ? title : '')
  return slug === '' ? undefined : `${slug}-v${versionNumber(canvas)}.${format}`
}

/** The reply knows best what it is: several cut sheets come as one archive, all panels as `panels.json`. */
const endingOf = (name: string): string | undefined => /^[^.]+\.([a-z0-9.]{1,20})$/i.exec(name)?.[1]?.toLowerCase()

/** How many versions had been made when this one was: its number, which no later version changes. */
function versionNumber(canvas: CanvasClient | null): number {
  const head = headOf(canvas)
  const versions = [...(canvas?.channel('versions') ?? [])] as unknown as [string, Version][]
  const at = versions.find(([id]) => id === head)?.[1].at ?? Number.POSITIVE_INFINITY
  return Math.max(1, versions.filter(([, version]) => version.at <= at).length)
}

/** The version on screen, as the canvas has it; null before the first. */
export function headOf(canvas: CanvasClient | null): VersionId | null {
  const head = canvas?.state('head')
  return typeof head === 'string' ? (head as VersionId) : null
}
