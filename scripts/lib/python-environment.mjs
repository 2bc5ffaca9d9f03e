import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ask, findPython } from './find-python.mjs'
import { HOME, needDisk, ROOT } from './home.mjs'
import { alive, oneAtATime } from './one-at-a-time.mjs'
import { endOrphan, remember } from './orphan.mjs'
import { pipFailure } from './pip-failure.mjs'
import { createPipProgress } from './pip-progress.mjs'
import { measureCube } from './python-check.mjs'
import { PYTHON_HOME, readPythonState, writePythonState } from './python-state.mjs'
import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'
import { hashOf, readStamp, writeStamp } from './stamp.mjs'

const LOCK = join(ROOT, 'python', 'requirements.lock')

/**
 * The private environment with build123d: made from the lock in a folder named after it, measured, and only then used.
 * Returns the interpreter. `state.json` tells the server how far it is.
 */
export async function ensurePython(step, { env = process.env, strict = false, signal } = {}) {
  const pythonEnv = withoutForeignPython(env)
  if (env.HEWN_PYTHON) return useGiven(step, env.HEWN_PYTHON, pythonEnv)

  const place = placeFor(hashOf(ROOT, ['python/requirements.lock'], process.platform, process.arch))
  if (isMade(place)) return useMade(step, place)
  return oneAtATime(
    join(PYTHON_HOME, 'setup.lock'),
    () => (isMade(place) ? useMade(step, place) : makeAndReport(step, place, { pythonEnv, strict, signal })),
    (pid) => step.say(`another start is at it (process ${pid}); waiting`),
  )
}

async function makeAndReport(step, place, { pythonEnv, strict, signal }) {
  const older = olderEnvironment(place)
  const report = (share, doing) => {
    step.say(`${doing}  ${Math.round(share * 100)} %`)
    // An older environment goes on serving until the new one has measured a cube.
    if (!older) writePythonState({ state: 'installing', share: Math.round(share * 100) / 100, doing })
  }
  const failed = (why) =>
    writePythonState(older ? { state: 'ready', python: older, ...why } : { state: 'missing', ...why })
  try {
    const made = await make(place, { env: pythonEnv, strict, signal, report })
    writeStamp(place.stamp, made)
    writePythonState({ state: 'ready', python: place.python })
    step.done(`Python ${made.version}, build123d ${made.build123d}${made.warning ? `, ${made.warning}` : ''}`)
    return place.python
  } catch (error) {
    if (signal?.aborted) {
      failed({ why: 'The installation was interrupted.', remedy: 'npm start' })
      return undefined
    }
    failed({ why: error.message, code: error.code, remedy: error.next })
    step.failed(error.code ?? 'failed')
    throw error
  }
}

const isMade = (place) => readStamp(place.stamp) !== undefined && existsSync(place.python)

function useMade(step, place) {
  const stamp = readStamp(place.stamp)
  writePythonState({ state: 'ready', python: place.python })
  step.done(`up to date: Python ${stamp.version}, build123d ${stamp.build123d}`, false)
  return place.python
}

/** Environments of older locks go once the one of this lock is stamped; not while a server may still use them. */
export function removeOlderEnvironments() {
  const { state, python } = readPythonState() ?? {}
  if (state !== 'ready' || !python?.startsWith(PYTHON_HOME) || isServing()) return
  for (const { folder } of environments())
    if (!python.startsWith(folder)) rmSync(folder, { recursive: true, force: true })
}

/** Whether a server of this home is running, as its server.json says. */
function isServing() {
  const { pid } = readStamp(join(HOME, 'server.json')) ?? {}
  return pid !== undefined && alive(pid)
}

async function make(place, { env, strict, signal, report }) {
  report(0, 'looking for Python')
  needGlibc()
  mkdirSync(PYTHON_HOME, { recursive: true, mode: 0o700 })
  await needDisk(PYTHON_HOME, 3, 'the Python environment')
  const python = await findPython(env)

  // All is there already when only the measuring went wrong, for want of a library of the system.
  const installed = readStamp(place.installed) ?? (await fill(place, python, { env, strict, signal, report }))
  report(0.97, 'importing build123d and measuring a cube')
  try {
    const { build123d } = await measureCube(place.python, env)
    return { ...installed, build123d }
  } catch (error) {
    if (!error.library) rmSync(place.installed, { force: true }) // the fault may be in here: next time from the start
    throw error
  }
}

async function fill(place, python, { env, strict, signal, report }) {
  report(0.01, `making an environment with Python ${python.version}`)
  endOrphan(place.pip, place.folder)
  rmSync(place.folder, { recursive: true, force: true, maxRetries: 3 })
  const venv = await runTool(python.path, ['-m', 'venv', place.folder], { env, signal })
  if (venv.code !== 0) {
    throw new SetupError('SETUP_VENV', {
      found: `${python.path} ${python.version} could not make ${place.folder}`,
      needed: 'the part of Python that makes private environments',
      next: `apt-get install -y python3.${python.version.split('.')[1]}-venv   then npm start`,
      lines: venv.lines,
    })
  }
  const warning = await install(place, { python, env, strict, signal, report })
  // Workers write no bytecode, so all of it is made now: on every core, where pip would use one.
  report(0.86, 'compiling')
  await runTool(place.python, ['-m', 'compileall', '-q', '-j', '0', sitePackagesOf(place, python)], { env, signal })
  const installed = { version: python.version, base: python.path, ...(warning ? { warning } : {}) }
  if (!signal?.aborted) writeStamp(place.installed, installed)
  return installed
}

async function install(place, { python, env, strict, signal, report }) {
  const wheels = env.HEWN_WHEELS && resolve(env.HEWN_WHEELS)
  const progress = createPipProgress({
    packages: readFileSync(LOCK, 'utf8').match(/^[a-z][^ ]*==/gim).length,
    scratch: place.scratch,
    sitePackages: sitePackagesOf(place, python),
  })
  const tick = setInterval(() => {
    const { share, doing } = progress.now()
    report(0.03 + share * 0.82, doing)
  }, 500)
  const pip = (...what) => {
    mkdirSync(place.scratch, { recursive: true })
    const source = wheels ? ['--no-index', '--find-links', wheels] : []
    return runTool(
      place.python,
      [
        '-m',
        'pip',
        'install',
        '--no-user',
        '--no-compile',
        '--prefer-binary',
        '--disable-pip-version-check',
        '--no-input',
        ...source,
        ...what,
      ],
      {
        env: { ...env, TMPDIR: place.scratch },
        onLine: progress.read,
        onStart: (pid) => remember(place.pip, pid),
        signal,
      },
    )
  }
  try {
    const locked = await pip('--require-hashes', '--no-deps', '-r', LOCK)
    if (locked.code === 0) return undefined
    const failure = pipFailure(locked, { python, wheels })
    if (failure.code !== 'SETUP_WHEEL' || strict) throw failure
    // A platform the lock does not know: the same exact versions of what we ask for, whatever they bring along.
    report(0.03, 'this platform is not in the lock: installing by version alone')
    const unlocked = await pip('-r', join(ROOT, 'python', 'requirements.in'))
    if (unlocked.code !== 0) throw pipFailure(unlocked, { python, wheels })
    return 'installed by version alone: this platform is not in the lock'
  } finally {
    clearInterval(tick)
    rmSync(place.pip, { force: true })
    rmSync(place.scratch, { recursive: true, force: true })
  }
}

/** Into a Python that was named nothing is installed: it is asked, differences are said, and it is used as it is. */
async function useGiven(step, given, env) {
  const found = await ask(given, env)
  if (!found) {
    throw new SetupError('SETUP_PYTHON_MISSING', {
      found: `HEWN_PYTHON=${given}, which does not run`,
      needed: 'the path of a Python 3.11 to 3.14 with build123d',
      next: 'HEWN_PYTHON=<path> npm start, or leave it out and a private environment is made',
    })
  }
  const { build123d } = await measureCube(found.path, env)
  const locked = /^build123d==(\S+)/m.exec(readFileSync(LOCK, 'utf8'))?.[1]
  const difference = build123d === locked ? '' : `, where the lock has ${locked}`
  step.done(`HEWN_PYTHON as it is: Python ${found.version}, build123d ${build123d}${difference}`)
  return found.path
}

function placeFor(hash) {
  const folder = join(PYTHON_HOME, hash)
  return {
    folder,
    python: join(folder, 'bin', 'python'),
    stamp: join(folder, 'hewn-stamp.json'),
    installed: join(folder, 'hewn-installed.json'),
    scratch: join(PYTHON_HOME, `${hash}.scratch`),
    pip: join(PYTHON_HOME, `${hash}.pip`),
  }
}

const sitePackagesOf = (place, python) =>
  join(place.folder, 'lib', `python3.${python.version.split('.')[1]}`, 'site-packages')

function environments() {
  if (!existsSync(PYTHON_HOME)) return []
  return readdirSync(PYTHON_HOME, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name))
    .map((entry) => placeFor(entry.name))
}

const olderEnvironment = (place) =>
  environments().find((other) => other.folder !== place.folder && readStamp(other.stamp) && existsSync(other.python))
    ?.python

const FOREIGN = [
  'PYTHONHOME',
  'PYTHONPATH',
  'PIP_TARGET',
  'PIP_PREFIX',
  'PIP_ROOT',
  'PIP_USER',
  'PIP_REQUIRE_VIRTUALENV',
]

/** The user's mirror and proxy count; what would put packages elsewhere, or bring others along, does not. */
const withoutForeignPython = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN.includes(name)))

function needGlibc() {
  process.report.excludeNetwork = true // else it asks for the names of every address
  if (process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime) return
  throw new SetupError('SETUP_WHEEL', {
    found: 'a Linux without glibc (musl, as in Alpine)',
    needed: 'Linux with glibc 2.28 or newer: build123d has no package for musl',
    next: 'run Hewn in a container image with Debian 12 or newer; boxes work as it is',
  })
}
