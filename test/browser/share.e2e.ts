import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { houseAndBrowser } from './house-and-browser.ts'

const here = houseAndBrowser({ python: false })

async function ask(page: Page, words: string) {
  const field = page.getByRole('textbox', { name: 'Describe a box or a part' })
  await field.fill(words)
  await field.press('Enter')
}

describe('a link to a design', () => {
  it('[WB79] is made, shows the same box elsewhere, changes nothing there, and is taken back', async () => {
    const mine = await here.visitor()
    const { page } = mine
    await page.goto(here.house.url)
    await ask(page, 'open top box 150x100x80')
    await page.locator('[data-testid=viewport][data-state=ready]').waitFor()
    await page.getByTestId('share-button').click()
    const dialog = page.getByTestId('share-dialog')
    await dialog.getByText('Nobody else can see this design.').waitFor()
    await dialog.getByPlaceholder('Ada, workshop').fill('Ada <b>')
    await dialog.getByTestId('share-make').click()
    const link = await dialog.getByTestId('share-link').inputValue()
    expect(link).toContain('#hewn-link-')
    const row = dialog.getByTestId('share-row')
    await expect.poll(() => row.innerText()).toMatch(/Ada <b>[\s\S]*may look · made just now · not used yet/)

    const theirs = await here.visitor()
    await theirs.page.goto(link)
    await theirs.page.locator('[data-testid=viewport][data-state=ready]').waitFor()
    await expect.poll(() => theirs.page.getByTestId('banner').first().getAttribute('data-kind')).toBe('view-only')
    const told = (one: Page) => one.getByTestId('model-description').textContent()
    expect(await told(theirs.page)).toBe(await told(page))
    // What a guest may not do is not offered.
    expect(await theirs.page.getByTestId('composer').count()).toBe(0)
    expect(await theirs.page.getByTestId('turn-undo').count()).toBe(0)
    for (const id of ['share-button', 'undo-button', 'ai-design-button'])
      expect(await theirs.page.getByTestId(id).getAttribute('aria-disabled'), id).toBe('true')

    await page.keyboard.press('Escape')
    await page.getByTestId('share-button').click()
    await expect.poll(() => row.innerText()).toContain('last used just now')
    await row.getByTestId('share-take-back').click()
    await dialog.getByText('Nobody else can see this design.').waitFor()
    await expect
      .poll(() => theirs.page.getByTestId('banner').first().getAttribute('data-kind'), { timeout: 3000 })
      .toBe('session-gone')
    expect([...mine.complaints, ...mine.strangers, ...theirs.strangers]).toEqual([])
  })
})
