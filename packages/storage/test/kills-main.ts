// `npm run canvas:kills`: a hundred times on each database; the table goes to stdout.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seededRandom } from '@hewn/testing'
import { startPostgres } from '@hewn/testing/servers'
import { type Killed, killAgainAndAgain } from './kills.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '100' }, seed: { type: 'string', default: '47' } },
})
const rounds = Number(values.times)
const chance = seededRandom(Number(values.seed))
const home = mkdtempSync(join(tmpdir(), 'hewn-canvas-kills-'))
const postgres = await startPostgres()
const results: [string, Killed][] = []
try {
  results.push([
    'SQLite',
    await killAgainAndAgain({
      database: `file:${join(home, 'hewn.db')}`,
      blobs: join(home, 'blobs-of-sqlite'),
      rounds,
      chance,
    }),
  ])
  results.push([
    'PostgreSQL, itself killed every fourth time',
    await killAgainAndAgain({
      database: postgres.url,
      blobs: join(home, 'blobs-of-postgres'),
      rounds,
      chance,
      async alsoKill() {
        await postgres.kill()
        await postgres.start()
      },
    }),
  ])
} finally {
  await postgres.close()
  rmSync(home, { recursive: true, force: true })
}
process.stdout.write(
  '| log | kills | acknowledged | written, not yet acknowledged | lost, doubled or changed |\n|---|---|---|---|---|\n',
)
for (const [name, { rounds: kills, acknowledged, unacknowledged, wrong }] of results)
  process.stdout.write(
    `| ${name} | ${kills} | ${acknowledged} | ${unacknowledged} | ${wrong.length === 0 ? 'none' : wrong.length} |\n`,
  )
const wrong = results.flatMap(([name, result]) => result.wrong.map((what) => `${name}: ${what}`))
for (const what of wrong.slice(0, 50)) process.stdout.write(`${what}\n`)
process.exit(wrong.length === 0 ? 0 : 1)
