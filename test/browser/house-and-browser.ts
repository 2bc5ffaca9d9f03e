import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { clearHome, type House, openBrowser, openHouse, type Visitor, visitor } from './house.ts'

interface Here {
  house: House
  browser: Browser
  visitor(): Promise<Visitor>
}

/** A server and a browser for the tests of one file; both are there once its tests run. */
export function houseAndBrowser(options: Parameters<typeof openHouse>[0] = {}): Here {
  const here = { visitor: () => visitor(here.browser, here.house) } as Here
  beforeAll(async () => {
    ;[here.house, here.browser] = await Promise.all([openHouse(options), openBrowser()])
  }, 120_000)
  afterAll(async () => {
    await here.browser?.close()
    await here.house?.stop()
    clearHome(here.house)
  })
  return here
}
