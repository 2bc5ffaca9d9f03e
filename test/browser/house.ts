import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pythonForTests } from '@hewn/testing'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const ROOT = new URL('../..', import.meta.url).pathname

export interface House {
  url: string
  home: string
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** The real server, as `npm start` runs it, on a free port and a home of its own. */
export async function openHouse(
  options: { home?: string; port?: number; python?: false; env?: Record<string, string> } = {},
): Promise<House> {
  const { home = mkdtempSync(join(tmpdir(), 'hewn-e2e-')), port = 0, python, env = {} } = options
  const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HEWN_HOME: home,
      HEWN_PORT: String(port),
      ...(python === false ? {} : { HEWN_PYTHON: pythonForTests() }),
      HEWN_LOG_FORMAT: 'json',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressPrintedBy(child)
  if (python !== false) await untilKernelIsReady(url)
  return {
    url,
    home,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
    },
  }
}

export const clearHome = (house: House) => rmSync(house.home, { recursive: true, force: true })

function addressPrintedBy(child: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (address) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) =>
      reject(new Error(`The server ended with ${code} before it printed an address:\n${printed}`)),
    )
  })
}

async function untilKernelIsReady(url: string) {
  let last = ''
  for (let tries = 0; tries < 300; tries++) {
    const reply = await fetch(`${url}/api/health`).catch(() => undefined)
    if (reply?.ok) {
      const health = (await reply.json()) as { kernel: { state: string } }
      if (health.kernel.state === 'ready') return
      last = JSON.stringify(health.kernel)
    }
    await sleep(200)
  }
  throw new Error(`The kernel was not ready within a minute: ${last}`)
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.HEWN_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

export interface Visitor {
  context: BrowserContext
  page: Page
  /** What the page complained about, and whom it asked beside its own server. A good journey leaves both empty. */
  complaints: string[]
  strangers: string[]
}

/** Somebody with an empty browser. */
export async function visitor(browser: Browser, house: House): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  const page = await context.newPage()
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(house.url)) strangers.push(request.url())
  })
  return { context, page, complaints, strangers }
}
