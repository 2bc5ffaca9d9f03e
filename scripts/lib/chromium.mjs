import { spawnSync } from 'node:child_process'
import { aptInstall, mayInstall } from './debian.mjs'
import { SetupError } from './setup-error.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium that the browser suite drives: HEWN_CHROMIUM, one that is here, or Debian's. */
export async function ensureChromium(step) {
  const given = process.env.HEWN_CHROMIUM
  if (given) {
    if (!versionOf(given)) throw none(`HEWN_CHROMIUM=${given}, which does not run`)
    step.done(`HEWN_CHROMIUM: ${versionOf(given)}`, false)
    return given
  }
  const here = find()
  if (here) {
    step.done(`up to date: ${here.version}`, false)
    return here.path
  }
  if (!mayInstall()) throw none(`none of ${NAMES.slice(0, 4).join(', ')} on the PATH`)
  const { ok, lines } = await aptInstall(['chromium'], step.note)
  const installed = ok ? find() : undefined
  if (!installed) throw none('apt-get could not install it', lines)
  step.done(`${installed.version} installed`)
  return installed.path
}

function find() {
  for (const name of NAMES) {
    const path = name.includes('/')
      ? name
      : spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
    const version = path && versionOf(path)
    if (version) return { path, version }
  }
  return undefined
}

function versionOf(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 ? stdout.trim().split('\n')[0] : undefined
}

const none = (found, lines = []) =>
  new SetupError('SETUP_BROWSER', {
    found,
    needed: 'Chromium, for the suite that drives the page',
    next: 'apt-get install chromium   or   HEWN_CHROMIUM=<path> npm test',
    lines,
  })
