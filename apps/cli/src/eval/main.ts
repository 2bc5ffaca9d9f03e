import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Baseline, baselineOf, fallenBelow } from './baseline.ts'
import { askPlanner } from './ask-planner.ts'
import { readCases } from './eval-case.ts'
import { evalTable, totalsOf } from './eval-table.ts'
import { createPartBuilder } from './part-builder.ts'
import { retell, retoldTable } from './retell.ts'
import { type FamilyReport, runFamily } from './run-eval.ts'

/** `npm run eval`: every case of packages/agent/eval through the planner and, where there is one, the kernel. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    family: { type: 'string', multiple: true },
    split: { type: 'string' },
    /** A pattern of case names: `--id held11` is one round. */
    id: { type: 'string' },
    level: { type: 'string' },
    python: { type: 'string' },
    show: { type: 'boolean' },
    update: { type: 'boolean' },
    /** Solved cases told in other words, and whether they are solved still. */
    retold: { type: 'boolean' },
    /** Only each so-many-th of them: `--every 20`. */
    every: { type: 'string' },
  },
})
const BASELINE = new URL('../../../../packages/agent/eval/baseline.json', import.meta.url)
const python = values.level === 'plan' ? undefined : values.python
const named = new RegExp(values.id ?? '')
const wanted = readCases()
  .filter(({ family, split }) => (values.family?.includes(family) ?? true) && (values.split ?? split) === split)
  .map((family) => ({ ...family, cases: family.cases.filter(({ id }) => named.test(id)) }))
  .filter(({ cases }) => cases.length > 0)
if (wanted.length === 0) {
  process.stderr.write(
    `There are no such cases; families are ${[...new Set(readCases().map(({ family }) => family))].join(', ')}.\n`,
  )
  process.exit(64)
}
if (values.retold) {
  const retold = await retell(wanted, Math.max(1, Number(values.every ?? 1) || 1))
  process.stdout.write(`Solved cases, told in other words (plan level):\n\n${retoldTable(retold)}\n`)
  if (values.show && values.split !== 'held')
    for (const { name, failures } of retold)
      for (const failure of failures.slice(0, 5)) process.stdout.write(`\n${name}\n   ${failure}\n`)
  process.exit(0)
}
const parts = wanted.some(({ family }) => !family.startsWith('boxes'))
const builder = python !== undefined && parts ? createPartBuilder(python) : undefined
// Once through, so that the figures are those of a server that has been asked before.
for (const { family, cases } of wanted)
  for (const one of cases) for (const words of one.phrasings.slice(0, 1)) askPlanner(one, words, family)

const reports: FamilyReport[] = []
for (const family of wanted) {
  process.stderr.write(`${family.family}${family.split === 'held' ? ' (held)' : ''} …\n`)
  reports.push(await runFamily(family, builder))
}
await builder?.close()

const whole = values.family === undefined && values.split === undefined && values.id === undefined
const baseline: Baseline = existsSync(BASELINE) ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline) : {}
const worse = whole && builder ? fallenBelow(baseline, reports) : []
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ level: builder ? 'kernel' : 'plan', machine: cpus()[0]?.model, families: reports, totals: totalsOf(reports), worse })}\n`,
  )
else {
  const level = builder ? 'kernel: every script was built and measured' : 'plan: nothing was built'
  process.stdout.write(`Level ${level}.\n\n${evalTable(reports)}\n`)
  // Held cases are for judging, not for learning: their words are not shown.
  if (values.show)
    for (const { family, split, failures } of reports)
      for (const { id, words, why, wrong } of failures) {
        const done = wrong ? ', and called done' : ''
        process.stdout.write(
          split === 'held' ? `\n${id}${done}\n` : `\n${family} ${id}: “${words}”\n   ${why}${done}\n`,
        )
      }
  if (worse.length > 0)
    process.stdout.write(
      `\nWorse than packages/agent/eval/baseline.json:\n${worse.map((line) => `  ${line}`).join('\n')}\n`,
    )
}
if (values.update && whole && builder) writeFileSync(BASELINE, `${JSON.stringify(baselineOf(reports), null, 2)}\n`)
process.exitCode = worse.length > 0 && !values.update ? 1 : 0
