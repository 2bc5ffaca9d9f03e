import { type Command, type Flag, flagsOf } from './flags.ts'

export function generalHelp(commands: readonly Command[]): string {
  return [
    'hewn: describe it, see it, make it.',
    '',
    'Usage: hewn <command> [flags]',
    '',
    ...commands.map(({ name, says }) => `  ${name.padEnd(8)} ${says}`),
    '',
    '  --help, --version; hewn <command> --help says more.',
    '',
    'Example:',
    '  hewn box "open top box 150x100x80" -o box.svg',
    '',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  const flags = flagsOf(command).map((flag) => [spelled(flag), flag.says] as const)
  const width = Math.max(...flags.map(([left]) => left.length))
  return [
    `hewn ${command.name}: ${command.says}`,
    '',
    `Usage: hewn ${command.name} ${command.usage}`.trimEnd(),
    '',
    ...flags.map(([left, says]) => `  ${left.padEnd(width)}  ${says}`),
    '',
    ...(command.examples.length > 0
      ? [command.examples.length > 1 ? 'Examples:' : 'Example:', ...command.examples.map((one) => `  ${one}`), '']
      : []),
  ].join('\n')
}

const spelled = ({ name, short, takes }: Flag): string =>
  `${short ? `-${short}, ` : ''}--${name}${takes ? ` ${takes}` : ''}`
