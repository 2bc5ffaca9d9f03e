import { SETUP_LOG } from './lib/home.mjs'
import { ensurePython } from './lib/python-environment.mjs'
import { explain } from './lib/setup-error.mjs'
import { createSteps } from './lib/steps.mjs'
import { withNode } from './lib/with-node.mjs'

/** `npm run bench`: installs what is missing, then prints every figure. The table goes to stdout, the rest to stderr. */
const status = await withNode('bench/main.ts', async ({ env }) => {
  const step = createSteps(1, process.stderr).next('Python environment')
  const python = await ensurePython(step, { env }).catch((error) => {
    process.stderr.write(explain(error, SETUP_LOG))
    process.stderr.write('The figures of the kernel are left out.\n')
  })
  return [...process.argv.slice(2), ...(python ? ['--python', python] : [])]
})
process.exit(status)
