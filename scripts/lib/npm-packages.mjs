import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { needDisk, ROOT } from './home.mjs'
import { npmCommand } from './npm-command.mjs'
import { runTool, withoutSecrets } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const MODULES = join(ROOT, 'node_modules')
// In node_modules itself: whoever empties that folder takes the stamp along, as `npm ci` does first of all.
const STAMP = join(MODULES, '.hewn-stamp.json')

/** Exactly what package-lock.json says. */
export async function ensurePackages(step, { env, version }) {
  const hash = hashOf(ROOT, ['package-lock.json'], process.platform, process.arch, version)
  if (readStamp(STAMP)?.hash === hash) return step.done('up to date', false)
  if (installedByNpm()) {
    writeStamp(STAMP, { hash })
    return step.done('up to date', false)
  }
  await needDisk(ROOT, 1, 'the npm packages')
  const count = Object.keys(lockedPackages('package-lock.json') ?? {}).length
  step.say(`installing ${count} packages`)
  const [npm, ...args] = npmCommand()
  const { code, lines, all } = await runTool(npm, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    env,
  })
  if (code !== 0) throw await failed(lines, all, env)
  writeStamp(STAMP, { hash })
  step.done('installed')
}

/** A developer's own `npm install` counts: npm writes the inner lock last, and it says the same as ours. */
function installedByNpm() {
  const wanted = lockedPackages('package-lock.json')
  const here = lockedPackages(join('node_modules', '.package-lock.json'))
  if (wanted === undefined || here === undefined) return false
  return Object.entries(wanted).every(
    ([path, locked]) =>
      !path.startsWith('node_modules/') || locked.optional || locked.link || here[path]?.version === locked.version,
  )
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** The line of npm's that says which package, or what of the network. */
const TELLING = /Missing: |Invalid: |\b404\b|notarget|integrity|request to|network|certificate|proxy|EACCES|ENOSPC/i

async function failed(lines, all, env) {
  const said = all
    .filter((line) => /^npm (error|ERR!) /.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) /, ''))
  const failing =
    said.find((line) => TELLING.test(line)) ?? said.find((line) => !line.startsWith('code ')) ?? lines.at(-1)
  const [npm, ...args] = npmCommand()
  const registry =
    (await runTool(npm, [...args, 'config', 'get', 'registry'], { cwd: ROOT, env })).lines.at(-1) ?? 'unknown'
  const proxy = env.HTTPS_PROXY ?? env.https_proxy ?? env.npm_config_https_proxy ?? env.npm_config_proxy
  return new SetupError('SETUP_NPM', {
    found: failing ?? 'npm said nothing',
    needed: `the packages of package-lock.json from ${registry}, ${proxy ? `through the proxy ${withoutSecrets(proxy)}` : 'no proxy set'}`,
    next: 'check the network or the mirror (npm config get registry), then run the same command again',
    lines,
  })
}
