import { canvasDigest } from '@hewn/protocol'
import type { CanvasState } from './fold.ts'
import type { Json } from './ports.ts'

const digests = new WeakMap<object, string>()

/** Each map is digested once, however many ask. A channel that is itself called `state` has no place in the answer. */
export function digestsOf(canvas: CanvasState): { [name: string]: string } {
  const channels = [...canvas.channels].map(([name, channel]) => [name, digestOf(channel)] as const)
  return { ...Object.fromEntries(channels), state: digestOf(canvas.state) }
}

function digestOf(map: ReadonlyMap<string, Json>): string {
  const digest = digests.get(map) ?? canvasDigest(Object.fromEntries(map))
  digests.set(map, digest)
  return digest
}
