import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findPython } from './lib/find-python.mjs'
import { prepareHome, ROOT, SETUP_LOG } from './lib/home.mjs'
import { runTool } from './lib/run-tool.mjs'
import { explain } from './lib/setup-error.mjs'

/** `npm run wheelhouse -- <folder>`: fills a folder that HEWN_WHEELS installs from, on a machine without a network. */
const folder = process.argv[2]
if (!folder) {
  process.stderr.write('Which folder? npm run wheelhouse -- <folder>\n')
  process.exit(64)
}
try {
  prepareHome()
  const python = await findPython(process.env)
  const target = resolve(folder)
  mkdirSync(target, { recursive: true })
  process.stdout.write(`Python ${python.version}: fetching the wheels of python/requirements.lock into ${target}\n`)
  const lock = join(ROOT, 'python', 'requirements.lock')
  const { code, lines } = await runTool(
    python.path,
    ['-m', 'pip', 'download', '--require-hashes', '--no-deps', '--prefer-binary', '-d', target, '-r', lock],
    { env: process.env },
  )
  if (code !== 0) {
    process.stderr.write(`pip could not fetch them:\n${lines.map((line) => `  │ ${line}`).join('\n')}\n`)
    process.exit(4)
  }
  process.stdout.write(
    `Done. There: HEWN_WHEELS=<that folder> npm start, with Python ${python.version.split('.').slice(0, 2).join('.')}.\n`,
  )
} catch (error) {
  process.stderr.write(explain(error, SETUP_LOG))
  process.exit(4)
}
