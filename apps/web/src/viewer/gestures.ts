import type { Vec3 } from '@hewn/model'
import { orbit, pan, type View, zoom } from './view.ts'

/** What the hands need to know of the picture. */
export interface GesturePort {
  focus(): void
  view(): View
  look(view: View): void
  /** Where the ray under this point of the picture first meets the model. */
  pointUnder(x: number, y: number): Vec3 | undefined
  size(): { x: number; y: number }
  fitAt(x: number, y: number): void
  hover(x: number, y: number): void
  /** A press that did not move; `add` to what is picked already. */
  pick(x: number, y: number, add: boolean): void
  leave(): void
}

/** A hand that presses is not quite still. */
const STILL = 4
const DEGREES_PER_PIXEL = 0.4
const ZOOM_PER_WHEEL_PIXEL = 0.0015

/** Mouse, trackpad and touch as in WB23. Returns the way out. */
export function gestures(element: HTMLElement, port: GesturePort): () => void {
  const held = new Map<number, { x: number; y: number }>()
  let drag: { kind: 'orbit' | 'pan'; pivot?: Vec3 } | undefined
  let pressed: { x: number; y: number } | undefined
  let lastTap = { at: -1e9, x: 0, y: 0 }
  const ways: (() => void)[] = []
  const listen = <K extends keyof HTMLElementEventMap>(type: K, run: (event: HTMLElementEventMap[K]) => void) => {
    element.addEventListener(type, run, { passive: false })
    ways.push(() => element.removeEventListener(type, run))
  }
  const place = (event: MouseEvent) => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const mmPerPixel = () => port.view().height / port.size().y
  const fromMiddle = ({ x, y }: { x: number; y: number }) => {
    const size = port.size()
    return { right: (x - size.x / 2) * mmPerPixel(), up: (size.y / 2 - y) * mmPerPixel() }
  }

  listen('pointerdown', (event) => {
    port.focus()
    element.setPointerCapture(event.pointerId)
    const at = place(event)
    held.set(event.pointerId, at)
    pressed = held.size === 1 && event.button === 0 ? at : undefined
    port.leave()
    if (held.size > 1) drag = { kind: 'pan' }
    else if (event.pointerType === 'mouse' && event.button !== 0) drag = { kind: 'pan' }
    else {
      const pivot = port.pointUnder(at.x, at.y)
      drag = { kind: 'orbit', ...(pivot === undefined ? {} : { pivot }) }
    }
  })

  listen('pointermove', (event) => {
    const to = place(event)
    const from = held.get(event.pointerId)
    if (!from || !drag) {
      if (event.pointerType !== 'touch') port.hover(to.x, to.y)
      return
    }
    const spreadBefore = spread(held)
    held.set(event.pointerId, to)
    const [dx, dy] = [(to.x - from.x) / held.size, (to.y - from.y) / held.size]
    if (drag.kind === 'orbit') {
      const turn = { azimuth: -dx * DEGREES_PER_PIXEL, elevation: dy * DEGREES_PER_PIXEL }
      port.look(orbit(port.view(), turn, drag.pivot))
      return
    }
    const moved = pan(port.view(), dx * mmPerPixel(), -dy * mmPerPixel())
    const spreadNow = spread(held)
    port.look(
      spreadBefore > 0 && spreadNow > 0 ? zoom(moved, spreadBefore / spreadNow, fromMiddle(middle(held))) : moved,
    )
  })

  const release = (event: PointerEvent) => {
    const at = held.get(event.pointerId)
    held.delete(event.pointerId)
    if (held.size === 0) drag = undefined
    const end = place(event)
    if (pressed && event.type === 'pointerup' && Math.hypot(end.x - pressed.x, end.y - pressed.y) < STILL)
      port.pick(pressed.x, pressed.y, event.shiftKey || event.ctrlKey || event.metaKey)
    pressed = undefined
    if (at && event.type === 'pointerup' && event.pointerType === 'touch' && held.size === 0) {
      const near = Math.hypot(at.x - lastTap.x, at.y - lastTap.y) < 24
      if (near && event.timeStamp - lastTap.at < 350) port.fitAt(at.x, at.y)
      lastTap = { at: event.timeStamp, ...at }
    }
  }
  listen('pointerup', release)
  listen('pointercancel', release)
  listen('pointerleave', () => port.leave())
  listen('dblclick', (event) => {
    const at = place(event)
    port.fitAt(at.x, at.y)
  })
  listen('contextmenu', (event) => event.preventDefault())
  listen('wheel', (event) => {
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1
    // A pinch on a trackpad arrives as a wheel with Ctrl, in much smaller steps.
    const pixels = event.deltaY * lines * (event.ctrlKey ? 6 : 1)
    port.look(zoom(port.view(), Math.exp(pixels * ZOOM_PER_WHEEL_PIXEL), fromMiddle(place(event))))
  })
  return () => {
    for (const out of ways) out()
  }
}

function middle(held: ReadonlyMap<number, { x: number; y: number }>) {
  const points = [...held.values()]
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

function spread(held: ReadonlyMap<number, { x: number; y: number }>): number {
  const [a, b] = [...held.values()]
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
}
