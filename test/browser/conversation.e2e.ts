import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearHome, type House, openBrowser, openHouse, visitor } from './house.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  clearHome(house)
})

const turns = (page: Page) =>
  page.getByTestId('turn').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-state')))
const claims = (page: Page) =>
  page
    .getByTestId('claim')
    .evaluateAll((rows) =>
      Object.fromEntries(rows.map((row) => [row.getAttribute('data-id'), row.getAttribute('data-state')])),
    )
const described = (page: Page) => page.getByTestId('model-description').textContent()

/** Types words, sends them with Enter, and waits for how the turn ends. */
async function say(page: Page, words: string, state: string) {
  const before = await page.getByTestId('turn').count()
  await page.getByRole('textbox', { name: 'Describe a box or a part' }).fill(words)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await turns(page))[before]).toBe(state)
}

describe('a conversation', () => {
  it('[WB82] J2: words become a part with its contract, a second tab and a reload show the same', async () => {
    const { page, context, complaints, strangers } = await visitor(browser, house)
    await page.goto(house.url)
    await say(page, 'block 40 x 30 x 20', 'done')
    await expect.poll(() => described(page)).toMatch(/40 × 30 × 20/)
    expect(await page.getByTestId('turn-state').textContent()).toMatch(/Done · All \d+ claims pass/)
    expect(await page.getByTestId('turn-who').textContent()).toMatch(/Part by the planner, [\d.]+ m?s/)
    expect(new Set(Object.values(await claims(page)))).toEqual(new Set(['pass']))
    expect(new URL(page.url()).pathname).toMatch(/^\/s\//)
    // Every number of the words was read.
    const read = page.locator('[data-testid=request] [data-role=used]')
    expect((await read.allTextContents()).join(' ')).toMatch(/40.*30.*20/)

    const second = await context.newPage()
    await second.goto(page.url())
    await expect.poll(() => described(second)).toBe(await described(page))
    await say(page, 'open top box 150x100x80', 'done')
    await expect.poll(() => turns(second)).toEqual(['done', 'done'])
    await expect.poll(() => described(second)).toMatch(/150 × 100 × 80/)
    await page.reload()
    await expect.poll(() => turns(page)).toEqual(['done', 'done'])
    await expect.poll(() => described(page)).toBe(await described(second))
    await expect.poll(() => claims(page)).toEqual(await claims(second))
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-primary').click()])
    expect(file.suggestedFilename()).toMatch(/\.svg$/)
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
    await context.close()
  })

  it('[WB44] [WB48] a follow-up, a question, an answer, undo and redo', async () => {
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(house.url)
    await say(page, 'open top box 150x100x80', 'done')
    await say(page, 'make it 20 mm taller', 'done')
    await expect.poll(() => described(page)).toMatch(/150 × 100 × 100/)

    await say(page, 'make it deeper', 'asking')
    expect(await page.getByTestId('question').textContent()).toMatch(/how much/i)
    const choices = page.getByTestId('question-choice')
    expect(await choices.count()).toBeGreaterThan(1)
    await choices.first().click()
    await expect.poll(() => turns(page)).toEqual(['done', 'done', 'done'])
    await expect.poll(() => described(page)).toMatch(/150 × 110 × 100/)

    await page.getByTestId('turn-undo').last().click()
    await expect.poll(() => described(page)).toMatch(/150 × 100 × 100/)
    await page.getByTestId('undo-button').click()
    await expect.poll(() => described(page)).toMatch(/150 × 100 × 80/)
    // A card says what is in the design on screen, and what is not.
    const lines = () => page.getByTestId('turn').evaluateAll((all) => all.map((one) => one.getAttribute('data-line')))
    await expect.poll(lines).toEqual(['in', 'left', 'left'])
    expect(await page.getByTestId('turn-state').nth(1).textContent()).toMatch(/Undone/)
    await page.getByTestId('redo-button').click()
    await expect.poll(() => described(page)).toMatch(/150 × 100 × 100/)
    await expect.poll(lines).toEqual(['in', 'in', 'left'])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[WB49] this edge is the one that is picked', async () => {
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(house.url)
    await say(page, 'a block 80 x 50 x 20', 'done')
    await page.getByRole('button', { name: 'Faces and edges' }).click()
    await page.getByTestId('element-row').filter({ hasText: 'at 0, -25, 20' }).click()
    await expect.poll(() => page.getByTestId('pointed').textContent()).toMatch(/top front edge/)
    await say(page, 'chamfer this edge 2 mm', 'done')
    expect(await page.getByTestId('request').last().textContent()).toBe('chamfer the top front edge 2 mm')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[WB45] a refusal says what would work, keeps the design, and its words come back with a press', async () => {
    const { page, context } = await visitor(browser, house)
    await page.goto(house.url)
    await say(page, 'open top box 150x100x80', 'done')
    const was = await described(page)
    await say(page, 'colourless green ideas sleep furiously', 'refused')
    expect(await page.getByTestId('turn-error').textContent()).toMatch(/box/)
    await page.getByTestId('nearest-choice').first().click()
    const composer = page.getByTestId('composer')
    expect(await composer.inputValue()).toBe('make it 20 mm taller')
    expect(await described(page)).toBe(was)
    await composer.fill('')
    await page.keyboard.press('ArrowUp')
    expect(await composer.inputValue()).toBe('colourless green ideas sleep furiously')
    await page.keyboard.press('ArrowUp')
    expect(await composer.inputValue()).toBe('open top box 150x100x80')
    await page.reload()
    await expect.poll(() => composer.inputValue()).toBe('open top box 150x100x80')
    await context.close()
  })

  it('[WB47] a claim is changed in place, judged at once, and made so', async () => {
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(house.url)
    await say(page, 'open top box 150x100x80', 'done')
    const width = page.locator('[data-testid=claim][data-id="claim:width"]')
    await width.getByRole('button').first().click()
    await width.getByLabel('Value').fill('160')
    await width.getByLabel('Words').fill('width 160')
    await width.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => width.getAttribute('data-state')).toBe('fail')
    expect(await width.textContent()).toMatch(/promised 160/)
    await page.getByTestId('make-it-so').click()
    await expect.poll(() => width.getAttribute('data-state')).toBe('pass')
    await expect.poll(() => described(page)).toMatch(/160 × 100 × 80/)

    await page.getByTestId('claim-add').click()
    await page.getByLabel('What is measured').selectOption('volume.value')
    await page.getByLabel('How it is compared').selectOption('max')
    await page.getByTestId('claim-new').getByLabel('Value').fill('10')
    await page.getByTestId('claim-new').getByRole('button', { name: 'Add', exact: true }).click()
    const mine = page.locator('[data-testid=claim][data-id="claim:own-volume.value-max"]')
    await expect.poll(() => mine.getAttribute('data-state')).toBe('fail')
    await mine.getByRole('button').first().click()
    await mine.getByTestId('claim-remove').click()
    await expect.poll(() => mine.count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[WB87] markup, directions and very long words are words', async () => {
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(house.url)
    const nasty = '<img src=x onerror="document.title=1"> \u202e{{7*7}} __proto__ open top box 150x100x80'
    const before = 0
    await page.getByTestId('composer').fill(nasty)
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => ['done', 'open', 'refused', 'asking'].includes((await turns(page))[before] ?? ''))
      .toBe(true)
    expect(await page.getByTestId('request').first().textContent()).toBe(nasty)
    expect(await page.locator('[data-testid=turn] img').count()).toBe(0)
    await page.getByTestId('composer').fill('a'.repeat(10_001))
    expect(await page.getByTestId('composer-send').getAttribute('aria-disabled')).toBe('true')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[WB6] [AG85] a template fills the composer and sends nothing; the session goes out as a file and comes back', async () => {
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(house.url)
    await page.getByTestId('templates-button').click()
    await page.getByRole('searchbox', { name: 'Search templates' }).fill('open box')
    await page.locator('[data-testid=template][data-name=open-box]').click()
    await page.getByLabel('Width, mm').fill('170')
    await page.getByTestId('template-use').click()
    expect(await page.getByTestId('composer').inputValue()).toMatch(/open top box 170 mm wide/)
    expect(await page.getByTestId('turn').count()).toBe(0)
    await page.keyboard.press('Enter')
    await expect.poll(() => turns(page)).toEqual(['done'])
    await expect.poll(() => described(page)).toMatch(/170 × 100 × 80/)
    const was = await described(page)

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-session').click()])
    expect(file.suggestedFilename()).toMatch(/\.hewn\.zip$/)
    const path = await file.path()
    await page.goto(house.url)
    await page.getByTestId('import-file').setInputFiles(path)
    await expect.poll(() => turns(page)).toEqual(['done'])
    await expect.poll(() => described(page)).toBe(was)
    expect(new Set(Object.values(await claims(page)))).toEqual(new Set(['pass']))
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[WB68] versions are listed with what they were asked for, restored and branched', async () => {
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(house.url)
    await say(page, 'open top box 150x100x80', 'done')
    await say(page, 'make it 20 mm taller', 'done')
    await page.getByTestId('tab-versions').click()
    const rows = page.getByTestId('version')
    await expect.poll(() => rows.count()).toBe(2)
    expect(await rows.first().textContent()).toMatch(/v2.*make it 20 mm taller.*on screen.*by the planner/)
    await rows.last().getByTestId('version-restore').click()
    await expect.poll(() => rows.count()).toBe(3)
    await expect.poll(() => described(page)).toMatch(/150 × 100 × 80/)
    const address = page.url()
    await rows.nth(1).getByTestId('version-branch').click()
    await expect.poll(() => page.url()).not.toBe(address)
    await expect.poll(() => described(page)).toMatch(/150 × 100 × 100/)
    expect(await rows.count()).toBe(1)
    await page.goBack()
    await expect.poll(() => rows.count()).toBe(3)
    expect(complaints).toEqual([])
    await context.close()
  })
})
