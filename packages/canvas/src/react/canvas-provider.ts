import { createContext, createElement, type ReactNode, useEffect } from 'react'
import type { CanvasClient } from '../client/canvas-client.ts'

export const CanvasContext = createContext<CanvasClient | undefined>(undefined)

/** Lends a canvas to the hooks below it, and lets it try again when the page is seen or the network is back (CV35). */
export function CanvasProvider({ canvas, children }: { canvas: CanvasClient; children?: ReactNode }) {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') canvas.wake()
    }
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [canvas])
  return createElement(CanvasContext.Provider, { value: canvas }, children)
}
