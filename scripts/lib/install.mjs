import { join } from 'node:path'
import { HOME, prepareHome } from './home.mjs'
import { ensurePackages } from './npm-packages.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { ensureNode } from './private-node.mjs'
import { ensureWebBuild } from './web-build.mjs'

/** Node, the npm packages and, where it is asked for, the page. Returns the Node to start everything with. */
export async function install(steps, { web }) {
  prepareHome()
  let told = false
  return oneAtATime(
    join(HOME, 'setup.lock'),
    async () => {
      const node = await ensureNode(steps.next('Node'))
      await ensurePackages(steps.next('npm packages'), node)
      if (web) await ensureWebBuild(steps.next('web build'), node)
      return node
    },
    (pid) => {
      if (!told) process.stdout.write(`Another start is setting up (process ${pid}); waiting for it.\n`)
      told = true
    },
  )
}
