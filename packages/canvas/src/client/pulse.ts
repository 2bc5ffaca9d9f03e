import type { World } from '@hewn/model'

interface PulseParts {
  world: World
  /** Asks the line for something that is answered at once. False when there is no live line. */
  ask(answer: () => void): boolean
  /** Nothing came. */
  dead(): void
}

/** A line may have died and say nothing of it for the better part of a minute. Woken, one that has been silent is asked … */
const WOKEN = { silence: 5_000, within: 4_000 }
/** … and so is one that the server's heartbeat has not come over twice; a slow one has more time to answer. */
const LIVE = { silence: 22_000, within: 8_000 }

/** Whether the line that is live still lives (CV35). */
export class Pulse {
  readonly #parts: PulseParts
  #heardAt = 0
  #stops: (() => void)[] = []

  constructor(parts: PulseParts) {
    this.#parts = parts
  }

  heard(): void {
    this.#heardAt = this.#parts.world.now()
  }

  /** While it is live, the server's heartbeat is listened for. */
  listen(): void {
    this.stop()
    this.#listen()
  }

  woken(): void {
    this.#probe(WOKEN)
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  #listen(): void {
    const again = () => {
      this.#probe(LIVE)
      this.#listen()
    }
    this.#stops = [this.#parts.world.after(LIVE.silence, again)]
  }

  #probe({ silence, within }: typeof LIVE): void {
    const { world, ask, dead } = this.#parts
    if (world.now() - this.#heardAt < silence) return
    let answered = false
    const asked = ask(() => {
      answered = true
      this.heard()
    })
    if (!asked) return
    this.heard()
    this.#stops.push(world.after(within, () => answered || dead()))
  }
}
