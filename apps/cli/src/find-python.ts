import { type ErrorBody, fail, hewnError, ok, type Result } from '@hewn/model'
import type { Settings } from '@hewn/server/settings'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The interpreter with build123d: the one that was chosen, else the private environment, else why there is none. */
export function findPython({ python, home }: Settings): Result<string, ErrorBody> {
  if (python !== undefined) return ok(python)
  const state = readState(join(home, 'python', 'state.json'))
  if (state?.state === 'ready' && typeof state.python === 'string') return ok(state.python)
  if (state?.state === 'installing')
    return fail(
      hewnError('KERNEL_STARTING', 'Python and build123d are still being installed.', {
        hint: 'Wait for npm start to finish it.',
      }),
    )
  const why = typeof state?.why === 'string' ? state.why : 'Python and build123d have not been installed here.'
  const remedy = typeof state?.remedy === 'string' ? state.remedy : 'npm start'
  return fail(hewnError('KERNEL_MISSING', why, { hint: `Run: ${remedy}   (npx hewn doctor says what is missing)` }))
}

function readState(path: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
