import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearHome, type House, openBrowser, openHouse } from './house.ts'

let house: House
let browser: Browser
let elsewhere: Server
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  elsewhere = createServer((_, reply) =>
    reply.setHeader('content-type', 'text/html').end('<!doctype html><title>another site</title>'),
  )
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
}, 120_000)
afterAll(async () => {
  elsewhere?.close()
  await browser?.close()
  await house?.stop()
  clearHome(house)
})

describe('a page of another site', () => {
  it('[SV71] cannot run Python here by image, script, style, frame, form, fetch, EventSource, socket or by sending us there', async () => {
    const page = await browser.newPage()
    const site = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
    await page.goto(site)
    const target = `${house.url}/api/run?code=${encodeURIComponent('open("/tmp/hewn-stranger-was-here", "w")\nresult = 1')}`
    await page.evaluate(async (address) => {
      const settled = (start: (done: () => void) => void) =>
        new Promise<void>((resolve) => {
          start(resolve)
          setTimeout(resolve, 1500)
        })
      const add = (tag: string, attributes: Record<string, string>) =>
        settled((done) => {
          const element = Object.assign(document.createElement(tag), { onload: done, onerror: done })
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
          document.body.append(element)
        })
      await Promise.all([
        add('img', { src: address }),
        add('script', { src: address }),
        add('link', { rel: 'stylesheet', href: address }),
        add('iframe', { src: address }),
        fetch(address, { mode: 'no-cors' }).catch(() => undefined),
        fetch(address.split('?')[0] ?? '', { method: 'POST', mode: 'no-cors', body: '{"code":"result = 1"}' }).catch(
          () => undefined,
        ),
        settled((done) => {
          const source = new EventSource(address)
          source.addEventListener('error', done)
        }),
      ])
    }, target)
    await page.goto(target).catch(() => undefined)
    await page.goto(site)
    await page.evaluate((address) => {
      const form = Object.assign(document.createElement('form'), {
        method: 'POST',
        action: address,
        enctype: 'text/plain',
      })
      document.body.append(form)
      form.submit()
    }, target)
    await page.waitForLoadState()
    const jobs = (await (await fetch(`${house.url}/api/jobs`)).json()) as { items: unknown[] }
    expect(jobs.items).toEqual([])
    await page.close()
  })
})
