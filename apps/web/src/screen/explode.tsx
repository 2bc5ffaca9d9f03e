import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useRecipeText } from '../box/use-recipe-text.ts'
import { t } from '../strings/index.ts'
import { apart, moved } from '../viewer/apart.ts'
import type { SceneLayer } from '../viewer/scene.ts'
import { useKind, useLayers } from './use-design.ts'
import { useWorkbench } from './workbench-context.ts'

/**
 * The scene, as far apart as this viewer wants it: a box in the order in which it is put together, all else away from the
 * middle. Measures and files know nothing of it. Until the box has been read it comes apart as anything does, and is not `ready`.
 */
export function useExploded(scene: SceneLayer[], share: number): { scene: SceneLayer[]; ready: boolean } {
  const boxPlaces = useBoxPlaces(share > 0)
  const text = useRecipeText(share > 0 && boxPlaces !== null)
  const box = useKind() === 'box'
  const exploded = useMemo(() => {
    if (share === 0) return scene
    const places = boxPlaces && text !== undefined ? boxPlaces(text, share) : null
    return moved(scene, places ?? apart(scene, share))
  }, [scene, share, boxPlaces, text])
  return { scene: exploded, ready: share === 0 || !box || (boxPlaces !== null && text !== undefined) }
}

/** ms without a change: the slider has been let go of. */
const SETTLED = 250

/** What is taken apart may leave the picture; while the slider moves, or is not drawn yet, the picture stays, so that the way can be seen. */
export function useFitWhenSettled(share: number, ready: boolean): void {
  const fitted = useRef(share)
  const askFit = useWorkbench((state) => state.askFit)
  useEffect(() => {
    if (!ready || fitted.current === share) return undefined
    const later = setTimeout(() => {
      fitted.current = share
      askFit()
    }, SETTLED)
    return () => clearTimeout(later)
  }, [share, ready, askFit])
}

/** The box engine comes with the first box that is taken apart. */
function useBoxPlaces(wanted: boolean): typeof import('../box/box-places.ts').boxPlaces | null {
  const box = useKind() === 'box'
  const [load, setLoad] = useState<{ boxPlaces: typeof import('../box/box-places.ts').boxPlaces } | null>(null)
  useEffect(() => {
    if (!wanted || !box || load) return
    let current = true
    const fetchIt = async () => {
      const { boxPlaces } = await import('../box/box-places.ts')
      if (current) setLoad({ boxPlaces })
    }
    void fetchIt()
    return () => {
      current = false
    }
  }, [wanted, box, load])
  return box && load ? load.boxPlaces : null
}

/** How far apart: something for models of several layers. */
export function ExplodeSlider() {
  const id = useId()
  const share = useWorkbench((state) => state.explode)
  const setExplode = useWorkbench((state) => state.setExplode)
  const several = useLayers().filter((layer) => layer.kind !== 'group').length > 1
  if (!several) return null
  return (
    <label
      htmlFor={id}
      className="flex h-7 items-center gap-2 rounded-control border border-control bg-surface px-2.5 select-none pointer-coarse:h-11"
    >
      {t.command.explode}
      <input
        id={id}
        data-testid="explode-slider"
        type="range"
        min={0}
        max={100}
        step={1}
        value={Math.round(share * 100)}
        aria-valuetext={`${Math.round(share * 100)} %`}
        className="w-24 accent-[var(--accent)] max-sm:w-16"
        onChange={(event) => setExplode(Number(event.target.value) / 100)}
      />
    </label>
  )
}
