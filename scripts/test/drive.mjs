import { SETUP_LOG, prepareHome } from '../lib/home.mjs'
import { ensureNode } from '../lib/private-node.mjs'
import { ensurePython } from '../lib/python-environment.mjs'
import { explain } from '../lib/setup-error.mjs'
import { createSteps } from '../lib/steps.mjs'

/** One step of setting up, by itself, for a test that has doctored the environment: `node drive.mjs python`. */
const STEPS = {
  home: () => {},
  node: (step) => ensureNode(step, process.env, { own: process.argv[3], arch: process.argv[4] }),
  python: (step) => ensurePython(step, { strict: process.argv.includes('--strict') }),
}

try {
  prepareHome()
  await STEPS[process.argv[2]](createSteps(1).next('step'))
} catch (error) {
  process.stdout.write(explain(error, SETUP_LOG))
  process.exit(4)
}
