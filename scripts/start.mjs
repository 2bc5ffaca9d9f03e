import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { HOME, ROOT, SETUP_LOG } from './lib/home.mjs'
import { install } from './lib/install.mjs'
import { ensurePython, removeOlderEnvironments } from './lib/python-environment.mjs'
import { explain } from './lib/setup-error.mjs'
import { createSteps } from './lib/steps.mjs'

/** `npm start`: installs what is missing and serves. The door opens before the kernel is ready (SV3). */
const [strict, rest] = [process.argv.includes('--strict'), process.argv.slice(2).filter((word) => word !== '--strict')]

const steps = createSteps(4)
const node = await install(steps, { web: true }).catch((error) => {
  process.stderr.write(explain(error, SETUP_LOG))
  process.exit(4)
})

steps.calm()
const stopping = new AbortController()
const python = ensurePython(steps.next('Python environment'), { env: node.env, strict, signal: stopping.signal }).catch(
  (error) => {
    if (stopping.signal.aborted) return
    process.stderr.write(explain(error, SETUP_LOG))
    process.stderr.write('  Boxes work without it; the server stays up.\n')
  },
)
removeOlderEnvironments()

const server = spawn(
  node.node,
  ['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/server/src/main.ts'), ...rest],
  {
    cwd: ROOT,
    env: { ...node.env, HEWN_HOME: HOME },
    stdio: 'inherit',
  },
)
let asked = false
function stop(signal) {
  asked = true
  if (server.exitCode !== null) stopping.abort()
  // Ctrl-C in a terminal reaches the server by itself; a second word to it would mean "at once".
  else if (signal !== 'SIGINT') server.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
// npm does not pass a SIGTERM on; when it has gone, whoever sent one meant us.
const parent = process.ppid
if (process.env.npm_lifecycle_event === 'start') {
  setInterval(() => process.ppid !== parent && !asked && stop('SIGTERM'), 500).unref()
}

server.on('error', (error) => {
  process.stderr.write(`The server could not be started: ${error.message}\n`)
  process.exit(70)
})
server.on('exit', async (code, signal) => {
  // One that found this home served already ends at once; Python is installed for the other all the same.
  if (asked || code !== 0) stopping.abort()
  await python
  process.exit(code ?? 128 + constants.signals[signal])
})
