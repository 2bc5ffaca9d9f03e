import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { freemem, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ask } from '../../../../scripts/lib/find-python.mjs'
import { HOME, ROOT } from '../../../../scripts/lib/home.mjs'
import { privateNodeHere } from '../../../../scripts/lib/private-node.mjs'
import { readPythonState } from '../../../../scripts/lib/python-state.mjs'
import { readStamp } from '../../../../scripts/lib/stamp.mjs'

const run = promisify(execFile)
const GIB = 1024 ** 3
const MIB = 1024 ** 2

const ok = (found) => ({ state: 'ok', found })
const warning = (found, remedy) => ({ state: 'warning', found, remedy })
const failure = (found, remedy) => ({ state: 'failure', found, remedy })

/** One look each: what was found, and the remedy where it is not as it should be. Nothing is changed. */
export const CHECKS = [
  { name: 'Node', look: lookAtNode },
  { name: 'npm packages', look: lookAtPackages },
  { name: 'web build', look: lookAtPage },
  { name: 'home', look: lookAtHome },
  { name: 'disk', look: lookAtDisk },
  { name: 'memory', look: lookAtMemory },
  { name: 'port', look: lookAtPort },
  { name: 'Python', look: lookAtPython },
  { name: 'build123d', look: lookAtBuild123d },
  { name: 'isolation', look: lookAtIsolation },
]

async function lookAtNode() {
  const own = process.versions.node
  if (major(own) >= 24) return ok(own)
  const made = privateNode()
  if (made) return ok(`${own}; a private ${made} is used`)
  if (major(own) >= 20) return warning(`${own}; the sources need 24`, 'npm start fetches a private Node 24')
  return failure(`${own}, too old to start with`, 'install Node 24 from https://nodejs.org/en/download')
}

async function lookAtPackages() {
  const modules = join(ROOT, 'node_modules')
  const inner = join(modules, '.package-lock.json')
  if (!existsSync(inner)) return failure('not installed', 'npm start')
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  const here = JSON.parse(readFileSync(inner, 'utf8')).packages
  const different = Object.entries(wanted).filter(
    ([path, locked]) =>
      path.startsWith('node_modules/') && !locked.optional && !locked.link && here[path]?.version !== locked.version,
  )
  if (different.length === 0) return ok(`${Object.keys(here).length}, as the lock has them`)
  const [[path]] = different
  return failure(
    `${different.length} differ from the lock, ${path.replace(/^.*node_modules\//, '')} among them`,
    'npm start',
  )
}

async function lookAtPage() {
  const dist = join(ROOT, 'apps', 'web', 'dist')
  if (!existsSync(join(dist, 'index.html')))
    return failure('not built: the server answers, and has no page', 'npm start')
  const stamp = readStamp(join(dist, '.hewn-stamp.json'))
  return stamp ? ok('built') : warning('built, and it is not known from which sources', 'npm start builds it again')
}

async function lookAtHome(env) {
  const place = nearestFolder(HOME)
  try {
    accessSync(place, constants.W_OK)
  } catch {
    return failure(`${HOME} cannot be written`, `chown -R ${env.USER ?? 'you'} ${place}, or HEWN_HOME=<another folder>`)
  }
  return ok(place === HOME ? HOME : `${HOME}, to be made`)
}

async function lookAtDisk() {
  const { bavail, bsize } = await statfs(nearestFolder(HOME))
  const free = bavail * bsize
  const found = `${(free / GIB).toFixed(1)} GiB free`
  const remedy = 'free some space, or HEWN_HOME=<a folder on another disk>'
  if (free < GIB) return failure(`${found}; 1 GiB is needed to work`, remedy)
  if (free < 3 * GIB && readPythonState()?.state !== 'ready')
    return failure(`${found}; installing Python needs 3 GiB`, remedy)
  return ok(found)
}

async function lookAtMemory() {
  const found = `${(freemem() / GIB).toFixed(1)} of ${(totalmem() / GIB).toFixed(1)} GiB free`
  return availableMemory() < 768 * MIB
    ? warning(`${found}; two Pythons with build123d take 0.6 GiB`, 'close something, or HEWN_WARM=0 npm start')
    : ok(found)
}

async function lookAtPort(env) {
  const port = Number(env.HEWN_PORT || 4870)
  if (await isFree(port)) return ok(`${port} is free`)
  const served = readStamp(join(HOME, 'server.json'))?.url
  if (served && (await answers(served))) return ok(`served at ${served}`)
  return failure(`another program has port ${port}`, `HEWN_PORT=${port + 1} npm start`)
}

async function lookAtPython(env) {
  if (env.HEWN_PYTHON) {
    const found = await ask(env.HEWN_PYTHON, env)
    return found
      ? ok(`${found.version} at ${found.path}, chosen by HEWN_PYTHON`)
      : failure(
          `HEWN_PYTHON=${env.HEWN_PYTHON} does not run`,
          'name a Python 3.11 to 3.14 with build123d, or leave HEWN_PYTHON out',
        )
  }
  const state = readPythonState()
  if (state?.state === 'ready') {
    const found = await ask(state.python, env)
    return found
      ? ok(`${found.version}, the private environment`)
      : failure(`the private environment at ${state.python} does not run`, 'npm start makes it again')
  }
  if (state?.state === 'installing')
    return warning(
      `being installed, ${Math.round((state.share ?? 0) * 100)} %: ${state.doing ?? ''}`,
      'wait, or look at the terminal of npm start',
    )
  if (state?.state === 'missing') return failure(state.why ?? 'missing', state.remedy ?? 'npm start')
  const base = await firstPython(env)
  return failure(
    base
      ? `no private environment yet; ${base.version} at ${base.path} could make it`
      : 'none of python3.14 to python3.11 was found',
    base ? 'npm start' : 'apt-get install -y python3 python3-venv, then npm start; boxes work without it',
  )
}

const MEASURE = `
import json, time
began = time.perf_counter()
import build123d
took = time.perf_counter() - began
print(json.dumps({"version": build123d.__version__, "volume": build123d.Box(10, 10, 10).volume, "seconds": took}))`

async function lookAtBuild123d(env) {
  const python = interpreter(env)
  if (!python) return failure('there is no Python to import it', 'npm start')
  try {
    const { stdout } = await run(python, ['-c', MEASURE], { env, timeout: 120_000 })
    const { version, volume, seconds } = JSON.parse(stdout.trim().split('\n').at(-1))
    if (Math.abs(volume - 1000) > 1e-6)
      return failure(`${version} measures a cube of 10 mm as ${volume} mm³`, 'npm start')
    return ok(`${version}, imported in ${seconds.toFixed(1)} s; a cube of 10 mm measures ${volume.toFixed(3)} mm³`)
  } catch (error) {
    const said = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1)
    return failure(
      `cannot be imported: ${said}`,
      env.HEWN_PYTHON ? 'install build123d there, or leave HEWN_PYTHON out and npm start' : 'npm start',
    )
  }
}

/** Measured by the kernel itself, so it takes a Node that runs the sources and everything above. */
async function lookAtIsolation(env) {
  const python = interpreter(env)
  const node = major(process.versions.node) >= 24 ? process.execPath : privateNodeHere()
  if (!node || !python || !existsSync(join(ROOT, 'node_modules', '.package-lock.json')))
    return warning('not measured: it takes Node 24, the npm packages and Python', 'npm start')
  const program = fileURLToPath(new URL('measure-isolation.ts', import.meta.url))
  const { stdout } = await run(node, [program, python])
  const { level, missing, advice, why } = JSON.parse(stdout)
  if (why) return failure(`not measured: ${why}`, 'npm start')
  const lacks = missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''
  return level === 'strong' ? ok(level) : warning(`${level}${lacks}`, advice[0])
}

const major = (version) => Number(version.split('.')[0])

function interpreter(env) {
  if (env.HEWN_PYTHON) return env.HEWN_PYTHON
  const state = readPythonState()
  return state?.state === 'ready' ? state.python : undefined
}

async function firstPython(env) {
  for (const name of ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3']) {
    const found = await ask(name, env)
    const minor = Number(found?.version.split('.')[1])
    if (found && minor >= 11 && minor <= 14) return found
  }
  return undefined
}

function privateNode() {
  const folder = join(HOME, 'node')
  const versions = existsSync(folder) ? readdirSync(folder) : []
  return versions.find((version) => readStamp(join(folder, version, 'stamp.json')))
}

/** Linux can give more than is free: what it keeps of files is given back when it is needed. */
function availableMemory() {
  try {
    const [, kib] = /MemAvailable:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8')) ?? []
    return kib ? Number(kib) * 1024 : freemem()
  } catch {
    return freemem()
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })
}

async function answers(url) {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

function nearestFolder(path) {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}
