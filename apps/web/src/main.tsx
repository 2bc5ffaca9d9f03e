import './app.css'
import { connectCanvas } from '@hewn/canvas'
import { keptCanvases } from '@hewn/canvas/browser'
import { systemWorld } from '@hewn/model/world'
import { createRoot } from 'react-dom/client'
import { goTo, isStraySession, sessionOf } from './address.ts'
import { App } from './app.tsx'
import { browserKeep, saveFile, tabKeep } from './browser.ts'
import { fetchWithLink, linkToken, takeLinkToken } from './link-token.ts'
import { canvasSocket } from './port/canvas-socket.ts'
import { servedWorkbench } from './port/served-port.ts'
import { createWorkbench } from './store/workbench-store.ts'

// A reload shows what this browser saw last, and asks for what it missed.
const keep = keptCanvases({ name: 'hewn-seen-1', world: systemWorld })

const workbench = createWorkbench({
  server: servedWorkbench(fetchWithLink),
  connect(sessionId) {
    const token = linkToken(sessionId)
    return connectCanvas({
      sessionId,
      socket: canvasSocket,
      world: systemWorld,
      keep,
      verify: import.meta.env.DEV,
      ...(token === undefined ? {} : { auth: { token } }),
    })
  },
  goTo,
  save: saveFile,
  readRecipe: async (value) => (await import('@hewn/boxes')).parseRecipe(value),
  keep: browserKeep,
  tab: tabKeep,
  world: systemWorld,
})

function followAddress() {
  const session = sessionOf(location.pathname)
  const { port, openSession, leaveSession } = workbench.getState()
  if (session && session !== port?.session) openSession(session)
  // An address that no session can have is told, and stays as it was typed.
  else if (isStraySession(location.pathname)) workbench.setState({ stray: true })
  else if (!session && port) leaveSession()
}

/** An address may hold a whole box: it becomes a session of one's own (WB76). */
async function followLink() {
  if (!location.hash.startsWith('#box=')) return
  const link = location.hash
  history.replaceState(null, '', location.pathname)
  const { openLink } = await import('./box/open-link.ts')
  await openLink(workbench, link)
}

// For whoever opens the console: `hewnWorkbench.getState().canvas` is what this page has of the session.
Object.assign(globalThis, { hewnWorkbench: workbench })

takeLinkToken()
followAddress()
void followLink()
addEventListener('popstate', followAddress)
addEventListener('hashchange', () => void followLink())

const root = document.getElementById('root')
if (root) createRoot(root).render(<App workbench={workbench} />)
