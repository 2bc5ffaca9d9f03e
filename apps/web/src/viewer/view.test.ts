import type { Bounds, Vec3 } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import {
  axesOf,
  between,
  cornersOf,
  dot,
  fit,
  inPicture,
  misfit,
  NAMED_VIEWS,
  orbit,
  pan,
  placed,
  showsWhole,
  sizeStep,
  subtract,
  type View,
  zoom,
} from './view.ts'

const view: View = { target: [1, 2, 3], azimuth: 30, elevation: 20, height: 100 }
const close = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9))
const inView = (seen: View, point: Vec3) => {
  const axes = axesOf(seen)
  const offset = subtract(point, seen.target)
  return [dot(offset, axes.right), dot(offset, axes.up)]
}

describe('view', () => {
  it('[WB14] a model that is aside, a speck or far larger than the picture is known', () => {
    const cube = (from: number, to: number): Bounds => ({ min: [from, from, from], max: [to, to, to] })
    const front: View = { target: [0, 0, 0], ...NAMED_VIEWS.front, height: 100 }
    expect(misfit(front, cube(-20, 20), 1.5)).toBeNull()
    expect(misfit(front, cube(45, 145), 1)).toBe('aside')
    expect(misfit(front, cube(-1, 1), 1.5)).toBe('tiny')
    expect(misfit(front, cube(-400, 400), 1.5)).toBe('huge')
    expect(misfit(front, cube(-100, 100), 1.5)).toBeNull()
  })

  it('[WB14] a size ten times another is told from a small change', () => {
    const cube = (edge: number): Bounds => ({ min: [0, 0, 0], max: [edge, edge, edge] })
    expect(sizeStep(cube(10), cube(12))).toBeCloseTo(1.2, 9)
    expect(sizeStep(cube(1), cube(20))).toBeCloseTo(20, 9)
    expect(sizeStep(cube(20), cube(1))).toBeCloseTo(20, 9)
  })

  it('[WB10] the front view looks along +Y with Z up and X to the right', () => {
    const axes = axesOf(NAMED_VIEWS.front)
    close(axes.toward, [0, -1, 0])
    close(axes.up, [0, 0, 1])
    close(axes.right, [1, 0, 0])
  })

  it('[WB10] seen from above, Y points up in the picture', () => {
    close(axesOf(NAMED_VIEWS.top).up, [0, 1, 0])
    close(axesOf(NAMED_VIEWS.top).toward, [0, 0, 1])
    close(axesOf(NAMED_VIEWS.right).toward, [1, 0, 0])
  })

  it('[WB23] orbiting keeps the point under the pointer where it is, and Z up', () => {
    const pivot: Vec3 = [40, -12, 7]
    const turned = orbit(view, { azimuth: 77, elevation: 33 }, pivot)
    close(inView(turned, pivot), inView(view, pivot))
    expect(axesOf(turned).right[2]).toBe(0)
  })

  it('[WB23] orbiting stops at straight up and straight down', () => {
    expect(orbit(view, { azimuth: 0, elevation: 500 }).elevation).toBe(90)
    expect(orbit(view, { azimuth: 0, elevation: -500 }).elevation).toBe(-90)
  })

  it('[WB23] the wheel zooms to the cursor', () => {
    const axes = axesOf(view)
    const under: Vec3 = [0, 1, 2].map(
      (i) => (view.target[i] ?? 0) + 20 * (axes.right[i] ?? 0) - 15 * (axes.up[i] ?? 0),
    ) as Vec3
    const nearer = zoom(view, 0.5, { right: 20, up: -15 })
    expect(nearer.height).toBe(50)
    // Half the millimetres, so the same pixels are half the millimetres from the middle.
    close(inView(nearer, under), [10, -7.5])
  })

  it('[WB23] panning moves the model with the hand', () => {
    const point: Vec3 = [5, 5, 5]
    const [right = 0, up = 0] = inView(view, point)
    close(inView(pan(view, 10, -4), point), [right + 10, up - 4])
  })

  it('[WB14] a fit has every corner in the picture, whatever the direction and shape of the window', () => {
    const bounds: Bounds = { min: [-10, 0, 5], max: [300, 20, 60] }
    for (const aspect of [0.3, 1, 3]) {
      for (const named of Object.values(NAMED_VIEWS)) {
        const fitted = fit({ ...view, ...named }, bounds, aspect)
        for (const corner of cornersOf(bounds)) {
          const [right = 0, up = 0] = inView(fitted, corner)
          expect(Math.abs(right)).toBeLessThan((fitted.height * aspect) / 2)
          expect(Math.abs(up)).toBeLessThan(fitted.height / 2)
        }
        expect(inPicture(fitted, bounds, aspect)).toBe(true)
      }
    }
  })

  it('[WB14] a design is shown whole where all of it is in the picture, and is no speck in it', () => {
    const bounds: Bounds = { min: [0, 0, 0], max: [100, 60, 30] }
    const fitted = fit(view, bounds, 1.5)
    expect(showsWhole(fitted, bounds, 1.5)).toBe(true)
    expect(showsWhole(pan(fitted, fitted.height, 0), bounds, 1.5)).toBe(false)
    expect(showsWhole(fitted, { min: [0, 0, 0], max: [200, 60, 30] }, 1.5)).toBe(false)
    expect(showsWhole(fitted, { min: [45, 25, 10], max: [55, 35, 20] }, 1.5)).toBe(false)
  })

  it('[WB14] what lies beside the picture is not in it', () => {
    const bounds: Bounds = { min: [0, 0, 0], max: [10, 10, 10] }
    const fitted = fit(view, bounds, 1)
    expect(inPicture(pan(fitted, 1000, 0), bounds, 1)).toBe(false)
    expect(inPicture(pan(fitted, 0, -1000), bounds, 1)).toBe(false)
  })

  it('a view on the way turns the short way round', () => {
    const from = { ...view, azimuth: 170 }
    const to = { ...view, azimuth: -170 }
    expect(Math.abs(between(from, to, 0.5).azimuth)).toBeCloseTo(180)
    expect(between(from, to, 1)).toEqual(to)
  })

  it('a placement moves and turns bounds', () => {
    const quarterAroundZ = [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 100, 0, 0, 1]
    expect(placed({ min: [0, 0, 0], max: [10, 20, 30] }, quarterAroundZ)).toEqual({
      min: [80, 0, 0],
      max: [100, 10, 30],
    })
  })
})
