import { useChannel } from '@hewn/canvas/react'
import type { Version } from '@hewn/model'
import { useMemo, useState } from 'react'
import { talk } from '../strings/en-talk.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useHead } from './use-design.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useWorkbenchStore } from './workbench-context.ts'

const words = talk.versions

/** The tree of versions, newest first: what each was asked for with, and how far it kept its promises (WB68). */
export default function VersionsTab() {
  const channel = useChannel('versions')
  const head = useHead()
  const rows = useMemo(
    () => rowsOf(([...channel.values()] as unknown as Version[]).toSorted((a, b) => b.at - a.at)),
    [channel],
  )
  if (rows.length === 0) return <p className="p-4 text-quiet">{words.none}</p>
  return (
    <ol aria-label={words.label} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      {rows.map((row) => (
        <VersionRow key={row.version.id} row={row} current={row.version.id === head} />
      ))}
    </ol>
  )
}

export interface Row {
  version: Version
  number: number
  /** The number of the version it came from, where that is not the one before it. */
  from?: number
}

/** Versions with their numbers, in the order given: newest first. */
export function rowsOf(versions: readonly Version[]): Row[] {
  const numbers = new Map(versions.map(({ id }, index) => [id, versions.length - index]))
  return versions.map((version, index) => {
    const number = versions.length - index
    const from = version.parent === undefined ? 0 : (numbers.get(version.parent) ?? 0)
    return { version, number, ...(from === number - 1 ? {} : { from }) }
  })
}

function VersionRow({ row: { version, number, from }, current }: { row: Row; current: boolean }) {
  const editable = useMayEdit()
  const { restoreVersion, branchVersion, changeVersion } = useWorkbenchStore().getState()
  const [noting, setNoting] = useState(false)
  const held = version.claims.filter(({ dropped }) => !dropped)
  const passing = held.filter(({ result }) => result.state === 'pass').length
  return (
    <li
      data-testid="version"
      data-id={version.id}
      data-state={current ? 'head' : (version.draft ?? false) ? 'draft' : 'kept'}
      aria-current={current || undefined}
      className={`flex flex-col gap-1 border-b border-line px-3 py-2 ${current ? 'bg-sunken' : ''}`}
    >
      <p className="flex items-baseline gap-2">
        <span className="font-semibold">v{number}</span>
        <span className="min-w-0 flex-1 break-words select-text">{version.request ?? words.byHand}</span>
        {version.pinned && (
          <span className="text-accent" title={words.pinned}>
            <Icon name="pin" size={14} />
          </span>
        )}
      </p>
      <p className="text-label text-quiet">
        {[
          current ? words.onScreen : undefined,
          version.draft ? words.draft : undefined,
          words.by[version.by],
          new Date(version.at).toLocaleString(),
          held.length > 0 ? words.score(passing, held.length) : undefined,
          from === undefined ? undefined : from === 0 ? words.fresh : words.from(from),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {version.note && <p className="select-text">{version.note}</p>}
      {noting && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const note = new FormData(event.currentTarget).get('note')
            setNoting(false)
            void changeVersion(version.id, { note: typeof note === 'string' ? note : '' })
          }}
        >
          <input
            name="note"
            autoFocus
            aria-label={words.note}
            placeholder={words.note}
            defaultValue={version.note ?? ''}
            maxLength={1000}
            className="field h-7 w-full px-2"
          />
        </form>
      )}
      {editable && (
        <div className="-ml-2 flex flex-wrap gap-1">
          {!current && (
            <Button look="quiet" testId="version-restore" onPress={() => void restoreVersion(version.id)}>
              {words.restore}
            </Button>
          )}
          <Button
            look="quiet"
            testId="version-branch"
            title={words.branchTitle}
            onPress={() => void branchVersion(version.id)}
          >
            {words.branch}
          </Button>
          <Button look="quiet" onPress={() => void changeVersion(version.id, { pinned: !version.pinned })}>
            {version.pinned ? words.unpin : words.pin}
          </Button>
          <Button look="quiet" onPress={() => setNoting(!noting)}>
            {words.note}
          </Button>
        </div>
      )}
    </li>
  )
}
