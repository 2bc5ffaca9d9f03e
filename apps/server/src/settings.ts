import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { closest, fail, ok, type Result } from '@hewn/model'
import { OTHERS, type Setting, TABLE } from './settings/table.ts'

type Key = keyof typeof TABLE
type ValueOf<K extends Key> = (typeof TABLE)[K] extends Setting<infer T> ? T : never

export type Settings = { readonly [K in Key]: ValueOf<K> }

export interface SettingProblem {
  name: string
  /** A whole sentence: where it was set, what was hoped for, what came, what to do. */
  message: string
}

export interface SettingsInput {
  /** Flags, as after the program's name: `--port 4871`, `--port=4871`. */
  argv?: readonly string[]
  env?: Readonly<Record<string, string | undefined>>
  /** The home folder when nobody names one. */
  home?: string
}

interface Given {
  value: string
  from: string
}

/**
 * Reads every setting: flags over environment over `hewn.json` over defaults. All problems are told at once.
 * @example readSettings({ env: { HEWN_PORT: '0' } })
 */
export function readSettings(input: SettingsInput = {}): Result<Settings, SettingProblem[]> {
  const env = input.env ?? process.env
  const problems: SettingProblem[] = []
  const flags = readFlags(input.argv ?? [], problems)
  const variables = readEnvironment(env, problems)
  const home = resolve(
    flags.get('home')?.value ?? variables.get('home')?.value ?? input.home ?? join(process.cwd(), '.hewn'),
  )
  const file = readFile(flags.get('config')?.value ?? join(home, 'hewn.json'), flags.has('config'), problems)

  const values: Partial<Record<Key, unknown>> = {}
  for (const key of Object.keys(TABLE) as Key[]) {
    const row: Setting<unknown> = TABLE[key]
    const given = flags.get(key) ?? variables.get(key) ?? file.get(key)
    if (given === undefined) {
      values[key] = row.standard(home)
      continue
    }
    const read = row.read(given.value)
    if (read.ok) values[key] = read.value
    else {
      const came = row.secret ? '••••' : JSON.stringify(given.value)
      problems.push({ name: row.env, message: `${row.env} (${given.from}): expected ${read.error}, got ${came}.` })
    }
  }
  const settings = { ...values, home } as Settings
  if (problems.length === 0) problems.push(...contradictions(settings))
  return problems.length > 0 ? fail(problems) : ok(settings)
}

/** Binding anything but loopback is remote mode. */
export const isLoopback = (host: string): boolean =>
  ['loopback', 'localhost', '127.0.0.1', '::1', '[::1]'].includes(host.toLowerCase())

/** Whether other servers may work on the same database. */
export const isShared = (database: string): boolean => /^postgres(ql)?:/i.test(database)

/** The path in a `file:` address; one that is not absolute is meant from the home folder. */
export function pathOf(address: string, home: string): string {
  const path = address.startsWith('file://')
    ? address.slice(7)
    : address.startsWith('file:')
      ? address.slice(5)
      : address
  return isAbsolute(path) ? path : join(home, path)
}

function contradictions(settings: Settings): SettingProblem[] {
  const problems: SettingProblem[] = []
  if (!isLoopback(settings.host))
    problems.push({
      name: 'HEWN_HOST',
      message:
        `HEWN_HOST is ${settings.host}: binding beyond this machine needs a sign-in, which this version does not have. ` +
        'Leave HEWN_HOST out, and reach the server from elsewhere through a tunnel: ' +
        `ssh -L ${settings.port}:127.0.0.1:${settings.port} <this machine>.`,
    })
  if (settings.runTimeout > settings.runTimeoutMax)
    problems.push({
      name: 'HEWN_RUN_TIMEOUT',
      message:
        `HEWN_RUN_TIMEOUT is ${settings.runTimeout} s, longer than HEWN_RUN_TIMEOUT_MAX, ${settings.runTimeoutMax} s. ` +
        'Raise the second or lower the first.',
    })
  if (settings.model !== undefined && !/^(openai|compatible):./.test(settings.model))
    problems.push({
      name: 'HEWN_MODEL',
      message: `HEWN_MODEL: expected openai:<model> or compatible:<model>, got ${JSON.stringify(settings.model)}.`,
    })
  if (settings.model?.startsWith('compatible:') && settings.modelUrl === undefined)
    problems.push({
      name: 'HEWN_MODEL_URL',
      message:
        'HEWN_MODEL names a compatible server, and HEWN_MODEL_URL does not say where it is, for example http://127.0.0.1:11434/v1.',
    })
  for (const [name, address, schemes] of [
    ['HEWN_DATABASE', settings.database, ['file', 'postgres', 'postgresql']],
    ['HEWN_BLOBS', settings.blobs, ['file']],
    ['HEWN_REDIS', settings.redis ?? 'redis:', ['redis', 'rediss']],
  ] as const) {
    // Of an address only the beginning is shown: it may hold a password.
    const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase()
    const isPath = scheme === undefined && name !== 'HEWN_REDIS'
    if (isPath || address === ':memory:' || (schemes as readonly string[]).includes(scheme ?? '')) continue
    const hoped = schemes.map((one) => (one === 'file' ? 'file:<path>' : `${one}://<address>`)).join(' or ')
    problems.push({ name, message: `${name}: expected ${hoped}, got ${scheme ? `${scheme}:…` : 'no address'}.` })
  }
  if (settings.redis !== undefined && !isShared(settings.database))
    problems.push({
      name: 'HEWN_REDIS',
      message:
        'HEWN_REDIS tells servers that share a database of changes, and HEWN_DATABASE is a file, which one server has for ' +
        'itself. Set HEWN_DATABASE to postgres://…, or leave HEWN_REDIS out.',
    })
  return problems
}

function readFlags(argv: readonly string[], problems: SettingProblem[]): Map<string, Given> {
  const flags = new Map<string, Given>()
  const known = [...(Object.keys(TABLE) as string[]), 'config']
  for (let index = 0; index < argv.length; index++) {
    const written = argv[index] ?? ''
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(written)
    const key = match ? known.find((one) => flagOf(one) === match[1]) : undefined
    if (!match || key === undefined) {
      const near = closest(
        written.replace(/=.*$/s, ''),
        known.map((one) => `--${flagOf(one)}`),
      )
      problems.push({
        name: written,
        message: `${written} is not a flag of the server${near ? `; the nearest is ${near}` : ''}.`,
      })
      continue
    }
    const value = match[2] ?? argv[++index]
    if (value === undefined) problems.push({ name: written, message: `${written} needs a value.` })
    else flags.set(key, { value, from: `flag --${match[1]}` })
  }
  return flags
}

function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  problems: SettingProblem[],
): Map<string, Given> {
  const variables = new Map<string, Given>()
  const keys = new Map<string, Key>((Object.keys(TABLE) as Key[]).map((key) => [TABLE[key].env, key]))
  for (const [name, value] of Object.entries(env)) {
    const key = keys.get(name)
    if (value === undefined || (key === undefined && !name.startsWith('HEWN_')) || OTHERS.includes(name)) continue
    if (key !== undefined) variables.set(key, { value, from: 'set in the environment' })
    else problems.push(unknown(name, 'set in the environment', [...keys.keys(), ...OTHERS]))
  }
  return variables
}

function readFile(path: string, asked: boolean, problems: SettingProblem[]): Map<string, Given> {
  const found = new Map<string, Given>()
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    // Most people have no such file; one that was named, or that cannot be read, is another matter.
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (asked || !missing)
      problems.push({ name: path, message: `${path}: ${missing ? 'there is no such file' : 'it cannot be read'}.` })
    return found
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    problems.push({
      name: path,
      message: `${path} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`,
    })
    return found
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    problems.push({ name: path, message: `${path}: expected an object such as { "port": 4871 }.` })
    return found
  }
  for (const [name, value] of Object.entries(content)) {
    if (!Object.hasOwn(TABLE, name)) problems.push(unknown(name, `set in ${path}`, Object.keys(TABLE)))
    else found.set(name, { value: Array.isArray(value) ? value.join(',') : String(value), from: `set in ${path}` })
  }
  return found
}

function unknown(name: string, from: string, known: readonly string[]): SettingProblem {
  const near = closest(name, known)
  return {
    name,
    message: `${name} (${from}) is not a setting of this version${near ? `; the nearest is ${near}` : ''}.`,
  }
}

const flagOf = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
