import type { PresentViewer } from '@hewn/protocol'
import { useCallback, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CanvasClient } from '../client/canvas-client.ts'
import type { ConnectionState } from '../client/connection-state.ts'
import type { EventListener } from '../client/replica.ts'
import type { Channel } from '../fold.ts'
import type { Json } from '../ports.ts'
import { CanvasContext } from './canvas-provider.ts'

// Each hook subscribes to the one thing it reads, so a change draws only who reads it (CV36).

export function useCanvas(): CanvasClient {
  const canvas = useContext(CanvasContext)
  if (canvas) return canvas
  throw new Error('No canvas above this component; put it inside <CanvasProvider canvas={…}>')
}

export function useCanvasState(key: string): Json | undefined {
  const canvas = useCanvas()
  const subscribe = useCallback((listener: () => void) => canvas.subscribeState(key, listener), [canvas, key])
  return useValue(subscribe, () => canvas.state(key))
}

export function useResource(channel: string, id: string): Json | undefined {
  const canvas = useCanvas()
  const subscribe = useCallback(
    (listener: () => void) => canvas.subscribe(channel, id, listener),
    [canvas, channel, id],
  )
  return useValue(subscribe, () => canvas.resource(channel, id))
}

/** The same object until something in it changes. */
export function useChannel(channel: string): Channel {
  const canvas = useCanvas()
  const subscribe = useCallback((listener: () => void) => canvas.subscribeChannel(channel, listener), [canvas, channel])
  return useValue(subscribe, () => canvas.channel(channel))
}

/** The ids in a channel; the same list until one comes or goes. */
export function useChannelIds(channel: string): readonly string[] {
  const canvas = useCanvas()
  const last = useRef<readonly string[]>([])
  const subscribe = useCallback((listener: () => void) => canvas.subscribeChannel(channel, listener), [canvas, channel])
  return useValue(subscribe, () => {
    const ids = canvas.channel(channel)
    const same = ids.size === last.current.length && last.current.every((id) => ids.has(id))
    if (!same) last.current = [...ids.keys()]
    return last.current
  })
}

export interface Graph {
  nodes: Channel
  /** Edges whose two ends are there; the others wait for theirs (CV10). */
  edges: Channel
}

export function useGraph(): Graph {
  const nodes = useChannel('nodes')
  const edges = useChannel('edges')
  return useMemo(() => ({ nodes, edges: drawable(nodes, edges) }), [nodes, edges])
}

export function useConnection(): ConnectionState {
  const canvas = useCanvas()
  const subscribe = useCallback((listener: () => void) => canvas.subscribeConnection(listener), [canvas])
  return useValue(subscribe, () => canvas.connection)
}

/** Who is here, by viewer, this one too (CV57). */
export function usePresence(): ReadonlyMap<string, PresentViewer> {
  const canvas = useCanvas()
  const subscribe = useCallback((listener: () => void) => canvas.subscribePresence(listener), [canvas])
  return useValue(subscribe, () => canvas.present)
}

/** Hears each emitted event of a type once, in order. */
export function useCanvasEvent(type: string, listener: EventListener): void {
  const canvas = useCanvas()
  const newest = useRef(listener)
  useEffect(() => {
    newest.current = listener
  })
  useEffect(() => canvas.onEvent(type, (data, seq) => newest.current(data, seq)), [canvas, type])
}

const useValue = <T>(subscribe: (listener: () => void) => () => void, read: () => T): T =>
  useSyncExternalStore(subscribe, read, read)

function drawable(nodes: Channel, edges: Channel): Channel {
  const there = (id: Json | undefined) => typeof id === 'string' && nodes.has(id)
  const drawn = [...edges].filter(([, edge]) => {
    if (typeof edge !== 'object' || edge === null || Array.isArray(edge)) return false
    return there(edge.source) && there(edge.target)
  })
  return drawn.length === edges.size ? edges : new Map(drawn)
}
