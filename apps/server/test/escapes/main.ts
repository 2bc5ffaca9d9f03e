import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { escapes } from './escape.ts'
import { escapesPage } from './escapes-page.ts'
import { type Column, tryColumn } from './try-column.ts'

/**
 * `npm run escapes`: every behaviour of KN25 in every form this machine allows, by root as an ordinary user as well, and then
 * with one lock open at a time (`--ablation`). `--write <file>` keeps the page.
 */
const { values } = parseArgs({
  options: {
    python: { type: 'string' },
    form: { type: 'string', multiple: true },
    only: { type: 'string' },
    ablation: { type: 'boolean', default: false },
    write: { type: 'string' },
    /** How the run as an ordinary user answers the one by root that started it. */
    columns: { type: 'boolean', default: false },
  },
})
const python = values.python ?? process.env['HEWN_PYTHON'] ?? ''
const chosen = (values.only ?? '').split(',').filter(Boolean).map(Number)
const all = escapes().filter(({ number }) => chosen.length === 0 || chosen.includes(number))
const isRoot = process.getuid?.() === 0
const who = isRoot ? 'as root' : 'as a user'
const NOBODY = 65534
const columns: Column[] = []

for (const form of (values.form ?? ['namespaces', 'bare']) as ('namespaces' | 'bare')[]) {
  // Bare has no cap on its folders unless somebody mounted them: there the disk is held by nothing.
  const expected = (opens: readonly string[]) => form === 'namespaces' || !opens.includes('namespaces')
  columns.push(await tryColumn(`${form}, ${who}`, all, { python, form }, ({ opens }) => expected(opens)))
}
if (isRoot) columns.push(...asUser())
if (values.ablation) {
  for (const lock of ['files', 'calls', 'limits']) {
    const held = all.filter(({ opens }) => opens.length === 1 && opens[0] === lock)
    // Where a user per slot can be had, it holds files as well.
    const without = lock === 'files' ? ['files', 'users'] : [lock]
    const head = `bare without ${without.join(' and ')}`
    columns.push(await tryColumn(head, held, { python, form: 'bare', without }, () => false))
  }
}

const page = escapesPage(all, columns, `Linux ${release()}`)
process.stdout.write(values.columns ? JSON.stringify(columns) : page)
if (values.write !== undefined) writeFileSync(values.write, page)
process.exitCode = columns.every(({ bad }) => bad === 0) ? 0 : 1

/** The same by somebody who is not root; what it says meanwhile goes where ours goes. */
function asUser(): Column[] {
  const args = [fileURLToPath(import.meta.url), '--python', python, '--columns']
  if (values.only !== undefined) args.push('--only', values.only)
  for (const form of values.form ?? []) args.push('--form', form)
  const ran = spawnSync(process.execPath, args, {
    uid: NOBODY,
    gid: NOBODY,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
  })
  if (ran.stdout.startsWith('[')) return JSON.parse(ran.stdout) as Column[]
  process.stderr.write(`As a user: no answer (${ran.error?.message ?? `status ${ran.status}`})\n`)
  return [{ head: 'as a user', refused: 'it did not start', level: 'none', rows: {}, left: [], bad: 1 }]
}
