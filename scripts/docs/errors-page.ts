import { ERRORS } from '@hewn/model'

const FAMILIES: [prefix: string, about: string][] = [
  ['REQUEST', 'bad input'],
  ['RECIPE', 'the box cannot be'],
  ['SCRIPT', 'the script failed'],
  ['JOB', 'the life of a job'],
  ['KERNEL', 'the kernel failed, or is not there'],
  ['CANVAS', 'the live canvas'],
  ['SESSION', 'who and where'],
  ['AGENT', 'planner, model and provider'],
  ['LIMIT', 'too much'],
  ['SETUP', 'installing and starting'],
]

/** docs/errors.md, made from the catalogue. */
export function errorsPage(): string {
  const sections = FAMILIES.flatMap(([prefix, about]) => {
    const rows = Object.entries(ERRORS).filter(([code]) => code.startsWith(`${prefix}_`))
    return rows.length === 0 ? [] : [section(prefix, about, rows)]
  })
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`
}

/** Codes that no family claims; the page would leave them out. */
export const codesWithoutFamily = () =>
  Object.keys(ERRORS).filter((code) => !FAMILIES.some(([prefix]) => code.startsWith(`${prefix}_`)))

const INTRODUCTION = `# Errors

Every error Hewn gives has a code from one catalogue, \`packages/model/src/errors.ts\`. Over HTTP it comes as
\`{ "error": { "code", "message", "hint"?, "at"?, "line"?, "choices"? } }\` with the status below; in a terminal as the same
words. The message says where, what was hoped for, what came and what to do next; what stands here is what a code means in
general. This page is made from the catalogue by \`npm run docs\`.`

type Row = [code: string, row: { status: number | null; means: string; hint?: string }]

function section(prefix: string, about: string, rows: Row[]): string {
  const lines = rows.map(
    ([code, { status, means, hint = '' }]) =>
      `| <a id="${code}"></a>\`${code}\` | ${status ?? 'exit 4'} | ${cell(means)} | ${cell(hint)} |`,
  )
  return [`## \`${prefix}_*\`: ${about}`, '', '| code | status | means | next |', '|---|---|---|---|', ...lines].join(
    '\n',
  )
}

const cell = (text: string) => text.replaceAll('|', '\\|')
