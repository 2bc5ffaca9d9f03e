import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { completeLock } from './lib/complete-lock.mjs'
import { ROOT } from './lib/home.mjs'
import { npmCommand } from './lib/npm-command.mjs'

/**
 * `npm run lock`: renews both locks. package-lock.json by npm, requirements.lock by Python 3.11, the oldest that is
 * supported: it decides the versions for all. Made by developers, and committed.
 */
const [npm, ...args] = npmCommand()
run(npm, [...args, 'install', '--package-lock-only', '--ignore-scripts'])
complete(join(ROOT, 'package-lock.json'))
run('python3.11', ['python/lock.py'])

function complete(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = completeLock(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  if (added > 0)
    process.stdout.write(
      `${added} builds for other platforms, which this mirror does not have, are in the lock without a hash\n`,
    )
}

function run(command, args) {
  process.stdout.write(`${[command, ...args].join(' ')}\n`)
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' })
  if (status === 0) return
  process.stderr.write(`${command} ${error ? error.message : `ended with ${status}`}; nothing after it was renewed\n`)
  process.exit(1)
}
