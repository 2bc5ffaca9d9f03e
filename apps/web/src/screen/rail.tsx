import { useMemo } from 'react'
import { factRows } from '../describe.ts'
import { factsOf } from '../situation.ts'
import { t } from '../strings/index.ts'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import { Composer } from './composer.tsx'
import { Nothing, Section } from './section.tsx'
import { useWorkbench } from './workbench-context.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useJob, useLayers, useShown } from './use-design.ts'

const Conversation = later(() => import('./conversation.tsx'))
const Contract = later(() => import('./contract.tsx'))
const Parameters = later(() => import('./parameters.tsx'))

/**
 * The conversation, what was promised, the parameters and what was measured; below them, where words are written. On a phone
 * the drawer stands in its place, so that the picture keeps half of the screen (WB3).
 */
export function Rail() {
  const editable = useMayEdit()
  const drawerOpen = useWorkbench((state) => state.drawerOpen)
  return (
    <aside
      aria-label={t.rail.label}
      className={`flex min-h-0 w-80 shrink-0 flex-col border-r border-line bg-ground max-lg:w-72 max-md:order-last max-md:max-h-[50%] max-md:w-full max-md:border-t max-md:border-r-0 ${drawerOpen ? 'max-md:hidden' : ''}`}
    >
      {/* It scrolls, so keys reach it. */}
      <div tabIndex={0} role="group" aria-label={t.rail.label} className="min-h-0 flex-1 overflow-y-auto">
        <Conversation />
        <Contract />
        <Parameters />
        <Facts />
      </div>
      {editable && (
        <div className="shrink-0 border-t border-line bg-surface p-2">
          <Composer />
        </div>
      )}
    </aside>
  )
}

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
