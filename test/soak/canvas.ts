// `npm run canvas:soak -- --minutes 10`: the real server, its page in two browsers and the Python example, while a script
// works on one session, the network is cut now and then and the server is killed once. At the end all of them agree.
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { canvasOf, digestsOf } from '@hewn/canvas'
import type { Page } from 'playwright-core'
import { type Fault, type FaultProxy, faultProxy } from '@hewn/testing/faults'
import { clearHome, type House, openBrowser, openHouse, visitor } from '../browser/house.ts'
import { pythonWithSocketIo } from '../browser/python-with-socketio.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '5' },
    python: { type: 'string' },
    /** A folder for pictures of both pages. */
    shots: { type: 'string' },
    write: { type: 'boolean' },
  },
})
if (values.python !== undefined) process.env.HEWN_PYTHON = values.python
const MINUTES = Number(values.minutes)
const PAGE = new URL('../../docs/canvas-soak.md', import.meta.url)
const ROOT = new URL('../..', import.meta.url).pathname

/** Where somebody is, and what they have there. */
interface Seen {
  seq: number
  digests: { [name: string]: string }
}

let state = Number(values.seed)
const chance = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
const between = (least: number, most: number) => Math.round(least + chance() * (most - least))
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T

const began = Date.now()
const log: string[] = []
function say(text: string): void {
  const at = Math.round((Date.now() - began) / 1_000)
  const line = `${String(Math.floor(at / 60)).padStart(2)}:${String(at % 60).padStart(2, '0')}  ${text}`
  log.push(line)
  process.stdout.write(`${line}\n`)
}

const counts = new Map<string, number>()
const count = (what: string, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by)

const port = await freePort()
const proxies = { first: await faultProxy(port), second: await faultProxy(port), python: await faultProxy(port) }
const hosts = Object.values(proxies).map(({ url }) => url.slice('http://'.length))
const env = { HEWN_ALLOWED_HOSTS: hosts.join(','), HEWN_LOG: 'error' }
let house: House = await openHouse({ port, env })
say(`the server is at work; the pages and Python reach it through ways that fail`)
const url = house.url
const { session } = await json<{ session: { id: string } }>('POST', '/api/sessions', {})
const browsers = [await openBrowser(), await openBrowser()] as const
const [first, second] = [await visitor(browsers[0], house), await visitor(browsers[1], house)]
const address = session.id.slice('session:'.length)
await first.page.goto(`${proxies.first.url}/s/${address}`)
await second.page.goto(`${proxies.second.url}/s/${address}`)
const python = follow(proxies.python)

const ending = { work: false, faults: false }
const until = began + MINUTES * 60_000
const restartAt = began + MINUTES * 30_000
const changes = work()
const trouble = faults()
while (Date.now() < restartAt) await sleep(500)
say('kill -9 of the server, and a new one two seconds later')
await house.stop('SIGKILL')
await sleep(2_000)
house = await openHouse({ home: house.home, port, env })
count('restarts')
while (Date.now() < until) await sleep(500)
ending.faults = true
await trouble
ending.work = true
await changes
const settledAt = Date.now()
say('the network is whole again, and nobody works; who agrees?')

const names = ['server', 'first page', 'second page', 'Python'] as const
let seen: Seen[] = []
let agree = false
for (let tries = 0; tries < 120 && !agree; tries += 1) {
  const truth = canvasOf(await json('GET', `/api/sessions/${session.id}/state`))
  const pages = await Promise.all([first.page, second.page].map(seenBy))
  seen = [{ seq: truth.seq, digests: digestsOf(truth) }, ...pages, await python.seen()]
  agree = seen.every((one) => textOf(one) === textOf(seen[0]))
  if (!agree) await sleep(500)
}
const took = Date.now() - settledAt
// What a person sees, without what is each viewer's own.
const texts = await Promise.all([first.page, second.page].map((page) => page.locator('body').innerText()))
const looksAlike = texts[0] === texts[1]
if (values.shots !== undefined)
  for (const [name, { page }] of Object.entries({ first, second }))
    await page.screenshot({ path: join(values.shots, `soak-${name}.png`) })

const resyncs = await Promise.all([first.page, second.page].map(resyncsOf))
const summary = [
  `| | |`,
  `|---|---|`,
  `| minutes · seed | ${MINUTES} · ${values.seed} |`,
  `| events on the canvas | ${seen[0]?.seq} |`,
  ...[...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, times]) => `| ${what} | ${times} |`),
  ...resyncs.map((said, index) => `| ${names[index + 1]} asked anew, by why | ${said || 'never'} |`),
  `| from the last trouble to agreement | ${agree ? `${(took / 1_000).toFixed(1)} s` : 'never'} |`,
  `| both pages read alike | ${looksAlike ? 'yes' : 'no'} |`,
  ...seen.map((one, index) => `| ${names[index]} | at ${one.seq}, ${fingerprint(one)} |`),
].join('\n')
process.stdout.write(`\n${summary}\n\n${agree && looksAlike ? 'All agree.' : 'They do NOT agree.'}\n`)
if (!agree) process.stdout.write(`${JSON.stringify(seen, null, 1)}\n`)
if (!looksAlike) process.stdout.write(`${texts.map((text) => text.slice(0, 4_000)).join('\n────\n')}\n`)
if (values.write) writeFileSync(PAGE, pageOf())

python.stop()
for (const browser of browsers) await browser.close()
for (const proxy of Object.values(proxies)) await proxy.close()
await house.stop()
clearHome(house)
process.exit(agree && looksAlike ? 0 : 1)

/** What people and agents do: words, parts, boxes, sliders, undo, and files by the second. */
async function work(): Promise<void> {
  for (let step = 0; !ending.work; step += 1) {
    const did = await act(step).catch((error: unknown) => {
      count('requests that met the dead server')
      return error instanceof Error ? error.message : String(error)
    })
    if (step % 20 === 0) say(did)
    await sleep(between(50, 900))
  }
}

async function act(step: number): Promise<string> {
  const dice = chance()
  if (step === 0 || dice < 0.12) return message(wordsOf())
  if (dice < 0.18) return message('undo')
  if (dice < 0.28) {
    const { items } = await json<{ items: { name: string; value: unknown; min?: number; max?: number }[] }>(
      'GET',
      `/api/sessions/${session.id}/parameters`,
    )
    const numbers = items.filter(({ value }) => typeof value === 'number')
    if (numbers.length === 0) return 'no slider'
    const chosen = oneOf(numbers)
    const value = Number(chosen.value) + between(1, 3)
    const reply = await send('PATCH', `/api/sessions/${session.id}/parameters`, {
      values: { [chosen.name]: value },
      draft: chance() < 0.5,
    })
    count(reply.ok ? 'sliders moved' : 'sliders refused')
    return `slider ${chosen.name} to ${value}`
  }
  const name = `notes-${between(1, 5)}.md`
  const path = `/api/sessions/${session.id}/files/${name}`
  if (dice < 0.34) {
    const reply = await send('DELETE', path)
    count(reply.ok ? 'files deleted' : 'files that were not there to delete')
    return `delete ${name}`
  }
  const text = Array.from({ length: between(1, 400) }, (_, line) => `${step}.${line} ${'🙂 ärgerlich '.repeat(3)}`)
  const reply = await send('PUT', path, text.join('\n'))
  count(reply.ok ? 'files written' : 'files refused')
  return `write ${name}, ${text.length} lines`
}

function wordsOf(): string {
  return oneOf([
    `open top box ${between(80, 200)}x${between(60, 120)}x${between(40, 90)}`,
    `plate ${between(60, 120)} x ${between(40, 80)} x ${between(4, 10)} with four M4 holes, 8 mm from the edges`,
    `make it ${between(1, 9)} mm longer`,
    `washer M${oneOf([4, 5, 6, 8])}`,
    'make it 200 m tall',
    'remove the holes',
  ])
}

async function message(text: string): Promise<string> {
  const reply = await send('POST', `/api/sessions/${session.id}/messages`, { text }, { prefer: 'wait=30' })
  const { turn } = (await reply.json()) as { turn?: { state: string } }
  count(`turns ${turn?.state ?? 'not taken'}`)
  return `“${text}”: ${turn?.state}`
}

/** Something every 8 to 25 seconds, to somebody. */
async function faults(): Promise<void> {
  while (!ending.faults) {
    const rest = Date.now() + between(8_000, 25_000)
    while (Date.now() < rest && !ending.faults) await sleep(200)
    if (ending.faults) return
    const [who, proxy] = oneOf(Object.entries(proxies))
    await oneOf([
      async () => {
        proxy.cut()
        count('lines cut')
        say(`${who}: cut`)
      },
      async () => {
        const seconds = between(3, 30)
        say(`${who}: nothing gets through for ${seconds} s`)
        proxy.fault.paused = true
        await sleep(seconds * 1_000)
        proxy.fault.paused = false
        count('times nothing got through')
      },
      async () => {
        const lost = between(1, 4)
        const fates = Array.from({ length: lost }, () => oneOf<Fault['next'][number]>(['drop', 'double', 'swap']))
        proxy.fault.next.push(...fates)
        count('messages dropped, doubled or swapped', lost)
        say(`${who}: the next messages ${fates.join(', ')}`)
      },
      async () => {
        const seconds = between(3, 15)
        say(`second: the browser is offline for ${seconds} s`)
        await second.context.setOffline(true)
        proxies.second.cut()
        await sleep(seconds * 1_000)
        await second.context.setOffline(false)
        count('times the browser was offline')
      },
      async () => {
        const seconds = between(5, 40)
        say(`first: the page is frozen for ${seconds} s, as by a sleeping laptop`)
        await freeze(first.page, seconds)
        count('times the page was frozen')
      },
      async () => {
        say('second: reload')
        await second.page.reload()
        count('reloads')
      },
    ])().catch((error: unknown) => say(`${who}: ${String(error)}`))
  }
  for (const { fault } of Object.values(proxies)) fault.next.length = 0
}

async function freeze(page: Page, seconds: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await sleep(seconds * 1_000)
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await devtools.detach()
}

/** The canvas that a page has, read where it lies. */
async function seenBy(page: Page): Promise<Seen> {
  const snapshot = (await page.evaluate(`(() => {
    const { canvas } = hewnWorkbench.getState()
    if (!canvas) return { seq: -1, state: {}, resources: {}, events: [] }
    const { seq, state, channels, events } = canvas.canvas
    const resources = Object.fromEntries([...channels].map(([name, channel]) => [name, Object.fromEntries(channel)]))
    return { seq, state: Object.fromEntries(state), resources, events }
  })()`)) as Parameters<typeof canvasOf>[0]
  return { seq: snapshot.seq, digests: digestsOf(canvasOf(snapshot)) }
}

function resyncsOf(page: Page): Promise<string> {
  return page.evaluate(
    `[...hewnWorkbench.getState().canvas.resyncs].map(([why, times]) => why + ' ' + times).join(', ')`,
  )
}

/** The Python example, asked on its input. */
function follow({ url: through }: FaultProxy) {
  const child: ChildProcess = spawn(
    pythonWithSocketIo(),
    [join(ROOT, 'examples/live-canvas/follow.py'), through, session.id, '--ask'],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, PYTHONUNBUFFERED: '1', PYTHONIOENCODING: 'utf-8' } },
  )
  const { stdin, stdout } = child
  if (!stdin || !stdout) throw new Error('Python has no input or output')
  let answer: ((seen: Seen) => void) | undefined
  createInterface({ input: stdout }).on('line', (line) => {
    if (line.startsWith('{"seq"')) answer?.(JSON.parse(line) as Seen)
  })
  return {
    seen: () =>
      new Promise<Seen>((resolve) => {
        answer = resolve
        stdin.write('?\n')
      }),
    stop: () => void child.kill('SIGKILL'),
  }
}

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: text }),
    signal: AbortSignal.timeout(40_000),
  })
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await (await send(method, path, body)).json()) as T
}

function textOf(one: Seen | undefined): string {
  return JSON.stringify([one?.seq, Object.entries(one?.digests ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

function fingerprint({ digests }: Seen): string {
  const all = Object.entries(digests).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return all.map(([name, digest]) => `${name} ${digest.slice(0, 6)}`).join(' · ')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: found } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return found
}

function pageOf(): string {
  return `# The page, followed for ${MINUTES} minutes

Printed by \`npm run canvas:soak -- --minutes ${MINUTES} --write\`: the real server; its page in two Chromium browsers, and the Python example
([follow.py](../examples/live-canvas/follow.py)), each through a network of its own that is cut, stands still, drops, doubles and swaps;
a script that says words, writes and deletes files, moves sliders and undoes; pages that reload, sleep and go offline; and one
\`kill -9\` of the server. At the end the server, both pages and Python have the same number and the same digests.

${summary}

\`\`\`text
${log.join('\n')}
\`\`\`
`
}
