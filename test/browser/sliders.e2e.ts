import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { houseAndBrowser } from './house-and-browser.ts'

const here = houseAndBrowser()

const SCRIPT = readFileSync(join(import.meta.dirname, '../../recipes/plate-100/model.py'), 'utf8')

async function sessionOf(script: string): Promise<{ id: string; api: string }> {
  const reply = await fetch(`${here.house.url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: { script } }),
  })
  const { session } = (await reply.json()) as { session: { id: string } }
  const id = session.id.slice('session:'.length)
  const api = `${here.house.url}/api/sessions/${id}`
  await expect.poll(async () => (await versions(api)).length, { timeout: 60_000 }).toBe(1)
  return { id, api }
}

const versions = async (api: string) =>
  ((await (await fetch(`${api}/versions`)).json()) as { items: { parameters: { name: string; value: number }[] }[] })
    .items

describe('sliders of a part', () => {
  it('[WB54] [J3] a drag is seen while it lasts, and is one version, written into the script, when it ends', async () => {
    const { id, api } = await sessionOf(SCRIPT)
    const { page, complaints, context } = await here.visitor()
    await page.goto(`${here.house.url}/s/${id}`)
    const slider = page.getByRole('slider', { name: 'Hole diameter' })
    await slider.waitFor()
    await page.locator('[data-testid=viewport][data-state=ready]').waitFor()
    const box = await slider.boundingBox()
    if (!box) throw new Error('the slider is not to be seen')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.5, y)
    await page.mouse.down()
    for (const share of [0.55, 0.6, 0.65, 0.7]) {
      await page.mouse.move(box.x + box.width * share, y)
      await page.waitForTimeout(120)
    }
    // The picture follows the hand: what is on screen is a draft, and no version has been made.
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${api}/state`)).json()) as { state: { shown: { version?: string } } }).state.shown
            .version,
      )
      .toBeUndefined()
    expect(await versions(api)).toHaveLength(1)
    await page.mouse.up()
    await expect.poll(async () => (await versions(api)).length, { timeout: 60_000 }).toBe(2)
    const [newest] = await versions(api)
    const value = newest?.parameters.find(({ name }) => name === 'diameter')?.value ?? 0
    expect(value).toBeGreaterThan(5.5)
    expect(await (await fetch(`${api}/files/model.py`)).text()).toContain(`diameter = ${value}  `)
    // What it was is offered, and taken with one press.
    await page.getByRole('button', { name: 'Set Hole diameter back to 5 mm' }).click()
    await expect.poll(async () => (await versions(api)).length, { timeout: 60_000 }).toBe(3)
    expect(await (await fetch(`${api}/files/model.py`)).text()).toBe(SCRIPT)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('[WB55] [WB9] numbers may be typed; what cannot be set says why', async () => {
    const { id, api } = await sessionOf(
      'from build123d import *\nside = 10.0  # Side [5 .. 40] mm\nresult = Box(side, 10, 10)\n',
    )
    const { page, context } = await here.visitor()
    await page.goto(`${here.house.url}/s/${id}`)
    const field = page.getByRole('textbox', { name: 'Side' })
    await field.fill('1/2 in')
    await field.press('Enter')
    await expect.poll(async () => (await versions(api))[0]?.parameters[0]?.value, { timeout: 60_000 }).toBe(12.7)
    await field.fill('900')
    await field.press('Enter')
    await page.getByTestId('parameter').getByRole('alert').getByText('between 5 and 40').waitFor()
    expect(await versions(api)).toHaveLength(2)
    await page.getByRole('button', { name: /Last value that worked: 12.7 mm/ }).click()
    await page.getByTestId('parameter').getByRole('alert').waitFor({ state: 'detached' })
    await context.close()
  })
})
