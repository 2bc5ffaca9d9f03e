import { join } from 'node:path'
import { capture } from './capture.mjs'
import { ROOT } from './home.mjs'

const tool = (...parts) => join(ROOT, 'node_modules', ...parts)
const tsc = tool('typescript', 'bin', 'tsc')
const vitest = tool('vitest', 'vitest.mjs')

/** Everything the quick check looks at. The long ones stand first, so that two at a time end together. */
const CHECKS = [
  ['unit tests', [vitest, 'run', '--project', 'unit']],
  ['arrows and house rules', [vitest, 'run', '--project', 'house']],
  ['dead code', [tool('knip', 'bin', 'knip.js'), '--no-progress']],
  ['types, all', [tsc, '-p', 'tsconfig.json']],
  ['types, pure packages', [tsc, '-p', 'tsconfig.pure.json']],
  ['types, page', [tsc, '-p', 'tsconfig.web.json']],
  ['lint', [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings']],
  ['format', [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']],
]

/** Runs them two at a time and tells each as it ends; `without` leaves out what runs elsewhere. */
export async function runChecks({ node, env }, tell, without = []) {
  const waiting = CHECKS.filter(([name]) => !without.includes(name))
  const results = []
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const [name, args] = check
      const { code, output, took } = await capture(node, args, { cwd: ROOT, env, limit: 300_000 })
      const result = { name, ok: code === 0, output, took }
      results.push(result)
      tell(result)
    }
  }
  await Promise.all([worker(), worker()])
  return results
}
