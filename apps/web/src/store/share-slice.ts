import type { Result } from '@hewn/model'
import type { Share } from '@hewn/protocol'
import type { Refusal } from '../port/http.ts'
import { t } from '../strings/index.ts'
import type { Slice } from './workbench-store.ts'

/** Links to the session on screen; which there are is asked of the server, and never kept here (WB79). */
export interface ShareSlice {
  shareOpen: boolean
  /** Links of this session, newest first; null until they have been read. */
  links: readonly Share[] | null
  /** The link that was just made, by its id: its address is told this once. */
  newLink: { id: string; url: string } | null
  showShare(open: boolean): void
  loadLinks(): Promise<void>
  makeLink(scope: Share['scope'], label: string): Promise<Result<void, Refusal> | undefined>
  takeBackLink(id: string): Promise<void>
}

export const shareSlice: Slice<ShareSlice> = (set, get) => ({
  shareOpen: false,
  links: null,
  newLink: null,

  showShare: (shareOpen) => set({ shareOpen, links: null, newLink: null }),

  async loadLinks() {
    const reply = await get().port?.links()
    if (reply?.ok) set({ links: reply.value })
    else if (reply) get().tell(t.command.share, reply.error)
  },

  async makeLink(scope, label) {
    const reply = await get().port?.makeLink({ scope, ...(label.trim() === '' ? {} : { label: label.trim() }) })
    if (!reply) return undefined
    if (!reply.ok) return reply
    set({ newLink: reply.value })
    await get().loadLinks()
    return { ok: true, value: undefined }
  },

  async takeBackLink(id) {
    const reply = await get().port?.takeBackLink(id)
    if (reply && !reply.ok) get().tell(t.command.share, reply.error)
    set(({ newLink }) => ({ newLink: newLink?.id === id ? null : newLink }))
    await get().loadLinks()
  },
})
