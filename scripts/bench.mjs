import { HOME, SETUP_LOG } from './lib/home.mjs'
import { ensurePython } from './lib/python-environment.mjs'
import { explain } from './lib/setup-error.mjs'
import { createSteps } from './lib/steps.mjs'
import { withNode } from './lib/with-node.mjs'

/** `npm run bench`: installs what is missing, then prints every figure. The table goes to stdout, the rest to stderr. */
process.exit(
  await withNode('bench/main.ts', process.argv.slice(2), async (env) => {
    const python = await ensurePython(createSteps(1, process.stderr).next('Python environment'), { env }).catch(
      (error) => {
        process.stderr.write(explain(error, SETUP_LOG))
        process.stderr.write('The figures of the kernel are left out.\n')
      },
    )
    return { HEWN_HOME: HOME, ...(python ? { HEWN_PYTHON: python } : {}) }
  }),
)
