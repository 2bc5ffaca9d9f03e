import type { KeyboardEvent } from 'react'
import { t } from '../strings/index.ts'
import type { PickedElement, Viewer } from '../viewer/index.ts'
import type { SceneLayer } from '../viewer/scene.ts'
import { elementWords } from './element-words.ts'
import type { ViewerOnScreen } from './use-viewer.ts'

/** So many rows: a table of ten thousand helps nobody. */
const MOST = 400

/** Every face and edge on screen as a row that a keyboard can pick, as the mouse picks in the picture (WB37). */
export default function ElementTable({
  on,
  viewer,
  scene,
}: {
  on: ViewerOnScreen
  viewer: Viewer
  scene: readonly SceneLayer[]
}) {
  // What is drawn, not what is wished for: the rows are asked for again with each picture.
  const rows = on.drawn === null ? [] : elementsOf(viewer)
  const picks = on.selection?.picks ?? []
  const isPicked = (row: PickedElement) =>
    picks.some((pick) => pick.layer === row.layer && pick.kind === row.kind && pick.index === row.index)
  const name = (row: PickedElement) => scene.find(({ id }) => id === row.layer)?.name ?? ''
  return (
    <section
      id="element-table"
      aria-label={t.command.elements}
      data-testid="element-table"
      className="flex min-h-0 w-80 flex-col rounded-card border border-line bg-surface p-1 text-label"
    >
      {rows.length === 0 ? (
        <p className="p-2 text-quiet">{t.selection.none}</p>
      ) : (
        <p className="px-2 py-1 text-quiet">{t.selection.how}</p>
      )}
      <ul className="min-h-0 overflow-auto" onKeyDown={walk}>
        {rows.slice(0, MOST).map((row, at) => (
          <li key={`${row.layer} ${row.kind} ${row.index}`}>
            <button
              type="button"
              data-testid="element-row"
              aria-pressed={isPicked(row)}
              // One stop of Tab for the whole table; arrows go on from there.
              tabIndex={at === 0 ? 0 : -1}
              className={`w-full truncate rounded-control px-2 py-0.5 text-left hover:bg-sunken ${isPicked(row) ? 'bg-sunken font-semibold' : ''}`}
              onClick={(event) => viewer.pick(row, event.shiftKey || event.ctrlKey || event.metaKey)}
            >
              {name(row)} · {elementWords(row, scene)}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className="px-2 py-1 text-quiet">{t.selection.rest(rows.length - MOST)}</p>}
    </section>
  )
}

function elementsOf(viewer: Viewer): PickedElement[] {
  return viewer.elements().flatMap((layer) => {
    const { faces = [], edges = [] } = layer.geometry
    return [
      ...faces.map((_, index) => ({ ...layer, kind: 'face' as const, index })),
      ...edges.flatMap(({ seam }, index) => (seam ? [] : [{ ...layer, kind: 'edge' as const, index }])),
    ]
  })
}

/** Arrows, Home and End move between the rows; the picture does not turn meanwhile. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll('button')]
  const at = rows.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  event.stopPropagation()
  rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus()
}
