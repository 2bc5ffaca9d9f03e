import { spawnSync } from 'node:child_process'
import { ROOT, SETUP_LOG } from './home.mjs'
import { install } from './install.mjs'
import { explain } from './setup-error.mjs'
import { createSteps } from './steps.mjs'

/** Installs what a developer's script needs (`web`: the page too), then runs it, a TypeScript file, with a Node that can. */
export async function withNode(file, argumentsFor = async () => [], { web = false } = {}) {
  const node = await install(createSteps(web ? 3 : 2, process.stderr), { web }).catch((error) => {
    process.stderr.write(explain(error, SETUP_LOG))
    process.exit(4)
  })
  const args = await argumentsFor(node)
  const { status } = spawnSync(node.node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: ROOT,
    env: node.env,
    stdio: 'inherit',
  })
  return status ?? 1
}
