import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { houseAndBrowser } from './house-and-browser.ts'

const here = houseAndBrowser()

const TWO_PARTS = `from build123d import *
import time
print("first line")
time.sleep(3)
print("second line")
plate = Box(40, 20, 10) - Cylinder(3, 10)
plate.color = Color("orange")
plate.label = "plate"
pin = Pos(0, 0, 20) * Cylinder(2, 30)
pin.color = Color("steelblue")
pin.label = "pin"
result = [plate, pin]
`

describe('a part, from code to files', () => {
  it('[WB60] code is run and streamed, the prints arrive before the end, the part is seen, measured and taken away', async () => {
    const { page, complaints, strangers, context } = await here.visitor()
    await page.goto(here.house.url)
    await writeCode(page, TWO_PARTS)
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('log').getByText('first line').waitFor()
    expect(
      await page.getByTestId('log').getByText('second line').count(),
      'the first print came while the script still ran',
    ).toBe(0)
    await page.getByTestId('log').getByText('second line').waitFor()
    await drawn(page)
    expect(page.url()).toMatch(/\/s\/[0-9A-Za-z]{22}/)

    await page.getByRole('button', { name: 'Layers' }).click()
    await page.getByTestId('layer-tree').waitFor()
    const names = await page
      .getByTestId('layer-row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-name')))
    expect(names).toEqual(expect.arrayContaining(['plate', 'pin']))
    await expect.poll(() => page.getByTestId('model-description').textContent()).toMatch(/40 × 20 × 40/)
    const volume = 40 * 20 * 10 - Math.PI * 9 * 10 + Math.PI * 4 * 30
    const described = (await page.getByTestId('model-description').textContent()) ?? ''
    const shown = Number(/([\d,.\s]+)\s*mm³/.exec(described)?.[1]?.replace(/[,\s]/g, ''))
    expect(Math.abs(shown - volume)).toBeLessThan(1)

    const step = await download(page, () => page.getByTestId('export-primary').click())
    expect(step).toMatch(/^ISO-10303-21;/)
    expect(step).toMatch(/'plate'/)
    const stl = await download(page, () => page.getByTestId('stl-download').first().click())
    expect(stl.length).toBeGreaterThan(84)
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
    await context.close()
  })

  it('[WB62] a mistake shows the message and the line, and the next run is fine', async () => {
    const { page, context } = await here.visitor()
    await page.goto(here.house.url)
    await writeCode(page, 'from build123d import *\nwidth = 10\nresult = Box(width, hieght, 5)\n')
    await page.getByTestId('run-and-stream').click()
    const error = page.getByTestId('job-error')
    await error.waitFor()
    expect(await error.getAttribute('data-line')).toBe('3')
    expect(await error.textContent()).toMatch(/Line 3/)
    expect(await error.textContent()).toMatch(/hieght/)
    await writeCode(page, 'from build123d import *\nresult = Box(10, 10, 5)\n')
    await page.getByTestId('run-and-stream').click()
    await drawn(page)
    expect(await error.count()).toBe(0)
    await context.close()
  })

  it('[WB14] running again swaps the model without moving the camera', async () => {
    const { page, context } = await here.visitor()
    await page.goto(here.house.url)
    await writeCode(page, 'from build123d import *\nresult = Box(40, 20, 10)\n')
    await page.getByTestId('run-and-stream').click()
    await drawn(page)
    await page.getByTestId('viewport-canvas').hover()
    await page.mouse.down()
    await page.mouse.move(900, 300, { steps: 4 })
    await page.mouse.up()
    const before = await camera(page)
    const seq = await page.getByTestId('viewport').getAttribute('data-seq')
    await writeCode(page, 'from build123d import *\nresult = Box(40, 20, 12) - Cylinder(4, 12)\n')
    await page.getByTestId('run-and-stream').click()
    await page.waitForFunction(
      (was) => document.querySelector('[data-testid=viewport]')?.getAttribute('data-seq') !== was,
      seq,
    )
    await drawn(page)
    await expect.poll(() => page.getByTestId('model-description').textContent()).toMatch(/40 × 20 × 12/)
    expect(await camera(page)).toEqual(before)
    await context.close()
  })

  it('[WB20] [WB21] [WB29] [WB37] a hole, an edge and a corner are picked, by mouse and by keyboard, measured, found again after a rebuild, and their loss is said', async () => {
    const { page, context } = await here.visitor()
    await page.goto(here.house.url)
    const plate = (left: string) => `from build123d import *
result = Box(60, 40, 10) - Pos(15, 0, 0) * Cylinder(5, 10)${left}
result.label = "plate"
`
    await runCode(page, plate(' - Pos(-15, 0, 0) * Cylinder(3, 10)'))
    await page.getByTestId('viewport').focus()
    await page.keyboard.press('5')
    await page.waitForTimeout(400)
    const readout = page.getByTestId('selection-readout')
    await clickAt(page, -25, 15)
    await expect.poll(() => readout.textContent()).toMatch(/plate.*Plane · 2,293.19 mm² · at -0.33, 0, 5/)
    await clickAt(page, 20, 0)
    await expect.poll(() => readout.textContent()).toMatch(/Circle · Ø 10 mm · 31.42 mm long · at 15, 0, 5/)
    await clickAt(page, -12, 0, ['Shift'])
    await expect
      .poll(() => page.getByTestId('measured').textContent(), { timeout: 20_000 })
      .toMatch(/^Distance 22 mm · X 22 Y 0 Z 0/)

    await runCode(page, plate(''))
    await page.getByTestId('selection-lost').waitFor()
    expect(await readout.textContent()).toMatch(/Circle · Ø 10 mm/)
    expect(await readout.textContent()).not.toMatch(/Ø 6 mm/)
    await page.getByTestId('viewport').focus()
    await page.keyboard.press('Escape')
    await readout.waitFor({ state: 'detached' })

    // A corner, and from it to a face by the keyboard alone (WB37).
    await clickAt(page, 29.9, 19.9)
    await expect.poll(() => readout.textContent()).toMatch(/Corner · at 30, 20, (-?)5/)
    await page.getByRole('button', { name: 'Faces and edges' }).press('Enter')
    const rows = page.getByTestId('element-row')
    await rows.first().focus()
    expect(await rows.allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^plate · Hole · Ø 10 mm/)]),
    )
    const left = (await rows.allTextContents()).findIndex((text) => text.includes('at -30, 0, 0'))
    for (let down = 0; down < left; down++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => rows.nth(left).getAttribute('aria-pressed')).toBe('true')
    await expect
      .poll(() => page.getByTestId('measured').textContent(), { timeout: 20_000 })
      .toMatch(/^Distance 60 mm · X 60 Y 0 Z 0/)
    await page.keyboard.press('Enter')
    await expect.poll(() => readout.textContent()).not.toMatch(/Corner/)
    await context.close()
  })

  it('[SV24] a tab closed in mid-run ends its run, and the next one works', async () => {
    const { page, context } = await here.visitor()
    await page.goto(here.house.url)
    await writeCode(page, 'print("looping")\nwhile True:\n    pass\n')
    await page.getByTestId('run-and-stream').click()
    await page.getByTestId('log').getByText('looping').waitFor()
    const session = `session:${page.url().split('/s/')[1]}`
    await context.close()
    const state = async () => {
      const reply = await fetch(`${here.house.url}/api/jobs?session=${encodeURIComponent(session)}`)
      const { items } = (await reply.json()) as { items: { state: string; by?: string }[] }
      return items.map((job) => `${job.state} ${job.by ?? ''}`)
    }
    await expect.poll(state, { timeout: 10_000 }).toEqual(['cancelled gone'])
    const reply = await fetch(`${here.house.url}/api/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ code: 'from build123d import *\nresult = Box(1, 2, 3)' }),
    })
    expect(await reply.json()).toMatchObject({ success: true })
  })
})

/** Puts text into the editor as a person would: focus, select all, type over it. */
async function writeCode(page: Page, code: string) {
  if (!(await page.getByTestId('code-editor').isVisible())) {
    const start = page.getByRole('button', { name: 'Start from code' })
    if (await start.isVisible()) await start.click()
    else await page.getByTestId('tab-code').click()
  }
  await page.locator('[data-testid=code-editor][data-ready]').waitFor()
  await page.getByRole('textbox', { name: 'model.py' }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(code)
}

/** Runs it and waits for its picture. */
async function runCode(page: Page, code: string) {
  const viewport = page.getByTestId('viewport')
  const shown = async () => ((await viewport.count()) > 0 ? viewport.getAttribute('data-version') : '')
  const version = await shown()
  await writeCode(page, code)
  await page.keyboard.press('Control+Enter')
  await expect.poll(shown, { timeout: 60_000 }).not.toBe(version)
  await drawn(page)
}

/** Clicks on a point of the model, seen from above. */
async function clickAt(page: Page, x: number, y: number, modifiers: 'Shift'[] = []) {
  const at = await page.evaluate(
    ([x, y]) => {
      const { viewer } = (globalThis as unknown as { hewn: { viewer: { probe(): Seen } } }).hewn
      const { camera, size } = viewer.probe()
      const perMm = size[1] / camera.height
      return { x: size[0] / 2 + (x - camera.target[0]) * perMm, y: size[1] / 2 - (y - camera.target[1]) * perMm }
    },
    [x, y] as const,
  )
  await page.getByTestId('viewport-canvas').click({ position: at, modifiers })
}

interface Seen {
  camera: { target: [number, number, number]; height: number }
  size: [number, number]
}

async function drawn(page: Page) {
  await page.locator('[data-testid=viewport][data-state=ready]').waitFor({ timeout: 60_000 })
}

const camera = (page: Page) =>
  page.evaluate(
    () => (globalThis as unknown as { hewn: { viewer: { probe(): { camera: unknown } } } }).hewn.viewer.probe().camera,
  )

async function download(page: Page, act: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return readFileSync(await file.path(), 'latin1')
}
