import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearHome, type House, openBrowser, openHouse, visitor } from './house.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse({ python: false }), openBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  clearHome(house)
})

describe('a machine without a usable Python', () => {
  it('[SV3] the page says what is missing and how to get it, and boxes work all the same', async () => {
    const { page, complaints, context } = await visitor(browser, house)
    await page.goto(house.url)
    await page.getByTestId('ai-design-button').click()
    await page.getByTestId('design-prompt').fill('open top box 150x100x80')
    await page.getByTestId('design-preview').click()
    await page.locator('[data-testid=viewport][data-state=ready]').waitFor()
    await expect.poll(() => page.getByTestId('model-description').textContent()).toMatch(/150 × 100 × 80/)

    const banner = page.getByTestId('banner')
    expect(await banner.textContent()).toMatch(/Parts need Python and build123d. Boxes work./)
    await banner.getByRole('button', { name: 'Show how' }).click()
    await page.getByText('npm start').first().waitFor()

    await page.getByTestId('design-done').click()
    await page.getByTestId('tab-code').click()
    const run = page.getByTestId('run-and-stream')
    expect(await run.getAttribute('aria-disabled')).toBe('true')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[SV3] a script is refused with the remedy, over HTTP too', async () => {
    const reply = await fetch(`${house.url}/api/run?code=${encodeURIComponent('result = 1')}`)
    expect(reply.status).toBe(503)
    expect(await reply.json()).toMatchObject({
      error: { code: 'KERNEL_MISSING', hint: expect.stringContaining('npm start') },
    })
  })
})
