import { describe, expect, it } from 'vitest'
import { houseAndBrowser } from './house-and-browser.ts'

const here = houseAndBrowser({ python: false })

describe('a machine without a usable Python', () => {
  it('[SV3] the page says what is missing and how to get it, and boxes work all the same', async () => {
    const { page, complaints, context } = await here.visitor()
    await page.goto(here.house.url)
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
    const reply = await fetch(`${here.house.url}/api/run?code=${encodeURIComponent('result = 1')}`)
    expect(reply.status).toBe(503)
    expect(await reply.json()).toMatchObject({
      error: { code: 'KERNEL_MISSING', hint: expect.stringContaining('npm start') },
    })
  })
})
