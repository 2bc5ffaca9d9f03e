import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openHouse } from './house.ts'
import { houseAndBrowser } from './house-and-browser.ts'

const here = houseAndBrowser()

describe('a box, from words to a cut sheet', () => {
  it('[WB83] open top box 150x100x80 becomes five panels of those sizes, and the cut sheet downloads', async () => {
    const { page, complaints, strangers, context } = await here.visitor()
    await page.goto(here.house.url)
    await design(page, 'open top box 150x100x80')
    await drawn(page)
    const names = await layerIds(page)
    for (const panel of ['front', 'back', 'left', 'right', 'bottom']) expect(names).toContain(`layer:${panel}`)
    expect(names).not.toContain('layer:top')
    await expect.poll(() => page.getByTestId('model-description').textContent()).toMatch(/150 × 100 × 80/)
    await page.getByTestId('design-done').click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-primary').click()])
    const svg = readFileSync(await file.path(), 'utf8')
    expect(file.suggestedFilename()).toMatch(/\.svg$/)
    const paths = await page.evaluate((text) => {
      const sheet = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        broken: sheet.querySelector('parsererror') !== null,
        width: sheet.documentElement.getAttribute('width'),
        count: sheet.querySelectorAll('path').length,
      }
    }, svg)
    expect(paths).toMatchObject({ broken: false, width: '600mm' })
    expect(paths.count).toBeGreaterThanOrEqual(5)
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
    await context.close()
  })

  it('[WB73] nonsense and an impossible box say so inline and leave the design as it was', async () => {
    const { page, context } = await here.visitor()
    await page.goto(here.house.url)
    await design(page, 'open top box 150x100x80')
    await drawn(page)
    const was = 'Open top box 150x100x80: 150 × 100 × 80 mm, volume 157,728 mm³, 5 panels'
    await expect.poll(() => page.getByTestId('model-description').textContent()).toBe(was)
    for (const [prompt, expected] of [
      ['colourless green ideas sleep furiously', /box/i],
      ['a box of -5 mm', /-5/],
      ['box 9000x100x80', /9000/],
    ] as const) {
      await page.getByTestId('design-prompt').fill(prompt)
      await page.getByTestId('design-preview').click()
      await expect
        .poll(() =>
          page
            .getByTestId('design-error')
            .textContent()
            .catch(() => ''),
        )
        .toMatch(expected)
      expect(await page.getByTestId('design-prompt').inputValue()).toBe(prompt)
      expect(await page.getByTestId('model-description').textContent()).toBe(was)
    }
    await context.close()
  })

  it('[WB74] Cancel makes the design before the panel was opened the head again', async () => {
    const { page, context } = await here.visitor()
    await page.goto(here.house.url)
    await design(page, 'open top box 150x100x80')
    await drawn(page)
    await page.getByTestId('design-done').click()
    await design(page, 'closed box 200x100x60')
    await expect.poll(() => page.getByTestId('model-description').textContent()).toMatch(/200 × 100 × 60/)
    await page.getByTestId('design-cancel').click()
    await expect.poll(() => page.getByTestId('model-description').textContent()).toMatch(/150 × 100 × 80/)
    expect(await page.getByTestId('design-panel').count()).toBe(0)
    await context.close()
  })
})

describe('the same thing everywhere', () => {
  it('[WB82] a second tab follows live, a reload and a restart of the server show the same', async () => {
    const { page, context, complaints } = await here.visitor()
    await page.goto(here.house.url)
    await design(page, 'open top box 150x100x80')
    await drawn(page)
    const second = await context.newPage()
    await second.goto(page.url())
    await drawn(second)
    await expect.poll(() => second.getByTestId('model-description').textContent()).toMatch(/150 × 100 × 80/)

    await page.getByTestId('design-prompt').fill('closed box 120x90x60')
    await page.getByTestId('design-preview').click()
    await expect.poll(() => second.getByTestId('model-description').textContent()).toMatch(/120 × 90 × 60/)
    const told = 'Closed box 120x90x60: 120 × 90 × 60 mm, volume 130,896 mm³, 6 panels'
    await expect.poll(() => page.getByTestId('model-description').textContent()).toBe(told)

    await second.reload()
    await drawn(second)
    await expect.poll(() => second.getByTestId('model-description').textContent()).toBe(told)
    expect(complaints).toEqual([])

    const port = Number(new URL(here.house.url).port)
    await here.house.stop()
    await expect
      .poll(
        () =>
          second
            .getByTestId('banner')
            .textContent()
            .catch(() => ''),
        { timeout: 15_000 },
      )
      .toMatch(/Connection lost/)
    here.house = await openHouse({ home: here.house.home, port })
    await expect.poll(() => second.getByTestId('banner').count(), { timeout: 30_000 }).toBe(0)
    expect(await second.getByTestId('model-description').textContent()).toBe(told)
    await second.reload()
    await drawn(second)
    expect(await second.getByTestId('model-description').textContent()).toBe(told)
    await context.close()
  })
})

async function design(page: Page, prompt: string) {
  await page.getByTestId('ai-design-button').click()
  await page.getByTestId('design-prompt').fill(prompt)
  await page.getByTestId('design-preview').click()
}

async function drawn(page: Page) {
  await page.locator('[data-testid=viewport][data-state=ready]').waitFor({ timeout: 60_000 })
}

async function layerIds(page: Page) {
  const layers = page.getByRole('button', { name: 'Layers' })
  if ((await layers.getAttribute('aria-expanded')) !== 'true') await layers.click()
  await page.getByTestId('layer-tree').waitFor()
  return page.getByTestId('layer-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')))
}
