import { useCanvas, useConnection } from '@hewn/canvas/react'
import { useMemo, useRef, useState } from 'react'
import { describeModel } from '../describe.ts'
import { formatArea, formatLength } from '../format.ts'
import { factsOf, isBuilding } from '../situation.ts'
import { t } from '../strings/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { later } from '../ui/later.tsx'
import type { ViewerEvents } from '../viewer/index.ts'
import { sceneFrom } from '../viewer/scene.ts'
import { ExplodeSlider, useExploded, useFitWhenSettled } from './explode.tsx'
import { useCommand } from './use-commands.ts'
import { useClaims, useJob, useLayers, useNewestJob, useShown, useTitle } from './use-design.ts'
import { useViewer } from './use-viewer.ts'
import { useWitness } from './use-witness.ts'
import { ViewCube } from './view-cube.tsx'
import { useWorkbench } from './workbench-context.ts'

const ElementTable = later(() => import('./element-table.tsx'))
const SelectionReadout = later(() => import('./selection-readout.tsx'))
const LayerPanel = later(() => import('./layer-panel.tsx'))

/** The picture of the design. When 3D has stopped, `Start again` makes a new one. */
export function Viewport() {
  const [attempt, setAttempt] = useState(0)
  return <Picture key={attempt} again={() => setAttempt(attempt + 1)} />
}

function Picture({ again }: { again: () => void }) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layers = useLayers()
  const shown = useShown()
  const newest = useNewestJob()
  const overrides = useWorkbench((state) => state.overrides)
  const layersOpen = useWorkbench((state) => state.layersOpen)
  const elementsOpen = useWorkbench((state) => state.elementsOpen)
  const explode = useWorkbench((state) => state.explode)
  const together = useMemo(() => sceneFrom(layers, overrides), [layers, overrides])
  const { scene, ready } = useExploded(together, explode)
  const viewer = useViewer(host, canvas, scene, shown)
  useWitness(viewer)
  useFitWhenSettled(explode, ready && viewer.drawn?.scene === scene)
  const opening = useOpening()
  const building = isBuilding(newest)
  const failed = newest?.state === 'failed' && newest.id !== shown?.job
  const state = stateOf({
    problem: viewer.problem !== null,
    opening,
    scene: scene.length,
    drawn: viewer.drawn?.scene === scene,
    building,
    failed,
  })

  return (
    <div
      ref={host}
      data-testid="viewport"
      data-state={state}
      data-version={viewer.drawn?.version ?? ''}
      data-seq={viewer.drawn?.seq ?? ''}
      role="application"
      aria-label={t.viewport.label}
      aria-describedby="model-description"
      tabIndex={0}
      className="relative h-full min-h-0 touch-none overflow-hidden bg-view text-[color:var(--grid)] -outline-offset-2"
    >
      <canvas
        ref={canvas}
        data-testid="viewport-canvas"
        className={`absolute inset-0 h-full w-full ${failed ? 'saturate-50' : ''}`}
      />
      <div className="pointer-events-none absolute inset-0 text-text *:pointer-events-auto">
        {building && (
          <div
            className="building absolute inset-x-0 top-0 h-0.5 bg-accent"
            role="status"
            aria-label={t.viewport.building}
          />
        )}
        <div className="absolute top-2 left-2 flex max-h-[calc(100%-16px)] flex-col items-start gap-1">
          <Tools />
          {failed && scene.length > 0 && (
            <p
              data-testid="last-good"
              className="flex items-center gap-1.5 rounded-control border border-line bg-surface px-2 py-1 text-label"
            >
              <Icon name="alert" size={14} />
              {t.viewport.lastGood}
            </p>
          )}
          {layersOpen && scene.length > 0 && <LayerPanel />}
          {viewer.viewer && elementsOpen && <ElementTable on={viewer} viewer={viewer.viewer} scene={scene} />}
        </div>
        {viewer.viewer && <ViewCube viewer={viewer.viewer} />}
        {viewer.problem && (
          <Problem
            text={viewer.problem.text}
            hint={viewer.problem.hint}
            again={viewer.problem.again ? again : undefined}
          />
        )}
        {scene.length === 0 && !building && !viewer.problem && <Waiting opening={opening} />}
        {(viewer.drawn?.standIns.length ?? 0) > 0 && (
          <ul className="absolute bottom-2 left-1/2 max-w-[60%] -translate-x-1/2 rounded-control border border-line bg-surface px-2 py-1 text-label">
            {viewer.drawn?.standIns.map((layer) => (
              <li key={layer.id}>{t.viewport.failedLayer(layer.name, layer.message)}</li>
            ))}
          </ul>
        )}
        {viewer.misfit && <Misfit how={viewer.misfit} />}
        {viewer.hover && <HoverReadout hover={viewer.hover} />}
        {viewer.selection && (
          <SelectionReadout
            selection={viewer.selection}
            scene={scene}
            version={viewer.drawn?.version}
            clear={() => viewer.viewer?.clear()}
          />
        )}
      </div>
      <Description />
    </div>
  )
}

interface StateInputs {
  problem: boolean
  opening: boolean
  scene: number
  drawn: boolean
  building: boolean
  failed: boolean
}

/** WB36: what the viewport is doing, in one word. */
function stateOf({ problem, opening, scene, drawn, building, failed }: StateInputs) {
  if (problem) return 'lost'
  if (opening) return 'loading'
  if (building) return 'building'
  if (failed) return 'failed'
  if (scene === 0) return 'empty'
  return drawn ? 'ready' : 'loading'
}

function Tools() {
  const layers = useCommand('layers')
  const elements = useCommand('elements')
  const tableOpen = useWorkbench((state) => state.elementsOpen)
  const fit = useCommand('fit')
  const open = useWorkbench((state) => state.layersOpen)
  if (layers.reason !== undefined) return null
  return (
    <div className="flex flex-wrap gap-1">
      <Button expanded={open} controls="layer-panel" onPress={layers.run}>
        <Icon name="layers" />
        {layers.label}
      </Button>
      <Button expanded={tableOpen} controls="element-table" className="max-sm:hidden" onPress={elements.run}>
        {elements.label}
      </Button>
      <Button label={fit.label} title={`${fit.label} (F)`} onPress={fit.run} className="px-1.5">
        <Icon name="fit" />
      </Button>
      <ExplodeSlider />
    </div>
  )
}

function Problem({ text, hint, again }: { text: string; hint: string | undefined; again: (() => void) | undefined }) {
  return (
    <div role="alert" className="absolute inset-0 grid place-content-center gap-2 bg-view p-6 text-center">
      <p className="text-title font-semibold">{text}</p>
      {hint && <p className="text-quiet">{hint}</p>}
      {again && (
        <p>
          <Button onPress={again}>{t.viewport.startAgain}</Button>
        </p>
      )}
    </div>
  )
}

/** The camera was kept and the new model does not lie in its picture: one press away (WB14). */
function Misfit({ how }: { how: NonNullable<ViewerEvents['misfit']> }) {
  const fit = useCommand('fit')
  return (
    <p
      role="status"
      data-testid="fit-hint"
      className="absolute bottom-10 left-1/2 flex -translate-x-1/2 items-center gap-2 rounded-control border border-line bg-surface py-1 pr-1 pl-2 text-label whitespace-nowrap"
    >
      {t.viewport[how]}
      <Button onPress={fit.run}>{t.viewport.fit}</Button>
    </p>
  )
}

/** Nothing of the session is known yet: that it has no model would be a guess. */
function useOpening(): boolean {
  const { state } = useConnection()
  return useCanvas().position === undefined && state !== 'refused'
}

/** A session that has no model yet says what makes one appear. */
function Waiting({ opening }: { opening: boolean }) {
  const drawer = useWorkbench((state) => state.drawerOpen && state.tab === 'code')
  const words = opening ? t.viewport.opening : drawer ? t.viewport.waiting : undefined
  return words ? <p className="absolute inset-x-0 bottom-8 text-center text-quiet">{words}</p> : null
}

function HoverReadout({ hover }: { hover: NonNullable<ViewerEvents['hover']> }) {
  return (
    <p
      data-testid="hover-readout"
      className="absolute bottom-2 left-2 flex max-w-[70%] items-center gap-2 truncate rounded-control border border-line bg-surface px-2 py-1 text-label"
    >
      <span className="font-semibold">{hover.layer.name}</span>
      {hover.face && <span className="text-quiet">{faceWords(hover.face)}</span>}
    </p>
  )
}

function faceWords(face: NonNullable<NonNullable<ViewerEvents['hover']>['face']>): string {
  const round = face.kind === 'cylinder' || face.kind === 'sphere'
  const name = face.hollow && face.kind === 'cylinder' ? t.hover.hole : t.faceKind[face.kind]
  return [name, round ? `Ø ${formatLength(face.a * 2)}` : undefined, formatArea(face.area)].filter(Boolean).join(' · ')
}

function Description() {
  const title = useTitle()
  const layers = useLayers()
  const claims = useClaims()
  const job = useJob(useShown()?.job)
  const opening = useOpening()
  const known = useMemo(() => describeModel(title, layers, factsOf(job), claims), [title, layers, job, claims])
  const text = opening ? t.viewport.opening : known
  return (
    <>
      <h1 className="sr-only">{title || t.untitled}</h1>
      <p id="model-description" data-testid="model-description" className="sr-only">
        {text}
      </p>
      <p aria-live="polite" className="sr-only">
        {job?.state === 'done' ? text : ''}
      </p>
    </>
  )
}
