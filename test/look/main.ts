import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Fact } from '@hewn/model'
import { clearHome, openBrowser, openHouse, visitor } from '../browser/house.ts'
import { type Model, MODELS } from './models.ts'
import { readByGmsh, readByWasm } from './second-readers.ts'

/** `npm run look -- <folder>`: what our page shows of twenty models, beside what others say of their STEP. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, python: { type: 'string' } },
})
if (values.python !== undefined) process.env.HEWN_PYTHON = values.python
const [folder = 'pictures'] = positionals
mkdirSync(folder, { recursive: true })
const house = await openHouse()
const browser = await openBrowser()
const { page, context, complaints } = await visitor(browser, house)
const rows: string[] = []
let wrong = 0
for (const model of MODELS.filter(({ name }) => values.only?.some((part) => name.includes(part)) ?? true)) {
  const row = await lookAt(model).catch((error: unknown) => {
    wrong++
    return `| ${model.name} | ${[error, (error as Error).cause].join(' ').slice(0, 200)} | | | | | |`
  })
  rows.push(row)
  process.stderr.write(`${row}\n`)
}
await context.close()
await browser.close()
await house.stop()
clearHome(house)
const heads = [
  'model',
  'solids',
  'gmsh',
  'volume mm³',
  'gmsh, off',
  'mesh of another OCCT, off',
  'size mm',
  'theirs, off',
]
process.stdout.write([`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...rows, ''].join('\n'))
for (const complaint of complaints) process.stderr.write(`The page complained: ${complaint}\n`)
process.exit(wrong > 0 || complaints.length > 0 ? 1 : 0)

/** Built by the server, drawn by the page, its STEP opened by others. */
async function lookAt({ name, from }: Model): Promise<string> {
  const { session } = (await ask('/api/sessions', { from })) as { session: { id: string } }
  const at = `/api/sessions/${session.id}`
  const facts = await factsOf(at)
  const step = new Uint8Array(await (await reply(`${at}/exports/step`)).arrayBuffer())
  await page.goto(`${house.url}/s/${session.id.replace('session:', '')}`)
  await page.locator('[data-testid=viewport][data-state=ready]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(300)
  await page.getByTestId('viewport').screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) })
  const [gmsh, wasm] = [readByGmsh(step), await readByWasm(step)]
  const whole = (kind: Fact['kind']) =>
    facts.find((fact) => fact.kind === kind && !('layer' in fact && fact.layer !== undefined))
  const [volume, solids, size] = [whole('volume'), whole('solids'), whole('size')]
  const ours = volume?.kind === 'volume' ? volume.value : Number.NaN
  const count = solids?.kind === 'solids' ? solids.count : Number.NaN
  const reach = size?.kind === 'size' ? [size.x, size.y, size.z] : []
  const apart = wasm.size?.map((value, axis) => Math.abs(value - (reach[axis] ?? Number.NaN))) ?? []
  return `| ${[
    name,
    count,
    gmsh?.solids ?? 'not installed',
    ours.toFixed(3),
    gmsh ? off(gmsh.volume, ours) : '–',
    off(wasm.volume, ours),
    reach.map((value) => Math.round(value * 1000) / 1000).join(' × '),
    `${Math.max(...apart).toFixed(3)} mm`,
  ].join(' | ')} |`
}

function off(theirs: number, ours: number): string {
  return (Math.abs(theirs - ours) / ours).toExponential(1)
}

async function factsOf(at: string): Promise<Fact[]> {
  for (let tries = 0; tries < 600; tries++) {
    const { items } = (await ask(`${at}/versions`)) as { items: { job?: string }[] }
    const job = items[0]?.job
    if (job !== undefined) {
      const found = (await ask(`/api/jobs/${job.replace('job:', '')}`)) as { job: { result?: { facts: Fact[] } } }
      if (found.job.result) return found.job.result.facts
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('It was not built within two minutes')
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  return (await reply(path, body)).json()
}

async function reply(path: string, body?: unknown): Promise<Response> {
  // The second readers hold up this process for seconds, in which the server gives up a connection that lies idle; one that is
  // used again then fails before anybody has read it ("fetch failed", other side closed).
  const headers = { 'content-type': 'application/json', connection: 'close' }
  const found = await fetch(
    house.url + path,
    body === undefined ? { headers: { connection: 'close' } } : { method: 'POST', headers, body: JSON.stringify(body) },
  )
  if (!found.ok) throw new Error(`${path}: ${await found.text()}`)
  return found
}
