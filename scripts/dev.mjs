import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { HOME, ROOT, SETUP_LOG } from './lib/home.mjs'
import { install } from './lib/install.mjs'
import { ensurePython } from './lib/python-environment.mjs'
import { explain } from './lib/setup-error.mjs'
import { createSteps } from './lib/steps.mjs'

/** `npm run dev`: Vite with hot reload in front of the server, which restarts when its sources change. */
const PAGE = 4880
const port = process.env.HEWN_PORT || '4870'

const steps = createSteps(3)
const node = await install(steps, { web: false }).catch((error) => {
  process.stderr.write(explain(error, SETUP_LOG))
  process.exit(4)
})
steps.calm()
ensurePython(steps.next('Python environment'), { env: node.env }).catch((error) =>
  process.stderr.write(explain(error, SETUP_LOG)),
)

const env = {
  ...node.env,
  HEWN_HOME: HOME,
  HEWN_PORT: port,
  // The page comes from Vite's address, and its requests carry that origin.
  HEWN_ALLOWED_ORIGINS: `http://127.0.0.1:${PAGE},http://localhost:${PAGE}`,
}
const children = [
  run('--disable-warning=ExperimentalWarning', '--watch', join(ROOT, 'apps/server/src/main.ts')),
  run(join(ROOT, 'scripts/dev/page.ts'), String(PAGE), `http://127.0.0.1:${port}`),
]
process.on('SIGINT', () => {})
process.on('SIGTERM', () => children.forEach((child) => child.kill()))
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill()
    process.exitCode ??= code ?? 0
  })
}

function run(...args) {
  return spawn(node.node, args, { cwd: ROOT, env, stdio: 'inherit' })
}
