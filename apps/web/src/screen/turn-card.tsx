import type { Claim, Message, Version } from '@hewn/model'
import { type ReactNode, useEffect, useState } from 'react'
import { formatDuration } from '../format.ts'
import { talk } from '../strings/en-talk.ts'
import { wholeRequest } from '../whole-request.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Choices } from './choices.tsx'
import { RequestWords } from './request-words.tsx'
import { useShown, useVersion } from './use-design.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useWorkbenchStore } from './workbench-context.ts'

interface TurnCardProps {
  message: Message
  /** Whether what it made is in the line of the design on screen, or was left: undone, or branched away from. */
  line: 'in' | 'left' | undefined
  newest: boolean
}

/** One turn: what was asked, how it was read, what came of it, who did it and why (WB43–WB48). */
export function TurnCard({ message, line, newest }: TurnCardProps) {
  const version = useVersion(versionOf(message))
  const editable = useMayEdit()
  const shown = useShown()?.version
  return (
    <article
      data-testid="turn"
      data-id={message.id}
      data-state={message.state}
      data-line={line}
      aria-label={message.request.slice(0, 80)}
      className="flex flex-col gap-1.5 border-b border-line px-4 py-3"
    >
      <RequestWords message={message} />
      {message.continues && (
        <p data-testid="turn-continues" className="break-words text-label text-quiet">
          {talk.continues(message.continues.request)}
        </p>
      )}
      <Answers message={message} />
      <State message={message} version={version} left={line === 'left'}>
        {editable && <Tools message={message} undoable={line === 'in'} />}
      </State>
      <Reply message={message} newest={newest} />
      {editable && message.state === 'asking' && newest && message.question && (
        <Choices
          question={message.question}
          draft={shown !== undefined && message.outcome?.state === 'asking' && message.outcome.draft === shown}
        />
      )}
      {editable && <Actions message={message} version={version} newest={newest && line !== 'left'} />}
    </article>
  )
}

function versionOf({ outcome }: Message) {
  if (outcome?.state === 'asking') return outcome.draft ?? null
  return outcome && 'version' in outcome ? outcome.version : null
}

const STATE: Record<Message['state'], { icon: IconName; tone: string }> = {
  queued: { icon: 'clock', tone: 'text-quiet' },
  running: { icon: 'clock', tone: 'text-accent' },
  done: { icon: 'check', tone: 'text-ok' },
  open: { icon: 'alert', tone: 'text-warn' },
  asking: { icon: 'question', tone: 'text-accent' },
  answered: { icon: 'check', tone: 'text-quiet' },
  refused: { icon: 'cross', tone: 'text-bad' },
  failed: { icon: 'alert', tone: 'text-bad' },
  cancelled: { icon: 'stop', tone: 'text-quiet' },
}

const LEFT = { icon: 'undo', tone: 'text-quiet' } as const

interface StateProps {
  message: Message
  version: Version | null
  left: boolean
  children: ReactNode
}

/** What came of it; of what was undone or branched away from, that it is not in the design on screen. */
function State({ message, version, left, children }: StateProps) {
  const { icon, tone } = left ? LEFT : STATE[message.state]
  return (
    <p data-testid="turn-state" className="flex items-center gap-1.5">
      <span className={tone}>
        {message.state === 'running' ? (
          <span className="spinner block" aria-hidden="true" />
        ) : (
          <Icon name={icon} size={14} />
        )}
      </span>
      <span className={`font-semibold ${tone}`} title={left ? talk.leftTitle : undefined}>
        {left ? talk.left : stateWords(message, version?.claims)}
      </span>
      <Took message={message} />
      <span className="flex-1" />
      {children}
    </p>
  )
}

/** `Done` only for what is done; an open result says how far it is (WB45). */
export function stateWords({ state, stages }: Message, claims: readonly Claim[] | undefined): string {
  if (state === 'running') return talk.stage[stages.at(-1)?.stage ?? 'read']
  const held = claims?.filter(({ dropped }) => !dropped)
  if (state !== 'open' && state !== 'done') return talk.state[state]
  if (held === undefined || held.length === 0) return talk.state[state]
  const count = (of: Claim['result']['state']) => held.filter(({ result }) => result.state === of).length
  const [pass, fail, unknown] = [count('pass'), count('fail'), count('cannot tell')]
  if (count('waiting') === held.length) return talk.allWait(held.length)
  if (pass === held.length) return `${talk.state[state]} · ${talk.allPass(pass)}`
  return talk.score(pass, fail, unknown)
}

/** Seconds as they happen, while it works. */
function Took({ message }: { message: Message }) {
  const running = message.state === 'running'
  const [now, setNow] = useState(message.at)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [running])
  const began = message.stages[0]?.startedAt
  if (began === undefined) return null
  const took = (running ? Math.max(now, began) : (message.endedAt ?? began)) - began
  if (running && took < 500) return null
  return <span className="shrink-0 text-label whitespace-nowrap text-quiet">{formatDuration(took)}</span>
}

function Answers({ message }: { message: Message }) {
  const { answers = [], question } = message
  if (answers.length === 0) return null
  return (
    <ul className="text-label text-quiet">
      {answers.map((answer, index) => (
        <li key={`${index} ${answer.choice}`}>
          {talk.answer(
            answer.choice === 'decide'
              ? [answer.text, talk.decided].filter(Boolean).join(', ')
              : (answer.text ?? question?.choices.find(({ id }) => id === answer.choice)?.text ?? answer.choice),
          )}
        </li>
      ))}
    </ul>
  )
}

/** What can be done with any turn, however old. */
function Tools({ message, undoable }: { message: Message; undoable: boolean }) {
  const bench = useWorkbenchStore().getState()
  if (message.state === 'queued' || message.state === 'running') return null
  return (
    <span className="-my-1 -mr-2 flex">
      {undoable && (
        <Button
          look="quiet"
          testId="turn-undo"
          className="px-1.5"
          label={talk.undoTitle}
          title={talk.undoTitle}
          onPress={() => void bench.undoTurn(message)}
        >
          <Icon name="undo" size={14} />
        </Button>
      )}
      <Button
        look="quiet"
        testId="turn-branch"
        className="px-1.5"
        label={talk.again}
        title={talk.again}
        onPress={() => bench.branchFrom(message)}
      >
        <Icon name="pencil" size={14} />
      </Button>
    </span>
  )
}

function Reply({ message, newest }: { message: Message; newest: boolean }) {
  const { understanding, outcome, usage, state } = message
  if (outcome && 'error' in outcome) {
    const { message: why, hint } = outcome.error
    return (
      <div role={state === 'refused' || state === 'failed' ? 'alert' : undefined} data-testid="turn-error">
        <p className="break-words select-text">{why}</p>
        {hint && <p className="break-words text-quiet select-text">{hint}</p>}
      </div>
    )
  }
  if (state === 'cancelled') return <p className="text-quiet">{stoppedWords(message)}</p>
  if (state === 'queued') return <p className="text-quiet">{talk.waits}</p>
  if (state === 'asking' && !newest) return <p className="text-quiet">{message.question?.text}</p>
  if (state === 'answered') return <p className="select-text">{message.text}</p>
  if (!understanding) return null
  const unread = understanding.spans.filter(({ role, at }) => role === 'unread' && at[1] <= message.request.length)
  return (
    <div className="flex flex-col gap-1 select-text">
      <p>
        <span className="text-quiet" data-testid="turn-who">
          {talk.who[understanding.kind]}{' '}
          {talk.by(message.agent, usage ? formatDuration(Math.max(1, usage.seconds * 1000)) : '')}.
        </span>{' '}
        {sentence(understanding.say)}
      </p>
      <Details open={newest} any={understanding.assumed.length + unread.length > 0 || outcome?.state === 'open'}>
        {understanding.assumed.length > 0 && (
          <Told label={talk.assumed}>
            {understanding.assumed.map(({ name, text, why }) => (
              <li key={`${name} ${text}`} data-testid="assumed">
                {text} <span className="text-quiet">({why})</span>
              </li>
            ))}
          </Told>
        )}
        {unread.length > 0 && (
          <Told label={talk.notUsed}>
            <li>{wordsOf(unread.map(({ at }) => message.request.slice(...at)))}</li>
          </Told>
        )}
        {outcome?.state === 'open' && (
          <Told label={talk.open}>
            {outcome.open.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </Told>
        )}
      </Details>
    </div>
  )
}

/** Each word once, and of very many the first. */
function wordsOf(unread: readonly string[]): string {
  const words = [...new Set(unread)]
  const shown = words.slice(0, UNREAD_SHOWN).map((word) => `“${word}”`)
  return [...shown, ...(words.length > UNREAD_SHOWN ? [talk.others(words.length - UNREAD_SHOWN)] : [])].join(', ')
}
const UNREAD_SHOWN = 12

/** Of the newest turn all is told; of older ones on request. */
function Details({ open, any, children }: { open: boolean; any: boolean; children: ReactNode }) {
  if (!any || open) return any ? children : null
  return (
    <details>
      <summary className="text-label text-quiet">{talk.more}</summary>
      {children}
    </details>
  )
}

function Told({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2">
      <span className="text-quiet">{label}</span>
      <ul className="min-w-0 break-words">{children}</ul>
    </div>
  )
}

const sentence = (say: string): string => {
  const text = say.trim().replace(/\.$/, '')
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function stoppedWords({ stages, endedAt, at }: Message): string {
  const began = stages[0]?.startedAt ?? at
  return talk.stopped(formatDuration(Math.max(0, (endedAt ?? began) - began)))
}

function Actions({ message, version, newest }: { message: Message; version: Version | null; newest: boolean }) {
  const bench = useWorkbenchStore().getState()
  const { state, outcome, understanding } = message
  if (state === 'running') return null
  const error = outcome && 'error' in outcome ? outcome.error : undefined
  const other = understanding?.kind === 'box' ? 'part' : 'box'
  const open = version?.claims.filter(({ dropped, result }) => !dropped && result.state !== 'pass') ?? []
  return (
    <div className="-ml-2 flex flex-wrap gap-1 empty:hidden">
      {state === 'queued' && (
        <Button look="quiet" onPress={() => void bench.stopTurn(message.id)}>
          {talk.drop}
        </Button>
      )}
      {error && newest && <Nearest message={message} choices={error.choices ?? []} code={error.code} />}
      {state === 'failed' && (
        <Button look="quiet" onPress={() => void bench.sayThis(message.request, { kind: message.kind })}>
          {talk.retry}
        </Button>
      )}
      {state === 'open' && (
        <Button
          look="quiet"
          testId="turn-accept"
          title={open.map(({ text }) => text).join(' · ')}
          onPress={() =>
            void bench.acceptTurn(
              message.id,
              open.map(({ id }) => id),
            )
          }
        >
          {talk.accept}
        </Button>
      )}
      {newest && (state === 'done' || state === 'open') && (
        <Button look="quiet" testId="turn-template" onPress={() => void bench.saveAsTemplate(message)}>
          {talk.template}
        </Button>
      )}
      {newest && understanding && message.kind === 'auto' && (state === 'done' || state === 'open') && (
        <Button
          look="quiet"
          testId="turn-instead"
          onPress={() => void bench.sayThis(wholeRequest(message), { kind: other, from: null })}
        >
          {talk.instead(other)}
        </Button>
      )}
    </div>
  )
}

/** What would work, one press from the composer. */
function Nearest({ message, choices, code }: { message: Message; choices: readonly string[]; code: string }) {
  const { suggest } = useWorkbenchStore().getState()
  return choices.map((choice) => (
    <Button
      key={choice}
      testId="nearest-choice"
      className="ml-2 h-auto min-h-7 max-w-full text-left whitespace-normal"
      onPress={() => suggest(code === 'AGENT_NOT_UNDERSTOOD' ? choice : `${message.request}, ${choice}`)}
    >
      {choice}
    </Button>
  ))
}
