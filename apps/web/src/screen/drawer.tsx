import { useState } from 'react'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { CodeTab } from './code-tab.tsx'
import { LogTab } from './log-tab.tsx'
import { RunButton } from './run-button.tsx'
import { useCommand } from './use-commands.ts'
import { useWorkbench } from './workbench-context.ts'

/** Code and log: to the right where there is room, else below. Once opened it stays alive, with what was typed and scrolled. */
export function Drawer() {
  const open = useWorkbench((state) => state.drawerOpen)
  const tab = useWorkbench((state) => state.tab)
  const code = useCommand('code')
  const log = useCommand('log')
  const drawer = useCommand('drawer')
  const [used, setUsed] = useState(open)
  if (open && !used) setUsed(true)
  if (!used && !open) return null
  return (
    <section
      hidden={!open}
      data-testid="drawer"
      aria-label={t.drawer.label}
      className="flex min-h-0 shrink-0 flex-col border-line bg-surface max-xl:h-[42%] max-xl:border-t xl:w-[460px] xl:border-l"
    >
      <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line px-2">
        <div role="tablist" aria-label={t.drawer.label} className="flex gap-1">
          {(
            [
              ['code', code],
              ['log', log],
            ] as const
          ).map(([id, command]) => (
            <Button
              key={id}
              role="tab"
              look="quiet"
              checked={tab === id}
              controls={`drawer-${id}`}
              testId={`tab-${id}`}
              className={`tab ${tab === id ? 'tab-on' : ''}`}
              onPress={command.run}
            >
              {command.label}
            </Button>
          ))}
        </div>
        <div className="flex-1" />
        <RunButton />
        <Button look="quiet" label={t.closed} title={t.closed} className="px-1.5" onPress={drawer.run}>
          <Icon name="cross" />
        </Button>
      </div>
      <div
        id="drawer-code"
        role="tabpanel"
        aria-label={t.command.code}
        hidden={tab !== 'code'}
        className="flex min-h-0 flex-1 flex-col"
      >
        <CodeTab />
      </div>
      <div
        id="drawer-log"
        role="tabpanel"
        aria-label={t.command.log}
        hidden={tab !== 'log'}
        className="flex min-h-0 flex-1 flex-col"
      >
        <LogTab />
      </div>
    </section>
  )
}
