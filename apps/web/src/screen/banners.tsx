import { useConnection } from '@hewn/canvas/react'
import { type ReactNode, useEffect, useState } from 'react'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { shareWords } from './gallery.tsx'
import { useSituation } from './use-commands.ts'
import { useWorkbench } from './workbench-context.ts'

/** Bad days, one line each; the model stays on screen (WB81). */
export function Banners() {
  return (
    <>
      <ConnectionBanner />
      <KernelBanner />
      <NoticeBanner />
    </>
  )
}

function Banner({ kind, icon, tone, children }: { kind: string; icon: IconName; tone: string; children: ReactNode }) {
  return (
    <div
      role="status"
      data-testid="banner"
      data-kind={kind}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-1"
    >
      <span className={tone}>
        <Icon name={icon} />
      </span>
      {children}
    </div>
  )
}

function ConnectionBanner() {
  const connection = useConnection()
  const session = useWorkbench((state) => state.port !== null)
  const stray = useWorkbench((state) => state.stray)
  const canvas = useWorkbench((state) => state.canvas)
  const leave = useWorkbench((state) => state.leaveSession)
  const goneSince = useWorkbench((state) => state.goneSince)
  const now = useNow(goneSince !== null)
  if (!session)
    return stray ? (
      <Banner kind="session-gone" icon="alert" tone="text-bad">
        <span className="flex-1">{t.banner.session}</span>
        <Button onPress={leave}>{t.banner.startNew}</Button>
      </Banner>
    ) : null
  if (connection.state === 'refused') {
    const code = connection.error?.code
    if (connection.closed === 'update')
      return (
        <Banner kind="update" icon="alert" tone="text-warn">
          <span className="flex-1">{t.banner.update}</span>
          <Button onPress={() => location.reload()}>{t.reload}</Button>
        </Banner>
      )
    return (
      <Banner kind="session-gone" icon="alert" tone="text-bad">
        <span className="flex-1">
          {code === 'SESSION_NOT_FOUND' ? t.banner.session : t.banner.refused(connection.error?.message ?? '')}
        </span>
        <Button onPress={leave}>{t.banner.startNew}</Button>
      </Banner>
    )
  }
  if (connection.state === 'live' && canvas?.scope === 'view')
    return (
      <Banner kind="view-only" icon="eye" tone="text-quiet">
        <span className="flex-1">{t.banner.viewOnly}</span>
      </Banner>
    )
  // Short gaps are nobody's business: shown after two seconds.
  if (goneSince === null || now - goneSince < 2000) return null
  const { retryAt } = connection
  return (
    <Banner kind="server-gone" icon="alert" tone="text-warn">
      <span className="flex-1">
        {retryAt === undefined ? t.banner.trying : t.banner.gone(Math.max(1, Math.ceil((retryAt - now) / 1000)))}
      </span>
      {retryAt !== undefined && <Button onPress={() => canvas?.wake()}>{t.banner.tryNow}</Button>}
    </Banner>
  )
}

/** Redraws twice a second while something is counted down. */
function useNow(active: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [active])
  return now
}

function KernelBanner() {
  const { kernel } = useSituation()
  const [open, setOpen] = useState(false)
  if (kernel?.state !== 'missing' && kernel?.state !== 'installing') return null
  const text = kernel.state === 'missing' ? t.banner.kernelMissing : t.banner.kernelInstalling(shareWords(kernel.share))
  return (
    <Banner kind="kernel-missing" icon={kernel.state === 'missing' ? 'alert' : 'clock'} tone="text-warn">
      <span className="flex-1">
        {text}
        {open && (
          <span className="block select-text text-quiet">
            {kernel.why && `${kernel.why}. `}
            {kernel.remedy && (
              <>
                {t.banner.inTerminal} <code className="font-mono text-text">{kernel.remedy}</code>
              </>
            )}
          </span>
        )}
      </span>
      {(kernel.why || kernel.remedy) && (
        <Button expanded={open} onPress={() => setOpen(!open)}>
          {t.banner.remedy}
        </Button>
      )}
    </Banner>
  )
}

function NoticeBanner() {
  const notice = useWorkbench((state) => state.notice)
  const dismiss = useWorkbench((state) => state.dismissNotice)
  if (!notice) return null
  return (
    <Banner kind="notice" icon="alert" tone="text-bad">
      <span className="flex-1" role="alert">
        {notice.text} {notice.hint && <span className="text-quiet">{notice.hint}</span>}
      </span>
      <Button look="quiet" label={t.closed} onPress={dismiss}>
        <Icon name="cross" />
      </Button>
    </Banner>
  )
}
