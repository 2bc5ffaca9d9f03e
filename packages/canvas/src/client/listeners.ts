import { type CanvasState, EMPTY_CHANNEL } from '../fold.ts'
import type { Touched } from '../touched.ts'

export type Listener = () => void

/** Who wants to hear of what. One subscription hears of one key, one resource or one channel (CV36). */
export class Listeners {
  readonly #state = new Groups()
  readonly #channels = new Groups()
  readonly #resources = new Map<string, Groups>()

  onState(key: string, listener: Listener): () => void {
    return this.#state.add(key, listener)
  }

  onChannel(channel: string, listener: Listener): () => void {
    return this.#channels.add(channel, listener)
  }

  onResource(channel: string, id: string, listener: Listener): () => void {
    const groups = this.#resources.get(channel) ?? new Groups()
    this.#resources.set(channel, groups)
    const stop = groups.add(id, listener)
    return () => {
      stop()
      if (groups.size === 0) this.#resources.delete(channel)
    }
  }

  /** Tells whoever reads something that is now another value. `touched` says where to look. */
  tell(before: CanvasState, after: CanvasState, touched: Touched | 'anything'): void {
    const all = touched === 'anything' || touched.everything
    for (const key of all ? this.#state.keys() : touched.state) {
      if (before.state.get(key) !== after.state.get(key)) this.#state.tell(key)
    }
    const names = all ? new Set([...this.#channels.keys(), ...this.#resources.keys()]) : touched.channels.keys()
    for (const name of names) {
      const old = before.channels.get(name) ?? EMPTY_CHANNEL
      const now = after.channels.get(name) ?? EMPTY_CHANNEL
      if (old === now) continue
      this.#channels.tell(name)
      const groups = this.#resources.get(name)
      const ids = all ? 'all' : (touched.channels.get(name) ?? 'all')
      for (const id of groups ? (ids === 'all' ? groups.keys() : ids) : []) {
        if (old.get(id) !== now.get(id)) groups?.tell(id)
      }
    }
  }
}

class Groups {
  readonly #listeners = new Map<string, Set<Listener>>()

  get size(): number {
    return this.#listeners.size
  }

  keys(): string[] {
    return [...this.#listeners.keys()]
  }

  add(key: string, listener: Listener): () => void {
    const group = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, group)
    // Its own object, so the same function may listen twice and stop once.
    const entry = () => listener()
    group.add(entry)
    return () => {
      group.delete(entry)
      if (group.size === 0 && this.#listeners.get(key) === group) this.#listeners.delete(key)
    }
  }

  tell(key: string): void {
    // A copy: who hears of it may stop listening, or begin to.
    const listeners = [...(this.#listeners.get(key) ?? [])]
    listeners.forEach((listener) => listener())
  }
}
