import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { SetupError } from './setup-error.mjs'

const OLDEST = 11
const NEWEST = 14
const NAMES = ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3']

const ASK = `
import importlib.util, json, platform, struct, sys, sysconfig
print(json.dumps({
  "path": sys.executable, "version": platform.python_version(), "kind": platform.python_implementation(),
  "bits": struct.calcsize("P") * 8, "free": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
  "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))`

/**
 * A Python that can hold the private environment: uv's, then python3.14 down to python3.11, then python3.
 * Every candidate is really run: a name on the PATH may be a shim that leads nowhere.
 */
export async function findPython(env) {
  const tried = []
  for (const command of [await fromUv(env, 'find'), ...NAMES]) {
    const found = command && (await ask(command, env))
    if (found) tried.push({ ...found, command })
    if (found && usable(found)) return found
  }
  // uv can bring a Python of its own where there is none.
  if (tried.length === 0 || !tried.some(rightVersion)) {
    const brought = await fromUv(env, 'install')
    const found = brought && (await ask(brought, env))
    if (found && usable(found)) return found
  }
  throw nothingUsable(tried)
}

/** What a Python says about itself; undefined when it does not run. */
export async function ask(python, env) {
  try {
    const { stdout } = await run(python, ['-c', ASK], { env, timeout: 10_000 })
    return JSON.parse(stdout)
  } catch {
    return undefined
  }
}

const run = promisify(execFile)
const minor = ({ version }) => (version.startsWith('3.') ? Number(version.split('.')[1]) : 0)
const rightVersion = (found) => minor(found) >= OLDEST && minor(found) <= NEWEST
// The wheels are built for CPython of 64 bits with its lock.
const rightKind = (found) => found.kind === 'CPython' && found.bits === 64 && !found.free
const usable = (found) => rightVersion(found) && rightKind(found) && found.venv

async function fromUv(env, how) {
  const range = `>=3.${OLDEST},<3.${NEWEST + 1}`
  try {
    if (how === 'install') await run('uv', ['python', 'install', '3.13'], { env, timeout: 300_000 })
    const { stdout } = await run('uv', ['python', 'find', '--no-project', range], { env, timeout: 20_000 })
    return stdout.trim()
  } catch {
    return undefined
  }
}

function nothingUsable(tried) {
  const list = tried.map(({ path, version }) => `${path} ${version}`).join(', ')
  const needed = `Python 3.${OLDEST} to 3.${NEWEST} (CPython, 64 bits)`
  const bare = tried.find((found) => rightVersion(found) && rightKind(found))
  if (bare) {
    return new SetupError('SETUP_VENV', {
      found: `${bare.path} ${bare.version} without venv and ensurepip`,
      needed: 'the part of Python that makes private environments',
      next: `apt-get install -y python3.${minor(bare)}-venv   then npm start`,
    })
  }
  if (tried.length > 0) {
    const wheel = tried.some(rightVersion)
    return new SetupError(wheel ? 'SETUP_WHEEL' : 'SETUP_PYTHON_VERSION', { found: list, needed, next: getPython() })
  }
  return new SetupError('SETUP_PYTHON_MISSING', {
    found: `none of uv, ${NAMES.join(', ')} on the PATH runs`,
    needed: `${needed}; boxes work without it`,
    next: getPython(),
  })
}

const getPython = () =>
  process.platform === 'darwin'
    ? 'brew install python@3.13   then npm start, or HEWN_PYTHON=<path> npm start'
    : 'apt-get install -y python3 python3-venv   (dnf install python3.13, pacman -S python)   then npm start, or HEWN_PYTHON=<path> npm start'
