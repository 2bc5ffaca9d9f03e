import { parseArgs } from 'node:util'
import { CHECKS } from './checks.mjs'

const HELP = `hewn doctor: what works on this machine and what is missing. It installs nothing.

Usage: hewn doctor [--json]

  --json      one object instead of lines
  -h, --help  this text

Each line is a check: ✓ ok, ! a warning, ✗ a failure with what to do. Exit 1 on any failure.

Example:
  hewn doctor
`
const MARK = { ok: '✓', warning: '!', failure: '✗' }

/** Runs every check in turn and says so at once; returns the exit status. Works before anything is installed. */
export async function doctor(args, env) {
  const read = readArgs(args)
  if (read.wrong) {
    process.stderr.write(`${read.wrong}\nRun: hewn doctor --help\n`)
    return 64
  }
  if (read.help) {
    process.stdout.write(HELP)
    return 0
  }
  // Whoever reads us may stop reading: `hewn doctor | head` ends quietly.
  process.stdout.on('error', () => process.exit(0))
  const results = []
  for (const { name, look } of CHECKS) {
    const result = { name, ...(await look(env).catch(broken)) }
    results.push(result)
    if (!read.json) process.stdout.write(line(result))
  }
  const failures = results.filter(({ state }) => state === 'failure').length
  const warnings = results.filter(({ state }) => state === 'warning').length
  if (read.json) process.stdout.write(`${JSON.stringify({ ok: failures === 0, checks: results }, null, 2)}\n`)
  else process.stdout.write(`${verdict(failures, warnings)}\n`)
  return failures === 0 ? 0 : 1
}

function readArgs(args) {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }
    return parseArgs({ args, options }).values
  } catch (error) {
    return { wrong: error.message }
  }
}

const broken = (error) => ({ state: 'failure', found: `the check itself failed: ${error.message}` })

function line({ name, state, found, remedy }) {
  const next = remedy ? `\n${' '.repeat(22)}→ ${remedy}` : ''
  return `${MARK[state]} ${name.padEnd(19)} ${found}${next}\n`
}

function verdict(failures, warnings) {
  if (failures > 0) return `${failures} of the checks failed. Start with the first; npm start mends most of them.`
  return warnings > 0 ? 'Everything needed works; the warnings say what could be better.' : 'Everything works.'
}
