import type { Bounds } from '@hewn/model'
import { BufferGeometry, Color, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments } from 'three'

export interface BackdropColors {
  ground: string
  grid: string
}
const AXES = { x: '#C2453A', y: '#4B8F3C', z: '#3B73C4' } as const

/** The grid on the ground plane and the three axes, at the true origin (WB19), as large as the model needs. */
export function createBackdrop() {
  const root = new Group()
  const grid = new LineSegments(new BufferGeometry(), new LineBasicMaterial({ depthWrite: false }))
  const axes = new LineSegments(new BufferGeometry(), new LineBasicMaterial({ vertexColors: true }))
  // The grid is drawn first and leaves no depth, so it never lies over the model, also where that reaches below the ground.
  grid.renderOrder = -2
  axes.renderOrder = -1
  root.add(grid, axes)
  let drawn = ''
  return {
    root,
    color: (colors: BackdropColors) => grid.material.color.set(colors.grid),
    /** Millimetres from the origin to the rim. */
    size(bounds: Bounds | undefined): number {
      const { step, half } = gridFor(bounds)
      if (drawn === `${step} ${half}`) return half
      drawn = `${step} ${half}`
      grid.geometry.setAttribute('position', new Float32BufferAttribute(gridLines(step, half), 3))
      axes.geometry.setAttribute(
        'position',
        new Float32BufferAttribute([0, 0, 0, half, 0, 0, 0, 0, 0, 0, half, 0, 0, 0, 0, 0, 0, half / 2], 3),
      )
      axes.geometry.setAttribute('color', new Float32BufferAttribute(axisColors(), 3))
      for (const part of [grid, axes]) part.geometry.computeBoundingSphere()
      return half
    },
    dispose() {
      for (const part of [grid, axes]) {
        part.geometry.dispose()
        part.material.dispose()
      }
    },
  }
}

/** Spacing of 1, 2 or 5 × 10ⁿ mm with about ten squares along the model, and a rim well outside it. */
export function gridFor(bounds: Bounds | undefined): { step: number; half: number } {
  const reach = bounds ? Math.max(...bounds.min.slice(0, 2).map(Math.abs), ...bounds.max.slice(0, 2).map(Math.abs)) : 50
  const step = niceStep(Math.max(reach, 0.5) / 5)
  return { step, half: Math.ceil((Math.max(reach, 0.5) * 1.5) / step) * step }
}

export function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const lead = value / power
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power
}

function gridLines(step: number, half: number): number[] {
  const count = Math.round(half / step)
  const lines: number[] = []
  for (let i = -count; i <= count; i++)
    lines.push(i * step, -half, 0, i * step, half, 0, -half, i * step, 0, half, i * step, 0)
  return lines
}

function axisColors(): number[] {
  return Object.values(AXES).flatMap((color) => {
    const { r, g, b } = new Color(color)
    return [r, g, b, r, g, b]
  })
}
