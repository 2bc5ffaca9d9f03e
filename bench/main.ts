import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Row, Suite } from './row.ts'
import { agent } from './suites/agent.ts'
import { boxes, PEERS_NOT_RUN } from './suites/boxes.ts'
import { canvas } from './suites/canvas.ts'
import { kernel } from './suites/kernel.ts'
import { randomBoxFigures } from './suites/random-boxes.ts'
import { kernelProcesses } from './suites/kernel-processes.ts'
import { kernelSliders } from './suites/kernel-sliders.ts'
import { table } from './table.ts'

/** `npm run bench`: our figures beside those of a peer or a goal, in one run on this machine. */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, python: { type: 'string' } },
})
const python = values.python
const SUITES: Record<string, Suite> = {
  boxes,
  'random-boxes': () => randomBoxFigures(python),
  agent,
  canvas,
  ...(python === undefined
    ? {}
    : {
        kernel: async () => [
          ...(await kernelProcesses(python)),
          ...(await kernel(python)),
          ...(await kernelSliders(python)),
        ],
      }),
}
if (values.only !== undefined && !Object.hasOwn(SUITES, values.only)) {
  process.stderr.write(`There is no suite ${values.only}; there are ${Object.keys(SUITES).join(', ')}.\n`)
  process.exit(64)
}

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: totalmem(),
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
}
const rows: Row[] = []
for (const [name, suite] of Object.entries(SUITES)) {
  if (values.only !== undefined && values.only !== name) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await suite()))
}

const notRun = ['boxes', undefined].includes(values.only) ? PEERS_NOT_RUN : {}
const report = { machine, rows, notRun }

const folder = new URL('results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('latest.json', folder), `${JSON.stringify(report, null, 2)}\n`)
process.stdout.write(
  values.json
    ? `${JSON.stringify(report)}\n`
    : `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n\n${table(rows)}\n${namesOf(notRun)}`,
)
process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0

function namesOf(peers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(peers).map(([name, why]) => `not run: ${name}: ${why}\n`)
  return lines.length > 0 ? `\n${lines.join('')}` : ''
}
