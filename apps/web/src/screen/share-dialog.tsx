import type { Share } from '@hewn/protocol'
import { useEffect, useId, useState } from 'react'
import { ago, share as words } from '../strings/en-share.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

const SCOPES = ['view', 'edit'] as const

/** Links to this session: made, listed with who has used them, taken back (WB79). */
export default function ShareDialog() {
  const { showShare, loadLinks } = useWorkbenchStore().getState()
  useEffect(() => void loadLinks(), [loadLinks])
  return (
    <Dialog label={words.label} testId="share-dialog" closeLabel={words.close} onClose={() => showShare(false)}>
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto">
        <Make />
        <NewLink />
        <Links />
        {isLocal() && <Local />}
      </div>
    </Dialog>
  )
}

function Make() {
  const { makeLink, tell } = useWorkbenchStore().getState()
  const [scope, setScope] = useState<Share['scope']>('view')
  const [label, setLabel] = useState('')
  const [busy, setBusy] = useState(false)
  const id = useId()
  const make = async () => {
    if (busy) return
    setBusy(true)
    const made = await makeLink(scope, label)
    setBusy(false)
    if (made?.ok) setLabel('')
    else if (made) tell(t.command.share, made.error)
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-label text-quiet">{words.scope}</legend>
        {SCOPES.map((one) => (
          <label key={one} className="flex items-baseline gap-2">
            <input
              type="radio"
              name={id}
              data-testid={`share-${one}`}
              checked={scope === one}
              onChange={() => setScope(one)}
            />
            <span>
              {words[one].name} <span className="text-quiet">· {words[one].means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-who`} className="text-label text-quiet">
        {words.who}
      </label>
      <div className="flex gap-2">
        <input
          id={`${id}-who`}
          value={label}
          maxLength={80}
          placeholder={words.whoExample}
          className="field h-8 min-w-0 flex-1 px-2"
          onChange={(event) => setLabel(event.target.value)}
        />
        <button type="submit" data-testid="share-make" aria-busy={busy} className="control control-primary h-8">
          {words.make}
        </button>
      </div>
    </form>
  )
}

/** The address of what was just made: it is told this once. */
function NewLink() {
  const link = useWorkbench((state) => state.newLink)
  const [copied, setCopied] = useState<string | null>(null)
  if (!link) return null
  const copy = async (field: HTMLInputElement | null) => {
    field?.select()
    const taken = await navigator.clipboard.writeText(link.url).then(
      () => true,
      () => false,
    )
    setCopied(taken ? link.id : null)
  }
  return (
    <div className="flex flex-col gap-1 rounded-control bg-sunken p-2">
      <span className="text-label text-quiet" role="status">
        {words.made}
      </span>
      <div className="flex gap-2">
        <input
          readOnly
          data-testid="share-link"
          aria-label={words.copy}
          value={link.url}
          className="field h-8 min-w-0 flex-1 px-2"
          onFocus={(event) => event.target.select()}
        />
        <Button
          testId="share-copy"
          className="h-8"
          onPress={() => void copy(document.querySelector('[data-testid=share-link]'))}
        >
          {copied === link.id ? words.copied : words.copy}
        </Button>
      </div>
    </div>
  )
}

function Links() {
  const { takeBackLink } = useWorkbenchStore().getState()
  const links = useWorkbench((state) => state.links)
  const [now] = useState(() => Date.now())
  return (
    <section aria-label={words.links} className="flex flex-col gap-1">
      <h3 className="text-label font-semibold text-quiet">{words.links}</h3>
      {links === null && <p className="text-quiet">{words.loading}</p>}
      {links?.length === 0 && <p className="text-quiet">{words.none}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {links?.map((link) => (
          <li key={link.id} data-testid="share-row" data-id={link.id} className="flex items-center gap-2 py-1">
            <Icon name={link.scope === 'view' ? 'eye' : 'pencil'} size={14} />
            <span className="min-w-0 flex-1">
              <span className="break-words">{link.label ?? words.unnamed}</span>
              <span className="block text-label text-quiet">{linkWords(link, now)}</span>
            </span>
            <Button
              testId="share-take-back"
              label={words.takeBackNamed(link.label ?? words.unnamed)}
              title={words.takenBack}
              onPress={() => void takeBackLink(link.id)}
            >
              {words.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function linkWords({ scope, at, seenAt, expires }: Share, now: number): string {
  const used = seenAt === undefined ? words.unseen : words.seen(ago(seenAt, now))
  const over = expires !== undefined && expires <= now
  return [words.scopeShort[scope], words.since(ago(at, now)), over ? words.over : used].join(' · ')
}

const isLocal = () => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(location.hostname)

/** A server of one's own answers nobody else; the session goes there as a file. */
function Local() {
  const { exportSession } = useWorkbenchStore().getState()
  return (
    <p className="flex items-center gap-2 text-label text-quiet">
      <span className="flex-1">{words.local}</span>
      <Button onPress={() => void exportSession()}>{t.command.exportSession}</Button>
    </p>
  )
}
