import { SETUP_LOG } from './home.mjs'
import { ensurePython } from './python-environment.mjs'
import { explain } from './setup-error.mjs'
import { createSteps } from './steps.mjs'
import { withNode } from './with-node.mjs'

/** As `withNode`, with the interpreter that has build123d as `--python`. */
export function withPython(file, options = {}) {
  return withNode(
    file,
    async ({ env }) => {
      const step = createSteps(1, process.stderr).next('Python environment')
      const python = await ensurePython(step, { env }).catch((error) => {
        process.stderr.write(explain(error, SETUP_LOG))
        process.exit(4)
      })
      return ['--python', python, ...process.argv.slice(2)]
    },
    options,
  )
}
