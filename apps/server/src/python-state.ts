import { type FSWatcher, mkdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the installer says about the Python environment, in `$HEWN_HOME/python/state.json`. */
const pythonState = z.object({
  state: z.enum(['installing', 'ready', 'missing']),
  share: z.number().optional(),
  doing: z.string().optional(),
  python: z.string().optional(),
  why: z.string().optional(),
  code: z.string().optional(),
  remedy: z.string().optional(),
  at: z.number().optional(),
})

export type PythonState = z.infer<typeof pythonState>

const NEVER_INSTALLED: PythonState = {
  state: 'missing',
  why: 'Python and build123d have not been installed here.',
  remedy: 'npm start',
}

const UNREADABLE: PythonState = {
  state: 'missing',
  why: 'What the installer noted about Python cannot be read.',
  remedy: 'npm start',
}

/** Tells the state now, and again whenever it changes. The answer ends it. */
export function watchPython(
  home: string,
  tell: (state: PythonState) => void,
  report: (error: unknown) => void = () => {},
): () => void {
  const folder = join(home, 'python')
  mkdirSync(folder, { recursive: true })
  let last = ''
  const look = () => {
    const { state, problem } = readState(join(folder, 'state.json'))
    const text = JSON.stringify(state)
    if (text === last) return
    last = text
    if (problem !== undefined) report(problem)
    tell(state)
  }
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(folder, look)
    watcher.on('error', () => watcher?.close())
  } catch {
    // Some file systems cannot be watched; looking every second is enough then.
  }
  const timer = setInterval(look, 1000)
  timer.unref()
  look()
  return () => {
    clearInterval(timer)
    watcher?.close()
  }
}

/** Where the file lies, and what is wrong with it, is for the log. */
function readState(path: string): { state: PythonState; problem?: unknown } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { state: NEVER_INSTALLED }
  }
  try {
    return { state: pythonState.parse(JSON.parse(text)) }
  } catch (cause) {
    return { state: UNREADABLE, problem: new Error(`${path} cannot be read.`, { cause }) }
  }
}
