import type { SessionId, World } from '@hewn/model'
import { snapshotOf } from '../fold.ts'
import type { CanvasKeep } from '../ports.ts'
import { within } from '../within.ts'
import type { Replica } from './replica.ts'

interface KeepingParts {
  keep: CanvasKeep
  session: SessionId
  replica: Replica
  world: World
}

/** A browser's database may be held up by another tab; then the server has everything. */
const LOAD_WITHIN = 1_000
const SAVE_AFTER = 2_000
/** Of the time there is, saving takes no more than this share, however large the canvas. */
const SHARE = 1 / 50

/** Resources. To digest a large canvas takes its server longer than others should wait. */
const PROVEN_UP_TO = 2_000

/** Keeps what a viewer sees, so that the next one begins there. It never fails anybody: what cannot be kept is asked for. */
export class Keeping {
  readonly #parts: KeepingParts
  #saved: number | undefined
  #stop: (() => void) | undefined
  #wait = SAVE_AFTER
  #ended = false
  /** What was kept is on the screen, and has not been compared with what the server has. */
  #unproven = false

  constructor(parts: KeepingParts) {
    this.#parts = parts
  }

  /** Puts what was kept onto the screen. */
  async load(): Promise<void> {
    const { keep, session, replica, world } = this.#parts
    const kept = await within(world, LOAD_WITHIN, quietly(keep.load(session)), undefined)
    if (this.#ended || replica.position || kept === undefined) return
    replica.replace(kept.epoch, kept)
    this.#saved = kept.seq
    this.#unproven = true
  }

  /** Whether to compare now, once: what was kept wrong would else be wrong after every reload. */
  proves(): boolean {
    const unproven = this.#unproven
    this.#unproven = false
    const { channels } = this.#parts.replica.canvas
    return unproven && [...channels.values()].reduce((sum, { size }) => sum + size, 0) <= PROVEN_UP_TO
  }

  /** Something has come; it is kept soon, together with what comes until then. */
  changed(): void {
    if (this.#ended || this.#stop || this.#parts.replica.position?.seq === this.#saved) return
    this.#stop = this.#parts.world.after(this.#wait, () => void this.#save())
  }

  /** The session is gone, or no longer for this one. */
  forget(): void {
    this.end()
    void quietly(this.#parts.keep.drop(this.#parts.session))
  }

  end(): void {
    this.#ended = true
    this.#stop?.()
  }

  async #save(): Promise<void> {
    const { keep, session, replica, world } = this.#parts
    const { position } = replica
    if (!position) return
    const began = world.now()
    const saving = quietly(keep.save(session, snapshotOf(session, position.epoch, replica.canvas)))
    this.#wait = Math.max(SAVE_AFTER, (world.now() - began) / SHARE)
    await saving
    this.#saved = position.seq
    this.#stop = undefined
    this.changed()
  }
}

const quietly = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined)
