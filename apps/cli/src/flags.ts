import { parseArgs } from 'node:util'
import { closest } from '@hewn/model'
import { type Terminal, Wrong } from './terminal.ts'

export interface Flag {
  name: string
  short?: string
  /** What the flag takes, as help shows it; absent: it takes nothing. */
  takes?: string
  many?: true
  says: string
}

export interface Command {
  name: string
  /** What stands after the name. */
  usage: string
  says: string
  flags: readonly Flag[]
  /** What stands after the name is read by somebody else, who knows more flags. */
  passesOn?: true
  /** Lines that a test runs in an empty folder with a `part.py` in it. */
  examples: readonly string[]
  load(): Promise<(flags: Flags, terminal: Terminal) => Promise<number>>
}

export interface Flags {
  on(name: string): boolean
  one(name: string): string | undefined
  all(name: string): string[]
  words: readonly string[]
}

const HELP: Flag = { name: 'help', short: 'h', says: 'this text' }
export const flagsOf = ({ flags }: Command): readonly Flag[] => [...flags, HELP]

/** Reads what stands after the command; a flag nobody knows is wrong use, with the nearest one named. */
export function readFlags(command: Command, args: readonly string[]): Flags {
  const known = flagsOf(command)
  if (command.passesOn) return passedOn(args)
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      known.map(({ name, short, takes }) => [
        name,
        { type: takes ? 'string' : 'boolean', ...(short ? { short } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const flag = known.find(({ name }) => name === token.name)
    if (!flag) {
      const near = closest(
        token.rawName,
        known.map(({ name }) => `--${name}`),
      )
      throw new Wrong(`hewn ${command.name} has no ${token.rawName}${near ? `; the nearest is ${near}` : ''}`)
    }
    if (flag.takes && token.value === undefined) throw new Wrong(`${token.rawName} needs ${flag.takes}`)
    if (!flag.takes && token.value !== undefined)
      throw new Wrong(`${token.rawName} takes nothing, and ${JSON.stringify(token.value)} came`)
    const before = values.get(flag.name) ?? []
    if (before.length > 0 && flag.takes && !flag.many) throw new Wrong(`${token.rawName} is given twice`)
    values.set(flag.name, [...before, token.value ?? ''])
  }
  return {
    on: (name) => values.has(name),
    one: (name) => values.get(name)?.[0],
    all: (name) => values.get(name) ?? [],
    words,
  }
}

function passedOn(args: readonly string[]): Flags {
  const helped = args.includes('--help') || args.includes('-h')
  return { on: (name) => name === 'help' && helped, one: () => undefined, all: () => [], words: args }
}
