import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './capture.mjs'
import { HOME, ROOT } from './home.mjs'

/** Far beyond what the longest suite takes where something else has the machine too; what hangs is ended. */
const LIMIT = 25 * 60_000

/** What vitest says when Node itself, not a test, was ended by the system: `… with signal SIGSEGV … file /a/b.test.ts`. */
const CRASHED = /Worker exited unexpectedly with signal (SIGSEGV|SIGBUS|SIGILL)\b.*?([\w.-]+\.(?:test|e2e)\.tsx?)/

/**
 * Runs one project of vitest.config.ts and counts what its report says. Where Node crashed natively no test has failed and
 * none can be told: that is said aloud, and the suite runs once more.
 */
export async function runVitest(suite, { node, env }) {
  const first = await runOnce(suite, { node, env })
  const [, signal, file] = CRASHED.exec(first.output) ?? []
  if (signal === undefined) return first
  process.stdout.write(`! ${suite}: Node itself ended with ${signal} in ${file}; the suite runs once more\n`)
  const second = await runOnce(suite, { node, env })
  return { ...second, took: first.took + second.took }
}

async function runOnce(suite, { node, env }) {
  const folder = join(HOME, 'test-results')
  const report = join(folder, `${suite}.json`)
  mkdirSync(folder, { recursive: true })
  rmSync(report, { force: true })
  const { code, output, took } = await capture(
    node,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      // A browser, a server and two Pythons fill two cores by themselves.
      ...(suite === 'browser' ? ['--maxWorkers=1'] : []),
      '--project',
      suite,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: ROOT, env: { ...env, CI: env.CI ?? '1' }, limit: LIMIT },
  )
  return { suite, took, output, ...counts(report, code) }
}

function counts(report, code) {
  let said
  try {
    said = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    // No report: vitest itself did not get to its end.
    return { passed: 0, failed: 1, skipped: 0 }
  }
  // A file that could not even be loaded has no tests in it, and is a failure all the same.
  const unloaded = said.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = said.numFailedTests + unloaded
  return {
    passed: said.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: said.numPendingTests + said.numTodoTests,
  }
}
