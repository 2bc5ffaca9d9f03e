import type { Bounds } from '@hewn/model'
import { expect, it } from 'vitest'
import { createEye } from './eye.ts'
import type { Misfit, View } from './view.ts'

const cube = (size: number, at = 0): Bounds => ({ min: [at, at, at], max: [at + size, at + size, at + size] })

function eyeOver(first: Bounds) {
  const here = { model: first, size: { x: 800, y: 600 }, now: 0 }
  const moved: View[] = []
  const misfits: (Misfit | null)[] = []
  const eye = createEye({
    visible: () => here.model,
    model: () => here.model,
    size: () => here.size,
    still: () => false,
    now: () => here.now,
    invalidate: () => {},
    moved: (view) => moved.push(view),
    misfits: (how) => misfits.push(how),
  })
  const rebuilt = (model: Bounds, replaced = false) => {
    const stood = here.model
    here.model = model
    eye.follow({ stood, first: false, replaced, changed: true })
  }
  eye.follow({ first: true, replaced: true, changed: true })
  return { eye, here, moved, misfits, rebuilt }
}

it('[WB14] while nobody has aimed, a larger part is shown whole; what was aimed at stays', () => {
  const { eye, rebuilt } = eyeOver(cube(40))
  const fitted = eye.view
  rebuilt(cube(80))
  expect(eye.view.height).toBeGreaterThan(fitted.height)
  eye.look({ ...eye.view, azimuth: 10 }, false)
  const aimed = eye.view
  rebuilt(cube(100))
  expect(eye.view).toBe(aimed)
})

it('[WB14] another design is shown whole, though somebody has aimed', () => {
  const { eye, rebuilt } = eyeOver(cube(40))
  eye.look({ ...eye.view, height: 20 }, false)
  rebuilt(cube(42), true)
  expect(eye.view.height).toBeGreaterThan(40)
})

it('[WB14] a model that a rebuild made too large for the picture is told, until somebody aims', () => {
  const { eye, misfits, rebuilt } = eyeOver(cube(40))
  eye.look({ ...eye.view, height: eye.view.height / 4 }, false)
  rebuilt(cube(90))
  expect(misfits).toEqual(['huge'])
  eye.look({ ...eye.view, azimuth: 20 }, false)
  expect(misfits.at(-1)).toBeNull()
})

it('[WB70] in a taller picture, what was aimed at keeps its size on screen', () => {
  const { eye, here } = eyeOver(cube(40))
  eye.look({ ...eye.view, azimuth: 10 }, false)
  const { height } = eye.view
  here.size = { x: 800, y: 900 }
  eye.resized(800, 600)
  expect(eye.view.height).toBeCloseTo(height * 1.5)
})

it('[WB16] a glide ends where it was sent, and rests', () => {
  const { eye, here } = eyeOver(cube(40))
  const to = { ...eye.view, azimuth: 90 }
  eye.look(to, true)
  here.now = 100
  eye.step()
  expect(eye.view.azimuth).not.toBe(90)
  expect(eye.resting).toBe(false)
  here.now = 300
  eye.step()
  expect(eye.view.azimuth).toBeCloseTo(90)
  expect(eye.resting).toBe(true)
})
