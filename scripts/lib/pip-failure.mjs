import { SetupError } from './setup-error.mjs'

const NETWORK =
  /Retrying \(Retry|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|CERTIFICATE_VERIFY|name resolution|Could not fetch URL|HTTP error 5\d\d|Connection refused|Network is unreachable/i

const NO_FILE = /No matching distribution|Could not find a version|not a supported wheel/

/** Which of the catalogue's errors a failed `pip install` was. */
export function pipFailure({ lines, all }, { python, wheels }) {
  const text = all.join('\n')
  const line = (pattern) => all.find((candidate) => pattern.test(candidate))?.trim()

  if (/DO NOT MATCH THE HASHES/.test(text)) {
    const at = all.findIndex((candidate) => /DO NOT MATCH THE HASHES/.test(candidate))
    const rest = all.slice(at + 1)
    const expected = rest.find((candidate) => /Expected sha256/.test(candidate))?.trim() ?? 'Expected: see the log'
    const got = rest.find((candidate) => /Got\s/.test(candidate))?.trim() ?? 'Got: see the log'
    return new SetupError('SETUP_HASH', {
      found: `${rest[0]?.trim() ?? 'a file'} ${got}`,
      needed: expected,
      next: 'the mirror serves another file than the lock was made with: use another mirror (pip config list), never skip this',
      lines,
    })
  }
  if (/No space left on device|Errno 28/.test(text)) {
    return new SetupError('SETUP_DISK', {
      found: line(/No space left|Errno 28/),
      needed: '3 GiB',
      next: 'free some space, then npm start',
      lines,
    })
  }
  if (/Permission denied|Errno 13/.test(text)) {
    return new SetupError('SETUP_PERMISSION', {
      found: line(/Permission denied|Errno 13/),
      needed: 'a folder that this user may write',
      next: 'chown the folder named above, then npm start',
      lines,
    })
  }
  // The first package runs on any platform: when even that is not found it is the index that is out of reach.
  const fetchedSome = /^\s+(Downloading|Using cached) |^Processing /m.test(text)
  if (fetchedSome && !wheels && !NETWORK.test(text) && NO_FILE.test(text)) {
    return new SetupError('SETUP_WHEEL', {
      found: `${line(NO_FILE)} (Python ${python.version}, ${process.platform} ${process.arch})`,
      needed: 'Linux (glibc 2.28 or newer) or macOS, x86-64 or arm64, with the package index or its mirror',
      next: 'run Hewn in a container image with Debian 12 or newer; boxes work as it is',
      lines,
    })
  }
  return new SetupError('SETUP_PIP', {
    found: line(/^ERROR|^error/i) ?? lines.at(-1) ?? 'pip said nothing',
    needed: wheels
      ? `every file of python/requirements.lock in ${wheels}`
      : 'the package index, directly or through the mirror and proxy of your pip settings',
    next: 'npm start again; or HEWN_WHEELS=<folder of wheels> npm start; or HEWN_PYTHON=<a Python with build123d> npm start',
    lines,
  })
}
