import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { houseAndBrowser } from './house-and-browser.ts'

// Everybody sees the same, at once, whatever happens to their network. By hand, for longer: HEWN_FOLLOW_SECONDS=600.

const SECONDS = Number(process.env.HEWN_FOLLOW_SECONDS ?? 8)

const here = houseAndBrowser({ python: false })

describe('two browsers follow a session that a script drives', () => {
  it(
    '[CV34] [CV35] [WB67] the flow graph and the model are the same in both, with the network of one cut now and then',
    async () => {
      const [steady, shaky] = [await here.visitor(), await here.visitor()]
      const made = await fetch(`${here.house.url}/api/sessions`, { method: 'POST', headers: OURS, body: '{}' })
      const { session, url } = (await made.json()) as { session: { id: string }; url: string }
      const path = new URL(url, here.house.url).href
      for (const { page } of [steady, shaky]) {
        await page.goto(path)
        await page.getByTestId('tab-flow').click()
      }
      for (const { page } of [steady, shaky]) {
        await expect.poll(() => page.getByTestId('present').textContent()).toBe('2 are here')
      }
      const stop = cutNowAndThen(shaky.page)
      const until = Date.now() + SECONDS * 1_000
      let written = 0
      for (; Date.now() < until || written < 3; written += 1) {
        const recipe = { type: 'basicBox', width: 100 + (written % 40), height: 80, depth: 60 }
        const body = JSON.stringify(recipe)
        const put = await fetch(`${here.house.url}/api/sessions/${session.id}/files/box.json`, {
          method: 'PUT',
          headers: OURS,
          body,
        })
        expect(put.status).toBeLessThan(300)
        await sleep(150)
      }
      await stop()
      const graph = async (page: Page) =>
        page
          .getByTestId('flow-node')
          .evaluateAll((nodes) =>
            nodes
              .map((node) => `${node.getAttribute('data-id')} ${node.getAttribute('data-status')} ${node.textContent}`)
              .toSorted(),
          )
      const description = (page: Page) => page.getByTestId('model-description').textContent()
      await expect.poll(() => graph(shaky.page), { timeout: 30_000 }).toEqual(await graph(steady.page))
      await expect.poll(() => description(shaky.page), { timeout: 30_000 }).toBe(await description(steady.page))
      const width = 100 + ((written - 1) % 40)
      await expect.poll(() => description(steady.page)).toContain(`${width} × `)
      expect(await graph(steady.page)).toEqual(
        expect.arrayContaining([expect.stringContaining('file:box.json done'), expect.stringContaining('layers done')]),
      )
      expect(steady.complaints).toEqual([])
      for (const { context } of [steady, shaky]) await context.close()
    },
    120_000 + SECONDS * 1_000,
  )
})

const OURS = { 'content-type': 'application/json' }

/** Off for a while, on for a while; the answer ends it, with the network there. */
function cutNowAndThen(page: Page): () => Promise<void> {
  const ended = new AbortController()
  const cutting = (async () => {
    while (!ended.signal.aborted) {
      await sleep(1_200)
      await page.context().setOffline(true)
      await sleep(800)
      await page.context().setOffline(false)
    }
  })()
  return async () => {
    ended.abort()
    await cutting
  }
}
