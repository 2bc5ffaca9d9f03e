import type { AssemblyRecipe } from '@hewn/model'
import { describe, expect, it } from 'vitest'
import { planBox } from './plan-box.ts'

const recipe = (words: string): AssemblyRecipe => {
  const read = planBox(words)
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.message}`)
  return read.value.recipe
}

describe('one thing said in several ways', () => {
  it.each([
    ['tray 200x150x40, one divider from left to right, so two compartments, front and back', { axis: 'z', count: 2 }],
    ['tray 200x150x40, six compartments in two rows', { columns: 3, rows: 2 }],
    ['bookshelf 800x300x1200, 4 shelves, one vertical divider', { columns: 2, rows: 5 }],
    ['tray 200x150x40, three compartments from left to right: 60, 60 and whatever is left', { sizes: [60, 60, '*'] }],
  ])('[AG44] “%s” is one division', (words, step) => {
    expect(recipe(words).subdivisions).toMatchObject([step])
  })

  it('[AG44] two divisions that differ contradict each other', () => {
    expect(planBox('tray 200x150x40, 3 columns, 2 dividers, 4 compartments')).toMatchObject({
      ok: false,
      error: { code: 'AGENT_CONTRADICTION' },
    })
  })

  it('[AG46] things lie as it is said: side by side, standing, in rows', () => {
    expect(recipe('card box for two decks of poker cards side by side')).toMatchObject({ width: 129, depth: 90.9 })
    expect(recipe('card holder for 100 sleeved cards standing')).toMatchObject({ height: 93, depth: 62 })
    expect(recipe('box for 12 jars 45 mm dia, 3 rows of 4, 60 high')).toMatchObject({ width: 181, depth: 136 })
  })

  it('[AG44] what is asked to fit on one sheet is a claim', () => {
    const read = planBox('box 200x150x100, must be cut from one 600 by 300 sheet, 4 mm plywood')
    const claims = read.ok ? read.value.claims : []
    expect(claims.find(({ id }) => id === 'claim:sheet')?.expect).toEqual({ fact: 'sheet', equals: 1 })
  })

  it('[AG44] the same hole in another side is copied', () => {
    const current: AssemblyRecipe = {
      type: 'enclosedBox',
      width: 200,
      height: 100,
      depth: 150,
      panels: [{ face: 'front', cutouts: [{ type: 'circle', diameter: 30 }] }],
    }
    const read = planBox('the same hole in the back as well', current)
    expect(read.ok ? read.value.recipe.panels : []).toHaveLength(2)
  })
})
