import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { type Terminal, Wrong } from './terminal.ts'

/** Where one format goes: a file, a folder under a name of ours, or stdout. */
export interface Output {
  format: string
  /** `-` is stdout. */
  path: string
}

export interface OutputPlan {
  outputs: Output[]
  /** Folders that were named: what else came out goes there too. */
  folders: string[]
  force: boolean
}

const ENDINGS: Readonly<Record<string, string>> = { stp: 'step' }

/** `part.step` → `step`; nothing for an ending that is no format of ours. */
function formatOf(path: string, known: readonly string[]): string | undefined {
  const ending = extname(path).slice(1).toLowerCase()
  const format = ENDINGS[ending] ?? ending
  return known.includes(format) ? format : undefined
}

/** One that is there, or a name that says so by its last slash, or a name without an ending. */
const isFolder = (path: string): boolean =>
  existsSync(path) ? statSync(path).isDirectory() : /[\\/]$/.test(path) || extname(path) === ''

/**
 * Decides what is written where, and refuses before any work is done: an unknown format, an existing file, two things to stdout.
 * @example planOutputs({ to: ['part.step', 'out'], formats: ['stl'], known: ['step', 'stl'], … })
 */
export function planOutputs(options: {
  /** What `-o` names, in order. */
  to: readonly string[]
  /** `--format step,stl`, or undefined. */
  formats: string | undefined
  known: readonly string[]
  /** What a folder gets when no format is named. */
  usual: readonly string[]
  /** Name without ending for files in folders. */
  name: string
  force: boolean
}): OutputPlan {
  const { to, known, usual, name, force } = options
  const asked = options.formats?.split(',').map((one) => one.trim().toLowerCase())
  for (const format of asked ?? [])
    if (!known.includes(format)) throw new Wrong(`--format ${format}: it writes ${known.join(', ')}`)

  const folders: string[] = []
  const outputs = to.flatMap((path): Output[] => {
    if (path === '') throw new Wrong('-o needs a file, a folder or -')
    if (path === '-') {
      const formats = asked ?? usual
      const [format, ...more] = formats
      if (format === undefined || more.length > 0)
        throw new Wrong(`-o - takes one format: say --format ${formats.join(' or --format ')}`)
      return [{ format, path }]
    }
    if (isFolder(path)) {
      folders.push(path)
      return (asked ?? usual).map((one) => ({ format: one, path: join(path, `${name}.${one}`) }))
    }
    const format = formatOf(path, known)
    if (format) return [{ format, path }]
    const ending = extname(path).slice(1).toLowerCase() || 'a file without an ending'
    throw new Wrong(`-o ${path}: it writes ${known.join(', ')}, not ${ending}; a folder of that name ends in /`)
  })
  if (outputs.filter(({ path }) => path === '-').length > 1) throw new Wrong('only one result fits on stdout')
  const twice = outputs.find(({ path }, index) => outputs.findIndex((other) => other.path === path) !== index)
  if (twice) throw new Wrong(`-o ${twice.path} is named twice`)
  if (!force) for (const { path } of outputs) mustBeFree(path)
  return { outputs, folders, force }
}

function mustBeFree(path: string): void {
  if (path !== '-' && existsSync(path)) throw new Wrong(`${path} is there already; --force overwrites it`)
}

/** Writes one result; several of a kind (the sheets of a box) get numbers: `box-1.svg`. Returns the paths. */
export function writeOutput(
  { path }: Output,
  results: readonly (string | Uint8Array)[],
  plan: OutputPlan,
  terminal: Terminal,
): string[] {
  const [only, ...others] = results
  if (only === undefined) return []
  if (path === '-') {
    if (others.length > 0) throw new Wrong(`${results.length} files do not fit on stdout; name a folder with -o`)
    terminal.print(only)
    return []
  }
  const paths = results.map((_, index) => (others.length === 0 ? path : numbered(path, index + 1)))
  if (!plan.force) for (const one of paths) mustBeFree(one)
  for (const [index, one] of paths.entries()) {
    try {
      mkdirSync(dirname(one), { recursive: true })
      writeFileSync(one, results[index] ?? '')
    } catch (error) {
      throw new Wrong(`${one} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return paths
}

const numbered = (path: string, number: number): string =>
  join(dirname(path), `${basename(path, extname(path))}-${number}${extname(path)}`)
