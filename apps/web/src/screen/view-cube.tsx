import { useEffect, useRef } from 'react'
import { t } from '../strings/index.ts'
import { Icon } from '../ui/icon.tsx'
import type { Viewer } from '../viewer/index.ts'
import { axesOf, NAMED_VIEWS, type NamedView, type View } from '../viewer/view.ts'

const SIZE = 52
/** Where each side of the cube sits, in the page's own axes (x right, y down, z towards the eye), seen from the front. */
const SIDES: Record<NamedView, string> = {
  front: `translateZ(${SIZE / 2}px)`,
  back: `rotateY(180deg) translateZ(${SIZE / 2}px)`,
  left: `rotateY(-90deg) translateZ(${SIZE / 2}px)`,
  right: `rotateY(90deg) translateZ(${SIZE / 2}px)`,
  top: `rotateX(90deg) translateZ(${SIZE / 2}px)`,
  bottom: `rotateX(-90deg) translateZ(${SIZE / 2}px)`,
}
const KEYS: Record<NamedView, string> = { front: '1', back: '2', left: '3', right: '4', top: '5', bottom: '6' }
const names = Object.keys(NAMED_VIEWS) as NamedView[]
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Six sides that turn with the model; each is a button that looks from there. */
export function ViewCube({ viewer }: { viewer: Viewer }) {
  const cube = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const turn = (view: View) => {
      if (cube.current) cube.current.style.transform = cubeTransform(view)
    }
    turn(viewer.probe().camera)
    return viewer.on('view', turn)
  }, [viewer])
  const press = (key: string) => viewer.key({ key, shiftKey: false })
  return (
    <div
      data-testid="view-cube"
      role="group"
      aria-label={t.viewport.cube}
      className="view-cube absolute top-3 right-3 grid h-24 w-24 place-items-center max-sm:hidden"
    >
      <div ref={cube} className="view-cube-body" style={{ width: SIZE, height: SIZE }}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="view-cube-side"
            style={{ transform: SIDES[name], width: SIZE, height: SIZE }}
            aria-label={t.viewport.view(capital(name))}
            title={`${t.viewport.view(capital(name))} (${KEYS[name]})`}
            onClick={() => press(KEYS[name])}
          >
            {capital(name)}
          </button>
        ))}
      </div>
      <button
        type="button"
        aria-label={t.command.iso}
        title={`${t.command.iso} (0)`}
        className="absolute top-0 left-0 grid h-6 w-6 place-items-center rounded-control text-quiet hover:bg-surface hover:text-text"
        onClick={() => press('0')}
      >
        <Icon name="home" size={14} />
      </button>
    </div>
  )
}

/**
 * The world's axes as the page draws them. Seen from the front the cube stands as it is built: its x is the world's X,
 * its y (down) the world's −Z, its z (towards the eye) the world's −Y.
 */
export function cubeTransform(view: View): string {
  const { right, up, toward } = axesOf(view)
  const column = (axis: readonly [number, number, number]) => {
    const along = (by: readonly [number, number, number]) => axis[0] * by[0] + axis[1] * by[1] + axis[2] * by[2]
    return [along(right), -along(up), along(toward), 0].map((value) => value.toFixed(5)).join(',')
  }
  return `matrix3d(${column([1, 0, 0])},${column([0, 0, -1])},${column([0, -1, 0])},0,0,0,1)`
}
