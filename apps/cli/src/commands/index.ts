import type { Command } from '../flags.ts'

const OUTPUT = {
  name: 'output',
  short: 'o',
  takes: 'FILE|FOLDER',
  many: true,
  says: 'where to write: a file by its ending, a folder (no ending, or a / at its end), or - for stdout; may be repeated',
} as const
const FORCE = { name: 'force', says: 'overwrite what is there' } as const
const JSON_FLAG = { name: 'json', says: 'one JSON object on stdout instead of paths' } as const
const QUIET = { name: 'quiet', short: 'q', says: 'errors only' } as const

/** What `hewn` can do. The code of a command is loaded when it is asked for, so that help comes at once. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'box',
    usage: '"<words>" | <recipe.json> | -',
    says: 'a box from words or a recipe: proven, measured, cut',
    flags: [
      OUTPUT,
      { name: 'format', takes: 'svg,json', says: 'what a folder or stdout gets; svg when not said' },
      { name: 'sheet', takes: 'WIDTHxHEIGHT', says: 'size of the sheet to cut from, in mm' },
      { name: 'kerf', takes: 'MM', says: 'width of the cut' },
      { name: 'marks', says: 'the name of every part scored on it, where there is room' },
      JSON_FLAG,
      FORCE,
      QUIET,
    ],
    examples: [
      'hewn box "open top box 150x100x80" -o box.svg',
      'hewn box "tray 300x200x50, 4 mm birch, 3x2 compartments" -o tray --format svg,json --kerf 0.15',
    ],
    load: async () => (await import('./box.ts')).box,
  },
  {
    name: 'run',
    usage: '<script.py> | -',
    says: 'a build123d script: measured, and written as STEP and STL',
    flags: [
      OUTPUT,
      { name: 'format', takes: 'step,stl', says: 'what a folder or stdout gets; both when not said' },
      {
        name: 'parameter',
        short: 'p',
        takes: 'NAME=VALUE',
        many: true,
        says: 'sets a parameter of the script; may be repeated',
      },
      { name: 'timeout', takes: 'SECONDS', says: 'the longest the script may run; 60 when not said' },
      JSON_FLAG,
      FORCE,
      QUIET,
    ],
    examples: ['hewn run part.py -o part.step'],
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'doctor',
    usage: '[--json]',
    says: 'what works on this machine, what is missing, and the remedy',
    flags: [],
    passesOn: true,
    examples: [],
    load: async () => {
      const { doctor } = await import('../doctor/doctor.mjs')
      return (flags, terminal) => doctor(flags.words, terminal.env)
    },
  },
  {
    name: 'serve',
    usage: '[--port 4870] [any setting of the server, see docs/settings.md]',
    says: 'the server with the page, until Ctrl-C',
    flags: [],
    passesOn: true,
    examples: ['hewn serve --port 0'],
    load: async () => (await import('./serve.ts')).serveCommand,
  },
]
