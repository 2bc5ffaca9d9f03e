import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const STATE = fileURLToPath(new URL('../../../.hewn/python/state.json', import.meta.url))

/**
 * The interpreter that kernel tests run on: `HEWN_PYTHON`, or the private environment that `npm start` and `npm test` make.
 * Where there is none the suite fails: a kernel that was not tested must not look like one that was.
 */
export function pythonForTests(): string {
  const chosen = process.env['HEWN_PYTHON']
  if (chosen) return chosen
  const state = readState()
  if (state?.state === 'ready' && typeof state.python === 'string') return state.python
  const found = state ? `${STATE} says "${state.state}"` : `there is no ${STATE}`
  throw new Error(
    `Kernel tests need Python with build123d, and ${found}. Run npm test, which installs it, or set HEWN_PYTHON.`,
  )
}

function readState(): { state?: unknown; python?: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(STATE, 'utf8')) as { state?: unknown; python?: unknown }
  } catch {
    return undefined
  }
}
