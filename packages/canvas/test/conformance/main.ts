// `npm run canvas:conformance`: every case, with every client, through a network that fails. Prints the table, and with
// `--write` puts it into docs/.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CASES } from './cases.ts'
import { FOLLOWERS, type FollowerName } from './followers.ts'
import { remembered, runCase } from './run-case.ts'

const PAGE = new URL('../../../../docs/canvas-conformance.md', import.meta.url)
const HEAD = `# The canvas, tried

Printed by \`npm run canvas:conformance -- --write\`: each case with six clients through a network that pauses, cuts, slows down, drops,
doubles and swaps; every one ends with equal digests. \`–\`: a plain client sees no frames. What is on the wire: [canvas-wire](canvas-wire.md).
`
const ELSEWHERE = `K16 is tried here on the wire; that no schema offered to a model or an outside caller has one of them is held by
\`apps/server/test/workspace-tools.test.ts\`. Processes that are really killed, PostgreSQL and Redis that really go away:
\`npm run canvas:kills\`, \`packages/storage/test/cluster.cluster.test.ts\`, \`apps/server/test/servers.cluster.test.ts\`. The page itself, for ten
minutes: [canvas-soak](canvas-soak.md). The same table on SQLite and PostgreSQL: [canvas-conformance-logs](canvas-conformance-logs.md).
`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    client: { type: 'string' },
    log: { type: 'string', default: 'memory' },
    redis: { type: 'string' },
    quick: { type: 'boolean' },
    write: { type: 'boolean' },
  },
})
const clients = (Object.keys(FOLLOWERS) as FollowerName[]).filter((name) => !values.client || name === values.client)
const cases = CASES.filter((one) => (!values.only || one.name === values.only) && !(values.quick && one.slow))
const memory = await remembered(values.log, values.redis)

const rows: string[][] = []
let failed = 0
for (const one of cases) {
  const row = [one.name, one.what]
  for (const client of clients) {
    const result = await runCase(one, client, memory)
    if (result.why) {
      failed += 1
      process.stderr.write(`${one.name}, ${client}: ${result.why}\n`)
    }
    row.push(result.said)
  }
  rows.push(row)
  process.stdout.write(`${row[0]?.padEnd(4)} ${row.slice(2).join('  ').padEnd(60)} ${row[1]}\n`)
}
await memory.close()

const table = [
  `| case | what | ${clients.join(' | ')} |`,
  `|---|---|${clients.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
].join('\n')
process.stdout.write(
  `\n${table}\n\n${rows.length} cases, ${clients.length} clients, log: ${withoutPlace(values.log)}${values.redis ? ' with Redis Streams' : ''}; ${failed} failed\n`,
)
if (values.write) writeFileSync(PAGE, `${HEAD}\n${table}\n\n${ELSEWHERE}`)
process.exit(failed === 0 ? 0 : 1)

function withoutPlace(log: string): string {
  return log.replace(/:\/\/.*/, '')
}
