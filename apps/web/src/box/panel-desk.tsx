import { type EdgeView, hover, nameOf, type PanelView, panelView } from '@hewn/boxes'
import type { Edge } from '@hewn/model'
import { useState } from 'react'
import { formatNumber } from '../format.ts'
import { boxWords as words } from '../strings/en-box.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from './choice.tsx'
import { NumberField } from './number-field.tsx'
import { PanelDrawing } from './panel-drawing.tsx'
import { Part } from './part.tsx'
import type { Box } from './use-box.ts'
import type { Change } from './use-change.ts'

/** One panel at a time, to look at and to work on: what its edges meet, how far they may go, where holes may lie (BX68). */
export function PanelDesk({ box: { engine }, change }: { box: Box; change: Change }) {
  const [wanted, setWanted] = useState('front')
  const ids = engine.panels.map((panel) => panel.id)
  const id = ids.includes(wanted) ? wanted : (ids[0] ?? '')
  const view = panelView(engine, id)
  const [pointed, setPointed] = useState<string | undefined>()
  const [hole, setHole] = useState({ x: 0, y: 0, diameter: 10 })
  if (!view) return null
  const joint = engine.joints.find((one) => one.id === pointed)
  const seen = joint && hover(engine, joint.id)
  const features = view.handles.filter((handle) => handle.kind === 'cutout' && handle.id.startsWith('cutout:'))
  const place = (at: { x: number; y: number }) => setHole({ ...hole, ...fromMiddle(view, at) })
  return (
    <Part title={words.panels}>
      <div data-testid="panel-desk" className="flex flex-col gap-2">
        <Choice
          label={words.panel}
          value={id}
          choices={ids.map((one) => [one, nameOf({ id: one })] as const)}
          onChange={setWanted}
        />
        <PanelDrawing view={view} hole={hole} pointed={pointed} onPoint={setPointed} onPlace={place} />
        <p data-testid="panel-words" className="min-h-5 text-label text-quiet">
          {seen ? words.joint(...seen.names, seen.tabs, `${formatNumber(seen.length)} mm`) : words.panelHelp}
        </p>
        <div className="grid grid-cols-2 gap-2">
          {movable(view).map(([edge, { by }]) => (
            <NumberField
              key={edge}
              label={words.edge[edge]}
              value={by}
              onChange={(value) => change.edit({ type: 'extend-edge', panel: id, edge, by: value })}
            />
          ))}
        </div>
        <div className="grid grid-cols-3 gap-2">
          <NumberField
            label={words.holeDiameter}
            value={hole.diameter}
            onChange={(diameter) => setHole({ ...hole, diameter })}
          />
          <NumberField label={words.holeX} value={hole.x} onChange={(x) => setHole({ ...hole, x })} />
          <NumberField label={words.holeY} value={hole.y} onChange={(y) => setHole({ ...hole, y })} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            testId="add-hole"
            onPress={() => change.edit({ type: 'add-cutout', panel: id, cutout: { type: 'circle', ...hole } })}
          >
            {words.addHole}
          </Button>
          {features.map((feature, index) => (
            <Button key={feature.id} onPress={() => change.edit({ type: 'remove-cutout', id: feature.id })}>
              {words.removeCutout(index + 1)}
            </Button>
          ))}
        </div>
      </div>
    </Part>
  )
}

const movable = ({ edges }: PanelView): [Edge, EdgeView][] =>
  (Object.entries(edges) as [Edge, EdgeView][]).filter(([, { range }]) => range !== undefined)

/** Cut-outs are placed from the middle of the body, in tenths. */
function fromMiddle({ body }: PanelView, { x, y }: { x: number; y: number }) {
  const tenth = (value: number): number => Math.round(value * 10) / 10
  return { x: tenth(x - body.x[1] / 2), y: tenth(y - body.y[1] / 2) }
}
