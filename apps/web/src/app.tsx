import { CanvasProvider } from '@hewn/canvas/react'
import { useEffect } from 'react'
import { commandFor } from './commands.ts'
import { Banners } from './screen/banners.tsx'
import { Drawer } from './screen/drawer.tsx'
import { Gallery } from './screen/gallery.tsx'
import { Header } from './screen/header.tsx'
import { isMac } from './screen/platform.ts'
import { Rail } from './screen/rail.tsx'
import { StatusBar } from './screen/status-bar.tsx'
import { commandHandle, useSituation } from './screen/use-commands.ts'
import { Viewport } from './screen/viewport.tsx'
import { useWorkbench, useWorkbenchStore, WorkbenchContext } from './screen/workbench-context.ts'
import { silentCanvas } from './silent-canvas.ts'
import { later } from './ui/later.tsx'
import type { Workbench } from './store/workbench-store.ts'

const DesignPanel = later(() => import('./screen/design-panel.tsx'))

const HEALTH_EVERY = 3000

export function App({ workbench }: { workbench: Workbench }) {
  return (
    <WorkbenchContext value={workbench}>
      <Page />
    </WorkbenchContext>
  )
}

function Page() {
  const canvas = useWorkbench((state) => state.canvas)
  return (
    <CanvasProvider canvas={canvas ?? silentCanvas()}>
      <Keys />
      <Theme />
      <Health />
      <div className="flex h-full flex-col">
        <Header />
        <Banners />
        <Body />
        <StatusBar />
      </div>
    </CanvasProvider>
  )
}

function Body() {
  const session = useWorkbench((state) => state.port?.session ?? null)
  const designPanelOpen = useWorkbench((state) => state.designPanelOpen)
  return (
    <div className="flex min-h-0 flex-1 max-xl:flex-col">
      <div className="flex min-h-0 min-w-0 flex-1 max-md:flex-col">
        {session && <Rail />}
        <main className="viewport flex min-h-0 min-w-0 flex-1 flex-col">
          <div className={`viewport-main min-h-0 flex-1 ${designPanelOpen ? 'with-design-panel' : ''}`}>
            {session ? <Viewport key={session} /> : <Gallery />}
          </div>
          {designPanelOpen && <DesignPanel />}
        </main>
      </div>
      <Drawer />
    </div>
  )
}

/** Keys of the command table, wherever the focus is; a field keeps its own undo. */
function Keys() {
  const workbench = useWorkbenchStore()
  const situation = useSituation()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const id = commandFor(event, isMac())
      if (!id || ((id === 'undo' || id === 'redo') && isEditable(event.target))) return
      const command = commandHandle(id, situation, workbench)
      event.preventDefault()
      if (command.reason === undefined) command.run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [workbench, situation])
  return null
}

const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(target.tagName))

function Theme() {
  const theme = useWorkbench((state) => state.theme)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  return null
}

/** Asked again while something is still being installed or started; later the canvas tells. */
function Health() {
  const refresh = useWorkbench((state) => state.refreshHealth)
  const settled = useWorkbench((state) => state.health?.kernel.state === 'ready' && !state.offline)
  useEffect(() => {
    void refresh()
    if (settled) return
    const timer = setInterval(() => {
      if (!document.hidden) void refresh()
    }, HEALTH_EVERY)
    return () => clearInterval(timer)
  }, [refresh, settled])
  return null
}
