import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearHome, type House, openBrowser, openHouse, visitor } from './house.ts'

let browser: Browser
let house: House
beforeAll(async () => {
  ;[browser, house] = await Promise.all([openBrowser(), openHouse({ python: false })])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  clearHome(house)
})

const json = { 'content-type': 'application/json' }

/** A session with a box in it. */
async function begun(): Promise<{ id: string; path: string; put(width: number): Promise<Response> }> {
  const made = await fetch(`${house.url}/api/sessions`, { method: 'POST', headers: json, body: '{"title":"Tea box"}' })
  const id = ((await made.json()) as { session: { id: string } }).session.id.slice('session:'.length)
  const path = `${house.url}/api/sessions/${id}`
  const put = (width: number) =>
    fetch(`${path}/files/box.json`, {
      method: 'PUT',
      headers: json,
      body: JSON.stringify({ type: 'basicBox', width, height: 60, depth: 60 }),
    })
  await put(90)
  return { id, path, put }
}

const seqOf = (page: Page) =>
  page.evaluate(`globalThis.hewnWorkbench.getState().canvas?.position?.seq ?? -1`) as Promise<number>
const stateOf = (page: Page) =>
  page.evaluate(`globalThis.hewnWorkbench.getState().canvas?.connection.state`) as Promise<string>
const headOf = async (path: string) => ((await (await fetch(`${path}/state`)).json()) as { seq: number }).seq
const keptAt = (page: Page, id: string) =>
  page.evaluate(`new Promise((resolve) => {
    const open = indexedDB.open('hewn-seen-1')
    open.onsuccess = () => {
      const got = open.result.transaction('canvases').objectStore('canvases').get('session:${id}')
      got.onsuccess = () => { open.result.close(); resolve(got.result?.snapshot.seq ?? -1) }
    }
    open.onerror = () => resolve(-1)
  })`) as Promise<number>

describe('a page that is loaded again', () => {
  it('[CV37] with the live way cut shows what it saw last; when it is back, what was missed comes as a delta', async () => {
    const { id, path, put } = await begun()
    const { page, context, complaints } = await visitor(browser, house)
    await page.goto(`${house.url}/s/${id}`)
    await expect.poll(() => stateOf(page)).toBe('live')
    await expect.poll(() => seqOf(page)).toBe(await headOf(path))
    const seen = await seqOf(page)
    await expect.poll(() => keptAt(page, id), { timeout: 10_000 }).toBe(seen)

    // Everything but the canvas is served: the page, its scripts, the geometry.
    let cut = true
    const joins: string[] = []
    await page.routeWebSocket(/\/socket\.io\//, (line) => {
      if (cut) return void line.close()
      const server = line.connectToServer()
      server.onMessage((message) => {
        const mode = /"mode":"(\w+)"/.exec(String(message))?.[1]
        if (mode) joins.push(mode)
        line.send(message)
      })
    })
    await context.route(/\/socket\.io\//, (route) => (cut ? route.abort() : route.continue()))
    await page.reload()
    await expect.poll(() => seqOf(page)).toBe(seen)
    await expect.poll(() => page.locator('[data-testid="header"] input').first().inputValue()).toBe('Tea box')
    await expect.poll(() => page.locator('.viewport [data-state]').first().getAttribute('data-state')).toBe('ready')
    await expect.poll(() => page.locator('[data-kind="server-gone"]').count(), { timeout: 10_000 }).toBe(1)

    await put(120)
    cut = false
    await expect.poll(() => stateOf(page), { timeout: 20_000 }).toBe('live')
    await expect.poll(() => seqOf(page)).toBe(await headOf(path))
    expect(joins).toEqual(['delta'])
    // It has compared its digests with the server's once, and had nothing to ask anew.
    expect(await page.evaluate(`[...globalThis.hewnWorkbench.getState().canvas.resyncs]`)).toEqual([])
    const content = `JSON.parse(hewnWorkbench.getState().canvas.resource('files', 'box.json').content).width`
    expect(await page.evaluate(content)).toBe(120)
    expect(complaints.filter((text) => !/socket\.io|WebSocket/.test(text))).toEqual([])
    await context.close()
  })

  it('[CV26] a link leads to its session, its token leaves the address and stays in the tab; taken back, nothing is kept', async () => {
    const { id, path, put } = await begun()
    const share = { method: 'POST', headers: json, body: '{"scope":"view"}' }
    const link = (await (await fetch(`${path}/shares`, share)).json()) as { id: string; url: string }
    const { page, context } = await visitor(browser, house)
    await page.goto(link.url)
    await expect.poll(() => stateOf(page)).toBe('live')
    expect(page.url()).toBe(`${house.url}/s/${id}`)
    await expect.poll(() => page.locator('[data-kind="view-only"]').count()).toBe(1)
    await page.reload()
    await expect.poll(() => page.locator('[data-kind="view-only"]').count()).toBe(1)
    expect(await page.evaluate(`hewnWorkbench.getState().port.rename('Mine').then((one) => one.error.code)`)).toBe(
      'REQUEST_SCOPE',
    )
    await expect.poll(() => keptAt(page, id), { timeout: 10_000 }).toBeGreaterThan(0)
    await fetch(`${path}/shares/${link.id}`, { method: 'DELETE' })
    await expect.poll(() => stateOf(page)).toBe('refused')
    await expect.poll(() => keptAt(page, id)).toBe(-1)
    const before = await seqOf(page)
    await put(140)
    await page.reload()
    await expect.poll(() => stateOf(page)).toBe('refused')
    expect([before > 0, await seqOf(page)]).toEqual([true, -1])
    // Without the link it is the operator's own tab again.
    const own = await context.newPage()
    await own.goto(`${house.url}/s/${id}`)
    await expect.poll(() => stateOf(own)).toBe('live')
    await context.close()
  })
})
