import { type CanvasFrame, LIMITS } from '@hewn/protocol'
import type { JsonObject } from '../ports.ts'
import { bytesOf } from '../value.ts'

/** Frames that came before those they follow; they wait while the hole before them is fetched (CV30). */
export class HeldFrames {
  #frames: CanvasFrame[] = []
  #bytes = 0

  /** False when it is more than is held: then joining again is the shorter way. */
  hold(frame: CanvasFrame): boolean {
    this.#frames.push(frame)
    this.#bytes += bytesOf(frame as unknown as JsonObject)
    return this.#frames.length <= LIMITS.held.frames && this.#bytes <= LIMITS.held.bytes
  }

  /** Takes out all that is held, in the order of its numbers. */
  take(): CanvasFrame[] {
    const frames = this.#frames.toSorted((a, b) => a.from - b.from)
    this.clear()
    return frames
  }

  clear(): void {
    this.#frames = []
    this.#bytes = 0
  }
}
