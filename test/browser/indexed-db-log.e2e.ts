import { join } from 'node:path'
import type { CanvasLog } from '@hewn/canvas'
import type { SessionId } from '@hewn/model'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canvasLogContract } from '../../packages/canvas/test/canvas-log-contract.ts'
import { openBrowser } from './house.ts'

// A browser's own database, tried from here: each call of a log is a call in the page.

let browser: Browser
let context: BrowserContext
let script: string
let count = 0
let tab: Page | undefined

beforeAll(async () => {
  ;[browser, script] = await Promise.all([openBrowser(), bundled()])
  context = await browser.newContext()
  await context.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script type="module">${script}</script>` }),
  )
}, 60_000)
afterAll(() => browser?.close())

canvasLogContract('IndexedDB', async () => {
  const name = `contract-${++count}`
  tab ??= await openPage()
  return {
    log: logIn(tab, name),
    async reopen() {
      await tab?.close({ runBeforeUnload: false })
      tab = await openPage()
      return logIn(tab, name)
    },
  }
})

describe('a page that runs alone', () => {
  it('[CV37] the same store, with its log in the browser: a reload shows the same canvas, and numbers go on', async () => {
    const page = await openPage()
    const made = await page.evaluate(`(async () => {
      const session = globalThis.session('session:alone')
      await session.together((draft) => { draft.pushNode({ label: 'Plan' }); draft.setState({ key: 'title', value: 'Étui 🙂' }) })
      for (let n = 0; n < 1200; n += 1) await session.setResource({ channel: 'files', id: 'f' + n % 7, payload: { n } })
      return digests('session:alone')
    })()`)
    expect(made).toMatchObject({ state: expect.any(String), files: expect.any(String), nodes: expect.any(String) })
    await page.reload()
    expect(await page.evaluate(`digests('session:alone')`)).toEqual(made)
    const next = await page.evaluate(`session('session:alone').emit({ event_type: 'tick' })`)
    expect(next).toMatchObject({ ok: true, value: { preview_seq: 1203 } })
    await page.close()
  })

  it('[CV37] [CV43] two tabs are two writers of one log: nothing is lost, and a number has one meaning', async () => {
    const tabs = await Promise.all([openPage(), openPage()])
    const numbers = await Promise.all(
      tabs.map((tab, which) =>
        tab.evaluate(`(async () => {
          const found = []
          for (let n = 0; n < 60; n += 1) {
            const done = await session('session:tabs').emit({ event_type: 'tick', data: { tab: ${which}, n } })
            if (done.ok) found.push(done.value.preview_seq)
            else if (done.error.code === 'CANVAS_BUSY') n -= 1
            else throw new Error(done.error.message)
          }
          return found
        })()`),
      ),
    )
    expect((numbers as number[][]).flat().toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 120 }, (_, n) => n + 1),
    )
    for (const tab of tabs) await tab.close()
  })

  it('[CV25] a long history keeps its newest ten snapshots, and says what has been folded away', async () => {
    const page = await openPage()
    const log = logIn(page, 'long')
    const id: SessionId = 'session:long'
    const { epoch } = await log.open(id)
    const at = (seq: number) => ({ epoch, seq })
    for (let seq = 0; seq < 12; seq += 1) {
      const event = { type: 'state_changed', data: { key: 'n', value: seq } }
      const commit = { epoch, first: seq + 1, events: [event], at: 0, actor: { uid: 'here', by: 'user' as const } }
      expect(await log.append(id, at(seq), [commit])).toBe('ok')
      const rest = { session_id: id, epoch, preview_seq: seq + 1, resources: {}, events: [] }
      await log.saveSnapshot(id, { ...rest, seq: seq + 1, state: { n: seq } })
    }
    expect(await log.read(id, 3, 12, { events: 100, bytes: 1e6 })).toBe('gone')
    expect(await log.read(id, 4, 12, { events: 100, bytes: 1e6 })).toHaveLength(9)
    expect(await log.begins?.(id)).toMatchObject({ seq: 3, state: { n: 2 } })
    expect(await log.open(id)).toMatchObject({ head: 12, snapshot: { seq: 12 }, tail: [] })
    // Of a log that is no more nothing is kept.
    await log.saveSnapshot(id, { ...(await snapshotOf(log, id)), epoch: 'anotherepoch0123', seq: 13 })
    expect((await log.open(id)).snapshot?.seq).toBe(12)
    await page.close()
  })
})

async function snapshotOf(log: CanvasLog, id: SessionId) {
  const { snapshot } = await log.open(id)
  if (!snapshot) throw new Error('There is no snapshot')
  return snapshot
}

async function openPage(): Promise<Page> {
  const page = await context.newPage()
  await page.goto('http://localhost/')
  await page.waitForFunction('globalThis.logOf !== undefined')
  return page
}

interface InPage {
  logOf(name: string): Record<string, (...args: unknown[]) => unknown>
}

/** A log whose every verb happens in the page. */
function logIn(page: Page, name: string): CanvasLog {
  const call = (verb: string) => [
    verb,
    (...args: unknown[]) =>
      page.evaluate(([log, what, given]) => (globalThis as unknown as InPage).logOf(log)[what]?.(...given), [
        name,
        verb,
        args,
      ] as [string, string, unknown[]]),
  ]
  const verbs = ['open', 'append', 'read', 'saveSnapshot', 'snapshotBefore', 'begins', 'head', 'firstOf', 'drop']
  return Object.fromEntries(verbs.map(call)) as unknown as CanvasLog
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'indexed-db-page.ts'), formats: ['es'], fileName: 'page' },
    },
  })
  const [{ output }] = made as [Rolldown.RolldownOutput]
  return output[0].code
}
