import { expect, test } from 'vitest'
import { planPart } from '../plan-part.ts'
import { unmet } from './unmet.ts'

const open = (words: string): string[] => {
  const read = planPart(words)
  return read.ok ? unmet(read.value).map((at) => words.slice(...at)) : ['refused']
}

test('[AG33] places the words say, and that are where they say, are met', () => {
  expect(
    open('plate 120 x 80 x 6 with a 10 mm hole 20 mm from the left edge and a 6 mm hole 25 mm right of it'),
  ).toEqual([])
  expect(open('box 80 x 60 x 30 with a 10 mm hole in the left side, 12 mm above the floor')).toEqual([])
  expect(open('plate 200 x 30 x 5 with two 5 mm holes 150 mm apart')).toEqual([])
})

test('[AG33] a distance that nothing is at stands open', () => {
  const words = 'plate 120 x 80 x 6 with a 10 mm hole 20 mm from the left edge'
  const read = planPart(words)
  if (!read.ok) throw new Error(words)
  const { plan } = read.value
  const moved = plan.names.map((one) => (one.value === 20 ? { ...one, name: 'elsewhere' } : one))
  const bodies = plan.bodies.map((body) => ({
    ...body,
    features: body.features.map((feature) => ({ ...feature, at: { relations: [] } })),
  }))
  expect(unmet({ ...read.value, plan: { ...plan, names: moved, bodies } }).map((at) => words.slice(...at))).toEqual([
    '20 mm',
  ])
})

test('[AG33] a hole of one side that is on the other stands open', () => {
  const words = 'plate 120 x 80 x 6 with a 10 mm hole 20 mm from the left edge and a 5 mm hole in the top right corner'
  const read = planPart(words)
  if (!read.ok) throw new Error(words)
  const { plan } = read.value
  const bodies = plan.bodies.map((body) => ({
    ...body,
    features: body.features.map((feature, index) => ({
      ...feature,
      at: { relations: [{ kind: 'edge' as const, edge: 'left' as const, distance: index === 0 ? '20' : '40' }] },
    })),
  }))
  expect(unmet({ ...read.value, plan: { ...plan, bodies } }).map((at) => words.slice(...at))).toEqual([
    'in the top right corner',
  ])
})
