import type { AssemblyRecipe } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { planBox } from './plan-box.ts'

const recipe = (words: string): AssemblyRecipe => {
  const read = planBox(words)
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.message}`)
  return read.value.recipe
}

describe('how compartments and lids are told', () => {
  it.each([
    'box 300x200x60, compartments 3 across and 2 deep',
    'box 300x200x60 with 3 compartments across and 2 front to back',
    'box 300x200x60, three across, two down',
    'box 300x200x60, 3 sections wide by 2 deep',
  ])('[AG44] so many one way and so many the other are a grid: “%s”', (words) => {
    expect(recipe(words).subdivisions).toMatchObject([{ type: 'grid', columns: 3, rows: 2 }])
  })

  it('[AG44] a divider so far from a side leaves that much before it', () => {
    expect(recipe('tray 300x200x40, a divider 100 mm from the left').subdivisions).toMatchObject([
      { axis: 'x', sizes: [100, '*'] },
    ])
    expect(recipe('tray 300x200x40 divided 80 mm from the front').subdivisions).toMatchObject([
      { axis: 'z', sizes: ['*', 80] },
    ])
  })

  it('[AG44] how the lid opens may be said apart from it', () => {
    expect(recipe('box 200x150x80 with a 20 mm hole in the lid, which slides out').lid).toMatchObject({ kind: 'slide' })
    expect(recipe('box 200x150x80, it slides open to the left').lid).toMatchObject({ kind: 'slide', toward: 'left' })
  })

  it('[AG44] holes of a told size and two small counts are a grid of them', () => {
    const [panel] = recipe('box 300x230x70, holes 45 mm in the lid 4 by 3').panels ?? []
    expect(panel).toMatchObject({ face: 'lid:top', cutouts: [{ diameter: 45, repeat: { columns: 4, rows: 3 } }] })
  })
})
