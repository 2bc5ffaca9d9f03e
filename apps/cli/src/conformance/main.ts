import { createKernel } from '@hewn/kernel'
import { workerFactory } from '@hewn/kernel/node'
import { systemWorld } from '@hewn/model/world'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { memoryBlobs } from '../memory-blobs.ts'
import { conformanceTable } from './conformance-table.ts'
import { runUpstream, type Verdict } from './run-upstream.ts'
import { upstreamScripts } from './upstream-script.ts'

/** `npm run conformance -- <folder>`: every script of build123d's source package, unmodified, in the room (KN71). */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string' },
    only: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '300' },
    json: { type: 'boolean' },
    write: { type: 'string' },
  },
})
const [source] = positionals
const python = values.python
if (source === undefined || python === undefined) {
  process.stderr.write(
    'npm run conformance -- [folder of the source package] [--only <part of a name>] [--write <file>]\n',
  )
  process.exit(64)
}
const AT_ONCE = 2
const scripts = upstreamScripts(source).filter(({ path }) => values.only?.some((part) => path.includes(part)) ?? true)
const kernel = createKernel({
  factory: workerFactory({ python, warm: 6, jobs: AT_ONCE, warn: (text) => process.stderr.write(`${text}\n`) }),
  blobs: memoryBlobs(),
  world: systemWorld,
})
const verdicts: Verdict[] = []
let next = 0
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let script = scripts[next++]; script; script = scripts[next++]) {
      const verdict = await runUpstream(kernel, script, Number(values.seconds))
      verdicts.push(verdict)
      const said = verdict.state === 'passed' ? '✓' : verdict.state === 'needs' ? '–' : '✗'
      process.stderr.write(`${said} ${verdict.path}  ${verdict.seconds.toFixed(1)} s  ${verdict.why ?? ''}\n`)
    }
  }),
)
const FACES =
  'A face that OCCT’s check refuses is not counted against a script where every solid is valid: the letters that `projection.py` bends around a ball are such faces when it runs bare, too, with any font.'
const { isolation, mode, build123d, occt } = kernel.report()
await kernel.close()
verdicts.sort((one, other) => (one.path < other.path ? -1 : 1))
const head = `build123d ${build123d}, OCCT ${occt}, ${mode} mode, isolation ${isolation.level}.`
const report = `${head}\n\n${conformanceTable(verdicts)}\n`
process.stdout.write(values.json ? `${JSON.stringify({ head, verdicts })}\n` : report)
if (values.write !== undefined)
  writeFileSync(
    values.write,
    `# Conformance\n\nPrinted by \`npm run conformance -- --write docs/conformance.md\`, two scripts at a time.\n\n${FACES}\n\n${report}`,
  )
process.exitCode = verdicts.some(({ state }) => state === 'failed') ? 1 : 0
