import { expect, it } from 'vitest'
import { lookOf } from './material-look.ts'

const front = { id: 'front', kind: 'face' } as Parameters<typeof lookOf>[0]

it('[BX34] a panel looks like its sheet: wood where nothing is said, clear where it is acrylic, in the colour that was said', () => {
  expect(lookOf(front, undefined)).toEqual({ color: '#d8b27c' })
  expect(lookOf(front, 'birch plywood')).toEqual({ color: '#d8b27c' })
  expect(lookOf(front, 'acrylic')).toEqual({ color: '#a9cbe0', opacity: 0.5 })
  expect(lookOf(front, 'black acrylic')).toEqual({ color: '#3a3d42' })
  expect(lookOf(front, 'clear blue acrylic')).toEqual({ color: '#4a7fc1', opacity: 0.5 })
  expect(lookOf(front, 'MDF').color).not.toBe('#d8b27c')
  const left = { ...front, id: 'left' } as typeof front
  expect(lookOf(left, 'acrylic').color).not.toBe(lookOf(front, 'acrylic').color)
})
