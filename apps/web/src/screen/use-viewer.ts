import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SessionPort } from '../port/session-port.ts'
import type { Workbench } from '../store/workbench-store.ts'
import { t } from '../strings/index.ts'
import type { StandIn, Viewer, ViewerEvents } from '../viewer/index.ts'
import type { SceneLayer } from '../viewer/scene.ts'
import type { Shown } from './use-design.ts'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

export interface ViewerOnScreen {
  viewer: Viewer | null
  /** What is on screen; `scene` is the very one that was wished for. */
  drawn: { scene: SceneLayer[]; seq: number; version?: string; standIns: StandIn[] } | null
  hover: ViewerEvents['hover']
  misfit: ViewerEvents['misfit']
  selection: ViewerEvents['selection'] | null
  problem: ViewerProblem | null
}

interface ViewerProblem {
  text: string
  hint?: string
  /** A new viewer might do better. */
  again: boolean
}

/** After so long without the graphics processor coming back, somebody has to press a button. */
const LOST_FOR_GOOD = 3000

/** Mounts the viewer, which knows no framework, and passes it values; it tells what is on screen. */
export function useViewer(
  host: RefObject<HTMLDivElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  scene: SceneLayer[],
  shown: Shown | null,
): ViewerOnScreen {
  const workbench = useWorkbenchStore()
  const port = useWorkbench((state) => state.port)
  const [viewer, setViewer] = useState<Viewer | null>(null)
  const [drawn, setDrawn] = useState<ViewerOnScreen['drawn']>(null)
  const [hover, setHover] = useState<ViewerEvents['hover']>(null)
  const [misfit, setMisfit] = useState<ViewerEvents['misfit']>(null)
  const [selection, setSelection] = useState<ViewerOnScreen['selection']>(null)
  const [problem, setProblem] = useState<ViewerProblem | null>(null)
  /** Which version a wish was of, for when it is drawn. */
  const versions = useRef(new WeakMap<SceneLayer[], string>())

  // One viewer per session: its camera, colours and caches are that session's.
  useEffect(() => {
    const [hostElement, canvasElement] = [host.current, canvas.current]
    if (!port || !hostElement || !canvasElement) return
    let gone = false
    const ways: (() => void)[] = []
    const mount = async () => {
      try {
        const chunk = await import('../viewer/index.ts')
        if (gone) return
        const decoder = chunk.createDecoder()
        ways.push(decoder.close)
        const made = chunk.createViewer(hostElement, canvasElement, portsOf(port, decoder.decode))
        ways.push(made.dispose, ...followStore(made, hostElement, workbench), followLoss(made, setProblem))
        made.on('hover', setHover)
        made.on('misfit', setMisfit)
        made.on('selection', setSelection)
        made.on('drawn', (event) => {
          performance.mark('hewn:swap')
          if (event.first) performance.mark('hewn:first-model')
          workbench.getState().swapped(event, event.colors)
          const { seq, standIns } = event
          const version = versions.current.get(event.scene)
          setDrawn({ scene: event.scene, seq, standIns, ...(version === undefined ? {} : { version }) })
        })
        // For tests and support: what is really drawn.
        Object.assign(globalThis, { hewn: { viewer: made } })
        setViewer(made)
      } catch (reason) {
        if (!gone) setProblem(problemFrom(reason))
      }
    }
    void mount()
    return () => {
      gone = true
      for (const way of ways) way()
    }
  }, [port, workbench, host, canvas])

  useEffect(() => {
    if (!viewer) return
    // The number the scene was read at: layers of one job come in one commit, so it names them all.
    const seq = workbench.getState().canvas?.position?.seq ?? 0
    if (shown?.version !== undefined) versions.current.set(scene, shown.version)
    viewer.show(scene, { seq, ...(shown ? { job: shown.job } : {}) })
  }, [viewer, scene, shown, workbench])

  return { viewer, drawn, hover, misfit, selection, problem }
}

const portsOf = (
  port: SessionPort,
  decode: Parameters<typeof import('../viewer/index.ts').createViewer>[2]['decode'],
) => ({
  fetch: (hash: string) => port.blob(hash),
  decode,
  still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  now: () => performance.now(),
})

/** Colours by theme, `Fit view` from a button, and keys while the picture itself has the focus (WB25). */
function followStore(viewer: Viewer, host: HTMLElement, workbench: Workbench): (() => void)[] {
  const dress = () => {
    const { backgroundColor, color } = getComputedStyle(host)
    viewer.appearance({ ground: backgroundColor, grid: color })
  }
  const press = (event: KeyboardEvent) => {
    // Letters in a field are letters.
    if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) return
    if (viewer.key(event)) event.preventDefault()
  }
  const system = matchMedia('(prefers-color-scheme: dark)')
  dress()
  system.addEventListener('change', dress)
  host.addEventListener('keydown', press)
  const stop = workbench.subscribe((state, before) => {
    if (state.fits !== before.fits) viewer.fit({ animate: true })
    // The page takes on the theme after this; its colours are read then.
    if (state.theme !== before.theme) requestAnimationFrame(() => requestAnimationFrame(dress))
  })
  return [stop, () => system.removeEventListener('change', dress), () => host.removeEventListener('keydown', press)]
}

function followLoss(viewer: Viewer, tell: (problem: ViewerProblem | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  viewer.on('lost', ({ state }) => {
    clearTimeout(timer)
    tell(state === 'lost' ? { text: t.viewport.lost, again: false } : null)
    if (state === 'lost') timer = setTimeout(() => tell({ text: t.viewport.stopped, again: true }), LOST_FOR_GOOD)
  })
  return () => clearTimeout(timer)
}

function problemFrom(reason: unknown): ViewerProblem {
  const text = String(reason)
  if (/webgl/i.test(text)) return { text: t.viewport.noWebgl, hint: t.viewport.noWebglHint, again: false }
  return { text: t.viewport.chunk, hint: text, again: true }
}
