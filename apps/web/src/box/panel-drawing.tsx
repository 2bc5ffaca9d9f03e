import { type PanelView, svgPath } from '@hewn/boxes'
import { type MouseEvent, useMemo } from 'react'
import { boxWords as words } from '../strings/en-box.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** Around the panel, in mm, so that tabs and lines are seen. */
const MARGIN = 8

/** A panel from outside: its sides by what made them, the area where holes may lie, and the hole that is being placed. */
export function PanelDrawing({
  view,
  hole,
  pointed,
  onPoint,
  onPlace,
}: {
  view: PanelView
  hole: Place & { diameter: number }
  pointed: string | undefined
  onPoint: (tag: string | undefined) => void
  onPlace: (at: Place) => void
}) {
  const { box, sides, material, safe, strokes } = useMemo(() => drawingOf(view), [view])
  const place = (event: MouseEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM()
    if (!matrix) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    onPlace({ x: at.x, y: -at.y })
  }
  return (
    <svg
      role="img"
      aria-label={words.panelDrawing(view.name)}
      data-testid="panel-drawing"
      viewBox={box.join(' ')}
      className="max-h-80 w-full rounded-control border border-line bg-view"
      onClick={place}
      onPointerLeave={() => onPoint(undefined)}
    >
      <path d={material} fillRule="evenodd" className="fill-surface stroke-none" />
      <path d={safe} fillRule="evenodd" className="fill-accent/15 stroke-none" data-testid="safe-area" />
      <path d={strokes} className="fill-none stroke-quiet" vectorEffect="non-scaling-stroke" strokeWidth="1" />
      {sides.map(({ key, path, tag }) => (
        <g key={key} onPointerEnter={() => onPoint(tag)}>
          <path d={path} className="fill-none stroke-transparent" vectorEffect="non-scaling-stroke" strokeWidth="9" />
          <path
            d={path}
            data-tag={tag}
            className={`fill-none ${tag !== undefined && tag === pointed ? 'stroke-accent' : lookOf(tag)}`}
            vectorEffect="non-scaling-stroke"
            strokeWidth={tag !== undefined && tag === pointed ? 2.5 : 1.4}
          />
        </g>
      ))}
      <circle
        cx={hole.x + view.body.x[1] / 2}
        cy={-hole.y - view.body.y[1] / 2}
        r={Math.max(0.1, hole.diameter / 2)}
        className="pointer-events-none fill-none stroke-warn"
        strokeDasharray="3 2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

/** Joints, cut-outs, and edges that nobody holds. */
const lookOf = (tag: string | undefined): string =>
  tag === undefined ? 'stroke-text' : tag.startsWith('joint:') ? 'stroke-bad' : 'stroke-ok'

function drawingOf({ contours, safe, strokes }: PanelView) {
  const all = contours.flatMap(({ points }) => points)
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs) - MARGIN, Math.max(...ys) + MARGIN]
  const box = [left, -top, Math.max(...xs) + MARGIN - left, top - Math.min(...ys) + MARGIN]
  // The page looks down where the panel looks up: a sheet of no height turns it over.
  const drawn = (points: (typeof contours)[number]['points']) => svgPath(points, 'cut-outer', 0)
  const sides = contours.flatMap(({ points, tags }, which) =>
    points.map((from, index) => {
      const { x, y } = points[(index + 1) % points.length] ?? from
      return { key: `${which} ${index}`, tag: tags[index], path: svgPath([from, { x, y }], 'score', 0) }
    }),
  )
  return {
    box,
    sides,
    material: contours.map(({ points }) => drawn(points)).join(''),
    safe: safe.map(drawn).join(''),
    strokes: strokes.map((stroke) => svgPath(stroke, 'score', 0)).join(''),
  }
}
