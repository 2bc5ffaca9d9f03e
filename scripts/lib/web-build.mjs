import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './home.mjs'
import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const SOURCES = [
  'apps/web',
  'packages/model',
  'packages/boxes',
  'packages/protocol',
  'packages/canvas',
  'recipes',
  'package-lock.json',
]
const DIST = join(ROOT, 'apps', 'web', 'dist')
const STAMP = join(DIST, '.hewn-stamp.json')

/** The page, built again only when something it is made of has changed. */
export async function ensureWebBuild(step, { node, env, version }) {
  const hash = hashOf(ROOT, SOURCES, version)
  if (readStamp(STAMP)?.hash === hash && existsSync(join(DIST, 'index.html'))) return step.done('up to date', false)
  step.say('building')
  rmSync(STAMP, { force: true })
  const { code, lines } = await runTool(
    node,
    [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'apps/web', '--logLevel', 'warn'],
    { cwd: ROOT, env },
  )
  if (code !== 0) {
    throw new SetupError('SETUP_NPM', {
      message: 'The page could not be built.',
      found: 'the page could not be built from the sources of this clone',
      needed: 'unchanged sources and the packages of package-lock.json',
      next: 'git status; rm -rf node_modules; npm start',
      lines,
    })
  }
  writeStamp(STAMP, { hash })
  step.done('built')
}
