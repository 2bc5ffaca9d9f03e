import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { prepareHome, SETUP_LOG } from '../../../../scripts/lib/home.mjs'
import { ensureNode } from '../../../../scripts/lib/private-node.mjs'
import { explain } from '../../../../scripts/lib/setup-error.mjs'

/** Runs the same command with a Node that can, fetching a private one where this machine's is too old (SV7). */
export async function handOver(program, args, env) {
  let found
  try {
    prepareHome()
    found = await ensureNode(quietStep(), env)
  } catch (error) {
    process.stderr.write(explain(error, SETUP_LOG))
    return 4
  }
  const child = spawn(found.node, [program, ...args], { env: found.env, stdio: 'inherit' })
  // Ctrl-C in a terminal reaches the child by itself; here it only must not end us first.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${found.node} could not be started: ${error.message}\n`)
      resolve(70)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** Says something only when there is something to fetch. */
const quietStep = () => ({
  say: (text) => void process.stderr.write(`Node: ${text}\n`),
  done: (text, changed = true) => void (changed && process.stderr.write(`Node: ${text}\n`)),
  failed: (text) => void process.stderr.write(`Node: ${text}\n`),
})
