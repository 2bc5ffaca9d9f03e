import { runChecks } from './lib/check-steps.mjs'
import { SETUP_LOG } from './lib/home.mjs'
import { install } from './lib/install.mjs'
import { explain } from './lib/setup-error.mjs'
import { createSteps, seconds } from './lib/steps.mjs'

/** `npm run check`: the quick one. Format, lint, types, arrows, dead code, unit tests; needs the npm packages only. */
const began = Date.now()
const node = await install(createSteps(2), { web: false }).catch((error) => {
  process.stderr.write(explain(error, SETUP_LOG))
  process.exit(4)
})
const results = await runChecks(node, ({ name, ok, took }) =>
  process.stdout.write(`${ok ? '✓' : '✗'} ${name.padEnd(24)} ${seconds(took)}\n`),
)
const failed = results.filter(({ ok }) => !ok)
for (const { name, output } of failed) process.stdout.write(`\n── ${name}\n${output.trimEnd()}\n`)
process.stdout.write(
  `\n${results.length - failed.length} passed, ${failed.length} failed  ${seconds(Date.now() - began)}\n`,
)
process.exit(failed.length === 0 ? 0 : 1)
