import { useCanvasState } from '@hewn/canvas/react'
import type { Parameter, Version, VersionId } from '@hewn/model'
import { systemWorld } from '@hewn/model/world'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { formatNumber } from '../format.ts'
import { readNumber } from '../read-number.ts'
import { rangeOf } from '../slider-range.ts'
import { createSliders, type Sliders } from '../store/sliders.ts'
import { sliders as words } from '../strings/en-sliders.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Nothing, Section } from './section.tsx'
import { useHead, useJobs, useKind, useParameters, useVersions } from './use-design.ts'
import type { SessionPort } from '../port/session-port.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useWorkbench } from './workbench-context.ts'

/** The sliders, switches and choices of the design on screen (WB53). */
export default function ParametersPanel() {
  const port = useWorkbench((state) => state.port)
  const parameters = useParameters()
  const accepted = useAccepted()
  const jobs = useJobs()
  const sliders = useMemo(
    () => createSliders({ world: systemWorld, send: (values, draft) => sendBy(port, values, draft) }),
    [port],
  )
  const { moved, problem, worked } = useStore(sliders.store)
  const reason = useWhyNot()
  useEffect(() => sliders.hear(jobs), [sliders, jobs])
  useEffect(() => () => sliders.stop(), [sliders])

  const changed = parameters.filter(({ name, value }) => accepted.has(name) && accepted.get(name) !== value)
  return (
    <Section title={t.rail.parameters} testId="parameters">
      {parameters.length === 0 && <Nothing>{t.rail.noParameters}</Nothing>}
      {reason !== undefined && parameters.length > 0 && <Nothing>{reason}</Nothing>}
      {changed.length > 1 && reason === undefined && (
        <Button look="quiet" className="mb-1" onPress={() => resetAll(sliders, changed, accepted)}>
          {words.resetAll}
        </Button>
      )}
      <div className="flex flex-col gap-3">
        {parameters.map((parameter) => (
          <One
            key={parameter.name}
            parameter={{ ...parameter, value: moved[parameter.name] ?? parameter.value }}
            accepted={accepted.get(parameter.name)}
            problem={Object.hasOwn(moved, parameter.name) ? problem : null}
            worked={worked[parameter.name]}
            reason={reason}
            sliders={sliders}
          />
        ))}
      </div>
    </Section>
  )
}

interface OneProps {
  parameter: Parameter
  accepted: Parameter['value'] | undefined
  problem: string | null
  worked: Parameter['value'] | undefined
  reason: string | undefined
  sliders: Sliders
}

function One({ parameter, accepted, problem, worked, reason, sliders }: OneProps) {
  const { name, label, value, note } = parameter
  const id = useId()
  const set = (next: Parameter['value']) => sliders.release(name, next)
  const differs = accepted !== undefined && accepted !== value
  return (
    <div data-testid="parameter" data-name={name} data-state={problem ? 'bad' : 'ok'}>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1 truncate" title={note}>
          {label}
        </label>
        {differs && reason === undefined && (
          <Button
            look="quiet"
            className="text-label text-quiet"
            label={words.reset(label, shown(parameter, accepted))}
            title={words.reset(label, shown(parameter, accepted))}
            onPress={() => set(accepted)}
          >
            {words.was(shown(parameter, accepted))}
          </Button>
        )}
        <Field id={id} parameter={parameter} disabled={reason !== undefined} set={set} />
      </div>
      {typeof value === 'number' && parameter.choices === undefined && (
        <Slider parameter={parameter} disabled={reason !== undefined} bad={problem !== null} sliders={sliders} />
      )}
      {problem !== null && (
        <p role="alert" className="mt-1 text-label text-bad">
          <Icon name="cross" size={14} /> {problem}{' '}
          {worked !== undefined && worked !== value && (
            <button type="button" className="underline" onClick={() => set(worked)}>
              {words.lastWorked(shown(parameter, worked))}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function Slider({
  parameter,
  disabled,
  bad,
  sliders,
}: {
  parameter: Parameter
  disabled: boolean
  bad: boolean
  sliders: Sliders
}) {
  const { name, label, value } = parameter
  // It keeps its range while it is held, also where the range was made from the value.
  const [range, setRange] = useState(() => rangeOf(parameter))
  const [held, setHeld] = useState(false)
  const own = held ? range : rangeOf(parameter)
  const take = () => {
    setRange(rangeOf(parameter))
    setHeld(true)
  }
  const letGo = (input: HTMLInputElement) => {
    if (!held) return
    setHeld(false)
    sliders.release(name, Number(input.value))
  }
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const way = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key]
    if (way === undefined) return
    event.preventDefault()
    take()
    const by = own.step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1)
    const next = Number((Number(event.currentTarget.value) + way * by).toPrecision(12))
    sliders.drag(name, Math.min(own.max, Math.max(own.min, next)))
  }
  return (
    <input
      type="range"
      aria-label={label}
      aria-invalid={bad || undefined}
      aria-valuetext={shown(parameter, value)}
      className="mt-1 w-full"
      style={{ accentColor: bad ? 'var(--bad)' : 'var(--accent)' }}
      disabled={disabled}
      min={own.min}
      max={own.max}
      step="any"
      value={value as number}
      onPointerDown={take}
      onChange={(event) => {
        take()
        sliders.drag(name, stepped(Number(event.target.value), own))
      }}
      onPointerUp={(event) => letGo(event.currentTarget)}
      onPointerCancel={(event) => letGo(event.currentTarget)}
      onKeyDown={step}
      onKeyUp={(event) => {
        if (!held) return
        setHeld(false)
        sliders.settle(name, Number(event.currentTarget.value))
      }}
      onBlur={(event) => letGo(event.currentTarget)}
    />
  )
}

function Field({
  id,
  parameter,
  disabled,
  set,
}: {
  id: string
  parameter: Parameter
  disabled: boolean
  set(value: Parameter['value']): void
}) {
  const { value, choices, unit } = parameter
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (typeof value === 'boolean')
    return (
      <input
        id={id}
        type="checkbox"
        role="switch"
        disabled={disabled}
        checked={value}
        onChange={(event) => set(event.target.checked)}
      />
    )
  if (choices)
    return (
      <select
        id={id}
        className="field h-7 max-w-40 px-1"
        disabled={disabled}
        value={String(value)}
        onChange={(event) => set(choices.find((choice) => String(choice.value) === event.target.value)?.value ?? value)}
      >
        {choices.map((choice) => (
          <option key={String(choice.value)} value={String(choice.value)}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  const done = () => {
    if (text === null) return
    const read = readNumber(text, unit)
    setWrong(read === undefined ? words.notANumber(text) : null)
    if (read === undefined) return
    setText(null)
    if (read !== value) set(read)
  }
  return (
    <span className="flex items-center gap-1">
      <input
        id={id}
        inputMode="decimal"
        className={`field h-7 w-18 px-1.5 text-right ${wrong === null ? '' : 'border-bad'}`}
        aria-invalid={wrong !== null || undefined}
        title={wrong ?? undefined}
        disabled={disabled}
        value={text ?? formatNumber(value as number)}
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
          if (event.key === 'Escape') {
            setText(null)
            setWrong(null)
          }
        }}
      />
      <span className="w-6 text-quiet">{unitWord(unit)}</span>
    </span>
  )
}

const unitWord = (unit: Parameter['unit']) => (unit === 'deg' ? '°' : (unit ?? ''))

/** On the grid of its steps, as the script's author meant them. */
function stepped(value: number, { min, max, step }: { min: number; max: number; step: number }): number {
  const snapped = Math.round((value - min) / step) * step + min
  return Number(Math.min(max, Math.max(min, snapped)).toPrecision(12))
}

function shown({ unit, choices }: Parameter, value: Parameter['value']): string {
  if (typeof value === 'boolean') return value ? t.rail.on : t.rail.off
  const chosen = choices?.find((choice) => choice.value === value)?.label
  if (chosen !== undefined) return chosen
  const text = typeof value === 'number' ? formatNumber(value) : value
  return unit === undefined ? text : unit === 'deg' ? `${text}°` : `${text} ${unit}`
}

function resetAll(sliders: Sliders, changed: Parameter[], accepted: ReadonlyMap<string, Parameter['value']>): void {
  for (const { name } of changed.slice(1)) sliders.hold(name, accepted.get(name))
  const [first] = changed
  const value = first && accepted.get(first.name)
  if (first && value !== undefined) sliders.release(first.name, value)
}

async function sendBy(port: SessionPort | null, values: Record<string, Parameter['value']>, draft: boolean) {
  if (!port) return { ok: false as const, error: { message: t.reason.offline } }
  return port.setParameters(values, { draft })
}

/** The values before anybody moved a slider: those of the nearest version that words or an edit made. */
function useAccepted(): ReadonlyMap<string, Parameter['value']> {
  const versions = useVersions()
  const head = useHead()
  return useMemo(() => {
    const version = beforeSliders(versions, head)
    return new Map((version?.parameters ?? []).map(({ name, value }) => [name, value]))
  }, [versions, head])
}

function beforeSliders(versions: ReadonlyMap<string, Version>, head: VersionId | null): Version | undefined {
  let version = head === null ? undefined : versions.get(head)
  for (let seen = 0; version && seen < versions.size; seen++) {
    const parent: Version | undefined = version.parent === undefined ? undefined : versions.get(version.parent)
    if (parent === undefined || !isSlide(parent, version)) return version
    version = parent
  }
  return version
}

/** Whether two versions have the same parameters at the same places, with other values: a slider was let go. */
const isSlide = (before: Version, after: Version): boolean =>
  after.turn === undefined &&
  after.request === undefined &&
  before.parameters.length === after.parameters.length &&
  before.parameters.every(
    ({ name, at }, index) =>
      after.parameters[index]?.name === name && JSON.stringify(after.parameters[index]?.at) === JSON.stringify(at),
  )

function useWhyNot(): string | undefined {
  const editable = useMayEdit()
  const kind = useKind()
  const kernel = useCanvasState('kernel') as { state?: string } | undefined
  if (!editable) return t.reason.viewOnly
  return kind === 'part' && kernel?.state === 'missing' ? words.needsKernel : undefined
}
