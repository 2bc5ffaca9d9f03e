import { useEffect, useState } from 'react'
import { otherDownloads, primaryDownload } from '../commands.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import { Menu } from '../ui/menu.tsx'
import { useCommand, useSituation } from './use-commands.ts'
import { useTitle } from './use-design.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useWorkbench } from './workbench-context.ts'

export function Header() {
  return (
    <header
      data-testid="header"
      className="flex h-11 shrink-0 pointer-coarse:h-14 items-center gap-2 overflow-hidden border-b border-line bg-surface px-3 max-sm:gap-1 max-sm:px-2"
    >
      <Brand />
      <Title />
      <AiDesign />
      <Step id="undo" />
      <Step id="redo" />
      <div className="flex-1 max-sm:hidden" />
      <ViewMode />
      <Share />
      <Download />
      <ThemeButton />
    </header>
  )
}

function Brand() {
  const fresh = useCommand('new-design')
  return (
    <a
      href="/"
      title={fresh.label}
      className="mr-1 flex items-center gap-2 text-title font-semibold text-text no-underline"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        fresh.run()
      }}
    >
      <Mark />
      <span className="max-sm:sr-only">{t.app}</span>
    </a>
  )
}

const Mark = () => (
  <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true" className="shrink-0 text-accent">
    <path d="M16 3 27 9.5v13L16 29 5 22.5v-13z" fill="currentColor" opacity=".35" />
    <path d="M16 16v13L5 22.5v-13z" fill="currentColor" />
    <path d="M16 16v13l11-6.5v-13z" fill="currentColor" opacity=".7" />
  </svg>
)

/** Typed here it is a draft; it is the title when it is left or Enter is pressed. */
function Title() {
  const title = useTitle()
  const session = useWorkbench((state) => state.port !== null)
  const rename = useWorkbench((state) => state.rename)
  const editable = useMayEdit()
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => {
    document.title = session && title ? `${title} · ${t.app}` : t.app
  }, [title, session])
  const commit = () => {
    if (draft !== null && draft.trim() !== '' && draft.trim() !== title) void rename(draft)
    setDraft(null)
  }
  const shown = draft ?? (session ? title : '')
  return (
    <input
      data-testid="session-title"
      aria-label={t.sessionTitle}
      placeholder={t.untitled}
      maxLength={80}
      size={Math.max(12, Math.min(40, (shown || t.untitled).length + 1))}
      value={shown}
      readOnly={!editable}
      className="title h-7 min-w-0 truncate rounded-control border border-transparent bg-transparent px-2 text-field max-sm:flex-1 hover:border-line focus:border-control"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

function AiDesign() {
  const command = useCommand('ai-design')
  const open = useWorkbench((state) => state.designPanelOpen)
  return (
    <Button testId="ai-design-button" expanded={open} reason={command.reason} onPress={command.run}>
      <Icon name="sparkle" />
      <span className="max-sm:sr-only">{command.label}</span>
    </Button>
  )
}

/** Back and forth between versions. */
function Step({ id }: { id: 'undo' | 'redo' }) {
  const command = useCommand(id)
  return (
    <Button
      look="quiet"
      className={id === 'redo' ? 'max-sm:hidden' : ''}
      testId={`${id}-button`}
      label={command.label}
      title={command.label}
      reason={command.reason}
      onPress={command.run}
    >
      <Icon name={id} />
    </Button>
  )
}

function ViewMode() {
  const three = useCommand('view-3d')
  const two = useCommand('view-2d')
  return (
    <div role="radiogroup" aria-label="View" className="flex max-sm:hidden">
      <Button role="radio" checked testId="view-mode-3d" className="rounded-r-none" onPress={three.run}>
        {three.label}
      </Button>
      <Button
        role="radio"
        checked={false}
        testId="view-mode-2d"
        className="-ml-px rounded-l-none"
        reason={two.reason}
        onPress={two.run}
      >
        {two.label}
      </Button>
    </div>
  )
}

const ShareDialog = later(() => import('./share-dialog.tsx'))

function Share() {
  const command = useCommand('share')
  const open = useWorkbench((state) => state.shareOpen)
  return (
    <>
      <Button testId="share-button" reason={command.reason} onPress={command.run}>
        <Icon name="share" />
        <span className="max-sm:sr-only">{command.label}</span>
      </Button>
      {open && <ShareDialog />}
    </>
  )
}

function Download() {
  const situation = useSituation()
  const primary = useCommand(primaryDownload(situation))
  return (
    <div className="flex">
      <Button
        look="primary"
        testId="export-primary"
        className="rounded-r-none"
        reason={primary.reason}
        onPress={primary.run}
      >
        <Icon name="download" />
        <span className="max-sm:sr-only">{primary.label}</span>
      </Button>
      <Menu
        label={t.command.moreDownloads}
        testId="export-menu"
        look={primary.reason === undefined ? 'primary' : 'secondary'}
      >
        {(close) => otherDownloads(situation).map((id) => <DownloadItem key={id} id={id} close={close} />)}
      </Menu>
    </div>
  )
}

/** Formats that are not named like their command. */
const FORMATS: Partial<Record<ReturnType<typeof otherDownloads>[number], string>> = {
  'download-recipe': 'json',
  'download-drawing': 'svg',
  'download-outline': 'dxf',
  'download-script': 'py',
}

function DownloadItem({ id, close }: { id: ReturnType<typeof otherDownloads>[number]; close: () => void }) {
  const command = useCommand(id)
  return (
    <Button
      role="menuitem"
      look="quiet"
      testId="export-item"
      data={{ 'data-format': FORMATS[id] ?? id.replace('download-', '') }}
      className="w-full justify-start"
      reason={command.reason}
      onPress={() => {
        command.run()
        close()
      }}
    >
      {command.label}
    </Button>
  )
}

const THEME_ICON = { system: 'auto', light: 'sun', dark: 'moon' } as const

function ThemeButton() {
  const command = useCommand('theme')
  const theme = useWorkbench((state) => state.theme)
  return (
    <Button look="quiet" label={t.theme[theme]} title={t.theme[theme]} className="max-sm:hidden" onPress={command.run}>
      <Icon name={THEME_ICON[theme]} />
    </Button>
  )
}
