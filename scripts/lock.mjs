import { spawnSync } from 'node:child_process'
import { ROOT } from './lib/home.mjs'
import { npmCommand } from './lib/npm-command.mjs'

/**
 * `npm run lock`: renews both locks. package-lock.json by npm, requirements.lock by Python 3.11, the oldest that is
 * supported: it decides the versions for all. Made by developers, and committed.
 */
const [npm, ...args] = npmCommand()
run(npm, [...args, 'install', '--package-lock-only', '--ignore-scripts'])
run('python3.11', ['python/lock.py'])

function run(command, args) {
  process.stdout.write(`${[command, ...args].join(' ')}\n`)
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' })
  if (status === 0) return
  process.stderr.write(`${command} ${error ? error.message : `ended with ${status}`}; nothing after it was renewed\n`)
  process.exit(1)
}
