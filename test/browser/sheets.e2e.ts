import { cutSheets, executeRecipe, toSvg } from '@hewn/boxes'
import type { AssemblyRecipe } from '@hewn/model'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { houseAndBrowser } from './house-and-browser.ts'

const here = houseAndBrowser({ python: false })

const MM = 96 / 25.4

describe('a cut sheet in Chromium', () => {
  it.each(['toolbox', 'board-case', 'tea-box'])(
    '[BX52] [P20] has the lengths and sizes of the panels, at its real size: %s',
    async (name) => {
      const text = readFileSync(new URL(`../../recipes/${name}/recipe.json`, import.meta.url), 'utf8')
      const recipe = JSON.parse(text) as AssemblyRecipe
      // Without kerf the sheet shows the panels themselves.
      const { engine } = executeRecipe({ ...recipe, cutting: { ...recipe.cutting, kerf: 0, fit: 'snug' } })
      const sheets = cutSheets(engine)
      if (!sheets.ok) throw new Error(sheets.error[0]?.message)
      const page = await here.browser.newPage()
      const measured: Measured[] = []
      for (const sheet of sheets.value) {
        const found = await page.evaluate(measure, toSvg(sheet))
        expect(found.size).toEqual([expect.closeTo(sheet.width * MM, 1), expect.closeTo(sheet.height * MM, 1)])
        measured.push(...found.paths)
      }
      await page.close()
      const outlines = engine.panels.map(({ outline }) => measuresOf(outline))
      const holes = engine.panels.flatMap((panel) => panel.holes.map(measuresOf))
      expect(bySize(measured, 'cut-outer')).toEqual(outlines.toSorted(bySide).map(near))
      expect(bySize(measured, 'cut-inner')).toEqual(holes.toSorted(bySide).map(near))
    },
  )
})

describe('a panel of a box on the page', () => {
  it('[BX68] [BX67] is pointed at, gets a hole where it may lie, is raised, and opens a face with what that takes', async () => {
    const { page, complaints, strangers, context } = await here.visitor()
    await page.goto(here.house.url)
    await page.locator('[data-testid=gallery-card][data-name=parts-tray]').click()
    await drawn(page)
    await page.getByTestId('tab-sheets').click()
    const desk = page.getByTestId('panel-desk')
    const drawing = desk.getByTestId('panel-drawing')
    await drawing.scrollIntoViewIfNeeded()
    await drawing.locator('[data-tag="joint:front|left"]').first().hover({ force: true })
    await expect.poll(() => desk.getByTestId('panel-words').textContent()).toMatch(/^Front and Left: \d+ tabs along/)

    // Names of parts come on the sheets for whoever wants them (BX55).
    const scored = page.locator('[data-testid=sheet] path.stroke-ok')
    expect(await scored.count()).toBe(0)
    await page.getByTestId('part-names').click()
    await expect.poll(() => scored.count()).toBeGreaterThan(5)
    await page.getByTestId('part-names').click()

    // Where the tint is, a click places the hole.
    await drawing.click({ position: await middleOf(drawing) })
    await desk.getByLabel('Hole', { exact: true }).fill('6')
    await page.keyboard.press('Enter')
    await desk.getByTestId('add-hole').click()
    await expect.poll(() => desk.getByRole('button', { name: 'Remove cut-out 1' }).count()).toBe(1)
    expect(await drawing.locator('[data-tag="cutout:front:0"]').count()).toBeGreaterThan(0)

    await desk.getByLabel('Raise top', { exact: true }).fill('15')
    await page.keyboard.press('Enter')
    await expect.poll(() => desk.getByLabel('Raise top', { exact: true }).inputValue()).toBe('15')
    await desk.getByLabel('Raise top', { exact: true }).fill('900')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('box-problem').textContent()).toMatch(/900 mm/)

    await page.getByTestId('box-editor').locator('..').locator('[data-name=front]').click()
    await expect.poll(() => page.getByTestId('box-removed').textContent()).toMatch(/could not stay/)
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] })
    await context.close()
  })
})

const middleOf = async (drawing: Locator) => {
  const box = await drawing.boundingBox()
  return { x: (box?.width ?? 0) * 0.42, y: (box?.height ?? 0) * 0.45 }
}

describe('the sheets of a box on the page', () => {
  it('[WB58] another sheet size is chosen, the files are taken, and the link opens the same box', async () => {
    const { page, complaints, strangers, context } = await here.visitor()
    await page.goto(here.house.url)
    await page.locator('[data-testid=gallery-card][data-name=parts-tray]').click()
    await drawn(page)
    await page.getByTestId('tab-sheets').click()
    const summary = page.getByTestId('sheet-summary')
    await expect.poll(() => summary.textContent()).toMatch(/^2 sheets/)
    expect(await page.getByTestId('proof').getAttribute('data-state')).toBe('pass')

    const tab = page.getByTestId('cutting')
    await tab.getByLabel('Sheet', { exact: true }).selectOption('300 × 200 mm')
    await expect.poll(() => summary.textContent()).toMatch(/^3 sheets/)
    await tab.getByLabel('Kerf', { exact: true }).fill('9')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('box-problem').textContent()).toMatch(/Kerf is 9 mm — at most 1 mm/)
    await page.getByTestId('box-problem').getByRole('button').click()
    await expect.poll(() => page.getByTestId('sheet').count()).toBe(3)

    await expect.poll(() => reasonOf(page, 'Download PDF 1:1'), { timeout: 20_000 }).toBeNull()
    expect(await taken(page, 'Download PDF 1:1')).toMatchObject({
      name: expect.stringMatching(/\.pdf$/),
      start: '%PDF-',
    })
    expect(await taken(page, 'Download DXF')).toMatchObject({
      name: expect.stringMatching(/\.zip$/),
      start: expect.stringMatching(/^PK/),
    })
    expect(await taken(page, 'Download test coupon')).toMatchObject({
      name: expect.stringMatching(/\.svg$/),
      start: '<?xml',
    })

    const told = await page.getByTestId('model-description').textContent()
    const link = await page.getByTestId('copy-link').getAttribute('data-link')
    const second = await context.newPage()
    await second.goto(link ?? '')
    await drawn(second)
    await expect.poll(() => second.getByTestId('model-description').textContent()).toBe(told)
    expect(second.url()).not.toBe(page.url())
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
    await context.close()
  })

  it('[WB27] the slider takes the model apart, and nothing of it is measured or saved', async () => {
    const { page, complaints, context } = await here.visitor()
    await page.goto(here.house.url)
    await page.locator('[data-testid=gallery-card][data-name=pencil-cup]').click()
    await drawn(page)
    const before = await page.getByTestId('viewport').screenshot()
    const told = await page.getByTestId('model-description').textContent()
    await page.getByTestId('explode-slider').fill('100')
    await drawn(page)
    await expect.poll(async () => (await page.getByTestId('viewport').screenshot()).equals(before)).toBe(false)
    expect(await page.getByTestId('model-description').textContent()).toBe(told)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[BX62] a link that was cut short is told, and the page goes on', async () => {
    const { page, context } = await here.visitor()
    await page.goto(`${here.house.url}/#box=1.q1YqLkn`)
    await page.getByTestId('banner').filter({ hasText: /link/ }).waitFor()
    await page.locator('[data-testid=gallery-card]').first().waitFor()
    await context.close()
  })
})

interface Measured {
  layer: string
  length: number
  width: number
  height: number
}

type Points = readonly { x: number; y: number; arc?: { centre: { x: number; y: number }; turn: number } }[]

/** A panel's contour in mm, by its own reckoning: the arcs of these boxes are quarters and halves of circles. */
function measuresOf(contour: Points): Omit<Measured, 'layer'> {
  let length = 0
  const reached: [number, number][] = []
  contour.forEach((from, index) => {
    const to = contour[(index + 1) % contour.length] ?? from
    reached.push([from.x, from.y])
    if (!from.arc) {
      length += Math.hypot(to.x - from.x, to.y - from.y)
      return
    }
    const { centre, turn } = from.arc
    const radius = Math.hypot(from.x - centre.x, from.y - centre.y)
    const begin = Math.atan2(from.y - centre.y, from.x - centre.x)
    let sweep = (Math.atan2(to.y - centre.y, to.x - centre.x) - begin) * turn
    if (sweep <= 1e-9) sweep += 2 * Math.PI
    length += radius * sweep
    for (let step = 1; step < 8; step += 1) {
      const angle = begin + (turn * sweep * step) / 8
      reached.push([centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)])
    }
  })
  const reach = (axis: 0 | 1) =>
    Math.max(...reached.map((point) => point[axis])) - Math.min(...reached.map((point) => point[axis]))
  const [width, height] = [reach(0) / 1000, reach(1) / 1000]
  // A part may lie turned on its sheet.
  return { length: length / 1000, width: Math.max(width, height), height: Math.min(width, height) }
}

const bySide = (a: Omit<Measured, 'layer'>, b: Omit<Measured, 'layer'>): number =>
  Math.round((a.length - b.length) * 100) || Math.round((a.width - b.width) * 100) || a.height - b.height
const bySize = (measured: Measured[], layer: string) =>
  measured
    .filter((one) => one.layer === layer)
    .map(({ length, width, height }) => ({ length, width: Math.max(width, height), height: Math.min(width, height) }))
    .toSorted(bySide)
const near = ({ length, width, height }: Omit<Measured, 'layer'>) => ({
  // Chromium looks at arcs through curves of its own.
  length: expect.closeTo(length, 1),
  width: expect.closeTo(width, 1),
  height: expect.closeTo(height, 1),
})

/** Runs in the page: lengths and sizes as the browser sees them, in the sheet's own units. */
function measure(svg: string): { size: [number, number]; paths: Measured[] } {
  document.body.innerHTML = svg.replace(/<\?xml[^>]*>/, '')
  const root = document.querySelector('svg')
  const box = root?.getBoundingClientRect()
  const paths = [...document.querySelectorAll('path')].map((path) => {
    const { width, height } = path.getBBox()
    const layer = /^(engrave|score|cut-inner|cut-outer)/.exec(path.parentElement?.id ?? '')?.[0] ?? ''
    return { layer, length: path.getTotalLength(), width, height }
  })
  return { size: [box?.width ?? 0, box?.height ?? 0], paths }
}

async function drawn(page: Page) {
  await page.locator('[data-testid=viewport][data-state=ready]').waitFor({ timeout: 60_000 })
}

const inTab = (page: Page, name: string) => page.getByTestId('sheets').getByRole('button', { name })
const reasonOf = (page: Page, name: string) => inTab(page, name).getAttribute('aria-disabled')

async function taken(page: Page, name: string): Promise<{ name: string; start: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), inTab(page, name).click()])
  return { name: file.suggestedFilename(), start: readFileSync(await file.path(), 'latin1').slice(0, 5) }
}
