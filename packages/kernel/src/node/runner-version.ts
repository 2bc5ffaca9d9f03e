import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RUNNER } from './spawn-factory.ts'

/** Names what measures: another text of the runner may measure differently, so what it once said counts for itself only (KN53). */
export function runnerVersion(runner = RUNNER): string {
  const hash = createHash('sha256')
  const folder = join(runner, 'hewn_runner')
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .toSorted())
    hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
