import type { Claim, Parameter } from '@hewn/model'
import { type ReactNode, useMemo } from 'react'
import { factRows } from '../describe.ts'
import { formatNumber } from '../format.ts'
import { factsOf } from '../situation.ts'
import { t } from '../strings/index.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useClaims, useJob, useLayers, useParameters, useShown } from './use-design.ts'

/** What the design is, in numbers: measured facts, the contract, and its parameters. */
export function Rail() {
  return (
    <aside
      aria-label={t.rail.label}
      // It scrolls, and holds nothing else that takes the focus.
      tabIndex={0}
      className="flex min-h-0 w-80 shrink-0 flex-col overflow-y-auto border-r border-line bg-ground max-lg:w-72 max-md:order-last max-md:max-h-[40%] max-md:w-full max-md:border-t max-md:border-r-0"
    >
      <Facts />
      <Contract />
      <Parameters />
    </aside>
  )
}

function Section({
  title,
  aside,
  testId,
  children,
}: {
  title: string
  aside?: string
  testId?: string
  children: ReactNode
}) {
  return (
    <section data-testid={testId} aria-label={title} className="border-b border-line px-4 py-3">
      <h2 className="mb-2 flex items-baseline justify-between text-label font-semibold text-quiet">
        {title}
        {aside && <span className="font-normal">{aside}</span>}
      </h2>
      {children}
    </section>
  )
}

const Nothing = ({ children }: { children: ReactNode }) => <p className="text-quiet">{children}</p>

function Facts() {
  const job = useJob(useShown()?.job)
  const layers = useLayers()
  const rows = useMemo(() => factRows(factsOf(job), layers), [job, layers])
  return (
    <Section title={t.rail.facts} testId="facts">
      {rows.length === 0 && <Nothing>{t.rail.noFacts}</Nothing>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map((row) => (
          <div key={row.label} className="contents">
            <dt className="text-quiet">{row.label}</dt>
            <dd className={`flex items-center justify-end gap-1.5 text-right ${row.tone === 'bad' ? 'text-bad' : ''}`}>
              {row.tone && (
                <span className={row.tone === 'ok' ? 'text-ok' : 'text-bad'}>
                  <Icon name={row.tone === 'ok' ? 'check' : 'cross'} size={14} />
                </span>
              )}
              {row.value}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Contract() {
  const claims = useClaims()
  const passing = claims.filter((claim) => claim.result.state === 'pass').length
  return (
    <Section
      title={t.rail.contract}
      testId="contract"
      {...(claims.length > 0 ? { aside: t.rail.contractScore(passing, claims.length) } : {})}
    >
      {claims.length === 0 && <Nothing>{t.rail.noContract}</Nothing>}
      <ul className="flex flex-col gap-1.5">
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </ul>
    </Section>
  )
}

const CLAIM_STATE: Record<Claim['result']['state'], { icon: IconName; tone: string; word: string }> = {
  pass: { icon: 'check', tone: 'text-ok', word: t.rail.pass },
  fail: { icon: 'cross', tone: 'text-bad', word: t.rail.fail },
  'cannot tell': { icon: 'question', tone: 'text-warn', word: t.rail.cannotTell },
  waiting: { icon: 'clock', tone: 'text-quiet', word: t.rail.waiting },
}

function ClaimRow({ claim }: { claim: Claim }) {
  const { icon, tone, word } = CLAIM_STATE[claim.result.state]
  const measured = 'measured' in claim.result ? claim.result.measured : undefined
  return (
    <li
      data-testid="claim"
      data-id={claim.id}
      data-state={claim.result.state}
      className="grid grid-cols-[16px_1fr_auto] gap-x-2"
    >
      <span className={`mt-0.5 ${tone}`}>
        <Icon name={icon} size={14} />
      </span>
      <span>
        {claim.text}
        {claim.assumed !== undefined && <span className="text-quiet"> · {t.rail.assumed}</span>}
        {claim.result.state === 'cannot tell' && (
          <span className="block text-label text-quiet">{claim.result.why}</span>
        )}
      </span>
      <span className={`text-label ${tone}`}>
        {word}
        {typeof measured === 'number' && ` · ${formatNumber(measured)}`}
      </span>
    </li>
  )
}

function Parameters() {
  const parameters = useParameters()
  return (
    <Section title={t.rail.parameters} testId="parameters">
      {parameters.length === 0 && <Nothing>{t.rail.noParameters}</Nothing>}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {parameters.map((parameter) => (
          <div key={parameter.name} className="contents" data-testid="parameter" data-name={parameter.name}>
            <dt title={parameter.note}>{parameter.label}</dt>
            <dd className="text-right">{parameterWords(parameter)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function parameterWords({ value, unit, choices }: Parameter): string {
  if (typeof value === 'boolean') return value ? t.rail.on : t.rail.off
  const chosen = choices?.find((choice) => choice.value === value)?.label
  if (chosen !== undefined) return chosen
  const shown = typeof value === 'number' ? formatNumber(value) : value
  if (unit === undefined) return shown
  return unit === 'deg' ? `${shown}°` : `${shown} ${unit}`
}
