import { useConnection, usePresence } from '@hewn/canvas/react'
import type { ReactNode } from 'react'
import { formatDuration } from '../format.ts'
import { isBuilding, type KernelState } from '../situation.ts'
import { t } from '../strings/index.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { shareWords } from './gallery.tsx'
import { useSituation } from './use-commands.ts'
import { useWorkbench } from './workbench-context.ts'

export function StatusBar() {
  const situation = useSituation()
  const health = useWorkbench((state) => state.health)
  // A box runs no script; what held the script of this part is known from its own build.
  const built =
    situation.kind === 'part' && situation.shown?.state === 'done' ? situation.shown.result.isolation : undefined
  const level = built ?? health?.isolation.level
  return (
    <footer
      data-testid="status-bar"
      aria-label={t.status.label}
      className="flex h-6 shrink-0 items-center gap-4 overflow-hidden border-t border-line bg-surface px-3 text-label whitespace-nowrap text-quiet"
    >
      <Kernel kernel={situation.kernel} />
      <span className="flex gap-4 max-sm:hidden">
        {level && <Item>{t.status.sandbox(level)}</Item>}
        {health && <Item>{health.agent.model ?? t.status.planner}</Item>}
      </span>
      <JobItem />
      <span className="flex-1" />
      <Live />
      <Item>{t.status.unit}</Item>
    </footer>
  )
}

function Item({ icon, tone, children }: { icon?: IconName; tone?: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      {icon && (
        <span className={tone}>
          <Icon name={icon} size={12} />
        </span>
      )}
      {children}
    </span>
  )
}

function Kernel({ kernel }: { kernel: KernelState | null }) {
  const words = t.status.kernel
  switch (kernel?.state) {
    case undefined:
      return <Item icon="question">{words.unknown}</Item>
    case 'ready':
      return (
        <Item icon="check" tone="text-ok">
          {words.ready}
        </Item>
      )
    case 'starting':
      return <Item icon="clock">{words.starting}</Item>
    case 'installing':
      return <Item icon="clock">{words.installing(shareWords(kernel.share))}</Item>
    case 'missing':
      return (
        <Item icon="alert" tone="text-warn">
          {words.missing}
        </Item>
      )
  }
}

/** How long the model on screen took, or what is being done to the next. */
function JobItem() {
  const { newest, shown } = useSituation()
  const change = useWorkbench((state) => state.lastSwap)
  if (newest && isBuilding(newest))
    return (
      <Item icon="clock">
        {newest.state === 'queued'
          ? t.log.queued(newest.ahead)
          : newest.state === 'running'
            ? t.log.stage[newest.stage]
            : ''}
      </Item>
    )
  if (shown?.state !== 'done') return null
  const ms = shown.result.timings.total
  if (!change || change.job !== shown.id || change.changed === change.layers) return <Item>{formatDuration(ms)}</Item>
  return <Item>{t.status.changed(change.changed, change.layers, ms)}</Item>
}

function Live() {
  const { state } = useConnection()
  const { size } = usePresence()
  const session = useWorkbench((one) => one.port !== null)
  if (!session) return null
  if (state === 'live')
    return (
      <Item icon="dot" tone="text-ok">
        {t.status.live}
        {size > 1 && <span data-testid="present">{t.status.present(size)}</span>}
      </Item>
    )
  return <Item icon="clock">{state === 'waiting' || state === 'refused' ? t.status.waiting : t.status.connecting}</Item>
}
