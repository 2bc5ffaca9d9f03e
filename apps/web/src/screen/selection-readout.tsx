import type { Fact } from '@hewn/model'
import { useEffect, useState } from 'react'
import { formatLength, formatNumber } from '../format.ts'
import { pointedAt } from '../pointed-at.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import type { PickedElement, Selection } from '../viewer/index.ts'
import type { SceneLayer } from '../viewer/scene.ts'
import { elementWords, formatPlace } from './element-words.ts'
import { useWorkbench, useWorkbenchStore } from './workbench-context.ts'

/** What was pointed at, in words and numbers; of two, how they stand to each other (WB29). */
export default function SelectionReadout(props: {
  selection: Selection
  scene: readonly SceneLayer[]
  /** Which build is shown: another is measured again. */
  version: string | undefined
  clear(): void
}) {
  const { selection, scene, version, clear } = props
  const between = useBetween(selection.picks, version)
  usePointed(selection, scene)
  if (selection.picks.length === 0 && selection.lost === 0) return null
  return (
    <div
      role="status"
      aria-label={t.selection.label}
      data-testid="selection-readout"
      className="absolute right-2 bottom-2 flex max-w-[70%] flex-col gap-1 rounded-control border border-line bg-surface p-2 text-label"
    >
      {selection.picks.map((pick, place) => (
        <p key={`${pick.layer} ${pick.kind} ${pick.index}`} className="flex flex-wrap gap-x-2">
          <span className="font-semibold">
            {MARKS[place]} {scene.find(({ id }) => id === pick.layer)?.name}
          </span>
          <span className="text-quiet">{elementWords(pick, scene)}</span>
        </p>
      ))}
      {selection.picks.length === 1 && <p className="text-quiet">{t.selection.more}</p>}
      {between !== undefined && <p data-testid="measured">{between}</p>}
      {selection.lost > 0 && <p data-testid="selection-lost">{t.selection.lost(selection.lost)}</p>}
      <Button look="quiet" onPress={clear} className="self-end">
        {t.selection.clear}
      </Button>
    </div>
  )
}

/** Who says *this edge* means the one that is picked (WB49). */
function usePointed({ picks }: Selection, scene: readonly SceneLayer[]): void {
  const { point } = useWorkbenchStore().getState()
  const [only, ...others] = picks
  const pointed = only && others.length === 0 ? pointedAt(only, scene) : undefined
  const { kind, words } = pointed ?? {}
  useEffect(() => {
    point(kind && words ? { kind, words } : null)
    return () => point(null)
  }, [point, kind, words])
}

/** As they are lit in the picture: orange, then blue; said by number too. */
const MARKS = ['①', '②']

/** The kernel's own answer about two picks; from the exact shapes, so it says no `≈` (WB30). */
function useBetween(picks: readonly PickedElement[], version: string | undefined): string | undefined {
  const port = useWorkbench((state) => state.port)
  const [answer, setAnswer] = useState<{ of: readonly PickedElement[]; version: string | undefined; text: string }>()
  useEffect(() => {
    const [a, b] = picks
    if (!port || !a || !b) return
    let gone = false
    const measure = async () => {
      // Comes with the viewer, which is there when something is picked.
      const { referenceOf } = await import('../viewer/index.ts')
      const reply = await port.measure([referenceOf(a), referenceOf(b)])
      if (!gone) setAnswer({ of: picks, version, text: reply.ok ? said(reply.value) : reply.error.message })
    }
    void measure()
    return () => {
      gone = true
    }
  }, [port, picks, version])
  if (picks.length < 2) return undefined
  return answer?.of === picks && answer.version === version ? answer.text : t.selection.measuring
}

function said(facts: Fact[]): string {
  const parts = facts.flatMap((fact) => {
    if (fact.kind === 'distance') {
      const { from, to } = fact
      const along =
        from && to
          ? ['X', 'Y', 'Z'].map((axis, at) => `${axis} ${formatPlace(Math.abs((to[at] ?? 0) - (from[at] ?? 0)))}`)
          : []
      return [t.selection.distance(formatLength(fact.value)), ...(fact.value > 0 ? [along.join(' ')] : [])]
    }
    return fact.kind === 'angle' ? [t.selection.angle(formatNumber(fact.value))] : []
  })
  return parts.join(' · ')
}
