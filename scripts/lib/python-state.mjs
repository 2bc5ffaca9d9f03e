import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { HOME } from './home.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

export const PYTHON_HOME = join(HOME, 'python')
const FILE = join(PYTHON_HOME, 'state.json')

/** What the server shows as the state of the kernel; it watches this file while Python is being installed. */
export function writePythonState(state) {
  mkdirSync(PYTHON_HOME, { recursive: true, mode: 0o700 })
  writeStamp(FILE, { ...state, at: Date.now() })
}

export const readPythonState = () => readStamp(FILE)
