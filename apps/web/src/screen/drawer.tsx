import { useEffect, useState } from 'react'
import { isBuilding } from '../situation.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import { Problem } from './problem.tsx'
import { RunButton } from './run-button.tsx'
import { useCommand } from './use-commands.ts'
import { useNewestJob, useShown } from './use-design.ts'
import type { Tab as TabName } from '../store/screen-slice.ts'
import { useWorkbench } from './workbench-context.ts'

const CodeTab = later(() => import('./code-tab.tsx'))
const LogTab = later(() => import('./log-tab.tsx'))
/** With it comes the box engine. */
const SheetsTab = later(() => import('../box/sheets-tab.tsx'))
const VersionsTab = later(() => import('./versions-tab.tsx'))
/** With it comes the graph. */
const FlowTab = later(() => import('../flow/flow-tab.tsx'))

/**
 * Code and log: to the right where there is room, else below. Under the code the log of its runs comes as it is printed;
 * the tab `Log` gives it all the room. Closed, the tabs stay as a strip. Once opened it stays alive, with what was typed.
 */
export function Drawer() {
  const open = useWorkbench((state) => state.drawerOpen)
  const tab = useWorkbench((state) => state.tab)
  const runs = useWorkbench((state) => state.runs.length > 0)
  const drawer = useCommand('drawer')
  const [used, setUsed] = useState(open)
  useKeptLog(open)
  if (open && !used) setUsed(true)
  return (
    <section
      data-testid="drawer"
      data-state={open ? 'open' : 'closed'}
      aria-label={t.drawer.label}
      className={`flex min-h-0 shrink-0 flex-col border-line bg-surface max-xl:border-t xl:border-l ${open ? 'max-xl:h-[42%] max-md:h-1/2 xl:w-[460px]' : ''}`}
    >
      <div
        className={`flex shrink-0 items-center gap-1 border-line px-1 ${open ? 'h-9 border-b' : 'max-xl:h-9 xl:h-full xl:w-9 xl:flex-col xl:px-0'}`}
      >
        <div
          role="tablist"
          aria-label={t.drawer.label}
          className={open ? 'flex min-w-0' : 'flex gap-1 xl:flex-col xl:pt-1'}
        >
          <Tab id="code" />
          <Tab id="log" />
          <Tab id="flow" />
          <Tab id="sheets" />
          <Tab id="versions" />
        </div>
        {open && (
          <>
            <div className="flex-1" />
            {tab !== 'sheets' && tab !== 'versions' && <RunButton />}
            <Button look="quiet" label={t.drawer.close} title={t.drawer.close} className="px-1.5" onPress={drawer.run}>
              <Icon name="cross" />
            </Button>
          </>
        )}
      </div>
      {used && (
        <div
          id="drawer-panel"
          role="tabpanel"
          aria-label={t.command[tab]}
          hidden={!open}
          className={open ? 'flex min-h-0 flex-1 flex-col' : ''}
        >
          <div hidden={tab !== 'code'} className={tab === 'code' ? 'flex min-h-0 flex-1 flex-col' : ''}>
            <CodeTab />
          </div>
          {tab === 'sheets' && <SheetsTab />}
          {tab === 'flow' && open && <FlowTab />}
          {tab === 'versions' && open && <VersionsTab />}
          {tab !== 'sheets' && tab !== 'versions' && <Problem />}
          {(tab === 'log' || (runs && tab === 'code')) && (
            <div
              className={tab === 'log' ? 'flex min-h-0 flex-1' : 'flex h-[30%] min-h-24 shrink-0 border-t border-line'}
            >
              <LogTab />
            </div>
          )}
        </div>
      )}
    </section>
  )
}

/** The log of the last run, and of the one on screen, as they were kept: after a reload, and after an undo. */
function useKeptLog(wanted: boolean) {
  const loadLog = useWorkbench((state) => state.loadLog)
  const running = useWorkbench((state) => state.running)
  const newest = useNewestJob()
  const ended = newest !== null && !isBuilding(newest) ? newest.id : null
  const shown = useShown()?.job ?? null
  useEffect(() => {
    if (!wanted || running) return
    for (const job of new Set([ended, shown])) if (job) void loadLog(job)
  }, [wanted, ended, shown, running, loadLog])
}

function Tab({ id }: { id: TabName }) {
  const open = useWorkbench((state) => state.drawerOpen)
  const chosen = useWorkbench((state) => state.tab === id) && open
  const command = useCommand(id)
  return (
    <Button
      role="tab"
      look="quiet"
      checked={chosen}
      controls="drawer-panel"
      testId={`tab-${id}`}
      className={`tab ${chosen ? 'tab-on' : ''} ${open ? '' : 'tab-strip'}`}
      reason={command.reason}
      onPress={command.run}
    >
      {command.label}
    </Button>
  )
}
