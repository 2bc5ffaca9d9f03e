import { readFileSync } from 'node:fs'
import { COMMANDS } from './commands/index.ts'
import { EXIT } from './exit.ts'
import { type Command, readFlags } from './flags.ts'
import { commandHelp, generalHelp } from './help.ts'
import { closest } from '@hewn/model'
import { createTerminal, type Environment, Wrong } from './terminal.ts'

/** The whole command line: arguments in, an exit status out. */
export async function main(args: readonly string[], env: Environment): Promise<number> {
  const terminal = createTerminal(env)
  const [first, ...rest] = args
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    terminal.print(generalHelp(COMMANDS))
    return first === undefined ? EXIT.wrong : EXIT.done
  }
  if (first === '--version') {
    terminal.print(`${version()}\n`)
    return EXIT.done
  }
  const command = COMMANDS.find(({ name }) => name === first)
  if (!command) {
    const near = closest(first, [...COMMANDS.map(({ name }) => name), '--help', '--version'])
    return terminal.wrong(`hewn has no command ${first}${near ? `; the nearest is ${near}` : ''}`, 'hewn --help')
  }
  try {
    return await perform(command, rest)
  } catch (error) {
    if (error instanceof Wrong) return terminal.wrong(error.message, `hewn ${command.name} --help`)
    throw error
  } finally {
    terminal.close()
  }

  async function perform(command: Command, args: readonly string[]): Promise<number> {
    const flags = readFlags(command, args)
    if (flags.on('help')) {
      terminal.print(commandHelp(command))
      return EXIT.done
    }
    const run = await command.load()
    return run(flags, terminal)
  }
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
