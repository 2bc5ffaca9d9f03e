import type { Message, VersionId } from '@hewn/model'
import { useChannel } from '@hewn/canvas/react'
import type { Version } from '@hewn/model'
import { useEffect, useMemo, useRef, useState } from 'react'
import { talk } from '../strings/en-talk.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { TurnCard } from './turn-card.tsx'
import { useHead, useMessages } from './use-design.ts'
import { useWorkbenchStore } from './workbench-context.ts'

/** So many cards are drawn at first; the others come when they are asked for. */
const SHOWN = 30

/** The conversation: one card per turn, the newest last and in sight (WB43, WB51). */
export default function Conversation() {
  const messages = useMessages()
  const ancestors = useAncestors()
  const [all, setAll] = useState(false)
  const [wanted, setWanted] = useState('')
  const found = useMemo(() => matching(messages, wanted), [messages, wanted])
  const shown = all || wanted !== '' ? found : found.slice(-SHOWN)
  const newest = messages.at(-1)?.id
  const last = useLastInSight(messages.at(-1))

  return (
    <section data-testid="conversation" aria-label={talk.label} className="border-b border-line">
      {messages.length > 0 && (
        <div className="flex items-center gap-1 px-4 pt-2">
          <input
            type="search"
            aria-label={talk.search}
            placeholder={talk.search}
            value={wanted}
            className="field h-7 min-w-0 flex-1 px-2"
            onChange={(event) => setWanted(event.target.value)}
          />
          <Export />
        </div>
      )}
      {messages.length === 0 && <p className="px-4 py-3 text-quiet">{talk.empty}</p>}
      {shown.length === 0 && messages.length > 0 && <p className="px-4 py-3 text-quiet">{talk.nothingFound}</p>}
      {found.length > shown.length && (
        <button type="button" className="w-full px-4 py-2 text-left text-quiet underline" onClick={() => setAll(true)}>
          {talk.earlier(found.length - shown.length)}
        </button>
      )}
      {shown.map((message) => (
        <div key={message.id} ref={message.id === newest ? last : undefined}>
          <TurnCard message={message} newest={message.id === newest} line={lineOf(message, ancestors)} />
        </div>
      ))}
    </section>
  )
}

/** Where a turn's version is: in the line of the head, left for another, or nowhere because it made none. */
function lineOf({ changed }: Message, ancestors: ReadonlySet<VersionId>): 'in' | 'left' | undefined {
  if (changed === undefined) return undefined
  return ancestors.has(changed.version) ? 'in' : 'left'
}

function Export() {
  const { exportSession } = useWorkbenchStore().getState()
  return (
    <Button
      look="quiet"
      testId="export-session"
      className="-mr-2 px-1.5"
      label={talk.export}
      title={talk.export}
      onPress={() => void exportSession()}
    >
      <Icon name="download" size={14} />
    </Button>
  )
}

function matching(messages: Message[], wanted: string): Message[] {
  const words = wanted.trim().toLowerCase()
  if (words === '') return messages
  return messages.filter(
    ({ request, text }) => request.toLowerCase().includes(words) || text.toLowerCase().includes(words),
  )
}

/** The head and what it came from: what can be undone. */
function useAncestors(): ReadonlySet<VersionId> {
  const head = useHead()
  const versions = useChannel('versions')
  return useMemo(() => {
    const line = new Set<VersionId>()
    for (let at: VersionId | undefined = head ?? undefined; at !== undefined && !line.has(at); ) {
      line.add(at)
      at = (versions.get(at) as unknown as Version | undefined)?.parent
    }
    return line
  }, [head, versions])
}

/** What is said last is in sight when it comes, and when it has ended, with the contract below it; in between nobody is scrolled about. */
function useLastInSight(last: Message | undefined) {
  const card = useRef<HTMLDivElement>(null)
  const key = `${last?.id} ${last?.state}`
  useEffect(() => {
    if (key !== 'undefined undefined') card.current?.scrollIntoView({ block: 'start' })
  }, [key])
  return card
}
